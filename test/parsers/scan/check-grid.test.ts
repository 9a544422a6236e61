import { describe, expect, it } from 'vitest';
import type { PageLattice } from '../../../parsers/geometry/rulings/ruled-grids.ts';
import { cleanPage } from '../../../parsers/scan/clean-page.ts';
import { gridDoubts } from '../../../parsers/scan/grid/check-grid.ts';
import { blank, type Raster } from '../../../parsers/scan/image/raster.ts';
import { fill, tablePage } from './drawing.ts';

/** Reasons for doubt of a page of 300 dpi. */
const reasons = (picture: Raster): string[] => [
  ...new Set(
    cleanPage({
      number: 1,
      picture,
      width: (picture.width * 72) / 300,
      height: (picture.height * 72) / 300,
      rotation: 0,
    }).doubts.map(({ of, reason }) => `${of}: ${reason}`),
  ),
];

describe('a grid of a picture', () => {
  it('is borne out where every border is drawn, with writing in its cells', () => {
    const page = tablePage(3);
    for (let x = 130; x < 320; x += 20) fill(page, x, 150, x + 5, 190);
    expect(reasons(page)).toEqual([]);
  });

  it('is doubtful where a border is drawn in part', () => {
    const page = tablePage(3);
    for (const x of [440, 540]) fill(page, x, 290, x + 22, 313, 255);
    expect(reasons(page)).toEqual(['cells: a border is drawn in part']);
  });

  it('is doubtful where a piece of a border is left in a cell', () => {
    const page = tablePage(3);
    fill(page, 340, 304, 362, 345, 255);
    fill(page, 340, 455, 362, 498, 255);
    expect(reasons(page)).toEqual(['cells: a piece of a line stands in the cell']);
  });

  it('is doubtful where a border goes on into a cell and ends there', () => {
    const page = tablePage(3);
    fill(page, 340, 304, 362, 430, 255);
    expect(reasons(page)).toEqual(['cells: a piece of a line stands in the cell']);
  });

  it('is doubtful where strokes run through a border', () => {
    const page = tablePage(3);
    for (const x of [480, 500, 520]) fill(page, x, 270, x + 6, 330);
    expect(reasons(page)).toEqual(['cells: writing runs over a border']);
  });

  it('is doubtful as a whole where one of its lines runs on past it', () => {
    const page = tablePage(3);
    fill(page, 1100, 300, 1160, 303);
    expect(reasons(page)).toEqual(['all: a line runs out of the grid']);
  });

  it('is so where that line lies close below another table, and is none of it', () => {
    const lattice = (xs: number[], ys: number[]): PageLattice => {
      const open = { openTop: [], openBottom: [], method: 'ruled' as const, confidence: 1 };
      return { xs, ys, cells: [], ...open };
    };
    const page = blank(600, 400);
    const lattices = [lattice([30, 130, 580], [100, 115, 130]), lattice([30, 180, 430], [133.6, 150, 165])];
    const found = (end: number, position = 133.6): string[] => {
      const line = { orientation: 'h' as const, position, start: 30, end, thickness: 1 };
      const lines = { level: page, upright: page };
      const evidence = { lines, ink: page, rulings: [line], refused: [], holes: [], dpi: 72 };
      return gridDoubts(lattices, evidence).map(({ reason }) => reason);
    };
    expect(found(430)).toEqual([]);
    expect(found(580)).toEqual(['a line runs out of the grid']);
    expect(found(580, 132)).toEqual([]);
  });

  it('is not where a stroke of a caption stands on one of its lines', () => {
    const page = tablePage(3);
    fill(page, 350, 65, 353, 100);
    expect(reasons(page)).toEqual([]);
  });

  it('is doubtful as a whole with a row that holds no writing', () => {
    const page = tablePage(3);
    fill(page, 100, 318, 1103, 321);
    expect(reasons(page)).toEqual(['all: a row is too low for writing']);
  });
});
