import { nextInk } from './clean.ts';
import type { Raster } from './raster.ts';

/** Sides of the squares that a page is seen in, in inches: characters of a line run together, lines do not. Large or spaced-out writing wants larger ones. */
const squares = [0.02, 0.035] as const;

/** Dark pixels that make a square dark: a speck makes none. */
const leastInk = 2;

/** Longest run that writing makes, in squares: what is longer is what is left of a ruling. */
const longestRun = 250;

/** How much longer the runs down must be than those across for a page to lie on its side. */
const margin = 1.1;

/**
 * Whether the writing of a page runs up or down: seen coarsely, a line of it is one long run along the writing and as short as
 * a character across. `ink` is without rulings, which run both ways.
 */
export function liesOnItsSide(ink: Raster, dpi: number): boolean {
  const leanings = squares.map((side) => {
    const coarse = coarsened(ink, Math.max(2, Math.round(side * dpi)));
    const { width, height } = coarse;
    return Math.log(
      (1 + runLength(coarse, width, height, 1, width)) / (1 + runLength(coarse, height, width, width, 1)),
    );
  });
  const clearest = leanings.reduce((a, b) => (Math.abs(b) > Math.abs(a) ? b : a));
  return clearest > Math.log(margin);
}

function coarsened({ width, height, data }: Raster, side: number): Raster {
  const columns = Math.floor(width / side);
  const rows = Math.floor(height / side);
  const result = new Uint8Array(columns * rows);
  const counts = new Uint16Array(columns * rows);
  const columnOf = Int32Array.from({ length: width }, (_, x) => Math.floor(x / side));
  let from = 0;
  let row = 0;
  for (let at = nextInk(data, 0); at >= 0; at = nextInk(data, at + 1)) {
    if (at >= from + width) {
      const y = Math.floor(at / width);
      from = y * width;
      row = Math.floor(y / side) * columns;
    }
    const column = columnOf[at - from]!;
    if (column < columns && row < counts.length) counts[row + column]!++;
  }
  for (let i = 0; i < counts.length; i++) if (counts[i]! >= leastInk) result[i] = 1;
  return { width: columns, height: rows, data: result };
}

/** Mean length of the dark runs, each weighed by its length. `step` leads along a run, `stride` to the next line. */
function runLength({ data }: Raster, lines: number, length: number, stride: number, step: number): number {
  let sum = 0;
  let squares = 0;
  for (let line = 0; line < lines; line++) {
    let run = 0;
    for (let i = 0, at = line * stride; i <= length; i++, at += step) {
      if (i < length && data[at] === 1) {
        run++;
        continue;
      }
      if (run > 0 && run <= longestRun) {
        sum += run;
        squares += run * run;
      }
      run = 0;
    }
  }
  return sum === 0 ? 0 : squares / sum;
}
