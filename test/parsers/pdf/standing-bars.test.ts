import { expect, test } from 'vitest';
import { show, writePdf } from './pdf-writer.ts';
import { gridsOf, readPdf } from './reading.ts';

const box = (x: number, y: number, width: number, height: number): string =>
  `0.6 g ${x} ${y} ${width} ${height} re f 0 g\n`;

test('bars that stand on one line in pairs, with their figures above, are no tables', async () => {
  const heights = [62, 41, 75, 58, 33, 90, 47, 68, 81, 29];
  const content = heights.map((height, i) => {
    const x = 100 + Math.floor(i / 2) * 50 + (i % 2) * 16;
    return box(x, 400, 14, height) + show(String(height), x + 3, 402 + height, 8);
  });
  const years = [0, 1, 2, 3, 4].map((i) => show(String(2005 + i), 105 + i * 50, 388, 8));
  expect(gridsOf(await readPdf(writePdf([{ content: [...content, ...years].join('') }])))).toEqual([]);
});
