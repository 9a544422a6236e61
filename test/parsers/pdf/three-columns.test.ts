import { expect, test } from 'vitest';
import { show, writePdf } from './pdf-writer.ts';
import { gridsOf, readPdf, shape } from './reading.ts';

const words = ['agency', 'reports', 'that', 'spending', 'on', 'programmes', 'rose', 'while', 'revenue'];
const columns = [60, 225, 390];
const width = 145;

/** Widths of the letters in Helvetica of ten points that differ from the usual one. */
const narrow: Record<string, number> = {
  c: 5,
  i: 2.22,
  l: 2.22,
  m: 8.33,
  r: 3.33,
  s: 5,
  t: 2.78,
  v: 5,
  w: 7.22,
  y: 5,
};
const widthOf = (text: string): number =>
  [...text].reduce((sum, letter) => sum + (narrow[letter] ?? 5.56), 0);

/** Lines of narrow justified prose: a few words each, set apart to reach both margins. */
const prose = (x: number, top: number, lines: number): string =>
  Array.from({ length: lines }, (_, l) => {
    const own = (l % 3 === 0 ? [0, 1, 2] : [0, 1, 2, 3]).map(
      (i) => words[(l * 2 + i + columns.indexOf(x)) % words.length]!,
    );
    const gap = (width - widthOf(own.join(''))) / (own.length - 1);
    let at = x;
    return own
      .map((word) => {
        const text = show(word, at, top - l * 13);
        at += widthOf(word) + gap;
        return text;
      })
      .join('');
  }).join('');

const drawn = (rows: readonly (readonly string[])[], at: readonly number[], top: number): string =>
  rows.map((row, r) => row.map((text, c) => show(text, at[c]!, top - r * 13)).join('')).join('');

const asCells = (rows: readonly (readonly string[])[]): string[] =>
  rows.flatMap((row, r) => row.map((text, c) => `${r},${c} ${text}`));

const read = async (content: string) => readPdf(writePdf([{ content }]));

const rows = [
  ['Region', '2008', '2009', '2010', '2011', '2012'],
  ['Arden', '412', '398', '401', '388', '392'],
  ['Belmont', '87', '91', '95', '99', '101'],
  ['Corwen', '1,204', '1,310', '1,299', '1,287', '1,305'],
  ['Dorne', '55', '58', '61', '60', '64'],
];

test('three columns of justified prose are no table and are read one after the other', async () => {
  const parsed = await read(
    columns.map((x, i) => prose(x, 740, 30) + show(`Ending ${i + 1}.`, x, 350)).join(''),
  );
  expect(gridsOf(parsed)).toEqual([]);
  const text = JSON.stringify(parsed);
  const ends = ['Ending 1.', 'Ending 2.', 'Ending 3.'].map((end) => text.indexOf(end));
  expect(ends).toEqual([...ends].sort((a, b) => a - b));
  expect(ends[0]).toBeGreaterThan(0);
});

test('a table in one of three columns of prose is found and takes nothing from the others', async () => {
  const short = rows.map((row) => row.slice(0, 3));
  const content =
    [60, 390].map((x) => prose(x, 740, 36)).join('') +
    prose(225, 740, 16) +
    drawn(short, [227, 280, 325], 510) +
    prose(225, 425, 12);
  expect(gridsOf(await read(content)).map((grid) => shape(grid))).toEqual([asCells(short)]);
});

test('a table over three columns of prose is one', async () => {
  const content =
    columns.map((x) => prose(x, 740, 16) + prose(x, 420, 16)).join('') +
    drawn(rows, [60, 150, 230, 310, 390, 470], 510);
  expect(gridsOf(await read(content)).map((grid) => shape(grid))).toEqual([asCells(rows)]);
});
