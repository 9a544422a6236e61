import { type DarkArea, darkAreas, type Squares, squaresOf } from './dark-areas.ts';
import type { Raster } from './raster.ts';

/** A light stroke or line on a dark fill is at most this wide, in inches: what is wider is paper beside it. */
const widestStroke = 0.045;

/** Share of a fill that light writing and lines take: a bar without any is no ground of writing. */
const written = { least: 0.004, most: 0.55 } as const;

/** Share of the outline of a fill behind which the page is clearly lighter: a shadow ends by degrees. */
const leastSharp = 0.6;

/** As light as this the page is there, between the fill and paper. */
const leastLighter = 0.8;

/** Inches from the outline of a fill to where the page must be lighter. */
const beyond = 0.03;

/** Most that the difference between a fill and the black on it is stretched by: noise is stretched with it. */
const mostGain = 4.5;

/** Thickness of the outline that a fill leaves, in inches: the border of its cells. */
const outlineWidth = 0.008;

/** How far beside the end of a fill a line ends it, in inches, and how dark that is. */
const beside = 0.02;
const lineInk = 110;

/** Most that light writing encloses or takes in one piece, in square inches: more is a cell between fills. */
const largestHole = 0.05;

/**
 * The page with its dark fills (heads in white on blue) made white: what is lighter or darker than the fill around it is ink, and the
 * outline of the fill a line. `dpi`: pixels an inch.
 */
export function withoutDarkGrounds(picture: Raster, dpi: number): Raster {
  return turnedOver(picture, picture, dpi)?.page ?? picture;
}

/** The same for fills that are bright red, which are white in grey. `red`: below 128 where the page is a bright red; it is 255 in such fills afterwards. */
export function withoutRedGrounds(picture: Raster, red: Raster, dpi: number): { page: Raster; red: Raster } {
  const turned = turnedOver(picture, red, dpi, true);
  if (turned === null) return { page: picture, red };
  const rest = { ...red, data: red.data.slice() };
  for (let at = 0; at < rest.data.length; at++) if (turned.mask[at] === 1) rest.data[at] = 255;
  return { page: turned.page, red: rest };
}

/** The page with the fills that `seen` shows dark turned over, and where they lie; null where there is none. */
function turnedOver(
  page: Raster,
  seen: Raster,
  dpi: number,
  isLong = false,
): { page: Raster; mask: Uint8Array } | null {
  const squares = squaresOf(seen, dpi);
  const areas = squares === null ? [] : darkAreas(squares, isLong);
  if (squares === null || areas.length === 0) return null;
  const mask = new Uint8Array(seen.data.length);
  let result: Raster | null = null;
  for (const area of areas) {
    const fill = fillOf(seen, squares, area, dpi);
    if (!isGround(seen, fill, squares.paper, dpi)) continue;
    result ??= { ...page, data: page.data.slice() };
    turnOver(result, seen, fill, squares);
    drawOutline(result, fill, dpi);
    for (const at of fill.pixels) mask[at] = 1;
  }
  return result === null ? null : { page: result, mask };
}

/** A fill with all that stands on it: its pixels as 1 in a window of the page. */
interface FillMask {
  x0: number;
  y0: number;
  width: number;
  height: number;
  data: Uint8Array;
  /** Where its pixels lie in the page. */
  pixels: number[];
  /** How many of them are light. */
  light: number;
  /** Mean level of the fill. */
  ground: number;
}

function fillOf(seen: Raster, squares: Squares, area: DarkArea, dpi: number): FillMask {
  const { side, columns } = squares;
  const x0 = Math.max(0, area.c0 - 1) * side;
  const y0 = Math.max(0, area.r0 - 1) * side;
  const width = Math.min(seen.width, (area.c1 + 2) * side) - x0;
  const height = Math.min(seen.height, (area.r1 + 2) * side) - y0;
  const middle = (area.ground + squares.paper) / 2;
  const near = area.near;
  /** 0 is away from the fill, 1 light, 2 dark. */
  const kinds = new Uint8Array(width * height);
  for (let y = 0, at = 0; y < height; y++)
    for (let x = 0; x < width; x++, at++) {
      const square = Math.floor((y + y0) / side) * columns + Math.floor((x + x0) / side);
      if (near.has(square)) kinds[at] = seen.data[(y + y0) * seen.width + x + x0]! < middle ? 2 : 1;
    }
  const data = kinds.map((kind) => (kind === 2 ? 1 : 0));
  const reach = Math.max(3, Math.round(widestStroke * dpi));
  // The middle of a cross of two strokes is closed once its arms are.
  for (let pass = 0; pass < 2; pass++) close(data, kinds, width, height, reach);
  fillHoles(data, width, largestHole * dpi * dpi);
  const pixels: number[] = [];
  let light = 0;
  for (let at = 0; at < data.length; at++) {
    if (data[at] === 0) continue;
    if (kinds[at] !== 2) light++;
    pixels.push((Math.floor(at / width) + y0) * seen.width + (at % width) + x0);
  }
  return { x0, y0, width, height, data, pixels, light, ground: area.ground };
}

/** Fills what is light between two filled pixels of a row or a column that are near one another. */
function close(data: Uint8Array, kinds: Uint8Array, width: number, height: number, reach: number): void {
  const before = data.slice();
  const run = (first: number, step: number, length: number): void => {
    let last = -1;
    for (let i = 0, at = first; i < length; i++, at += step) {
      if (kinds[at] === 0) last = -1;
      if (before[at] !== 1) continue;
      if (last >= 0 && i - last > 1 && i - last <= reach + 1)
        for (let j = last + 1, gap = first + j * step; j < i; j++, gap += step) data[gap] = 1;
      last = i;
    }
  };
  for (let y = 0; y < height; y++) run(y * width, 1, width);
  for (let x = 0; x < width; x++) run(x, width, height);
}

/** Fills small parts that filled pixels enclose. */
function fillHoles(data: Uint8Array, width: number, most: number): void {
  const seen = data.slice();
  for (let first = seen.indexOf(0); first >= 0; first = seen.indexOf(0, first + 1)) {
    const part = [first];
    seen[first] = 1;
    let isOpen = false;
    for (let i = 0; i < part.length; i++) {
      const at = part[i]!;
      const x = at % width;
      if (x === 0 || x === width - 1 || at < width || at >= data.length - width) {
        isOpen = true;
        continue;
      }
      for (const next of [at - 1, at + 1, at - width, at + width]) {
        if (seen[next] === 1) continue;
        seen[next] = 1;
        part.push(next);
      }
    }
    if (!isOpen && part.length <= most) for (const at of part) data[at] = 1;
  }
}

/** Whether something light is written on a fill, and the fill ends sharply. */
function isGround(seen: Raster, fill: FillMask, paper: number, dpi: number): boolean {
  const share = fill.light / Math.max(1, fill.pixels.length);
  if (share < written.least || share > written.most) return false;
  const away = Math.max(2, Math.round(beyond * dpi));
  const lighter = fill.ground + leastLighter * (paper - fill.ground);
  let sharp = 0;
  let all = 0;
  for (const { x, y, dx, dy } of outlineOf(fill)) {
    const u = fill.x0 + x + away * dx;
    const v = fill.y0 + y + away * dy;
    if (u < 0 || v < 0 || u >= seen.width || v >= seen.height) continue;
    all++;
    if (seen.data[v * seen.width + u]! >= lighter) sharp++;
  }
  return sharp >= leastSharp * all;
}

/** Pixels of a fill that end it, and to which side. */
function* outlineOf({
  width,
  height,
  data,
}: FillMask): Generator<{ x: number; y: number; dx: number; dy: number }> {
  const isIn = (x: number, y: number): boolean =>
    x >= 0 && y >= 0 && x < width && y < height && data[y * width + x] === 1;
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      if (data[y * width + x] === 0) continue;
      for (const [dx, dy] of sides) if (!isIn(x + dx, y + dy)) yield { x, y, dx, dy };
    }
}

const sides = [
  [-1, 0],
  [1, 0],
  [0, -1],
  [0, 1],
] as const;

/** What differs from the fill around it becomes ink, the fill white. */
function turnOver(
  page: Raster,
  seen: Raster,
  { pixels }: FillMask,
  { side, columns, paper, black, groundAt }: Squares,
): void {
  for (const at of pixels) {
    const x = at % seen.width;
    const y = (at - x) / seen.width;
    const ground = groundAt(Math.floor(y / side) * columns + Math.floor(x / side));
    const off = seen.data[at]! - ground;
    const gain =
      off > 0 ? 255 / Math.max(1, paper - ground) : Math.min(mostGain, 255 / Math.max(1, ground - black));
    page.data[at] = Math.max(0, 255 - Math.round(Math.abs(off) * gain));
  }
}

/** Draws the end of a fill where no line ends it. */
function drawOutline(page: Raster, fill: FillMask, dpi: number): void {
  const thickness = Math.max(1, Math.round(outlineWidth * dpi));
  const away = Math.max(2, Math.round(beside * dpi));
  const drawn: number[] = [];
  for (const { x, y, dx, dy } of outlineOf(fill)) {
    const at = (fill.y0 + y) * page.width + fill.x0 + x;
    const step = dy * page.width + dx;
    let isLine = false;
    for (let k = 1 - thickness; k <= away && !isLine; k++) isLine = page.data[at + k * step]! < lineInk;
    if (!isLine) for (let k = 0; k < thickness; k++) drawn.push(at - k * step);
  }
  for (const at of drawn) page.data[at] = 0;
}
