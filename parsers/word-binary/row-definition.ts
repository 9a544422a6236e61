import { byteAt, shortAt, wordAt } from './bytes.ts';
import { oldShadingAt, shadingAt } from './colours.ts';

/** How a row of a table is parted into cells, as the mark at its end tells. */
export interface RowDefinition {
  /** Edges of the cells from left to right, in twentieths of a point; one more than there are cells, none where nothing was said. */
  edges: number[];
  cells: CellDefinition[];
  /** Style of the table; null where none is set. */
  style: number | null;
  gapHalf: number;
  /** Markup of a shading behind the whole table, or what a style of tables shades of it. */
  shading: string;
}

export interface CellDefinition {
  /** Belongs to the cell on its left, or begins such a merge. */
  readonly across: 'begins' | 'continues' | null;
  /** Belongs to the cell above, or begins such a merge. */
  readonly down: 'begins' | 'continues' | null;
  /** Markup of the shading behind the cell. */
  readonly shading: string;
}

export const emptyRow = (): RowDefinition => ({ edges: [], cells: [], style: null, gapHalf: 0, shading: '' });
const plainCell: CellDefinition = { across: null, down: null, shading: '' };

type Change = (row: RowDefinition, bytes: Uint8Array, at: number, length: number) => void;

/** Changes a row by an operation on tables ([MS-DOC] 2.6.3, Table Properties). */
export function changeRow(
  row: RowDefinition,
  operation: number,
  bytes: Uint8Array,
  at: number,
  length: number,
): void {
  changes.get(operation)?.(row, bytes, at, length);
}

const shadedFirst = 22;

const changes = new Map<number, Change>([
  [0x9601, moveTo],
  [0x9602, (row, bytes, at) => (row.gapHalf = shortAt(bytes, at))],
  [0xd606, (row, bytes, at, length) => define(row, bytes, at, length, 10)],
  [0xd608, (row, bytes, at, length) => define(row, bytes, at, length, 20)],
  [0x7621, insert],
  [0x5622, remove],
  [0x7623, setWidths],
  [
    0x5624,
    (row, bytes, at) =>
      eachCell(row, bytes, at, (n, first) => ({ across: n === first ? 'begins' : 'continues' })),
  ],
  [0x5625, (row, bytes, at) => eachCell(row, bytes, at, () => ({ across: null }))],
  [0xd62b, mergeDown],
  [0x563a, (row, bytes, at) => (row.style = wordAt(bytes, at))],
  [0xd609, (row, bytes, at, length) => shade(row, bytes, at, length, 2, 0)],
  [0xd612, (row, bytes, at, length) => shade(row, bytes, at, length, 10, 0)],
  [0xd616, (row, bytes, at, length) => shade(row, bytes, at, length, 10, shadedFirst)],
  [0xd60c, (row, bytes, at, length) => shade(row, bytes, at, length, 10, shadedFirst * 2)],
  [0xd660, (row, bytes, at) => (row.shading = shadingAt(bytes, at))],
  [0xd62d, (row, bytes, at) => eachCell(row, bytes, at, () => ({ shading: shadingAt(bytes, at + 2) }))],
]);

/** Number of cells, their edges, and so many bytes a cell, where the last ones may be missing ([MS-DOC] 2.9.323 TDefTableOperand). */
function define(row: RowDefinition, bytes: Uint8Array, at: number, length: number, cellBytes: number): void {
  const count = byteAt(bytes, at);
  const cellsAt = at + 1 + (count + 1) * 2;
  if (cellsAt > at + length) return;
  row.edges = Array.from({ length: count + 1 }, (_, n) => shortAt(bytes, at + 1 + n * 2));
  row.cells = Array.from({ length: count }, (_, n) => {
    const cell = cellsAt + n * cellBytes;
    return cell + 2 <= at + length ? cellOf(wordAt(bytes, cell)) : plainCell;
  });
}

/** The flags of a cell ([MS-DOC] 2.9.317 TC80, 2.9.324 TCGRF). */
function cellOf(flags: number): CellDefinition {
  if ((flags & 0x23) === 0) return plainCell;
  const across = (flags & 2) !== 0 ? 'continues' : (flags & 1) !== 0 ? 'begins' : null;
  const down = (flags & 0x20) === 0 ? null : (flags & 0x40) !== 0 ? 'begins' : 'continues';
  return { across, down, shading: '' };
}

/** Changes the cells of a range that an operand begins with. */
function eachCell(
  row: RowDefinition,
  bytes: Uint8Array,
  at: number,
  change: (n: number, first: number) => Partial<CellDefinition>,
): void {
  const first = byteAt(bytes, at);
  const limit = Math.min(row.cells.length, byteAt(bytes, at + 1));
  for (let n = first; n < limit; n++) changeCell(row, n, change(n, first));
}

function changeCell(row: RowDefinition, n: number, change: Partial<CellDefinition>): void {
  const cell = row.cells[n];
  if (cell !== undefined) row.cells[n] = { ...cell, ...change };
}

/** The text of the first cell begins at this place; its edge lies half a gap before it. */
function moveTo(row: RowDefinition, bytes: Uint8Array, at: number): void {
  const first = row.edges[0];
  if (first === undefined) return;
  const moved = shortAt(bytes, at) - row.gapHalf - first;
  row.edges = row.edges.map((edge) => edge + moved);
}

const mostCells = 255;

function insert(row: RowDefinition, bytes: Uint8Array, at: number): void {
  const first = Math.min(byteAt(bytes, at), row.cells.length);
  const count = Math.min(byteAt(bytes, at + 1), mostCells - row.cells.length);
  const width = shortAt(bytes, at + 2);
  const from = row.edges[first] ?? 0;
  const added = Array.from({ length: Math.max(0, count) }, (_, n) => from + (n + 1) * width);
  const moved = row.edges.slice(first + 1).map((edge) => edge + added.length * width);
  row.edges = [...row.edges.slice(0, first), from, ...added, ...moved];
  row.cells.splice(first, 0, ...added.map(() => plainCell));
}

function remove(row: RowDefinition, bytes: Uint8Array, at: number): void {
  const first = byteAt(bytes, at);
  const limit = Math.min(byteAt(bytes, at + 1), row.cells.length);
  if (first >= limit) return;
  const gone = row.edges[limit]! - row.edges[first]!;
  row.edges = [...row.edges.slice(0, first + 1), ...row.edges.slice(limit + 1).map((edge) => edge - gone)];
  row.cells.splice(first, limit - first);
}

function setWidths(row: RowDefinition, bytes: Uint8Array, at: number): void {
  const width = shortAt(bytes, at + 2);
  const limit = Math.min(byteAt(bytes, at + 1), row.cells.length);
  for (let n = byteAt(bytes, at); n < limit; n++) {
    const change = width - (row.edges[n + 1]! - row.edges[n]!);
    for (let edge = n + 1; edge < row.edges.length; edge++) row.edges[edge]! += change;
  }
}

function mergeDown(row: RowDefinition, bytes: Uint8Array, at: number): void {
  const merge = byteAt(bytes, at + 1);
  const down = merge === 3 ? 'begins' : merge === 1 ? 'continues' : null;
  changeCell(row, byteAt(bytes, at), { down });
}

function shade(
  row: RowDefinition,
  bytes: Uint8Array,
  at: number,
  length: number,
  size: number,
  first: number,
): void {
  const read = size === 2 ? oldShadingAt : shadingAt;
  for (let n = 0; (n + 1) * size <= length; n++) {
    const shading = read(bytes, at + n * size);
    if (shading !== row.cells[first + n]?.shading) changeCell(row, first + n, { shading });
  }
}
