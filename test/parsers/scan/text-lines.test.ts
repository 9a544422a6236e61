import { describe, expect, it } from 'vitest';
import { blank, type Raster } from '../../../parsers/scan/image/raster.ts';
import { inkLines, tightBands } from '../../../parsers/scan/lines/text-lines.ts';
import { fill } from './drawing.ts';

/** Ink with a box for each band of rows. */
function bands(...rows: [from: number, to: number, x0: number, x1: number][]): Raster {
  const ink = blank(120, 100, 0);
  for (const [from, to, x0, x1] of rows) fill(ink, x0, from, x1, to, 1);
  return ink;
}

const cell = { x0: 0, y0: 0, x1: 120, y1: 100 };
const heights = (ink: Raster): number[] =>
  inkLines(ink, cell, 31, tightBands(ink, cell, 31)).map(({ area }) => area.y1 - area.y0);

describe('lines of writing', () => {
  it('keep the dot of 户, which stands over all else of its line', () => {
    expect(heights(bands([10, 15, 90, 100], [16, 45, 10, 110]))).toEqual([35]);
  });

  it('are two where one stands close under the other', () => {
    expect(heights(bands([10, 39, 10, 110], [40, 69, 10, 110]))).toEqual([29, 29]);
    expect(heights(bands([10, 15, 10, 110], [25, 54, 10, 110]))).toHaveLength(2);
  });

  it('are parted where strokes of one touch the next, but a large character is one', () => {
    const tight = bands([5, 35, 40, 70], [35, 37, 50, 53], [37, 66, 40, 70]);
    expect(heights(tight)).toHaveLength(2);
    expect(heights(bands([5, 66, 40, 100]))).toHaveLength(1);
    expect(heights(bands([5, 66, 40, 44]))).toHaveLength(1);
    // The lower line is centred below the upper one, whose bracket touches it.
    const wide = bands([5, 35, 10, 110], [35, 37, 50, 56], [37, 66, 45, 80]);
    expect(heights(wide)).toHaveLength(2);
    expect(heights(bands([5, 35, 10, 110], [35, 37, 40, 80], [37, 66, 10, 110]))).toHaveLength(1);
  });
});
