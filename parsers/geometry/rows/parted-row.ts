import type { Lattice, LatticeCell } from '../rulings/lattice.ts';

/** A row of a lattice as several: `inner` are the heights that part it, `ofColumn` gives those of them that part the cell of a column. */
export function rowsOf(
  { xs, ys, cells }: Lattice,
  row: number,
  inner: readonly number[],
  ofColumn: (column: number) => readonly number[],
): Lattice {
  const lines = [ys[row]!, ...inner, ys[row + 1]!];
  const more = inner.length;
  const band = cells.filter((cell) => cell.row === row && cell.rowSpan === 1);
  const pieces = band.flatMap((cell): LatticeCell[] => {
    const own = lines.filter((y, i) => i === 0 || i > more || ofColumn(cell.column).includes(y));
    return own.slice(1).map((bottom, i) => ({
      ...cell,
      row: row + lines.indexOf(own[i]!),
      rowSpan: lines.indexOf(bottom) - lines.indexOf(own[i]!),
      box: { ...cell.box, y0: own[i]!, y1: bottom },
    }));
  });
  const others = cells
    .filter((cell) => !band.includes(cell))
    .map((cell) => {
      if (cell.row > row) return { ...cell, row: cell.row + more };
      return cell.row + cell.rowSpan > row ? { ...cell, rowSpan: cell.rowSpan + more } : cell;
    });
  return {
    xs,
    ys: [...ys.slice(0, row + 1), ...inner, ...ys.slice(row + 1)],
    cells: [...others, ...pieces].sort((a, b) => a.row - b.row || a.column - b.column),
  };
}
