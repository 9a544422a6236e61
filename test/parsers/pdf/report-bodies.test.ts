import { expect, test } from 'vitest';
import { show, writePdf } from './pdf-writer.ts';
import { gridsOf, paragraphsOf, readPdf, shape } from './reading.ts';

const size = 9;
const width = (text: string): number =>
  text.split('').reduce((sum, sign) => sum + (/[,.\s]/.test(sign) ? 2.5 : /[()]/.test(sign) ? 3 : 5), 0);
/** Type of one width: every glyph of the second font is as wide as it is high. */
const inOneWidth = (text: string, x: number, y: number, em: number): string => {
  const hex = [...text].map((sign) => sign.charCodeAt(0).toString(16).padStart(4, '0')).join('');
  return `BT /F2 ${em} Tf 1 0 0 1 ${x} ${y} Tm <${hex}> Tj ET\n`;
};
const rule = (x0: number, x1: number, y: number): string => `0.6 w ${x0} ${y} m ${x1} ${y} l S\n`;

test('the line over a sum begins behind the sign of its currency: sign and figure stand in one column, and what is below the table in none', async () => {
  const rows = [
    ['Fund', '2009', '2008'],
    ['Salaries', '149,732', '67,580'],
    ['Rent', '141,525', '570,702'],
    ['Printing', '165,846', '145,694'],
    ['Equipment', '693,057', '437,327'],
    ['Total', '1,150,160', '1,221,303'],
  ];
  const ends = [300, 400];
  const level = (r: number): number => 600 - r * 13;
  const signs = [1, 5].flatMap((r) => [show('$', 245, level(r), size), show('$', 345, level(r), size)]);
  const content = rows.flatMap(([label, ...figures], r) => [
    show(label!, 80, level(r), size),
    ...figures.map((text, i) => show(text, ends[i]! - width(text), level(r), size)),
  ]);
  const rules = [
    rule(78, 402, level(0) - 3.5),
    rule(255, 302, level(4) - 3.5),
    rule(355, 402, level(4) - 3.5),
  ];
  const below = show(
    'The agency reports what it spent on its programmes in every year since 2005',
    78,
    level(6) - 4,
    11,
  );
  const source = await readPdf(writePdf([{ content: [...content, ...signs, ...rules, below].join('') }]));
  const [grid, ...others] = gridsOf(source);
  expect(others).toEqual([]);
  const texts = shape(grid!).map((cell) => cell.replace(/^\S+ (?:\S+×\S+ )?/, ''));
  expect(texts).toContain('$ 149,732');
  expect(texts).toContain('Total');
  expect(texts).toContain('$ 1,221,303');
  expect(grid!.columns).toBe(3);
  expect(paragraphsOf(source)).toHaveLength(1);
});

test('notes in smaller type below a statement are no prose beside it', async () => {
  const rows = [
    ['Cash from fees', '5,613', '(17)'],
    ['Cash from grants', '506', '5,490'],
    ['Cash from sales', '6,539', '(835)'],
    ['Net cash provided', '9,186', '2,599'],
  ];
  const level = (r: number): number => 600 - r * 13;
  const content = rows.flatMap(([label, a, b], r) => [
    show(label!, 80, level(r), size),
    show(a!, 400 - width(a!), level(r), size),
    show(b!, 480 - width(b!), level(r), size),
  ]);
  const rules = [-1, 2, 3].flatMap((r) => [rule(350, 404, level(r) - 3.5), rule(430, 484, level(r) - 3.5)]);
  const note = show('The accompanying notes are a part of these statements.', 78, level(4) - 1, 7.5);
  const grids = gridsOf(await readPdf(writePdf([{ content: [...content, ...rules, note].join('') }])));
  expect(grids.map(shape)).toEqual([rows.flatMap((row, r) => row.map((text, c) => `${r},${c} ${text}`))]);
});

test('figures in type of one width stand in the columns that the blanks before them set', async () => {
  const lines = [
    'Species        Pounds   Share',
    'Anchovies ..  914,552       -',
    'Bluefish ...    5,942     1.7',
    'Clams ......   63,299    31.9',
    'Haddock ....  985,221       -',
  ];
  const content = lines.map((line, i) => inOneWidth(line, 60, 600 - i * 12, 9)).join('');
  const [grid, ...others] = gridsOf(await readPdf(writePdf([{ content }])));
  expect(others).toEqual([]);
  expect(grid!.cells.filter(({ column }) => column > 0).map(({ text }) => text)).toEqual([
    'Pounds',
    'Share',
    '914,552',
    '-',
    '5,942',
    '1.7',
    '63,299',
    '31.9',
    '985,221',
    '-',
  ]);
});

test('figures over one another between coloured bars are rows of the group that the bar above names', async () => {
  const rows = [
    ['Answer', 'Agree', 'Partly', 'Never'],
    ['Sex', '', '', ''],
    ['Male', '6%', '29%', '65%'],
    ['Female', '26%', '47%', '27%'],
    ['Age', '', '', ''],
    ['15-24', '26%', '36%', '38%'],
    ['25-39', '52%', '7%', '41%'],
    ['40-54', '35%', '11%', '54%'],
    ['55+', '48%', '37%', '15%'],
    ['Place', '', '', ''],
    ['Village', '33%', '45%', '22%'],
    ['Small town', '17%', '52%', '31%'],
    ['Large town', '10%', '44%', '46%'],
  ];
  const places = [80, 180, 250, 320, 390];
  const level = (r: number): number => 600 - r * 13;
  // Browsers colour a row cell by cell.
  const bars = [0, 1, 4, 9].flatMap((r) =>
    [0, 1, 2, 3].map(
      (c) => `0.9 g ${places[c]! - 5} ${level(r) - 3} ${places[c + 1]! - places[c]!} 13 re f 0 g\n`,
    ),
  );
  const content = rows.flatMap((row, r) =>
    row.map((text, c) => (text ? show(text, places[c]!, level(r), 8) : '')),
  );
  const grids = gridsOf(await readPdf(writePdf([{ content: [...bars, ...content].join('') }])));
  expect(grids.map(shape)).toEqual([
    rows.flatMap((row, r) => row.map((text, c) => `${r},${c} ${text}`.trim())),
  ]);
});
