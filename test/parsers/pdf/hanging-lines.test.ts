import { describe, expect, test } from 'vitest';
import { show, writePdf } from './pdf-writer.ts';
import { gridsOf, readPdf, shape } from './reading.ts';

const xs = [60, 160, 230, 300, 370, 440];
const [top, pitch, size] = [720, 20, 9];
const level = (row: number): number => top - row * pitch;
const line = (x0: number, y0: number, x1: number, y1: number): string => `${x0} ${y0} m ${x1} ${y1} l S\n`;
const text = (words: string, from: number, to: number, row: number): string => {
  const width = [...words].reduce((sum, sign) => sum + (sign > '\u00ff' ? 1 : 0.5), 0) * size;
  return show(words, (xs[from]! + xs[to]! - width) / 2, level(row) - 13, size);
};
const body = [
  ['渠道清淤', '12.50', '11.00', '30.25', '28.40'],
  ['闸门更换', '8.00', '8.00', '6.10', '6.10'],
  ['堤岸绿化', '20.40', '19.75', '15.00', '14.20'],
  ['泵站维护', '5.20', '5.00', '9.80', '9.60'],
];
const rows = body.length + 2;

/** Lines down within the head as far as its cells reach, and across under the head alone. */
const lines = `0.5 w ${xs[0]} ${level(rows)} ${xs[5]! - xs[0]!} ${rows * pitch} re S\n${[1, 3]
  .map((c) => line(xs[c]!, level(0), xs[c]!, level(rows)))
  .join(
    '',
  )}${[2, 4].map((c) => line(xs[c]!, level(1), xs[c]!, level(rows))).join('')}${line(xs[0]!, level(2), xs[5]!, level(2))}`;
const figures = body.map((row, r) => row.map((one, c) => text(one, c, c + 1, r + 2)).join('')).join('');
const parts = ['预算数', '执行数', '预算数', '执行数'];

describe('lines down that begin within a cell of the head', () => {
  test('part the head over all of them from those between them', async () => {
    const heads =
      text('项目', 0, 1, 0.5) +
      text('财政拨款', 1, 3, 0) +
      text('其他资金', 3, 5, 0) +
      parts.map((one, c) => text(one, c + 1, c + 2, 1)).join('');
    const [grid, ...more] = gridsOf(await readPdf(writePdf([{ content: lines + heads + figures }])));
    expect(more).toEqual([]);
    expect(shape(grid!).slice(0, 12)).toEqual([
      '0,0 2×1 项目',
      '0,1 1×2 财政拨款',
      '0,3 1×2 其他资金',
      ...parts.map((one, c) => `1,${c + 1} ${one}`),
      ...body[0]!.map((one, c) => `2,${c} ${one}`),
    ]);
  });

  test('part nothing that is written over their beginnings', async () => {
    const heads = text('项目', 0, 1, 0.5) + text('财政拨款', 1, 3, 0.5) + text('其他资金', 3, 5, 0.5);
    const [grid] = gridsOf(await readPdf(writePdf([{ content: lines + heads + figures }])));
    expect(shape(grid!).slice(0, 3)).toEqual(['0,0 项目', '0,1 1×2 财政拨款', '0,3 1×2 其他资金']);
  });
});
