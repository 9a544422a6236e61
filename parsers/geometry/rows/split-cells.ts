import type { Lattice, LatticeCell } from '../lattice.ts';
import type { Segment } from '../segments.ts';
import { isFigure, isShare } from './written-lines.ts';

/** Room left on a line, in ems, at which it was ended on purpose. */
const raggedness = 0.5;

/**
 * Cells over rows that hold texts of several: where a line is drawn over some columns only, those beside it are open. A head
 * with the first label below it, or with the first figure, are two cells.
 */
export function withSplitCells(lattice: Lattice, segments: readonly Segment[]): Lattice {
  const cells = lattice.cells.flatMap((cell) =>
    cell.rowSpan === 1 ? [cell] : split(cell, lattice.ys, segments),
  );
  return cells.length === lattice.cells.length
    ? lattice
    : { ...lattice, cells: cells.sort((a, b) => a.row - b.row || a.column - b.column) };
}

function split(cell: LatticeCell, ys: readonly number[], segments: readonly Segment[]): LatticeCell[] {
  const { box, row, rowSpan } = cell;
  const own = segments
    .filter((piece) => {
      const [x, y] = [(piece.box.x0 + piece.box.x1) / 2, (piece.box.y0 + piece.box.y1) / 2];
      return x > box.x0 && x < box.x1 && y > box.y0 && y < box.y1;
    })
    .sort((a, b) => a.box.y0 - b.box.y0);
  const ends = [row];
  for (let at = row + 1; at < row + rowSpan; at++) if (partsAt(ys[at]!, own, cell)) ends.push(at);
  ends.push(row + rowSpan);
  return ends.slice(1).map((end, i) => ({
    ...cell,
    row: ends[i]!,
    rowSpan: end - ends[i]!,
    box: { ...box, y0: ys[ends[i]!]!, y1: ys[end]! },
  }));
}

/** Whether the text above a height ended on purpose and another begins below it. */
function partsAt(y: number, own: readonly Segment[], { box }: LatticeCell): boolean {
  if (own.some((piece) => piece.box.y0 < y - 0.2 * piece.size && piece.box.y1 > y + 0.2 * piece.size))
    return false;
  const above = own.findLast((piece) => piece.box.y1 <= y + 0.2 * piece.size);
  const below = own.find((piece) => piece.box.y0 >= y - 0.2 * piece.size);
  if (!above || !below) return false;
  if (isFigure(below.text)) return !isBroken(above, below);
  // Leaders lead from the end of a label to the figures beside it.
  if (/(?:[.…·]\s?){3,}$/.test(above.text)) return true;
  if (!/^\p{Lu}/u.test(below.text) || /[-,&/]$/.test(above.text)) return false;
  const head = below.text.split(' ')[0]!.length / below.text.length;
  const used = above.box.x1 - above.box.x0 + head * (below.box.x1 - below.box.x0);
  return used + raggedness * above.size < box.x1 - box.x0;
}

/** Whether a figure may be the rest of one that its column is too narrow for. */
function isBroken(above: Segment, below: Segment): boolean {
  return /[\d.,]$/.test(above.text) && (isShare(below.text) || /^[\d.,%]+$/.test(below.text));
}
