import { boxAround } from '../../geometry/box-around.ts';
import type { GridDoubt } from '../grid/check-grid.ts';
import type { Area, Raster } from '../image/raster.ts';
import type { LineReading } from './read-line.ts';
import { inkIn } from './text-lines.ts';

/** Most that a text is believed over which strokes run. */
const crossedConfidence = 0.6;

const crossed = 'strokes run over the writing';

export const crossedReading = (reading: LineReading): LineReading => ({
  ...reading,
  confidence: Math.min(reading.confidence, crossedConfidence),
  doubt: reading.doubt ?? crossed,
});

/** Lines with strokes over them from which these are lines of a table: a note by hand crosses one or two, and a page on its side shows some that hold no word. */
const fewest = 8;

/** Lines with strokes over them, read or not, that are those of a table if they hold this share of the ink of the page: a sheet on its side is hardly read, and its rulings run its cells together. */
const fewestOfMuch = 3;
const muchInk = 0.35;

/**
 * A table whose lines were not found leaves its writing beside the grids, with strokes over line after line of it: two sheets in one picture lie at different angles, and the page is
 * level by one of them. What was made out of the other is in question, and rows of it are lost; so is a grid that the writing stands right beside, row by row: the sheet bends, and its
 * lines were found in part. `lines`: those that strokes run over, those that nothing was read of too; `grids`: outlines in pixels.
 */
export function lostTable(
  ink: Raster,
  lines: readonly LineReading[],
  grids: readonly Area[],
  scale: number,
): GridDoubt[] {
  const read = lines.filter(({ doubt, text }) => doubt === crossed && text.length > 1);
  const among = read.length >= fewest ? read : lines;
  if (read.length < fewest && !isMuch(ink, lines)) return [];
  const box = among.map(({ area }) => area).reduce(boxAround);
  return [box, ...grids.filter((grid) => isTorn(grid, box, scale))].map(({ x0, y0, x1, y1 }) => ({
    box: { x0: x0 * scale, y0: y0 * scale, x1: x1 * scale, y1: y1 * scale },
    of: 'all',
    reason: 'lines run through writing beside the grids',
  }));
}

/** A grid is the rest of a table whose writing stands beside it for this share of its height, this many points away at most. */
const torn = { share: 0.5, away: 36 } as const;

function isTorn(grid: Area, lost: Area, scale: number): boolean {
  const beside = Math.min(grid.y1, lost.y1) - Math.max(grid.y0, lost.y0);
  const gap = Math.max(grid.x0 - lost.x1, lost.x0 - grid.x1) * scale;
  return beside >= torn.share * (grid.y1 - grid.y0) && gap <= torn.away;
}

function isMuch(ink: Raster, lines: readonly LineReading[]): boolean {
  if (lines.length < fewestOfMuch) return false;
  const own = lines.reduce((sum, { area }) => sum + inkIn(ink, area), 0);
  return own >= muchInk * inkIn(ink, { x0: 0, y0: 0, x1: ink.width, y1: ink.height });
}
