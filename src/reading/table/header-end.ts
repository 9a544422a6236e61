import { bottomOf, cellOf, filledCells, labelOf, type Table } from './table.ts';

/** What tells where the head of a table ends. */
export interface HeadRows {
  /** The row after the last that may belong to the head. */
  limit: number;
  /** The cells of its first row. */
  heads: readonly number[];
  /** Deepest head that is read, in rows: a cell that spans more runs down beside the body. */
  deepest: number;
  /** Whether a row goes on with the head that starts at `first` and ends for now at `last`. */
  goesOn: (table: Table, row: number, last: number, first: number) => boolean;
}

/** The row after the head that starts in the row: below its deepest cell, and below the rows that go on with it. */
export function headerEnd(table: Table, row: number, { limit, heads, deepest, goesOn }: HeadRows): number {
  let end = row + 1;
  for (const cell of heads.map((i) => cellOf(table, i)))
    if (cell.rowSpan <= deepest) end = Math.max(end, bottomOf(cell));
  end = Math.min(beforeFigures(table, row, end), limit);
  for (let next = end; next < limit && next - row < deepest; next++) {
    if (filledCells(table, next).length === 0) continue;
    if (!goesOn(table, next, end - 1, row)) break;
    end = next + 1;
  }
  return end;
}

/** 得分（10分） down beside 上级补助 | 120 | 110: whatever runs on beside them, a name with its figures is no row of heads. */
function beforeFigures(table: Table, row: number, end: number): number {
  for (let next = row + 1; next < end; next++) {
    const [name, ...others] = filledCells(table, next);
    if (name === undefined || cellOf(table, name).row !== next || labelOf(table, name).figure) continue;
    const figures = others.filter((i) => labelOf(table, i).figure && !labelOf(table, i).bareYear);
    if (figures.length > 1 && figures.length * 2 > others.length) return next;
  }
  return end;
}
