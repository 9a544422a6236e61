import type { Box } from '../../../schemas/index.ts';
import type { GeometrySettings } from '../settings.ts';
import type { EdgeGroup } from './crossings.ts';
import type { Edge } from './edges.ts';

/** One cell of a grid on one page, before it has text. */
export interface LatticeCell {
  row: number;
  column: number;
  rowSpan: number;
  columnSpan: number;
  box: Box;
}

/** A grid on one page: its lines and the cells that tile it exactly. */
export interface Lattice {
  /** Positions of the lines down, one more than there are columns. */
  xs: number[];
  /** Positions of the lines across, one more than there are rows. */
  ys: number[];
  cells: LatticeCell[];
  /** Which rows its labels span is in question. */
  isUnsettled?: boolean;
}

/**
 * Edges of one table → cells. Every field between neighbouring lines belongs to the cell of the next field unless an edge
 * parts them; what is no rectangle then is cut into rectangles, so that the tiling is exact. Null where the edges enclose nothing.
 */
export function latticeOf(group: EdgeGroup, settings: GeometrySettings): Lattice | null {
  const xs = positionsOf(group.down, settings.doubleLine);
  const ys = positionsOf(group.across, settings.doubleLine);
  const columns = xs.length - 1;
  const rows = ys.length - 1;
  if (columns < 1 || rows < 1 || xs.length * ys.length > settings.maxCrossings) return null;
  const walls = wallsOf(group, xs, ys, settings);
  const owner = regionsOf(rows, columns, walls);
  return withoutIdleLines(rectanglesOf(owner, rows, columns, walls), xs, ys);
}

/** Positions of lines, those of a double line taken as one in their middle. */
function positionsOf(edges: readonly Edge[], doubleLine: number): number[] {
  const sorted = [...edges].sort((a, b) => a.position - b.position);
  const result: number[] = [];
  let first = Number.NaN;
  let last = Number.NaN;
  for (const { position } of sorted) {
    if (!(position - first <= doubleLine)) {
      if (!Number.isNaN(first)) result.push((first + last) / 2);
      first = position;
    }
    last = position;
  }
  if (!Number.isNaN(first)) result.push((first + last) / 2);
  return result;
}

/** Which sides of the fields are closed. `right[r * columns + c]` is the side between columns c and c + 1. */
interface Walls {
  right: Uint8Array;
  below: Uint8Array;
}

function wallsOf(group: EdgeGroup, xs: number[], ys: number[], settings: GeometrySettings): Walls {
  const columns = xs.length - 1;
  const rows = ys.length - 1;
  const right = new Uint8Array(rows * columns);
  const below = new Uint8Array(rows * columns);
  for (const edge of group.down) {
    const c = nearest(xs, edge.position) - 1;
    if (c < 0 || c >= columns) continue;
    for (let r = 0; r < rows; r++) if (covers(edge, ys[r]!, ys[r + 1]!, settings)) right[r * columns + c] = 1;
  }
  for (const edge of group.across) {
    const r = nearest(ys, edge.position) - 1;
    if (r < 0 || r >= rows) continue;
    for (let c = 0; c < columns; c++)
      if (covers(edge, xs[c]!, xs[c + 1]!, settings)) below[r * columns + c] = 1;
  }
  return { right, below };
}

function covers(edge: Edge, from: number, to: number, settings: GeometrySettings): boolean {
  const covered =
    Math.min(edge.end + settings.doubleLine, to) - Math.max(edge.start - settings.doubleLine, from);
  return covered >= settings.sideCover * (to - from);
}

function nearest(positions: readonly number[], position: number): number {
  let best = 0;
  for (let i = 1; i < positions.length; i++)
    if (Math.abs(positions[i]! - position) < Math.abs(positions[best]! - position)) best = i;
  return best;
}

/** Number of the region that each field belongs to. */
function regionsOf(rows: number, columns: number, walls: Walls): Int32Array {
  const region = new Int32Array(rows * columns).fill(-1);
  const stack: number[] = [];
  for (let start = 0, next = 0; start < region.length; start++) {
    if (region[start] !== -1) continue;
    region[start] = next;
    stack.push(start);
    while (stack.length > 0) {
      const field = stack.pop()!;
      const c = field % columns;
      const visit = (other: number, wall: number | undefined): void => {
        if (wall || region[other] !== -1) return;
        region[other] = next;
        stack.push(other);
      };
      if (c + 1 < columns) visit(field + 1, walls.right[field]);
      if (c > 0) visit(field - 1, walls.right[field - 1]);
      if (field + columns < region.length) visit(field + columns, walls.below[field]);
      if (field >= columns) visit(field - columns, walls.below[field - columns]);
    }
    next++;
  }
  return region;
}

interface Rectangle {
  row: number;
  column: number;
  rowSpan: number;
  columnSpan: number;
}

/** Regions as rectangles: a region that is none, or that an edge reaches into, is cut at its edges and where its rows change their extent. */
function rectanglesOf(region: Int32Array, rows: number, columns: number, walls: Walls): Rectangle[] {
  const taken = new Uint8Array(region.length);
  const rectangles: Rectangle[] = [];
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const at = row * columns + column;
      if (taken[at]) continue;
      const mine = (r: number, c: number): boolean =>
        region[r * columns + c] === region[at] && !taken[r * columns + c];
      /** Whether a field and the one right of it are of one cell. */
      const goesOn = (r: number, c: number): boolean =>
        mine(r, c) && mine(r, c + 1) && !walls.right[r * columns + c];
      let last = column;
      while (last + 1 < columns && goesOn(row, last)) last++;
      const wholeRow = (r: number): boolean => {
        for (let c = column; c <= last; c++)
          if (!mine(r, c) || walls.below[(r - 1) * columns + c] || (c < last && !goesOn(r, c))) return false;
        return !((column > 0 && goesOn(r, column - 1)) || (last + 1 < columns && goesOn(r, last)));
      };
      let end = row + 1;
      while (end < rows && wholeRow(end)) end++;
      for (let r = row; r < end; r++) taken.fill(1, r * columns + column, r * columns + last + 1);
      rectangles.push({ row, column, rowSpan: end - row, columnSpan: last + 1 - column });
    }
  }
  return rectangles;
}

/** Drops lines that no cell begins or ends at, and gives every cell its box. */
function withoutIdleLines(rectangles: readonly Rectangle[], xs: number[], ys: number[]): Lattice {
  const columnStarts = [...new Set(rectangles.map((cell) => cell.column))].sort((a, b) => a - b);
  const rowStarts = [...new Set(rectangles.map((cell) => cell.row))].sort((a, b) => a - b);
  const columnAt = new Map(columnStarts.map((start, index) => [start, index]));
  const rowAt = new Map(rowStarts.map((start, index) => [start, index]));
  const columns = columnStarts.length;
  const rows = rowStarts.length;
  const cells = rectangles.map((cell) => {
    const row = rowAt.get(cell.row) ?? 0;
    const column = columnAt.get(cell.column) ?? 0;
    const endRow = rowAt.get(cell.row + cell.rowSpan) ?? rows;
    const endColumn = columnAt.get(cell.column + cell.columnSpan) ?? columns;
    const box = {
      x0: xs[cell.column]!,
      y0: ys[cell.row]!,
      x1: xs[cell.column + cell.columnSpan]!,
      y1: ys[cell.row + cell.rowSpan]!,
    };
    return { row, column, rowSpan: endRow - row, columnSpan: endColumn - column, box };
  });
  return {
    xs: [...columnStarts.map((start) => xs[start]!), xs[xs.length - 1]!],
    ys: [...rowStarts.map((start) => ys[start]!), ys[ys.length - 1]!],
    cells,
  };
}
