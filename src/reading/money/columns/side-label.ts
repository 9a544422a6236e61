import { fieldRole } from '../../table/label.ts';
import {
  bottomOf,
  cellAt,
  cellIndexAt,
  cellOf,
  filledCells,
  labelAt,
  labelOf,
  type Table,
} from '../../table/table.ts';
import { headRole } from './money-heads.ts';

/** Deepest head that is read, in rows. */
export const deepestHead = 5;

/** A first cell that runs down beside the rows below its neighbours. */
export function sideOf(table: Table, row: number, filled: number[]): number | null {
  const [first, second] = filled;
  if (first === undefined || second === undefined) return null;
  const cell = cellOf(table, first);
  const deepest = Math.max(...filled.slice(1).map((i) => bottomOf(cellOf(table, i))));
  const runsDown = bottomOf(cell) > deepest && cell.rowSpan > 1;
  return runsDown && !isBodyHead(table, row, cell.column, deepest) && !headsFigures(table, first, deepest)
    ? first
    : null;
}

/** 资金规模（万元） beside 其中 over 中央 | 省级, 3,600 below the first: as deep as the heads beside it, and one of them. */
function headsFigures(table: Table, i: number, bottom: number): boolean {
  const cell = cellOf(table, i);
  const below = bottomOf(cell);
  if (below >= table.grid.rows || !labelAt(table, below, cell.column).figure) return false;
  for (let row = bottom; row < below; row++)
    if (filledCells(table, row).some((k) => labelOf(table, k).figure)) return false;
  return true;
}

/** A label left of the heads that began in a row above and runs down beside the rows below: 项目资金 beside 资金总额：3,600 first. */
export function sideAbove(table: Table, row: number, heads: readonly number[]): number | null {
  const first = heads[0] === undefined ? 0 : cellOf(table, heads[0]).column;
  if (first === 0) return null;
  const i = cellIndexAt(table, row, first - 1);
  const cell = cellOf(table, i);
  const deepest = Math.max(...heads.map((head) => bottomOf(cellOf(table, head))));
  const { figure, void: empty } = labelOf(table, i);
  return cell.row < row && bottomOf(cell) > deepest && !empty && !figure ? i : null;
}

/** 序号 or 项目 over two or three head rows runs down too, but only as far as the heads beside it. */
function isBodyHead(table: Table, row: number, column: number, bottom: number): boolean {
  const label = labelAt(table, row, column);
  const role = headRole(label);
  const cell = cellAt(table, row, column);
  if (cell.rowSpan > deepestHead) return false;
  if (
    fieldRole(label) !== 'project' &&
    role !== 'ordinal' &&
    role !== 'item' &&
    role !== 'project' &&
    role !== 'organisation' &&
    role !== 'code'
  )
    return false;
  for (let r = bottom; r < bottomOf(cell); r++) {
    for (const i of filledCells(table, r)) if (labelOf(table, i).figure) return false;
  }
  return true;
}

/** 总收入 | 其中： over 医疗收入 | 其他收入: what is of which stands below. */
export const partsBelow = (table: Table, i: number): boolean =>
  cellOf(table, i).columnSpan > 1 && /^其中[:：]?$/.test(labelOf(table, i).key);
