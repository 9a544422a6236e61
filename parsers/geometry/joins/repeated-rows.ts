import type { LogicalCell, LogicalGrid } from './logical-grid.ts';
import { isLaterNumber } from './numbered-blocks.ts';

/** Most rows of a header that repeats on every page: all of a form up to its indicators. */
const maxHeaderRows = 24;

/** Rows that two copies of a form have alike, at least. */
const copiedRows = 8;

/** Rows behind a header whose labels tell whether a form begins again. */
const labelRows = 3;

/** How many of the first cells (sorted by row) may stand in a header or right under it. */
export function headLength(grid: LogicalGrid): number {
  const end = grid.cells.findIndex((cell) => cell.row >= maxHeaderRows + labelRows);
  return end < 0 ? grid.cells.length : end;
}

/** How many rows at the head of the part repeat those at the head of the grid: same cells, same texts. */
export function repeatedRows(
  above: readonly LogicalCell[],
  below: readonly LogicalCell[],
  rows: number,
): number {
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

const key = ({ row, column, rowSpan, columnSpan, text }: LogicalCell): string =>
  `${row} ${column} ${rowSpan} ${columnSpan} ${text.replace(/\s/g, '')}`;

/** Whether the row behind all that a part repeats is the same once more: a copy of the form, not its rest. */
export function isCopied(
  above: readonly LogicalCell[],
  below: readonly LogicalCell[],
  headerRows: number,
): boolean {
  if (headerRows < copiedRows) return false;
  const known = new Set(above.filter(({ row }) => row === headerRows).map(key));
  return (
    known.size > 0 && below.filter(({ row }) => row === headerRows).every((cell) => known.has(key(cell)))
  );
}

/**
 * Whether the part is the same form once more: behind the header (or from its first row) it has the labels of the first
 * rows of the grid again. A table that numbers its blocks (项目名称（1）, 项目名称（2）) goes on with the next.
 */
export function beginsAgain(
  above: readonly LogicalCell[],
  below: readonly LogicalCell[],
  headerRows: number,
): boolean {
  const label = (cells: readonly LogicalCell[], row: number): string =>
    cells.find((cell) => cell.row === row && cell.column === 0)?.text.replace(/\s/g, '') ?? '';
  if (isLaterNumber(label(above, headerRows), label(below, headerRows))) return false;
  let same = 0;
  for (let row = headerRows; row < headerRows + labelRows; row++) {
    const text = beforeColon(label(above, row));
    if (/\p{L}/u.test(text) && text === beforeColon(label(below, row))) same++;
  }
  return same >= 2;
}

const beforeColon = (text: string): string => text.split(/[：:]/)[0]!;

/** Texts of the first rows, one line each. */
export function rowTexts(cells: readonly LogicalCell[], rows: number): string[] {
  return Array.from({ length: rows }, (_, row) =>
    cells
      .filter((cell) => cell.row === row && cell.text !== '')
      .map((cell) => cell.text)
      .join(' | '),
  );
}
