import type { RowName } from '../row-name.ts';
import { fitsSome, range, sumsOf } from './nesting.ts';
import type { Drafts } from './of-which.ts';
import { depthOf, type OutlinePlace } from './outline.ts';

/** Most lines at the top that are added up. */
const LONGEST = 60;

/**
 * 一、转移支付 over its lines, 二、税收返还 over its own, and 税收返还和转移支付 at their foot, which no word calls a sum: where the lines at the
 * top make it up, it is their whole and no part of the last of them. Changes the places of the rows.
 */
export function sumAtFoot(rows: readonly RowName[], places: OutlinePlace[], drafts: Drafts): void {
  const at = rows.length - 1;
  const row = rows[at];
  if (row === undefined || row.mark !== null || row.total || row.ofWhich || row.code !== null) return;
  const tops = places.flatMap(({ parent }, k) => (parent === null && k !== at ? [k] : []));
  if (tops.length < 2 || tops.length > LONGEST || tops.some((k) => rows[k]?.mark === null || rows[k]?.total))
    return;
  const sums = sumsOf(drafts, [at, ...tops]);
  if (sums === null || !fitsSome(sums, 0, range(1, tops.length + 1))) return;
  const parents = places.map(({ parent }) => parent);
  for (const k of tops) parents[k] = at;
  parents[at] = null;
  for (const [k, parent] of parents.entries()) places[k] = { parent, depth: depthOf(parents, parent) };
}
