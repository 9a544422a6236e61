import { blank, type Raster } from './raster.ts';

/**
 * Where a page is blue, green or violet: half the level of its strongest colour there, 128 more where the colour is weak, 255 elsewhere.
 * Colour is multiplied onto paper and print alike, so its strongest channel shows what is printed below it.
 */
export type Tint = Raster;

/** Below this a tint is of clear colour. */
export const weakTint = 128;
const noTint = 255;

/** Side of a square that marks are put together by, in inches. */
const squareSide = 0.025;

/** Squares of one mark are so near one another: stamps are worn. */
const apart = 2;

/** Pixels of clear colour that make a square one of a mark. */
const fewestColoured = 2;

/** Print is this much darker than the mark that crosses it, in the mark's own colour, and at most so wide, in inches. */
const printShare = 0.7;
const widestPrint = 0.06;

/** Length of mark over print, in inches, from which on it lies over the page; writing that touches a line never goes through it. */
const leastCrossed = 0.015;

/** A mark in inches: a thinner one is a ruling, a longer one rulings of a table, and one of these sides a stamp whose writing is its own. */
const sides = { least: 0.06, stamp: 0.28, most: 3.5 } as const;

/** Share of squares that are full of colour in a fill. */
const filled = 0.5;

/** Share of the colour of marks that writing in colour may have beside them: with more of it colour is what the form is filled in with. */
const mostWriting = 0.7;

/** A group of squares of colour. */
interface Mark {
  x0: number;
  y0: number;
  x1: number;
  y1: number;
  squares: number;
  full: number;
  pixels: number;
  /** Pixels by half their level. */
  levels: Uint32Array;
  /** Usual level of its colour, halved. */
  level: number;
  crossed: number;
  isOver: boolean;
}

interface Squares {
  side: number;
  columns: number;
  /** The mark of each square, -1 without. */
  of: Int32Array;
}

/** A page, and where coloured marks were taken out of it: 0 there, 255 elsewhere; null where none were. */
export interface BarePage {
  page: Raster;
  taken: Raster | null;
}

/** The page without stamps and strokes of blue, green or violet that lie over what is printed in black, where no writing of the form has such a colour; `dpi`: pixels an inch. */
export function withoutColouredMarks(page: Raster, tint: Tint, dpi: number): BarePage {
  const asItIs = { page, taken: null };
  const { squares, marks } = marksOf(tint, dpi);
  if (marks.length === 0) return asItIs;
  for (const step of [1, page.width]) countCrossings(page, tint, squares, marks, step, dpi);
  const inches = (length: number): number => (length * squares.side) / dpi;
  for (const mark of marks) mark.isOver = liesOver(mark, inches, dpi);
  const stamps = marks.filter((mark) => mark.isOver && lesserSide(mark, inches) >= sides.stamp);
  for (const mark of marks) mark.isOver ||= stamps.some((stamp) => isWithin(mark, stamp));
  const over = marks.filter(({ isOver }) => isOver);
  if (over.length === 0 || isWritten(page, tint, marks, inches)) return asItIs;
  return withoutMarks(page, tint, squares, marks);
}

function marksOf(tint: Tint, dpi: number): { squares: Squares; marks: Mark[] } {
  const { width, height, data } = tint;
  const side = Math.max(2, Math.round(squareSide * dpi));
  const columns = Math.ceil(width / side);
  const counts = new Uint16Array(columns * Math.ceil(height / side));
  for (let y = 0, at = 0; y < height; y++) {
    const row = Math.floor(y / side) * columns;
    for (let x = 0; x < width; x++, at++) {
      if (data[at]! >= weakTint) continue;
      const square = row + Math.floor(x / side);
      counts[square] = counts[square]! + 1;
    }
  }
  const of = new Int32Array(counts.length).fill(-1);
  const marks: Mark[] = [];
  for (let first = 0; first < counts.length; first++)
    if (of[first] === -1 && counts[first]! >= fewestColoured)
      marks.push(grown(first, marks.length, counts, of, columns, side));
  const squares = { side, columns, of };
  for (let y = 0, at = 0; y < height; y++)
    for (let x = 0; x < width; x++, at++) {
      if (data[at]! >= weakTint) continue;
      const levels = markAt(squares, marks, x, y)?.levels;
      if (levels !== undefined) levels[data[at]!] = levels[data[at]!]! + 1;
    }
  for (const mark of marks) mark.level = fullLevel(mark.levels);
  return { squares, marks };
}

const markAt = ({ side, columns, of }: Squares, marks: readonly Mark[], x: number, y: number) =>
  marks[of[Math.floor(y / side) * columns + Math.floor(x / side)]!];

/** The squares that hang together with one of them. */
function grown(
  first: number,
  number: number,
  counts: Uint16Array,
  of: Int32Array,
  columns: number,
  side: number,
): Mark {
  const [x, y] = [first % columns, Math.floor(first / columns)];
  const levels = new Uint32Array(weakTint);
  const none = { squares: 0, full: 0, pixels: 0, level: 0, crossed: 0, isOver: false };
  const mark: Mark = { x0: x, y0: y, x1: x + 1, y1: y + 1, levels, ...none };
  const open = [first];
  of[first] = number;
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    const [u, v] = [at % columns, Math.floor(at / columns)];
    mark.x0 = Math.min(mark.x0, u);
    mark.x1 = Math.max(mark.x1, u + 1);
    mark.y0 = Math.min(mark.y0, v);
    mark.y1 = Math.max(mark.y1, v + 1);
    mark.squares++;
    mark.pixels += counts[at]!;
    if (counts[at]! >= 0.8 * side * side) mark.full++;
    for (let q = Math.max(0, v - apart); q <= v + apart; q++)
      for (let p = Math.max(0, u - apart); p <= Math.min(columns - 1, u + apart); p++) {
        const next = q * columns + p;
        if (next >= of.length || of[next] !== -1 || counts[next]! < fewestColoured) continue;
        of[next] = number;
        open.push(next);
      }
  }
  return mark;
}

/** Share of a mark that is darker than its ink on white paper: what is printed below it. Its edges are paler. */
const darker = 0.3;

function fullLevel(levels: Uint32Array): number {
  const most = darker * levels.reduce((sum, count) => sum + count, 0);
  let sum = 0;
  for (let level = 0; level < levels.length; level++) {
    sum += levels[level]!;
    if (sum >= most) return level;
  }
  return levels.length;
}

/** Counts, along rows (`step` 1) or columns (its width), where a mark goes on behind print that it crosses. */
function countCrossings(
  { width, height, data }: Raster,
  tint: Tint,
  squares: Squares,
  marks: readonly Mark[],
  step: number,
  dpi: number,
): void {
  const most = Math.ceil(widestPrint * dpi);
  const [lines, length] = step === 1 ? [height, width] : [width, height];
  for (let line = 0; line < lines; line++) {
    let last: Mark | undefined;
    let since = 0;
    let dark = 0;
    for (let i = 0, at = step === 1 ? line * width : line; i < length; i++, at += step) {
      const coloured = tint.data[at]!;
      if (last === undefined && coloured >= weakTint) continue;
      const level = coloured === noTint ? data[at]! / 2 : coloured % weakTint;
      const mark =
        coloured >= weakTint ? undefined : markAt(squares, marks, at % width, Math.floor(at / width));
      const isPrint = last !== undefined && level < printShare * last.level;
      if (isPrint) dark++;
      if (mark !== undefined && !isPrint && level >= 0.85 * mark.level) {
        if (mark === last && dark > 0) mark.crossed++;
        last = mark;
        since = 0;
        dark = 0;
      } else if (++since > most || (coloured === noTint && !isPrint)) last = undefined;
    }
  }
}

const lesserSide = ({ x0, y0, x1, y1 }: Mark, inches: (length: number) => number): number =>
  inches(Math.min(x1 - x0, y1 - y0));

function liesOver(mark: Mark, inches: (length: number) => number, dpi: number): boolean {
  if (mark.crossed < leastCrossed * dpi || mark.full > filled * mark.squares) return false;
  const longest = inches(Math.max(mark.x1 - mark.x0, mark.y1 - mark.y0));
  return lesserSide(mark, inches) >= sides.least && longest <= sides.most;
}

function isWithin(mark: Mark, stamp: Mark): boolean {
  if (mark.full > filled * mark.squares) return false;
  const [x, y] = [(mark.x0 + mark.x1) / 2, (mark.y0 + mark.y1) / 2];
  const isSmaller = mark.squares <= stamp.squares;
  return isSmaller && x >= stamp.x0 - 2 && x <= stamp.x1 + 2 && y >= stamp.y0 - 2 && y <= stamp.y1 + 2;
}

/** As dark as this is what is printed. */
const printed = 110;

/** Whether what the form says is in colour too. */
function isWritten(
  page: Raster,
  tint: Tint,
  marks: readonly Mark[],
  inches: (length: number) => number,
): boolean {
  let [over, writing, all] = [0, 0, 0];
  for (const mark of marks) {
    all += mark.pixels;
    if (mark.isOver) over += mark.pixels;
    else if (mark.full <= filled * mark.squares && lesserSide(mark, inches) >= sides.least)
      writing += mark.pixels;
  }
  if (writing > mostWriting * over) return true;
  let black = 0;
  for (let at = 0; at < page.data.length; at++)
    if (tint.data[at] === noTint && page.data[at]! < printed) black++;
  return black < all;
}

/** What is printed under the marks: how much darker their colour is there. */
function withoutMarks(page: Raster, tint: Tint, squares: Squares, marks: readonly Mark[]): BarePage {
  const { width, height } = page;
  const data = page.data.slice();
  const taken = blank(width, height);
  const reach = 2;
  for (let y = 0, at = 0; y < height; y++)
    for (let x = 0; x < width; x++, at++) {
      const coloured = tint.data[at]!;
      if (coloured === noTint) continue;
      // The rim of a mark is of weak colour, and may lie in the square beside it.
      const near = [
        [0, 0],
        [-reach, 0],
        [reach, 0],
        [0, -reach],
        [0, reach],
      ] as const;
      for (const [dx, dy] of coloured < weakTint ? near.slice(0, 1) : near) {
        const [u, v] = [x + dx, y + dy];
        if (u < 0 || v < 0 || u >= width || v >= height) continue;
        const mark = markAt(squares, marks, u, v);
        if (!mark?.isOver) continue;
        taken.data[at] = 0;
        data[at] = Math.max(data[at]!, Math.min(255, (255 * (coloured % weakTint)) / mark.level));
        break;
      }
    }
  return { page: { width, height, data }, taken };
}
