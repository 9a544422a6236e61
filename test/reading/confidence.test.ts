import { describe, expect, test } from 'vitest';
import { grid, read } from './drawing.ts';

/** A drawn grid, the cells of one text read with less than certainty. */
const faint = (text: string, drawing: string) => {
  const drawn = grid(drawing);
  return {
    ...drawn,
    cells: drawn.cells.map((cell) => (cell.text === text ? { ...cell, confidence: 0.7 } : cell)),
  };
};

describe('the confidence of a record is that of its least sure name or figure', () => {
  const heads = (text: string) =>
    read(
      '2031年度部门整体支出绩效目标表（单位：万元）',
      faint(
        text,
        `
 | 年度预算申请 | 资金总额 | 基本支出 | 项目支出 |
 | ^ | 300.00 | 120.00 | 180.00 |
 | 一级指标 | 二级指标 | 三级指标 | 指标值 |
 | 产出指标 | 数量指标 | 巡河次数 | ≥96次 |`,
      ),
    );

  test('where heads name the figures below them', () => {
    const sure = heads('').amounts.map(({ item, confidence }) => [item, confidence]);
    expect(sure).toEqual(sure.map(([item]) => [item, 1]));
    const doubted = heads('项目支出');
    expect(doubted.amounts.filter(({ confidence }) => confidence < 1).map(({ item }) => item)).toEqual([
      '项目支出',
    ]);
    expect(doubted.filings[0]?.confidence).toBe(0.7);
  });

  test.each(['轮换储备粮', '11', '9.8'])('of a task that was given points: %s', (text) => {
    const { indicators } = read(
      '2031年度部门整体支出绩效自评表（单位：万元）',
      faint(
        text,
        `
 | 主要任务 | 任务名称 | 预算数 | 执行数 | 分值 | 得分 |
 | ^ | 轮换储备粮 | 4200.00 | 4116.00 | 11 | 9.8 |
 | ^ | 物资采购 | 800.00 | 800.00 | 9 | 9 |
 | ^ | 合计 | 5000.00 | 4916.00 | 20 | 18.8 |
 | 二级指标 | 三级指标 | 指标值 | 完成值 | 分值 | 得分 |
 | 数量指标 | 轮换数量 | 12万吨 | 12万吨 | 80 | 80 |
 | 总分 | < | < | < | 100 | 98.8 |`,
      ),
    );
    expect(indicators.map(({ level3, confidence }) => [level3, confidence])).toEqual([
      ['轮换储备粮', 0.7],
      ['物资采购', 1],
      ['轮换数量', 1],
    ]);
  });
});
