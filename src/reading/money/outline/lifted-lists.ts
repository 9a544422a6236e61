import type { RowName } from '../row-name.ts';
import { fits, range, sumsOf } from './nested-lists.ts';
import type { Drafts } from './of-which.ts';
import { depthOf, type OutlinePlace } from './outline.ts';

/**
 * 转移性收入 over 上年结转 below 本年收入合计: elsewhere the first is the sum of what follows, here both are lines of 收入总计. Where the
 * parts of a line do not make it up, and the total above it is made up by its own lines and them, they are lines of that total. One
 * column that closes is enough: in another there may be a slip.
 */
export function liftLists(rows: readonly RowName[], places: OutlinePlace[], drafts: Drafts): void {
  const parts = Map.groupBy(places.keys(), (at) => places[at]?.parent ?? null);
  let changed = false;
  for (const [whole, { parent }] of places.entries()) {
    const own = parts.get(whole) ?? [];
    if (parent === null || own.length === 0 || !rows[parent]?.total || !own.every((at) => isPlain(rows[at])))
      continue;
    const beside = parts.get(parent) ?? [];
    if (addsUp(drafts, whole, own) || addsUp(drafts, parent, beside)) continue;
    if (!addsUpOnce(drafts, parent, [...beside, ...own])) continue;
    changed = true;
    for (const at of own) places[at] = { parent, depth: 0 };
  }
  if (!changed) return;
  const parents = places.map(({ parent }) => parent);
  for (const [at, parent] of parents.entries()) places[at] = { parent, depth: depthOf(parents, parent) };
}

/** Nothing printed says what the row is part of. */
function isPlain(row: RowName | undefined): boolean {
  return row !== undefined && row.mark === null && row.code === null && !row.ofWhich;
}

function addsUp(drafts: Drafts, whole: number, parts: readonly number[]): boolean {
  const sums = sumsOf(drafts, [whole, ...parts]);
  return sums !== null && fits(sums, 0, range(1, parts.length + 1));
}

/** In one column at least, to the last figure. */
function addsUpOnce(drafts: Drafts, whole: number, parts: readonly number[]): boolean {
  const sums = sumsOf(drafts, [whole, ...parts]) ?? [];
  return (sums[0] ?? []).some(
    (value, column) =>
      value !== 0 &&
      fits(
        sums.map((row) => [row[column] as number]),
        0,
        range(1, parts.length + 1),
      ),
  );
}
