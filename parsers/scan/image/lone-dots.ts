import { nextInk } from './clean.ts';
import type { Raster } from './raster.ts';
import { type Speck, speckAt } from './specks.ts';

/** Side of a dot at most, in inches: the points of print of 12 points and less. */
const widest = 0.022;

/** A dot that is no larger ink's has none this near, in inches: commas, points and accents stand closer to their characters. */
const free = 0.07;

/** Ink on both sides of a dot on its own rows, this near in inches: it is a point between two digits. Two others there on one side are a row of dots. So near lie the pieces of a broken character. */
const beside = 0.12;

/** So many other dots near one, and twice as many more as the dirt of the page puts there on average, are the pieces of a broken character. */
const pieces = 4;

/** Lone dots a square inch from which they are dirt: print has hardly any. */
const dirty = 0.1;

interface Written {
  picture: Raster;
  ink: Raster;
}

/**
 * A level page whose rulings are taken out without the dots of a dirty copier that stand far from all writing: as large as points,
 * they would be read as signs of cells and as lines of their own. Paper with few of them comes back as it is.
 */
export function withoutLoneDots<T extends Written>(page: T, dpi: number): T {
  const { width, height } = page.ink;
  const dots = dotsOf(page.ink, dpi);
  if (dots.length < (dirty * width * height) / dpi ** 2) return page;
  const lone = loneDots(page.ink, dots, dpi);
  if (lone.length < (dirty * width * height) / dpi ** 2) return page;
  const picture = { ...page.picture, data: page.picture.data.slice() };
  const ink = { ...page.ink, data: page.ink.data.slice() };
  // The rim of a dot is paler than ink.
  for (const { x0, x1, y0, y1 } of lone)
    for (let y = Math.max(0, y0 - 1); y < Math.min(height, y1 + 1); y++) {
      const [first, end] = [y * width + Math.max(0, x0 - 1), y * width + Math.min(width, x1 + 1)];
      picture.data.fill(255, first, end);
      ink.data.fill(0, first, end);
    }
  return { ...page, picture, ink };
}

/** Pieces of ink no larger than a point, and about as wide as high: a short dash is a value. */
function dotsOf({ data, width, height }: Raster, dpi: number): Speck[] {
  const side = Math.max(2, Math.round(widest * dpi));
  const dots: Speck[] = [];
  for (let at = nextInk(data, 0); at >= 0; at = nextInk(data, at + 1)) {
    // The inside of strokes begins no dot: most of the ink is leapt over.
    if (data[at - 1] === 1 || data[at - width] === 1) continue;
    const x = at % width;
    const dot = speckAt(data, width, height, x, (at - x) / width, side);
    if (dot !== null && isRound(dot)) dots.push(dot);
  }
  return dots;
}

function isRound({ x0, x1, y0, y1 }: Speck): boolean {
  const [wide, high] = [x1 - x0, y1 - y0];
  return Math.max(wide, high) <= 2 * Math.min(wide, high) + 1;
}

function loneDots(ink: Raster, dots: readonly Speck[], dpi: number): Speck[] {
  const { width, height } = ink;
  const larger = ink.data.slice();
  for (const { x0, x1, y0, y1 } of dots)
    for (let y = y0; y < y1; y++) larger.fill(0, y * width + x0, y * width + x1);
  const room = Math.round(free * dpi);
  const reach = Math.round(beside * dpi);
  const expected = (dots.length * (2 * reach) ** 2) / (width * height);
  const most = Math.floor(pieces + 2 * expected);
  const near = neighbours(dots, reach, most);
  const hasInk = (from: Uint8Array, x0: number, x1: number, y0: number, y1: number): boolean => {
    const [first, end] = [Math.max(0, x0), Math.min(width, x1)];
    for (let y = Math.max(0, y0); y < Math.min(height, y1); y++)
      if (first < end && from.subarray(y * width + first, y * width + end).includes(1)) return true;
    return false;
  };
  return dots.filter((dot) => {
    const { x0, x1, y0, y1 } = dot;
    if (near(dot) >= most || hasInk(larger, x0 - room, x1 + room, y0 - room, y1 + room)) return false;
    const own = (from: number, to: number): number => runsIn(ink, from, to, y0, y1);
    const [before, behind] = [own(x0 - reach, x0), own(x1, x1 + reach)];
    return (before === 0 || behind === 0) && before + behind < 2;
  });
}

/** How many stretches of columns with ink some rows have between two columns. */
function runsIn({ data, width }: Raster, from: number, to: number, y0: number, y1: number): number {
  let runs = 0;
  let inside = false;
  for (let x = Math.max(0, from); x < Math.min(width, to); x++) {
    let full = false;
    for (let y = y0; y < y1 && !full; y++) full = data[y * width + x] === 1;
    if (full && !inside) runs++;
    inside = full;
  }
  return runs;
}

/** Counts the other dots within a distance, by squares of it, up to `most`. */
function neighbours(dots: readonly Speck[], room: number, most: number): (dot: Speck) => number {
  const squares = new Map<string, Speck[]>();
  const placeOf = ({ x0, y0 }: Speck): [number, number] => [Math.floor(x0 / room), Math.floor(y0 / room)];
  for (const dot of dots) {
    const key = placeOf(dot).join();
    const square = squares.get(key);
    if (square) square.push(dot);
    else squares.set(key, [dot]);
  }
  return (dot) => {
    const [column, row] = placeOf(dot);
    let count = 0;
    for (let r = row - 1; r <= row + 1; r++)
      for (let c = column - 1; c <= column + 1; c++)
        for (const other of squares.get(`${c},${r}`) ?? [])
          if (other !== dot && Math.abs(other.x0 - dot.x0) <= room && Math.abs(other.y0 - dot.y0) <= room)
            if (++count >= most) return count;
    return count;
  };
}
