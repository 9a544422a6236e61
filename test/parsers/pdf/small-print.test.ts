import { expect, test } from 'vitest';
import { writePdf } from './pdf-writer.ts';
import { gridsOf, readPdf } from './reading.ts';
import { drawTable } from './table-drawing.ts';

const heads = ['科目', '名称', '上年结转', '本年收入', '本年支出'];
const rows = ['渠道清淤', '闸门养护', '泵站更新', '堤防加固'].map((name, i) => [
  `${20101 + i}`,
  name,
  `${i + 3}.50`,
  `${i * 7 + 11}.20`,
  `${i * 5 + 12}.70`,
]);

/** Rows of 3.4 points with text of 2: a broad sheet that was made to fit its paper. */
const page = (texts: readonly (readonly string[])[], top: number): string =>
  drawTable(
    {
      xs: [60, 70, 80, 90, 100, 110],
      ys: Array.from({ length: texts.length + 1 }, (_, i) => top + 3.4 * i),
      size: 2,
      cells: texts.flatMap((row, r) => row.map((text, column) => ({ row: r, column, lines: [text] }))),
    },
    'strokes',
  );

test('rows nearer to each other than double lines are, of text so small, are rows of one table over pages', async () => {
  const source = await readPdf(
    writePdf([{ content: page([heads, ...rows.slice(0, 2)], 820) }, { content: page(rows.slice(2), 10) }]),
  );
  const [grid, ...others] = gridsOf(source);
  expect(others).toEqual([]);
  expect(grid!.cells.map(({ text }) => text)).toEqual([...heads, ...rows.flat()]);
  // Places are those of the page as it is.
  const box = grid!.cells[0]!.location.box!;
  expect([box.x0, box.y0, box.x1, box.y1].map(Math.round)).toEqual([60, 820, 70, 823]);
});
