import { describe, expect, test } from 'vitest';
import type { Cell, Grid } from '../../schemas/index.ts';
import { drawGrid } from '../../src/report/grid/text.ts';
import { displayWidth } from '../../src/report/terminal/width.ts';
import { at } from './fictional.ts';

function grid(rows: number, columns: number, cells: [number, number, number, number, string][]): Grid {
  return {
    kind: 'grid',
    rows,
    columns,
    cells: cells.map(
      ([row, column, rowSpan, columnSpan, text]): Cell => ({
        row,
        column,
        rowSpan,
        columnSpan,
        text,
        confidence: 1,
        location: at('A1'),
      }),
    ),
    parts: [{ page: null, sheet: 'Sheet1', table: null, box: null, firstRow: 0, endRow: rows }],
    method: 'native',
    confidence: 1,
    inside: null,
    repeatedHeaders: [],
  };
}

describe('a drawn grid', () => {
  const merged = grid(3, 3, [
    [0, 0, 1, 3, '绩效目标'],
    [1, 0, 2, 1, '产出指标'],
    [1, 1, 1, 1, '场次'],
    [1, 2, 1, 1, '≥12'],
    [2, 1, 1, 1, '人次'],
    [2, 2, 1, 1, '3'],
  ]);

  test('has merged cells as one box', () => {
    expect(drawGrid(merged, 80)).toEqual([
      '┌───────────────────────┐',
      '│ 绩效目标              │',
      '├──────────┬──────┬─────┤',
      '│ 产出指标 │ 场次 │ ≥12 │',
      '│          ├──────┼─────┤',
      '│          │ 人次 │ 3   │',
      '└──────────┴──────┴─────┘',
    ]);
  });

  test('wraps into the terminal, the text of a tall cell going on beside the line of its neighbours', () => {
    const narrow = drawGrid(merged, 21);
    expect(narrow).toContain('│ 产出 │ 场次 │ ≥12 │');
    expect(narrow).toContain('│ 指标 ├──────┼─────┤');
    for (const line of narrow) expect(displayWidth(line)).toBe(displayWidth(narrow[0]!));
  });

  test('writes control characters as escapes', () => {
    expect(drawGrid(grid(1, 1, [[0, 0, 1, 1, 'a\u001b[2Jb']]), 80)[1]).toBe('│ a\\u{1b}[2Jb │');
  });
});
