import {
  bottomOf,
  cellAt,
  cellOf,
  filledCells,
  labelAt,
  labelOf,
  rightOf,
  type Table,
} from '../../table/table.ts';
import { findMoneyHeader } from './money-header.ts';
import type { MoneyHeader } from './money-table.ts';

/** 2029年及以前 | 2030年 | 2031年及以后 behind a blank corner, between the rows: heads of those that follow, and of none above. */
export function headsYears(table: Table, header: MoneyHeader, row: number): boolean {
  const heads = filledCells(table, row);
  if (heads.length < FEWEST_YEARS || cellOf(table, heads[0] as number).column <= header.left) return false;
  if (!heads.every((i) => isYear(labelOf(table, i).key)) || sameHeads(table, row, header)) return false;
  return findMoneyHeader(table, row, header.sideEnd) !== null;
}

/** 项目总收益 | 68.4898 merged over the columns of 2029年 | 2030年 | 2031年: a field below the table, and of none of the years. */
export function spansYears(table: Table, header: MoneyHeader, row: number): boolean {
  // The heads of a table that goes on stand on another page.
  if (header.end === 0) return false;
  const [name, figure, ...others] = filledCells(table, row);
  if (name === undefined || figure === undefined || others.length > 0) return false;
  const cell = cellOf(table, figure);
  if (cell.row !== row || bottomOf(cell) > row + 1 || !labelOf(table, figure).figure) return false;
  if (cellOf(table, name).column > header.left) return false;
  let years = 0;
  for (let column = cell.column; column < rightOf(cell); column++) {
    const head = cellAt(table, header.end - 1, column);
    if (head.column === column && isYear(labelAt(table, header.end - 1, column).key)) years++;
  }
  return years >= FEWEST_YEARS;
}

const FEWEST_YEARS = 3;
const isYear = (key: string): boolean =>
  /^(?:19|20)\d\d年?度?(?:及?[以之][前后](?:年度?)?)?$|^(?:合计|小计|总计)$/.test(key);

/** Whether a row repeats one of the rows of the heads, as they do on every page. */
export function sameHeads(table: Table, row: number, header: MoneyHeader): boolean {
  const own = filledCells(table, row);
  for (let head = header.first; head < Math.max(header.end, header.first + 1); head++) {
    const repeats = own.every((i) => {
      const { key, void: blank } = labelOf(table, i);
      return blank || labelAt(table, head, cellOf(table, i).column).key === key;
    });
    if (repeats) return true;
  }
  return false;
}
