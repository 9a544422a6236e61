import { expect, test } from 'vitest';
import { show, writePdf } from './pdf-writer.ts';
import { gridsOf, readPdf, shape } from './reading.ts';

const [top, pitch, size] = [700, 16, 10];
/** A digit of Helvetica is this wide, in ems. */
const digit = 0.556;
const rightAt = (text: string, x: number, y: number): string =>
  show(text, x - text.length * digit * size, y, size);
const read = async (content: string) =>
  gridsOf(await readPdf(writePdf([{ content }]))).map((grid) => shape(grid));

const names = [
  'Arden',
  'Belmont',
  'Corley',
  'Dunmore',
  'Elm',
  'Fenwick',
  'Garth',
  'Hollow',
  'Inver',
  'Juniper',
];
const [ranksEnd, namesBegin] = [80, 84.5];

function ranked(rows: readonly (readonly [string, string, string])[]): string {
  return rows
    .map(([rank, name, rate], r) => {
      const y = top - r * pitch;
      return (
        rightAt(rank, ranksEnd, y) + show(name, namesBegin, y, size) + (rate && show(rate, 240, y, size))
      );
    })
    .join('');
}

test('ranks right before names are a column where they end at one place and the names begin at one', async () => {
  const rows = names.map((name, i): [string, string, string] => [String(i + 1), name, `${41 - i}.${i}`]);
  expect(await read(ranked(rows))).toEqual([
    rows.flatMap((row, r) => row.map((text, c) => `${r},${c} ${text}`)),
  ]);
});

test('numbers of one digit, as a space before names leaves them, are of those names', async () => {
  const rows = names
    .slice(0, 9)
    .map((name, i): [string, string, string] => [String(i + 1), name, `${41 - i}.${i}`]);
  const more = rows.map((_, i) => show(`${72 + i}.${i}`, 300, top - i * pitch, size)).join('');
  expect(await read(ranked(rows) + more)).toEqual([
    rows.flatMap(([rank, name, rate], r) => [
      `${r},0 ${rank} ${name}`,
      `${r},1 ${rate}`,
      `${r},2 ${72 + r}.${r}`,
    ]),
  ]);
});

test('numbers before lines of text are no column', async () => {
  const rows = names.map((name, i): [string, string, string] => [
    String(i + 1),
    `${name} reports what it spends in each quarter and what it is paid`,
    '',
  ]);
  expect(await read(ranked(rows))).toEqual([]);
});
