import { describe, expect, it } from 'vitest';
import { inkOfLines } from '../../../parsers/scan/grid/faint-lines.ts';
import { pixelRulings } from '../../../parsers/scan/grid/rulings.ts';
import { inkOf } from '../../../parsers/scan/image/clean.ts';
import type { Raster } from '../../../parsers/scan/image/raster.ts';
import { seededRandom } from '../../../scripts/generate/random.ts';
import { fill, tablePage } from './drawing.ts';

/** A page with specks of noise, grey levels up to `most` from the true ones. */
function noisy(page: Raster, most: number): Raster {
  const random = seededRandom(5);
  for (let i = 0; i < page.data.length; i++)
    page.data[i] = Math.max(0, Math.min(255, page.data[i]! - random.int(0, 2 * most) + most));
  return page;
}

const rulingsOf = (page: Raster) => {
  const ink = inkOf(page, 150);
  return pixelRulings(inkOfLines(page, ink, 300), 300).rulings;
};

describe('faint lines', () => {
  it('are seen where no pixel of them is ink, across the lines that cross them', () => {
    const page = tablePage(3);
    // The right border as a clipped hairline leaves it: thirty levels darker than the paper.
    fill(page, 1100, 95, 1103, 704, 255);
    fill(page, 1101, 100, 1103, 703, 225);
    const right = rulingsOf(noisy(page, 8)).filter(({ position }) => Math.abs(position - 1102) < 3);
    expect(right.length).toBe(1);
    expect(right[0]!.start).toBeLessThan(106);
    expect(right[0]!.end).toBeGreaterThan(697);
  });

  it('go on where writing stands close beside them', () => {
    const page = tablePage(3);
    for (let y = 100; y < 703; y++) fill(page, 599, y, 606, y + 1, 255);
    fill(page, 601, 100, 604, 703, 165);
    // Strokes of a text, one below another, two pixels beside the upper end of the line.
    for (let y = 104; y < 200; y += 14) fill(page, 606, y, 640, y + 7, 60);
    const border = rulingsOf(noisy(page, 4)).filter(({ position }) => Math.abs(position - 602.5) < 3);
    expect(border.map(({ start, end }) => [start < 115, end > 697])).toEqual([[true, true]]);
  });

  it('are not made of noise, and do not run on behind the end of a dark line', () => {
    const page = tablePage(3);
    const rulings = rulingsOf(noisy(page, 20));
    expect(rulings.length).toBe(9);
    for (const { start, end } of rulings) {
      expect(start).toBeGreaterThan(96);
      expect(end).toBeLessThan(1107);
    }
  });
});
