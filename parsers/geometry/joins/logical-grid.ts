import type { Box } from '../../../schemas/index.ts';
import type { Gutter } from '../columns/gutter.ts';
import { columnReach } from '../columns/shared-columns.ts';
import type { PageCell, PageGrid } from '../grids/page-grid.ts';
import type { TextLine } from '../texts/lines.ts';

/** A cell of a grid that may run over pages. */
export interface LogicalCell {
  row: number;
  column: number;
  rowSpan: number;
  columnSpan: number;
  text: string;
  lines: TextLine[];
  /** What is seen of the text where its cell has no room for its last lines. */
  seen?: string | undefined;
  doubt: string | null;
  /** Where it stands, in order: one box a page. The first with text is where a reader should look. */
  places: { page: number; box: Box; filled: boolean }[];
}

/** A grid with all its pages. */
export interface LogicalGrid {
  kind: 'grid';
  xs: number[];
  /** Where each of `xs` may lie. */
  reach: Gutter[];
  rows: number;
  cells: LogicalCell[];
  parts: { page: number; box: Box; firstRow: number; endRow: number }[];
  method: 'ruled' | 'aligned';
  confidence: number;
  repeatedHeaders: string[];
  /** Cells that end with the last row so far. */
  bottom: LogicalCell[];
  /** The last part as it stands on its page. */
  last: PageGrid;
}

/** A grid of one page so far; `drift` is how much its lines may differ from those of its next part, in points. */
export function logicalGrid(grid: PageGrid, drift: number): LogicalGrid {
  const rows = grid.ys.length - 1;
  const cells = grid.cells.map((cell) => logicalCell(cell, grid.page));
  return {
    kind: 'grid',
    xs: grid.xs,
    reach: columnReach(grid, drift),
    rows,
    cells,
    bottom: cells.filter((cell) => cell.row + cell.rowSpan === rows),
    parts: [{ page: grid.page, box: grid.box, firstRow: 0, endRow: rows }],
    method: grid.method,
    confidence: grid.confidence,
    repeatedHeaders: [],
    last: grid,
  };
}

export function logicalCell(cell: PageCell, page: number): LogicalCell {
  const { row, column, rowSpan, columnSpan, text, lines, seen, doubt, box } = cell;
  return {
    row,
    column,
    rowSpan,
    columnSpan,
    text,
    lines,
    ...(seen !== undefined && { seen }),
    doubt,
    places: [{ page, box, filled: text !== '' }],
  };
}
