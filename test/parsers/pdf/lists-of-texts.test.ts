import { expect, test } from 'vitest';
import { show, writePdf } from './pdf-writer.ts';
import { gridsOf, readPdf, shape } from './reading.ts';

const [top, pitch] = [700, 13];
const read = async (content: string) =>
  gridsOf(await readPdf(writePdf([{ content }]))).map((grid) => shape(grid));
const asCells = (rows: readonly (readonly string[])[]): string[] =>
  rows.flatMap((row, r) => row.map((text, c) => `${r},${c} ${text}`));
const drawn = (rows: readonly (readonly string[])[], at: readonly number[], step = pitch): string =>
  rows.map((row, r) => row.map((text, c) => show(text, at[c]!, top - r * step)).join('')).join('');

const meanings = [
  ['AMA', 'Arden Mining Agency'],
  ['BLF', 'Belmont land fund'],
  ['CO2', 'carbon dioxide'],
  ['DTI', 'domestic trade index'],
  ['ECX', 'exchange of crop credits'],
  ['FSO', 'Federal Survey Office'],
  ['R&D', 'research and development'],
];

test('abbreviations beside what they stand for are a table without a head, one row each', async () => {
  expect(await read(drawn(meanings, [80, 140]))).toEqual([asCells(meanings)]);
});

test('other short words beside texts are none', async () => {
  const words = meanings.map(([short, text]) => [short!.toLowerCase().replace(/\W|\d/g, 'x'), text!]);
  expect(await read(drawn(words, [80, 140]))).toEqual([]);
  const strangers = meanings.map(([short], i) => [short!, meanings[(i + 3) % meanings.length]![1]!]);
  expect(await read(drawn(strangers, [80, 140]))).toEqual([]);
});

const prose = 'The agency reports that spending on programmes rose while revenue remained and that its';

test('rows of prose between lines across the page are no columns of prose', async () => {
  const at = [60, 170, 330];
  const entry = [
    ['Regional agencies', 'The office of the region reports', 'The survey of the region covers'],
    ['should report', 'what it spends in each quarter', 'most of what is spent by offices'],
  ];
  const bands = [0, 1, 2, 3, 4];
  const rule = (y: number): string => `0.5 w 58 ${y} m 490 ${y} l S\n`;
  const content =
    [0, 1, 2].map((l) => show(prose, 60, 750 - l * pitch)).join('') +
    show('Advice', at[0]!, top - 3) +
    show('Response', at[1]!, top - 3) +
    show('Status', at[2]!, top - 3) +
    rule(top - 8) +
    bands
      .map(
        (band) =>
          entry
            .map((row, l) =>
              row.map((text, c) => show(text, at[c]!, top - 20 - band * 32 - l * pitch)).join(''),
            )
            .join('') + rule(top - 40 - band * 32),
      )
      .join('');
  const [cells, ...more] = await read(content);
  expect(more).toEqual([]);
  expect(cells).toHaveLength(3 * 6);
  expect(cells!.slice(3, 6)).toEqual(entry[0]!.map((text, c) => `1,${c} ${text} ${entry[1]![c]}`));
});

test('a text that goes on with a capital is of the row that its label begins, also where its words are set apart', async () => {
  const at = [80, 180, 260];
  const rows = [
    ['Study', 'Body', 'Result'],
    ['Arden', 'Agency', 'Spending rose in all regions but for'],
    ['', '', 'Belmont.'],
    ['Corwen', 'Office', 'Reports are read.'],
    ['Dorne', 'Court', ''],
    ['', '', 'Harbours remain open.'],
    ['Elm', 'Agency', 'Closed.'],
  ];
  const level = (r: number): number => 600 - r * 12;
  const spread = ['Surveys', 'were', 'asked', 'of'].map((word, i) =>
    show(word, at[2]! + i * 43.8, level(4), 9),
  );
  const rule = (y: number): string => `0.8 w 78 ${y} m 450 ${y} l S\n`;
  const content = [
    ...rows.flatMap((row, r) => row.map((text, c) => (text ? show(text, at[c]!, level(r), 9) : ''))),
    ...spread,
    ...[level(-1) - 3, level(0) - 3, level(6) - 3].map(rule),
  ];
  const [cells, ...more] = gridsOf(await readPdf(writePdf([{ content: content.join('') }]))).map(shape);
  expect(more).toEqual([]);
  expect(cells!.map((cell) => cell.replaceAll('\n', ' '))).toEqual([
    ...['0,0 Study', '0,1 Body', '0,2 Result'],
    ...['1,0 Arden', '1,1 Agency', '1,2 Spending rose in all regions but for Belmont.'],
    ...['2,0 Corwen', '2,1 Office', '2,2 Reports are read.'],
    ...['3,0 Dorne', '3,1 Court', '3,2 Surveys were asked of Harbours remain open.'],
    ...['4,0 Elm', '4,1 Agency', '4,2 Closed.'],
  ]);
});
