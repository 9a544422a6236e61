import type { Lattice, LatticeCell } from '../rulings/lattice.ts';
import type { Segment } from '../texts/segments.ts';
import { isFigure } from './written-lines.ts';

/** Fewest columns of a grid, and fewest of its rows, that are coloured or framed in one piece and hold texts in the columns. */
const fewestColumns = 3;
const fewestRows = 2;

/** Share of the columns that the texts of such a row fill, and of the texts behind the first that are figures. */
const filledShare = 0.5;
const figureShare = 0.5;

/** A text may reach this far over the lines of its column, in points. */
const drift = 1;

/** Whether rows of a grid are one cell over all of its columns. */
export function hasRowsInOnePiece({ xs, cells }: Lattice): boolean {
  return xs.length - 1 >= fewestColumns && cells.filter((cell) => isWhole(cell, xs)).length >= fewestRows;
}

/**
 * A grid of which only the head draws its columns, and each row is coloured, or framed, in one piece: rows with a label and figures
 * in the columns of the head have cells. Null where no two rows are of that kind.
 */
export function withRowsParted(lattice: Lattice, segments: readonly Segment[]): Lattice | null {
  const { xs, cells } = lattice;
  const rows = cells.filter((cell) => isWhole(cell, xs) && isRow(cell, xs, segments));
  if (rows.length < fewestRows) return null;
  return { ...lattice, cells: cells.flatMap((cell) => (rows.includes(cell) ? columnsOf(cell, xs) : [cell])) };
}

function isWhole({ columnSpan, rowSpan }: LatticeCell, xs: readonly number[]): boolean {
  return rowSpan === 1 && columnSpan === xs.length - 1;
}

/** Whether the texts of a row stand each in a column, most columns have one, and most of them are figures. */
function isRow(
  { box: { y0, y1 } }: LatticeCell,
  xs: readonly number[],
  segments: readonly Segment[],
): boolean {
  const inside = segments.filter(({ box }) => {
    const [x, y] = [(box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2];
    return y > y0 && y < y1 && x > xs[0]! && x < xs.at(-1)!;
  });
  const columns = inside.map(({ box }) =>
    xs.findIndex((right, i) => i > 0 && box.x0 >= xs[i - 1]! - drift && box.x1 <= right + drift),
  );
  const behind = inside.filter((_, i) => columns[i]! > 1);
  return (
    !columns.includes(-1) &&
    new Set(columns).size > filledShare * (xs.length - 1) &&
    behind.filter(({ text }) => isFigure(text)).length > figureShare * behind.length
  );
}

function columnsOf(cell: LatticeCell, xs: readonly number[]): LatticeCell[] {
  return xs.slice(1).map((x1, column) => ({
    ...cell,
    column,
    columnSpan: 1,
    box: { ...cell.box, x0: xs[column]!, x1 },
  }));
}
