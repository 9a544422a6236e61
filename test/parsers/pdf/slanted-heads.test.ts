import { describe, expect, test } from 'vitest';
import { show, writePdf } from './pdf-writer.ts';
import { gridsOf, readPdf } from './reading.ts';
import { drawTable } from './table-drawing.ts';

const table = {
  xs: [60, 160, 260, 360],
  ys: [60, 100, 124, 148],
  cells: [
    ['', '2031', '2032'],
    ['清淤', '12.50', '11.00'],
    ['绿化', '8.00', '7.50'],
  ].flatMap((row, r) => row.map((text, column) => ({ row: r, column, lines: text === '' ? [] : [text] }))),
};
const [left, top, right, bottom] = [60, 842 - 60, 160, 842 - 100];
const stroke = (x0: number, y0: number, x1: number, y1: number): string => `${x0} ${y0} m ${x1} ${y1} l S\n`;
const texts = show('年度', 130, top - 12, 9) + show('项目', 66, bottom + 5, 9);

async function headOf(content: string, extra = ''): Promise<string> {
  const page = { content: drawTable(table, 'strokes') + content, extra };
  const [grid] = gridsOf(await readPdf(writePdf([page])));
  return grid!.cells[0]!.text;
}

describe('a head cell that is cut across', () => {
  test.each([
    ['a line from corner to corner', stroke(left, top, right, bottom)],
    ['a thin area', `60.3 782.2 m 160.3 742.4 l 159.7 741.8 l 59.7 781.6 l f\n`],
  ])('holds two heads: %s', async (_, line) => {
    expect(await headOf(line + texts)).toBe('年度\n项目');
  });

  test('holds three heads where two lines begin in one corner', async () => {
    const lines = stroke(left, top, right, top - 20) + stroke(left, top, left + 50, bottom);
    expect(await headOf(lines + texts + show('金额', 125, bottom + 5, 9))).toBe('年度\n项目\n金额');
  });

  test('holds one text where a line across begins in no corner', async () => {
    expect(await headOf(stroke(left + 20, top - 10, right - 20, bottom + 10) + texts)).toBe('年度项目');
  });
});
