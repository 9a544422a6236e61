import type { Cell, Grid, Location, SourceDocument } from '../../../schemas/index.ts';

/** The grids of a document in reading order: `grid` of a place is an index in it. */
export function gridsOf(source: SourceDocument): Grid[] {
  return source.blocks.filter((block) => block.kind === 'grid');
}

/** Finds the cell of a grid that covers a place. */
export function cellsByPlace(grids: readonly Grid[]): (location: Location) => Cell | undefined {
  const owners = grids.map(ownersOf);
  return ({ grid, row, column }) => {
    if (grid === null || row === null || column === null) return undefined;
    const columns = grids[grid]?.columns;
    return columns === undefined || column >= columns ? undefined : owners[grid]![row * columns + column];
  };
}

function ownersOf(grid: Grid): Cell[] {
  const owners = new Array<Cell>(grid.rows * grid.columns);
  for (const cell of grid.cells)
    for (let row = cell.row; row < cell.row + cell.rowSpan; row += 1)
      for (let column = cell.column; column < cell.column + cell.columnSpan; column += 1)
        owners[row * grid.columns + column] = cell;
  return owners;
}
