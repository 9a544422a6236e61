import type { Cell } from '../../../schemas/index.ts';
import { fieldRole } from './label.ts';
import { cellAt, filledCells, labelAt, readyTable, rightOf, type Table } from './table.ts';

/** Fewest columns and rows of a form that stands beside another. */
const FEWEST_COLUMNS = 2;
const FEWEST_ROWS = 4;

/**
 * Parts a grid that holds two forms side by side, 项目名称 | … | | 项目名称 | …, at the blank columns between them: a table each, with
 * the rows that run across both in front of either. Any other grid comes back as it is.
 */
export function sidesOf(table: Table): Table[] {
  const { columns, rows } = table.grid;
  if (columns < 2 * FEWEST_COLUMNS + 1 || rows < FEWEST_ROWS) return [table];
  const first = rowsAcross(table);
  if (rows - first < FEWEST_ROWS) return [table];
  for (let gap = FEWEST_COLUMNS; gap < columns - FEWEST_COLUMNS; gap++) {
    if (!isGap(table, gap, first)) continue;
    let right = gap + 1;
    while (right < columns - FEWEST_COLUMNS && isGap(table, right, first)) right++;
    if (!namesAgain(table, first, right)) continue;
    return [side(table, 0, gap), ...sidesOf(side(table, right, columns))];
  }
  return [table];
}

/** Rows at the top that hold one text at most. */
function rowsAcross(table: Table): number {
  let row = 0;
  while (row < table.grid.rows && filledCells(table, row).length < 2) row++;
  return row;
}

/** Whether nothing stands in the column, and nothing reaches over it but texts across all of the table. */
function isGap(table: Table, column: number, first: number): boolean {
  for (let row = first; row < table.grid.rows; row++) {
    const cell = cellAt(table, row, column);
    if (labelAt(table, row, column).key !== '' ? !isAcross(table, cell) : cell.columnSpan > 1) return false;
  }
  return true;
}

const isAcross = (table: Table, cell: Cell): boolean =>
  cell.column === 0 && rightOf(cell) === table.grid.columns;

/** Whether the first row names a project or a unit on both sides, under the same label. */
function namesAgain(table: Table, row: number, right: number): boolean {
  const label = labelAt(table, row, 0);
  const role = fieldRole(label);
  return (role === 'project' || role === 'organisation') && labelAt(table, row, right).key === label.key;
}

/** The columns of a table from the first up to the last, as a table of their own. */
function side(table: Table, from: number, to: number): Table {
  const columns = to - from;
  const kept = table.grid.cells.flatMap((cell, i) => {
    const left = Math.max(cell.column, from);
    const right = Math.min(rightOf(cell), to);
    return left < right ? [{ i, cell: { ...cell, column: left - from, columnSpan: right - left } }] : [];
  });
  const cells = kept.map(({ cell }) => cell);
  const { rows } = table.grid;
  const cover = new Int32Array(rows * columns);
  const rowStart = new Int32Array(rows + 1).fill(cells.length);
  for (const [i, { column, columnSpan, row, rowSpan }] of cells.entries()) {
    for (let r = row; r < Math.min(rows, row + rowSpan); r++)
      cover.fill(i, r * columns + column, r * columns + column + columnSpan);
  }
  for (let i = cells.length - 1; i >= 0; i--) rowStart[(cells[i] as Cell).row] = i;
  for (let row = rows - 1; row >= 0; row--)
    if (!cells.some((cell) => cell.row === row)) rowStart[row] = rowStart[row + 1] as number;
  return readyTable({
    grid: { ...table.grid, columns, cells },
    block: table.block,
    index: table.index,
    cover,
    rowStart,
    labels: kept.map(({ i }) => table.labels[i] as Table['labels'][number]),
  });
}
