import type { Cell, Grid } from '../../../schemas/index.ts';
import type { Strip } from '../form.ts';
import type { IndicatorRole } from '../lexicon/indicator-columns.ts';
import { levelOfName } from '../lexicon/levels.ts';
import { indicatorRole, labelReader } from './label.ts';
import { cellAt, cellOf, filledCells, labelAt, labelOf, readyTable, rightOf, type Table } from './table.ts';

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
    if (end === row && namesParts(table, row)) {
      roles.add('level1');
      if (partsOf(table, row).every((i) => POINTS.test(labelOf(table, i).key))) roles.add('weight');
      continue;
    }
    if (first === undefined || filled.length < 2 || cellOf(table, first).rowSpan > 1) break;
    const role = indicatorRole(labelOf(table, first));
    if (role === null || filled.slice(1).some((i) => indicatorRole(labelOf(table, i)) !== null)) break;
    roles.add(role);
  }
  const levels = roles.has('level3') || roles.has('level2') || roles.has('indicator');
  // 指标 | 决策 | 过程 | 产出 | 合计 over 分值 and 得分: what the parts of a report got.
  const scored = roles.has('weight') && roles.has('score') && (levels || roles.has('level1'));
  const heads = Math.max(end - row, roles.size);
  return heads >= FEWEST_HEADS && (scored || (levels && roles.has('target'))) ? end - row : 0;
}

/** What stands before the parts of an evaluation that are no columns of a form: 项目 | 决策 | 过程 | 产出 | 效益. */
const CORNER = /^(?:|指标|一级指标|项目|内容|类别|名称|评价内容|评价项目|评价维度|维度|考核内容)$/;
const TOTAL = /^(?:合计|总计|总分|总得分|综合|综合得分)$/;
const FEWEST_PARTS = 3;

/** Whether the row has names of first levels beside a corner that says nothing of them, and totals alone besides. */
function namesParts(table: Table, row: number): boolean {
  const corner = cellAt(table, row, 0);
  if (corner.row !== row || corner.rowSpan > 1 || !CORNER.test(labelAt(table, row, 0).key)) return false;
  const beside = filledCells(table, row).filter((i) => cellOf(table, i).column > 0);
  const parts = partsOf(table, row);
  const totals = beside.filter((i) => TOTAL.test(bareName(table, i)));
  return parts.length >= FEWEST_PARTS && parts.length + totals.length === beside.length;
}

const partsOf = (table: Table, row: number): number[] =>
  filledCells(table, row).filter((i) => cellOf(table, i).column > 0 && levelOfName(bareName(table, i)) === 1);

/** 决策（16分）, 决策(16). */
const POINTS = /\(\d{1,3}(?:\.\d+)?分?\)$/;

const bareName = (table: Table, i: number): string => labelOf(table, i).key.replace(POINTS, '');

const LEVEL1 = labelReader()('一级指标');

/** The rows in the order in which a table that stands upright has its columns: 指标名称 may stand above 一级指标. Rows that one cell covers stay where they are. */
function levelsFirst(table: Table, first: number, end: number): number[] {
  const rows = Array.from({ length: end - first }, (_, at) => first + at);
  if (rows.some((row) => filledCells(table, row).some((i) => cellOf(table, i).rowSpan > 1))) return rows;
  const rankOf = (row: number): number => {
    const own = row === first && namesParts(table, row);
    const role = own ? 'level1' : indicatorRole(labelOf(table, filledCells(table, row)[0] as number));
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
  const parts = namesParts(table, first);
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
      const label = labelOf(table, table.cover[row * columns + column] as number);
      labels.push(parts && row === first && column === 0 ? LEVEL1 : label);
      for (let r = turned.row; r < turned.row + turned.rowSpan; r++) {
        cover.fill(index, r * rows + turned.column, r * rows + turned.column + turned.columnSpan);
      }
    }
  }
  rowStart[columns] = grid.cells.length;
  return readyTable({ grid, block: table.block, index: table.index, cover, rowStart, labels });
}
