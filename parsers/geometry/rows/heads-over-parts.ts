import type { Lattice, LatticeCell } from '../lattice.ts';
import type { Segment } from '../segments.ts';
import { rowsOf } from './parted-row.ts';

/** A text stands in the middle between two lines to within this share of their distance. */
const offMiddle = 0.2;

/** Lines of a head are at least and at most this far apart, in ems. */
const leastApart = 0.9;
const mostApart = 3;

interface Line {
  y: number;
  cells: LatticeCell[];
}

/**
 * Rows that hold a head over its parts as one: its parts stand side by side on a lower line, the head on an upper one, and every
 * other text of the row in the middle between both. They are two rows, of which the others span both and the head its parts.
 */
export function withHeadsOverParts(lattice: Lattice, segments: readonly Segment[]): Lattice {
  let result = lattice;
  for (let row = lattice.ys.length - 2; row >= 0; row--) result = parted(result, row, segments);
  return result;
}

function parted(lattice: Lattice, row: number, segments: readonly Segment[]): Lattice {
  const { ys, cells } = lattice;
  const band = cells.filter((cell) => cell.row === row && cell.rowSpan === 1);
  const lines = linesOf(band, segments, ys[row]!, ys[row + 1]!);
  const [upper, middle, lower] = lines;
  if (lines.length !== 3 || !upper || !middle || !lower) return lattice;
  const size = Math.max(
    ...segments.filter(({ box }) => box.y0 > ys[row]! && box.y1 < ys[row + 1]!).map((s) => s.size),
  );
  const apart = lower.y - upper.y;
  if (apart < leastApart * size || apart > mostApart * size) return lattice;
  if (Math.abs((upper.y + lower.y) / 2 - middle.y) > offMiddle * apart) return lattice;
  const parts = lower.cells.map(({ column }) => column);
  const [first, last] = [Math.min(...parts), Math.max(...parts)];
  const own = band.filter(({ column }) => column >= first && column <= last);
  const isHead =
    lower.cells.length > upper.cells.length &&
    own.length === lower.cells.length &&
    upper.cells.includes(own[0]!) &&
    upper.cells.every((cell) => own.includes(cell)) &&
    !middle.cells.some((cell) => own.includes(cell));
  if (!isHead) return lattice;
  const y = (upper.y + lower.y) / 2;
  const columns = new Set(own.map(({ column }) => column));
  const split = rowsOf(lattice, row, [y], (column) => (columns.has(column) ? [y] : []));
  return spanning(split, row, own, upper.cells);
}

/** Each head with the blank cells behind it as one. */
function spanning(
  lattice: Lattice,
  row: number,
  own: readonly LatticeCell[],
  heads: readonly LatticeCell[],
): Lattice {
  const starts = new Set(heads.map(({ column }) => column));
  const columns = new Set(own.map(({ column }) => column));
  const cells: LatticeCell[] = [];
  for (const cell of lattice.cells) {
    const before = cells.at(-1);
    const isBehind = cell.row === row && columns.has(cell.column) && !starts.has(cell.column);
    if (isBehind && before) {
      const columnSpan = before.columnSpan + cell.columnSpan;
      cells.splice(-1, 1, { ...before, columnSpan, box: { ...before.box, x1: cell.box.x1 } });
    } else cells.push(cell);
  }
  return { ...lattice, cells };
}

/** The lines of text of a row, with the cells that have a text on them. */
function linesOf(band: readonly LatticeCell[], segments: readonly Segment[], y0: number, y1: number): Line[] {
  const lines: Line[] = [];
  const inside = segments
    .map(({ box, size }) => ({ x: (box.x0 + box.x1) / 2, y: (box.y0 + box.y1) / 2, size }))
    .filter(({ y }) => y > y0 && y < y1)
    .sort((a, b) => a.y - b.y);
  for (const { x, y, size } of inside) {
    const cell = band.find(({ box }) => x > box.x0 && x <= box.x1);
    if (!cell) continue;
    const line = lines.find((other) => Math.abs(other.y - y) < offMiddle * size);
    if (line) line.cells.push(cell);
    else lines.push({ y, cells: [cell] });
  }
  return lines;
}
