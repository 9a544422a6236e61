import { expect, test } from 'vitest';
import { counted, errorsIn, grid, read } from './drawing.ts';

test('a head in per cent holds rates, whatever sum it is of', () => {
  const readout = read(
    '2023年度“三公”经费支出情况表',
    '编制单位：某局    金额单位：万元',
    grid(`
    | 项目 | 预算数 | 决算数 | 完成预算（%） |
    | （一）支出合计 | 26 | 22.36 | 86.00 |
    | 1.公务用车购置及运行维护费 | 20 | 18.16 | 90.80 |
    | 2.公务接待费 | 6 | 4.2 | 70.00 |`),
  );
  expect(counted(readout).filter((line) => line.includes('%'))).toEqual([
    'budget 支出合计 rate 2023 86 %',
    'budget 公务用车购置及运行维护费 rate 2023 90.8 % of=支出合计',
    'budget 公务接待费 rate 2023 70 % of=支出合计',
  ]);
  expect(errorsIn(readout)).toEqual([]);
});

test('of what there is to spend only one column says what was spent', () => {
  const readout = read(
    '2022年教育补助资金执行情况表',
    '单位：万元',
    grid(`
    | 单位 | 上年结转 | 本年下达 | 可用资金合计 | 已支出 | 结转结余 | 执行率 |
    | 城东小学 | 12.5 | 86 | 98.5 | 95.2 | 3.3 | 96.65% |
    | 湖心中学 | 8.2 | 120.4 | 128.6 | 120.4 | 8.2 | 93.62% |
    | 合计 | 20.7 | 206.4 | 227.1 | 215.6 | 11.5 | 94.94% |`),
  );
  expect(counted(readout).slice(0, 5)).toEqual([
    'budget 城东小学 budget 2022 12.5 万元 fund=上年结转 of=合计',
    'budget 城东小学 budget 2022 86 万元 of=合计',
    'budget 城东小学 annual_budget 2022 98.5 万元 of=合计',
    'budget 城东小学 executed 2022 95.2 万元 of=合计',
    'budget 城东小学 balance 2022 3.3 万元 of=合计',
  ]);
  expect(errorsIn(readout)).toEqual([]);
});

test('words between two columns of one head name the figures of the second', () => {
  const readout = read(
    '部门整体支出绩效目标表',
    '（2024年度）',
    grid(`
    | 部门名称 | 某所 | < | < | < | < |
    | 年度预算收入（万元） | 资金来源 | 预算金额 | 年度预算支出（万元） | 支出类型 | 预算金额 |
    | ^ | 财政拨款 | 862.4 | ^ | 人员经费 | 780 |
    | ^ | 事业收入 | 437.6 | ^ | 公用经费 | 520 |
    | ^ | 合计 | 1300 | ^ | 合计 | 1300 |
    | 一级指标 | 二级指标 | 三级指标 | 指标值 | 权重 | 备注 |
    | 产出指标 | 数量指标 | 管理人数 | ≥3200人 | 100 | |`),
  );
  expect(counted(readout).map((line) => line.split(' ').slice(1, 5).join(' '))).toEqual([
    '财政拨款 budget 2024 862.4',
    '人员经费 budget 2024 780',
    '事业收入 budget 2024 437.6',
    '公用经费 budget 2024 520',
    '合计 budget 2024 1300',
    '合计 budget 2024 1300',
  ]);
});

test('what stands below a head in per cent is a rate too', () => {
  const readout = read(
    '部门整体支出绩效评价基础数据表',
    '填报单位：某局    单位：万元',
    grid(`
    | 经费控制情况 | 2022年决算数 | 2023年 | < | 控制率（%） |
    | ^ | 合  计 | 预算数 | 决算数 | 决算/预算 |
    | 三公经费 | 6.2 | 6 | 5.4 | 90.00 |
    | 公用经费 | 42.6 | 44 | 41.8 | 95.00 |`),
  );
  expect(counted(readout).filter((line) => / (?:90|95) /.test(line))).toEqual([
    'base_data 三公经费 rate 2023 90 %',
    'base_data 公用经费 rate 2023 95 %',
  ]);
  expect(readout.amounts[0]?.column_label).toBe('2022年决算数 / 合计');
});
