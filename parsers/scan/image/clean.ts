import type { Raster } from './raster.ts';

/** Side of the tiles that the colour of the paper is taken from, in pixels. */
const tileSide = 48;

/** The paper is as bright as this share of a tile's pixels at most is: half a tile may be ink. */
const paperRank = 0.7;

/** Paper this bright all over needs no levelling. */
const whitePaper = 250;

/** Brightens the paper to white everywhere: shadows, yellowed paper and bleed-through go, ink keeps its contrast. */
export function levelled(raster: Raster): Raster {
  const { width, height, data } = raster;
  const columns = Math.max(1, Math.ceil(width / tileSide));
  const rows = Math.max(1, Math.ceil(height / tileSide));
  const paper = new Float32Array(columns * rows);
  let darkest = 255;
  for (let r = 0; r < rows; r++) {
    for (let c = 0; c < columns; c++) {
      const level = paperLevel(raster, c * tileSide, r * tileSide);
      paper[r * columns + c] = level;
      if (level < darkest) darkest = level;
    }
  }
  if (darkest >= whitePaper) return raster;
  widen(paper, columns, rows);
  const result = new Uint8ClampedArray(data.length);
  for (let y = 0; y < height; y++) {
    const row = Math.min(rows - 1, Math.max(0, y / tileSide - 0.5));
    const r0 = Math.floor(row);
    const r1 = Math.min(rows - 1, r0 + 1);
    const fy = row - r0;
    for (let c = 0; c < columns; c++) {
      const here = paper[r0 * columns + c]! * (1 - fy) + paper[r1 * columns + c]! * fy;
      const gain = Math.round((255 / Math.max(here, 60)) * 256);
      const end = Math.min(width, (c + 1) * tileSide);
      const last = y * width + end;
      for (let at = y * width + c * tileSide; at < last; at++) result[at] = (data[at]! * gain) >> 8;
    }
  }
  return { width, height, data: new Uint8Array(result.buffer) };
}

function paperLevel({ width, height, data }: Raster, x0: number, y0: number): number {
  const counts = new Uint32Array(256);
  let total = 0;
  const yEnd = Math.min(height, y0 + tileSide);
  const xEnd = Math.min(width, x0 + tileSide);
  for (let y = y0; y < yEnd; y += 2)
    for (let x = x0; x < xEnd; x += 2) {
      counts[data[y * width + x]!]!++;
      total++;
    }
  let seen = 0;
  for (let level = 0; level < 256; level++) {
    seen += counts[level]!;
    if (seen >= total * paperRank) return level;
  }
  return 255;
}

/** A tile full of ink takes the paper of its brightest neighbour. */
function widen(paper: Float32Array, columns: number, rows: number): void {
  const before = paper.slice();
  for (let r = 0; r < rows; r++)
    for (let c = 0; c < columns; c++) {
      let best = before[r * columns + c]!;
      if (best >= 170) continue;
      for (let dr = -1; dr <= 1; dr++)
        for (let dc = -1; dc <= 1; dc++) {
          const near = before[(r + dr) * columns + c + dc];
          if (r + dr >= 0 && r + dr < rows && c + dc >= 0 && c + dc < columns && near !== undefined)
            best = Math.max(best, near);
        }
      paper[r * columns + c] = best;
    }
}

/** Where ink ends and paper begins on a levelled page: between the darkest hundredth of the ink and white. */
export function inkThreshold({ data }: Raster): number {
  const counts = new Uint32Array(256);
  for (let i = 0; i < data.length; i += 3) counts[data[i]!]!++;
  let dark = 0;
  for (let level = 0; level < 128; level++) dark += counts[level]!;
  // Faint toner has no pixel below the middle: its threshold rises towards the paper.
  if (dark * 3 > data.length * 0.002) return 150;
  return 190;
}

/** Pixels darker than the threshold as 1. Pixels of noise, with fewer than two dark neighbours, are left out. */
export function inkOf(raster: Raster, threshold: number): Raster {
  const { width, height, data } = raster;
  const ink = darkPixels(data, threshold);
  const lone: number[] = [];
  // Ink covers little of a page: the rest is leapt over.
  const end = data.length - width - 1;
  for (let at = nextInk(ink, width + 1); at >= 0 && at < end; at = nextInk(ink, at + 1)) {
    const x = at % width;
    if (x === 0 || x === width - 1) continue;
    const near =
      ink[at - 1]! +
      ink[at + 1]! +
      ink[at - width]! +
      ink[at + width]! +
      ink[at - width - 1]! +
      ink[at - width + 1]! +
      ink[at + width - 1]! +
      ink[at + width + 1]!;
    if (near < 2) lone.push(at);
  }
  for (const at of lone) ink[at] = 0;
  return { width, height, data: ink };
}

/** Pixels darker than a threshold above the middle as 1. Most of a page is paper: four pixels of it are seen as one word of memory. */
export function darkPixels(data: Uint8Array, threshold: number): Uint8Array {
  const dark = new Uint8Array(data.length);
  // Bytes of the opposite picture that are greater than 255 - threshold carry into their highest bit (Anderson, Bit Twiddling Hacks).
  const words = data.byteOffset % 4 === 0 && threshold > 128 ? data.length >> 2 : 0;
  const four = new Int32Array(data.buffer, words > 0 ? data.byteOffset : 0, words);
  const carry = (Math.ceil(threshold) - 128) * 0x01010101;
  for (let i = 0; i < words; i++) {
    const opposite = ~four[i]!;
    if ((((opposite + carry) | opposite) & 0x80808080) === 0) continue;
    for (let at = 4 * i; at < 4 * i + 4; at++) if (data[at]! < threshold) dark[at] = 1;
  }
  for (let at = 4 * words; at < data.length; at++) if (data[at]! < threshold) dark[at] = 1;
  return dark;
}

/** The first pixel of ink from a place on; below 0 where there is none. Ink lies in runs: the search is for leaps over paper. */
export const nextInk = (ink: Uint8Array, from: number): number =>
  ink[from] === 1 ? from : ink.indexOf(1, from);
