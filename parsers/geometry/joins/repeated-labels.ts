import type { TextLine } from '../texts/lines.ts';
import type { LogicalCell, LogicalGrid } from './logical-grid.ts';

/** Columns of labels are as wide on every page, to this many points. */
const drift = 1;

/** Fewest labels that show that columns are repeated. */
const fewestLabels = 4;

/** Labels behind those columns in so many rows that stand in the other grid at the same places are those of a form that is filled in again. */
const fewestRows = 2;

type CellsAt = ReadonlyMap<string, LogicalCell>;

/**
 * How many first columns of `right` are those of `left` once more, as whoever prints a wide sheet repeats its labels on every page: the same
 * texts in cells of one size. None where labels behind them are the same too: that is the form of another project, year or unit.
 */
export function repeatedLabels(left: LogicalGrid, right: LogicalGrid): number {
  const cells = new Map(left.cells.map((cell) => [startOf(cell), cell]));
  const widest = Math.min(left.xs.length, right.xs.length) - 2;
  let columns = 0;
  while (columns < widest && isSameColumn(columns, left, right, cells)) columns++;
  const labels = right.cells.filter(({ column, text }) => column < columns && text !== '');
  if (labels.length < fewestLabels || new Set(labels.map(({ text }) => text)).size < 2) return 0;
  if (right.cells.some((cell) => isOver(cell, columns) && !isCut(cell, cells, columns))) return 0;
  return isFilledInAgain(right, columns, cells) ? 0 : columns;
}

function isSameColumn(at: number, left: LogicalGrid, right: LogicalGrid, cells: CellsAt): boolean {
  const width = (grid: LogicalGrid): number => grid.xs[at + 1]! - grid.xs[at]!;
  if (Math.abs(width(left) - width(right)) > drift) return false;
  return right.cells
    .filter(({ column }) => column === at)
    .every((cell) => isSame(cell, cells.get(startOf(cell))) || isCut(cell, cells, at + 1));
}

function isSame(cell: LogicalCell, other: LogicalCell | undefined): boolean {
  return (
    other !== undefined &&
    cell.rowSpan === other.rowSpan &&
    cell.columnSpan === other.columnSpan &&
    bare(cell.text) === bare(other.text)
  );
}

/** Whether a cell reaches over the first columns into those behind them. */
const isOver = ({ column, columnSpan }: LogicalCell, columns: number): boolean =>
  column < columns && column + columnSpan > columns;

/**
 * Whether a cell is what a page shows of one that reaches over the first columns: its text again, a part of that, or that and the text of the
 * cell of which the rest of the page shows the end.
 */
function isCut(cell: LogicalCell, cells: CellsAt, columns: number): boolean {
  const whole = cells.get(startOf(cell));
  return (
    whole !== undefined &&
    isOver(cell, columns) &&
    isOver(whole, columns) &&
    (bare(whole.text).includes(bare(cell.text)) || cell.text.startsWith(whole.text))
  );
}

/** Whether the first heads behind the columns are the same, or labels of several rows, or most of all. */
function isFilledInAgain(right: LogicalGrid, columns: number, cells: CellsAt): boolean {
  const filled = right.cells.filter(({ column, text }) => column >= columns && text !== '');
  const again = new Set(filled.filter((cell) => isSame(cell, cells.get(startOf(cell)))));
  const head = filled.reduce((least, { row }) => Math.min(least, row), Infinity);
  const labelled = new Set([...again].filter(({ text }) => /\p{L}/u.test(text)).map(({ row }) => row));
  return (
    labelled.size >= fewestRows ||
    again.size * 2 > filled.length ||
    filled.every((cell) => cell.row > head || again.has(cell))
  );
}

const startOf = ({ row, column }: LogicalCell): string => `${row} ${column}`;

const bare = (text: string): string => text.replace(/\s/g, '');

/** `right` without its first columns, which are those of `left`; of cells that reach over them the rest is left, and what they say besides. */
export function withoutColumns(left: LogicalGrid, right: LogicalGrid, columns: number): LogicalGrid {
  const texts = new Map(left.cells.map((cell) => [startOf(cell), cell.text]));
  const cells = right.cells.flatMap((cell): LogicalCell[] => {
    if (cell.column >= columns) return [{ ...cell, column: cell.column - columns }];
    if (!isOver(cell, columns)) return [];
    const columnSpan = cell.column + cell.columnSpan - columns;
    const text = cell.text.slice(texts.get(startOf(cell))!.length).trim();
    const lines = cell.lines.flatMap((line) => lineBehind(right.xs[columns]!, line, text));
    return [{ ...cell, column: 0, columnSpan, text, lines, doubt: null }];
  });
  return { ...right, cells, xs: right.xs.slice(columns), reach: right.reach.slice(columns) };
}

/** What of a line stands behind an edge: all, or the text at its end, in characters as wide as high; nothing where it ends otherwise. */
function lineBehind(edge: number, line: TextLine, text: string): TextLine[] {
  if (line.box.x0 > edge - drift) return [line];
  if (text === '' || !line.text.endsWith(text)) return [];
  return [{ ...line, text, box: { ...line.box, x0: line.box.x1 - text.length * line.size } }];
}
