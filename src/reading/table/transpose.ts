import type { Cell, Grid } from '../../../schemas/index.ts';
import type { Strip } from '../form.ts';
import type { IndicatorRole } from '../lexicon/indicator-columns.ts';
import { indicatorRole } from './label.ts';
import { cellAt, cellOf, filledCells, labelOf, readyTable, rightOf, type Table } from './table.ts';

/** Fewest heads one below the other that make a table on its side: a level, its name and a value. */
const FEWEST_HEADS = 3;

/** How many rows from this one start with the head of an indicator column and answer beside it; 0 where that is no table. */
export function stackedRows(strip: Strip, row: number): number {
  const { table } = strip;
  const roles = new Set<IndicatorRole>();
  let end = row;
  for (; end < strip.end; end++) {
    const filled = filledCells(table, end);
    const first = filled[0];
    if (first === undefined || filled.length < 2 || cellOf(table, first).rowSpan > 1) break;
    const role = indicatorRole(labelOf(table, first));
    if (role === null || filled.slice(1).some((i) => indicatorRole(labelOf(table, i)) !== null)) break;
    roles.add(role);
  }
  const levels = roles.has('level3') || roles.has('level2') || roles.has('indicator');
  // 指标 | 决策 | 过程 | 产出 | 合计 over 分值 and 得分: what the parts of a report got.
  const scored = roles.has('weight') && roles.has('score') && (levels || roles.has('level1'));
  return end - row >= FEWEST_HEADS && (scored || (levels && roles.has('target'))) ? end - row : 0;
}

/** The rows in the order in which a table that stands upright has its columns: 指标名称 may stand above 一级指标. Rows that one cell covers stay where they are. */
function levelsFirst(table: Table, first: number, end: number): number[] {
  const rows = Array.from({ length: end - first }, (_, at) => first + at);
  if (rows.some((row) => filledCells(table, row).some((i) => cellOf(table, i).rowSpan > 1))) return rows;
  const rankOf = (row: number): number => {
    const role = indicatorRole(labelOf(table, filledCells(table, row)[0] as number));
    const rank = levels.indexOf(role);
    return rank === -1 ? levels.length : rank;
  };
  return rows.sort((a, b) => rankOf(a) - rankOf(b));
}

const levels: (IndicatorRole | null)[] = ['level1', 'level2', 'level3'];

/** The rows turned, so that their heads stand side by side; every cell keeps its place in the file. */
export function transposed(table: Table, first: number, end: number): Table {
  const { columns } = table.grid;
  const rows = end - first;
  const grid: Grid = { ...table.grid, rows: columns, columns: rows, cells: [] };
  const cover = new Int32Array(rows * columns);
  const rowStart = new Int32Array(columns + 1);
  const labels: Table['labels'] = [];
  const order = levelsFirst(table, first, end);
  for (let column = 0; column < columns; column++) {
    rowStart[column] = grid.cells.length;
    for (const [at, row] of order.entries()) {
      const cell = cellAt(table, row, column);
      const top = Math.max(cell.row, first);
      if (top !== row || cell.column !== column) continue;
      const turned: Cell = {
        ...cell,
        row: column,
        column: at,
        rowSpan: rightOf(cell) - column,
        columnSpan: Math.min(cell.row + cell.rowSpan, end) - top,
      };
      const index = grid.cells.push(turned) - 1;
      labels.push(labelOf(table, table.cover[row * columns + column] as number));
      for (let r = turned.row; r < turned.row + turned.rowSpan; r++) {
        cover.fill(index, r * rows + turned.column, r * rows + turned.column + turned.columnSpan);
      }
    }
  }
  rowStart[columns] = grid.cells.length;
  return readyTable({ grid, block: table.block, index: table.index, cover, rowStart, labels });
}
