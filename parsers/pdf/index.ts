import type { Block, Cell, Grid, Issue, Page } from '../../schemas/index.ts';
import { fillGrids, type PageGrid, ruledLattices } from '../geometry/grids.ts';
import { defaultGeometry } from '../geometry/settings.ts';
import type { Parse } from '../parser.ts';
import { openPdf } from './open.ts';
import { readPage } from './read-page.ts';

/** Reads a PDF: its pages, grids and paragraphs in reading order. Points from the top left of each page as shown. */
export const parsePdf: Parse = async (bytes, options) => {
  const opened = await openPdf(bytes, options.password);
  if ('error' in opened) return { status: 'failed', format: 'pdf', error: opened.error };
  const { pdf } = opened;
  const pages: Page[] = [];
  const blocks: Block[] = [];
  const warnings: Issue[] = [];
  const count = Math.min(pdf.numPages, options.limits.maxPages);
  let grids = 0;
  for (let number = 1; number <= count; number++) {
    const marks = await readPage(pdf, number, defaultGeometry, null);
    pages.push({
      number,
      name: null,
      width: marks.width,
      height: marks.height,
      rotation: marks.rotation,
      kind: 'digital',
      hidden: false,
    });
    const filled = fillGrids(ruledLattices(marks, defaultGeometry), marks, defaultGeometry);
    for (const grid of filled.grids.sort((a, b) => a.box.y0 - b.box.y0))
      blocks.push(gridBlock(grid, blocks.length, grids++));
  }
  await pdf.loadingTask.destroy();
  return { status: 'read', source: { format: 'pdf', pages, blocks, warnings } };
};

function gridBlock(grid: PageGrid, block: number, index: number): Grid {
  const rows = grid.ys.length - 1;
  const columns = grid.xs.length - 1;
  const cells = grid.cells.map(
    (cell): Cell => ({
      row: cell.row,
      column: cell.column,
      rowSpan: cell.rowSpan,
      columnSpan: cell.columnSpan,
      text: cell.text,
      confidence: 1,
      location: {
        block,
        grid: index,
        row: cell.row,
        column: cell.column,
        page: grid.page,
        box: cell.box,
        sheet: null,
        ref: null,
        table: null,
      },
    }),
  );
  const { x0, y0, x1, y1 } = grid.box;
  return {
    kind: 'grid',
    rows,
    columns,
    cells,
    parts: [{ page: grid.page, sheet: null, table: null, box: [x0, y0, x1, y1], firstRow: 0, endRow: rows }],
    method: grid.method,
    confidence: grid.confidence,
    inside: null,
    repeatedHeaders: [],
  };
}
