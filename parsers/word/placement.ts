import type { Span } from '../flow/tiling.ts';
import { dropUnusedColumns, mirrored } from '../flow/tiling.ts';
import { straightenRows } from '../flow/uneven-rows.ts';
import type { CellLayout, RowLayout, TableLayout } from './layout.ts';

/** Where a cell of the layout stands in the grid; vertically merged cells are one. */
export interface Placed extends Span {
  id: number;
  /** Cells below it that it covers though they hold texts. */
  covers?: number[];
}

/** Boundaries closer than this are one line: rows that were dragged by eye differ by as much. In twentieths of a point (6 pt). */
const sameLine = 120;
/** Of the narrowest cell, so that no cell loses its width to the tolerance. */
const sameLineShare = 0.4;
/** A row with fewer columns than the others that is yet this share of their width fills the table: its spans are wrong. */
const fullWidth = 0.97;

export interface PlacedTable {
  cells: Placed[];
  rows: number;
  columns: number;
  /** Texts of cells that belong to merged cells, which Word does not show. */
  hiddenTexts: number;
  /** Rows with fewer cells or more than their table has columns. */
  unevenRows: number;
}

/** Gives each cell its rows and columns: from its spans, or from its widths where the spans contradict them (as WPS and report generators write). */
export function placeCells(table: TableLayout): PlacedTable {
  const rows = table.rows.map(joinLeft);
  const edges = rows.map(spanEdges);
  const widths = widthEdges(rows);
  const lines = widths && contradicts(rows, edges, widths) ? alignEdges(widths) : edges;
  const { spans, columns } = dropUnusedColumns(straightenRows(mergeDown(rows, lines)));
  const shown = new Set(spans.map(({ id }) => id));
  const hidden = table.rows
    .flatMap(({ cells }) => cells)
    .filter(({ id, hidesText }) => hidesText && !shown.has(id));
  const cells = table.rightToLeft ? spans.map((span) => mirrored(span, columns)) : spans;
  return {
    cells,
    rows: rows.length,
    columns,
    hiddenTexts: hidden.length,
    unevenRows: widths && lines !== edges ? 0 : countUneven(rows, edges),
  };
}

/** Left edge of every cell and right edge of the last one, in columns or in widths. */
type Edges = number[];

function joinLeft(row: RowLayout): RowLayout {
  if (!row.cells.some((cell) => cell.joinsLeft)) return row;
  const cells: CellLayout[] = [];
  for (const cell of row.cells) {
    const left = cells.at(-1);
    if (!cell.joinsLeft || !left) cells.push(cell);
    else
      cells[cells.length - 1] = { ...left, gridSpan: left.gridSpan + cell.gridSpan, width: sum(left, cell) };
  }
  return { ...row, cells };
}

const sum = (a: CellLayout, b: CellLayout): CellLayout['width'] =>
  a.width && b.width ? { value: a.width.value + b.width.value, unit: a.width.unit } : null;

function spanEdges(row: RowLayout): Edges {
  const edges = [row.before];
  for (const cell of row.cells) edges.push((edges.at(-1) ?? 0) + cell.gridSpan);
  return edges;
}

/**
 * Rows that end elsewhere than nearly all others of their table, by their spans: a cell of theirs is lost, or one of another row stands in
 * them. Word fills up a row that is to end early (gridAfter); a title that is one cell often says no span.
 */
function countUneven(rows: RowLayout[], edges: Edges[]): number {
  const ends = rows.map((row, n) => (edges[n]?.at(-1) ?? 0) + row.after);
  const counts = new Map<number, number>();
  for (const end of ends) counts.set(end, (counts.get(end) ?? 0) + 1);
  const most = Math.max(0, ...counts.values());
  if (most < rows.length * fewestEven) return 0;
  return rows.filter((row, n) => row.cells.length > 1 && counts.get(ends[n] ?? 0) !== most).length;
}

/** Share of its rows by which a table has so many columns. */
const fewestEven = 0.75;

/** Null unless every cell has a width of the same unit. */
function widthEdges(rows: RowLayout[]): Edges[] | null {
  const unit = rows.find((row) => row.cells.length > 0)?.cells[0]?.width?.unit;
  if (!unit) return null;
  const all: Edges[] = [];
  for (const row of rows) {
    if (row.before > 0 && row.beforeWidth?.unit !== unit) return null;
    const edges = [row.beforeWidth?.value ?? 0];
    for (const cell of row.cells) {
      if (cell.width?.unit !== unit) return null;
      edges.push((edges.at(-1) ?? 0) + cell.width.value);
    }
    all.push(edges);
  }
  return all;
}

/**
 * Spans contradict widths where rows of one width have different numbers of columns; or where no cell spans anything and
 * a line of the grid lies, in one row, beyond the next line of another row. Spans that add up are believed: writers that
 * get them right often leave wrong widths beside them.
 */
function contradicts(rows: RowLayout[], spans: Edges[], widths: Edges[]): boolean {
  const columns = widest(spans);
  const width = widest(widths);
  const whole = rows.map((_, n) => n).filter((n) => (rows[n]?.before ?? 0) + (rows[n]?.after ?? 0) === 0);
  if (whole.some((n) => (spans[n]?.at(-1) ?? 0) < columns)) {
    return whole.every((n) => (widths[n]?.at(-1) ?? 0) >= width * fullWidth);
  }
  const spanned = rows.some((row) => row.cells.some((cell) => cell.gridSpan > 1));
  return !spanned && linesCross(columns, spans, widths);
}

function linesCross(columns: number, spans: Edges[], widths: Edges[]): boolean {
  const leftmost = new Float64Array(columns + 1).fill(Number.POSITIVE_INFINITY);
  const rightmost = new Float64Array(columns + 1).fill(Number.NEGATIVE_INFINITY);
  for (const [row, edges] of spans.entries()) {
    for (const [n, line] of edges.entries()) {
      const place = widths[row]?.[n] ?? 0;
      leftmost[line] = Math.min(leftmost[line] ?? 0, place);
      rightmost[line] = Math.max(rightmost[line] ?? 0, place);
    }
  }
  let reached = Number.NEGATIVE_INFINITY;
  for (let line = 0; line <= columns; line++) {
    if ((leftmost[line] ?? 0) < reached - sameLine) return true;
    reached = Math.max(reached, rightmost[line] ?? 0);
  }
  return false;
}

const widest = (all: Edges[]): number => all.reduce((most, edges) => Math.max(most, edges.at(-1) ?? 0), 0);

/** Numbers the lines that the rows' edges fall on, which are given in twentieths of a point. */
export function alignEdges(widths: Edges[]): Edges[] {
  let narrowest = Number.POSITIVE_INFINITY;
  for (const edges of widths) {
    for (let n = 1; n < edges.length; n++)
      narrowest = Math.min(narrowest, (edges[n] ?? 0) - (edges[n - 1] ?? 0));
  }
  const tolerance = Math.min(sameLine, narrowest * sameLineShare);
  const places = [...new Set(widths.flat())].sort((a, b) => a - b);
  const lineOf = new Map<number, number>();
  let first = Number.NEGATIVE_INFINITY;
  let line = -1;
  for (const place of places) {
    if (place - first > tolerance) {
      first = place;
      line++;
    }
    lineOf.set(place, line);
  }
  return widths.map((edges) => edges.map((edge) => lineOf.get(edge) ?? 0));
}

/** A cell that the row below may join, and whether it is merged. */
interface Merging {
  placed: Placed;
  merges: boolean;
}

/**
 * A cell that continues a merge belongs to the cell above with the same edges (§17.4.84); without one it stands alone, and so does one with a
 * text below a cell that begins no merge.
 */
function mergeDown(rows: RowLayout[], lines: Edges[]): Placed[] {
  const placed: Placed[] = [];
  let open = new Map<number, Merging>();
  for (const [row, { cells }] of rows.entries()) {
    const next = new Map<number, Merging>();
    for (const [n, cell] of cells.entries()) {
      const column = lines[row]?.[n] ?? 0;
      const columnSpan = (lines[row]?.[n + 1] ?? 0) - column;
      const above = cell.vMerge === 'continue' ? open.get(column) : undefined;
      if (above?.placed.columnSpan === columnSpan && (above.merges || !cell.hidesText)) {
        above.placed.rowSpan++;
        if (cell.hidesText) above.placed.covers = [...(above.placed.covers ?? []), cell.id];
        next.set(column, { ...above, merges: true });
      } else {
        const own = { id: cell.id, row, column, rowSpan: 1, columnSpan };
        placed.push(own);
        next.set(column, { placed: own, merges: cell.vMerge !== null });
      }
    }
    open = next;
  }
  return placed;
}
