import { describe, expect, it } from 'vitest';
import { grid, read } from './drawing.ts';

/** Whether the depth of each figure is in doubt, in a table that is as sure as this. */
function depths(confidence: number) {
  const table = grid(`
 | 项目 | 2031年预算数（万元） |
 | 一、基本支出 | 620.00 |
 | 其中：人员经费 | 500.00 |`);
  const cells = table.cells.map((cell) => ({ ...cell, location: { ...cell.location, grid: 0 } }));
  const { amounts } = read('2031年部门支出预算表', { ...table, confidence, cells });
  return amounts.map(({ confidences, doubts }) => [confidences?.depth, doubts?.depth !== undefined]);
}

describe('what figures are part of', () => {
  it('is in doubt where the lines of their table are', () => {
    expect(depths(0.6)).toEqual(Array(2).fill([0.6, true]));
    expect(depths(0.85)).toEqual(Array(2).fill([undefined, false]));
  });
});
