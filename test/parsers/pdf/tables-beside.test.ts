import { expect, test } from 'vitest';
import { show, writePdf } from './pdf-writer.ts';
import { gridsOf, readPdf, shape } from './reading.ts';

const read = async (content: string) =>
  gridsOf(await readPdf(writePdf([{ content }]))).map((grid) => shape(grid));

type Rows = readonly (readonly string[])[];

const drawn = (rows: Rows, at: readonly number[], pitch = 14): string =>
  rows.map((row, r) => row.map((text, c) => show(text, at[c]!, 600 - r * pitch)).join('')).join('');

const asCells = (rows: Rows): string[] => rows.flatMap((row, r) => row.map((text, c) => `${r},${c} ${text}`));

const [left, right] = [
  [80, 150, 200],
  [330, 400, 450],
];

const regions = [
  ['Region', '2008', '2009'],
  ['Arden', '412', '398'],
  ['Belmont', '87', '91'],
  ['Corwen', '1,204', '1,310'],
  ['Dorne', '55', '58'],
  ['Elmet', '310', '306'],
];
const kinds = [
  ['Kind', '2008', '2009'],
  ['Roads', '204', '310'],
  ['Water', '155', '158'],
  ['Parks', '31', '29'],
  ['Schools', '96', '84'],
];

test('tables side by side without lines are two where their rows lie at heights of their own', async () => {
  expect(await read(drawn(regions, left) + drawn(kinds, right, 18))).toEqual([
    asCells(regions),
    asCells(kinds),
  ]);
});

test('tables side by side without lines are two where one has more rows', async () => {
  const few = kinds.slice(0, 4);
  expect(await read(drawn(regions, left) + drawn(few, right))).toEqual([asCells(regions), asCells(few)]);
});

const halves = regions.slice(0, 5).map((row, r) => [...row, ...(r === 0 ? row : kinds[r]!)]);

test('a head that is repeated tells two tables, unless one name stands over both', async () => {
  const both = drawn(halves, [...left, ...right]);
  const [first, second, ...more] = await read(both);
  expect([first?.length, second?.length, more.length]).toEqual([15, 15, 0]);
  const named = show('Table 4: Exports and imports of the regions, in millions', 80, 616);
  expect(await read(named + both)).toHaveLength(1);
});

test('one table with a wide column of labels in its middle stays one', async () => {
  const one = regions.map((row, r) => [...row, ['Remark', 'agreed', 'open', 'agreed', 'late', 'open'][r]!]);
  expect(await read(drawn(one, [80, 150, 200, 330]))).toEqual([asCells(one)]);
});
