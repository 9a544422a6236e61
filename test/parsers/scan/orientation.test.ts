import { describe, expect, it } from 'vitest';
import { liesOnItsSide } from '../../../parsers/scan/image/orientation.ts';
import { blank, quarterTurned, type Raster } from '../../../parsers/scan/image/raster.ts';
import { fill } from './drawing.ts';

/** Lines of `characters` boxes of 30 pixels, `gap` apart, in columns as a table of 300 dpi sets them. */
function writing(characters: number, gap: number, leading: number): Raster {
  const page = blank(1500, 1000, 0);
  for (let y = 40; y + 30 < 1000; y += leading)
    for (const left of [60, 560, 1060])
      for (let i = 0, x = left; i < characters; i++, x += 30 + gap) fill(page, x, y, x + 30, y + 30, 1);
  return page;
}

describe('how a page lies', () => {
  it.each([
    ['long cells in open rows', 9, 4, 90],
    ['short cells in open rows', 3, 5, 80],
    ['cells of several lines', 8, 5, 44],
    ['spaced-out figures', 6, 9, 70],
  ])('is told by %s', (_, characters, gap, leading) => {
    const page = writing(characters, gap, leading);
    expect(liesOnItsSide(page, 300)).toBe(false);
    expect(liesOnItsSide(quarterTurned(page, 90), 300)).toBe(true);
    expect(liesOnItsSide(quarterTurned(page, 270), 300)).toBe(true);
  });

  it('is upright where nothing is written', () => {
    expect(liesOnItsSide(blank(300, 300, 0), 300)).toBe(false);
  });
});
