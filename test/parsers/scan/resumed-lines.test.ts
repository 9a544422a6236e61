import { describe, expect, it } from 'vitest';
import { ruledGrids } from '../../../parsers/geometry/rulings/ruled-grids.ts';
import { defaultGeometry } from '../../../parsers/geometry/settings.ts';
import { cleanPage } from '../../../parsers/scan/clean-page.ts';
import { fill, tablePage } from './drawing.ts';

/** Cells of a drawn table whose borders were wiped out as told: x0, y0, x1, y1 in pixels at 300 dpi. */
function cellsWithout(...wiped: [number, number, number, number][]): number[] {
  const picture = tablePage(3);
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
