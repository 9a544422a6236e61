import { fieldOf } from '../first-from.ts';
import type { Lattice, LatticeCell } from '../rulings/lattice.ts';
import type { Segment } from './segments.ts';

/** The texts whose middles lie in each cell of a lattice, in their order. */
export function textsInCells(
  { xs, ys, cells }: Lattice,
  segments: readonly Segment[],
): Map<LatticeCell, Segment[]> {
  const columns = xs.length - 1;
  const owners = new Map<number, LatticeCell>();
  for (const cell of cells)
    for (let row = cell.row; row < cell.row + cell.rowSpan; row++)
      for (let column = cell.column; column < cell.column + cell.columnSpan; column++)
        owners.set(row * columns + column, cell);
  const texts = new Map(cells.map((cell): [LatticeCell, Segment[]] => [cell, []]));
  for (const segment of segments) {
    const { x0, x1, y0, y1 } = segment.box;
    const [column, row] = [fieldOf(xs, (x0 + x1) / 2), fieldOf(ys, (y0 + y1) / 2)];
    if (column < 0 || row < 0 || column >= columns) continue;
    const owner = owners.get(row * columns + column);
    if (owner) texts.get(owner)!.push(segment);
  }
  return texts;
}
