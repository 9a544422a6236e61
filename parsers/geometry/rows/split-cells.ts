import type { Lattice, LatticeCell } from '../rulings/lattice.ts';
import type { Segment } from '../texts/segments.ts';
import { isFigure, isShare } from './written-lines.ts';

/** Room left on a line, in ems, at which it was ended on purpose. */
const raggedness = 0.5;

/**
 * Cells over rows that hold texts of several: where a line is drawn over some columns only, those beside it are open. A head
 * with the first label below it, or with the first figure, are two cells; where two labels of the first column are, a text of one line
 * beside them is of the row that it stands in.
 */
export function withSplitCells(lattice: Lattice, segments: readonly Segment[]): Lattice {
  const { ys, cells } = lattice;
  const parted = cells.flatMap((cell) => {
    const own = textsIn(cell.box, segments);
    return splitAt(cell, ys, (y) => partsAt(y, own, cell));
  });
  const labels = new Set(parted.filter(({ column }) => column === 0).map(({ box }) => box.y0));
  for (const { column, box } of cells) if (column === 0) labels.delete(box.y0);
  const all = parted.flatMap((cell) => {
    const own = labels.size > 0 ? textsIn(cell.box, segments) : [];
    return splitAt(cell, ys, (y) => labels.has(y) && own.length === 1 && isBeside(y, own[0]!));
  });
  return all.length === cells.length
    ? lattice
    : { ...lattice, cells: all.sort((a, b) => a.row - b.row || a.column - b.column) };
}

function textsIn({ x0, x1, y0, y1 }: LatticeCell['box'], segments: readonly Segment[]): Segment[] {
  return segments
    .filter(({ box }) => {
      const [x, y] = [(box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2];
      return x > x0 && x < x1 && y > y0 && y < y1;
    })
    .sort((a, b) => a.box.y0 - b.box.y0);
}

function splitAt(cell: LatticeCell, ys: readonly number[], isEnd: (y: number) => boolean): LatticeCell[] {
  const { box, row, rowSpan } = cell;
  const ends = [row];
  for (let at = row + 1; at < row + rowSpan; at++) if (isEnd(ys[at]!)) ends.push(at);
  ends.push(row + rowSpan);
  return ends.slice(1).map((end, i) => ({
    ...cell,
    row: ends[i]!,
    rowSpan: end - ends[i]!,
    box: { ...box, y0: ys[ends[i]!]!, y1: ys[end]! },
  }));
}

/** Whether a text stands above or below a height. */
function isBeside(y: number, { box, size }: Segment): boolean {
  return box.y1 < y + 0.2 * size || box.y0 > y - 0.2 * size;
}

/** Whether the text above a height ended on purpose and another begins below it. */
function partsAt(y: number, own: readonly Segment[], { box }: LatticeCell): boolean {
  if (own.some((piece) => piece.box.y0 < y - 0.2 * piece.size && piece.box.y1 > y + 0.2 * piece.size))
    return false;
  const above = own.findLast((piece) => piece.box.y1 <= y + 0.2 * piece.size);
  const below = own.find((piece) => piece.box.y0 >= y - 0.2 * piece.size);
  if (!above || !below) return false;
  if (isFigure(below.text)) return !isBroken(above, below, box.x1 - box.x0);
  // Leaders lead from the end of a label to the figures beside it.
  if (/(?:[.…·]\s?){3,}$/.test(above.text)) return true;
  if (!/^\p{Lu}/u.test(below.text) || /[-,&/]$/.test(above.text)) return false;
  const head = below.text.split(' ')[0]!.length / below.text.length;
  const used = above.box.x1 - above.box.x0 + head * (below.box.x1 - below.box.x0);
  return used + raggedness * above.size < box.x1 - box.x0;
}

/** Share of its column that the first part of a broken figure takes. */
const brokenShare = 0.5;

/** Whether a figure may be the rest of one that its column, of some width, is too narrow for. */
function isBroken(above: Segment, below: Segment, width: number): boolean {
  if (isShare(below.text)) return /[\d.,]$/.test(above.text);
  return (
    /^[-–+(]?\d[\d,]*\.?\d*[%)]*$/.test(above.text + below.text) &&
    above.box.x1 - above.box.x0 > brokenShare * width
  );
}
