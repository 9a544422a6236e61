import { groupHeads } from '../rows/repeated-heads.ts';
import { sectionHeads, unitHeads } from '../rows/section-heads.ts';
import { isYear } from '../rows/written-lines.ts';
import type { Lattice, LatticeCell } from '../rulings/lattice.ts';
import type { Segment } from '../texts/segments.ts';
import { textsInCells } from '../texts/texts-in-cells.ts';
import { fieldCells } from './field-rows.ts';

/** A text stands in the middle of its cell to within this much, in points. */
const centreDrift = 2.5;

/** A text stands at the side of its column, as others do, to within this much, in points. */
const sideDrift = 1.5;

/**
 * In a table without lines down, a text that stands in the middle of several columns, with nothing beside it, spans them: it is
 * one cell with the blank ones around it. The spans of `known` cells are known.
 */
export function withCentredSpans(
  lattice: Lattice,
  segments: readonly Segment[],
  known: ReadonlySet<LatticeCell> = new Set(),
): Lattice {
  const { xs, ys, cells } = lattice;
  const texts = textsInCells(lattice, segments);
  const sides = sidesOf(lattice, texts);
  const figures = firstFigures(texts);
  const result: LatticeCell[] = [];
  const sections = sectionRows(lattice, texts, segments);
  const units = unitHeads(segments);
  const inChinese = segments.some(({ text }) => /\p{Script=Han}/u.test(text));
  const groups = new Map(groupHeads(segments).map(({ head, group }) => [head, group]));
  for (const row of rowsOf(cells)) {
    if (sections.has(row[0]!.row)) {
      result.push(merged(row));
      continue;
    }
    const [label, ...behind] = row;
    const texted = behind.flatMap((cell) => texts.get(cell)!);
    if (texted.length === 1 && units.has(texted[0]!) && columnsOf(row) === lattice.xs.length - 1) {
      result.push(label!, merged(behind));
      continue;
    }
    const fields = row.some((cell) => known.has(cell)) || !inChinese ? null : fieldCells(row, texts, xs);
    if (fields) {
      result.push(...fields.map(merged));
      continue;
    }
    const taken = new Set<LatticeCell>();
    row.forEach((cell, at) => {
      if (taken.has(cell) || known.has(cell)) return;
      const own = texts.get(cell)!;
      const span =
        own.length === 0
          ? null
          : (groupSpan(row, own, groups, texts) ??
            (standsAtSide(own, cell, sides) ? null : spanOf(row, at, own, texts, taken, xs)) ??
            headSpan(row, at, own, texts, taken, lattice, figures));
      if (span === null || isMark(own, cell, texts)) return;
      for (const other of span) taken.add(other);
      result.push(merged(span));
    });
    result.push(...row.filter((cell) => !taken.has(cell)));
  }
  return { xs, ys, cells: result.sort((a, b) => a.row - b.row || a.column - b.column) };
}

/** Cells that begin and end in the same rows, from left to right. */
function rowsOf(cells: readonly LatticeCell[]): LatticeCell[][] {
  const rows = Map.groupBy(cells, ({ row, rowSpan }) => `${row} ${rowSpan}`);
  return [...rows.values()].map((row) => row.sort((a, b) => a.column - b.column));
}

/** Where most texts of a column begin, and where most end. */
interface Sides {
  left: number;
  right: number;
}

function sidesOf({ xs }: Lattice, texts: ReadonlyMap<LatticeCell, Segment[]>): Sides[] {
  return xs.slice(1).map((_, column) => {
    const boxes = [...texts].flatMap(([cell, list]) =>
      cell.column === column && cell.columnSpan === 1 ? list.map(({ box }) => box) : [],
    );
    return { left: common(boxes.map(({ x0 }) => x0)), right: common(boxes.map(({ x1 }) => x1)) };
  });
}

/** The value that most of a list have, give or take; NaN where they have none in common. */
function common(values: number[]): number {
  const middle = values.sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
  const near = values.filter((value) => Math.abs(value - middle) < sideDrift).length;
  return near * 2 > values.length ? middle : Number.NaN;
}

function standsAtSide(own: readonly Segment[], cell: LatticeCell, sides: readonly Sides[]): boolean {
  const left = Math.min(...own.map(({ box }) => box.x0));
  const right = Math.max(...own.map(({ box }) => box.x1));
  const first = sides[cell.column]!;
  const last = sides[cell.column + cell.columnSpan - 1]!;
  return Math.abs(left - first.left) < sideDrift || Math.abs(right - last.right) < sideDrift;
}

/** Longest mark, in characters. */
const markLength = 4;

/** Whether a text is a mark that stands elsewhere in its column too: it is of that column alone. */
function isMark(
  [mark, ...more]: readonly Segment[],
  { column }: LatticeCell,
  texts: ReadonlyMap<LatticeCell, Segment[]>,
): boolean {
  if (mark === undefined || more.length > 0 || mark.text.length > markLength || isYear(mark.text))
    return false;
  const alike = ({ text, box }: Segment): boolean =>
    text === mark.text && Math.abs(box.x0 - mark.box.x0) < sideDrift;
  return [...texts].some(
    ([cell, [other, ...others]]) =>
      cell.column === column && other !== undefined && other !== mark && others.length === 0 && alike(other),
  );
}

/** The cell with the blank ones beside it whose middle is that of its text; null where its own middle is. */
function spanOf(
  row: readonly LatticeCell[],
  at: number,
  own: readonly Segment[],
  texts: ReadonlyMap<LatticeCell, Segment[]>,
  taken: ReadonlySet<LatticeCell>,
  xs: readonly number[],
): LatticeCell[] | null {
  const left = Math.min(...own.map(({ box }) => box.x0));
  const right = Math.max(...own.map(({ box }) => box.x1));
  const middle = (left + right) / 2;
  const isBlank = (cell: LatticeCell): boolean => texts.get(cell)!.length === 0 && !taken.has(cell);
  const follows = (cell: LatticeCell, next: LatticeCell): boolean =>
    cell.column + cell.columnSpan === next.column;
  let first = at;
  while (first > 0 && follows(row[first - 1]!, row[first]!) && isBlank(row[first - 1]!)) first--;
  let last = at;
  while (last + 1 < row.length && follows(row[last]!, row[last + 1]!) && isBlank(row[last + 1]!)) last++;
  const errorOf = (i: number, j: number): number =>
    Math.abs(middle - (xs[row[i]!.column]! + xs[row[j]!.column + row[j]!.columnSpan]!) / 2);
  let best = { i: at, j: at, error: errorOf(at, at) - centreDrift / 2 };
  for (let i = at; i >= first; i--)
    for (let j = at; j <= last; j++) if (errorOf(i, j) < best.error) best = { i, j, error: errorOf(i, j) };
  return best.i < best.j && best.error <= centreDrift ? row.slice(best.i, best.j + 1) : null;
}

/** The cells over a group of columns that has the same heads as the groups beside it; null where a text over them is none of one. */
function groupSpan(
  row: readonly LatticeCell[],
  own: readonly Segment[],
  groups: ReadonlyMap<Segment, readonly Segment[]>,
  texts: ReadonlyMap<LatticeCell, Segment[]>,
): LatticeCell[] | null {
  const group = own.length === 1 ? groups.get(own[0]!) : undefined;
  if (!group) return null;
  const middles = group.map(({ box }) => (box.x0 + box.x1) / 2);
  const span = row.filter(({ box }) => middles.some((x) => x > box.x0 && x < box.x1));
  const others = span.flatMap((cell) => texts.get(cell)!).filter((text) => text !== own[0]);
  return span.length > 1 && others.length === 0 ? span : null;
}

/** A head stands in the middle of what is written in its columns to within this much, in points. */
const headDrift = 4;

/** Middles this near to each other, in points, are the same. */
const sameMiddle = 1;

/** Where the texts of a column below its head begin and end. */
interface Extent {
  x0: number;
  x1: number;
}

function extentsBelow({ xs }: Lattice, texts: ReadonlyMap<LatticeCell, Segment[]>, head: number): Extent[] {
  const extents = xs.slice(1).map((): Extent => ({ x0: Infinity, x1: -Infinity }));
  for (const [{ row, column, columnSpan }, list] of texts)
    for (const { box } of columnSpan === 1 && row >= head ? list : []) {
      const extent = extents[column]!;
      extent.x0 = Math.min(extent.x0, box.x0);
      extent.x1 = Math.max(extent.x1, box.x1);
    }
  return extents;
}

/** The first row that holds a figure which is no year; Infinity where none does. */
function firstFigures(texts: ReadonlyMap<LatticeCell, readonly Segment[]>): number {
  let first = Infinity;
  for (const [{ row }, list] of texts)
    if (row < first && list.some(({ text }) => /\d/.test(text) && !isYear(text))) first = row;
  return first;
}

/**
 * A head over several columns each of which has its own below it stands in the middle of what is written there: with figures set
 * to the right, that is not the middle of the columns. Null where it stands over its own column, or over no others. `figures` is the first row of figures.
 */
function headSpan(
  row: readonly LatticeCell[],
  at: number,
  own: readonly Segment[],
  texts: ReadonlyMap<LatticeCell, Segment[]>,
  taken: ReadonlySet<LatticeCell>,
  lattice: Lattice,
  figures: number,
): LatticeCell[] | null {
  const cell = row[at]!;
  const left = Math.min(...own.map(({ box }) => box.x0));
  const right = Math.max(...own.map(({ box }) => box.x1));
  if (cell.row >= figures || new Set(own.map(({ line }) => line)).size > 1) return null;
  const below = new Set(
    lattice.cells
      .filter((other) => other.row === cell.row + cell.rowSpan && texts.get(other)!.length > 0)
      .map(({ column }) => column),
  );
  const isFree = (other: LatticeCell | undefined): boolean =>
    other !== undefined && texts.get(other)!.length === 0 && !taken.has(other) && below.has(other.column);
  let [first, last] = [at, at];
  while (isFree(row[first - 1])) first--;
  while (isFree(row[last + 1])) last++;
  if (first === last || !below.has(cell.column)) return null;
  const extents = extentsBelow(lattice, texts, cell.row + cell.rowSpan);
  const offOf = (i: number, j: number): number => {
    const [from, to] = [row[i]!.column, row[j]!.column + row[j]!.columnSpan - 1];
    return Math.abs(left + right - extents[from]!.x0 - extents[to]!.x1) / 2;
  };
  // Figures of forms in Chinese stand in the middle of their columns, or near it.
  const latin = own.every(({ text }) => !/\p{Script=Han}/u.test(text));
  let best = { i: at, j: at, off: offOf(at, at) };
  for (let i = at; i >= first; i--)
    for (let j = at; j <= last; j++) {
      const off = offOf(i, j);
      // Over the middle one of its columns a head stands in the middle of all of them too.
      const wider = j - i > best.j - best.i ? sameMiddle : -sameMiddle;
      const near = off <= headDrift || (latin && off < own[0]!.size && off < offOf(at, at) / 2);
      if (near && off < best.off + wider) best = { i, j, off };
    }
  return best.i < best.j ? row.slice(best.i, best.j + 1) : null;
}

/** Rows whose only text is the head of a section. */
function sectionRows(
  { xs, cells }: Lattice,
  texts: ReadonlyMap<LatticeCell, Segment[]>,
  segments: readonly Segment[],
): Set<number> {
  const heads = sectionHeads(segments);
  const rows = rowsOf(cells).filter((row) => {
    const own = row.flatMap((cell) => texts.get(cell)!);
    return own.length === 1 && heads.has(own[0]!) && columnsOf(row) === xs.length - 1;
  });
  return new Set(rows.map(([first]) => first!.row));
}

function columnsOf(row: readonly LatticeCell[]): number {
  return row.reduce((sum, { columnSpan }) => sum + columnSpan, 0);
}

function merged(span: readonly LatticeCell[]): LatticeCell {
  const first = span[0]!;
  const last = span.at(-1)!;
  return {
    ...first,
    columnSpan: last.column + last.columnSpan - first.column,
    box: { ...first.box, x1: last.box.x1 },
  };
}
