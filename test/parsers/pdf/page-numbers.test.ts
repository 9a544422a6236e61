import { expect, test } from 'vitest';
import { show, writePdf } from './pdf-writer.ts';
import { gridsOf, paragraphsOf, readPdf, shape } from './reading.ts';
import { drawTable } from './table-drawing.ts';

const texts = [
  ['指标', '数值', '权重'],
  ['清淤长度', '32', '5'],
  ['合格率', '', '6'],
];
const form = drawTable(
  {
    xs: [60, 200, 350, 500],
    ys: [720, 750, 780, 810],
    cells: texts.flatMap((row, r) => row.map((text, column) => ({ row: r, column, lines: [text] }))),
  },
  'strokes',
);
const cells = texts.flatMap((row, r) => row.map((text, column) => `${r},${column}${text ? ` ${text}` : ''}`));

test.each([
  ['第 1 页，共 1 页', 45, true],
  ['第 1 页，共 1 页', 70, true],
  ['第1页', 45, false],
])('a page number over rows of a table is none of their text: %s at %d', async (text, y, last) => {
  const number = show(text, 235, y, 8);
  const document = await readPdf(writePdf([{ content: last ? form + number : number + form }]));
  expect(shape(gridsOf(document)[0]!)).toEqual(cells);
  expect(paragraphsOf(document).map((one) => [one.text, one.role])).toEqual([[text, 'furniture']]);
});

test('an entry that names a page and more stays in its cell', async () => {
  const entry = show('第1页合同复印件', 235, 45, 8);
  const [grid] = gridsOf(await readPdf(writePdf([{ content: form + entry }])));
  expect(shape(grid!)).toContain('2,1 第1页合同复印件');
});
