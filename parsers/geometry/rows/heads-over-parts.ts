import type { Lattice, LatticeCell } from '../rulings/lattice.ts';
import type { Segment } from '../texts/segments.ts';
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
    upper.cells.every((cell) => own.includes(cell)) &&
    !middle.cells.some((cell) => own.includes(cell));
  if (!isHead) return lattice;
  const starts = upper.cells.includes(own[0]!)
    ? new Set(upper.cells.map(({ column }) => column))
    : startsOfCentred(own, middlesOf(segments, own, ys[row]!, middle.y));
  if (starts === null) return lattice;
  const y = (upper.y + lower.y) / 2;
  const columns = new Set(own.map(({ column }) => column));
  const split = rowsOf(lattice, row, [y], (column) => (columns.has(column) ? [y] : []));
  return spanning(split, row, own, starts);
}

/** Middles of the heads on the upper line, from left to right. */
function middlesOf(
  segments: readonly Segment[],
  own: readonly LatticeCell[],
  top: number,
  bottom: number,
): number[] {
  const [x0, x1] = [own[0]!.box.x0, own.at(-1)!.box.x1];
  return segments
    .filter(({ box }) => (box.y0 + box.y1) / 2 > top && box.y1 < bottom && box.x0 > x0 && box.x1 < x1)
    .map(({ box }) => (box.x0 + box.x1) / 2)
    .sort((a, b) => a - b);
}

/** Share of the columns that it spans by which a head may stand off their middle: these are told by texts. */
const offCentre = 0.12;

/**
 * The columns that heads begin at which stand in the middle of their parts: of all ways to deal the parts out, side by side, the one
 * is taken whose middles are nearest. Null where a head stands off its own.
 */
function startsOfCentred(own: readonly LatticeCell[], heads: readonly number[]): Set<number> | null {
  /** What the heads so far cost where they span the first columns, and where each begins; by the count of these columns. */
  let best: ({ cost: number; starts: number[] } | null)[] = own.map(() => null);
  heads.forEach((middle, h) => {
    const next: typeof best = own.map(() => null);
    for (let end = h; end < own.length; end++)
      for (let start = h; start <= end; start++) {
        const before = h === 0 ? (start === 0 ? { cost: 0, starts: [] } : null) : (best[start - 1] ?? null);
        const [x0, x1] = [own[start]!.box.x0, own[end]!.box.x1];
        const off = Math.abs(middle - (x0 + x1) / 2);
        if (before === null || off > offCentre * (x1 - x0)) continue;
        const cost = before.cost + off;
        if (cost < (next[end]?.cost ?? Infinity))
          next[end] = { cost, starts: [...before.starts, own[start]!.column] };
      }
    best = next;
  });
  const found = best.at(-1);
  return found ? new Set(found.starts) : null;
}

/** From each of the columns at which a head begins, its cell and those behind it as one. */
function spanning(
  lattice: Lattice,
  row: number,
  own: readonly LatticeCell[],
  starts: ReadonlySet<number>,
): Lattice {
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
