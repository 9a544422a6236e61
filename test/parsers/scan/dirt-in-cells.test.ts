import { expect, it } from 'vitest';
import { blank } from '../../../parsers/scan/image/raster.ts';
import { readLine } from '../../../parsers/scan/lines/read-line.ts';
import { fill, inkOfPicture } from './drawing.ts';

/** Dots on a line of writing, each with its distance from the top. */
async function textOf(rows: readonly number[]): Promise<string> {
  const picture = blank(300, 80);
  for (const [i, y] of rows.entries()) fill(picture, 40 + 20 * i, y, 44 + 20 * i, y + 4);
  const ink = inkOfPicture(picture);
  const area = { x0: 40, x1: 44 + 20 * (rows.length - 1), y0: Math.min(...rows), y1: Math.max(...rows) + 4 };
  return (await readLine({ picture, ink, dpi: 300, em: 42, noise: 0 }, { area, height: 40 })).text;
}

it('dots on a level are an ellipsis; scattered ones are dirt', async () => {
  expect(await textOf([40, 40, 41, 40, 40, 40])).toBe('……');
  expect(await textOf([20, 44, 31, 52, 24])).toBe('');
});
