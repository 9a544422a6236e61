import { describe, expect, it } from 'vitest';
import { cleanPage } from '../../../parsers/scan/clean-page.ts';
import { type Area, cropped, type Raster, rotated } from '../../../parsers/scan/image/raster.ts';
import { fill, tablePage } from './drawing.ts';

/** A table of 3 × 4 cells from (100, 100) to (1103, 703), with writing in every cell. */
function writtenTable(): Raster {
  const page = tablePage(3);
  for (let row = 0; row < 3; row++)
    for (let column = 0; column < 4; column++)
      for (let x = 0; x < 100; x += 20) {
        const [left, top] = [140 + column * 250 + x, 170 + row * 200];
        fill(page, left, top, left + 5, top + 40);
      }
  return page;
}

/** Why the grid of what a picture at 300 dpi leaves of the table is in question. */
function reasons(change: Partial<Area>, angle = 0): string[] {
  const page = rotated(writtenTable(), (angle * Math.PI) / 180);
  const picture = cropped(page, { x0: 0, y0: 0, x1: page.width, y1: page.height, ...change });
  const { width, height } = picture;
  const source = { number: 1, picture, width: (width * 72) / 300, height: (height * 72) / 300, rotation: 0 };
  return cleanPage(source).doubts.map(({ of, reason }) => `${of}: ${reason}`);
}

describe('a table that the picture cuts off', () => {
  it('is in question as a whole where labels or heads may lie beyond', () => {
    expect(reasons({ x0: 200 })).toEqual(['all: the picture cuts the table off']);
    expect(reasons({ x0: 125 })).toEqual(['all: the picture cuts the table off']);
    expect(reasons({ y0: 180 })).toEqual(['all: the picture cuts the table off']);
  });

  it('is where writing is cut at the right or below, or none is left there', () => {
    expect(reasons({ x1: 934 })).toEqual(['all: the picture cuts the table off']);
    expect(reasons({ y1: 590 })).toEqual(['all: the picture cuts the table off']);
    expect(reasons({ x1: 885 })).toEqual(['all: the picture cuts the table off']);
  });

  it('is in its last cells alone where these hold their writing', () => {
    expect(reasons({ x1: 1080 })).toEqual(['cells: the picture cuts the table off']);
  });

  it('is told where the page lies askew', () => {
    expect(reasons({ x0: 200 }, 0.6)).toContain('all: the picture cuts the table off');
    expect(reasons({ x1: 934 }, -0.6)).toContain('all: the picture cuts the table off');
  });

  it('is none where its border is the edge of the picture', () => {
    expect(reasons({ x0: 100, y0: 100, x1: 1103, y1: 703 })).toEqual([]);
    expect(reasons({ x0: 98, y0: 98, x1: 1105, y1: 705 })).toEqual([]);
  });
});
