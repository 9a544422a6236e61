import type { Lattice, LatticeCell } from '../rulings/lattice.ts';

/**
 * Labels at the left that stand at the top of their groups span the blank cells below them, up to the next label of their column or of one at
 * the left. The columns behind the first that is filled in every row are no labels. `written` are the cells that hold a text.
 */
export function withLabelsFromTop(lattice: Lattice, written: ReadonlySet<LatticeCell>): Lattice {
  const { xs, ys } = lattice;
  const byPlace = new Map(lattice.cells.map((cell) => [`${cell.row} ${cell.column}`, cell]));
  const ends = new Set<number>();
  const gone = new Set<LatticeCell>();
  const spanning: LatticeCell[] = [];
  for (let column = 0; column < xs.length - 2; column++) {
    const own = lattice.cells.filter((cell) => cell.column === column && cell.columnSpan === 1);
    if (own.every((cell) => written.has(cell))) break;
    const labels = own.filter((cell) => written.has(cell));
    for (const { row } of labels) ends.add(row);
    for (const label of labels) {
      let end = label.row + label.rowSpan;
      for (; end < ys.length - 1 && !ends.has(end); end++) {
        const below = byPlace.get(`${end} ${column}`);
        if (!below || written.has(below) || below.rowSpan * below.columnSpan !== 1) break;
        gone.add(below);
      }
      if (end === label.row + label.rowSpan) continue;
      gone.add(label);
      spanning.push({ ...label, rowSpan: end - label.row, box: { ...label.box, y1: ys[end]! } });
    }
  }
  const cells = [...lattice.cells.filter((cell) => !gone.has(cell)), ...spanning];
  return { xs, ys, cells: cells.sort((a, b) => a.row - b.row || a.column - b.column) };
}
