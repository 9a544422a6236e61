import { describe, expect, it } from 'vitest';
import { goesOnBeyond } from '../../../parsers/scan/grid/lines-beyond.ts';
import { blank, type Raster } from '../../../parsers/scan/image/raster.ts';

/** Ink of a page of 72 dpi × 4 whose grid begins at 50 points, with lines that go on to its left for so many pixels, each higher by one in `bend`. */
function pageOf(lines: number, length: number, bend: number): Raster {
  const page = blank(900, 600);
  page.data.fill(0);
  for (let i = 0; i < lines; i++)
    for (let away = 0; away < length; away++)
      for (const y of [0, 1])
        page.data[(80 + 80 * i - Math.floor(away / bend) + y) * page.width + 199 - away] = 1;
  return page;
}
const lattice = { xs: [50, 120, 200], ys: [20, 40, 60, 80, 100, 120], cells: [] };
const goesOn = (lines: number, length: number, bend: number): boolean =>
  goesOnBeyond(lattice as never, pageOf(lines, length, bend), 288);

describe('a grid beside which its lines go on as ink', () => {
  it('is not whole, though they bend', () => {
    expect(goesOn(4, 150, 900)).toBe(true);
    expect(goesOn(4, 150, 6)).toBe(true);
  });

  it('is where they end soon, as strokes of writing do, or where few go on', () => {
    expect(goesOn(4, 50, 6)).toBe(false);
    expect(goesOn(2, 150, 6)).toBe(false);
  });
});
