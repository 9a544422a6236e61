import type { Lattice } from '../rulings/lattice.ts';
import type { Segment } from '../texts/segments.ts';
import { bottomOf, textBlocks, topOf } from '../texts/text-blocks.ts';
import { rowsOf } from './parted-row.ts';

/** Most rows of a grid that draws no lines between those of its table, fewest columns, and least share of its height that one of them takes. */
const mostRows = 3;
const fewestColumns = 3;
const leastShare = 0.6;

/** Least height of a row, in points, that may hold several. */
const highRow = 60;

/** Fewest rows of texts. */
const fewestRows = 3;

/** Share of the cells of the rows that begin at the top of theirs, and share of the rows in which one column has a single line. */
const filledShare = 0.8;
const singleShare = 0.8;

/** The row of a grid of few that is nearly all of it; -1 where there is none. */
function highRowOf({ xs, ys }: Lattice): number {
  if (ys.length - 1 > mostRows || xs.length - 1 < fewestColumns) return -1;
  const least = Math.max(highRow, leastShare * (ys.at(-1)! - ys[0]!));
  return ys.findIndex((y, row) => row > 0 && row < ys.length - 1 && ys[row + 1]! - y >= least);
}

/** Whether a grid draws a head and one row below it so high that it may hold all rows of a table. */
export const mayHoldTexts = (lattice: Lattice): boolean => highRowOf(lattice) > 0;

/**
 * A grid that draws its columns, its head and its outer sides, but no lines between its rows of texts: white strips across all columns
 * part them, below each the cells begin side by side, and one column has no more than one line in each. Null where it is none of that kind.
 */
export function withStackedTexts(lattice: Lattice, segments: readonly Segment[]): Lattice | null {
  const row = highRowOf(lattice);
  if (row < 0) return null;
  const { xs, ys, cells } = lattice;
  const band = cells.filter((cell) => cell.row === row);
  if (band.length !== xs.length - 1 || band.some(({ rowSpan }) => rowSpan > 1)) return null;
  const inside = segments.filter(({ box }) => {
    const [x, y] = [(box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2];
    return x > xs[0]! && x < xs.at(-1)! && y > ys[row]! && y < ys[row + 1]!;
  });
  const rows = textBlocks(inside);
  if (rows.length < fewestRows || !areRows(rows, xs)) return null;
  const bounds = rows.slice(1).map((block, i) => (bottomOf(rows[i]!) + topOf(block)) / 2);
  return rowsOf(lattice, row, bounds, () => bounds);
}

/** Whether the cells of blocks begin at their tops, side by side, and one column holds a single line in nearly each. */
function areRows(blocks: readonly Segment[][], xs: readonly number[]): boolean {
  const count = xs.length - 1;
  const columnOf = ({ box }: Segment): number => xs.findIndex((x) => x > (box.x0 + box.x1) / 2) - 1;
  const sizes = blocks.map((block) => {
    const top = topOf(block);
    const columns = Array.from({ length: count }, (_, i) => block.filter((piece) => columnOf(piece) === i));
    const begun = columns.filter((own) => own.some(({ box, size }) => box.y0 < top + size / 2)).length;
    return { begun, heights: columns.map((own) => new Set(own.map(({ line }) => line)).size) };
  });
  const begun = sizes.reduce((sum, size) => sum + size.begun, 0);
  const isSingle = (column: number): boolean =>
    sizes.filter(({ heights }) => heights[column] === 1).length >= singleShare * blocks.length;
  return begun >= filledShare * count * blocks.length && xs.slice(1).some((_, column) => isSingle(column));
}
