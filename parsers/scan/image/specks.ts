import { darkPixels, inkThreshold, nextInk } from './clean.ts';
import type { Raster } from './raster.ts';

/** Side of a speck at most, in inches: the point of 9 points is 0.015 and more. */
const widest = 0.0125;

/** A speck has no ink this near, in inches: a point stands closer to its digits. */
const free = 0.025;

/** A dot with ink on both sides of its own rows, this near in inches, stands between the feet of two digits: it is their point. */
const beside = 0.05;

/** Specks a square inch from which paper is dirty; on clean paper a dot is one that was printed. */
const dirty = 2;

/** Share of the way from ink to paper up to which grey is a stroke too thin to be ink. */
const pale = 0.4;

/** A scan of dirty paper or glass without its specks: small dark dots that stand alone. Clean paper comes back as it is. */
export function withoutSpecks(raster: Raster, dpi: number): Raster {
  const { width, height, data } = raster;
  const threshold = inkThreshold(raster);
  const ink = darkPixels(data, threshold);
  const found = specksOf(raster, ink, threshold + pale * (255 - threshold), dpi);
  if (found.length < (dirty * width * height) / dpi ** 2) return raster;
  const clean = { width, height, data: data.slice() };
  // Its rim is paler than ink.
  for (const { x0, x1, y0, y1 } of found) {
    const [first, end] = [Math.max(0, x0 - 1), Math.min(width, x1 + 1)];
    for (let y = Math.max(0, y0 - 1); y < Math.min(height, y1 + 1); y++)
      clean.data.fill(255, y * width + first, y * width + end);
  }
  return clean;
}

/** The box of a speck in pixels; the ends lie outside. */
export interface Speck {
  x0: number;
  x1: number;
  y0: number;
  y1: number;
}

/** `grey`: the level below which a pixel is a stroke, if a pale one. */
function specksOf({ data, width, height }: Raster, ink: Uint8Array, grey: number, dpi: number): Speck[] {
  const isGrey = (u: number, v: number): boolean =>
    u >= 0 && u < width && v >= 0 && v < height && data[v * width + u]! < grey;
  const side = Math.max(2, Math.floor(widest * dpi));
  const room = Math.round(free * dpi);
  const reach = Math.round(beside * dpi);
  const found: Speck[] = [];
  for (let at = nextInk(ink, 0); at >= 0; at = nextInk(ink, at + 1)) {
    // The inside of strokes begins no dot: most of the ink is leapt over.
    if (ink[at - 1] === 1 || ink[at - width] === 1) continue;
    const x = at % width;
    const y = (at - x) / width;
    const speck = speckAt(ink, width, height, x, y, side);
    if (speck === null || !standsAlone(ink, width, height, speck, room)) continue;
    if (!isBetweenFeet(isGrey, speck, reach) && !isPiece(isGrey, speck, side)) found.push(speck);
  }
  return found;
}

/** The dot whose first pixel, row by row, lies here; null where it is another's, or larger. */
export function speckAt(
  ink: Uint8Array,
  width: number,
  height: number,
  x: number,
  y: number,
  side: number,
): Speck | null {
  const box = { x0: x, x1: x + 1, y0: y, y1: y + 1 };
  const isInk = (u: number, v: number): boolean =>
    u >= 0 && u < width && v >= 0 && v < height && ink[v * width + u] === 1;
  for (let grows = true; grows; ) {
    grows = false;
    for (let v = box.y0 - 1; v <= box.y1; v++)
      for (let u = box.x0 - 1; u <= box.x1; u++) {
        if (v >= box.y0 && v < box.y1 && u >= box.x0 && u < box.x1) continue;
        if (!isInk(u, v)) continue;
        if (v < y || (v === y && u < x)) return null;
        box.x0 = Math.min(box.x0, u);
        box.x1 = Math.max(box.x1, u + 1);
        box.y1 = Math.max(box.y1, v + 1);
        grows = true;
      }
    if (box.x1 - box.x0 > side || box.y1 - box.y0 > side) return null;
  }
  return box;
}

function standsAlone(
  ink: Uint8Array,
  width: number,
  height: number,
  { x0, x1, y0, y1 }: Speck,
  room: number,
): boolean {
  for (let v = Math.max(0, y0 - room); v < Math.min(height, y1 + room); v++)
    for (let u = Math.max(0, x0 - room); u < Math.min(width, x1 + room); u++)
      if (ink[v * width + u] === 1 && (v < y0 || v >= y1 || u < x0 || u >= x1)) return false;
  return true;
}

type IsInk = (x: number, y: number) => boolean;

function isBetweenFeet(isInk: IsInk, { x0, x1, y0, y1 }: Speck, reach: number): boolean {
  const hasInk = (from: number, to: number): boolean => {
    for (let v = y0; v < y1; v++) for (let u = from; u < to; u++) if (isInk(u, v)) return true;
    return false;
  };
  return hasInk(x0 - reach, x0 - 1) && hasInk(x1 + 1, x1 + reach);
}

/** Whether a dot is what is dark of a thin stroke: its grey goes on beyond a rim of one pixel. */
function isPiece(isGrey: IsInk, { x0, x1, y0, y1 }: Speck, side: number): boolean {
  const most = side + 2;
  const box = { x0, x1, y0, y1 };
  for (let grows = true; grows; ) {
    grows = false;
    const { x0: left, x1: right, y0: top, y1: foot } = box;
    for (let v = top - 1; v <= foot; v++)
      for (let u = left - 1; u <= right; u++) {
        if ((v >= top && v < foot && u >= left && u < right) || !isGrey(u, v)) continue;
        box.x0 = Math.min(box.x0, u);
        box.x1 = Math.max(box.x1, u + 1);
        box.y0 = Math.min(box.y0, v);
        box.y1 = Math.max(box.y1, v + 1);
        grows = true;
      }
    if (box.x1 - box.x0 > most || box.y1 - box.y0 > most) return true;
  }
  return false;
}
