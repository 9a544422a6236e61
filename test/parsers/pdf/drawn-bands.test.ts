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

/** Outer sides, the lines between columns, and one beneath the head. */
const frame = (sides: readonly number[], y0: number, head: number, y1: number): string =>
  [y0, head, y1].map((y) => line(sides[0]!, y, sides.at(-1)!, y)).join('') +
  sides.map((x) => line(x, y0, x, y1)).join('');

test('a double line at the top of a table is no row that has its line', async () => {
  const ends = [180, 236, 292, 348];
  const rows = [
    ['Canals', '622', '13.2', '3,137', '12.9'],
    ['Harbours', '3,408', '45.1', '4,449', '25.7'],
    ['Roads', '4,798', '24.3', '899', '47.0'],
    ['Rails', '3,946', '4.3', '5,549', '47.3'],
    ['Bridges', '379', '9.6', '5,082', '36.1'],
    ['Total', '87,165', '100.0', '67,571', '100.0'],
  ];
  const across = (y: number): string => line(60, y, 352, y);
  const content =
    [1, 3].map((at) => show(at === 1 ? '1990' : '2000', 125 + at * 56, level(-1), size)).join('') +
    ['Output', 'Share', 'Output', 'Share']
      .map((text, c) => show(text, ends[c]! - 28, level(0), size))
      .join('') +
    rows
      .map(
        ([label, ...figures], r) =>
          show(label!, 62, level(r + 1), size) +
          figures.map((text, c) => figure(text, ends[c]!, r + 1)).join(''),
      )
      .join('') +
    [level(-1) + 12, level(-1) + 10, level(0) - 3, level(6) - 3, level(6) - 5].map(across).join('') +
    [140, 252].map((x) => line(x, level(-1) - 3, x + 100, level(-1) - 3)).join('') +
    ends.map((x) => line(x - 44, level(5) - 3, x + 2, level(5) - 3)).join('');
  const [cells, ...more] = await read(content);
  expect(more).toEqual([]);
  expect(cells).toContain('0,1 1×2 1990');
  expect(cells).toContain('0,3 1×2 2000');
  const body = rows.flatMap((row, r) => row.map((text, c) => `${r + 2},${c} ${text}`));
  expect(cells!.slice(-body.length)).toEqual(body);
});

test('marks between the figures of drawn columns leave each its row, and a label that goes on set in is one', async () => {
  const sides = [60, 216, 260, 310, 360];
  const dots = ' '.padEnd(24, '.');
  const rows = [
    ['Account', '2006', '2007', '2008'],
    [`Canals ${'.'.repeat(54)}`, '43', '(*)', '19'],
    [`Harbours${dots}`, '–', '585', '(*)'],
    [`Roads repaired in all of the north and the south${dots}`, '14', '26', '98'],
    [`Rails${dots}`, '(*)', '99', 'NA'],
    [`Lighthouses${dots}`, '82', '(*)', '-29'],
  ];
  const at = [0, 1, 2, 4, 5, 6];
  const content =
    rows
      .map(([label, ...figures], r) => {
        const [first, rest] = r === 3 ? label!.split(' the south') : [label!, undefined];
        return (
          (rest === undefined
            ? show(label!, 64, level(at[r]!), size)
            : show(first!, 64, level(at[r]! - 1), size) + show(`the south${rest}`, 72, level(at[r]!), size)) +
          figures.map((text, c) => figure(text, sides[c + 2]! - 4, at[r]!)).join('')
        );
      })
      .join('') + frame(sides, level(-1) - 3, level(0) - 3, level(6) - 3);
  const [cells, ...more] = await read(content);
  expect(more).toEqual([]);
  const wrapped = rows[3]![0]!.replace(' the south', '\nthe south');
  expect(cells!.map((cell) => cell.replace('and the', 'and\nthe'))).toEqual(
    plain(rows.map((row, r) => (r === 3 ? [wrapped, ...row.slice(1)] : row))),
  );
});

const texts = [
  [['Rules on', 'landing of fish'], ['Ministry'], ['27.2.2009'], ['Done.']],
  [['Audit', 'of harbours', 'and canals'], ['Court'], ['19.8.2009'], ['To be reported', 'in the spring.']],
  [['Grants'], ['Agency'], ['1.3.2009'], ['Under way', 'in two regions.']],
];

/** A frame with three columns and more, a head, and rows of texts without lines between. */
function framedTexts(step: number): string {
  const sides = [60, 170, 230, 290, 400];
  let y = level(0) - 16;
  let content = ['Requirement', 'Authority', 'Deadline', 'State of play']
    .map((text, c) => show(text, sides[c]! + 4, level(0), size))
    .join('');
  for (const row of texts) {
    row.forEach((lines, c) => {
      lines.forEach((text, i) => {
        content += show(text, sides[c]! + 4, y - i * 10, size);
      });
    });
    y -= Math.max(...row.map(({ length }) => length)) * 10 + step;
  }
  return content + frame(sides, level(-1) - 3, level(0) - 4, y);
}

test('white strips part the rows of texts in drawn columns', async () => {
  const rows = texts.map((row) => row.map((lines) => lines.join('\n')));
  expect(await read(framedTexts(8))).toEqual([
    plain([['Requirement', 'Authority', 'Deadline', 'State of play'], ...rows]),
  ]);
});

test('texts in drawn columns without white strips between them stay one row', async () => {
  const [cells] = await read(framedTexts(0));
  expect(cells!.filter((cell) => /^[1-9],/.test(cell))).toHaveLength(4);
});

test('dashes below one another stand for figures, and a note beside a label is of its row', async () => {
  const rows = [
    ['Item', 'Note', '2009', '2008'],
    ['Grants paid', '16', '82,370', '43,861'],
    ['Loans', '11', '—', '37,952'],
    ['Harbour dues', '8', '—', '15,177'],
    ['Other', '25', '—', '52,830'],
    ['Total assets', '', '508,453', '313,494'],
  ];
  const ends = [250, 340, 430];
  const content =
    rows
      .map(
        ([label, ...figures], r) =>
          show(label!, 62, level(r), size) +
          figures
            .map((text, c) =>
              text === '—' ? show(text, ends[c]! - 8, level(r), size) : figure(text, ends[c]!, r),
            )
            .join(''),
      )
      .join('') +
    line(60, level(0) - 3, 432, level(0) - 3) +
    [2, 1].map((c) => line(ends[c]! - 60, level(4) - 3, ends[c]!, level(4) - 3)).join('') +
    line(60, level(5) - 3, 432, level(5) - 3);
  expect(await read(content)).toEqual([plain(rows)]);
});

test('a head above the first line of a grid of figures is of it, and a line of other texts is not', async () => {
  const sides = [60, 150, 210, 270, 330];
  const body = [
    ['Arden', '3,684', '2,439', '4,033'],
    ['Belmont', '2,241', '5,284', '6,319'],
    ['Corwen', '4,076', '7,879', '7,949'],
  ];
  const grid =
    [0, 1, 2, 3].map((r) => line(60, level(r) - 3, 330, level(r) - 3)).join('') +
    sides.map((x) => line(x, level(0) - 3, x, level(3) - 3)).join('') +
    body
      .map((row, r) =>
        row
          .map((text, c) =>
            c === 0 ? show(text, 63, level(r + 1), size) : figure(text, sides[c + 1]! - 3, r + 1),
          )
          .join(''),
      )
      .join('');
  const above = (texts: readonly string[]): string =>
    texts.map((text, c) => show(text, sides[c]! + 12, level(0), size)).join('');
  const heads = ['Region', 'Plants', 'Jobs', 'Sales'];
  expect(await read(grid + above(heads))).toEqual([plain([heads, ...body])]);
  expect(await read(grid + above(['Unit: Arden', 'Year: 2009', '', 'By: Elm']))).toEqual([plain(body)]);
  expect(await read(grid + above(['Regions', '', 'in thousands']))).toEqual([plain(body)]);
});
