import type { LogicalCell } from './logical-grid.ts';

/** Columns of merged cells, by column and span: true where all of their labels span rows. */
export type MergedColumns = ReadonlyMap<string, boolean>;

export function columnKey({ column, columnSpan }: LogicalCell): string {
  return `${column} ${columnSpan}`;
}

/** A head and no other cell of one row may stand in a column whose labels all span rows, of which there are several. */
const fewestLabels = 3;

/** What begins a row of sums, in which only the figures are filled in. */
const sumLabel = /^(?:合计|总计|总分|总得分|小计)/;

/** The columns that hold merged cells, and no blank ones of a single row but for those at the seam and in rows of sums. */
export function mergedColumns(cells: readonly LogicalCell[], atSeam: readonly LogicalCell[]): MergedColumns {
  const columns = new Map<string, { merged: number; single: number; blank: boolean }>();
  const sums = new Set(cells.filter(isSumLabel).map(rowKey));
  for (const cell of [...cells, ...atSeam.filter(({ rowSpan }) => rowSpan > 1)]) {
    const key = columnKey(cell);
    const column = columns.get(key) ?? { merged: 0, single: 0, blank: false };
    if (cell.rowSpan > 1) column.merged++;
    else if (cell.text !== '') column.single++;
    else column.blank ||= !sums.has(rowKey(cell));
    columns.set(key, column);
  }
  const kept = [...columns].filter(([, { merged, blank }]) => merged > 0 && !blank);
  return new Map(kept.map(([key, { merged, single }]) => [key, merged >= fewestLabels && single <= 1]));
}

const isSumLabel = ({ column, text }: LogicalCell): boolean =>
  column === 0 && sumLabel.test(text.replace(/\s/g, ''));

const rowKey = ({ row, places }: LogicalCell): string => `${places[0]!.page} ${row}`;
