import type { MoneyHeader } from '../money/columns/money-header.ts';
import { bottomOf, cellIndexAt, cellOf, labelAt, labelOf, type Table } from './table.ts';

/** The heads above a column from the top; a blank right of a group that nobody merged belongs to the group. */
export function headPath(table: Table, header: MoneyHeader, column: number): number[] {
  const path: number[] = [];
  for (let row = header.first; row < header.end; row++) {
    let i = cellIndexAt(table, row, column);
    if (labelOf(table, i).key === '' && row + 1 < header.end) i = groupLeft(table, header, row, column) ?? i;
    if (path.at(-1) !== i && labelOf(table, i).key !== '' && bottomOf(cellOf(table, i)) <= header.end)
      path.push(i);
  }
  return path;
}

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
