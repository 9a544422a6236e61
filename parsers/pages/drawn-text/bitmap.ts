/** A page in pixels: 0 is ink, 255 paper. */
export interface Bitmap {
  width: number;
  height: number;
  data: Uint8Array;
}

/** Corners of a closed outline, x and y by turns, in pixels. */
export type Outline = readonly number[];

export type Winding = 'nonzero' | 'evenodd';

export function blankBitmap(width: number, height: number): Bitmap {
  return { width, height, data: new Uint8Array(width * height).fill(255) };
}

/** Where a side of an outline meets a row of pixels, and whether it runs downwards. */
interface Crossing {
  x: number;
  direction: 1 | -1;
}

/**
 * Fills what outlines enclose, row by row through the middles of the pixels (ISO 32000-1 §8.5.3.3). Gives how often sides met
 * rows, which is what it takes.
 */
export function fillOutlines(
  page: Bitmap,
  outlines: readonly Outline[],
  winding: Winding,
  value: number,
): number {
  const rows = new Map<number, Crossing[]>();
  let met = 0;
  for (const outline of outlines) met += crossRows(outline, page.height, rows);
  for (const [row, crossings] of rows) fillRow(page, row, crossings, winding, value);
  return met;
}

function crossRows(outline: Outline, height: number, rows: Map<number, Crossing[]>): number {
  let met = 0;
  for (let i = 0; i < outline.length; i += 2) {
    const j = (i + 2) % outline.length;
    const [x0, y0, x1, y1] = [outline[i]!, outline[i + 1]!, outline[j]!, outline[j + 1]!];
    if (y0 === y1 || ![x0, y0, x1, y1].every(Number.isFinite)) continue;
    const slope = (x1 - x0) / (y1 - y0);
    const first = Math.max(0, Math.ceil(Math.min(y0, y1) - 0.5));
    const end = Math.min(height, Math.ceil(Math.max(y0, y1) - 0.5));
    for (let row = first; row < end; row++) {
      const crossing: Crossing = { x: x0 + (row + 0.5 - y0) * slope, direction: y0 < y1 ? 1 : -1 };
      const crossings = rows.get(row);
      if (crossings) crossings.push(crossing);
      else rows.set(row, [crossing]);
      met++;
    }
  }
  return met;
}

function fillRow(page: Bitmap, row: number, crossings: Crossing[], winding: Winding, value: number): void {
  crossings.sort((a, b) => a.x - b.x);
  let wound = 0;
  for (let i = 0; i + 1 < crossings.length; i++) {
    wound += winding === 'evenodd' ? 1 : crossings[i]!.direction;
    if (winding === 'evenodd' ? wound % 2 === 0 : wound === 0) continue;
    const from = Math.max(0, Math.round(crossings[i]!.x));
    const to = Math.min(page.width, Math.round(crossings[i + 1]!.x));
    if (to > from) page.data.fill(value, row * page.width + from, row * page.width + to);
  }
}
