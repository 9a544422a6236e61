import type { RowName } from '../row-name.ts';
import type { Drafts } from './of-which.ts';
import { depthOf, type OutlinePlace } from './outline.ts';

/**
 * 国内公务接待批次（批） below 三、培训费: what is counted is no part of a sum of money, unless 其中 says so or a mark ranks it. Changes the
 * places of such rows: they are parts of what the sum itself is part of, where that is counted too.
 */
export function partCounts(rows: readonly RowName[], places: OutlinePlace[], drafts: Drafts): void {
  const above = places.map(({ parent }) => parent);
  const counts = (at: number): boolean =>
    [...(drafts[at] ?? [])].some(([, { record }]) => record.measure === 'count');
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
