import { expect, test } from 'vitest';
import { show, writePdf } from './pdf-writer.ts';
import { gridsOf, readPdf, shape } from './reading.ts';

const size = 9;

/** The width of a text as the writer sets it: digits are 5 wide, points and brackets less. */
const widthOf = (text: string): number =>
  text.split('').reduce((sum, sign) => sum + (/[,.\s]/.test(sign) ? 2.5 : /[()]/.test(sign) ? 3 : 5), 0);

/** A row with its label at `indent`, and its figures ending at `ends`. */
const rowOf = (
  [label, ...figures]: readonly string[],
  y: number,
  ends: readonly number[],
  indent = 0,
): string =>
  show(label!, 80 + indent, y, size) +
  figures.map((text, i) => (text ? show(text, ends[i]! - widthOf(text), y, size) : '')).join('');

const rule = (x0: number, x1: number, y: number): string => `0.6 w ${x0} ${y} m ${x1} ${y} l S\n`;

const read = async (content: string) =>
  gridsOf(await readPdf(writePdf([{ content }]))).map((grid) => shape(grid));

/** Rows of single cells as they are shown. */
const plain = (rows: readonly (readonly string[])[], from = 0): string[] =>
  rows.flatMap((row, r) => row.map((text, c) => `${r + from},${c}${text ? ` ${text}` : ''}`));

test('lines over the sums of a statement alone, and under a sum, are of a table with the labels far before them', async () => {
  const rows = [
    ['in millions', '2009', '2008'],
    ['Assets', '', ''],
    ['Cash held', '460,800', '502,486'],
    ['Loans', '743,312', '580,397'],
    ['Buildings', '595,659', '932,540'],
    ['Total assets', '481,101', '428,187'],
    ['Liabilities', '', ''],
    ['Accounts payable to others', '765,139', '(613,449)'],
    ['Benefits due', '258,701', '(626,268)'],
    ['Total liabilities', '604,760', '774,815'],
    ['Net position', '837,743', '614,294'],
  ];
  const ends = [400, 480];
  const level = (r: number): number => 600 - r * 13;
  const rules = [1, 5, 9].map((r) => rule(350, 404, level(r) + 9.5) + rule(430, 484, level(r) + 9.5));
  const sums = ends.map((end) => rule(end - 32.5, end, level(5) - 1.5));
  const content = rows.map((row, r) => rowOf(row, level(r), ends, [2, 3, 4, 7, 8].includes(r) ? 8 : 0));
  expect(await read([...content, ...rules, ...sums].join(''))).toEqual([plain(rows)]);
});

test('heads over the first line of a table, which leaves out its labels, span the columns below it', async () => {
  const rows = [
    ['Function', '2007', '2008', '2007', '2008'],
    ['Research', '44,141', '36,576', '59,770', '47,486'],
    ['Housing', '15,975', '55,916', '76,163', '13,614'],
    ['Transport', '76,211', '92,497', '51,932', '22,781'],
    ['Training', '77,663', '40,663', '41,479', '54,249'],
    ['Energy', '51,823', '31,721', '31,246', '16,979'],
  ];
  const ends = [220, 290, 360, 430];
  const level = (r: number): number => 600 - r * 14;
  const heads = show('Authority', 221, level(-1), size) + show('Outlays', 363, level(-1), size);
  const rules = [rule(150, 440, level(0) + 10), rule(78, 440, level(0) - 4), rule(78, 440, level(5) - 4)];
  const content = rows.map((row, r) => rowOf(row, level(r), ends));
  expect(await read([heads, ...content, ...rules].join(''))).toEqual([
    [
      '0,0 2×1 Function',
      '0,1 1×2 Authority',
      '0,3 1×2 Outlays',
      ...plain(rows)
        .slice(1, 5)
        .map((s) => s.replace('0,', '1,')),
      ...plain(rows.slice(1), 2),
    ],
  ]);
});

test('texts in the middle of all columns are heads of sections', async () => {
  const ends = [250, 330, 410];
  const rows = [
    ['Country', '2001', '2002', '2003'],
    ['Males'],
    ['Latvia', '8,983', '6,682', '3,696'],
    ['Ireland', '6,828', '8,948', '7,821'],
    ['Slovakia', '2,191', '2,132', '6,247'],
    ['Females'],
    ['Spain', '5,566', '7,798', '8,918'],
    ['Greece', '5,381', '2,546', '7,252'],
  ];
  const content = rows.map((row, r) =>
    row.length === 1
      ? show(row[0]!, 245 - row[0]!.length * 2.3, 600 - r * 14, size)
      : rowOf(row, 600 - r * 14, ends),
  );
  expect(await read(content.join(''))).toEqual([
    rows.flatMap((row, r) => (row.length === 1 ? [`${r},0 1×4 ${row[0]}`] : plain([row], r))),
  ]);
});

test('a label that begins left of the one above it is none of its lines', async () => {
  const ends = [280, 340, 400];
  const rows = [
    ['Item', '2004', '2005', '2006'],
    ['Receipts', '', '', ''],
    ['Income taxes', '7,159', '4,716', '3,798'],
    ['Public procurement', '2,722', '5,862', '9,082'],
    ['Outlays', '', '', ''],
    ['Transport', '1,136', '5,210', '7,649'],
    ['Research of agencies', '8,681', '6,708', '3,296'],
    ['Financing', '', '', ''],
    ['Loans', '6,898', '1,731', '9,184'],
    ['Bonds', '8,952', '6,287', '4,298'],
  ];
  const content = rows.map((row, r) => rowOf(row, 600 - r * 11, ends, row[1] && r > 0 ? 8 : 0));
  expect(await read(content.join(''))).toEqual([plain(rows)]);
});

test('rows above the first sum of a statement, which has its first line, are rows, and the unit above them is none', async () => {
  const ends = [320, 420];
  const rows = [
    ['', '2008', '2007'],
    ['Goal 1: Harbours', '', ''],
    ['Gross costs', '332,261', '211,885'],
    ['Less: fees earned', '547,970', '81,255'],
    ['Net costs', '633,773', '669,216'],
    ['Goal 2: Canals', '', ''],
    ['Gross costs', '133,092', '546,367'],
    ['Less: fees earned', '763,852', '73,288'],
    ['Net costs', '160,031', '236,592'],
    ['All goals', '495,824', '658,356'],
  ];
  const level = (r: number): number => 600 - r * 13;
  const sums = [4, 8, 9].flatMap((r) => ends.map((end) => rule(end - 60, end + 2, level(r) + 9)));
  const content =
    show('(In thousands)', 230, level(-1), size) +
    rows.map((row, r) => rowOf(row, level(r), ends, /costs|fees/.test(row[0]!) ? 10 : 0)).join('') +
    sums.join('');
  expect(await read(content)).toEqual([plain(rows)]);
});
