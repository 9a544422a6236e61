import type { Raster } from '../image/raster.ts';

/** Length, in inches, that the darkness of a line is averaged over: noise of single pixels goes, a faint line stays. */
const stretch = 0.1;

/** Distance, in inches, from the middle of a line to the paper beside it. */
const beside = 0.018;

/** The paper beside a faint line is at least this bright, on average: where letters stand it is not. */
const whitePaper = 228;

/** A faint line is darker than the paper on both sides by this much on average. */
const fainter = 12;

/** How much darker than paper three pixels along the line are together: where a dark line ends, no noise behind it is. */
const ownDarkness = 30;

/** Ink in which lines are looked for: once for those that run level, once for upright ones. */
export interface LineInk {
  level: Raster;
  upright: Raster;
}

/** What is darker than this counts as this dark: a line across spoils no average. */
const darkest = 190;

/** The ink of a levelled picture with its faint lines. */
export function inkOfLines(picture: Raster, ink: Raster, dpi: number): LineInk {
  const soft = softened(picture);
  const half = Math.max(4, Math.round((stretch * dpi) / 2));
  const side = Math.max(3, Math.round(beside * dpi));
  return {
    level: withLevelLines(soft, ink, half, side),
    upright: withUprightLines(soft, ink, half, side),
  };
}

function softened({ width, height, data }: Raster): Raster {
  const soft = new Uint8Array(data.length);
  for (let i = 0; i < data.length; i++) soft[i] = Math.max(data[i]!, darkest);
  return { width, height, data: soft };
}

function withLevelLines({ width, height, data }: Raster, ink: Raster, half: number, side: number): Raster {
  const result = ink.data.slice();
  const length = 2 * half + 1;
  const kept = 2 * side + 1;
  const bright = (255 - fainter) * length;
  const sums = Array.from({ length: kept }, () => new Uint16Array(width));
  for (let y = 0; y < height; y++) {
    const row = sums[y % kept]!;
    sumAlong(data, y * width, width, half, row);
    if (y < 2 * side) continue;
    const above = sums[(y - 2 * side) % kept]!;
    const here = sums[(y - side) % kept]!;
    const at = (y - side) * width;
    for (let x = half; x < width - half; x++) {
      // Most of a page is as bright as paper can be.
      if (here[x]! >= bright) continue;
      const paper = Math.min(above[x]!, row[x]!);
      if (here[x]! + fainter * length >= paper || paper < whitePaper * length) continue;
      const own = data[at + x - 1]! + data[at + x]! + data[at + x + 1]!;
      if ((own + ownDarkness) * length < 3 * paper) result[at + x] = 1;
    }
  }
  return { width, height, data: result };
}

function withUprightLines({ width, height, data }: Raster, ink: Raster, half: number, side: number): Raster {
  const result = ink.data.slice();
  const length = 2 * half + 1;
  const bright = (255 - fainter) * length;
  const sums = new Uint16Array(width);
  for (let y = 0; y < Math.min(length, height); y++) addRow(data, y * width, sums);
  for (let y = half; y < height - half; y++) {
    const at = y * width;
    for (let x = side; x < width - side; x++) {
      if (sums[x]! >= bright) continue;
      const paper = Math.min(sums[x - side]!, sums[x + side]!);
      if (sums[x]! + fainter * length >= paper || paper < whitePaper * length) continue;
      const own = data[at + x - width]! + data[at + x]! + data[at + x + width]!;
      if ((own + ownDarkness) * length < 3 * paper) result[at + x] = 1;
    }
    if (y + half + 1 >= height) break;
    const leaving = (y - half) * width;
    const coming = (y + half + 1) * width;
    for (let x = 0; x < width; x++) sums[x] = sums[x]! + data[coming + x]! - data[leaving + x]!;
  }
  return { width, height, data: result };
}

/** Sums of each pixel of a row with `half` neighbours on both sides; what lies outside counts as white. */
function sumAlong(data: Uint8Array, from: number, width: number, half: number, sums: Uint16Array): void {
  let sum = 255 * half;
  for (let x = 0; x <= half && x < width; x++) sum += data[from + x]!;
  for (let x = 0; x < width; x++) {
    sums[x] = sum;
    sum +=
      (x + half + 1 < width ? data[from + x + half + 1]! : 255) - (x >= half ? data[from + x - half]! : 255);
  }
}

function addRow(data: Uint8Array, from: number, sums: Uint16Array): void {
  for (let x = 0; x < sums.length; x++) sums[x] = sums[x]! + data[from + x]!;
}
