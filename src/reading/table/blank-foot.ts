import type { Grid } from '../../../schemas/index.ts';

/** The grid without the rows at its foot in which nothing stands, as where its lines were drawn further than it was filled in. The same grid where there are none. */
export function withoutBlankFoot(grid: Grid): Grid {
  const last = grid.cells.reduce(
    (row, cell) => (cell.text.trim() === '' ? row : Math.max(row, cell.row)),
    -1,
  );
  const rows = last + 1;
  if (rows === 0 || rows === grid.rows) return grid;
  return {
    ...grid,
    rows,
    cells: grid.cells.flatMap((cell) =>
      cell.row < rows ? [{ ...cell, rowSpan: Math.min(cell.rowSpan, rows - cell.row) }] : [],
    ),
  };
}
