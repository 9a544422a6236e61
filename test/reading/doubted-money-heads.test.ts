import { describe, expect, it } from 'vitest';
import { grid, read } from './drawing.ts';

/** Figures of a form and whether each is in doubt, where the last head was read with a confidence. */
function figures(head: string, confidence: number) {
  const table = grid(`
 | 资金来源 | 预算数（万元） | 执行数（万元） | ${head} |
 | 年度资金总额 | 620.00 | 580.00 | 10 |
 | 其中：财政拨款 | 500.00 | 480.00 | |`);
  const cells = table.cells.map((cell) => ({
    ...cell,
    confidence: cell.text === head ? confidence : 0.98,
    location: { ...cell.location, grid: 0 },
  }));
  const { amounts } = read('2032年度项目支出绩效自评表', { ...table, cells });
  return amounts
    .filter(({ column_label }) => column_label === head)
    .map(({ value, doubts, confidence }) => [value, doubts?.value !== undefined, confidence < 0.9]);
}

describe('figures below a recognised head of a table of money', () => {
  it('are in doubt where the head is no known label and was hardly read', () => {
    expect(figures('权董', 0.49)).toEqual([[10, true, true]]);
    expect(figures('预≤备权重（分）', 0.5)).toEqual([[10, true, true]]);
  });

  it('are in none where it was read surely, or is a label', () => {
    expect(figures('权董', 0.97)).toEqual([[10, false, false]]);
    expect(figures('权重', 0.49)).toEqual([]);
    expect(figures('年初预算数', 0.49)).toEqual([[10, false, false]]);
    expect(figures('省级财政', 0.49)).toEqual([[10, false, false]]);
  });
});
