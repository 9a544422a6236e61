import type { Raster } from './raster.ts';

/** Side of the squares that a page is seen in, in inches: a stroke of usual writing fills none. */
const squareSide = 0.04;

/** A pixel is dark below this share of the paper's level, and a fill is one below the other: no fill is taken in part. */
const darkBelow = 0.68;
const fillBelow = 0.6;

/** Share of a square that is dark where a fill with white writing on it lies. */
const darkShare = 0.5;

/** Share of the sampled pixels of a page that are no brighter than its paper. */
const paperRank = 0.8;

/** The level of a page whose ground is dark as a whole: a photograph, a screen. */
const leastPaper = 140;

/** Least size of a fill, in squares: 1 cm wide, and as high as a row of small print. Long ones, which no seal is, are longer. */
const least = { columns: 10, rows: 3 } as const;
const longColumns = 38;

/** Share of the squares between its first and its last, row by row or column by column, that a fill takes; a ring takes fewer. */
const leastFull = 0.6;

/** A page in squares. */
export interface Squares {
  side: number;
  columns: number;
  rows: number;
  /** 1 where most of the square is dark. */
  dark: Uint8Array;
  /** Levels of the paper and of its ink. */
  paper: number;
  black: number;
  /** The level of the fill around a square. */
  groundAt: (square: number) => number;
}

/** A fill, in squares; `near`: the squares it takes or touches. */
export interface DarkArea {
  c0: number;
  r0: number;
  c1: number;
  r1: number;
  near: Set<number>;
  ground: number;
}

/** A page in squares; null where hardly anything of it is paper. */
export function squaresOf({ width, height, data }: Raster, dpi: number): Squares | null {
  const side = Math.max(4, Math.round(squareSide * dpi));
  const columns = Math.floor(width / side);
  const rows = Math.floor(height / side);
  const { paper, black } = levelsOf(data);
  if (paper < leastPaper || columns < least.columns || rows < least.rows) return null;
  const below = darkBelow * paper;
  const dark = new Uint8Array(columns * rows);
  const across = Math.ceil(side / 2);
  const counts = new Uint16Array(columns);
  for (let r = 0; r < rows; r++) {
    counts.fill(0);
    for (let y = r * side; y < (r + 1) * side; y += 2) {
      let at = y * width;
      for (let c = 0; c < columns; c++, at += side)
        for (let k = 0; k < side; k += 2) if (data[at + k]! < below) counts[c]!++;
    }
    for (let c = 0; c < columns; c++)
      if (counts[c]! >= darkShare * across * across) dark[r * columns + c] = 1;
  }
  const known = new Map<number, number>();
  const groundAt = (square: number): number => {
    let level = known.get(square);
    if (level === undefined) {
      level = levelAround(
        { width, height, data },
        square % columns,
        Math.floor(square / columns),
        side,
        below,
      );
      known.set(square, level);
    }
    return level;
  };
  return { side, columns, rows, dark, paper, black, groundAt };
}

function levelsOf(data: Uint8Array): { paper: number; black: number } {
  const counts = new Uint32Array(256);
  let all = 0;
  for (let at = 0; at < data.length; at += 37, all++) counts[data[at]!]!++;
  const rank = (share: number): number => {
    let seen = 0;
    for (let level = 0; level < 256; level++) {
      seen += counts[level]!;
      if (seen > share * all) return level;
    }
    return 255;
  };
  return { paper: rank(paperRank), black: rank(0.01) };
}

/** Median of the dark pixels two squares around one. */
function levelAround(
  { width, height, data }: Raster,
  column: number,
  row: number,
  side: number,
  below: number,
): number {
  const counts = new Uint32Array(256);
  let all = 0;
  const [x0, x1] = [Math.max(0, (column - 2) * side), Math.min(width, (column + 3) * side)];
  const [y0, y1] = [Math.max(0, (row - 2) * side), Math.min(height, (row + 3) * side)];
  for (let y = y0; y < y1; y += 2)
    for (let x = x0; x < x1; x += 2) {
      const level = data[y * width + x]!;
      if (level >= below) continue;
      counts[level]!++;
      all++;
    }
  let seen = 0;
  for (let level = 0; level < 256; level++) {
    seen += counts[level]!;
    if (2 * seen > all) return level;
  }
  return 0;
}

/** Fills of a page: areas of dark squares as large as a cell that do not run to the edge of the picture, as a desk or the lid of a copier does. */
export function darkAreas(squares: Squares, isLong: boolean): DarkArea[] {
  const { columns, rows, paper, groundAt } = squares;
  const dark = inBlocks(squares.dark, columns);
  const seen = new Uint8Array(dark.length);
  const areas: DarkArea[] = [];
  for (let first = dark.indexOf(1); first >= 0; first = dark.indexOf(1, first + 1)) {
    if (seen[first] === 1) continue;
    const members = togetherWith(first, dark, columns, seen);
    if (members.length < least.columns * least.rows) continue;
    const xs = members.map((square) => square % columns);
    const ys = members.map((square) => Math.floor(square / columns));
    const min = (values: number[]): number => values.reduce((a, b) => Math.min(a, b));
    const max = (values: number[]): number => values.reduce((a, b) => Math.max(a, b));
    const [c0, c1, r0, r1] = [min(xs), max(xs), min(ys), max(ys)];
    if (c0 === 0 || r0 === 0 || c1 >= columns - 1 || r1 >= rows - 1) continue;
    if (c1 - c0 + 1 < (isLong ? longColumns : least.columns) || r1 - r0 + 1 < least.rows) continue;
    if (Math.max(fullness(xs, ys), fullness(ys, xs)) < leastFull) continue;
    const grounds = members
      .filter((_, i) => i % 7 === 0)
      .map(groundAt)
      .sort((a, b) => a - b);
    const ground = grounds[grounds.length >> 1]!;
    if (ground > fillBelow * paper) continue;
    areas.push({ c0, r0, c1, r1, near: around(members, columns), ground });
  }
  return areas;
}

/** Dark squares that are one of four that make a larger one: those of a ruling stand in one row. */
function inBlocks(dark: Uint8Array, columns: number): Uint8Array {
  const blocks = new Uint8Array(dark.length);
  for (let at = dark.indexOf(1); at >= 0 && at + columns + 1 < dark.length; at = dark.indexOf(1, at + 1)) {
    const four = [at, at + 1, at + columns, at + columns + 1];
    if (at % columns < columns - 1 && four.every((square) => dark[square] === 1))
      for (const square of four) blocks[square] = 1;
  }
  return blocks;
}

/** Dark squares that hang together with one by their sides. */
function togetherWith(first: number, dark: Uint8Array, columns: number, seen: Uint8Array): number[] {
  const members = [first];
  seen[first] = 1;
  for (let i = 0; i < members.length; i++) {
    const at = members[i]!;
    const column = at % columns;
    const sides = [at - columns, at + columns, column > 0 ? at - 1 : -1, column < columns - 1 ? at + 1 : -1];
    for (const next of sides) {
      if (next < 0 || next >= dark.length || dark[next] === 0 || seen[next] === 1) continue;
      seen[next] = 1;
      members.push(next);
    }
  }
  return members;
}

/** Share of the squares between the first and the last of each line that are members. */
function fullness(lines: readonly number[], places: readonly number[]): number {
  const ends = new Map<number, [number, number]>();
  lines.forEach((line, i) => {
    const place = places[i]!;
    const known = ends.get(line);
    ends.set(
      line,
      known === undefined ? [place, place] : [Math.min(known[0], place), Math.max(known[1], place)],
    );
  });
  let whole = 0;
  for (const [from, to] of ends.values()) whole += to - from + 1;
  return lines.length / whole;
}

/** Squares with the eight around each. */
function around(members: readonly number[], columns: number): Set<number> {
  const near = new Set<number>();
  for (const square of members)
    for (const down of [-columns, 0, columns])
      for (const across of [-1, 0, 1]) near.add(square + down + across);
  return near;
}
