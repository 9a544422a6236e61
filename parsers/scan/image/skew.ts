import { nextInk } from './clean.ts';
import type { Raster } from './raster.ts';

/** Most that a page may be skewed by, in degrees. */
const widest = 4;

/** Steps of the search, in degrees: each finer one looks about the best of the one before. */
const steps = [0.2, 0.05, 0.01] as const;

/** Most points that are looked at: more tell nothing new. */
const maxPoints = 40_000;

/** What is thicker, as a share of the longer side of the page, is no stroke and no ruling: 1.2 mm of A4. */
const thickest = 1 / 250;

/**
 * How far the lines of a page run off the level, in degrees; positive where they sink to the right.
 * The upper edges of strokes and rulings, seen along the right slope, pile up on few rows (Postl's projection of transitions).
 */
export function skewOf(ink: Raster): number {
  const { xs, ys } = upperEdges(ink);
  if (xs.length < 200) return 0;
  let best = 0;
  let reach = widest;
  for (const step of steps) {
    const found: { angle: number; sharp: number }[] = [];
    for (let angle = best - reach; angle <= best + reach + step / 2; angle += step)
      found.push({ angle, sharp: sharpness(xs, ys, Math.tan((angle * Math.PI) / 180), ink.height) });
    const most = Math.max(...found.map(({ sharp }) => sharp));
    // Thick lines look level over some hundredths of a degree: the middle of these is meant.
    const level = found.filter(({ sharp }) => sharp >= most * 0.999);
    best = ((level[0]?.angle ?? 0) + (level.at(-1)?.angle ?? 0)) / 2;
    reach = step;
  }
  return Math.round(best * 100) / 100;
}

/** Points where ink begins below paper: of each n-th only where there are many, in an order that does not follow the columns. */
export function upperEdges({ width, height, data }: Raster): { xs: Int32Array; ys: Int32Array } {
  // A dark edge of a photocopy lies level however the page lies: only strokes and rulings count.
  const thick = 2 * Math.ceil((Math.max(width, height) * thickest) / 2) * width;
  const isDark = (at: number): boolean => at >= data.length || data[at] === 1;
  const isEdge = (at: number): boolean =>
    data[at] === 1 &&
    data[at - width] === 0 &&
    !(isDark(at + thick) && isDark(at + thick / 2) && isDark(at + (3 * thick) / 2));
  const edges: number[] = [];
  for (let at = nextInk(data, width); at >= 0; at = nextInk(data, at + 1)) if (isEdge(at)) edges.push(at);
  // Every n-th edge, in an order that does not follow the columns.
  const keep = Math.max(1, Math.ceil(edges.length / maxPoints));
  const count = Math.floor(edges.length / keep);
  const xs = Int32Array.from({ length: count }, (_, i) => edges[i * keep]! % width);
  const ys = Int32Array.from({ length: count }, (_, i) => Math.floor(edges[i * keep]! / width));
  return { xs, ys };
}

function sharpness(xs: Int32Array, ys: Int32Array, slope: number, height: number): number {
  const margin = 400;
  const rows = new Float32Array(height + 2 * margin);
  for (let i = 0; i < xs.length; i++) {
    const row = ys[i]! - xs[i]! * slope + margin;
    const at = row < 0 ? 0 : row >= rows.length - 1 ? rows.length - 2 : row;
    rows[at | 0]!++;
  }
  let sum = 0;
  for (let i = 0; i < rows.length; i++) sum += rows[i]! * rows[i]!;
  return sum;
}
