import { describe, expect, it } from 'vitest';
import { ruledGrids } from '../../../parsers/geometry/rulings/ruled-grids.ts';
import { defaultGeometry } from '../../../parsers/geometry/settings.ts';
import { cleanPage } from '../../../parsers/scan/clean-page.ts';
import { wholeLines } from '../../../parsers/scan/grid/drifting-lines.ts';
import type { PixelRuling } from '../../../parsers/scan/grid/ruling.ts';
import { pixelRulings, rulingsInPoints } from '../../../parsers/scan/grid/rulings.ts';
import { blank, type Raster, rotated } from '../../../parsers/scan/image/raster.ts';
import { fill, inkOfPicture, stroke } from './drawing.ts';

const dpi = 200;
const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/** A page of a narrow table, its first column merged over eight rows and its second over the last six of them. */
function mergedLabels(grey: number): Raster {
  const page = blank(1200, 1600);
  const [left, first, second, right] = [100, 180, 310, 600];
  for (let row = 0; row <= 8; row++) {
    const from = row === 0 || row === 8 ? left : row <= 2 ? first : second;
    fill(page, from, 100 + row * 160, right + 3, 103 + row * 160, grey);
  }
  for (const x of [left, first, second, right]) fill(page, x, 100, x + 3, 1383, grey);
  return page;
}

const cellsOf = (rulings: Parameters<typeof ruledGrids>[0]) =>
  ruledGrids(rulings, defaultGeometry).lattices.map(({ cells }) =>
    cells.map(({ row, column, rowSpan }) => `${row},${column}×${rowSpan}`),
  );

/** The cells as they are drawn, by row and column, and over how many rows they go. */
const merged = [
  ...['0,0×8', '0,1×1', '0,2×1', '1,1×1', '1,2×1', '2,1×6'],
  ...[2, 3, 4, 5, 6, 7].map((row) => `${row},2×1`),
];

describe('lines of a page that is not quite level', () => {
  it.each([0.2, -0.32, 0.32])('part merged labels from each other, %d° off', (angle) => {
    const ink = inkOfPicture(rotated(mergedLabels(0), radians(angle)));
    const { rulings } = pixelRulings({ level: ink, upright: ink }, dpi);
    expect(cellsOf(rulingsInPoints(wholeLines(rulings, dpi), dpi))).toEqual([merged]);
  });

  it('are one where pieces meet end to end, and stay apart over a gap or too far beside each other', () => {
    const piece = (position: number, start: number, end: number): PixelRuling => ({
      orientation: 'v',
      position,
      start,
      end,
      thickness: 3,
    });
    const ends = (...pieces: PixelRuling[]) =>
      wholeLines(pieces, dpi).map(({ position, start, end }) => [position, start, end]);
    expect(ends(piece(104, 500, 700), piece(100, 100, 500))).toEqual([[(4 * 100 + 2 * 104) / 6, 100, 700]]);
    expect(ends(piece(100, 100, 500), piece(104, 510, 700))).toHaveLength(2);
    expect(ends(piece(100, 100, 500), piece(109, 500, 700))).toHaveLength(2);
    expect(ends(piece(100, 100, 300), piece(106, 300, 500), piece(112, 500, 700))).toHaveLength(2);
  });
});

it('a page with little writing is levelled by its grey rulings', () => {
  const page = mergedLabels(175);
  // Strokes of writing at many heights, all sinking to the left: alone they say another slope.
  for (let row = 0; row < 8; row++)
    for (const [i, x] of [330, 400, 470].entries()) {
      const y = 150 + row * 160 + ((7 * (3 * row + i)) % 40);
      stroke(page, [x, y + 3], [x + 60, y], 3);
    }
  const { width, height } = page;
  const picture = rotated(page, radians(1.8));
  const ready = cleanPage({
    number: 1,
    picture,
    width: (width * 72) / dpi,
    height: (height * 72) / dpi,
    rotation: 0,
  });
  expect(Math.abs((ready.angle * 180) / Math.PI - 1.8)).toBeLessThan(0.08);
  expect(cellsOf(ready.rulings)).toEqual([merged]);
  expect(ready.doubts).toEqual([]);
});
