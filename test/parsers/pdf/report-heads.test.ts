import { expect, test } from 'vitest';
import { show, writePdf } from './pdf-writer.ts';
import { gridsOf, readPdf, shape } from './reading.ts';

const [size, pitch, top] = [9, 13, 640];
const level = (r: number): number => top - r * pitch;
const width = (text: string): number =>
  text.split('').reduce((sum, sign) => sum + (/[,.\s]/.test(sign) ? 2.5 : /[()]/.test(sign) ? 3 : 5), 0);
const read = async (content: readonly string[]): Promise<string[][]> =>
  gridsOf(await readPdf(writePdf([{ content: content.join('') }]))).map((grid) =>
    shape(grid).map((cell) => cell.replace('\n', ' ')),
  );
const asCells = (rows: readonly (readonly string[])[]): string[] =>
  rows.flatMap((row, r) => row.map((text, c) => `${r},${c} ${text}`.trim()));
const centred = (text: string, middle: number, y: number): string =>
  show(text, middle - width(text) / 2, y, size);
const right = (text: string, end: number, y: number): string => show(text, end - width(text), y, size);
const rule = (x0: number, x1: number, y: number): string => `0.6 w ${x0} ${y} m ${x1} ${y} l S\n`;

const body = [
  ['Quarries', '50,299', '87,400', '110.9'],
  ['Printing', '61,762', '28,148', '112.8'],
  ['Bakeries', '45,566', '2,036', '131.4'],
  ['Ferries', '23,560', '89,159', '139.1'],
];

test('a head above the grid of its rows may say in brackets, and in figures, what it counts', async () => {
  const xs = [70, 170, 250, 330, 410];
  const [first, last] = [level(0) + 10, level(3) - 3];
  const lines = [
    ...[0, 1, 2, 3, 4].map((r) => rule(xs[0]!, xs[4]!, first - r * pitch)),
    ...xs.map((x) => `0.6 w ${x} ${first} m ${x} ${last} l S\n`),
  ];
  const heads = ['Group', 'Jobs', 'Pay', 'Index'].map((text, c) => centred(text, xs[c]! + 40, level(-2)));
  const unit = centred('(2000=100)', 370, level(-1));
  const rows = body.flatMap((row, r) => row.map((text, c) => show(text, xs[c]! + 5, level(r), size)));
  const [cells, ...others] = await read([...lines, ...heads, unit, ...rows]);
  expect(others).toEqual([]);
  expect(cells).toEqual(asCells([['Group', 'Jobs', 'Pay', 'Index (2000=100)'], ...body]));
});

test('rows that are coloured in one piece have the columns of a head that is coloured cell by cell', async () => {
  const xs = [70, 170, 250, 330, 410];
  const rows = [['Group', 'Jobs', 'Pay', 'Index'], ...body];
  const fills = [
    `0.9 1 0.9 rg 50 ${level(5)} 400 120 re f\n`,
    ...xs.slice(1).map((x, c) => `0.2 0.5 0.2 rg ${xs[c]} ${level(0) - 3} ${x - xs[c]!} 13 re f\n`),
    ...body.map((_, r) => `1 g ${xs[0]} ${level(r + 1) - 3} ${xs[4]! - xs[0]!} 13 re f\n`),
  ];
  const texts = rows.flatMap((row, r) => row.map((text, c) => show(text, xs[c]! + 5, level(r), size)));
  expect(await read([...fills, '0 g\n', ...texts])).toEqual([asCells(rows)]);
});

test('a month over its year is one head, and December over the next year in the first column is not', async () => {
  const ends = [220, 290, 360];
  const heads = [
    ['Apr.', '2008'],
    ['Mar.', '2009'],
    ['Apr.', '2009'],
  ].flatMap(([month, year], c) => [right(month!, ends[c]!, level(0)), right(year!, ends[c]!, level(1))]);
  const rows = [['Men', '402', '395', '391'], ['Women', '377', '380', '384'], ...body];
  const texts = rows.flatMap(([label, ...figures], r) => [
    show(label!, 80, level(r + 2), size),
    ...figures.map((text, c) => right(text, ends[c]!, level(r + 2))),
  ]);
  const rules = [level(0) + 10, level(1) - 3, level(7) - 3].map((y) => rule(78, 362, y));
  expect(await read([...heads, ...texts, ...rules])).toEqual([
    asCells([['', 'Apr. 2008', 'Mar. 2009', 'Apr. 2009'], ...rows]),
  ]);
  const months = [
    ['November', '402', '395', '391'],
    ['December', '377', '380', '384'],
    ['2009', '4,520', '4,333', '4,410'],
    ['January', '391', '377', '386'],
    ['February', '388', '371', '390'],
  ];
  const series = months.flatMap(([label, ...figures], r) => [
    show(label!, 80, level(r + 2), size),
    ...figures.map((text, c) => right(text, ends[c]!, level(r + 2))),
  ]);
  expect(await read(series)).toEqual([asCells(months)]);
});

test('heads over groups of columns with the same heads span these, though they stand over the one in the middle', async () => {
  const ends = [230, 290, 350, 410, 470, 530];
  const labels = ['Group', 'Value', 'Share (%)', 'Rise (%)', 'Value', 'Share (%)', 'Rise (%)'];
  const rows = body.map((row) => [...row, ...row.slice(1)]);
  const texts = [labels, ...rows].flatMap(([label, ...figures], r) => [
    show(label!, 70, level(r + 1), size),
    ...figures.map((text, c) => right(text, ends[c]!, level(r + 1))),
  ]);
  const heads = [centred('Exports', 265, level(0)), centred('Imports', 445, level(0))];
  expect(await read([...heads, ...texts])).toEqual([
    ['0,0', '0,1 1×3 Exports', '0,4 1×3 Imports', ...asCells([[], labels, ...rows])],
  ]);
});

test('rows between lines across both columns of a page of prose are one table, whatever stands in their cells', async () => {
  const prose = (from: number): string[] =>
    [60, 310].flatMap((x) =>
      Array.from({ length: 12 }, (_, l) =>
        show('agencies report that spending rose while'.slice(l % 3), x, from - l * 13),
      ),
    );
  const at = [65, 160, 240, 330, 420, 500];
  const rows = [
    ['', '1995', '2000', '2005', '2006', '2007'],
    ['Arden', '412 e', '398', '401 b', ':', '392'],
    ['Belmont', '87', '91 b', 'low', 'none', '101 p'],
    ['Corwen', '204', '310', 'high', '287 e', '305'],
    ['Dorne', ':', '58 e', '61 b', '60', '64 p'],
    ['Esk', '20', '31', '99 b', '87 e', '35'],
  ];
  const texts = rows.flatMap((row, r) => row.map((text, c) => (text ? show(text, at[c]!, level(r)) : '')));
  const rules = [-1, 0, 1, 2, 3, 4, 5].map((r) => rule(60, 532, level(r) - 3.5));
  const [cells, ...others] = await read([...prose(820), ...texts, ...rules, ...prose(530)]);
  expect(others).toEqual([]);
  expect(cells).toEqual(asCells(rows));
});
