import { expect, test } from 'vitest';
import { show, writePdf } from './pdf-writer.ts';
import { gridsOf, readPdf, shape } from './reading.ts';

const ends = [250, 330, 410];
const head = ['Country', 'Imports', 'Exports', 'Balance'];
const sections = [
  [
    ['Latvia', '8,983', '6,682', '3,696'],
    ['Romania', '9,133', '4,725', '9,525'],
    ['Ireland', '6,828', '8,948', '7,821'],
    ['Slovakia', '2,191', '2,132', '6,247'],
  ],
  [
    ['Spain', '5,566', '7,798', '8,918'],
    ['Greece', '5,381', '2,546', '7,252'],
    ['Malta', '5,933', '3,724', '5,672'],
  ],
];

/** The width of a text as the writer sets it, at a size of 9: digits are 5 wide, and a comma and blanks half of that. */
const widthOf = (text: string): number =>
  text.split('').reduce((sum, sign) => sum + (/[,.\s]/.test(sign) ? 2.5 : 5), 0);

const rowOf = (row: readonly string[], y: number): string =>
  row
    .map((text, c) => show(text, c === 0 ? 80 : ends[c - 1]! - (/\d/.test(text) ? widthOf(text) : 34), y, 9))
    .join('');

test('a year in the middle of all columns is the head of a section, no rest of the figure above it', async () => {
  let y = 600;
  const rows = [head, ...sections[0]!, ['2006'], ...sections[1]!];
  const content = rows.map((row) => {
    y -= 14;
    return row.length === 1 ? show('2006', (80 + 410) / 2 - 10, y, 9) : rowOf(row, y);
  });
  const [grid, ...more] = gridsOf(await readPdf(writePdf([{ content: content.join('') }])));
  expect(more).toEqual([]);
  expect(shape(grid!)).toEqual(
    rows.flatMap((row, r) =>
      row.length === 1 ? [`${r},0 1×4 2006`] : row.map((text, c) => `${r},${c} ${text}`),
    ),
  );
});
