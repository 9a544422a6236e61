import { expect, test } from 'vitest';
import { blank } from '../../../parsers/scan/image/raster.ts';
import { readLine } from '../../../parsers/scan/lines/read-line.ts';
import { fill, inkOfPicture } from './drawing.ts';

/** A bow 40 pixels high, as wide as `bend` pixels; bent to the right above 0, to the left below. */
function bowAt(bend: number) {
  const picture = blank(120, 80);
  for (let y = 0; y < 40; y++) {
    const x = 50 + Math.round(bend * Math.sin((Math.PI * (y + 0.5)) / 40));
    fill(picture, x, 20 + y, x + 3, 21 + y);
  }
  const ink = inkOfPicture(picture);
  const x0 = Math.min(50, 50 + bend);
  const area = { x0, x1: Math.max(50, 50 + bend) + 3, y0: 20, y1: 60 };
  return { page: { picture, ink, dpi: 300, em: 42, noise: 0 }, line: { area, height: 40 } };
}

test.each([
  [9, '）'],
  [-9, '（'],
])('a wrapped bracket, bent by %d pixels, is %s', async (bend, text) => {
  const { page, line } = bowAt(bend);
  expect(await readLine(page, line)).toMatchObject({ text, doubt: null });
});
