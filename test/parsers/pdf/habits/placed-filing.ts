import type { Line, Section, SpanCell, SpanGrid } from '../../../../scripts/generate/page.ts';
import { advance } from '../text-writers.ts';

/** A line of text with its base line at (x, y), in points from the top left of its page. */
export interface PlacedText {
  text: string;
  x: number;
  y: number;
  size: number;
  /** Whether the text ends with this line. */
  ends: boolean;
}

/** What of a cell stands on one page: edges in points from the top left. */
export interface PlacedCell {
  x0: number;
  y0: number;
  x1: number;
  y1: number;
  lines: PlacedText[];
}

export interface PlacedPage {
  width: number;
  height: number;
  /** Tables, each with its cells. */
  grids: PlacedCell[][];
  texts: PlacedText[];
}

export interface PageSetup {
  /** Points. */
  size: number;
  margin: number;
  landscape: boolean;
  /** Rows of the header again on every page, as a workbook's print titles. */
  printTitles: boolean;
}

export const widthOf = (text: string): number =>
  Array.from(text).reduce((sum, character) => sum + advance(character), 0);

const leading = 1.35;
const inset = 2;

/** Lays filings out as a workbook is printed: whole rows, a new page where the next one does not fit. */
export function placeFiling(sections: readonly Section[], setup: PageSetup): PlacedPage[] {
  return sections.flatMap((section) => placeSection(section, setup));
}

function placeSection({ blocks, landscape }: Section, setup: PageSetup): PlacedPage[] {
  const [width, height] = landscape || setup.landscape ? [842, 595] : [595, 842];
  const pages: PlacedPage[] = [];
  let y = Infinity;
  const turn = (): PlacedPage => {
    pages.push({ width, height, grids: [], texts: [] });
    y = setup.margin;
    return pages.at(-1)!;
  };
  const bottom = height - setup.margin;
  let page = turn();
  blocks.forEach((block, i) => {
    if (block.kind === 'paragraph') {
      const lines = wrapped(block.text, width - 2 * setup.margin, sizeOf(block, setup));
      if (y + lines.length * sizeOf(block, setup) * leading > bottom) page = turn();
      for (const line of lines) {
        const size = sizeOf(block, setup);
        y += size * leading;
        const free = width - 2 * setup.margin - widthOf(line) * size;
        page.texts.push({
          text: line,
          x: setup.margin + (block.role === 'title' ? free / 2 : 0),
          y: y - 0.3 * size,
          size,
          ends: line === lines.at(-1),
        });
      }
      y += 4;
      return;
    }
    if (blocks[i - 1]?.kind === 'grid') y += setup.size * leading;
    const rows = rowHeights(block, setup, width);
    let from = 0;
    while (from < block.rows) {
      const titles = from > 0 && setup.printTitles ? block.headerRows : 0;
      const head = sum(rows.slice(0, titles));
      let to = from;
      let used = head;
      while (to < block.rows && y + used + rows[to]! <= bottom) used += rows[to++]!;
      if (to === from) {
        if (y === setup.margin) throw new RangeError('a row higher than the page');
        page = turn();
        continue;
      }
      page.grids.push(placeRows(block, rows, { from, to, titles, top: y }, setup, width));
      y += used + 3;
      from = to;
      if (from < block.rows) page = turn();
    }
  });
  return pages;
}

const sum = (list: readonly number[]): number => list.reduce((a, b) => a + b, 0);
const sizeOf = ({ role }: Line, { size }: PageSetup): number => (role === 'title' ? size + 4 : size);

function columnLines({ widths }: SpanGrid, { margin }: PageSetup, width: number): number[] {
  const unit = (width - 2 * margin) / sum(widths);
  return [0, ...widths.map((_, i) => sum(widths.slice(0, i + 1)))].map((x) => margin + x * unit);
}

function rowHeights(grid: SpanGrid, setup: PageSetup, width: number): number[] {
  const xs = columnLines(grid, setup, width);
  const heights: number[] = new Array(grid.rows).fill(setup.size * leading + 6);
  for (const cell of [...grid.cells].sort((a, b) => a.rowSpan - b.rowSpan)) {
    const lines = linesOf(cell, xs, setup).length;
    const last = cell.row + cell.rowSpan - 1;
    const missing = lines * setup.size * leading + 6 - sum(heights.slice(cell.row, last + 1));
    if (missing > 0) heights[last] = heights[last]! + missing;
  }
  return heights;
}

function linesOf(cell: SpanCell, xs: readonly number[], { size }: PageSetup): string[] {
  if (cell.text === '') return [];
  if (cell.vertical) return Array.from(cell.text.replace(/\s/g, ''));
  return wrapped(cell.text, xs[cell.column + cell.columnSpan]! - xs[cell.column]! - 2 * inset, size);
}

/** Chinese breaks anywhere, words and figures where they are longer than the line. */
function wrapped(text: string, room: number, size: number): string[] {
  const longest = Math.max(2, room / size);
  return text.split('\n').flatMap((paragraph) => {
    const lines = [''];
    for (const word of paragraph.match(/[!-~]+|./gu) ?? []) {
      const pieces = widthOf(word) > longest ? Array.from(word) : [word];
      for (const piece of pieces)
        if (widthOf(lines.at(-1)! + piece) > longest && lines.at(-1) !== '') lines.push(piece);
        else lines[lines.length - 1] += piece;
    }
    return lines;
  });
}

interface Stretch {
  from: number;
  to: number;
  titles: number;
  top: number;
}

/** The rows of a page; of a cell that goes on, the text stands where most of it is, as far as it has room there. */
function placeRows(
  grid: SpanGrid,
  rows: readonly number[],
  { from, to, titles, top }: Stretch,
  setup: PageSetup,
  width: number,
): PlacedCell[] {
  const xs = columnLines(grid, setup, width);
  const placed = (cell: SpanCell, first: number, end: number, y: number): PlacedCell => {
    const x0 = xs[cell.column]!;
    const x1 = xs[cell.column + cell.columnSpan]!;
    const y0 = y + sum(rows.slice(first, Math.max(cell.row, first)));
    const y1 = y + sum(rows.slice(first, Math.min(cell.row + cell.rowSpan, end)));
    const step = setup.size * leading;
    const all = linesOf(cell, xs, setup);
    const fitting = Math.max(0, Math.floor((y1 - y0 - 4) / step));
    const before = linesBefore(cell, rows, first, all.length, step);
    const lines = all.slice(before, before + (cell.row + cell.rowSpan > end ? fitting : all.length));
    const up = (y0 + y1) / 2 - (lines.length * step) / 2;
    return {
      x0,
      y0,
      x1,
      y1,
      lines: lines.map((text, i) => {
        const free = x1 - x0 - widthOf(text) * setup.size;
        const x =
          cell.align === 'left'
            ? x0 + inset
            : cell.align === 'right'
              ? x1 - inset - widthOf(text) * setup.size
              : x0 + free / 2;
        return { text, x, y: up + i * step + setup.size, size: setup.size, ends: i === lines.length - 1 };
      }),
    };
  };
  const head = grid.cells.filter((cell) => cell.row < titles).map((cell) => placed(cell, 0, titles, top));
  const below = top + sum(rows.slice(0, titles));
  const body = grid.cells
    .filter((cell) => cell.row < to && cell.row + cell.rowSpan > from)
    .map((cell) => placed(cell, from, to, below));
  return [...head, ...body];
}

/** How many lines of a cell stood on the pages before; all where they had room there. */
function linesBefore(
  { row }: SpanCell,
  rows: readonly number[],
  first: number,
  all: number,
  step: number,
): number {
  if (row >= first) return 0;
  return Math.min(all, Math.max(0, Math.floor((sum(rows.slice(row, first)) - 4) / step)));
}
