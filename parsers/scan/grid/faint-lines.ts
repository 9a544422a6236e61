import type { Raster } from '../image/raster.ts';

/** Length, in inches, that the darkness of a line is averaged over: noise of single pixels goes, a faint line stays. */
const stretch = 0.1;

/** Distance, in inches, from the middle of a line to the paper beside it. */
const beside = 0.018;

/** The paper beside a faint line is at least this bright, on average: where letters stand it is not. */
const whitePaper = 228;

/** Where writing stands close beside one side of a line, it is darker than both sides by this much on average, and the other side is paper. */
const besideWriting = 20;

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
  const { soft, isDark } = softened(picture);
  const half = Math.max(4, Math.round((stretch * dpi) / 2));
  const side = Math.max(3, Math.round(beside * dpi));
  return {
    level: withLevelLines(soft, isDark, ink, half, side),
    upright: withUprightLines(soft, ink, half, side),
  };
}

/** Bytes of four pixels, less than 128 each, that carry into their highest bits where one is darker than a level above the middle. */
const carryOf = (level: number): number => (level - 128) * 0x01010101;

/** The picture with nothing darker than `darkest`, and which of its rows hold a pixel dark enough to be part of a faint line. */
function softened({ width, height, data }: Raster): { soft: Raster; isDark: Uint8Array } {
  const soft = data.slice();
  const isDark = new Uint8Array(height);
  const four = new Int32Array(soft.buffer, 0, soft.length >> 2);
  const [faint, dark] = [carryOf(255 - fainter), carryOf(darkest)];
  for (let i = 0; i < four.length; i++) {
    // Most of a page is paper.
    const opposite = ~four[i]!;
    if ((((opposite + faint) | opposite) & 0x80808080) === 0) continue;
    isDark[Math.floor((4 * i) / width)] = 1;
    isDark[Math.floor((4 * i + 3) / width)] = 1;
    if ((((opposite + dark) | opposite) & 0x80808080) === 0) continue;
    for (let at = 4 * i; at < 4 * i + 4; at++) if (soft[at]! < darkest) soft[at] = darkest;
  }
  for (let at = 4 * four.length; at < soft.length; at++) soft[at] = Math.max(soft[at]!, darkest);
  if (four.length * 4 < soft.length) isDark[height - 1] = 1;
  return { soft: { width, height, data: soft }, isDark };
}

/** Whether a stretch of `length` pixels is a line between what lies on both sides of it; all three as sums of levels. */
function isBetween(line: number, before: number, behind: number, length: number): boolean {
  const darker = Math.min(before, behind);
  if (line + fainter * length >= darker) return false;
  if (darker >= whitePaper * length) return true;
  return Math.max(before, behind) >= whitePaper * length && line + besideWriting * length < darker;
}

function withLevelLines(
  { width, height, data }: Raster,
  isDark: Uint8Array,
  ink: Raster,
  half: number,
  side: number,
): Raster {
  const result = ink.data.slice();
  const length = 2 * half + 1;
  const kept = 2 * side + 1;
  const bright = (255 - fainter) * length;
  const sums = Array.from({ length: kept }, () => ({ of: -1, row: new Uint16Array(width) }));
  const sumsOf = (y: number): Uint16Array => {
    const own = sums[y % kept]!;
    if (own.of !== y) sumAlong(data, y * width, width, half, own.row);
    own.of = y;
    return own.row;
  };
  for (let y = side; y < height - side; y++) {
    // Most rows between lines of writing hold nothing.
    if (isDark[y] === 0) continue;
    const [above, here, below] = [sumsOf(y - side), sumsOf(y), sumsOf(y + side)];
    const at = y * width;
    for (let x = half; x < width - half; x++) {
      // Most of a page is as bright as paper can be.
      if (here[x]! >= bright) continue;
      if (!isBetween(here[x]!, above[x]!, below[x]!, length)) continue;
      const paper = Math.min(above[x]!, below[x]!);
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
      if (!isBetween(sums[x]!, sums[x - side]!, sums[x + side]!, length)) continue;
      const paper = Math.min(sums[x - side]!, sums[x + side]!);
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
