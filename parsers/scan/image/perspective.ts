import type { Raster } from './raster.ts';
import { upperEdges } from './skew.ts';

/** Takes a point of the straightened picture to the picture as it was taken, in pixels: (a x + b y + c) / (g x + h y + 1) and the same with d, e and f. */
export type View = readonly [
  a: number,
  b: number,
  c: number,
  d: number,
  e: number,
  f: number,
  g: number,
  h: number,
];

/** Lines that run nearly one way and, drawn on, meet in one point: their slope at the middle of the page, and what it changes by from one side to the other. */
interface Pencil {
  slope: number;
  change: number;
}

const degrees = Math.PI / 180;

/** Steps of the search in degrees, of slope and of change, how many of them to either side, and how many pixels are seen as one. */
const passes = [
  { slope: 0.25, change: 0.5, slopes: 18, changes: 20, bin: 3 },
  { slope: 0.1, change: 0.2, slopes: 3, changes: 3, bin: 2 },
  { slope: 0.03, change: 0.06, slopes: 4, changes: 4, bin: 1 },
  { slope: 0.01, change: 0.02, slopes: 3, changes: 3, bin: 1 },
] as const;

/** Fewer edges tell nothing, more nothing new. */
const fewestEdges = 200;
const mostEdges = 8000;

/** Lines that are this near to parallel and square, in degrees, are those of a page that lay flat. */
const flat = 0.25;

/** Where the rectangle is taken that the page is straightened by, as shares of its sides. */
const near = 0.15;
const far = 0.85;

/**
 * How a page was photographed that did not lie square to the camera, by its lines: those across and those down each meet in a point.
 * Null where they are parallel and square, or too few to tell.
 */
export function viewOf(ink: Raster): View | null {
  const { width, height } = ink;
  const across = upperEdges(ink);
  const down = upperEdges(transposed(ink));
  if (Math.min(across.xs.length, down.xs.length) < fewestEdges) return null;
  const level = pencilOf(across.xs, across.ys, width, height);
  const upright = pencilOf(down.xs, down.ys, height, width);
  const bend = Math.max(
    Math.abs(level.change),
    Math.abs(upright.change),
    Math.abs(level.slope + upright.slope),
  );
  return bend < flat * degrees ? null : viewBy(level, upright, width, height);
}

/** The picture as if the page had lain square to the camera; what comes in from outside is white. */
export function straightened({ width, height, data }: Raster, [a, b, c, d, e, f, g, h]: View): Raster {
  const result = new Uint8Array(data.length).fill(255);
  for (let y = 0, to = 0; y < height; y++) {
    for (let x = 0; x < width; x++, to++) {
      const scale = 1 / (g * x + h * y + 1);
      const u = (a * x + b * y + c) * scale;
      const v = (d * x + e * y + f) * scale;
      const px = Math.floor(u);
      const py = Math.floor(v);
      if (px < 0 || py < 0 || px >= width - 1 || py >= height - 1) continue;
      const at = py * width + px;
      const fx = u - px;
      const top = data[at]! + (data[at + 1]! - data[at]!) * fx;
      const bottom = data[at + width]! + (data[at + width + 1]! - data[at + width]!) * fx;
      result[to] = top + (bottom - top) * (v - py);
    }
  }
  return { width, height, data: result };
}

/** Where a point of the straightened picture lies on the picture as it was taken. */
export function seenAt([a, b, c, d, e, f, g, h]: View, x: number, y: number): { x: number; y: number } {
  const scale = 1 / (g * x + h * y + 1);
  return { x: (a * x + b * y + c) * scale, y: (d * x + e * y + f) * scale };
}

function transposed({ width, height, data }: Raster): Raster {
  const turned = new Uint8Array(data.length);
  for (let y = 0, from = 0; y < height; y++)
    for (let x = 0; x < width; x++, from++) turned[x * height + y] = data[from]!;
  return { width: height, height: width, data: turned };
}

/** The pencil along which the edges of strokes and lines pile up on fewest rows. */
function pencilOf(xs: Int32Array, ys: Int32Array, width: number, height: number): Pencil {
  const keep = Math.max(1, Math.ceil(xs.length / mostEdges));
  const count = Math.floor(xs.length / keep);
  const points = Float32Array.from({ length: 2 * count }, (_, i) =>
    i % 2 === 0 ? xs[(i >> 1) * keep]! - width / 2 : ys[(i >> 1) * keep]! - height / 2,
  );
  let best: Pencil = { slope: 0, change: 0 };
  for (const pass of passes) {
    let most = 0;
    const about = best;
    for (let i = -pass.slopes; i <= pass.slopes; i++)
      for (let j = -pass.changes; j <= pass.changes; j++) {
        const slope = about.slope + i * pass.slope * degrees;
        const change = about.change + j * pass.change * degrees;
        const sharp = sharpness(points, slope, change / height, height, pass.bin);
        if (sharp <= most) continue;
        most = sharp;
        best = { slope, change };
      }
  }
  return best;
}

/** How much the edges pile up, each moved along its line of the pencil to the middle of the page. `bend`: change of slope by pixel. */
function sharpness(points: Float32Array, slope: number, bend: number, height: number, bin: number): number {
  const rows = new Float32Array(Math.ceil((2 * height) / bin));
  for (let i = 0; i < points.length; i += 2) {
    const x = points[i]!;
    const at = ((points[i + 1]! - x * slope) / (1 + bend * x) + height) / bin;
    if (at >= 0 && at < rows.length) rows[at | 0]!++;
  }
  let sum = 0;
  for (let i = 0; i < rows.length; i++) sum += rows[i]! * rows[i]!;
  return sum;
}

/** The view that takes a rectangle to the four points where two lines across and two lines down meet. */
function viewBy(level: Pencil, upright: Pencil, width: number, height: number): View {
  const meet = (across: number, down: number): { x: number; y: number } => {
    const [x0, y0] = [(down - 0.5) * width, (across - 0.5) * height];
    const m = level.slope + (level.change * y0) / height;
    const n = upright.slope + (upright.change * x0) / width;
    // y = y0 + m x and x = x0 + n y, both from the middle of the page.
    const y = (y0 + m * x0) / (1 - m * n);
    return { x: x0 + n * y + width / 2, y: y + height / 2 };
  };
  const [p, q, r, s] = [meet(near, near), meet(near, far), meet(far, far), meet(far, near)];
  const left = (p.x + s.x) / 2;
  const top = (p.y + q.y) / 2;
  const [w, h] = [(q.x + r.x) / 2 - left, (s.y + r.y) / 2 - top];
  // A unit square to four points (Heckbert, Fundamentals of Texture Mapping and Image Warping, 2.2.3).
  const [dx1, dx2, sx] = [q.x - r.x, s.x - r.x, p.x - q.x + r.x - s.x];
  const [dy1, dy2, sy] = [q.y - r.y, s.y - r.y, p.y - q.y + r.y - s.y];
  const det = dx1 * dy2 - dx2 * dy1;
  const g = (sx * dy2 - dx2 * sy) / det;
  const k = (dx1 * sy - sx * dy1) / det;
  const unit = [q.x - p.x + g * q.x, s.x - p.x + k * s.x, p.x, q.y - p.y + g * q.y, s.y - p.y + k * s.y, p.y];
  return ofRectangle([...unit, g, k] as unknown as View, left, top, w, h);
}

/** A view of the unit square as one of a rectangle. */
function ofRectangle(
  [a, b, c, d, e, f, g, k]: View,
  left: number,
  top: number,
  width: number,
  height: number,
): View {
  const w = 1 - (g * left) / width - (k * top) / height;
  const of = (x: number, y: number, one: number): [number, number, number] => [
    x / width / w,
    y / height / w,
    (one - (x * left) / width - (y * top) / height) / w,
  ];
  return [...of(a, b, c), ...of(d, e, f), g / width / w, k / height / w];
}
