import type { Cell, Grid } from '../../../schemas/index.ts';

/**
 * The grid without the rows at its foot, and in a sheet without the columns at its sides, in which nothing stands: its lines were drawn
 * further than it was filled in. A blank side may be that of a table that goes on: on pages, and where the grid does not stand alone. The
 * same grid where there are none.
 */
export function withoutBlankEdges(grid: Grid, alone: boolean): Grid {
  const last = grid.cells.reduce(
    (row, cell) => (cell.text.trim() === '' ? row : Math.max(row, cell.row)),
    -1,
  );
  const rows = last + 1;
  const isSheet = grid.cells[0]?.location.sheet != null;
  const [left, right] = alone && isSheet ? filledColumns(grid) : [0, grid.columns];
  if (rows === 0 || (rows === grid.rows && left === 0 && right === grid.columns)) return grid;
  return {
    ...grid,
    rows,
    columns: right - left,
    cells: grid.cells.flatMap((cell): Cell[] => {
      const column = Math.max(cell.column, left);
      const columnSpan = Math.min(cell.column + cell.columnSpan, right) - column;
      if (cell.row >= rows || columnSpan < 1) return [];
      return [
        { ...cell, column: column - left, columnSpan, rowSpan: Math.min(cell.rowSpan, rows - cell.row) },
      ];
    }),
  };
}

/** From the first column to behind the last one in which anything stands that is no title over all of them. */
function filledColumns({ columns, cells }: Grid): [left: number, right: number] {
  let [left, right] = [columns, 0];
  for (const { column, columnSpan, text } of cells) {
    if (text.trim() === '' || columnSpan === columns) continue;
    left = Math.min(left, column);
    right = Math.max(right, column + columnSpan);
  }
  return left < right ? [left, right] : [0, columns];
}
