import type { Cell } from '../../../../schemas/index.ts';
import { fieldRole, fundingRole, indicatorRole, type Label, moneyRole } from '../../table/label.ts';
import { bottomOf, cellIndexAt, cellOf, labelAt, labelOf, type Table } from '../../table/table.ts';

/** What a head of another kind than an indicator's may say: a field, a source of funds, a stage of money. */
export const isLabel = (label: Label): boolean =>
  fieldRole(label) !== null || fundingRole(label) !== null || moneyRole(label) !== null;

/**
 * 项目名称 over two rows, 资金总额 over 年初预算 | 执行数 beside it: heads left of the row that run down to the end of the head with it, 单位名称 left of
 * them too.
 */
export function withHeadsAbove(
  table: Table,
  row: number,
  end: number,
  edge: number,
): { first: number; left: number } {
  let left = edge;
  let first = row;
  let leads = false;
  while (left > 0) {
    const i = cellIndexAt(table, row, left - 1);
    const cell = cellOf(table, i);
    if (cell.row >= row || bottomOf(cell) !== end || !isLabel(labelOf(table, i))) break;
    left = cell.column;
    first = Math.min(first, cell.row);
    leads ||= fieldRole(labelOf(table, i)) === 'project';
  }
  return leads ? { first, left } : { first: row, left: edge };
}

/** 名称 beside 分值 under 一级指标. */
export function isNameOfLevel(table: Table, i: number, head: Cell): boolean {
  const role = indicatorRole(labelAt(table, head.row, head.column)) ?? '';
  return nameAlone.test(labelOf(table, i).key) && head.columnSpan > 1 && /^(?:level\d|indicator)$/.test(role);
}

const nameAlone = /^(?:指标)?(?:名称|内容)$/;
