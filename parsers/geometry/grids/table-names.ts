import type { LogicalGrid } from '../joins/logical-grid.ts';
import type { Segment } from '../texts/segments.ts';
import type { PageGrid } from './page-grid.ts';

/** 部门整体支出绩效自评表, 项目支出绩效目标表（2025年度） */
const nameOfTable = /^[^：:，。；、\d][^：:，。；]{4,40}表(?:[（(][^（()）]{1,16}[）)])?$/;

/** The name of a table stands this near to its middle, as a share of its width. */
const middleDrift = 0.04;

/** Whether a piece that stands alone on its line, in the middle of x0 to x1, is the name of a form that begins below it, however small it is set. */
export function namesTable({ box, text }: Segment, x0: number, x1: number): boolean {
  const off = Math.abs(box.x0 + box.x1 - x0 - x1) / 2;
  return off < middleDrift * (x1 - x0) && nameOfTable.test(bare(text));
}

/**
 * Whether the first row of a part of a table is the name of another form, in a cell over all columns with rows below it: it goes on no
 * table before it, unless that begins with the same name, as whoever prints repeats it on every page.
 */
export function beginsForm(before: LogicalGrid, { cells, xs, ys }: PageGrid): boolean {
  const name = cells.find(({ row, columnSpan }) => row === 0 && columnSpan === xs.length - 1);
  if (name === undefined || ys.length < 3 || xs.length < 3) return false;
  const text = bare(name.text);
  return nameOfTable.test(text) && !before.cells.some((cell) => bare(cell.text) === text);
}

const bare = (text: string): string => text.replace(/\s/g, '');
