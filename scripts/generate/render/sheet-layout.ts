import type { PageBlock, Section, SpanCell, SpanGrid } from '../page.ts';

export interface SheetStyle {
  /** Title and captions in a merged cell over the whole width, or in the first cell alone. */
  captions: 'merged' | 'first-cell';
  /** Figures stored as numbers with formats, or as text. */
  numbers: 'native' | 'text';
  /** A grid with fewer columns than its sheet: spread over them by merges, or at the left in the first ones. */
  narrow: 'spread' | 'left';
  /** All sections on one sheet below one another, or a sheet each. */
  sheets: 'one' | 'each';
}

export const defaultSheetStyle: SheetStyle = {
  captions: 'merged',
  numbers: 'native',
  narrow: 'spread',
  sheets: 'each',
};

/** A cell placed on a sheet, rows and columns from 0. */
export interface PlacedCell {
  row: number;
  column: number;
  rowSpan: number;
  columnSpan: number;
  cell: Pick<SpanCell, 'text' | 'number' | 'format' | 'align' | 'vertical' | 'bold'>;
  bordered: boolean;
  title: boolean;
}

export interface PlacedSheet {
  name: string;
  cells: PlacedCell[];
  merges: PlacedCell[];
  columns: number;
  rows: number;
  widths: number[];
  heights: Map<number, number>;
  landscape: boolean;
}

/** Lays the blocks of a document out on sheets: blocks one below the other, a blank row after each grid that another part follows. */
export function placeSheets(
  sections: readonly Section[],
  style: SheetStyle = defaultSheetStyle,
): PlacedSheet[] {
  const groups = style.sheets === 'one' ? [sections.slice()] : sections.map((section) => [section]);
  return groups.map((group, i) => {
    const columns = Math.max(1, ...group.flatMap(({ blocks }) => blocks.map(columnsOf)));
    const sheet: PlacedSheet = {
      name: group[0]?.name ?? `Sheet${i + 1}`,
      cells: [],
      merges: [],
      columns,
      rows: 0,
      widths: widthsOf(
        group.flatMap(({ blocks }) => blocks),
        columns,
      ),
      heights: new Map(),
      landscape: group.some(({ landscape }) => landscape),
    };
    for (const section of group) {
      let previous: PageBlock | undefined;
      for (const block of section.blocks) {
        const begins = block.kind === 'grid' || block.role === 'heading';
        if (begins && previous?.kind === 'grid') sheet.rows++;
        placeBlock(sheet, block, style);
        previous = block;
      }
      if (style.sheets === 'one') sheet.rows += 2;
    }
    sheet.merges = sheet.cells.filter(({ rowSpan, columnSpan }) => rowSpan > 1 || columnSpan > 1);
    return sheet;
  });
}

const columnsOf = (block: PageBlock) => (block.kind === 'grid' ? block.columns : 1);

/** Characters; about 78 over the sheet, so that it fits a page. */
function widthsOf(blocks: PageBlock[], columns: number): number[] {
  const widest = blocks.filter((block) => block.kind === 'grid').find((grid) => grid.columns === columns);
  const weights = widest?.widths ?? [1];
  const total = weights.reduce((a, b) => a + b, 0);
  const room = Math.max(84, columns * 9);
  return weights.map((weight) => Math.max(6, Math.round((room * weight * 10) / total) / 10));
}

function placeBlock(sheet: PlacedSheet, given: PageBlock, style: SheetStyle): void {
  const top = sheet.rows;
  const block = given.kind === 'grid' && style.narrow === 'spread' ? spreadOver(sheet, given) : given;
  if (block.kind === 'grid') widenForNumbers(sheet, block);
  if (block.kind === 'paragraph') {
    const columnSpan = style.captions === 'merged' ? sheet.columns : 1;
    const align = block.role === 'title' ? undefined : ('left' as const);
    const cell = { text: block.text, bold: block.role === 'title', ...(align && { align }) };
    sheet.cells.push({
      row: top,
      column: 0,
      rowSpan: 1,
      columnSpan,
      cell,
      bordered: false,
      title: block.role === 'title',
    });
    sheet.heights.set(top, block.role === 'title' ? 30 : heightOf(block.text, columnSpan > 1 ? 90 : 1e9));
    sheet.rows++;
    return;
  }
  for (const cell of block.cells) {
    const { row, column, rowSpan, columnSpan } = cell;
    sheet.cells.push({ row: top + row, column, rowSpan, columnSpan, cell, bordered: true, title: false });
    if (rowSpan === 1) {
      const room = sheet.widths.slice(column, column + columnSpan).reduce((a, b) => a + b, 0);
      const height = heightOf(cell.text, room);
      sheet.heights.set(top + row, Math.max(sheet.heights.get(top + row) ?? 18, height));
    }
  }
  stretchTallLabels(sheet, block, top);
  sheet.rows += block.rows;
}

/** Puts the columns of a narrow grid on those of its sheet, each boundary on the nearest one. */
function spreadOver(sheet: PlacedSheet, grid: SpanGrid): SpanGrid {
  if (grid.columns >= sheet.columns) return grid;
  const total = grid.widths.reduce((a, b) => a + b, 0);
  const room = sheet.widths.reduce((a, b) => a + b, 0);
  const edges = [0];
  for (let column = 1; column < grid.columns; column++) {
    const wanted = (grid.widths.slice(0, column).reduce((a, b) => a + b, 0) / total) * room;
    let edge = edges.at(-1)! + 1;
    const last = sheet.columns - (grid.columns - column);
    while (edge < last && sheet.widths.slice(0, edge).reduce((a, b) => a + b, 0) < wanted) edge++;
    edges.push(edge);
  }
  edges.push(sheet.columns);
  return {
    ...grid,
    columns: sheet.columns,
    cells: grid.cells.map((cell) => ({
      ...cell,
      column: edges[cell.column]!,
      columnSpan: edges[cell.column + cell.columnSpan]! - edges[cell.column]!,
    })),
  };
}

/** A number never wraps: a column too narrow for it prints ###. */
function widenForNumbers(sheet: PlacedSheet, grid: SpanGrid): void {
  for (const { column, columnSpan, text, number } of grid.cells) {
    if (columnSpan > 1 || number === undefined) continue;
    sheet.widths[column] = Math.max(sheet.widths[column]!, text.length * 1.15 + 2);
  }
}

/** Rows grow until a label that runs down several of them fits. */
function stretchTallLabels(sheet: PlacedSheet, grid: SpanGrid, top: number): void {
  for (const { row, rowSpan, column, columnSpan, text, vertical } of grid.cells) {
    if (rowSpan === 1) continue;
    const room = sheet.widths.slice(column, column + columnSpan).reduce((a, b) => a + b, 0);
    const rows = Array.from({ length: rowSpan }, (_, i) => top + row + i);
    const have = rows.reduce((sum, r) => sum + (sheet.heights.get(r) ?? 18), 0);
    const lack = (vertical ? 8 + 15 * text.length : heightOf(text, room)) - have;
    if (lack > 0) for (const r of rows) sheet.heights.set(r, (sheet.heights.get(r) ?? 18) + lack / rowSpan);
  }
}

/** Points that a text needs in a column of `room` characters, a Chinese one counting two. */
function heightOf(text: string, room: number): number {
  const lines = text.split('\n').reduce((n, part) => {
    const size = [...part].reduce((m, sign) => m + (sign > '⺀' ? 2.1 : 1.1), 0);
    return n + Math.max(1, Math.ceil(size / Math.max(2, room - 1)));
  }, 0);
  return Math.max(18, 4 + 14.5 * lines);
}
