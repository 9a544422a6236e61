import type { DocumentRecord, Grid, KeptGrid, Location, SourceDocument } from '../../../schemas/index.ts';

/** A grid with the widths of its columns where they are known, points. */
export interface SeenGrid extends Grid {
  widths?: readonly number[];
}

/** A document as far as its records keep it: its tables, without paragraphs and without places on the page. */
export function sourceOfKept({ format }: DocumentRecord, grids: readonly KeptGrid[]): SourceDocument {
  const blocks = grids.map((grid, index) => gridOfKept(grid, index));
  return { format, pages: [], blocks, warnings: [] };
}

function gridOfKept({ rows, columns, cells, parts, widths }: KeptGrid, grid: number): SeenGrid {
  const at = (row: number, column: number): Location => {
    const part = parts.find(({ firstRow, endRow }) => row >= firstRow && row < endRow) ?? parts[0];
    const { page = null, sheet = null, table = null } = part ?? {};
    return { block: grid, grid, row, column, page, box: null, sheet, ref: null, table };
  };
  return {
    kind: 'grid',
    rows,
    columns,
    parts,
    widths,
    cells: cells.map(([row, column, rowSpan, columnSpan, text]) => ({
      row,
      column,
      rowSpan,
      columnSpan,
      text,
      confidence: 1,
      location: at(row, column),
    })),
    method: 'native',
    confidence: 1,
    inside: null,
    repeatedHeaders: [],
  };
}
