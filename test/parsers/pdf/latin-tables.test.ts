import { expect, test } from 'vitest';
import { show, writePdf } from './pdf-writer.ts';
import { gridsOf, readPdf, shape } from './reading.ts';

/** Rows of pieces at the given places, from the height `top` down. */
const drawn = (rows: readonly (readonly string[])[], at: readonly number[], top = 600, pitch = 13): string =>
  rows
    .map((row, r) => row.map((text, c) => (text ? show(text, at[c]!, top - r * pitch) : '')).join(''))
    .join('');

const read = async (content: string) =>
  gridsOf(await readPdf(writePdf([{ content }]))).map((grid) => shape(grid));

test('a list of contents whose leaders are drawn as lines is no table', async () => {
  const titles = ['Summary', 'Spending by member states', 'Growth', 'Revenue of regions', 'Notes', 'Annex'];
  const content = titles
    .map((title, i) => {
      const y = 700 - i * 14;
      const page = String(3 + i * 5);
      const rule = `[1 2] 0 d 0.5 w ${80 + title.length * 5.4} ${y} m 440 ${y} l S [] 0 d\n`;
      return show(title, 80, y) + show(page, 444, y) + rule;
    })
    .join('');
  expect(await read(content)).toEqual([]);
});

test('labels and texts of a table without lines go on with small letters', async () => {
  const rows = [
    ['Field', 'Body', 'State of work'],
    ['Spending of', 'Agency', 'Every region has'],
    ['member states', '', 'published figures'],
    ['Growth', 'Ministry', 'Reports are under'],
    ['', '', 'review again'],
    ['Revenue', 'Office', 'Agreed'],
    ['Exports from', 'Agency', 'Measures were taken'],
    ['all regions', '', ''],
    ['Training', 'Ministry', 'Closed'],
  ];
  expect(await read(drawn(rows, [80, 180, 260]))).toEqual([
    [
      ...['0,0 Field', '0,1 Body', '0,2 State of work'],
      ...['1,0 Spending of member states', '1,1 Agency', '1,2 Every region has published figures'],
      ...['2,0 Growth', '2,1 Ministry', '2,2 Reports are under review again'],
      ...['3,0 Revenue', '3,1 Office', '3,2 Agreed'],
      ...['4,0 Exports from all regions', '4,1 Agency', '4,2 Measures were taken'],
      ...['5,0 Training', '5,1 Ministry', '5,2 Closed'],
    ],
  ]);
});

test('figures part columns at gaps that words of a text have', async () => {
  const figures = (seed: number): string[] =>
    [0, 1, 2, 3].map((i) => String(100 + ((seed * 37 + i * 53) % 900)));
  const rows = [
    ['Country', '2001', '2002', '2003', '2004'],
    ...[1, 2, 3, 4, 5].map((n) => [`State ${n}`, ...figures(n)]),
  ];
  const at = [80, 140, 169, 198, 227];
  const right = rows.map((row) =>
    row.map((text, c) => (c === 0 || text.length === 4 ? text : text.padStart(4, ' '))),
  );
  const [grid, ...more] = await read(drawn(right, at));
  expect(more).toEqual([]);
  expect(grid).toEqual(rows.flatMap((row, r) => row.map((text, c) => `${r},${c} ${text}`)));
});

test('a table in a column of justified prose is found, and the prose is none', async () => {
  const words = ['agency', 'reports', 'that', 'spending', 'rose', 'while', 'revenue', 'did', 'not'];
  // Set apart to reach both margins, now and then by more than a character.
  const prose = (x: number, top: number, lines: number): string =>
    Array.from({ length: lines }, (_, l) => {
      const own = Array.from({ length: 7 + (l % 2) }, (_, i) => words[(l * 3 + i) % words.length]!);
      const width = (word: string): number => word.length * 5;
      const gap = (220 - own.reduce((sum, word) => sum + width(word), 0)) / (own.length - 1);
      let at = x;
      return own
        .map((word) => {
          const text = show(word, at, top - l * 13);
          at += width(word) + gap;
          return text;
        })
        .join('');
    }).join('');
  const rows = [
    ['Country', '2001', '2002'],
    ['Arden', '412', '398'],
    ['Belmont', '87', '91'],
    ['Corwen', '1,204', '1,310'],
    ['Dorne', '55', '58'],
  ];
  const content =
    prose(60, 760, 50) + prose(310, 760, 20) + drawn(rows, [312, 400, 460], 480) + prose(310, 400, 22);
  expect(await read(content)).toEqual([rows.flatMap((row, r) => row.map((text, c) => `${r},${c} ${text}`))]);
});

const across = (y: number, x0: number, x1: number): string => `0.8 w ${x0} ${y} m ${x1} ${y} l S\n`;
const down = (x: number, y0: number, y1: number): string => `0.8 w ${x} ${y0} m ${x} ${y1} l S\n`;
const places = [80, 180, 250, 320];
const figures = [
  ['Region', '2008', '2009', '2010'],
  ['Arden', '412', '398', '401'],
  ['Belmont', '87', '91', '95'],
  ['Corwen', '1,204', '1,310', '1,299'],
  ['Dorne', '55', '58', '61'],
];
const asRows = (rows: readonly (readonly string[])[]): string[] =>
  rows.flatMap((row, r) => row.map((text, c) => `${r},${c} ${text}`));

test('a frame with a line beneath the head, and one behind the labels, holds a table', async () => {
  const frame =
    across(612, 75, 370) +
    across(595, 75, 370) +
    across(543, 75, 370) +
    down(75, 543, 612) +
    down(370, 543, 612);
  expect(await read(drawn(figures, places) + frame)).toEqual([asRows(figures)]);
  expect(await read(drawn(figures, places) + frame + down(170, 543, 612))).toEqual([asRows(figures)]);
});

test('rows without lines below a head of boxes are of its table, up to a last row of boxes', async () => {
  const boxes = (y0: number, y1: number): string =>
    across(y0, 75, 370) + across(y1, 75, 370) + [75, 170, 240, 310, 370].map((x) => down(x, y0, y1)).join('');
  const content = drawn(figures, places) + boxes(596, 612);
  expect(await read(content)).toEqual([asRows(figures)]);
  expect(await read(content + boxes(544, 557))).toEqual([asRows(figures)]);
});

test('lines over the figures alone take in the labels before them, and a last row below them', async () => {
  const content =
    drawn(figures, places) + across(612, 175, 370) + across(596, 175, 370) + across(557, 175, 370);
  expect(await read(content)).toEqual([asRows(figures)]);
});

test('lines between groups of rows part the rows of a group too, and its name spans them', async () => {
  const rows = [
    ['Group', 'Item', '2009', '2010'],
    ['Urban', 'Roads', '412', '398'],
    ['', 'Water', '87', '91'],
    ['', 'Parks', '66', '71'],
    ['Rural', 'Roads', '204', '310'],
    ['', 'Water', '55', '58'],
    ['', 'Fields', '31', '29'],
  ];
  const content = drawn(rows, places) + [611, 596, 557, 518].map((y) => across(y, 75, 370)).join('');
  const [grid] = await read(content);
  expect(grid).toContain('2,1 Water');
  expect(grid).toContain('6,3 29');
});

test('a share in brackets that its column is too narrow for goes on the figure above it', async () => {
  const shares = [
    ['Region', '2008', '2009', '2010'],
    ['Arden', '1,412', '398 (8%)', '4,001'],
    ['', '(34%)', '', '(61%)'],
    ['Belmont', '8,787', '91 (2%)', '9,595'],
    ['', '(29%)', '', '(11%)'],
    ['Corwen', '1,204', '13 (1%)', '1,299'],
    ['', '(12%)', '', '(10%)'],
    ['Dorne', '5,555', '58 (4%)', '6,161'],
    ['', '(45%)', '', '(52%)'],
  ];
  const [grid, ...more] = await read(drawn(shares, [80, 150, 190, 250]));
  expect(more).toEqual([]);
  expect(grid?.map((cell) => cell.replace(/\s*\(/, '('))).toEqual(
    expect.arrayContaining(['1,1 1,412(34%)', '2,3 9,595(11%)', '4,1 5,555(45%)', '4,2 58(4%)']),
  );
});

test('the last row of a table with coloured rows may be higher than the one above it', async () => {
  const stripe = (y: number): string =>
    [80, 200, 370].map((x, i) => `0.9 g ${x} ${y} ${[120, 170, 70][i]} 16 re f 0 g\n`).join('');
  const lines: [string, number, number][] = [
    ['Goal', 84, 604],
    ['Indicator', 204, 604],
    ['Year', 384, 604],
    ['Agency', 84, 588],
    ['Spending of states', 204, 588],
    ['2012', 384, 588],
    ['Ministry', 84, 572],
    ['Growth of regions', 204, 572],
    ['2013', 384, 572],
    ['Office', 84, 556],
    ['Figures agreed on by all of the', 204, 556],
    ['2012', 384, 556],
    ['member states', 204, 544],
  ];
  const content = [600, 568].map(stripe).join('') + lines.map(([text, x, y]) => show(text, x, y)).join('');
  const [grid] = await read(content);
  expect(grid?.map((cell) => cell.replace('\n', ' '))).toContain(
    '3,1 Figures agreed on by all of the member states',
  );
});

test('a listing of a program is full of signs, and text all the same', async () => {
  const lines = [
    'const total = rows.map((row) => row.amount).reduce((a, b) => a + b);',
    "if (!names.has(row['name'])) { names.set(row.name, [row]); }",
    '\\newcommand{\\amount}[1]{\\textbf{#1} & \\emph{$#1_{i}$}}',
    'print("=" * 40, file=out); table[key] |= {"budget": x & 0xff};',
  ];
  const content = lines.map((line, i) => show(line, 60, 700 - 12 * i, 9)).join('');
  const { warnings } = await readPdf(writePdf([{ content }]));
  expect(warnings).toEqual([]);
});
