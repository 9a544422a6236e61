import { describe, expect, test } from 'vitest';
import { errorsIn, grid, read, told } from './drawing.ts';

/** What came of parts of a year, rows that blanks make up, and values of all years. Every name and figure is invented. */
test('of 一季度完成 | 二季度完成 | 全年完成 the last is what came of it', () => {
  const readout = read(
    '2031年度绩效目标完成情况统计表',
    grid(`
 | 序号 | 指标 | 单位 | 全年目标 | 一季度完成 | 二季度完成 | 全年完成 | 完成率 |
 | 1 | 新增图书 | 册 | 24000 | 5200 | 18800 | 24000 | 100.00% |
 | 2 | 读者活动 | 场 | 96 | 21 | 77 | 98 | 102.08% |`),
  );
  expect(readout.indicators.map(({ actual, remark }) => [actual?.value, remark])).toEqual([
    [24000, '一季度完成：5200；二季度完成：18800；完成率：100.00%'],
    [98, '一季度完成：21；二季度完成：77；完成率：102.08%'],
  ]);
});

test('执行率 over blanks is the row of execution', () => {
  const readout = read(
    '2031年度项目支出绩效自评表',
    grid(`
 | 一级指标 | 二级指标 | 三级指标 | 目标值 | 实际值 | 分值 | 得分 |
 | 产出 | 数量 | 补助人数 | ≥810人 | 812人 | 90 | 90 |
 | 执行率 |  |  | 100% | 97% | 10 | 9.7 |`),
  );
  expect(readout.indicators).toHaveLength(1);
  expect(readout.filings[0]).toMatchObject({
    execution_weight: 10,
    execution_score: 9.7,
    execution_rate: 97,
  });
  expect(errorsIn(readout)).toEqual([]);
});

describe('一、预算配置（10） over blanks', () => {
  const form = (points: string) =>
    read(
      '部门整体支出绩效自评指标计分表',
      grid(`
 | 指标 | 指标说明 | 分值 | 实际值 | 计分方法 | 得分 |
 | 一、预算配置（${points}） |  |  |  |  |  |
 | 在职人员控制率 | 在职÷编制 | 5 | 94.12% | ≤100%得满分 | 5 |
 | 三公经费变动率 | 变动÷上年 | 5 | -3.50% | ≤0得满分 | 5 |
 | 二、履职效益（90） |  |  |  |  |  |
 | 任务完成率 | 完成÷计划 | 90 | 100% | 按比例 | 90 |`),
    );

  test('is a level with its points', () => {
    expect(
      form('10').indicators.map(({ level1, level1_weight, weight }) => [level1, level1_weight, weight]),
    ).toEqual([
      ['预算配置', 10, 5],
      ['预算配置', 10, 5],
      ['履职效益', 90, 90],
    ]);
    expect(errorsIn(form('10'))).toEqual([]);
    expect(errorsIn(form('20'))).not.toEqual([]);
  });
});

test('总体目标值 beside that of a year is of all years', () => {
  const readout = read(
    '2031年专项债券项目绩效目标表',
    grid(`
 | 一级指标 | 三级指标 | 总体目标值 | 2031年目标值 |
 | 产出指标 | 新建停车位 | ≥3200个 | ≥1400个 |`),
  );
  expect(told(readout)).toEqual([
    'long_term 产出指标/∅/新建停车位 >=3200个 ∅',
    'annual 产出指标/∅/新建停车位 >=1400个 ∅',
  ]);
});
