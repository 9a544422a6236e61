import type { Grid } from '../../../schemas/index.ts';

/**
 * A row in which no cell begins is none that a reader sees: all that it does is to make the cells above it deeper, heads among them. The
 * same grid where each row has a cell of its own.
 */
export function withoutSpannedRows(grid: Grid): Grid {
  const begun = new Uint8Array(grid.rows);
  for (const { row } of grid.cells) begun[row] = 1;
  if (!begun.includes(0)) return grid;
  /** Rows with a cell of their own above each row. */
  const above = new Int32Array(grid.rows + 1);
  for (let row = 0; row < grid.rows; row++) above[row + 1] = (above[row] as number) + (begun[row] as number);
  const rowOf = (row: number): number => above[Math.min(row, grid.rows)] as number;
  return {
    ...grid,
    rows: rowOf(grid.rows),
    cells: grid.cells.map((cell) => {
      const row = rowOf(cell.row);
      return { ...cell, row, rowSpan: rowOf(cell.row + cell.rowSpan) - row };
    }),
  };
}
