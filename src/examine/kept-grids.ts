import type { Cell, Filing, Grid, KeptGrid, SourceDocument } from '../../schemas/index.ts';

/** The tables of a document in short, each with the first of the filings that stand in it. */
export function keptGrids(
  { blocks }: SourceDocument,
  filings: readonly Filing[],
  documentId: string,
): KeptGrid[] {
  const grids = blocks.filter((block) => block.kind === 'grid');
  const firstOf = new Map<number, string>();
  for (const { filing_id, grids: own } of filings)
    for (const grid of own) if (!firstOf.has(grid)) firstOf.set(grid, filing_id);
  return grids.map((grid, index) => ({
    document_id: documentId,
    grid: index,
    filing_id: firstOf.get(index) ?? null,
    rows: grid.rows,
    columns: grid.columns,
    widths: drawnWidths(grid)?.map(Math.round) ?? [],
    parts: grid.parts,
    cells: grid.cells.map(({ row, column, rowSpan, columnSpan, text }) => [
      row,
      column,
      rowSpan,
      columnSpan,
      text,
    ]),
  }));
}

/** Widths of the columns, points, by the edges of cells on the first page of a grid; null where an edge is not known. */
export function drawnWidths(grid: Grid): number[] | null {
  const edges = new Array<number | undefined>(grid.columns + 1);
  for (const { column, columnSpan, location } of onFirstPage(grid.cells)) {
    edges[column] ??= location.box!.x0;
    edges[column + columnSpan] ??= location.box!.x1;
  }
  const widths: number[] = [];
  for (let column = 0; column < grid.columns; column += 1) {
    const [left, right] = [edges[column], edges[column + 1]];
    if (left === undefined || right === undefined || right <= left) return null;
    widths.push(right - left);
  }
  return widths;
}

function onFirstPage(cells: readonly Cell[]): Cell[] {
  const first = cells.find(({ location }) => location.box !== null)?.location.page;
  return cells.filter(({ location }) => location.box !== null && location.page === first);
}
