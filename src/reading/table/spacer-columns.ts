import type { Cell, Grid } from '../../../schemas/index.ts';

/** Fewest of them: one may part two tables that stand side by side. */
const FEWEST = 2;
const FEWEST_ROWS = 3;

const figure = /^[-−(]?\d[\d,，]*(?:\.\d+)?\s*%?\)?$/;
/** A sum or a code: it tells nothing. */
const wholeNumber = /^\d{3,9}$/;
const none = /^[-—–/\s]*$/;

/**
 * 科目 | | 合计 | | 基本支出 | | 项目支出: columns in which nothing stands, as sheets leave them between figures for their looks, are none. They have no
 * head of their own, and right of the first of them all columns are of figures, so that no table stands beside another there. Cells keep their places in the
 * file. The same grid where there are none.
 */
export function withoutSpacers(grid: Grid): Grid {
  const { columns, rows } = grid;
  if (columns < 2 * FEWEST + 1 || rows < FEWEST_ROWS || grid.method !== 'native') return grid;
  const filled = filledColumns(grid);
  const last = filled.lastIndexOf(true);
  const spacers = filled.flatMap((isFilled, column) => (isFilled || column > last + 1 ? [] : [column]));
  if (spacers.length < FEWEST || !standBetweenFigures(grid, spacers)) return grid;
  // Places of the columns that are left: as many stand before a column.
  const place: number[] = [];
  let left = 0;
  for (let column = 0; column <= columns; column++) {
    place.push(left);
    if (!spacers.includes(column)) left++;
  }
  const cells = grid.cells.flatMap((cell): Cell[] => {
    const column = place[cell.column] ?? 0;
    const columnSpan = (place[cell.column + cell.columnSpan] ?? 0) - column;
    return columnSpan > 0 ? [{ ...cell, column, columnSpan }] : [];
  });
  return { ...grid, columns: place[columns] ?? 0, cells };
}

/** Whether a text stands in a column alone. */
function filledColumns({ columns, cells }: Grid): boolean[] {
  const filled = new Array<boolean>(columns).fill(false);
  for (const { column, columnSpan, text } of cells)
    if (columnSpan === 1 && text.trim() !== '') filled[column] = true;
  return filled;
}

/** Whether the first figures and what follows right of them are figures alone, below their heads, with spacers among them. */
function standBetweenFigures(grid: Grid, spacers: readonly number[]): boolean {
  let first = grid.columns;
  let firstRow = grid.rows;
  let lastWord = -1;
  for (const { row, column, columnSpan, text } of grid.cells) {
    const shown = text.trim();
    if (columnSpan > 1 || none.test(shown) || wholeNumber.test(shown)) continue;
    if (figure.test(shown)) {
      first = Math.min(first, column);
      firstRow = Math.min(firstRow, row);
    } else if (row >= firstRow) lastWord = Math.max(lastWord, column);
  }
  return lastWord < first && spacers.filter((column) => column > first).length >= FEWEST - 1;
}
