import type { Block, Cell, Grid, GridPart, Location } from '../../schemas/index.ts';

/**
 * Blocks of a flowing document (Word, HTML: no pages, no sheets) before they know their place in it.
 * Parsers build drafts in reading order; {@link locateBlocks} numbers them.
 */
export type Draft = GridDraft | ParagraphDraft;

export interface ParagraphDraft {
  kind: 'paragraph';
  /** '' for a blank line: what stands between two tables matters. */
  text: string;
  look: Look;
  role?: 'body' | 'heading' | 'caption' | 'furniture';
}

/** How a paragraph is set, as far as it tells headings from prose. */
export interface Look {
  /** It has a heading or title style. */
  styled: boolean;
  centred: boolean;
  bold: boolean;
  /** Points; null where not said. */
  size: number | null;
  /** A page or section begins at it, or within it. */
  newPage: boolean;
}

export const plainLook: Look = { styled: false, centred: false, bold: false, size: null, newPage: false };

export interface GridDraft {
  kind: 'grid';
  rows: number;
  columns: number;
  /** Exactly tiling, in order of row, then column. */
  cells: CellDraft[];
  /** Table from 0 in the order of the file; null where lines are written as one. */
  parts: { table: number | null; firstRow: number; endRow: number }[];
  repeatedHeaders: string[];
  /** A page begins with it. */
  newPage?: boolean;
  /** Lines with tabs or blanks between their cells: nothing but these tells its columns. */
  isWritten?: true;
}

export interface CellDraft extends Pick<Cell, 'value' | 'numberFormat' | 'hidden' | 'doubt'> {
  row: number;
  column: number;
  rowSpan: number;
  columnSpan: number;
  text: string;
  /** Tables inside the cell; their text is not in `text`. */
  inner: GridDraft[];
}

/** Confidence of a grid that lines are written as. */
const writtenConfidence = 0.7;

const nowhere = { page: null, box: null, sheet: null, ref: null } as const;

/** Numbers blocks and grids in reading order: a nested grid comes after the grid that holds it. */
export function locateBlocks(drafts: Draft[]): Block[] {
  const blocks: Block[] = [];
  const count = { grids: 0 };
  for (const draft of drafts) {
    if (draft.kind === 'grid') locateGrid(draft, null, blocks, count);
    else if (draft.text !== '') {
      const location = { ...nowhere, block: blocks.length, grid: null, row: null, column: null, table: null };
      blocks.push({
        kind: 'paragraph',
        text: draft.text,
        role: draft.role ?? 'body',
        confidence: 1,
        location,
      });
    }
  }
  return blocks;
}

function locateGrid(
  draft: GridDraft,
  inside: Grid['inside'],
  blocks: Block[],
  count: { grids: number },
): void {
  const block = blocks.length;
  const grid = count.grids++;
  const tableOfRow = rowTables(draft);
  const confidence = draft.isWritten ? writtenConfidence : 1;
  const cells = draft.cells.map((cell): Cell => {
    const { inner, ...kept } = cell;
    const { row, column } = cell;
    const location: Location = { ...nowhere, block, grid, row, column, table: tableOfRow(row) };
    return { ...kept, confidence, location };
  });
  const { rows, columns, repeatedHeaders } = draft;
  const parts = draft.parts.map((part): GridPart => ({ ...part, page: null, sheet: null, box: null }));
  blocks.push({
    kind: 'grid',
    rows,
    columns,
    cells,
    parts,
    method: 'native',
    confidence,
    inside,
    repeatedHeaders,
  });
  for (const cell of draft.cells) {
    for (const inner of cell.inner) {
      locateGrid(inner, { block, row: cell.row, column: cell.column }, blocks, count);
    }
  }
}

function rowTables(draft: GridDraft): (row: number) => number | null {
  if (draft.parts.length === 1) return () => draft.parts[0]?.table ?? null;
  return (row) => draft.parts.find((part) => row >= part.firstRow && row < part.endRow)?.table ?? null;
}

/** A table that only frames or stacks others: it holds tables, and no row of it has two cells with anything in them. */
export function isWrapper(
  cells: { row: number; rowSpan: number; content: { kind: string; text?: string }[] }[],
): boolean {
  let wraps = false;
  let filledRow = -1;
  for (const { row, rowSpan, content } of cells) {
    const filled = content.some((piece) => piece.kind === 'grid' || (piece.text ?? '').trim() !== '');
    if (!filled) continue;
    if (row <= filledRow) return false;
    filledRow = row + rowSpan - 1;
    wraps ||= content.some((piece) => piece.kind === 'grid');
  }
  return wraps;
}
