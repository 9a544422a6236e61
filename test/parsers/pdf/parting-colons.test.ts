import { expect, test } from 'vitest';
import { writePdf } from './pdf-writer.ts';
import { gridsOf, readPdf, shape } from './reading.ts';

/** Lines of text in one width of type, as they were printed. */
const read = async (lines: readonly string[]) => {
  const content = lines
    .map((line, i) => `BT /F4 8 Tf 1 0 0 1 60 ${700 - i * 9} Tm (${line.replace(/[()]/g, '\\$&')}) Tj ET\n`)
    .join('');
  const font = {
    number: 100,
    dict: '/Type /Font /Subtype /Type1 /BaseFont /Courier /Encoding /WinAnsiEncoding',
  };
  return readPdf(writePdf([{ content, fonts: '/F4 100 0 R' }], { objects: [font] }));
};

test('colons that stand apart part the columns of a table in one width of type, whose lines are typed', async () => {
  const source = await read([
    '='.repeat(56),
    '                    :          :    2009/10 Projections',
    '        Item        : 2007/08  :---------------------------',
    '                    :          :     June   :    July',
    '='.repeat(56),
    '                    :          Million acres',
    ' Area planted       :   60.5   :     59.8   :    60.1',
    ' Area harvested     :   51.0   :     50.2   :    50.6',
    '                    :             Bushels',
    ' Yield              :   40.2   :     42.9   :    43.3',
    ' Stocks             :   71.8   :     90.1   :    88.4',
    '='.repeat(56),
  ]);
  const [grid, ...more] = gridsOf(source);
  expect(more).toEqual([]);
  expect(shape(grid!)).toEqual(
    expect.arrayContaining([
      '0,2 1×2 2009/10 Projections',
      '2,2 June',
      '2,3 July',
      '3,1 1×3 Million acres',
      '4,0 Area planted',
      '4,1 60.5',
      '4,2 59.8',
      '4,3 60.1',
      '8,3 88.4',
    ]),
  );
  expect(grid!.cells.filter(({ text }) => /[:=]|--/.test(text))).toEqual([]);
});
