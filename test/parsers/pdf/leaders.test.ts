import { expect, test } from 'vitest';
import { show, writePdf } from './pdf-writer.ts';
import { gridsOf, readPdf, shape } from './reading.ts';
import { drawTable } from './table-drawing.ts';

const frame = drawTable(
  {
    xs: [60, 200, 300],
    ys: [60, 90, 120, 150, 180],
    cells: Array.from({ length: 8 }, (_, i) => ({ row: i >> 1, column: i % 2, lines: [] })),
  },
  'strokes',
);
const labels = ['材料费', '人工费', '差旅费', '会议费'];
const at = (row: number): number => 842 - 79 - 30 * row;

/** Labels with what follows them, and figures beside them. */
async function read(rest: (label: string, row: number) => string) {
  const content = labels.map(
    (label, row) => show(label, 62, at(row), 9) + rest(label, row) + show(`${row + 1}2.5`, 240, at(row), 9),
  );
  return shape(gridsOf(await readPdf(writePdf([{ content: frame + content.join('') }])))[0]!);
}
const cells = labels.flatMap((label, row) => [`${row},0 ${label}`, `${row},1 ${row + 1}2.5`]);

test('points that lead from a label to the side of its cell are none of its text', async () => {
  expect(await read((_, row) => show('.'.repeat(43), 90, at(row), 9))).toEqual(cells);
});

test('an ellipsis is, and so are points that end within the cell', async () => {
  const short = await read((_, row) => show('......', 90, at(row), 9));
  expect(short.filter((cell) => cell.includes('...'))).toHaveLength(4);
});
