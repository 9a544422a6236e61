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

  test('cuts words before figures, which stay in one piece while there is room', () => {
    const cells: [number, number, number, number, string][] = [
      [0, 0, 1, 1, '一般公共预算拨款'],
      [0, 1, 1, 1, '16131.94'],
      [0, 2, 1, 1, '预算安排与上年持平'],
    ];
    const drawn = drawGrid(grid(1, 3, cells), 30);
    expect(drawn[1]).toMatch(/│ 16131\.94 │/);
    for (const line of drawn) expect(displayWidth(line)).toBeLessThanOrEqual(30);
    expect(drawGrid(grid(1, 3, cells), 22)[1]).toBe('│ 一般 │ 1613 │ 预算 │');
  });

  test('keeps a figure whole in a cell over columns that nothing else widens', () => {
    const drawn = drawGrid(
      grid(2, 3, [
        [0, 0, 1, 1, '购买保洁服务与物料储备'],
        [0, 1, 1, 2, '6131.94'],
        [1, 0, 1, 3, '年度工作任务概述'],
      ]),
      24,
    );
    expect(drawn[1]).toMatch(/│ 6131\.94 │$/);
  });

  test('writes control characters as escapes', () => {
    expect(drawGrid(grid(1, 1, [[0, 0, 1, 1, 'a\u001b[2Jb']]), 80)[1]).toBe('│ a\\u{1b}[2Jb │');
  });
});
