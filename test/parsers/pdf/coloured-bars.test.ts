import { expect, test } from 'vitest';
import { show, writePdf } from './pdf-writer.ts';
import { gridsOf, readPdf, shape } from './reading.ts';

const places = [80, 180, 250, 320];
const [pitch, top] = [14, 600];

const drawn = (rows: readonly (readonly string[])[]): string =>
  rows
    .map((row, r) => row.map((text, c) => (text ? show(text, places[c]!, top - r * pitch) : '')).join(''))
    .join('');

/** A coloured area from side to side behind one row. */
const bar = (row: number): string => `0.9 g 75 ${top - row * pitch - 4} 295 ${pitch} re f 0 g\n`;

const read = async (content: string) =>
  gridsOf(await readPdf(writePdf([{ content }]))).map((grid) => shape(grid));

const rows = [
  ['Region', '2008', '2009', '2010'],
  ['Lowlands'],
  ['Arden', '412', '398', '401'],
  ['Belmont', '87', '91', '95'],
  ['Hills and valleys of the north'],
  ['Corwen', '1,204', '1,310', '1,299'],
  ['Dorne', '55', '58', '61'],
  ['All regions', '1,758', '1,857', '1,856'],
];

const cells = rows.flatMap((row, r) =>
  row.length > 1
    ? row.map((text, c) => `${r},${c} ${text}`)
    : [expect.stringMatching(new RegExp(`^${r},0 .*${row[0]}`))],
);

test('a coloured bar across a table without lines is a row of its own, and one cell where it holds one text', async () => {
  const found = await read([1, 4].map(bar).join('') + drawn(rows));
  expect(found).toEqual([cells]);
});

test('one bar alone, and one behind a sum, are rows of the table around them', async () => {
  const one = rows.filter((_, r) => r !== 1);
  const found = await read(bar(3) + bar(6) + drawn(one));
  expect(found).toHaveLength(1);
  expect(found[0]).toContain('2,0 Belmont');
  expect(found[0]).toContain('4,1 1,204');
  expect(found[0]).toContain('6,3 1,856');
});

test('a bar of another colour right below that of the head is a row of its own', async () => {
  const found = await read(`${bar(0).replace('0.9 g', '0.5 g')}${[1, 4].map(bar).join('')}${drawn(rows)}`);
  expect(found).toEqual([cells]);
});

test('bars between lines across a table part its rows', async () => {
  const across = (y: number): string => `0.8 w 75 ${y} m 370 ${y} l S\n`;
  const lines = [top + 10, top - 4, top - 7 * pitch - 4].map(across).join('');
  expect(await read([1, 4].map(bar).join('') + lines + drawn(rows))).toEqual([cells]);
});

test('headings of paragraphs in coloured bars are no table', async () => {
  const prose = 'The agency reports that spending on programmes rose while revenue remained';
  const content = [0, 4, 8]
    .map((r) => bar(r) + show('Spending of states', 80, top - r * pitch))
    .concat([1, 2, 3, 5, 6, 7].map((r) => show(prose, 80, top - r * pitch)));
  expect(await read(content.join(''))).toEqual([]);
});

test('cells of a coloured head span the columns that they are coloured over, though their texts stand elsewhere', async () => {
  const at = [80, 190, 260, 300, 370];
  const figures = ['Arden', 'Belmont', 'Corwen', 'Dorne'].map((name, i) => [
    name,
    `${i}204`,
    `${i}.5`,
    `${i + 4}310`,
    '12.5',
  ]);
  const cell = (x0: number, x1: number, row: number): string =>
    `0.9 g ${x0} ${top - row * pitch - 4} ${x1 - x0} ${pitch} re f 0 g\n`;
  const head =
    [
      [75, 150],
      [150, 290],
      [290, 400],
    ]
      .map(([x0, x1]) => cell(x0!, x1!, 0))
      .join('') +
    [
      [75, 150],
      [150, 240],
      [240, 290],
      [290, 350],
      [350, 400],
    ]
      .map(([x0, x1]) => cell(x0!, x1!, 1))
      .join('') +
    show('2008', 182, top) +
    show('2009', 298, top) +
    ['', 'Number', '%', 'Number', '%']
      .map((text, c) => (text ? show(text, at[c]! - 5, top - pitch) : ''))
      .join('');
  const body = figures
    .map((row, r) => row.map((text, c) => show(text, at[c]!, top - (r + 2) * pitch)).join(''))
    .join('');
  const [cells, ...more] = await read(head + body);
  expect(more).toEqual([]);
  expect(cells!.slice(0, 3)).toEqual(['0,0', '0,1 1×2 2008', '0,3 1×2 2009']);
});

test('a head alone in the middle of its parts is of the table below, in a bar of one piece', async () => {
  const middles = [110, 200, 260, 320, 380];
  const size = 9;
  const at = (text: string, x: number, row: number): string =>
    show(text, x - (text.length * size * (text > '\u00ff' ? 1 : 0.5)) / 2, top - row * pitch, size);
  const parts = ['预算数', '调整数', '执行数'];
  const body = [
    ['渠道清淤', '12.50', '11.00', '30.25', '28.40'],
    ['闸门更换', '80.00', '78.10', '61.10', '60.90'],
    ['堤岸绿化', '20.40', '19.75', '15.00', '14.20'],
    ['泵站维护', '52.20', '50.00', '98.80', '96.60'],
  ];
  const stripe = (row: number): string => `0.93 g 70 ${top - row * pitch - 4} 345 ${pitch} re f 0 g\n`;
  const content =
    `0.7 g 70 ${top - pitch - 4} 345 ${2 * pitch} re f 0 g\n` +
    [3, 5].map(stripe).join('') +
    at('项目', middles[0]!, 0.5) +
    at('财政拨款', 260, 0) +
    at('结余', middles[4]!, 0.5) +
    parts.map((text, c) => at(text, middles[c + 1]!, 1)).join('') +
    body.map((row, r) => row.map((text, c) => at(text, middles[c]!, r + 2)).join('')).join('');
  const [cells, ...more] = await read(content);
  expect(more).toEqual([]);
  expect(cells!.slice(0, 6)).toEqual([
    '0,0 2×1 项目',
    '0,1 1×3 财政拨款',
    '0,4 2×1 结余',
    ...parts.map((text, c) => `1,${c + 1} ${text}`),
  ]);
});
