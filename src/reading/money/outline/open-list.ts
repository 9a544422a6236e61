import { headLine } from '../../lexicon/money-items.ts';
import type { OutlineRow } from './outline-row.ts';

/**
 * Width of 其中： in half-width characters: a line right of it and no further than that stands left of or under the first part's name,
 * and is its sibling. A blank more is no care.
 */
const OF_WHICH = 6 + 1;

/** A list that 其中 opened. */
export interface Parts {
  rank: number;
  /** Of the line with 其中. */
  indent: number;
  unit: string | null;
  /** 一、基本支出 over 其中：人员经费: until the next mark the sources and uses of funds are parts of the marked line too. */
  underMark: boolean;
  /** 其中：基本支出 before 项目支出: lines that head their tables are parts like the first of them. */
  headLines: boolean;
  /** 公务用车 over 其中：购置: 公务接待 and 因公出国 are its siblings in any list of the three. */
  ofVehicles: boolean;
}

/** Whether a line goes on in the list that 其中 opened. */
export function goesOnIn(
  { headLines, indent, ofVehicles, underMark, unit }: Parts,
  row: OutlineRow,
  indented: boolean,
): boolean {
  return (
    row.mark === null &&
    (row.funding === null || underMark) &&
    row.unit === unit &&
    (!indented || (row.indent > indent && row.indent <= indent + OF_WHICH)) &&
    (headLines || (indented && row.indent > indent) || !headLine.test(row.name)) &&
    !(ofVehicles && besideVehicles.test(row.name))
  );
}

export const isVehicles = (row: OutlineRow | undefined): boolean => /公务用车/.test(row?.name ?? '');
const besideVehicles = /^(?:公务接待|因公出国)/;
