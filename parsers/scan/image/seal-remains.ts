import { type Area, blank, type Raster } from './raster.ts';

/** How far from a seal, in inches, pale ink is the edge of it: its colour is coarser than the picture. */
const reach = 0.04;

/** Ink of a page is this dark at least, for a quarter of its pixels; ink no part of which is darker than so far from there to white is no print. */
const darkShare = 0.25;
const paleShare = 0.45;

/** Pixels of remains from which a blank cell has something in it. */
const fewestLeft = 6;

/** A page whose seals left nothing. */
interface BarePage {
  picture: Raster;
  ink: Raster;
  /** What was taken out: 0 there, 255 elsewhere; null where nothing was. */
  remains: Raster | null;
}

/**
 * A page without what is left of its seals where their red was made white: pale edges and points of their own letters, that read as dots, digits and
 * words. What is printed is darker by far. `seals`: 0 where they lie.
 */
export function withoutSealRemains(picture: Raster, ink: Raster, seals: Raster, dpi: number): BarePage {
  const near = nearTo(seals, Math.round(reach * dpi));
  const usual = levelOf(picture, ink);
  const limit = usual + paleShare * (255 - usual);
  const seen = new Uint8Array(ink.data.length);
  const pale: number[] = [];
  for (let at = 0; at < near.length; at++) {
    if (near[at] === 0 || ink.data[at] === 0 || seen[at] === 1) continue;
    const part = partAt(ink, at, seen);
    if (part.every((pixel) => picture.data[pixel]! >= limit)) for (const pixel of part) pale.push(pixel);
  }
  if (pale.length === 0) return { picture, ink, remains: null };
  const bare = { ...picture, data: picture.data.slice() };
  const rest = { ...ink, data: ink.data.slice() };
  const remains = blank(ink.width, ink.height);
  for (const at of pale) {
    bare.data[at] = 255;
    rest.data[at] = 0;
    remains.data[at] = 0;
  }
  return { picture: bare, ink: rest, remains };
}

/** Whether remains of a seal were taken out of an area, in so many pixels at least. */
export function hasRemains(
  { data, width, height }: Raster,
  { x0, y0, x1, y1 }: Area,
  fewest = fewestLeft,
): boolean {
  const [left, right] = [Math.max(0, Math.floor(x0)), Math.min(width, Math.ceil(x1))];
  const bottom = Math.min(height, Math.ceil(y1));
  let count = 0;
  for (let y = Math.max(0, Math.floor(y0)); y < bottom; y++)
    for (let x = left; x < right; x++) if (data[y * width + x] === 0 && ++count >= fewest) return true;
  return false;
}

/** 1 where a seal is so many pixels away at most, along rows and columns. */
function nearTo({ data, width, height }: Raster, most: number): Uint8Array {
  const red = data.map((level) => (level < 128 ? 1 : 0));
  const along = widened(red, { length: width, lines: height, step: 1 }, most);
  return widened(along, { length: height, lines: width, step: width }, most);
}

/** Runs of ones made longer by so many at both ends, in `lines` lines of `length`; `step`: from one to the next in a line, 1 along rows. */
function widened(
  ones: Uint8Array,
  { length, lines, step }: { length: number; lines: number; step: number },
  most: number,
): Uint8Array {
  const wide = new Uint8Array(ones.length);
  for (let line = 0; line < lines; line++) {
    const start = step === 1 ? line * length : line;
    let done = 0;
    for (let i = 0; i < length; i++) {
      if (ones[start + i * step] === 0) continue;
      const end = Math.min(length, i + most + 1);
      for (let k = Math.max(done, i - most); k < end; k++) wide[start + k * step] = 1;
      done = end;
    }
  }
  return wide;
}

/** The level that a quarter of the ink is darker than. */
function levelOf(picture: Raster, ink: Raster): number {
  const counts = new Uint32Array(256);
  let all = 0;
  for (let at = 0; at < ink.data.length; at++) {
    if (ink.data[at] === 0) continue;
    counts[picture.data[at]!]!++;
    all++;
  }
  let sum = 0;
  for (let level = 0; level < 256; level++) {
    sum += counts[level]!;
    if (sum >= darkShare * all) return level;
  }
  return 255;
}

/** The pixels of ink that hang together with one of them, corners too. */
function partAt({ data, width, height }: Raster, first: number, seen: Uint8Array): number[] {
  const part = [first];
  seen[first] = 1;
  for (let i = 0; i < part.length; i++) {
    const x = part[i]! % width;
    const y = (part[i]! - x) / width;
    for (let v = Math.max(0, y - 1); v <= Math.min(height - 1, y + 1); v++)
      for (let u = Math.max(0, x - 1); u <= Math.min(width - 1, x + 1); u++) {
        const at = v * width + u;
        if (seen[at] === 1 || data[at] === 0) continue;
        seen[at] = 1;
        part.push(at);
      }
  }
  return part;
}
