import { describe, expect, it } from 'vitest';
import { cleanPage } from '../../../parsers/scan/clean-page.ts';
import { seenAt, straightened, type View, viewOf } from '../../../parsers/scan/image/perspective.ts';
import { blank, type Raster, rotated } from '../../../parsers/scan/image/raster.ts';
import { skewOf } from '../../../parsers/scan/image/skew.ts';
import { fill, inkOfPicture, tablePage } from './drawing.ts';

/** The page as a telephone takes it: smaller towards the top right, and not quite level. */
const taken: View = [1.14, 0.08, -120, 0.06, 1.14, -80, 0.00006, 0.00012];

const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/** Rows that a line runs along from end to end. */
function levelLines({ width, height, data }: Raster): number {
  let lines = 0;
  let before = false;
  for (let y = 0; y < height; y++) {
    let dark = 0;
    for (let x = 0; x < width; x++) dark += data[y * width + x]!;
    const isLine = dark > 0.7 * width;
    if (isLine && !before) lines++;
    before = isLine;
  }
  return lines;
}

/** A table in grey toner with a word of four signs in every cell. */
function greyTable(rows: number, columns: number): Raster {
  const page = blank(1200, 900);
  const toner = 90;
  const [down, across] = [600 / rows, 1000 / columns];
  for (let row = 0; row <= rows; row++) fill(page, 100, 100 + row * down, 1104, 104 + row * down, toner);
  for (let column = 0; column <= columns; column++)
    fill(page, 100 + column * across, 100, 104 + column * across, 704, toner);
  for (let at = 0; at < 4 * rows * columns; at++) {
    const cell = Math.floor(at / 4);
    const x = 110 + (cell % columns) * across + 16 * (at % 4);
    const y = 118 + Math.floor(cell / columns) * down;
    fill(page, x, y, x + 3, y + 16);
    fill(page, x, y + 6, x + 12, y + 9);
  }
  return page;
}

describe('a page photographed from the side', () => {
  it('is made straight by its lines', () => {
    const photograph = straightened(tablePage(4), taken);
    expect(levelLines(inkOfPicture(photograph))).toBe(0);
    const view = viewOf(inkOfPicture(photograph));
    expect(view).not.toBeNull();
    const ink = inkOfPicture(straightened(photograph, view!));
    expect(levelLines(ink)).toBe(4);
    expect(Math.abs(skewOf(ink))).toBeLessThanOrEqual(0.05);
    expect(viewOf(ink)).toBeNull();
  });

  it('is one whose points are known on the photograph', () => {
    const photograph = straightened(tablePage(4), taken);
    // A mark that is found on both.
    fill(photograph, 300, 300, 330, 330);
    const view = viewOf(inkOfPicture(photograph))!;
    const mark = blank(photograph.width, photograph.height);
    fill(mark, 300, 300, 330, 330);
    const { data, width } = straightened(mark, view);
    const dark = [...data.keys()].filter((at) => data[at]! < 128);
    const middle = (of: (at: number) => number): number =>
      dark.reduce((sum, at) => sum + of(at), 0) / dark.length;
    const seen = seenAt(
      view,
      middle((at) => at % width),
      middle((at) => Math.floor(at / width)),
    );
    expect(Math.hypot(seen.x - 314.5, seen.y - 314.5)).toBeLessThan(1);
  });

  it('is read with its grid, and a page that lay flat is not touched', () => {
    const page = (picture: Raster) => cleanPage({ number: 1, width: 288, height: 216, rotation: 0, picture });
    const straight = page(straightened(tablePage(4), taken));
    expect(straight.view).not.toBeNull();
    expect(straight.doubts).toEqual([]);
    const turned = rotated(tablePage(4), radians(1.4));
    expect(viewOf(inkOfPicture(turned))).toBeNull();
    expect(page(turned).view).toBeNull();
  });

  it('is made straight before its leaning lines are taken for marks of the other side', () => {
    const { doubts, view } = cleanPage({
      number: 1,
      width: 288,
      height: 216,
      rotation: 0,
      picture: straightened(greyTable(10, 4), [1.05, 0.02, -30, 0.015, 1.05, -25, 0.00002, 0.00004]),
    });
    expect(view).not.toBeNull();
    expect(doubts).toEqual([]);
  });

  it('is not told where there is next to nothing on it', () => {
    expect(viewOf(inkOfPicture(blank(400, 300)))).toBeNull();
  });
});
