import { headAbove } from '../half-ruled/table-ends.ts';
import { withLabelsAlone } from '../rows/labels-alone.ts';
import { betweenBars, withStackedFigures } from '../rows/stacked-figures.ts';
import { isFigure } from '../rows/written-lines.ts';
import type { Lattice, LatticeCell } from '../rulings/lattice.ts';
import type { Segment } from '../texts/segments.ts';

/** Columns of two stripes stand under each other to within this much, in points. */
const columnDrift = 2;

/** Height of an uncoloured row against that of the stripe beside it. */
const leastHeight = 0.5;
const mostHeight = 2.2;

/** Tables whose every second row is coloured: stripes of the same columns are one table with the rows between them. */
export function stripedTables(found: readonly Lattice[], segments: readonly Segment[]): Lattice[] {
  const rest = [...found].sort((a, b) => a.ys[0]! - b.ys[0]!);
  const tables: Lattice[] = [];
  while (rest.length > 0) {
    let table = rest.shift()!;
    let stripes = 1;
    for (let i = 0; i < rest.length; ) {
      const joined = joinedStripes(table, rest[i]!, segments);
      if (joined) {
        table = joined;
        stripes++;
        rest.splice(i, 1);
      } else i++;
    }
    if (stripes > 1) {
      const whole = withHead(withLastRows(table, segments), segments);
      tables.push(withLabelsAlone(withStackedFigures(whole, segments, betweenBars) ?? whole, segments));
    } else tables.push(table);
  }
  return tables;
}

function joinedStripes(above: Lattice, below: Lattice, segments: readonly Segment[]): Lattice | null {
  const same =
    above.xs.length === below.xs.length &&
    above.xs.every((x, i) => Math.abs(x - below.xs[i]!) <= columnDrift);
  const top = above.ys.at(-1)!;
  const bottom = below.ys[0]!;
  const height = below.ys[1]! - bottom;
  const fits =
    bottom - top >= leastHeight * height &&
    (bottom - top <= mostHeight * height || (same && areRows(above.xs, top, bottom, segments)));
  if (!same || !fits || !hasRow(above.xs, top, bottom, segments)) return null;
  const rows = above.ys.length - 1;
  return {
    xs: above.xs,
    ys: [...above.ys, ...below.ys],
    cells: [
      ...above.cells,
      ...rowCells(above.xs, rows, top, bottom),
      ...below.cells.map((cell) => ({ ...cell, row: cell.row + rows + 1 })),
    ],
  };
}

/** The last row of a striped table may have no colour. */
function withLastRow(table: Lattice, segments: readonly Segment[]): Lattice {
  const { xs, ys, cells } = table;
  const top = ys.at(-1)!;
  const height = top - ys.at(-2)!;
  if (!hasRow(xs, top, top + height, segments)) return table;
  const bottom = lastLineEnd(xs, top + height, segments);
  return { xs, ys: [...ys, bottom], cells: [...cells, ...rowCells(xs, ys.length - 1, top, bottom)] };
}

/** More rows of figures than one may stand below the last bar, each as high as the one before. */
function withLastRows(table: Lattice, segments: readonly Segment[]): Lattice {
  let whole = withLastRow(table, segments);
  for (let rows = 1; whole !== table && rows < mostRows; rows++) {
    const [last, bottom] = [whole.ys.at(-2)!, whole.ys.at(-1)!];
    if (!areRows(whole.xs, bottom, 2 * bottom - last, segments)) break;
    const next = withLastRow(whole, segments);
    if (next === whole) break;
    whole = next;
  }
  return whole;
}

/** White between the lines of one cell, at most, in ems. */
const maxLeading = 0.4;

/** Where the last row ends: lines of its cells may go on below the height that the row above has. */
function lastLineEnd(xs: readonly number[], bottom: number, segments: readonly Segment[]): number {
  const inTable = segments.filter(({ box }) => box.x1 > xs[0]! && box.x0 < xs.at(-1)!);
  let end = Math.max(...inTable.filter(({ box }) => (box.y0 + box.y1) / 2 < bottom).map(({ box }) => box.y1));
  let row = bottom;
  for (const { box, size } of inTable.filter((piece) => (piece.box.y0 + piece.box.y1) / 2 >= bottom)) {
    const inside = xs.some((right, i) => i > 0 && box.x0 >= xs[i - 1]! - 1 && box.x1 <= right + 1);
    if (!inside || box.y0 - end > maxLeading * size) break;
    end = Math.max(end, box.y1);
    row = end + 1;
  }
  return row;
}

/** A head above the first stripe may have no colour. */
function withHead(table: Lattice, segments: readonly Segment[]): Lattice {
  const { xs, ys, cells } = table;
  const top = headAbove(ys[0]!, xs, segments);
  if (top === null) return table;
  return {
    xs,
    ys: [top, ...ys],
    cells: [...rowCells(xs, 0, top, ys[0]!), ...cells.map((cell) => ({ ...cell, row: cell.row + 1 }))],
  };
}

/** Most rows of a head. */
const headRows = 3;

/** Whether only the head of a table is coloured: rows without colour go on below it, in its columns. */
export function isHeadAlone({ xs, ys }: Lattice, segments: readonly Segment[]): boolean {
  const bottom = ys.at(-1)!;
  const height = bottom - ys.at(-2)!;
  return ys.length - 1 <= headRows && hasRow(xs, bottom, bottom + mostHeight * height, segments);
}

/** Whether texts stand between two heights, at least two of them and each in a column. */
function hasRow(xs: readonly number[], top: number, bottom: number, segments: readonly Segment[]): boolean {
  const row = segments.filter(({ box }) => {
    const y = (box.y0 + box.y1) / 2;
    return y > top && y < bottom && box.x1 > xs[0]! && box.x0 < xs.at(-1)!;
  });
  return row.length > 1 && row.every((piece) => standsInColumns(piece, xs));
}

/** Whether a text stands in one column, or operators ended at each line that it writes over: cells that stand close. */
function standsInColumns({ box, breaks = [] }: Segment, xs: readonly number[]): boolean {
  const isWithin = box.x0 >= xs[0]! - 1 && box.x1 <= xs.at(-1)! + 1;
  const crossed = xs.filter((x) => box.x0 < x - 1 && box.x1 > x + 1);
  return isWithin && crossed.every((x) => breaks.some(({ from, to }) => from <= x + 1 && to >= x - 1));
}

/** Rows of figures below a bar, at most. */
const mostRows = 12;

/** Whether every line between two heights is a row: a label and figures behind it. */
function areRows(xs: readonly number[], top: number, bottom: number, segments: readonly Segment[]): boolean {
  const inside = segments.filter(({ box }) => (box.y0 + box.y1) / 2 > top && (box.y0 + box.y1) / 2 < bottom);
  const rows = [...Map.groupBy(inside, ({ line }) => line).values()];
  const isRow = (row: readonly Segment[]): boolean => {
    const figures = row.filter(({ text }) => isFigure(text)).length;
    return figures >= betweenBars.columns && figures >= row.length - 1 && figures >= xs.length / 2;
  };
  return rows.length > 0 && rows.length <= mostRows && rows.every(isRow);
}

function rowCells(xs: readonly number[], row: number, y0: number, y1: number): LatticeCell[] {
  return xs.slice(1).map((x1, column) => ({
    row,
    column,
    rowSpan: 1,
    columnSpan: 1,
    box: { x0: xs[column]!, y0, x1, y1 },
  }));
}
