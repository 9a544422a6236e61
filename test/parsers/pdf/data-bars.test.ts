import { expect, test } from 'vitest';
import { writePdf } from './pdf-writer.ts';
import { gridsOf, readPdf } from './reading.ts';
import { drawTable } from './table-drawing.ts';

const xs = [60, 240, 380, 500];
const rows = 8;
const ys = Array.from({ length: rows + 1 }, (_, i) => 60 + 30 * i);
const texts = (row: number): string[] =>
  row === 0
    ? ['项目名称', '预算数（万元）', '执行率']
    : [`渠道清淤项目${row}`, `${120 + 37 * row}.50`, `${90 + row}%`];
const table = drawTable(
  {
    xs,
    ys,
    cells: Array.from({ length: rows }, (_, row) =>
      texts(row).map((text, column) => ({ row, column, lines: [text] })),
    ).flat(),
  },
  'strokes',
);

test.each([
  ['bars beside the figures of its column', '0.4 0.6 0.9 rg', (row: number) => 20 + 13 * row],
  ['white grounds of some of its cells', '1 g', (row: number) => 60 + 7 * row],
])('a ruled table with %s is no chart', async (_, colour, width) => {
  const bars = Array.from({ length: rows - 1 }, (_, i) => `241 ${842 - ys[i + 2]! + 4} ${width(i)} 22 re f`);
  const [grid, ...more] = gridsOf(
    await readPdf(writePdf([{ content: `${colour} ${bars.join('\n')}\n${table}` }])),
  );
  expect(more).toEqual([]);
  expect([grid!.rows, grid!.columns]).toEqual([rows, 3]);
});

test('cells that only their grounds draw, of as many widths as a chart has bars, are no chart', async () => {
  const columns = [60, 120, 200, 290, 390, 500];
  const edges = Array.from({ length: 7 }, (_, i) => 60 + 24 * i);
  const widest = [4, 1, 3, 2, 1, 4];
  const cells = widest.flatMap((span, row) => [
    { row, column: 0, columnSpan: span, lines: [`项${row}`] },
    ...columns
      .slice(span, -1)
      .map((_, i) => ({ row, column: span + i, lines: [String(10 * row + span + i)] })),
  ]);
  const [grid, ...more] = gridsOf(
    await readPdf(writePdf([{ content: drawTable({ xs: columns, ys: edges, cells }, 'background') }])),
  );
  expect(more).toEqual([]);
  expect([grid!.rows, grid!.columns, grid!.cells.length]).toEqual([6, 5, cells.length]);
});
