import { type CellPair, readSeam, type Seam } from './cut-rows.ts';
import type { PageGrid } from './grids.ts';
import { type LogicalCell, type LogicalGrid, logicalCell } from './logical-grid.ts';
import type { GeometrySettings } from './settings.ts';
import { type SharedColumns, sharedColumns } from './shared-columns.ts';
import { wrappedText } from './wrapped-text.ts';

/** Most rows of a header that repeats on every page. */
const maxHeaderRows = 8;

/** A grid and the part of it on the next page → one grid; null where the part is a grid of its own. */
export function joinPart(grid: LogicalGrid, part: PageGrid, settings: GeometrySettings): LogicalGrid | null {
  const shared = sharedColumns(grid.xs, part, settings.partDrift);
  if (!shared) return null;
  const above = grid.cells.map((cell) => withColumns(cell, shared.ofGrid));
  const all = part.cells.map((cell) => withColumns(logicalCell(cell, part.page), shared.ofPart));
  const headerRows = repeatedRows(above, all, part.ys.length - 1);
  if (beginsAgain(above, all, headerRows)) return null;
  const below = all
    .filter((cell) => cell.row >= headerRows)
    .map((cell) => ({ ...cell, row: cell.row - headerRows }));
  const rows = part.ys.length - 1 - headerRows;
  const repeated = headerRows > 0 ? rowTexts(all, headerRows) : [];
  const seam = seamOf(grid, above, below, part, headerRows);
  return tidied(appended(grid, shared, above, below, rows, seam, part, repeated));
}

function withColumns(cell: LogicalCell, lines: readonly number[]): LogicalCell {
  const column = lines[cell.column]!;
  return { ...cell, column, columnSpan: lines[cell.column + cell.columnSpan]! - column };
}

/** How many rows at the head of the part repeat those at the head of the grid: same cells, same texts. */
function repeatedRows(above: readonly LogicalCell[], below: readonly LogicalCell[], rows: number): number {
  const key = (cell: LogicalCell): string =>
    `${cell.row} ${cell.column} ${cell.rowSpan} ${cell.columnSpan} ${cell.text.replace(/\s/g, '')}`;
  const known = new Set(above.filter((cell) => cell.row < maxHeaderRows).map(key));
  let whole = 0;
  for (let count = 1; count <= Math.min(maxHeaderRows, rows - 1); count++) {
    const head = below.filter((cell) => cell.row < count);
    if (!head.every((cell) => known.has(key(cell)))) break;
    const closed = head.every((cell) => cell.row + cell.rowSpan <= count);
    if (closed && head.some((cell) => cell.text !== '')) whole = count;
  }
  return whole;
}

/**
 * Whether the part is the same form once more: behind the header (or from its first row) it has the labels of the first
 * rows of the grid again.
 */
function beginsAgain(
  above: readonly LogicalCell[],
  below: readonly LogicalCell[],
  headerRows: number,
): boolean {
  const looked = 3;
  let same = 0;
  for (let row = headerRows; row < headerRows + looked; row++) {
    const label = (cells: readonly LogicalCell[]): string =>
      cells.find((cell) => cell.row === row && cell.column === 0)?.text.replace(/\s/g, '') ?? '';
    const text = label(above);
    if (/\p{L}/u.test(text) && text === label(below)) same++;
  }
  return same >= 2;
}

function rowTexts(cells: readonly LogicalCell[], rows: number): string[] {
  return Array.from({ length: rows }, (_, row) =>
    cells
      .filter((cell) => cell.row === row && cell.text !== '')
      .map((cell) => cell.text)
      .join(' | '),
  );
}

function seamOf(
  grid: LogicalGrid,
  above: readonly LogicalCell[],
  below: readonly LogicalCell[],
  part: PageGrid,
  headerRows: number,
): Seam {
  const bottom = above.filter((cell) => cell.row + cell.rowSpan === grid.rows);
  const top = below.filter((cell) => cell.row === 0);
  const pairs: CellPair[] = bottom.flatMap((cell) => {
    const under = top.find((other) => other.column === cell.column && other.columnSpan === cell.columnSpan);
    return under ? [{ above: cell, below: under }] : [];
  });
  const whole = pairs.length === bottom.length && pairs.length === top.length;
  const edges = {
    openAbove: grid.last.openBottom,
    openBelow: headerRows === 0 ? part.openTop : grid.last.openBottom,
  };
  const merged = new Set([...above, ...below].filter((cell) => cell.rowSpan > 1).map((cell) => cell.column));
  for (const cell of [...above, ...below])
    if (cell.rowSpan === 1 && cell.text === '' && !top.includes(cell) && !bottom.includes(cell))
      merged.delete(cell.column);
  return readSeam(pairs, whole, edges, merged);
}

function appended(
  grid: LogicalGrid,
  shared: SharedColumns,
  above: readonly LogicalCell[],
  below: readonly LogicalCell[],
  rows: number,
  seam: Seam,
  part: PageGrid,
  repeated: string[],
): LogicalGrid {
  const offset = seam.rowCut ? grid.rows - 1 : grid.rows;
  const upper = new Map(seam.joined.map((pair) => [pair.above, pair.below]));
  const absorbed = new Set(seam.joined.map((pair) => pair.below));
  const cells = above.map((cell) => {
    const rest = upper.get(cell);
    return rest ? joinedCell(cell, rest, seam.rowCut) : cell;
  });
  for (const cell of below) if (!absorbed.has(cell)) cells.push({ ...cell, row: cell.row + offset });
  return {
    ...grid,
    xs: shared.xs,
    rows: offset + rows,
    cells,
    parts: [...grid.parts, { page: part.page, box: part.box, firstRow: offset, endRow: offset + rows }],
    confidence: Math.min(grid.confidence, part.confidence),
    repeatedHeaders: [...grid.repeatedHeaders, ...repeated],
    last: part,
  };
}

function joinedCell(above: LogicalCell, below: LogicalCell, rowCut: boolean): LogicalCell {
  const lines = [...above.lines, ...below.lines];
  const box = above.places[0]!.box;
  const text =
    below.text === '' ? above.text : above.text === '' ? below.text : wrappedText(lines, box.x1 - box.x0);
  return {
    ...above,
    rowSpan: above.rowSpan + below.rowSpan - (rowCut ? 1 : 0),
    text,
    lines,
    doubt: above.doubt ?? below.doubt,
    places: [...above.places, ...below.places],
  };
}

/** Drops columns that no cell begins at any more and sorts the cells. */
function tidied(grid: LogicalGrid): LogicalGrid {
  const starts = [...new Set(grid.cells.map((cell) => cell.column))].sort((a, b) => a - b);
  const at = new Map(starts.map((start, index) => [start, index]));
  const cells = grid.cells.map((cell) => {
    const column = at.get(cell.column) ?? 0;
    const end = at.get(cell.column + cell.columnSpan) ?? starts.length;
    return { ...cell, column, columnSpan: end - column };
  });
  cells.sort((a, b) => a.row - b.row || a.column - b.column);
  return { ...grid, xs: [...starts.map((start) => grid.xs[start]!), grid.xs[grid.xs.length - 1]!], cells };
}
