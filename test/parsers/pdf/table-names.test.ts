import { expect, test } from 'vitest';
import { show, type TestObject, writePdf } from './pdf-writer.ts';
import { gridsOf, paragraphsOf, readPdf, shape } from './reading.ts';
import type { TextWriter } from './table-drawing.ts';
import { byDrawnFont } from './text-writers.ts';

const xs = [60, 220, 330, 440];
const heads = ['项目', '年初预算', '全年执行', '结余'];
const rows = [
  ['渡口维修', '12.50', '11.20', '1.30'],
  ['航标更新', '8.40', '8.40', '0.00'],
  ['船闸看护', '31.00', '29.75', '1.25'],
  ['合计', '51.90', '49.35', '2.55'],
];
const figures: TextWriter = (text, x, y, size) => show(text, x, y, size);

/** A table of 13 points from `top` down, its lines over and under the head and under the last row where it draws any. */
function table(top: number, ruled: boolean, write = figures): string {
  const lines = [heads, ...rows].flatMap((texts, r) =>
    texts.map((text, c) =>
      (/^\d/.test(text) ? write : show)(text, xs[c]! + (c > 0 ? 60 - 6 * text.length : 0), top - 20 * r, 13),
    ),
  );
  const rule = (y: number): string => `0.7 w 56 ${y} m 520 ${y} l S\n`;
  return lines.join('') + (ruled ? [top + 15, top - 6, top - 86].map(rule).join('') : '');
}

const centred = (text: string, y: number, size: number): string =>
  show(text, 288 - (text.length * size) / 2, y, size);

test.each([true, false])('two forms with their names over them are two, lines: %s', async (ruled) => {
  const content =
    table(700, ruled) +
    centred('航道养护经费预算执行情况表', 592, 13) +
    show('编制单位：苇岸航道管理处', 60, 572, 13) +
    table(548, ruled);
  const source = await readPdf(writePdf([{ content }]));
  expect(gridsOf(source).map(({ rows }) => rows)).toEqual([5, 5]);
  expect(paragraphsOf(source).map(({ text }) => text)).toContain('航道养护经费预算执行情况表');
});

test('a text in the middle that names no table is the head of a section', async () => {
  const content = table(700, false) + centred('二、其他资金', 594, 13) + table(574, false);
  expect(gridsOf(await readPdf(writePdf([{ content }])))).toHaveLength(1);
});

test('figures in a font of their own with a higher box are no larger than the words beside them', async () => {
  const { write, objects, fonts } = byDrawnFont('0123456789.');
  const higher = objects.map(
    (object): TestObject => ({
      ...object,
      dict: object.dict.replace('[0 -120 1000 880]', '[0 -260 1000 880]'),
    }),
  );
  const content = table(700, true, write) + centred('年末各项目结余去向', 580, 15) + table(548, true, write);
  const grids = gridsOf(await readPdf(writePdf([{ content, fonts }], { objects: higher })));
  expect(grids.map(({ rows }) => rows)).toEqual([5, 5]);
});

test('the number of a table that stands apart from its name is no row of it', async () => {
  const rows = [
    ['Species', 'Landings', 'Value'],
    ['Anchovies', '914,552', '12.4'],
    ['Bluefish', '5,942', '1.7'],
    ['Clams', '63,299', '31.9'],
    ['Haddock', '985,221', '80.6'],
  ];
  const at = [80, 200, 290];
  const content = [['TABLE B-1', 'Landings of fish'], ...rows]
    .flatMap((row, r) => row.map((text, c) => show(text, r === 0 ? 80 + c * 75 : at[c]!, 600 - r * 13, 9)))
    .join('');
  const [grid, ...more] = gridsOf(await readPdf(writePdf([{ content }])));
  expect(more).toEqual([]);
  expect(shape(grid!)).toEqual(rows.flatMap((row, r) => row.map((text, c) => `${r},${c} ${text}`)));
});
