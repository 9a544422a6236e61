import { columnsBetween } from '../half-ruled/half-ruled.ts';
import type { Glyph } from '../marks.ts';
import { type Lattice, latticeOf } from '../rulings/lattice.ts';
import type { GeometrySettings } from '../settings.ts';
import { type Segment, segmentsIn } from '../texts/segments.ts';
import { impliedRows } from './implied-rows.ts';
import { isFigure } from './written-lines.ts';

/** Most rows of a head that is drawn, fewest columns of its table, and fewest lines of text beneath it. */
const headRows = 3;
const fewestColumns = 3;
const fewestLines = 3;

/** Lines of the body stand this near to each other, in ems. */
const maxGap = 1.6;

/** Share of the columns that a line of the body fills in the mean, and of its cells behind the first that hold figures. */
const filledShare = 0.5;
const figureShare = 0.5;

/** Columns of two parts stand under each other to within this much, in points. */
const columnDrift = 2;

/** Whether a drawn grid has so few rows that it may be the head of a table. */
export function mayBeHead({ xs, ys }: Lattice): boolean {
  return ys.length - 1 <= headRows && xs.length - 1 >= fewestColumns;
}

/**
 * A table of which only the head is drawn (and perhaps its last row): the rows without lines between belong to it, for they
 * stand in its columns. Null where none follow. `last` are the grids that may close it.
 */
export function withOpenBody<L extends Lattice>(
  head: L,
  last: readonly L[],
  glyphs: readonly Glyph[],
  settings: GeometrySettings,
): { table: Lattice; closedBy: L | null } | null {
  const { xs, ys } = head;
  if (!mayBeHead(head)) return null;
  const top = ys.at(-1)!;
  const [x0, x1] = [xs[0]!, xs.at(-1)!];
  const foot = last.find(
    (other) => other !== head && other.ys[0]! > top + 1 && haveSameColumns(other.xs, xs),
  );
  const below = segmentsIn({ x0, y0: top, x1, y1: foot?.ys[0] ?? Infinity }, glyphs, settings);
  const body = bodyOf(below, xs, top);
  if (!isBody(body, xs)) return null;
  const bottom = Math.max(...body.map(({ box }) => box.y1));
  const closes = foot !== undefined && foot.ys[0]! - bottom < maxGap * body[0]!.size;
  const y1 = closes ? foot.ys[0]! : bottom + 2;
  const across = impliedRows(xs, top, y1, body);
  const lines = [...new Set(across.map(({ position }) => position))].sort((a, b) => a - b);
  const rows = latticeOf({ across, down: columnsBetween(xs, lines, body) }, settings);
  if (!rows || rows.xs.length !== xs.length) return null;
  const table = stacked(head, rows);
  return { table: closes ? stacked(table, foot) : table, closedBy: closes ? foot : null };
}

/** Two parts of the same columns, one right below the other. */
function stacked(above: Lattice, below: Lattice): Lattice {
  const rows = above.ys.length - 1;
  return {
    xs: above.xs,
    ys: [...above.ys, ...below.ys.slice(1)],
    cells: [...above.cells, ...below.cells.map((cell) => ({ ...cell, row: cell.row + rows }))],
  };
}

function haveSameColumns(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((x, i) => Math.abs(x - b[i]!) <= columnDrift);
}

/** Lines of text below a head as long as all their pieces stand in its columns, each near to the one above. */
function bodyOf(below: readonly Segment[], xs: readonly number[], top: number): Segment[] {
  const body: Segment[] = [];
  let bottom = top;
  for (const line of [...new Set(below.map((piece) => piece.line))].sort((a, b) => a - b)) {
    const pieces = below.filter((piece) => piece.line === line);
    const near = pieces.every(({ box, size }) => box.y0 - bottom < maxGap * size);
    if (!near || !pieces.every((piece) => columnOf(piece, xs) >= 0)) break;
    body.push(...pieces);
    bottom = Math.max(bottom, ...pieces.map(({ box }) => box.y1));
  }
  return body;
}

function columnOf({ box }: Segment, xs: readonly number[]): number {
  return xs.findIndex((x, i) => i > 0 && box.x0 >= xs[i - 1]! - 1 && box.x1 <= x + 1) - 1;
}

function isBody(body: readonly Segment[], xs: readonly number[]): boolean {
  const lines = new Set(body.map(({ line }) => line)).size;
  const behind = body.filter((piece) => columnOf(piece, xs) > 0);
  const figures = behind.filter(({ text }) => isFigure(text)).length;
  return (
    lines >= fewestLines &&
    body.length >= lines * (xs.length - 1) * filledShare &&
    figures >= behind.length * figureShare
  );
}
