import type { Edge } from '../rulings/edges.ts';
import type { Lattice, LatticeCell } from '../rulings/lattice.ts';
import type { Segment } from '../texts/segments.ts';
import { rowsOf } from './parted-row.ts';

/** A character, or a piece of a line. */
type Written = Pick<Segment, 'box' | 'size' | 'text'>;

/** Least height of a part of a cell, in points: a line that hangs over another by less was drawn carelessly. */
const leastPart = 8;

/** Lines down that begin together begin within this of each other, in points. */
const drift = 2;

/** The lines down that begin above the first line across that they meet: `drawn` are they as they were drawn, `kept` from there on. */
export function hangingLines(drawn: readonly Edge[], kept: readonly Edge[]): Edge[] {
  return drawn.flatMap((edge) => {
    const own = kept.find(({ position, end }) => position === edge.position && end <= edge.end + drift);
    return own && own.start - edge.start >= leastPart ? [{ ...edge, end: own.start }] : [];
  });
}

/**
 * Heads over their parts in a table that draws lines down alone within its head: the lines between the parts begin in the middle
 * of a cell, and right above them stands the head over all of them. A row begins there.
 */
export function withHangingLines(
  lattice: Lattice,
  lines: readonly Edge[],
  texts: readonly Written[],
): Lattice | null {
  let result = lattice;
  // A head over heads over parts is parted from above.
  for (let row = 0; row < result.ys.length - 1; row++) result = parted(result, row, lines, texts);
  return result === lattice ? null : result;
}

/** A cell of a head with the height that its parts begin at, and the lines between them. */
interface PartedCell {
  cell: LatticeCell;
  y: number;
  parting: number[];
}

function parted(lattice: Lattice, row: number, lines: readonly Edge[], texts: readonly Written[]): Lattice {
  const found = lattice.cells
    .filter((cell) => cell.row === row && cell.rowSpan === 1 && cell.columnSpan > 1)
    .flatMap((cell) => partsOf(cell, lattice.xs, lines, texts));
  const y = Math.min(...found.map((head) => head.y));
  const heads = found.filter((head) => head.y < y + drift);
  if (heads.length === 0) return lattice;
  const headOf = (column: number): PartedCell | undefined =>
    heads.find(({ cell }) => column >= cell.column && column < cell.column + cell.columnSpan);
  const split = rowsOf(lattice, row, [y], (column) => (headOf(column) ? [y] : []));
  const cells = split.cells.flatMap((part) => {
    const head = part.row === row + 1 && part.rowSpan === 1 ? headOf(part.column) : undefined;
    return head ? inColumns(part, lattice.xs, head.parting) : [part];
  });
  return { ...split, cells: cells.sort((a, b) => a.row - b.row || a.column - b.column) };
}

function partsOf(
  cell: LatticeCell,
  xs: readonly number[],
  lines: readonly Edge[],
  texts: readonly Written[],
): PartedCell[] {
  const { box, column, columnSpan } = cell;
  const own = lines.filter(
    ({ position, start, end }) =>
      position > box.x0 + 1 && position < box.x1 - 1 && start > box.y0 + leastPart && end > box.y1 - drift,
  );
  const y = Math.min(...own.map(({ start }) => start));
  const first = own.filter(({ start }) => start < y + drift);
  if (box.y1 - y < leastPart || !areTexts(texts, box, y)) return [];
  const parting = xs
    .slice(column + 1, column + columnSpan)
    .filter((x) => first.some(({ position }) => Math.abs(position - x) < drift));
  return parting.length > 0 ? [{ cell, y, parting }] : [];
}

/** Whether texts stand above a height in a box and below it, and none over it. */
function areTexts(texts: readonly Written[], box: LatticeCell['box'], y: number): boolean {
  const inside = texts.filter(({ text, box: { x0, x1, y0, y1 } }) => {
    const [x, middle] = [(x0 + x1) / 2, (y0 + y1) / 2];
    return text.trim() !== '' && x > box.x0 && x < box.x1 && middle > box.y0 && middle < box.y1;
  });
  const above = inside.filter((one) => one.box.y1 < y + one.size / 4);
  const below = inside.filter((one) => one.box.y0 > y - one.size / 4);
  return above.length > 0 && below.length > 0 && above.length + below.length === inside.length;
}

function inColumns(cell: LatticeCell, xs: readonly number[], parting: readonly number[]): LatticeCell[] {
  const { column, columnSpan, box } = cell;
  const sides = [xs[column]!, ...parting, xs[column + columnSpan]!];
  return sides.slice(1).map((x1, i) => {
    const [from, to] = [xs.indexOf(sides[i]!), xs.indexOf(x1)];
    return { ...cell, column: from, columnSpan: to - from, box: { ...box, x0: sides[i]!, x1 } };
  });
}
