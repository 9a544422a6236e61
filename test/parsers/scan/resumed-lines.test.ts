import { describe, expect, it } from 'vitest';
import { ruledGrids } from '../../../parsers/geometry/rulings/ruled-grids.ts';
import { defaultGeometry } from '../../../parsers/geometry/settings.ts';
import { cleanPage } from '../../../parsers/scan/clean-page.ts';
import { blank, type Raster } from '../../../parsers/scan/image/raster.ts';
import { fill, tablePage } from './drawing.ts';

type Area = [number, number, number, number];

/** Cells of a drawn table whose borders were wiped out as told: x0, y0, x1, y1 in pixels at 300 dpi. */
const cellsWithout = (...wiped: Area[]): number[] => cellsOf(tablePage(3), wiped);

/** The same of a table of nine rows that are lower than a stroke is long, from (100, 100) on, each 55 high, in columns 250 wide. */
function lowCellsWithout(...wiped: Area[]): number[] {
  const page = blank(1200, 700);
  for (let i = 0; i <= 9; i++) fill(page, 100, 100 + i * 55, 1103, 103 + i * 55);
  for (let i = 0; i <= 4; i++) fill(page, 100 + i * 250, 100, 103 + i * 250, 598);
  return cellsOf(page, wiped);
}

function cellsOf(picture: Raster, wiped: readonly Area[]): number[] {
  for (const [x0, y0, x1, y1] of wiped) fill(picture, x0, y0, x1, y1, 255);
  const { rulings } = cleanPage({
    number: 1,
    picture,
    width: (picture.width * 72) / 300,
    height: (picture.height * 72) / 300,
    rotation: 0,
  });
  return ruledGrids(rulings, defaultGeometry).lattices.map(({ cells }) => cells.length);
}

describe('a border that a stamp lies over', () => {
  const [whole = 0] = cellsWithout();

  it('goes on where a piece of it starts at one side of the cell, and the line behind the other', () => {
    expect(cellsWithout([520, 295, 598, 310])).toEqual([whole]);
    expect(cellsWithout([355, 295, 430, 310])).toEqual([whole]);
  });

  it('goes on between pieces at both sides', () => {
    expect(cellsWithout([430, 295, 525, 310])).toEqual([whole]);
  });

  it('goes on to the edge of the table where over half of it comes out of the next cell, and not where less does', () => {
    expect(cellsWithout([1010, 295, 1098, 310])).toEqual([whole]);
    expect(cellsWithout([930, 295, 1098, 310])).toEqual([whole - 1]);
  });

  it('goes on over two cells that a seal lies on, from the border of the table to where it is seen again', () => {
    expect(cellsWithout([230, 295, 440, 310])).toEqual([whole]);
  });

  it('ends where it leaves no piece: the cells are one', () => {
    expect(cellsWithout([355, 295, 598, 310])).toEqual([whole - 1]);
  });

  it('ends where what is left touches neither side, as writing does not', () => {
    expect(cellsWithout([355, 295, 420, 310], [530, 295, 598, 310])).toEqual([whole - 1]);
  });
});

describe('a side of a low row that a copy left in pieces', () => {
  const [whole = 0] = lowCellsWithout();
  const parted: Area[] = [
    [348, 104, 355, 116],
    [348, 158, 355, 170],
    [348, 340, 355, 346],
  ];

  it('goes on where a piece of it meets the border that the line goes on behind', () => {
    expect(whole).toBe(36);
    expect(lowCellsWithout(...parted)).toEqual([whole]);
  });

  it('stays out where its piece meets no border, as a stroke does not', () => {
    expect(lowCellsWithout([348, 104, 355, 112], [348, 149, 355, 170], [348, 340, 355, 346])).toEqual([
      whole - 1,
    ]);
  });

  it('leaves the border below in pieces, which goes on too', () => {
    const below: Area[] = [
      [356, 153, 366, 160],
      [404, 153, 412, 160],
    ];
    expect(lowCellsWithout(...parted, ...below)).toEqual([whole]);
  });
});
