import type { Block, Box, Cell, Grid, Location, Paragraph } from '../../schemas/index.ts';
import type { LogicalCell, LogicalGrid } from '../geometry/joins/logical-grid.ts';
import type { DocumentItem } from '../geometry/layout.ts';
import { pageOf } from '../geometry/sheets/sheets-on-page.ts';
import type { PageText } from '../geometry/texts/paragraphs.ts';

/** Takes a box from the frame that a page was read in to the page as shown. */
export type OnPage = (page: number, box: Box) => Box;

/** A place in the frame that its page was read in. */
export interface ReadPlace {
  page: number;
  box: Box;
}

/** Adds to a cell or a paragraph what is known of the text read at its places. */
export type Note = <T extends Cell | Paragraph>(of: T, places: readonly ReadPlace[]) => T;

const nothing: Note = (of) => of;

/** Layout → blocks of a source document, with their places. */
export function blocksOf(items: readonly DocumentItem[], onPage: OnPage, note: Note = nothing): Block[] {
  let grids = 0;
  return items.map((item, block) =>
    item.kind === 'grid'
      ? gridBlock(item, block, grids++, onPage, note)
      : note(paragraphBlock(item, block, onPage), [item]),
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

function gridBlock(grid: LogicalGrid, block: number, index: number, onPage: OnPage, note: Note): Grid {
  return {
    kind: 'grid',
    rows: grid.rows,
    columns: grid.xs.length - 1,
    cells: grid.cells.map((cell) => note(cellOf(cell, grid, block, index, onPage), cell.places)),
    parts: grid.parts.map(({ page, box, firstRow, endRow }) => ({
      page: pageOf(page),
      sheet: null,
      table: null,
      box: cornersOf(onPage(page, box)),
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

function cellOf(cell: LogicalCell, grid: LogicalGrid, block: number, index: number, onPage: OnPage): Cell {
  const { row, column, rowSpan, columnSpan, text, doubt } = cell;
  const place = cell.places.find((p) => p.filled) ?? cell.places[0]!;
  const location: Location = {
    ...nowhere,
    block,
    grid: index,
    row,
    column,
    page: pageOf(place.page),
    box: onPage(place.page, place.box),
  };
  const confidence = Math.min(grid.confidence, doubt ? doubtedConfidence : 1);
  const base: Cell = { row, column, rowSpan, columnSpan, text, confidence, location };
  return doubt ? { ...base, doubt } : base;
}

function paragraphBlock(text: PageText, block: number, onPage: OnPage): Paragraph {
  const location: Location = { ...nowhere, block, page: pageOf(text.page), box: onPage(text.page, text.box) };
  return { kind: 'paragraph', text: text.text, role: text.role, confidence: 1, location };
}

function cornersOf({ x0, y0, x1, y1 }: Box): [number, number, number, number] {
  return [x0, y0, x1, y1];
}
