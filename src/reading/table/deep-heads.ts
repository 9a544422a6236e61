import type { Cell, Grid } from '../../../schemas/index.ts';
import { foldLabel } from '../../values/index.ts';

/** Heads of columns in which rows have a code or a number of their own. */
const ofCodes = /^(?:\S{0,12}(?:编码|代码|编号)|序号|类|款|项)$/;

/** What stands in such a column. */
const code = /^[0-9A-Z]{1,10}$/;

/** Rows below a head in which its first code stands: those of sums have none. */
const CODE_ROWS = 3;

/**
 * 科目编码 merged with the blanks below it, beside 栏次 | 1 | 2 or 合计 | 8,283, over 208 and 20805: as deep as a label beside these rows, and the head of
 * a column all the same. The same grid with such heads no deeper than what is a head beside them.
 */
export function withoutDeepHeads(grid: Grid): Grid {
  const deep = grid.cells.filter(
    ({ text, rowSpan, columnSpan }) =>
      rowSpan > 1 && columnSpan === 1 && text.length <= LONGEST && ofCodes.test(foldLabel(text)),
  );
  if (deep.length === 0) return grid;
  const rows = Map.groupBy(grid.cells, ({ row }) => row);
  const ends = new Map(
    deep.flatMap((head) => {
      const end = endOf(head, rows);
      return end === null ? [] : [[head, end] as const];
    }),
  );
  if (ends.size === 0) return grid;
  const cells = grid.cells.flatMap((cell) => {
    const end = ends.get(cell);
    if (end === undefined) return [cell];
    const blanks = Array.from(
      { length: cell.row + cell.rowSpan - end },
      (_, i): Cell => ({ ...cell, text: '', row: end + i, rowSpan: 1 }),
    );
    return [{ ...cell, rowSpan: end - cell.row }, ...blanks];
  });
  return { ...grid, cells: cells.sort((a, b) => a.row - b.row || a.column - b.column) };
}

const LONGEST = 24;

/** The first row beside a head of codes that names figures; null where there is none, or where no codes stand below the head. */
function endOf(head: Cell, rows: ReadonlyMap<number, readonly Cell[]>): number | null {
  const bottom = head.row + head.rowSpan;
  const below = Array.from({ length: CODE_ROWS }, (_, i) => rows.get(bottom + i) ?? [])
    .map((cells) => cells.find(({ column }) => column === head.column)?.text.trim() ?? '')
    .find((text) => text !== '');
  if (below === undefined || !code.test(below)) return null;
  for (let row = head.row + 1; row < bottom; row++) {
    const [name, ...others] = (rows.get(row) ?? []).filter(({ text }) => text.trim() !== '');
    const figures = others.filter(({ text }) => isFigure.test(text.trim()));
    if (name && !/\d/.test(name.text) && figures.length > 1 && figures.length * 2 > others.length) return row;
  }
  return null;
}

const isFigure = /^-?\d[\d,]*(?:\.\d+)?%?$/;
