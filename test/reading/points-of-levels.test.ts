import { describe, expect, test } from 'vitest';
import { grid, read } from './drawing.ts';

/** Scoring tables with points behind each level; every name and figure is invented. */
describe('points behind each level', () => {
  const rows = (readout: ReturnType<typeof read>) =>
    readout.indicators.map(({ description, level3, score, weight }) => [level3, weight, score, description]);

  test('a second name behind the points says more of the same indicator', () => {
    const readout = read(
      '项目支出绩效评价评分表',
      grid(`
 | 一级指标 | 分值 | 二级指标 | 分值 | 三级指标 | 分值 | 具体指标 | 评价标准 | 自评得分 |
 | 项目决策 | 60 | 项目目标 | 25 | 目标内容 | 25 | 目标明确、细化 | 各得一半 | 24 |
 | ^ | ^ | 决策过程 | 35 | 决策依据 | 15 | 符合规定 | 不符不得分 | 15 |
 | ^ | ^ | ^ | ^ | 决策程序 | 20 | 符合申报条件 | 缺一项扣2分 | 18 |
 | 项目绩效 | 40 | 项目产出 | 40 | 产出数量 | 40 | 完成数量 | 按比例 | 40 |
 | 总分 | 100 | | 100 | | 100 | | | 97 |`),
    );
    expect(rows(readout)).toEqual([
      ['目标内容', 25, 24, expect.stringContaining('目标明确、细化')],
      ['决策依据', 15, 15, expect.stringContaining('符合规定')],
      ['决策程序', 20, 18, expect.stringContaining('符合申报条件')],
      ['产出数量', 40, 40, expect.stringContaining('完成数量')],
    ]);
  });

  test('a second name with points of its own is a level below the third', () => {
    const readout = read(
      '项目支出绩效评价评分表',
      grid(`
 | 一级指标 | 分值 | 二级指标 | 分值 | 三级指标 | 分值 | 具体指标 | 分值 | 得分 |
 | 项目决策 | 60 | 项目目标 | 25 | 目标内容 | 25 | 目标明确 | 10 | 10 |
 | ^ | ^ | ^ | ^ | ^ | ^ | 目标细化 | 15 | 14 |
 | ^ | ^ | 决策过程 | 35 | 决策依据 | 35 | 符合规定 | 35 | 30 |
 | 项目绩效 | 40 | 项目产出 | 40 | 产出数量 | 40 | 完成数量 | 40 | 40 |`),
    );
    expect(rows(readout).map(([name, weight, score]) => [name, weight, score])).toEqual([
      ['目标明确', 10, 10],
      ['目标细化', 15, 14],
      ['符合规定', 35, 30],
      ['完成数量', 40, 40],
    ]);
  });

  test('indicators folded to fit the page keep their halves', () => {
    const readout = read(
      '项目绩效目标表',
      grid(`
 | 三级指标 | 指标值 | 分值 | 三级指标 | 指标值 | 分值 |
 | 修缮道路 | 30公里 | 50 | 村民满意度 | ≥90% | 50 |`),
    );
    expect(rows(readout).map(([name, weight]) => [name, weight])).toEqual([
      ['修缮道路', 50],
      ['村民满意度', 50],
    ]);
  });
});
