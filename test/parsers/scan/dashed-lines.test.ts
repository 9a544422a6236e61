import { expect, it } from 'vitest';
import { dashedLines } from '../../../parsers/scan/grid/dashed-lines.ts';
import type { Raster } from '../../../parsers/scan/image/raster.ts';

const dpi = 200;
const blank = (): Raster => ({ width: 600, height: 200, data: new Uint8Array(600 * 200) });

/** Dashes of two pixels' thickness along a row, or down a column. */
function dash(page: Raster, at: number, [on, off]: [number, number], upright = false): Raster {
  for (let i = 20; i < (upright ? 190 : 560); i++)
    for (let t = 0; t < 2; t++) {
      const place = upright ? i * page.width + at + t : (at + t) * page.width + i;
      if ((i - 20) % (on + off) < on) page.data[place] = 1;
    }
  return page;
}

it.each([
  [8, 5],
  [2, 4],
  [16, 8],
] as const)('dashes of %i pixels with gaps of %i are one line', (on, off) => {
  const [line, ...others] = dashedLines(dash(blank(), 90, [on, off]), 'h', dpi);
  expect(others).toEqual([]);
  expect(line).toMatchObject({ orientation: 'h', position: 91, thickness: 2, start: 20 });
  expect(line!.end).toBeGreaterThan(540);
});

it('lines down the page are found as well', () => {
  const [line] = dashedLines(dash(blank(), 300, [4, 3], true), 'v', dpi);
  expect(line).toMatchObject({ orientation: 'v', position: 301, start: 20 });
});

it('a line of writing is none', () => {
  const page = blank();
  for (let row = 80; row < 100; row += 3) dash(page, row, [6, 5]);
  expect(dashedLines(page, 'h', dpi)).toEqual([]);
});
