import { expect, test } from 'vitest';
import { show, writePdf } from './pdf-writer.ts';
import { gridsOf, readPdf, shape } from './reading.ts';

const [top, pitch, size] = [640, 12, 8];
const read = async (content: string) =>
  gridsOf(await readPdf(writePdf([{ content }]))).map((grid) => shape(grid));
const line = (x0: number, y0: number, x1: number, y1: number): string =>
  `0.5 w ${x0} ${y0} m ${x1} ${y1} l S\n`;
const level = (row: number): number => top - row * pitch;
const figure = (text: string, right: number, row: number): string =>
  show(text, right - text.length * 4.45, level(row), size);
const plain = (rows: readonly (readonly string[])[]): string[] =>
  rows.flatMap((row, r) => row.map((text, c) => `${r},${c}${text ? ` ${text}` : ''}`));

test('columns drawn with lines down keep their rows, whatever leads from the labels to the figures', async () => {
  const dots = '.'.repeat(40);
  const rows = [
    ['County', 'Farms', 'Acres', 'Share'],
    [`Alder ${dots}`, '61', '93', '8'],
    [`Birch ${dots}`, '36', '5', '45'],
    [`Cedar ${dots}`, '74', '', '20'],
    [`Dogwood ${dots}`, '80', '35', '83'],
    [`Elm ${dots}`, '19', '58', ''],
    [`Fir ${dots}`, '11', '46', '18'],
  ];
  const sides = [60, 200, 260, 320, 380];
  const content =
    rows
      .map(
        ([label, ...figures], r) =>
          show(label!, 62, level(r), size) +
          figures.map((text, c) => figure(text, sides[c + 2]! - 3, r)).join(''),
      )
      .join('') +
    [-1, 0, 6].map((r) => line(60, level(r) - 3, 380, level(r) - 3)).join('') +
    sides.map((x) => line(x, level(-1) - 3, x, level(6) - 3)).join('');
  const [cells, ...more] = await read(content);
  expect(more).toEqual([]);
  expect(cells).toEqual(plain(rows));
});

test('white lines part rows that are coloured in one piece', async () => {
  const rows = [
    ['Country', '2007', 'Remark'],
    ['Latvia', '9214', 'Break in series'],
    ['Malta', '5611', 'Estimate'],
    ['Spain', '2052', 'Provisional'],
  ];
  const bars = rows.map((_, r) => `0.${8 - (r % 2)} g 60 ${level(r) - 3} 240 ${pitch} re f 0 g\n`);
  const white = [140, 200].map((x) => `1 1 1 RG 1 w ${x} ${level(-1) - 3} m ${x} ${level(3) - 3} l S\n`);
  const texts = rows.map(
    ([label, year, remark], r) =>
      show(label!, 62, level(r), size) + figure(year!, 198, r) + show(remark!, 202, level(r), size),
  );
  expect(await read([...bars, ...white, ...texts].join(''))).toEqual([plain(rows)]);
});

test('lines over heads that leave white between them make no column of it', async () => {
  const ends = [190, 250, 330, 390];
  const rows = [
    ['Mean', 'Error', 'Mean', 'Error'],
    ...['Canals', 'Harbours', 'Roads', 'Rails'].map((label, r) => [
      label,
      ...[4, 6, 7, 5].map((n) => `${n}.${r}1`),
    ]),
  ];
  const content =
    show('Northern', 165, level(-1), size) +
    show('Southern', 305, level(-1), size) +
    rows
      .map((row, r) =>
        (r === 0 ? ['', ...row] : row)
          .map((text, c) => (c === 0 ? show(text, 62, level(r), size) : figure(text, ends[c - 1]!, r)))
          .join(''),
      )
      .join('') +
    [level(-2) - 2, level(0) - 3, level(4) - 3].map((y) => line(60, y, 392, y)).join('') +
    line(142, level(-1) - 3, 252, level(-1) - 3) +
    line(280, level(-1) - 3, 392, level(-1) - 3);
  const [cells, ...more] = await read(content);
  expect(more).toEqual([]);
  expect(cells!.slice(-5)).toEqual(['5,0 Rails', '5,1 4.31', '5,2 6.31', '5,3 7.31', '5,4 5.31']);
});

test('a sum below a label with leaders stands in a row of its own', async () => {
  const rows = ['Ash', 'Beech', 'Cherry', 'Oak'].map((name) => [
    `${name} ${'.'.repeat(30)}`,
    '6,985',
    '493.5',
  ]);
  const content =
    [['Timber', 'Loads', 'Value'], ...rows, ['Total', '24,287', '973.9']]
      .map(
        ([label, ...figures], r) =>
          show(label!, label === 'Total' ? 70 : 62, level(r), size) +
          figures.map((text, c) => figure(text, 230 + c * 60, r)).join(''),
      )
      .join('') +
    [level(-1) - 3, level(0) - 3].map((y) => line(60, y, 292, y)).join('') +
    [172, 232].map((x) => line(x + 2, level(4) - 3, x + 58, level(4) - 3)).join('');
  const [cells] = await read(content);
  expect(cells!.slice(-3)).toEqual(['5,0 Total', '5,1 24,287', '5,2 973.9']);
});

test('heads of groups before indented labels are of a statement, the unit in its middle is not, and the last sum is', async () => {
  const rows = [
    ['', '2009', '2008'],
    ['Canals:', '', ''],
    ['  Gross costs', '48,567', '40,019'],
    ['  Less: earned', '(6,861)', '(8,071)'],
    ['  Net costs', '11,751', '48,275'],
    ['Harbours:', '', ''],
    ['  Gross costs', '57,526', '26,033'],
    ['  Less: earned', '(2,759)', '(355)'],
    ['  Net costs', '48,089', '63,287'],
    ['Net cost of all', '74,018', '304,812'],
  ];
  const content =
    show('(Dollars in thousands)', 215, level(-1) + 2, size) +
    rows
      .map(
        ([label, ...figures], r) =>
          show(label!.trim(), label!.startsWith(' ') ? 72 : 60, level(r), size) +
          figures.map((text, c) => (text ? figure(text, 380 + c * 110, r) : '')).join(''),
      )
      .join('') +
    [0, 3, 7, 8].flatMap((r) => [300, 410].map((x) => line(x, level(r) - 3, x + 85, level(r) - 3))).join('');
  const [cells, ...more] = await read(content);
  expect(more).toEqual([]);
  expect(cells).toEqual(plain(rows.map(([label, ...figures]) => [label!.trim(), ...figures])));
});

test('boxes that hang at lines from the level above are no table', async () => {
  const boxes = [60, 200, 340];
  const content =
    boxes
      .map(
        (x, i) =>
          `0.6 w ${x} 500 110 46 re S\n` +
          show(`Branch ${i + 1} office`, x + 25, 520, size) +
          line(x + 55, 546, x + 55, 563),
      )
      .join('') + line(115, 563, 395, 563);
  expect(await read(content)).toEqual([]);
});

test('boxes below each other that lines connect are no table', async () => {
  const steps = ['The office asks for reports', 'Each region sends its own', 'The court reads them'];
  const at = (i: number): number => 600 - i * 62;
  const content = steps.map(
    (step, i) =>
      `0.6 w 130 ${at(i)} 330 38 re S\n${show(step, 140, at(i) + 16, size)}${i < 2 ? line(295, at(i), 295, at(i) - 24) : ''}`,
  );
  expect(await read(content.join(''))).toEqual([]);
});

test('lines under heads of several columns are of the table whose head has no line above it, and the ends that cut figures part nothing', async () => {
  const rows = [
    ['Canals', '4,161.2', '7,928.9', '8.3', '132.5'],
    ['Harbours', '7,202.9', '5,460.4', '20.3', '116.4'],
    ['Roads', '6,750.7', '7,839.4', '31.2', '118.1'],
    ['Rails', '4,244.5', '4,201.4', '6.9', '136.0'],
  ];
  const ends = [230, 290, 350, 410];
  const content =
    show('Employment', 219, level(-1), size) +
    show('Change', 341, level(-1), size) +
    line(190, level(-1) - 3, 292, level(-1) - 3) +
    line(308, level(-1) - 3, 402, level(-1) - 3) +
    ['2008', '2018', '2008', '2018'].map((text, c) => figure(text, ends[c]!, 0)).join('') +
    rows
      .map(
        ([label, ...figures], r) =>
          show(label!, 62, level(r + 1), size) +
          figures.map((text, c) => figure(text, ends[c]!, r + 1)).join(''),
      )
      .join('') +
    [0, 4].map((r) => line(60, level(r) - 3, 412, level(r) - 3)).join('');
  const [cells, ...more] = await read(content);
  expect(more).toEqual([]);
  expect(cells).toContain('0,1 1×2 Employment');
  expect(cells).toContain('0,3 1×2 Change');
  expect(cells!.slice(-5)).toEqual(rows[3]!.map((text, c) => `5,${c} ${text}`));
});

test('two figures side by side in each cell of a drawn column stand in two columns, and their head spans both', async () => {
  const xs = [60, 180, 280, 380];
  const rows = [
    ['Arden', '269', '3.4 (1.5)', '24', '8.1 (2.3)'],
    ['Belmont', '23', '1.9 (0.4)', '168', '3.8 (1.4)'],
    ['Corwen', '186', '4.1 (2.9)', '173', '2.5 (1.5)'],
    ['Dorne', '29', '6.1 (0.3)', '135', '8.2 (2.4)'],
    ['Elm', '62', '7.5 (0.4)', '108', '9.0 (2.7)'],
  ];
  const at = [65, 195, 230, 295, 330];
  const heads = ['District', 'First year', 'Second year'];
  const contentOf = (shown: readonly (readonly string[])[]): string =>
    heads.map((text, c) => show(text, xs[c]! + 20, level(0), size)).join('') +
    shown.flatMap((row, r) => row.map((text, c) => show(text, at[c]!, level(r + 1), size))).join('') +
    [-1, 0, 1, 2, 3, 4, 5].map((r) => line(60, level(r) - 3, 380, level(r) - 3)).join('') +
    xs.map((x) => line(x, level(-1) - 3, x, level(5) - 3)).join('');
  expect(await read(contentOf(rows))).toEqual([
    ['0,0 District', '0,1 1×2 First year', '0,3 1×2 Second year', ...plain([[], ...rows])],
  ]);
  // Two figures in two cells alone say nothing of columns.
  const few = rows.map((row, r) => (r < 2 ? row : [row[0]!, '', row[2]!, '', row[4]!]));
  expect((await read(contentOf(few)))[0]).toContain('0,2 Second year');
});

test('digits alone side by side in each cell of a drawn column are one figure set wide', async () => {
  const xs = [60, 180, 280];
  const names = ['Arden', 'Belmont', 'Corwen', 'Dorne', 'Elm'];
  const content =
    names
      .map(
        (name, r) =>
          show(name, 65, level(r), size) + show('1', 200, level(r), size) + show(`${r}`, 250, level(r), size),
      )
      .join('') +
    [-1, 0, 1, 2, 3, 4].map((r) => line(60, level(r) - 3, 280, level(r) - 3)).join('') +
    xs.map((x) => line(x, level(-1) - 3, x, level(4) - 3)).join('');
  const [cells] = await read(content);
  expect(cells!.filter((cell) => /,2/.test(cell))).toEqual([]);
});

test('figures over one another between two blanks are of rows of their own', async () => {
  const blank = new Set([7, 11]);
  const rows = Array.from({ length: 16 }, (_, r) => [
    `第${r + 1}渠道`,
    blank.has(r) ? '' : `${70 + 13 * r}.${10 + r}`,
    r % 5 === 3 ? '' : `${900 - 7 * r}.4${r % 9}`,
    `${31 + r}.2${r % 9}`,
  ]);
  const all = [['名称', '预算数', '调整数', '决算数'], ...rows];
  const sides = [60, 160, 230, 300, 370];
  const content =
    all
      .map(
        ([label, ...figures], r) =>
          show(label!, 64, level(r), size) +
          figures.map((text, c) => (text ? figure(text, sides[c + 2]! - 3, r) : '')).join(''),
      )
      .join('') +
    [-1, 0, 16].map((r) => line(60, level(r) - 3, 370, level(r) - 3)).join('') +
    sides.map((x) => line(x, level(-1) - 3, x, level(16) - 3)).join('');
  const [cells, ...more] = await read(content);
  expect(more).toEqual([]);
  expect(cells).toEqual(plain(all));
});
