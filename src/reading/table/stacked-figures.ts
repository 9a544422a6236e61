import type { Cell, Grid } from '../../../schemas/index.ts';
import { parted, type Stack } from './stacked-rows.ts';

/** Fewest columns of figures with as many lines, that show that each line is a row. */
const FEWEST_COLUMNS = 2;

const figure = /^[-−(]?\d[\d,]*(?:\.\d+)?%?\)?$/;
const blank = /^[-—–/]?$/;
const name = /\p{Script=Han}{2}/u;
const total = /(?:合计|总计)$/;

/**
 * 教育支出⏎普通教育 | 80.00⏎80.00 | 50.00⏎50.00: rows that were typed into one, a line each in every cell, as columns of a sheet that are pasted into
 * a table, become rows of their own. The same grid where there are none, and where a page wraps its lines.
 */
export function withStackedFigures(grid: Grid): Grid {
  if (grid.method !== 'native') return grid;
  const rows = new Set(grid.cells.flatMap((cell) => (isStack(linesOf(cell)) ? [cell.row] : [])));
  if (rows.size === 0) return grid;
  const byRow = Map.groupBy(
    grid.cells.filter(({ row }) => rows.has(row)),
    ({ row }) => row,
  );
  const stacks = [...byRow.values()].flatMap(stackOf);
  return stacks.length === 0 ? grid : parted(grid, stacks);
}

/** 合　计 as 合计. */
const joint = (line: string): string => line.replace(/\s/g, '');

const linesOf = ({ text }: Cell): string[] =>
  text.includes('\n') ? text.split('\n').map((line) => line.trim()) : [text.trim()];

function isStack(lines: readonly string[]): boolean {
  if (lines.length < 2 || !lines.every((line) => figure.test(line) || blank.test(line))) return false;
  return lines.filter((line) => figure.test(line)).length * 2 > lines.length;
}

/** The row as its lines; none where its cells do not agree on how many they are. */
function stackOf(cells: readonly Cell[]): Stack[] {
  const all = cells.map((cell) => [cell, linesOf(cell)] as const);
  const figures = all.filter(([{ rowSpan }, lines]) => rowSpan === 1 && isStack(lines));
  const count = Math.max(0, ...figures.map(([, { length }]) => length));
  if (figures.filter(([, { length }]) => length === count).length < FEWEST_COLUMNS) return [];
  const names = all.find(
    ([, lines]) => lines.length === count && lines.every((line) => name.test(joint(line))),
  );
  if (names === undefined) return [];
  // Rows of one name in one cell could not be told from each other.
  if (new Set(names[1].map(joint)).size < count) return [];
  // 合计 has no code: the blank line at the end of the column of codes is not kept.
  const isOfTotal = total.test(joint(names[1].at(-1) ?? ''));
  const whole = (lines: readonly string[]): readonly string[] =>
    isOfTotal && lines.length === count - 1 && lines.every((line) => /^\d{3,}$/.test(line))
      ? [...lines, '']
      : lines;
  const own = all.map(([cell, lines]) => [cell, whole(lines)] as const);
  if (own.some(([{ rowSpan }, lines]) => lines.length > 1 && (lines.length !== count || rowSpan > 1)))
    return [];
  const stacked = own.filter(([, { length }]) => length === count);
  return [{ row: names[0].row, lines: count, parted: new Map(stacked) }];
}
