import type { Cell, Grid } from '../../../schemas/index.ts';
import { foldLabel } from '../../values/index.ts';
import { isFigure } from './label.ts';

/** Fewest rows of a list that goes on in the columns beside it, its heads among them. */
const FEWEST_ROWS = 4;

/** A list in several runs of columns under the same heads: 单位 | 金额 | 单位 | 金额. */
interface Wrapped {
  /** The row of the heads, and the row after the last of the list. */
  head: number;
  end: number;
  /** Columns of one run. */
  width: number;
  /** Cells of the rows from the heads to the end, row by row. */
  rows: readonly (readonly Cell[])[];
}

/**
 * 单位 | 金额 | 单位 | 金额, read down the first columns and on at the top of the next, as in a newspaper: the runs become one list below
 * one another, so that 某市小计 at the foot of one has its parts at the head of the next. Cells keep their places in the file. The same
 * grid where the runs are no such list, or lists of their own.
 */
export function withoutWraps(grid: Grid): Grid {
  if (grid.columns < 4 || grid.rows < FEWEST_ROWS || !isOneAbove(grid)) return grid;
  const byRow = Map.groupBy(grid.cells, ({ row }) => row);
  const found = wrappedList(grid, byRow);
  if (found === null) return grid;
  const { head, width } = found;
  const cells: Cell[] = [];
  const across = (given: readonly Cell[], row: number): void => {
    const cell = given.find(({ text }) => text.trim() !== '') ?? given[0];
    if (cell) cells.push({ ...cell, row, column: 0, columnSpan: width });
  };
  for (let row = 0; row < head; row++) across(byRow.get(row) ?? [], row);
  let row = head;
  for (const line of linesOf(found)) {
    for (const [column, cell] of line.entries()) cells.push({ ...cell, row, column });
    row++;
  }
  for (let tail = found.end; tail < grid.rows; tail++) across(byRow.get(tail) ?? [], row++);
  const parts = grid.parts.map((part) => ({ ...part, endRow: row }));
  return { ...grid, rows: row, columns: width, cells, parts };
}

/** Whether no page end parts the rows: sheets that stand side by side hold the same ones. */
function isOneAbove({ parts }: Grid): boolean {
  return parts.every(
    ({ endRow, firstRow }) => firstRow === parts[0]?.firstRow && endRow === parts[0]?.endRow,
  );
}

/** The heads once, the rows of the first run, those of the second …; a sum of all at the foot of a run that is not the last stands behind them. */
function linesOf({ rows, width }: Wrapped): (readonly Cell[])[] {
  const runs = (rows[0]?.length ?? 0) / width;
  const lines = [(rows[0] as readonly Cell[]).slice(0, width)];
  const sums: (readonly Cell[])[] = [];
  for (let run = 0; run < runs; run++) {
    const own = rows
      .slice(1)
      .map((cells) => cells.slice(run * width, (run + 1) * width))
      .filter((cells) => cells.some(({ text }) => text.trim() !== ''));
    const last = own.at(-1);
    if (run + 1 < runs && own.length > 1 && last?.some(isGrand)) sums.push(own.pop() as readonly Cell[]);
    for (const line of own) lines.push(line);
  }
  return [...lines, ...sums];
}

function wrappedList(grid: Grid, byRow: ReadonlyMap<number, readonly Cell[]>): Wrapped | null {
  const isOne = (row: number): boolean =>
    (byRow.get(row) ?? []).filter(({ text }) => text.trim() !== '').length < 2 &&
    (byRow.get(row) ?? []).every(({ rowSpan }) => rowSpan === 1);
  const isPlain = (row: number): boolean =>
    byRow.get(row)?.length === grid.columns &&
    (byRow.get(row) ?? []).every(({ columnSpan, rowSpan }) => columnSpan === 1 && rowSpan === 1);
  let head = 0;
  while (head < grid.rows && isOne(head)) head++;
  let end = head;
  while (end < grid.rows && isPlain(end)) end++;
  if (end - head < FEWEST_ROWS) return null;
  for (let row = end; row < grid.rows; row++) if (!isOne(row)) return null;
  const rows = Array.from({ length: end - head }, (_, k) => byRow.get(head + k) as readonly Cell[]);
  const width = widthOf((rows[0] as readonly Cell[]).map(({ text }) => foldLabel(text)));
  const found = { head, end, width, rows };
  return width > 0 && isOneList(found) ? found : null;
}

/** After how many columns the heads come again, each under the same name; 0 where they do not. */
function widthOf(heads: readonly string[]): number {
  for (let width = 2; width * 2 <= heads.length; width++)
    if (heads.length % width === 0 && heads.every((head, i) => head !== '' && head === heads[i % width]))
      return new Set(heads).size === width ? width : 0;
  return 0;
}

/** Whether the runs are one list: their numbers go on, or a single sum is printed for all of them, or 小计 and no sum in each. */
function isOneList(found: Wrapped): boolean {
  const { rows, width } = found;
  const runs = Array.from({ length: (rows[0]?.length ?? 0) / width }, (_, run) =>
    rows.slice(1).map((cells) => cells.slice(run * width, (run + 1) * width)),
  );
  const texts = (run: readonly (readonly Cell[])[], column: number): string[] =>
    run.map((cells) => foldLabel(cells[column]?.text ?? '')).filter((text) => text !== '');
  const holdsFigures = runs.every(
    (run) => texts(run, width - 1).some(isFigure) || texts(run, 1).some(isFigure),
  );
  if (!holdsFigures) return false;
  if (runs.every((run, at) => at === 0 || countsOn(texts(runs[at - 1] ?? [], 0), texts(run, 0)))) return true;
  const names = runs.map((run) => texts(run, 0).filter((text) => !isFigure(text)));
  // 一、 once more at the head of the second run, or codes of a classification: lists of their own.
  if (names.some((own) => own.length === 0 || own.some((name) => listed.test(name)))) return false;
  const all = names.flat();
  const grand = all.filter((name) => grandTotal.test(name) && !subtotal.test(name)).length;
  return grand === 1 || (grand === 0 && all.some((name) => subtotal.test(name)));
}

/** 12 at the foot of a run, 13 at the head of the next. */
function countsOn(before: readonly string[], after: readonly string[]): boolean {
  const last = before.findLast((text) => /^\d{1,3}$/.test(text));
  return last !== undefined && after[0] === String(Number(last) + 1);
}

const subtotal = /小计$/;
const grandTotal = /(?:合计|总计|共计)$/;
const listed = /^(?:[一二三四五六七八九十]+、|[(（][一二三四五六七八九十]+[)）]|\d+[、.．]\D)/;
const isGrand = ({ text }: Cell): boolean => {
  const key = foldLabel(text);
  return grandTotal.test(key) && !subtotal.test(key);
};
