import type { MoneyRole } from '../lexicon/money-columns.ts';
import type { MoneyHeader } from '../money/columns/money-table.ts';
import { moneyRole } from './label.ts';
import { bottomOf, cellIndexAt, cellOf, labelAt, labelOf, type Table } from './table.ts';

/** The heads above a column from the top; a blank right of a group that nobody merged belongs to the group. */
export function headPath(table: Table, header: MoneyHeader, column: number): number[] {
  const path: number[] = [];
  for (let row = header.first; row < header.end; row++) {
    let i = cellIndexAt(table, row, column);
    if (labelOf(table, i).key === '' && row + 1 < header.end) i = groupLeft(table, header, row, column) ?? i;
    const label = labelOf(table, i);
    // 得分（10分） runs down to the row of the sum, whose points stand below it.
    const ends = bottomOf(cellOf(table, i)) <= header.end || points.has(moneyRole(label));
    if (path.at(-1) !== i && label.key !== '' && ends) path.push(i);
  }
  return path;
}

const points = new Set<MoneyRole | null>(['score', 'weight']);

function groupLeft(table: Table, header: MoneyHeader, row: number, column: number): number | null {
  const below = (at: number): boolean =>
    labelAt(table, header.end - 1, at).key !== '' &&
    cellOf(table, cellIndexAt(table, header.end - 1, at)).row > row;
  if (!below(column)) return null;
  for (let left = column - 1; left >= header.left; left--) {
    const i = cellIndexAt(table, row, left);
    if (labelOf(table, i).key !== '') return below(left) ? i : null;
    if (!below(left)) return null;
  }
  return null;
}
