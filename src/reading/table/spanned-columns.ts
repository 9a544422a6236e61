import type { Grid } from '../../../schemas/index.ts';

/** Columns of a table; letters and answers across a sheet have fewer, and how wide they are tells them. */
const FEWEST = 4;

/**
 * A column in which no cell begins only makes cells wider, as a row in which none does makes them deeper: the same grid where each column has
 * a cell of its own. `begun` says in which columns cells begin. Pages have as many columns as lines.
 */
export function withoutSpannedColumns(grid: Grid, begun: Uint8Array): Grid {
  if (grid.method !== 'native') return grid;
  if (!begun.includes(0) || begun.reduce((sum, each) => sum + each, 0) < FEWEST) return grid;
  /** Columns with a cell of their own left of each column. */
  const before = new Int32Array(grid.columns + 1);
  for (let column = 0; column < grid.columns; column++)
    before[column + 1] = (before[column] as number) + (begun[column] as number);
  const columnOf = (column: number): number => before[Math.min(column, grid.columns)] as number;
  return {
    ...grid,
    columns: columnOf(grid.columns),
    cells: grid.cells.map((cell) => {
      const column = columnOf(cell.column);
      return { ...cell, column, columnSpan: columnOf(cell.column + cell.columnSpan) - column };
    }),
  };
}

/** 1 for every column in which a cell of one of the grids begins: they are of one width, and what goes on in another is laid out alike. */
export function begunColumns(grids: readonly Grid[], columns: number): Uint8Array {
  const begun = new Uint8Array(columns);
  for (const { cells } of grids) for (const { column } of cells) begun[column] = 1;
  return begun;
}
