import { describe, expect, test } from 'vitest';
import { reconcile } from '../../src/reconcile/index.ts';
import { counted, grid, read } from './drawing.ts';

/** Sums over years, bonds and forecasts; every name and figure is invented. */
const errors = (readout: ReturnType<typeof read>): string[] =>
  reconcile(readout)
    .findings.filter(({ severity }) => severity === 'error')
    .map(({ actual, expected, rule }) => `${rule} ${actual} ${expected}`);

describe('计划总额 | 以前年度 | 本年 | 后续年度 | 占比', () => {
  const bonds = (share: string): ReturnType<typeof read> =>
    read(
      '新增专项债券项目资金绩效目标表',
      '（2024年度）',
      grid(`
 | 项目名称 | < | 城东污水处理厂扩建 | < | < | < | < |
 | 项目总投资（万元） | < | 36800 | < | < | < | < |
 | 资金来源（万元） | 资金性质 | 计划总额 | 以前年度到位 | 本年计划 | 后续年度 | 占比（%） |
 | ^ | 资本金 | 9200 | 4000 | 3200 | 2000 | ${share} |
 | ^ | 专项债券资金 | 22000 | 8000 | 10000 | 4000 | 59.78 |
 | ^ | 市场化融资 | 5600 | 0 | 2600 | 3000 | 15.22 |
 | ^ | 合计 | 36800 | 12000 | 15800 | 9000 | 100.00 |
 | 收益 | 债券存续期收益（万元） | 52680 | < | < | < | < |
 | 一级指标 | 二级指标 | 三级指标 | < | 指标值 | < | < |
 | 产出指标 | 数量指标 | 新增日处理能力 | < | 5万吨 | < | < |`),
    );

  test('the first is of all years, a share is of it, and what bonds earn is no part of what they build', () => {
    const readout = bonds('25.00');
    const own = counted(readout);
    expect(own).toContain('funding 资本金 total_budget ∅ 9200 万元 share=25 of=合计');
    expect(own).toContain('funding 资本金 arrived 2023 4000 万元 of=合计');
    expect(own).toContain('funding 资本金 current 2024 3200 万元 of=合计');
    expect(own).toContain('funding 资本金 current 2025 2000 万元 of=合计');
    expect(own.find((line) => line.includes('债券存续期收益'))).not.toContain('of=');
    expect(errors(readout)).toEqual([]);
  });

  test('a share that is off is found', () => {
    expect(errors(bonds('26.00'))).toContain('PCT-01 26 25');
  });
});

test('全年预计 over 支出数 and 全年预计支出数 tell what is expected, and was not spent', () => {
  const list = read(
    '2024年1-6月项目绩效监控情况汇总表',
    '单位：万元',
    grid(`
 | 序号 | 项目名称 | 年初预算 | 调整预算 | 1-6月支出 | < | 全年预计 | < |
 | ^ | ^ | ^ | ^ | 支出数 | 执行率 | 支出数 | 执行率 |
 | 1 | 校舍维修 | 860 | 900 | 412.5 | 45.83% | 900 | 100.00% |
 | 2 | 教师培训 | 75.6 | 70.6 | 21.18 | 30.00% | 60 | 84.99% |
 | 合计 | < | 935.6 | 970.6 | 433.68 | 44.68% | 960 | 98.91% |`),
  );
  const spent = list.amounts.filter(({ measure }) => measure === 'executed').map(({ value }) => value);
  expect(spent).toEqual([412.5, 21.18, 433.68]);
  const expected = list.amounts.filter(({ doubts }) => doubts?.measure !== undefined);
  expect(expected.map(({ measure, value }) => `${measure} ${value}`)).toEqual([
    'current 900',
    'current 60',
    'current 960',
  ]);
  expect(errors(list)).toEqual([]);
  const department = read(
    '2023年度部门整体支出绩效运行监控表',
    '单位：万元',
    grid(`
 | 预算执行情况 | 项目 | 调整后预算数 | 1-9月实际支出数 | 全年预计支出数 |
 | ^ | 基本支出 | 1652 | 1213.63 | 1650 |
 | ^ | 项目支出 | 1320 | 801.20 | 1290 |
 | 绩效目标 | 一级指标 | 三级指标 | 年度指标值 | 1-9月完成值 |
 | ^ | 产出指标 | 用地报批 | ≥850亩 | 612亩 |`),
  );
  const doubted = department.amounts.filter(({ doubts }) => doubts?.measure !== undefined);
  expect(doubted.map(({ value }) => value)).toEqual([1650, 1290]);
});
