import type { Segment } from './segments.ts';

/** 部门整体支出绩效自评表, 项目支出绩效目标表（2025年度） */
const nameOfTable = /^[^：:，。；、\d][^：:，。；]{4,40}表(?:[（(][^（()）]{1,16}[）)])?$/;

/** The name of a table stands this near to its middle, as a share of its width. */
const middleDrift = 0.04;

/** Whether a piece that stands alone on its line, in the middle of x0 to x1, is the name of a form that begins below it, however small it is set. */
export function namesTable({ box, text }: Segment, x0: number, x1: number): boolean {
  const off = Math.abs(box.x0 + box.x1 - x0 - x1) / 2;
  return off < middleDrift * (x1 - x0) && nameOfTable.test(text.replace(/\s/g, ''));
}
