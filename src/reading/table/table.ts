import type { Cell, Grid, SourceDocument } from '../../../schemas/index.ts';
import { plainText } from '../../values/index.ts';
import type { IndicatorHeader } from '../indicators/columns/indicator-table.ts';
import type { MoneyHeader } from '../money/columns/money-table.ts';
import { withoutBlankEdges } from './blank-edges.ts';
import { withoutDeepHeads } from './deep-heads.ts';
import { withDigitColumns } from './digit-columns.ts';
import type { Label } from './label.ts';
import { labelReader } from './label.ts';
import { withoutRepeats } from './repeated-cells.ts';
import { withoutSpacers } from './spacer-columns.ts';
import { begunColumns, withoutSpannedColumns } from './spanned-columns.ts';
import { withoutSpannedRows } from './spanned-rows.ts';
import { withStackedFigures } from './stacked-figures.ts';
import { withStackedRows } from './stacked-rows.ts';
import { withoutMirror, withoutTurn } from './turned-forms.ts';
import { withMerges } from './unmerged.ts';
import { withoutWraps } from './wrapped-lists.ts';

/** A grid made ready for reading: every position leads to its cell, every cell to its label. */
export interface Table {
  grid: Grid;
  /** Index among the blocks, and among the grids, of the document. */
  block: number;
  index: number;
  /** rows × columns, row by row: index of the cell that covers the position. */
  cover: Int32Array;
  /** Index of the first cell that starts in each row; one entry more than rows. */
  rowStart: Int32Array;
  labels: Label[];
  /** Cells with a text that start in each row, found when first asked for. */
  filled: (number[] | undefined)[];
  /** 1 for every cell that a role has explained. */
  explained: Uint8Array;
  /** The heads that were looked for in each row: the parts, the projects and the regions of a form all ask for them. */
  indicatorHeads: (Sought<IndicatorHeader> | undefined)[];
  moneyHeads: (Sought<MoneyHeader> | undefined)[];
}

/** What was found in a row of the rows before the limit. */
export interface Sought<Header> {
  limit: number;
  header: Header | null;
}

/** The grids of a document as tables, by block index. */
export function tablesOf(source: SourceDocument): Map<number, Table> {
  const read = labelReader();
  const tables = new Map<number, Table>();
  const grids = source.blocks.flatMap((block) => (block.kind === 'grid' ? [block] : []));
  // Once for each width: a workbook may have a thousand sheets alike.
  const byWidth = new Map(
    [...Map.groupBy(grids, ({ columns }) => columns)].map(([columns, alike]) => [
      columns,
      { alone: alike.length < 2, begun: begunColumns(alike, columns) },
    ]),
  );
  source.blocks.forEach((block, index) => {
    if (block.kind !== 'grid') return;
    const { alone, begun } = byWidth.get(block.columns)!;
    const plain = withoutBlankEdges(withPlainTexts(block), alone);
    const narrow = withoutSpannedColumns(plain, alone ? begunColumns([plain], plain.columns) : begun);
    tables.set(index, tableOf(readyGrid(narrow), index, tables.size, read));
  });
  return tables;
}

/** The grid with every row and column as a reader sees it. */
const readyGrid = (grid: Grid): Grid =>
  [
    withoutTurn,
    withoutMirror,
    withoutSpannedRows,
    withoutSpacers,
    withoutRepeats,
    withMerges,
    withoutDeepHeads,
    withDigitColumns,
    withStackedRows,
    withStackedFigures,
    withoutWraps,
  ].reduce((ready, step) => step(ready), grid);

/** 当 年 金 额 is 当年金额 and 产出（５０分） 产出（50分）, whatever asks for it. */
function withPlainTexts(grid: Grid): Grid {
  const cells = grid.cells.map((cell) => {
    const text = plainText(cell.text);
    return text === cell.text ? cell : { ...cell, text };
  });
  return cells.every((cell, i) => cell === grid.cells[i]) ? grid : { ...grid, cells };
}

function tableOf(grid: Grid, block: number, index: number, read: (text: string) => Label): Table {
  const { rows, columns, cells } = grid;
  const cover = new Int32Array(rows * columns);
  const rowStart = new Int32Array(rows + 1).fill(-1);
  const labels: Label[] = new Array(cells.length);
  for (let i = 0; i < cells.length; i++) {
    const cell = cells[i] as Cell;
    labels[i] = read(cell.text);
    if (rowStart[cell.row] === -1) rowStart[cell.row] = i;
    if (cell.rowSpan === 1 && cell.columnSpan === 1) {
      cover[cell.row * columns + cell.column] = i;
      continue;
    }
    const right = Math.min(columns, cell.column + cell.columnSpan);
    const bottom = Math.min(rows, cell.row + cell.rowSpan);
    for (let row = cell.row; row < bottom; row++)
      cover.fill(i, row * columns + cell.column, row * columns + right);
  }
  rowStart[rows] = cells.length;
  for (let row = rows - 1; row >= 0; row--)
    if (rowStart[row] === -1) rowStart[row] = rowStart[row + 1] as number;
  return readyTable({ grid, block, index, cover, rowStart, labels });
}

/** A table of which nothing was asked yet. */
export function readyTable(
  laid: Pick<Table, 'grid' | 'block' | 'index' | 'cover' | 'rowStart' | 'labels'>,
): Table {
  const explained = new Uint8Array(laid.grid.cells.length);
  return { ...laid, filled: [], explained, indicatorHeads: [], moneyHeads: [] };
}

/** Index of the cell that covers the position. */
export function cellIndexAt(table: Table, row: number, column: number): number {
  return table.cover[row * table.grid.columns + column] as number;
}

export function cellAt(table: Table, row: number, column: number): Cell {
  return table.grid.cells[cellIndexAt(table, row, column)] as Cell;
}

export function labelAt(table: Table, row: number, column: number): Label {
  return table.labels[cellIndexAt(table, row, column)] as Label;
}

export function cellOf(table: Table, index: number): Cell {
  return table.grid.cells[index] as Cell;
}

export function labelOf(table: Table, index: number): Label {
  return table.labels[index] as Label;
}

/** Indexes of the cells that start in the row and hold a text, left to right. */
export function filledCells(table: Table, row: number): number[] {
  const known = table.filled[row];
  if (known) return known;
  const found: number[] = [];
  for (let i = table.rowStart[row] as number; i < (table.rowStart[row + 1] as number); i++) {
    if ((table.labels[i] as Label).key !== '') found.push(i);
  }
  table.filled[row] = found;
  return found;
}

/** The row after the last one that the cell covers. */
export function bottomOf(cell: Cell): number {
  return cell.row + cell.rowSpan;
}

/** The column after the last one that the cell covers. */
export function rightOf(cell: Cell): number {
  return cell.column + cell.columnSpan;
}

export function explain(table: Table, index: number): void {
  table.explained[index] = 1;
}
