import type { PixelRuling } from '../grid/ruling.ts';
import type { Area, Raster } from './raster.ts';

/** A line of the grid that a seal hides is gone for this many inches at least, and at most, in so many places: through ink of a stamp it shows. */
const hidden = { least: 0.02, most: 0.6 } as const;
const fewestHidden = 2;

/** Share of a gap between two pieces of one line that is red where a seal hides it: letters of it are not filled. */
const redOfGap = 0.6;

/** Pixels between pieces of one line. */
const drift = 3;

/** Pixels of a seal that make a place one that it lies over. */
const fewestRed = 6;

/**
 * Whether the red of a page hides what is printed under it, as a seal does that was put there by a program: lines of the grid go behind it and
 * out again. `red`: below 128 where a bright red is, above elsewhere; lines in pixels.
 */
export function hidesLines(red: Raster, lines: readonly PixelRuling[], dpi: number): boolean {
  let places = 0;
  for (const line of lines) {
    places += crossings(red, line, hidden.least * dpi);
    const next = lines
      .filter(
        ({ orientation, position, start }) =>
          orientation === line.orientation && Math.abs(position - line.position) <= drift && start > line.end,
      )
      .reduce<number>((nearest, { start }) => Math.min(nearest, start), Number.POSITIVE_INFINITY);
    const gap = next - line.end;
    if (gap < hidden.least * dpi || gap > hidden.most * dpi) continue;
    if (redWithin(red, { ...line, start: line.end, end: next }) >= redOfGap * gap) places++;
  }
  return places >= fewestHidden;
}

/** Red of a seal on a page without grids, in square inches: less is a mark or a line of print. */
const leastSeal = 0.05;

/** Whether there is as much red on a page as a seal has: where no lines are drawn, none can tell that it hides what is printed. */
export function isSealed({ data }: Raster, dpi: number): boolean {
  let count = 0;
  for (const level of data) if (level < 128) count++;
  return count >= leastSeal * dpi * dpi;
}

const isRedAt = ({ data, width, height }: Raster, { orientation, position }: PixelRuling, along: number) => {
  const across = Math.round(position);
  const [x, y] = orientation === 'h' ? [along, across] : [across, along];
  return x >= 0 && y >= 0 && x < width && y < height && data[y * width + x]! < 128;
};

/** Places where a line is red for a while and goes on. */
function crossings(red: Raster, line: PixelRuling, least: number): number {
  let places = 0;
  let run = 0;
  for (let along = Math.round(line.start); along <= line.end; along++) {
    const isRed = isRedAt(red, line, along);
    if (!isRed && run >= least) places++;
    run = isRed ? run + 1 : 0;
  }
  return places;
}

function redWithin(red: Raster, line: PixelRuling): number {
  let count = 0;
  for (let along = Math.ceil(line.start); along < line.end; along++) if (isRedAt(red, line, along)) count++;
  return count;
}

/** Whether a seal lies over a part of the page, or over its edge. */
export function liesUnder(red: Raster, { x0, y0, x1, y1 }: Area): boolean {
  let count = 0;
  const right = Math.min(red.width, Math.ceil(x1));
  for (let y = Math.max(0, Math.floor(y0)); y < Math.min(red.height, y1); y++)
    for (let x = Math.max(0, Math.floor(x0)); x < right; x++)
      if (red.data[y * red.width + x]! < 128 && ++count >= fewestRed) return true;
  return false;
}
