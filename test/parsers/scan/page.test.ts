import { describe, expect, it } from 'vitest';
import { ruledGrids } from '../../../parsers/geometry/rulings/ruled-grids.ts';
import { defaultGeometry } from '../../../parsers/geometry/settings.ts';
import { eraseRulings } from '../../../parsers/scan/grid/erase-rulings.ts';
import { pixelRulings, rulingsInPoints } from '../../../parsers/scan/grid/rulings.ts';
import { inkOf, levelled } from '../../../parsers/scan/image/clean.ts';
import { greyOf, pagePicture } from '../../../parsers/scan/image/page-picture.ts';
import { blank, quarterTurned, rotated } from '../../../parsers/scan/image/raster.ts';
import { skewOf } from '../../../parsers/scan/image/skew.ts';
import { fill, inkOfPicture, stroke, tablePage } from './drawing.ts';

const radians = (degrees: number): number => (degrees * Math.PI) / 180;

const bothWays = (ink: ReturnType<typeof inkOfPicture>) => ({ level: ink, upright: ink });

describe('skew', () => {
  it.each([-2.5, -0.4, 0, 0.15, 1.7])('is found to a tenth of a degree at %d°', (angle) => {
    const page = rotated(tablePage(4), radians(angle));
    expect(Math.abs(skewOf(inkOfPicture(page)) - angle)).toBeLessThanOrEqual(0.05);
  });

  it('is found beside the dark edges of a photocopy', () => {
    const page = rotated(tablePage(4), radians(0.3));
    fill(page, 0, 870, 1200, 900, 30);
    fill(page, 0, 0, 30, 900, 30);
    expect(Math.abs(skewOf(inkOfPicture(page)) - 0.3)).toBeLessThanOrEqual(0.05);
  });

  it('is none on a page that is nearly blank', () => {
    const page = tablePage(4);
    page.data.fill(255);
    expect(skewOf(inkOfPicture(page))).toBe(0);
  });
});

describe('rulings of a picture', () => {
  const gridsOf = (ink: ReturnType<typeof inkOfPicture>) =>
    ruledGrids(rulingsInPoints(pixelRulings(bothWays(ink), 300).rulings, 300), defaultGeometry).lattices;

  it('make the grid that is drawn', () => {
    const [grid, ...others] = gridsOf(inkOfPicture(tablePage(3)));
    expect(others).toEqual([]);
    expect([grid?.ys.length, grid?.xs.length, grid?.cells.length]).toEqual([4, 5, 12]);
    expect(grid?.xs[0]).toBeCloseTo((101.5 / 300) * 72, 1);
  });

  it('are bridged where they are broken', () => {
    const page = tablePage(3);
    for (let x = 200; x < 1000; x += 97) fill(page, x, 300, x + 6, 310, 255);
    expect(gridsOf(inkOfPicture(page))[0]?.cells.length).toBe(12);
  });

  it('are not bridged from a table to the next that stands close below it', () => {
    const page = tablePage(3);
    fill(page, 95, 303, 1110, 710, 255);
    for (const y of [314, 500, 700]) fill(page, 100, y, 1103, y + 3);
    for (const x of [100, 400, 900, 1100]) fill(page, x, 314, x + 3, 703);
    const grids = gridsOf(inkOfPicture(page));
    expect(grids.map(({ xs, ys }) => [ys.length, xs.length])).toEqual([
      [2, 5],
      [3, 4],
    ]);
  });

  it('are not made of the strokes of a large title', () => {
    const page = tablePage(3);
    for (const y of [10, 40, 70]) fill(page, 500, y, 580, y + 8);
    for (const x of [500, 572]) fill(page, x, 10, x + 8, 78);
    const ink = inkOfPicture(page);
    expect(
      pixelRulings(bothWays(ink), 300).rulings.filter(
        ({ position, orientation }) => orientation === 'h' && position < 90,
      ),
    ).toEqual([]);
    expect(gridsOf(ink).length).toBe(1);
  });

  it('are no strokes of characters side by side in a narrow cell, even where they run into its border', () => {
    const page = tablePage(3);
    // Narrow cells in the second row, 100 pixels each, between the borders at 350 and 600.
    for (const x of [400, 500]) fill(page, x, 300, x + 3, 503);
    const row = 340;
    fill(page, 412, row, 490, row + 2); // clear of both borders
    fill(page, 501, row + 40, 580, row + 42); // into the left border, short of the right one
    fill(page, 412, row + 80, 487, row + 82); // in two cells, so near to the border between that they look like one
    fill(page, 501, row + 80, 588, row + 82);
    fill(page, 500, row + 120, 600, row + 122); // a side from border to border
    const level = pixelRulings(bothWays(inkOfPicture(page)), 300).rulings.filter(
      ({ orientation, position }) => orientation === 'h' && position > 310 && position < 490,
    );
    expect(level.map(({ position }) => Math.round(position))).toEqual([row + 121]);
  });

  it('are no strokes of a short word that stands at the left border in every row of a column', () => {
    const page = tablePage(3);
    for (const row of [140, 340, 540]) fill(page, 350, row, 470, row + 3);
    expect(gridsOf(inkOfPicture(page))[0]?.ys.length).toBe(4);
    const level = pixelRulings(bothWays(inkOfPicture(page)), 300).rulings.filter(
      ({ orientation, start, end }) => orientation === 'h' && end - start < 200,
    );
    expect(level).toEqual([]);
  });

  it('are no strokes of 木 and 亻 that end close to both borders of a tight row, and sides that meet them are', () => {
    const page = tablePage(3);
    for (const x of [100, 1100]) fill(page, x, 700, x + 3, 760);
    fill(page, 100, 757, 1103, 760);
    // The row has 54 pixels of white; a stroke stops six short of its borders, a side does not.
    for (const x of [180, 420, 660]) fill(page, x, 709, x + 4, 751);
    fill(page, 720, 703, 723, 757);
    const upright = pixelRulings(bothWays(inkOfPicture(page)), 300).rulings.filter(
      ({ orientation, start }) => orientation === 'v' && start > 690,
    );
    expect(upright.map(({ position }) => Math.round(position))).toEqual([722]);
  });

  it('are known by one end where the page breaks a cell', () => {
    const page = tablePage(3);
    fill(page, 0, 0, 1200, 560, 255);
    const lines = pixelRulings(bothWays(inkOfPicture(page)), 300).rulings;
    expect(lines.filter(({ orientation }) => orientation === 'v').length).toBe(5);
  });

  it('are not made of an underline that touches no side of its cell', () => {
    const page = tablePage(3);
    fill(page, 120, 440, 590, 444);
    fill(page, 351 - 4, 306, 351 + 4, 498, 255);
    expect(gridsOf(inkOfPicture(page))[0]?.ys.length).toBe(4);
  });

  it('are the short sides of a row that the page cuts, and not the strokes of a title over its underline', () => {
    const page = tablePage(3);
    fill(page, 0, 150, 1200, 900, 255);
    expect(gridsOf(inkOfPicture(page)).map(({ xs, ys }) => [xs.length, ys.length])).toEqual([[5, 2]]);
    fill(page, 0, 0, 1200, 900, 255);
    fill(page, 300, 400, 900, 404);
    for (let x = 305; x < 900; x += 30) fill(page, x, 350, x + 6, 398);
    expect(gridsOf(inkOfPicture(page))).toEqual([]);
  });

  it('are the short sides of a cut row between others that go on, and the one that is left of it', () => {
    const page = tablePage(3);
    fill(page, 0, 0, 1200, 240, 255);
    const gridOf = () =>
      gridsOf(inkOfPicture(page)).map(({ xs, ys, cells }) => [xs.length, ys.length, cells.length]);
    expect(gridOf()).toEqual([[5, 4, 12]]);
    fill(page, 0, 310, 1200, 900, 255);
    fill(page, 100, 240, 103, 303);
    fill(page, 350, 240, 1103, 243);
    expect(gridOf()).toEqual([[5, 2, 4]]);
  });

  it('are not made of strokes of writing that stands upright in a cell', () => {
    const page = tablePage(3);
    fill(page, 0, 306, 1200, 498, 255);
    for (const x of [100, 1100]) fill(page, x, 306, x + 3, 498);
    // 目 and 标, one below the other down to the border.
    fill(page, 200, 395, 204, 500);
    expect(
      pixelRulings(bothWays(inkOfPicture(page)), 300).rulings.some((r) => Math.abs(r.position - 202) < 4),
    ).toBe(false);
  });

  it('leave a missing side missing, so that cells stay merged', () => {
    const page = tablePage(3);
    fill(page, 351 - 4, 306, 351 + 4, 498, 255);
    expect(gridsOf(inkOfPicture(page))[0]?.cells.some(({ columnSpan }) => columnSpan === 2)).toBe(true);
  });

  it('are taken out with no harm to the text that touches them', () => {
    const page = tablePage(3);
    stroke(page, [200, 250], [200, 330], 5);
    const ink = inkOfPicture(page);
    eraseRulings(page, ink, pixelRulings(bothWays(ink), 300).rulings);
    const left = ink.data.reduce((sum, value) => sum + value, 0);
    expect(left).toBeGreaterThan(70 * 5);
    expect(left).toBeLessThan(90 * 6);
  });

  it('leave a figure whole that begins beside a border too pale to be ink', () => {
    const page = tablePage(3);
    // The border at 350 becomes grey; a stroke of a 6 stands four pixels from its middle.
    fill(page, 350, 100, 353, 703, 170);
    fill(page, 355, 220, 359, 250);
    const ink = inkOfPicture(page);
    const border = { orientation: 'v', position: 351.5, start: 100, end: 703, thickness: 3.3 } as const;
    eraseRulings(page, ink, [border]);
    expect([...ink.data.subarray(230 * 1200 + 350, 230 * 1200 + 361)]).toEqual([
      0, 0, 0, 0, 0, 1, 1, 1, 1, 0, 0,
    ]);
    expect(page.data[230 * 1200 + 351]).toBe(255);
    expect(page.data[600 * 1200 + 351]).toBe(255);
  });

  it('are followed where they drift, and taken out with their fringe', () => {
    const page = blank(400, 60);
    for (let x = 20; x < 380; x++)
      fill(page, x, 28 + Math.round((x - 200) / 90), x + 1, 31 + Math.round((x - 200) / 90));
    const ink = inkOfPicture(page);
    eraseRulings(page, ink, [{ orientation: 'h', position: 29.5, start: 20, end: 380, thickness: 3 }]);
    expect(ink.data.includes(1)).toBe(false);
    expect(page.data.every((value) => value === 255)).toBe(true);
  });
});

describe('the picture of a page', () => {
  it('is levelled to white paper, with its ink kept', () => {
    const page = tablePage(4);
    for (let i = 0; i < page.data.length; i++) page.data[i] = page.data[i]! * 0.6 + 40 * ((i % 1200) / 1200);
    const flat = levelled(page);
    expect(flat.data[50 * 1200 + 50]).toBeGreaterThan(245);
    expect(flat.data[101 * 1200 + 500]).toBeLessThan(80);
  });

  it('loses specks of noise and keeps strokes', () => {
    const page = tablePage(3);
    fill(page, 20, 20, 21, 21);
    const ink = inkOf(page, 128);
    expect(ink.data[20 * 1200 + 20]).toBe(0);
    expect(ink.data[101 * 1200 + 500]).toBe(1);
  });

  it('loses the red of a stamp but not the black under it', () => {
    const data = new Uint8Array([225, 70, 80, 20, 5, 5, 255, 255, 255, 60, 60, 60]);
    const { data: grey } = greyOf({ width: 4, height: 1, channels: 3, data });
    expect(grey[0]).toBeGreaterThan(225);
    expect(grey[1]).toBeLessThan(40);
    expect([...grey.slice(2)]).toEqual([255, 60]);
  });

  it('is put together from strips, the right way up', () => {
    const strip = (value: number) => ({
      width: 200,
      height: 100,
      channels: 1 as const,
      data: new Uint8Array(20_000).fill(value),
    });
    const page = pagePicture(
      [
        { pixels: strip(10), frame: [100, 0, 0, -50, 0, 50] },
        { pixels: strip(200), frame: [100, 0, 0, -50, 0, 100] },
      ],
      100,
      100,
    );
    expect([page.width, page.height]).toEqual([200, 200]);
    expect([page.data[20 * 200 + 100], page.data[180 * 200 + 100]]).toEqual([10, 200]);
  });

  it('comes back after four quarter turns', () => {
    const page = tablePage(3);
    const half = quarterTurned(quarterTurned(page, 90), 90);
    expect(Buffer.compare(half.data, quarterTurned(page, 180).data)).toBe(0);
    expect(Buffer.compare(quarterTurned(quarterTurned(page, 90), 270).data, page.data)).toBe(0);
  });
});
