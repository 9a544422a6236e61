import { expect, test } from 'vitest';
import { show, writePdf } from './pdf-writer.ts';
import { gridsOf, readPdf, shape } from './reading.ts';

const read = async (content: string) =>
  gridsOf(await readPdf(writePdf([{ content }]))).map((grid) => shape(grid));

/** Lines of prose in two columns, or in one of them. */
const prose = (top: number, lines: number, at: readonly number[] = [60, 310]): string =>
  at
    .flatMap((x) =>
      Array.from({ length: lines }, (_, l) =>
        show('agencies report that spending rose while'.slice(l % 3), x, top - l * 13),
      ),
    )
    .join('');

const drawn = (rows: readonly (readonly string[])[], at: readonly number[], top: number): string =>
  rows.map((row, r) => row.map((text, c) => show(text, at[c]!, top - r * 13)).join('')).join('');

const asCells = (rows: readonly (readonly string[])[]): string[] =>
  rows.flatMap((row, r) => row.map((text, c) => `${r},${c} ${text}`));

const wide = [
  ['Region', '2007', '2008', '2009', '2010', '2011'],
  ['Arden', '412', '398', '401', '388', '392'],
  ['Belmont', '87', '91', '95', '99', '101'],
  ['Corwen', '1,204', '1,310', '1,299', '1,287', '1,305'],
  ['Dorne', '55', '58', '61', '60', '64'],
];

test('a table without lines over both columns of a page of prose is one', async () => {
  const content = prose(760, 16) + drawn(wide, [60, 150, 230, 310, 390, 470], 500) + prose(400, 16);
  expect(await read(content)).toEqual([asCells(wide)]);
});

test('a table in each column of a page of prose, side by side, are two', async () => {
  const narrow = wide.map((row) => row.slice(0, 3));
  const content =
    prose(760, 16) +
    drawn(narrow, [60, 150, 220], 500) +
    drawn(narrow, [310, 400, 470], 500) +
    prose(400, 16);
  expect(await read(content)).toEqual([asCells(narrow), asCells(narrow)]);
});

test('a table in one column of prose takes nothing from the other', async () => {
  const narrow = wide.map((row) => row.slice(0, 3));
  const content =
    prose(760, 16) + prose(552, 24, [60]) + drawn(narrow, [310, 400, 470], 500) + prose(400, 12, [310]);
  expect(await read(content)).toEqual([asCells(narrow)]);
});

test('rows over both columns of prose may have no figure in some of theirs', async () => {
  const open = wide.map((row, r) => row.map((text, c) => (r > 0 && c === r + 1 ? 'n/a' : text)));
  const content = prose(760, 16) + drawn(open, [60, 150, 230, 310, 390, 470], 500) + prose(400, 16);
  expect(await read(content)).toEqual([asCells(open)]);
});
