import { expect, test } from 'vitest';
import { grid, read } from './drawing.ts';

const form = grid(`
  | 单位名称 | 云岭市河湖保护中心 | < | < |
  | 一级指标 | 二级指标 | 三级指标 | 指标值 |
  | 产出指标 | 数量指标 | 巡河次数 | ≥12次 |`);
const yearOf = (title: string, line: string): (number | boolean | null)[] => {
  const [filing] = read(title, line, form).filings;
  return [filing?.year ?? null, filing?.inferred.includes('year') ?? false];
};

test('a lone date says when a form was written, from which its year is told, and only inferred', () => {
  for (const line of ['2034年11月18日', '2034年11月', '二〇三四年十一月'])
    expect(yearOf('部门整体支出绩效目标申报表', line)).toEqual([2035, true]);
  expect(yearOf('部门整体支出绩效自评表', '2034年3月')).toEqual([2033, true]);
  expect(yearOf('部门整体支出绩效自评表', '（2034年度）')).toEqual([2034, false]);
  expect(yearOf('2033年度部门整体支出绩效自评表', '2034年3月18日')).toEqual([2033, false]);
});
