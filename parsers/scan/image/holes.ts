import type { Raster } from './raster.ts';

/** A punched hole that came out dark, in pixels of the page. */
export interface Hole {
  x: number;
  y: number;
  radius: number;
}

/** Diameter of a punched hole, in inches: 5 to 9 mm (ISO 838 has 6 ± 0.5 mm). A dot that is set in a text is smaller. */
const diameter = { least: 0.19, most: 0.36 } as const;

/** Rows of the page, in inches, between two looks for a hole. */
const step = 0.04;

/** Share of the inner disc that must be ink, and of a ring around it that may be: borders of a table run into a hole. */
const solid = 0.97;
const around = 0.35;

/** Inner disc and ring, in radii. */
const inner = 0.85;
const ring = 1.25;

/** Height may differ from width by this share. */
const outOfRound = 0.18;

/** The grey rim of a hole, in inches: it goes with it. */
const rim = 0.02;

/** Punched holes of a page, as solid discs of ink. `dpi`: pixels an inch. */
export function holesOf(ink: Raster, dpi: number): Hole[] {
  const { width, height, data } = ink;
  const [least, most] = [diameter.least * dpi, diameter.most * dpi];
  const holes: Hole[] = [];
  const rows = Math.max(2, Math.round(step * dpi));
  for (let y = rows; y < height; y += rows) {
    const row = y * width;
    let start = -1;
    // Looked for in the row alone: from a blank row the next ink may be far.
    const first = data.subarray(row, row + width).indexOf(1);
    for (let x = first; x <= width && x >= 0; x++) {
      if (x < width && data[row + x] === 1) {
        if (start < 0) start = x;
        continue;
      }
      // A chord beside the middle is shorter than the diameter.
      if (start >= 0 && x - start >= least / 2 && x - start <= most) {
        const hole = discAt(ink, (start + x) >> 1, y, least, most);
        if (hole !== null && !holes.some((other) => isNear(other, hole))) holes.push(hole);
      }
      start = -1;
    }
  }
  return holes;
}

const isNear = (a: Hole, b: Hole): boolean => Math.hypot(a.x - b.x, a.y - b.y) < a.radius;

/** The disc that a pixel near its upright middle line belongs to; null where it is none. */
function discAt(ink: Raster, x: number, y: number, least: number, most: number): Hole | null {
  const above = chordsFrom(ink, x, y, -1, most);
  const below = chordsFrom(ink, x, y + 1, 1, most);
  const chords = [...above.chords, ...below.chords];
  const down = above.rows + below.rows;
  if (chords.length < least / 2 || down < least || down > most) return null;
  // A border that runs into the disc lengthens a few of its chords.
  const across = quantile(
    chords.map(([from, to]) => to - from),
    0.9,
  );
  if (across < least || Math.abs(across - down) > outOfRound * Math.max(across, down)) return null;
  const middle = quantile(
    chords.map(([from, to]) => (from + to) / 2),
    0.5,
  );
  const hole = { x: middle, y: y + 0.5 + (below.rows - above.rows) / 2, radius: (across + down) / 4 };
  const isRound = shareOf(ink, hole, ring, ring) <= around && darkCorners(ink, hole) <= 2;
  return isRound && shareOf(ink, hole, 0, inner) >= solid ? hole : null;
}

/** How many corners of the square around a disc are ink: all four of a filled box, two where a border passes. */
function darkCorners({ width, data }: Raster, { x, y, radius }: Hole): number {
  const away = 0.84 * radius;
  const corners = [-away, away].flatMap((dx) => [-away, away].map((dy) => [x + dx, y + dy]));
  return corners.filter(([u = 0, v = 0]) => data[Math.round(v) * width + Math.round(u)] === 1).length;
}

/** Narrower chords than this share of the least diameter are those of a border that runs on from the disc. */
const cap = 0.3;

/** Ink to both sides of a place, row by row while it is wide: first and last pixel of each that no border lengthens, and the count of all. */
function chordsFrom(
  { width, height, data }: Raster,
  x: number,
  y: number,
  by: -1 | 1,
  most: number,
): { chords: [number, number][]; rows: number } {
  const chords: [number, number][] = [];
  const narrow = (cap * diameter.least * most) / diameter.most;
  let rows = 0;
  for (let v = y; v >= 0 && v < height && rows <= most; v += by, rows++) {
    const row = v * width;
    let from = x;
    let to = x;
    while (from > 0 && x - from <= most && data[row + from - 1] === 1) from--;
    while (to < width && to - x <= most && data[row + to] === 1) to++;
    if (to - from < narrow) break;
    if (to - from <= most) chords.push([from, to]);
  }
  return { chords, rows };
}

function quantile(values: number[], share: number): number {
  const sorted = values.sort((a, b) => a - b);
  return sorted[Math.floor(share * (sorted.length - 1))] ?? 0;
}

/** Share of ink on circles around the middle of a disc, from one to another, in radii. */
function shareOf({ width, height, data }: Raster, hole: Hole, from: number, to: number): number {
  let count = 0;
  let dark = 0;
  for (let radii = from; radii <= to; radii += 0.1) {
    const points = Math.max(1, Math.round(radii * 60));
    for (let i = 0; i < points; i++) {
      const angle = (2 * Math.PI * i) / points;
      const x = Math.round(hole.x + radii * hole.radius * Math.cos(angle));
      const y = Math.round(hole.y + radii * hole.radius * Math.sin(angle));
      count++;
      if (x >= 0 && y >= 0 && x < width && y < height && data[y * width + x] === 1) dark++;
    }
  }
  return dark / count;
}

/** The page with every hole, and its rim, set to a value: paper for its picture. */
export function withHoles(page: Raster, holes: readonly Hole[], dpi: number, value: number): Raster {
  if (holes.length === 0) return page;
  const data = page.data.slice();
  for (const { x, y, radius } of holes) {
    const reach = radius + rim * dpi;
    for (let v = Math.max(0, Math.ceil(y - reach)); v <= Math.min(page.height - 1, y + reach); v++) {
      const half = Math.sqrt(reach * reach - (v - y) ** 2);
      const from = v * page.width + Math.max(0, Math.round(x - half));
      data.fill(value, from, v * page.width + Math.min(page.width, Math.round(x + half) + 1));
    }
  }
  return { ...page, data };
}

/** Where a straight line enters and leaves a hole with its rim; null where it passes beside it. */
export function chordOf(
  { x, y, radius }: Hole,
  orientation: 'h' | 'v',
  position: number,
  dpi: number,
): [number, number] | null {
  const [along, across] = orientation === 'h' ? [x, y] : [y, x];
  const reach = radius + rim * dpi;
  const away = position - across;
  if (Math.abs(away) > reach) return null;
  const half = Math.sqrt(reach * reach - away * away);
  return [along - half, along + half];
}
