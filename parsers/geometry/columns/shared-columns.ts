import type { PageGrid } from '../grids/page-grid.ts';
import type { Gutter } from './gutter.ts';

/** How the columns of two parts of one grid map onto columns that both can be told in. */
export interface SharedColumns {
  xs: number[];
  /** Where each of them may lie. */
  reach: Gutter[];
  /** New index of every old line down, of the grid so far and of the part that follows. */
  ofGrid: number[];
  ofPart: number[];
}

/** Column lines with the strips that they may lie in. */
export interface ReachingColumns {
  xs: readonly number[];
  reach: readonly Gutter[];
}

/** Share of its inner lines that a part has from the page before where that had room for its first rows. */
const leastKnown = 0.5;

/**
 * Columns of a grid and of the part on the next page: null where their sides do not stand under each other, or where none of
 * the part's inner lines is one of the grid's. Margins may change between pages, so a part of the same width may stand elsewhere.
 * `goesOnOpen`: no line opens the part and a cell above it is left open, so that they are one table whatever their columns. `hadRoom`: the part
 * could have begun on the page before, so that it is another form unless it has half of its lines from there.
 */
export function sharedColumns(
  grid: ReachingColumns,
  part: ReachingColumns,
  drift: number,
  { goesOnOpen, hadRoom }: { goesOnOpen: boolean; hadRoom: boolean },
): SharedColumns | null {
  const moved = movedUnder(part, grid, drift);
  const shared = matched(grid, moved);
  const last = shared.xs.length - 1;
  const sidesMeet =
    shared.ofGrid[0] === 0 &&
    shared.ofPart[0] === 0 &&
    shared.ofGrid.at(-1) === last &&
    shared.ofPart.at(-1) === last;
  if (!sidesMeet) return null;
  const inner = shared.ofPart.slice(1, -1);
  const known = inner.filter((line) => shared.ofGrid.includes(line));
  const fewest = hadRoom ? leastKnown * inner.length : 1;
  if (inner.length > 0 && grid.xs.length > 2 && known.length < fewest && !goesOnOpen) return null;
  return shared;
}

function movedUnder(part: ReachingColumns, grid: ReachingColumns, drift: number): ReachingColumns {
  const shift = grid.xs[0]! - part.xs[0]!;
  const width = (xs: readonly number[]): number => xs.at(-1)! - xs[0]!;
  const same = Math.abs(width(grid.xs) - width(part.xs)) <= 2 * drift;
  if (!same || Math.abs(shift) <= 2 * drift) return part;
  return {
    xs: part.xs.map((x) => x + shift),
    reach: part.reach.map(({ from, to }) => ({ from: from + shift, to: to + shift })),
  };
}

/** Lines of both in order; those that may lie in one place are one. */
function matched(grid: ReachingColumns, part: ReachingColumns): SharedColumns {
  const shared: SharedColumns = { xs: [], reach: [], ofGrid: [], ofPart: [] };
  const { xs, reach, ofGrid, ofPart } = shared;
  let i = 0;
  let j = 0;
  while (i < grid.xs.length || j < part.xs.length) {
    const a = grid.reach[i];
    const b = part.reach[j];
    // The side of one is no line within the other: a column that is blank on its page is wanting there.
    const areAlike = isSide(i, grid.xs) === isSide(j, part.xs);
    const both = a && b && areAlike && a.from <= b.to && b.from <= a.to;
    const first = both || !b || (a && grid.xs[i]! <= part.xs[j]!);
    if (both || first) ofGrid.push(xs.length);
    if (both || !first) ofPart.push(xs.length);
    xs.push(first ? grid.xs[i]! : part.xs[j]!);
    reach.push(both ? { from: Math.max(a.from, b.from), to: Math.min(a.to, b.to) } : first ? a! : b!);
    if (both || first) i++;
    if (both || !first) j++;
  }
  return shared;
}

function isSide(at: number, xs: readonly number[]): boolean {
  return at === 0 || at === xs.length - 1;
}

/** Farthest that the outer line of a table of text may lie from it, in points. */
const outerRoom = 60;

/** Least width of a column, in points. */
const leastColumn = 4;

/** Where the column lines of a part may lie: drawn ones where they are, others anywhere between the texts beside them. */
export function columnReach({ xs, cells, method }: PageGrid, drift: number): Gutter[] {
  const exact = xs.map((x) => ({ from: x - drift / 2, to: x + drift / 2 }));
  if (method === 'ruled') return exact;
  const reach = xs.map((x, i) => ({
    from: i === 0 ? x - outerRoom : xs[i - 1]! + leastColumn,
    to: i === xs.length - 1 ? x + outerRoom : xs[i + 1]! - leastColumn,
  }));
  for (const { column, columnSpan, lines } of cells)
    for (const { box } of columnSpan === 1 ? lines : []) {
      const before = reach[column]!;
      const behind = reach[column + columnSpan]!;
      before.to = Math.min(before.to, box.x0);
      behind.from = Math.max(behind.from, box.x1);
    }
  return reach.map((gap, i) => (gap.from <= gap.to ? gap : exact[i]!));
}
