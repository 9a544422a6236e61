import { describe, expect, it } from 'vitest';
import { cleanPage } from '../../../parsers/scan/clean-page.ts';
import type { Raster } from '../../../parsers/scan/image/raster.ts';
import { tablePage } from './drawing.ts';

/** A table with what stands on the other side of the sheet, the same table a little shifted, darkened by so many levels. */
function seenThrough(levels: number): Raster {
  const page = tablePage(4);
  const back = tablePage(4);
  const [across, down] = [37, 53];
  return {
    ...page,
    data: page.data.map((value, i) => {
      const x = (i % page.width) - across;
      const y = Math.floor(i / page.width) - down;
      const isBack = x >= 0 && y >= 0 && back.data[y * page.width + x]! < 128;
      return isBack ? Math.max(0, value - levels) : value;
    }),
  };
}

const cleaned = (picture: Raster) =>
  cleanPage({ number: 1, picture, width: picture.width * 0.24, height: picture.height * 0.24, rotation: 0 });

describe('a sheet whose other side shines through', () => {
  it('keeps the lines of this side alone, and is told to be in question', () => {
    const { rulings, doubts } = cleaned(seenThrough(60));
    expect(rulings.filter(({ orientation }) => orientation === 'h')).toHaveLength(4);
    expect(rulings.filter(({ orientation }) => orientation === 'v')).toHaveLength(5);
    expect(doubts).toEqual([
      expect.objectContaining({ of: 'all', reason: 'pale marks were taken for the other side' }),
    ]);
  });

  it('is none where the grid explains all', () => {
    expect(cleaned(tablePage(4)).doubts).toEqual([]);
  });
});
