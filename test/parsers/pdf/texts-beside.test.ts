import { describe, expect, test } from 'vitest';
import { show, writePdf } from './pdf-writer.ts';
import { gridsOf, readPdf, shape } from './reading.ts';

const read = async (content: string) => readPdf(writePdf([{ content }]));
const written = (rows: readonly (readonly string[])[], columns: readonly number[], pitch = 12): string =>
  rows.map((row, r) => row.map((text, c) => show(text, columns[c]!, 600 - r * pitch, 9)).join('')).join('');

const addresses = [
  ['Agency of Harbours', 'Office for Forests', 'House of Rivers'],
  ['64 Long Street', '8 Rose Street', '27 High Street'],
  ['6300 Northport', '4185 Elmwood', '7824 Millford'],
  ['Tel. +30 660 2156', 'Tel. +43 885 4948', 'Tel. +46 842 3400'],
  ['Fax +43 236 5740', 'Fax +44 773 6155', 'Fax +35 719 7035'],
];
const entries = [
  ['Figures, 77, 104', 'Slowing growth, 85, 188', 'Revenue, 5, 161'],
  ['Roses, 98, 191', 'Taxes, 98, 162', 'Members, 28, 143'],
  ['Quarters, 77, 156', 'Takings, 1, 161', 'Audits, 89, 108'],
  ['Programmes, 80, 142', 'Measures, 33, 133', 'Reports, 39, 112'],
  ['Rivers, 52, 145', 'Crossings, 46, 117', 'Harbours, 91, 185'],
  ['Unions, 27, 102', 'Agencies, 10, 118', 'Publishers, 46, 170'],
];

describe('texts side by side that are no table', () => {
  test.each([
    ['addresses', addresses, [80, 230, 360]],
    ['the entries of an index in columns of one width', entries, [80, 220, 360]],
  ])('%s', async (_, rows, columns) => {
    expect(gridsOf(await read(written(rows, columns)))).toEqual([]);
  });

  test('the figures at the axes of two charts without lines, their years and names', async () => {
    const axes = [50, 40, 30, 20, 10, 0].map((figure) => [String(figure), String(figure)]);
    const years = ['2000', '2002', '2004'];
    const content =
      written([['Imports by port', 'Exports by port']], [120, 320]) +
      axes
        .map((row, r) =>
          row
            .map((text, c) => show(text, 80 + c * 200 + (text.length < 2 ? 5 : 0), 580 - r * 20, 9))
            .join(''),
        )
        .join('') +
      [0, 200].map((x) => years.map((year, i) => show(year, 95 + x + i * 50, 465, 9)).join('')).join('') +
      [0, 200].map((x) => show('Goods', 100 + x, 450, 9) + show('Services', 170 + x, 450, 9)).join('');
    expect(gridsOf(await read(content))).toEqual([]);
  });
});

describe('tables that look like them', () => {
  test.each([
    [
      'telephone numbers behind their names',
      [
        ['Office', 'Telephone', 'Staff'],
        ['Harbours', 'Tel. +30 660 2156', '120'],
        ['Forests', 'Tel. +43 885 4948', '85'],
        ['Rivers', 'Tel. +46 842 3400', '97'],
        ['Roads', 'Tel. +47 842 3411', '64'],
      ],
    ],
    [
      'columns of one width with figures',
      [
        ['Sector', '2001', '2002'],
        ['Coal', '1520', '1640'],
        ['Gas', '2310', '2190'],
        ['Water', '1180', '1275'],
        ['Wind', '3410', '3665'],
      ],
    ],
    [
      'years in steps of one size',
      [
        ['Year', 'Imports', 'Exports'],
        ['2001', '40', '44'],
        ['2002', '50', '51'],
        ['2003', '60', '57'],
        ['2004', '70', '69'],
        ['2005', '80', '82'],
      ],
    ],
  ])('%s', async (_, rows) => {
    const [grid, ...more] = gridsOf(await read(written(rows, [80, 220, 360])));
    expect(more).toEqual([]);
    expect(shape(grid!)).toEqual(rows.flatMap((row, r) => row.map((text, c) => `${r},${c} ${text}`)));
  });
});
