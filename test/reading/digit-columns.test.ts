import { expect, test } from 'vitest';
import { reconcile } from '../../src/reconcile/index.ts';
import { counted, grid, read } from './drawing.ts';

/** A digit a column, and blanks that nobody merged; every name and figure is invented. */
const sums = (row: string): string[] =>
  counted(
    read(
      '项目支出绩效目标申报表（2032年度）',
      grid(`
 | 项目名称 | 河道清淤 | < | < | < | < | < | < | < | < |
 | 资金来源 | 金额 | < | < | < | < | < | < | < | 备注 |
 | ^ | 十 | 万 | 千 | 百 | 十 | 元 | 角 | 分 | ^ |
 | 年度资金总额 | ${row} | |
 | 其中：财政拨款 | | ¥ | 8 | 0 | 0 | 0 | 5 | 0 | |`),
    ),
  );

test('the digits of a row are one sum in yuan, with a sign in front of it and cents behind', () => {
  expect(sums('1 | 2 | 3 | 4 | 5 | 6 | 0 | 0')).toEqual([
    'funding 年度资金总额 current 2032 123456 元',
    'funding 财政拨款 current 2032 8000.5 元 of=年度资金总额',
  ]);
  expect(sums(' | | | | | | 5 | 0')[0]).toBe('funding 年度资金总额 current 2032 0.5 元');
});

test('a row with a gap among its digits, or with words, is no sum of them', () => {
  expect(sums('1 | | 3 | 4 | 5 | 6 | 0 | 0').join()).not.toContain('13456');
  expect(sums('1 | 见 | 3 | 4 | 5 | 6 | 0 | 0').join()).not.toContain('3456');
});

test('元 | 角 alone, and heads out of order, are no places', () => {
  const values = (heads: string): (number | null)[] =>
    read(
      '部门收支预算表（2032年度）',
      '单位：元',
      grid(`
 | 项目 | ${heads} |
 | 办公费 | 10 | 20 | 30 | 40 |
 | 差旅费 | 1 | 2 | 3 | 4 |`),
    ).amounts.map(({ value }) => value);
  expect(values('千 | 百 | 十 | 元')).not.toContain(4);
  expect(values('千 | 百 | 十 | 元')).toContain(1234);
  expect(values('元 | 十 | 百 | 千')).not.toContain(1234);
});

test('预算执行率 over blanks that nobody merged is the row of execution', () => {
  const readout = read(
    '项目支出绩效自评表（2031年度）',
    grid(`
 | 一级指标 | 二级指标 | 三级指标 | 目标值 | 实际值 | 分值 | 得分 |
 | 产出指标 | 数量指标 | 演出场次 | ≥60场 | 63场 | 60 | 60 |
 | 效益指标 | 社会效益 | 观众人次 | ≥3万人次 | 3.4万人次 | 30 | 30 |
 | 预算执行率 | | | | | 10 | 9.71 |
 | 总分 | | | | | 100 | 99.71 |`),
  );
  expect(readout.filings[0]).toMatchObject({
    execution_weight: 10,
    execution_score: 9.71,
    total_score: 99.71,
  });
  expect(reconcile(readout).findings.filter(({ severity }) => severity === 'error')).toEqual([]);
});
