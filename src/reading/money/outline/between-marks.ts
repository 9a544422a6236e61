import { headLine } from '../../lexicon/money-items.ts';
import type { OutlineRow } from './outline-row.ts';

/** A marked line and the lines without a mark below it. */
interface Open {
  mark: number;
  ordinal: number;
  below: number[];
}

/**
 * 1.业务专项 | 低保核查 | 机构补贴 | 2.运行专项 | 公墓维护: lines without a mark between two marks that count on from each other are parts
 * of the first, and those below the last mark too. Gives the mark that each such row stands under.
 */
export function linesUnderMarks(rows: readonly OutlineRow[]): ReadonlyMap<number, number> {
  const under = new Map<number, number>();
  let open: Open | null = null;
  let counted = false;
  const keep = ({ below, mark }: Open): void => {
    for (const row of below) under.set(row, mark);
  };
  for (const [at, row] of rows.entries()) {
    const { code, mark, ofWhich, ordinal = null } = row;
    if (mark !== null && ordinal !== null) {
      const goesOn: boolean = open?.mark === mark && open.ordinal + 1 === ordinal;
      if (goesOn && open !== null && open.below.length > 0) {
        keep(open);
        counted = true;
      } else if (!goesOn) counted = false;
      open = { mark, ordinal, below: [] };
    } else if (row.total || code !== null || ofWhich || headLine.test(row.name) || row.funding !== null) {
      if (open !== null && counted) keep(open);
      open = null;
      counted = false;
    } else open?.below.push(at);
  }
  if (open !== null && counted) keep(open);
  return under;
}
