import { describe, expect, it } from 'vitest';
import { ruledGrids } from '../../../parsers/geometry/rulings/ruled-grids.ts';
import { defaultGeometry } from '../../../parsers/geometry/settings.ts';
import { cleanPage } from '../../../parsers/scan/clean-page.ts';
import { type Area, quarterTurned, type Raster, rotated } from '../../../parsers/scan/image/raster.ts';
import { isStreaked, streaksOf } from '../../../parsers/scan/image/streaks.ts';
import { fill, tablePage } from './drawing.ts';

/** A white band down a page of 300 dpi. */
function streaked(page: Raster, x: number, width: number): Raster {
  fill(page, x, 0, x + width, page.height, 255);
  return page;
}

function seen(picture: Raster) {
  const frame = { number: 1, width: picture.width * 0.24, height: picture.height * 0.24, rotation: 0 };
  const { page, rulings, doubts } = cleanPage({ ...frame, picture });
  const cells = ruledGrids(rulings, defaultGeometry).lattices.flatMap((lattice) => lattice.cells);
  return { page, cells: cells.length, doubts: doubts.map(({ of, reason }) => `${of}: ${reason}`) };
}

describe('a white streak', () => {
  it('is found where it cuts every line, down the page and across it', () => {
    expect(streaksOf(streaked(tablePage(3), 480, 3), 300)).toEqual({
      down: [{ x0: 479, x1: 484 }],
      across: [],
    });
    const lying = quarterTurned(streaked(tablePage(3), 480, 3), 90);
    expect(streaksOf(lying, 300)).toEqual({ down: [], across: [{ x0: 479, x1: 484 }] });
  });

  it('is none where writing stands in the band, a line is whole, or two tables have a gap between them', () => {
    const none = { down: [], across: [] };
    const written = streaked(tablePage(3), 480, 3);
    fill(written, 470, 150, 490, 180);
    expect(streaksOf(written, 300)).toEqual(none);
    const whole = streaked(tablePage(3), 480, 3);
    fill(whole, 100, 300, 1103, 303);
    expect(streaksOf(whole, 300)).toEqual(none);
    const parted = streaked(tablePage(3), 480, 12);
    for (const x of [477, 492]) fill(parted, x, 100, x + 3, 703);
    expect(streaksOf(parted, 300)).toEqual(none);
    expect(streaksOf(tablePage(3), 300)).toEqual(none);
  });

  it('is none between two lines of writing with the same characters', () => {
    const page = tablePage(3);
    for (const y of [20, 62]) for (let x = 120; x < 700; x += 40) fill(page, x, y, x + 4, y + 35);
    expect(streaksOf(page, 300)).toEqual({ down: [], across: [] });
  });

  it('leaves the grid whole, and the page is told of it', () => {
    expect(seen(tablePage(3)).cells).toBe(12);
    const narrow = seen(streaked(tablePage(3), 480, 3));
    expect(narrow).toMatchObject({ cells: 12, doubts: ['cells: a white streak runs through the page'] });
  });

  it('puts the grid in question where it is so wide that a line may be gone with it', () => {
    const wide = seen(streaked(tablePage(3), 480, 14));
    expect(wide).toMatchObject({ cells: 12, doubts: ['all: a white streak runs through the page'] });
  });

  it('is known by the lines of writing that it runs through, and by those close beside it', () => {
    const { page } = seen(streaked(tablePage(3), 480, 3));
    const at = (x0: number, x1: number): boolean =>
      isStreaked({ x0, x1, y0: 140, y1: 170 }, page.streaks ?? [], page.picture, 5);
    expect([at(420, 540), at(420, 476), at(420, 470), at(495, 540)]).toEqual([true, true, false, false]);
  });

  it.each([0.03, -0.03])('is followed where the page was skewed by %d', (skew) => {
    const page = streaked(rotated(tablePage(3), skew), 480, 3);
    const [above, below] = [20, 860];
    for (const y of [above, below]) fill(page, 485, y, 497, y + 12);
    const { page: level, doubts } = seen(page);
    expect(doubts).toEqual(['cells: a white streak runs through the page']);
    for (const y of [above, below]) {
      const marks = inkBetween(level.ink, y - 15, y + 27);
      expect(marks.x1 - marks.x0).toBeLessThan(16);
      expect(isStreaked(marks, level.streaks ?? [], level.picture, 6)).toBe(true);
      expect(isStreaked(marks, level.streaks ?? [], level.picture, -3)).toBe(false);
    }
  });
});

function inkBetween({ width, data }: Raster, y0: number, y1: number): Area {
  const area = { x0: width, x1: 0, y0, y1 };
  for (let y = y0; y < y1; y++)
    for (let x = 0; x < width; x++)
      if (data[y * width + x] === 1) {
        area.x0 = Math.min(area.x0, x);
        area.x1 = Math.max(area.x1, x + 1);
      }
  return area;
}
