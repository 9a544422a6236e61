import { describe, expect, test } from 'vitest';
import { show, writePdf } from './pdf-writer.ts';
import { gridsOf, readPdf } from './reading.ts';
import { type DrawnCell, drawTable } from './table-drawing.ts';

const xs = [40, 130, 220, 310, 400, 480, 560];
const size = 10;
const names = ['德安县2026年农业发展资金分配表', '单位：万元'];

/** Where the table begins, below the head of the page, in points. */
const top = 150;

type Row = readonly DrawnCell[];

/** Cells of a row from the left: a text, or a text with its spans. */
function row(at: number, texts: readonly (string | [string, number, number])[]): DrawnCell[] {
  let column = 0;
  return texts.map((entry) => {
    const [text, rowSpan, columnSpan] = typeof entry === 'string' ? [entry, 1, 1] : entry;
    const cell = { row: at, column, rowSpan, columnSpan, lines: text === '' ? [] : [text] };
    column += columnSpan;
    return cell;
  });
}

const upperHead = (at: number, height: number, label = '项目单位', sum = '合计'): DrawnCell[] =>
  row(at, [
    [label, height, 1],
    ['农业生产发展', 1, 2],
    ['病虫害控制', 1, 2],
    [sum, height, 1],
  ]);
const lowerHead = (at: number): DrawnCell[] =>
  ['良种示范补助', '地力提升补助', '绿色防控补助', '统防统治补助'].map((text, i) => ({
    row: at,
    column: i + 1,
    lines: [text],
  }));
const entry = (at: number, label: string, figures: readonly string[]): DrawnCell[] =>
  row(at, [label, ...figures]);

/** One page: the texts over the table, and its rows of 20 points. */
function page(over: readonly string[], rows: readonly Row[], height: number) {
  const cells = rows.flat();
  const ys = Array.from({ length: height + 1 }, (_, i) => top + 20 * i);
  return {
    content: `${over.map((name, i) => show(name, 60, 842 - top + 20 - 13 * i, size)).join(' ')} ${drawTable({ xs, ys, size, cells }, 'strokes')}`,
  };
}

const first = [
  ['双槐镇', '22.7', '26.0', '', '1.5', '50.2'],
  ['麦场乡', '14.4', '3.5', '23.7', '6.8', '48.4'],
] as const;
const rest = [
  ['大榆镇', '', '1.2', '6.7', '', '7.9'],
  ['稻香镇', '3.0', '', '', '9.8', '12.8'],
] as const;
const entries = (from: number, rows: readonly (readonly string[])[]): DrawnCell[][] =>
  rows.map(([label, ...figures], i) => entry(from + i, label!, figures));

const start = page(names, [upperHead(0, 2), lowerHead(1), ...entries(2, first)], 4);
const whole = page(
  names,
  [upperHead(0, 2), lowerHead(1), ...entries(2, [...first, ['合计', '37.1', '29.5', '23.7', '8.3', '98.6']])],
  5,
);

/** Rows and the labels of the first column of every table. */
async function labels(...pages: { content: string }[]): Promise<(string | number)[][]> {
  const grids = gridsOf(await readPdf(writePdf(pages)));
  return grids.map(({ rows, cells }) => [
    rows,
    ...cells.filter(({ column }) => column === 0).map(({ text }) => text),
  ]);
}

const all = [6, '项目单位', '双槐镇', '麦场乡', '大榆镇', '稻香镇'];

describe('rows that a sheet repeats on every page', () => {
  test.each([
    [
      'end within the head, whose labels are cut off',
      names,
      [upperHead(0, 1, '', ''), ...entries(1, rest)],
      3,
    ],
    ['end within the head, whose labels show', names, [upperHead(0, 1), ...entries(1, rest)], 3],
    [
      'begin within the head',
      [],
      [
        row(0, ['', '', '', '', '', '']).slice(0, 1),
        lowerHead(0),
        row(0, ['', '', '', '', '', '']).slice(5),
        ...entries(1, rest),
      ],
      3,
    ],
    ['hold the first entry', names, [upperHead(0, 2), lowerHead(1), ...entries(2, [first[0], ...rest])], 5],
    ['are those over the table alone', names, entries(0, rest), 2],
    ['are the name of the table alone', names.slice(0, 1), entries(0, rest), 2],
  ] as const)('%s', async (_, over, rows, height) => {
    expect(await labels(start, page(over, rows, height))).toEqual([all]);
  });

  test('leave the label below a cell that they cut without a line', async () => {
    const cut = row(0, [
      ['', 2, 1],
      ['农业生产发展', 1, 2],
      ['病虫害控制', 1, 2],
      ['', 1, 1],
    ]);
    const figures = entry(1, '', rest[0].slice(1)).slice(1);
    const label = { row: 1, column: 0, lines: ['大榆镇'] };
    const content = page(names, [cut, figures, ...entries(2, rest.slice(1))], 3).content;
    const y = 842 - top - 20 - 14;
    expect(await labels(start, { content: `${content} ${show(label.lines[0]!, 60, y, size)}` })).toEqual([
      all,
    ]);
  });

  test('are the first entry alone, which is read once and in doubt', async () => {
    const next = page([], entries(0, [first[0], ...rest]), 3);
    expect(await labels(start, next)).toEqual([all]);
    const [grid] = gridsOf(await readPdf(writePdf([start, next])));
    const doubted = grid!.cells.filter(({ doubt }) => doubt !== undefined);
    expect(doubted.map(({ text }) => text)).toEqual(first[0].filter((text) => text !== ''));
  });

  test('are none where an entry has another figure than the first', async () => {
    const other = ['双槐镇', '22.7', '26.0', '', '1.6', '50.3'];
    const [grid] = await labels(start, page([], entries(0, [other, ...rest]), 3));
    expect(grid).toEqual([7, ...all.slice(1, 4), '双槐镇', ...all.slice(4)]);
  });

  test('are a head of its own behind the sum of another table', async () => {
    const next = page(names, [upperHead(0, 2), lowerHead(1), ...entries(2, rest)], 4);
    expect(await labels(whole, next)).toHaveLength(2);
  });
});
