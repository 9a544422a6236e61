import type { Measure } from '../../../../schemas/index.ts';
import type { RowName } from '../money-row.ts';
import type { Drafts } from './of-which.ts';
import { depthOf } from './outline.ts';
import type { OutlinePlace } from './outline-row.ts';

/** What a row may print beside its counts and is still no sum of money. */
const beside: ReadonlySet<Measure> = new Set<Measure>(['count', 'rate', 'adjustment', 'prior', 'balance']);

/**
 * 国内公务接待批次（批） below 三、培训费: what is counted is no part of a sum of money, unless 其中 says so or a mark ranks it. Changes the
 * places of such rows: they are parts of what the sum itself is part of, where that is counted too.
 */
export function partCounts(rows: readonly RowName[], places: OutlinePlace[], drafts: Drafts): void {
  const above = places.map(({ parent }) => parent);
  // 参保人数 | 基金收入: a row that counts in one column and prints money in the others is of both.
  const counts = (at: number): boolean => {
    const measures = [...(drafts[at] ?? [])].map(([, { record }]) => record.measure);
    return measures.includes('count') && measures.every((measure) => beside.has(measure));
  };
  const sums = (at: number): boolean => (drafts[at]?.size ?? 0) > 0 && !counts(at);
  let changed = false;
  for (const [at, row] of rows.entries()) {
    if (row.mark !== null || row.ofWhich || row.indent > 0 || !counts(at)) continue;
    let whole = above[at] ?? null;
    while (whole !== null && sums(whole)) whole = above[whole] ?? null;
    changed ||= whole !== above[at];
    above[at] = whole;
  }
  if (changed)
    for (const [at, parent] of above.entries()) places[at] = { parent, depth: depthOf(above, parent) };
}
