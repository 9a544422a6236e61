import { nextInk } from '../image/clean.ts';
import type { Raster } from '../image/raster.ts';
import { inches, type PixelRuling } from './ruling.ts';

interface Run {
  y: number;
  x0: number;
  x1: number;
  ink: number;
}

/** Dark pieces of lines of a page; where they curve, inch by inch. `dpi`: pixels an inch. */
export function piecesOf(ink: Raster, orientation: 'h' | 'v', dpi: number): PixelRuling[] {
  const runs = orientation === 'h' ? runsAcross(ink, dpi) : runsDown(ink, dpi);
  return clustersOf(runs).flatMap((own) => rulingsOfCluster(own, orientation, dpi));
}

/** A run is this long at least and has gaps no longer than this, in pixels, and is ink for the most part. */
function isRun(length: number, count: number, dpi: number): boolean {
  return length >= inches.piece * dpi && count >= 0.8 * length;
}

const longestGap = (dpi: number): number => Math.max(2, Math.round(inches.gap * dpi));

function runsAcross({ width, data }: Raster, dpi: number): Run[] {
  const gap = longestGap(dpi);
  const runs: Run[] = [];
  let y = 0;
  let start = -1;
  let last = -1;
  let count = 0;
  const close = (): void => {
    const row = y * width;
    if (start >= 0 && isRun(last - start + 1, count, dpi))
      runs.push({ y, x0: start - row, x1: last - row + 1, ink: count });
  };
  // Ink covers little of a page: the rest is leapt over.
  for (let at = nextInk(data, 0); at >= 0; at = nextInk(data, at + 1)) {
    const isNew = start < 0 || at - last > gap + 1 || at >= (y + 1) * width;
    if (isNew) {
      close();
      y = Math.floor(at / width);
      start = at;
      count = 0;
    }
    last = at;
    count++;
  }
  close();
  return runs;
}

/** Runs along the columns, given as if columns were rows. */
function runsDown({ width, data }: Raster, dpi: number): Run[] {
  const gap = longestGap(dpi);
  const runs: Run[] = [];
  const starts = new Int32Array(width).fill(-1);
  const lasts = new Int32Array(width);
  const counts = new Int32Array(width);
  const close = (x: number): void => {
    const [start, last, count] = [starts[x]!, lasts[x]!, counts[x]!];
    if (start >= 0 && isRun(last - start + 1, count, dpi))
      runs.push({ y: x, x0: start, x1: last + 1, ink: count });
  };
  let y = 0;
  let row = 0;
  for (let at = nextInk(data, 0); at >= 0; at = nextInk(data, at + 1)) {
    if (at >= row + width) {
      y = Math.floor(at / width);
      row = y * width;
    }
    const x = at - row;
    if (starts[x]! < 0 || y - lasts[x]! > gap + 1) {
      close(x);
      starts[x] = y;
      counts[x] = 0;
    }
    lasts[x] = y;
    counts[x]!++;
  }
  for (let x = 0; x < width; x++) close(x);
  return runs.sort((a, b) => a.y - b.y || a.x0 - b.x0);
}

/** Runs that lie on one another, row by row: a line that drifts, or is broken into steps by its skew, stays one. */
function clustersOf(runs: readonly Run[]): Run[][] {
  const clusters: Run[][] = [];
  const open: { cluster: number; run: Run }[] = [];
  const merged = new Map<number, number>();
  const rootOf = (index: number): number => {
    let root = index;
    for (let next = merged.get(root); next !== undefined; next = merged.get(root)) root = next;
    return root;
  };
  let from = 0;
  for (const run of runs) {
    while (from < open.length && open[from]!.run.y < run.y - 2) from++;
    let mine = -1;
    for (let i = from; i < open.length; i++) {
      const { run: other, cluster } = open[i]!;
      if (other.y === run.y || other.x1 < run.x0 - 2 || other.x0 > run.x1 + 2) continue;
      const root = rootOf(cluster);
      if (mine < 0) mine = root;
      else if (mine !== root) {
        merged.set(root, mine);
        clusters[mine]!.push(...clusters[root]!);
        clusters[root] = [];
      }
    }
    if (mine < 0) mine = clusters.push([]) - 1;
    clusters[mine]!.push(run);
    open.push({ cluster: mine, run });
  }
  return clusters.filter((cluster) => cluster.length > 0);
}

/** One ruling, or several pieces where the line is curved. */
function rulingsOfCluster(runs: readonly Run[], orientation: 'h' | 'v', dpi: number): PixelRuling[] {
  const start = Math.min(...runs.map((run) => run.x0));
  const end = Math.max(...runs.map((run) => run.x1));
  const length = end - start;
  const ink = runs.reduce((sum, run) => sum + run.x1 - run.x0, 0);
  const thickness = ink / length;
  if (thickness > inches.thickness * dpi || length < 4 * thickness) return [];
  const top = Math.min(...runs.map((run) => run.y));
  const bottom = Math.max(...runs.map((run) => run.y)) + 1;
  if (bottom - top <= thickness + 4) {
    const position = runs.reduce((sum, run) => sum + (run.y + 0.5) * (run.x1 - run.x0), 0) / ink;
    return [{ orientation, position, start, end, thickness: Math.max(thickness, 1) }];
  }
  const pieces = Math.min(24, Math.ceil(length / dpi));
  const rulings: PixelRuling[] = [];
  for (let i = 0; i < pieces; i++) {
    const a = start + (length * i) / pieces;
    const b = start + (length * (i + 1)) / pieces;
    let sum = 0;
    let weight = 0;
    for (const run of runs) {
      const covered = Math.min(run.x1, b) - Math.max(run.x0, a);
      if (covered <= 0) continue;
      sum += covered * (run.y + 0.5);
      weight += covered;
    }
    if (weight < 0.3 * (b - a)) continue;
    const thick = Math.max(1, weight / (b - a));
    if (thick > inches.thickness * dpi) continue;
    rulings.push({ orientation, position: sum / weight, start: a, end: b, thickness: thick });
  }
  return rulings;
}
