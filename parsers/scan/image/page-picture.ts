import { inverted, type Matrix, multiply } from '../../pages/drawing/matrix.ts';
import { type BarePage, type Tint, weakTint, withoutColouredMarks } from './coloured-marks.ts';
import { blank, type Raster } from './raster.ts';

/** Pixels as a decoder gives them. `channels`: 1 grey, 3 RGB, 4 RGBA. */
export interface Pixels {
  width: number;
  height: number;
  channels: 1 | 3 | 4;
  data: Uint8Array | Uint8ClampedArray;
  /** Where its colours were a bright red, of those that were made grey: below 128 there, 255 in what has no red; absent where nothing was. */
  red?: Uint8Array;
  /** Where its colours were blue, green or violet, of those that were made grey (`coloured-marks.ts`); absent where none were. */
  tint?: Uint8Array;
}

/** A picture and the frame it is drawn in: the unit square, y upwards, to points from the top left of the page. */
export interface DrawnPicture {
  pixels: Pixels;
  frame: Matrix;
}

/** A picture in grey, and where it was a bright red, and where of another colour. */
export type GreyPicture = Raster & { red?: Uint8Array; tint?: Uint8Array };

/** Highest resolution that a page is read at, in pixels an inch: more makes no figure clearer. */
const maxResolution = 300;

/** Most pixels of a page, A2 at that resolution: a larger sheet is read more coarsely, for what reads it takes some twenty bytes a pixel. */
const maxPagePixels = 35_000_000;

/** A stamp's red is this much stronger than its green and blue. */
const redness = 40;

/** From here on it is less red than that by degrees: the rim of a stamp in a photograph whose colours JPEG made coarse. */
const leastRed = 12;

/** Red of a seal itself or of one on white paper; ink that shows through a seal is darker, and less red. */
const brightRed = { level: 165, redness: 80 } as const;

/** Green and blue that a seal itself has, and the palest level of what is red where that is kept: soft edges of white letters on red stay soft. */
const deepRed = 70;
const palestRed = 127;

/** Blue, green and violet: levels between the strongest and the weakest colour from which on it has one, and a clear one; what is paler is no ink. */
const tinted = { least: 14, clear: 45, palest: 225 } as const;

/** Draws the pictures of a page, at the resolution of the finest that covers much of it, in grey. */
export const pagePicture = (pictures: readonly DrawnPicture[], width: number, height: number): Raster =>
  barePicture(pictures, width, height).page;

/** The same, and where marks in colours were taken out of it. */
export function barePicture(pictures: readonly DrawnPicture[], width: number, height: number): BarePage {
  const area = width * height;
  const coarsest = Math.sqrt(maxPagePixels / area);
  const resolution = Math.min(resolutionOf(pictures, area), maxResolution / 72, coarsest);
  const page = blank(
    Math.max(1, Math.round(width * resolution)),
    Math.max(1, Math.round(height * resolution)),
  );
  let tint: Tint | null = null;
  for (const { pixels, frame } of pictures) {
    const grey = greyOf(pixels);
    draw(page, grey, frame, width, height);
    if (grey.tint === undefined) continue;
    tint ??= blank(page.width, page.height);
    draw(tint, { ...grey, data: grey.tint }, frame, width, height, true);
  }
  return tint === null ? { page, taken: null } : withoutColouredMarks(page, tint, resolution * 72);
}

/** Where the pictures of a page are a bright red: below 128 there, above elsewhere, pixel by pixel of the page's picture; null where they are nowhere. */
export function redOfPage(
  pictures: readonly DrawnPicture[],
  { width: columns, height: rows }: Raster,
  width: number,
  height: number,
): Raster | null {
  let page: Raster | null = null;
  for (const { pixels, frame } of pictures) {
    const data = pixels.red ?? (pixels.channels === 1 ? undefined : greyOf(pixels).red);
    if (data === undefined) continue;
    page ??= blank(columns, rows);
    draw(page, { width: pixels.width, height: pixels.height, data }, frame, width, height);
  }
  return page;
}

/** Share of a page that pictures of a resolution must cover together: scanners cut a page into strips, and a seal is finer than it. */
const leastCover = 0.1;

/** Pixels a point of the finest pictures that together cover much of a page. */
function resolutionOf(pictures: readonly DrawnPicture[], area: number): number {
  const sizes = pictures.map(({ pixels, frame: [a, b, c, d] }) => {
    const [across, up] = [Math.hypot(a, b), Math.hypot(c, d)];
    return { covers: across * up, finest: Math.max(pixels.width / across, pixels.height / up) };
  });
  let covered = 0;
  for (const { covers, finest } of sizes.sort((a, b) => b.finest - a.finest)) {
    covered += covers;
    if (covered >= leastCover * area) return Math.max(1, finest);
  }
  return 1;
}

/** `isSampled`: where it is smaller on the page, pixels are chosen, for a mean of them would say nothing. */
function draw(
  page: Raster,
  grey: Raster,
  frame: Matrix,
  width: number,
  height: number,
  isSampled = false,
): void {
  // From pixels of the page to pixels of the picture: the inverse of the frame, y of the picture downwards.
  const toPoints: Matrix = [width / page.width, 0, 0, height / page.height, 0, 0];
  const inverse = inverted(frame);
  if (!inverse) return;
  const toPicture: Matrix = [grey.width, 0, 0, -grey.height, 0, grey.height];
  const [a, b, c, d, e, f] = multiply(toPicture, multiply(inverse, toPoints));
  const level = Math.abs(b) < 1e-3 && Math.abs(c) < 1e-3;
  if (level && a > 1.5 && !isSampled) {
    drawSmaller(page, grey, [a, b, c, d, e, f]);
    return;
  }
  if (level) {
    drawLevel(page, grey, [a, b, c, d, e, f]);
    return;
  }
  for (let y = 0; y < page.height; y++) {
    for (let x = 0; x < page.width; x++) {
      const u = Math.floor(a * (x + 0.5) + c * (y + 0.5) + e);
      const v = Math.floor(b * (x + 0.5) + d * (y + 0.5) + f);
      if (u < 0 || v < 0 || u >= grey.width || v >= grey.height) continue;
      page.data[y * page.width + x] = grey.data[v * grey.width + u]!;
    }
  }
}

/** A picture that lies straight: each column of it has its own on the page, each row too. */
function drawLevel(page: Raster, grey: Raster, [a, b, c, d, e, f]: Matrix): void {
  const columns = Int32Array.from({ length: page.width }, (_, x) => Math.floor(a * (x + 0.5) + c / 2 + e));
  const last = columns.length - 1;
  // Mostly the page is as wide as its picture, pixel by pixel.
  const isWhole = columns[0] === 0 && columns[last] === last && last < grey.width;
  for (let y = 0; y < page.height; y++) {
    const v = Math.floor(b / 2 + d * (y + 0.5) + f);
    if (v < 0 || v >= grey.height) continue;
    const from = v * grey.width;
    if (isWhole) {
      page.data.set(grey.data.subarray(from, from + page.width), y * page.width);
      continue;
    }
    for (let x = 0, at = y * page.width; x < columns.length; x++, at++) {
      const u = columns[x]!;
      if (u >= 0 && u < grey.width) page.data[at] = grey.data[from + u]!;
    }
  }
}

/** Each pixel of the page is the mean of those behind it: thin strokes of a very fine scan stay. */
function drawSmaller(page: Raster, grey: Raster, [a, , , d, e, f]: Matrix): void {
  for (let y = 0; y < page.height; y++) {
    const v0 = Math.max(0, Math.floor(Math.min(d * y, d * (y + 1)) + f));
    const v1 = Math.min(grey.height, Math.max(v0 + 1, Math.floor(Math.max(d * y, d * (y + 1)) + f)));
    for (let x = 0; x < page.width; x++) {
      const u0 = Math.max(0, Math.floor(a * x + e));
      const u1 = Math.min(grey.width, Math.max(u0 + 1, Math.floor(a * (x + 1) + e)));
      let sum = 0;
      let count = 0;
      for (let v = v0; v < v1; v++)
        for (let u = u0; u < u1; u++) {
          sum += grey.data[v * grey.width + u]!;
          count++;
        }
      if (count > 0) page.data[y * page.width + x] = sum / count;
    }
  }
}

/** Grey by brightness; what is red (stamps, headings of official letters) as bright as its red, so that black under it stays. */
export function greyOf({ width, height, channels, data, ...known }: Pixels): GreyPicture {
  if (channels === 1) {
    const grey = new Uint8Array(data.buffer, data.byteOffset, width * height);
    return { ...known, width, height, data: grey };
  }
  const grey = new Uint8Array(width * height);
  // Most of a page is without colour: a loop for that alone is quickest.
  if (channels === 3 && isColourless(data, grey)) return { width, height, data: grey };
  let red: Uint8Array | undefined;
  let tint: Uint8Array | undefined;
  for (let i = 0, at = 0; i < grey.length; i++, at += channels) {
    const r = data[at]!;
    const g = data[at + 1]!;
    const b = data[at + 2]!;
    const other = Math.max(g, b);
    let level = r;
    if (r - other > redness) {
      level = Math.min(255, r + (r - other) / 2);
      if (r > brightRed.level && r - other > brightRed.redness) {
        red ??= new Uint8Array(grey.length).fill(255);
        red[i] = Math.min(palestRed, Math.max(0, other - deepRed));
      } else if (red !== undefined) red[i] = Math.max(palestRed + 1, other);
    } else if (r !== g || g !== b) {
      level = (r * 77 + g * 150 + b * 29) >> 8;
      const share = (r - other - leastRed) / (redness - leastRed);
      if (share > 0) {
        level += share * (Math.min(255, r + (r - other) / 2) - level);
        if (red !== undefined) red[i] = Math.max(palestRed + 1, other);
      } else if (other > r && level < tinted.palest && other - Math.min(r, g, b) > tinted.least) {
        tint ??= new Uint8Array(grey.length).fill(255);
        const isWeak = other - Math.min(r, g, b) <= tinted.clear;
        tint[i] = Math.min(126, other >> 1) + (isWeak ? weakTint : 0);
      }
    }
    // What shows through is the white of the page: soft edges of letters that a mask draws stay soft.
    if (channels === 4 && data[at + 3] !== 255) level = 255 - ((255 - level) * data[at + 3]!) / 255;
    grey[i] = level;
  }
  return { width, height, data: grey, ...(red && { red }), ...(tint && { tint }) };
}

/** Fills in the grey of pixels of three equal colours; false at the first of another kind. */
function isColourless(data: Uint8Array | Uint8ClampedArray, grey: Uint8Array): boolean {
  let at = 0;
  // Four pixels are three words of memory: most of a page is seen so.
  if (data.byteOffset % 4 === 0) {
    const words = new Int32Array(data.buffer, data.byteOffset, data.length >> 2);
    const four = new Int32Array(grey.buffer, 0, grey.length >> 2);
    for (let i = 0, from = 0; i < four.length; i++, from += 3) {
      const first = words[from]!;
      const middle = words[from + 1]!;
      const last = words[from + 2]!;
      const a = first & 255;
      const b = first >>> 24;
      const c = last & 255;
      const d = last >>> 24;
      if (
        first !== ((a * 0x010101) | (b << 24)) ||
        middle !== ((b * 0x0101) | ((c * 0x0101) << 16)) ||
        last !== (c | ((d * 0x010101) << 8))
      )
        break;
      four[i] = a | (b << 8) | (c << 16) | (d << 24);
      at += 4;
    }
  }
  for (; at < grey.length; at++) {
    const level = data[3 * at]!;
    if (level !== data[3 * at + 1] || level !== data[3 * at + 2]) return false;
    grey[at] = level;
  }
  return true;
}
