import { expect, test } from 'vitest';
import { markNoInk } from '../../../parsers/pdf/characters/mark-no-ink.ts';
import { packed } from './packed-file.ts';
import { show, writePdf } from './pdf-writer.ts';
import { gridsOf, readPdf } from './reading.ts';
import { drawTable } from './table-drawing.ts';

const table = drawTable(
  {
    xs: [100, 200, 300],
    ys: [162, 202, 242],
    cells: ['渠道清淤', '12.50', '堤岸绿化', '8.00'].map((text, i) => ({
      row: i >> 1,
      column: i % 2,
      lines: [text],
    })),
  },
  'strokes',
);

/** A table over which a figure and an area are drawn in an ink that prints nothing, and one in an ink of its own. */
function written(none: string): Uint8Array {
  const resources = `/ColorSpace << /N [${none} /DeviceCMYK 80 0 R] /S [/Separation /Spot /DeviceCMYK 80 0 R] >>`;
  const unprinted = `q /N cs /N CS 1 scn 1 SCN 100 600 200 80 re f 250 600 m 250 680 l S ${show('99.99', 260, 655, 9)} Q\n`;
  const content = `${table}${unprinted}q /S cs 1 scn ${show('年', 280, 640, 9)} Q`;
  const tint = { number: 80, dict: '/FunctionType 2 /Domain [0 1] /C0 [0 0 0 0] /C1 [0 0 0 1] /N 1' };
  return writePdf([{ content, resources }], { objects: [tint] });
}

test.each([
  ['in the clear', written('/Separation /None')],
  ['over lines', written('/Separation\r\n /None')],
  ['without blanks', written('/Separation/None')],
  ['packed with other objects', packed(written('/Separation /None'))],
  ['by a list of inks', written('/DeviceN [/None /None]')],
])('a figure in ink that prints nothing is left out and told: %s', async (_, bytes) => {
  const source = await readPdf(bytes);
  expect(gridsOf(source).map(({ cells }) => cells.map(({ text }) => text))).toEqual([
    ['渠道清淤', '12.50\n年', '堤岸绿化', '8.00'],
  ]);
  expect(source.warnings.map(({ code, message }) => [code, message.en])).toEqual([
    ['text_left_out', expect.stringContaining('99.99')],
  ]);
});

test('other inks, and what is encrypted, stay as they are', () => {
  for (const text of [
    '[/Separation /Nonesuch /DeviceGray 1 0 R]',
    '[/Separation /None 1 0 R] /Encrypt 9 0 R',
    '[/DeviceN [/None /Cyan] /DeviceCMYK 1 0 R]',
  ]) {
    const bytes = Buffer.from(text, 'latin1');
    expect(Buffer.from(markNoInk(Buffer.from(bytes))).toString('latin1')).toBe(text);
  }
});
