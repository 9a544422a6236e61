import type { Block, Cell, Grid, Location, Paragraph } from '../../schemas/index.ts';
import type { DocumentItem } from '../geometry/document-layout.ts';
import type { LogicalCell, LogicalGrid } from '../geometry/logical-grid.ts';
import type { PageText } from '../geometry/paragraphs.ts';

/** Layout → blocks of a source document, with their places. */
export function blocksOf(items: readonly DocumentItem[]): Block[] {
  let grids = 0;
  return items.map((item, block) =>
    item.kind === 'grid' ? gridBlock(item, block, grids++) : paragraphBlock(item, block),
  );
}

const nowhere = {
  grid: null,
  row: null,
  column: null,
  page: null,
  box: null,
  sheet: null,
  ref: null,
  table: null,
};

function gridBlock(grid: LogicalGrid, block: number, index: number): Grid {
  return {
    kind: 'grid',
    rows: grid.rows,
    columns: grid.xs.length - 1,
    cells: grid.cells.map((cell) => cellOf(cell, grid, block, index)),
    parts: grid.parts.map(({ page, box, firstRow, endRow }) => ({
      page,
      sheet: null,
      table: null,
      box: [box.x0, box.y0, box.x1, box.y1],
      firstRow,
      endRow,
    })),
    method: grid.method,
    confidence: grid.confidence,
    inside: null,
    repeatedHeaders: grid.repeatedHeaders,
  };
}

/** Digital text is certain unless its cell says why not. */
const doubtedConfidence = 0.8;

function cellOf(cell: LogicalCell, grid: LogicalGrid, block: number, index: number): Cell {
  const { row, column, rowSpan, columnSpan, text, doubt } = cell;
  const place = cell.places.find((p) => p.filled) ?? cell.places[0]!;
  const location: Location = {
    ...nowhere,
    block,
    grid: index,
    row,
    column,
    page: place.page,
    box: place.box,
  };
  const confidence = Math.min(grid.confidence, doubt ? doubtedConfidence : 1);
  const base: Cell = { row, column, rowSpan, columnSpan, text, confidence, location };
  return doubt ? { ...base, doubt } : base;
}

function paragraphBlock(text: PageText, block: number): Paragraph {
  const location: Location = { ...nowhere, block, page: text.page, box: text.box };
  return { kind: 'paragraph', text: text.text, role: text.role, confidence: 1, location };
}
