import { describe, expect, it } from 'vitest';
import { ruledGrids } from '../../../parsers/geometry/rulings/ruled-grids.ts';
import { defaultGeometry } from '../../../parsers/geometry/settings.ts';
import { cleanPage } from '../../../parsers/scan/clean-page.ts';
import { holesOf } from '../../../parsers/scan/image/holes.ts';
import { blank, type Raster } from '../../../parsers/scan/image/raster.ts';
import { fill, inkOfPicture, tablePage } from './drawing.ts';

/** A disc as a copier shows a punched hole; 36 pixels are 6 mm across at 300 dpi. */
function disc(page: Raster, x: number, y: number, radius = 36): void {
  for (let dy = -radius; dy <= radius; dy++) {
    const half = Math.round(Math.sqrt(radius * radius - dy * dy));
    fill(page, Math.max(0, x - half), y + dy, x + half + 1, y + dy + 1, 30);
  }
}

/** Grids of a page of 300 dpi: spans of their cells, and what is doubted. */
function seen(picture: Raster): { cells: string[]; doubts: string[] } {
  const frame = { number: 1, width: picture.width * 0.24, height: picture.height * 0.24, rotation: 0 };
  const { rulings, doubts } = cleanPage({ ...frame, picture });
  const { lattices } = ruledGrids(rulings, defaultGeometry);
  return {
    cells: lattices.flatMap(({ cells }) =>
      cells.map(({ box }) => [box.x0, box.y0, box.x1, box.y1].map((at) => Math.round(at / 2.4)).join(' ')),
    ),
    doubts: doubts.map(({ reason }) => reason),
  };
}

describe('a punched hole', () => {
  it('is found on a border and beside one, and no letter is one', () => {
    const page = tablePage(3);
    disc(page, 101, 290);
    disc(page, 600, 500);
    fill(page, 700, 740, 770, 810);
    for (let x = 130; x < 320; x += 20) fill(page, x, 150, x + 5, 190);
    expect(
      holesOf(inkOfPicture(page), 300).map(({ x, y }) => [Math.round(x / 5), Math.round(y / 5)]),
    ).toEqual([
      [20, 58],
      [120, 100],
    ]);
  });

  const whole = seen(tablePage(3)).cells;
  it.each([
    ['a side', 101, 200],
    ['a side, where a row begins', 95, 301],
    ['a border between cells', 351, 390],
    ['a crossing', 601, 501],
    ['a corner of the table', 101, 101],
    ['a corner of the table, a little off', 90, 690],
  ])('hides no line: over %s', (_, x, y) => {
    const page = tablePage(3);
    disc(page, x, y);
    expect(seen(page)).toEqual({ cells: whole, doubts: [] });
  });

  it('joins no two tables over the gap between them', () => {
    const tables = (): Raster => {
      const page = blank(1200, 1300);
      for (const top of [100, 540])
        for (let i = 0; i <= 2; i++) {
          fill(page, 100, top + i * 200, 1103, top + i * 200 + 3);
          for (let k = 0; k <= 2; k++) fill(page, 100 + k * 500, top, 103 + k * 500, top + 403);
        }
      return page;
    };
    const plain = seen(tables()).cells;
    expect(plain).toHaveLength(8);
    for (const y of [505, 520, 545, 560]) {
      const page = tables();
      disc(page, 96, y);
      expect(seen(page).cells).toEqual(plain);
    }
  });

  it('makes a cell doubtful whose writing it may cover', () => {
    const page = tablePage(3);
    for (let x = 130; x < 320; x += 20) fill(page, x, 150, x + 5, 190);
    disc(page, 240, 170);
    expect(seen(page)).toEqual({ cells: whole, doubts: ['a hole lies over writing of the cell'] });
  });
});
