import type { RowName } from '../money-row.ts';
import { fitsSome, range, sumsOf } from './nesting.ts';
import type { Drafts } from './of-which.ts';
import { depthOf } from './outline.ts';
import type { OutlinePlace } from './outline-row.ts';

/**
 * 总计 over its lines, and below them 本年收入合计, 上年结转 and 收入总计: the total at the head is the one at the foot, printed twice, and the
 * lines are those of the sum in between. Changes the places of the rows where the figures say so: the first total is the last and not the
 * sum in between, or the lines make up this and not the first.
 */
export function totalTwice(rows: readonly RowName[], places: OutlinePlace[], drafts: Drafts): void {
  if (rows[0]?.total !== true || rows[0].mark !== null) return;
  const own = partsOf(places, 0);
  const between = places[0]?.parent ?? null;
  const foot = between === null ? null : (places[between]?.parent ?? null);
  if (between === null || foot === null || own.length === 0) return;
  if (!rows[between]?.total || !rows[foot]?.total || partsOf(places, between).length > 1) return;
  if (partsOf(places, foot).length < 2) return;
  const lines = sumsOf(drafts, [between, ...own]);
  const isFoot = isAlike(drafts, 0, foot) && !isAlike(drafts, 0, between);
  const isBetween = lines !== null && fitsSome(lines, 0, range(1, lines.length));
  const all = sumsOf(drafts, [0, ...own]);
  if (!isFoot && !(isBetween && !(all !== null && fitsSome(all, 0, range(1, all.length))))) return;
  for (const at of own) places[at] = { parent: between, depth: 0 };
  places[0] = { parent: null, depth: 0 };
  const parents = places.map(({ parent }) => parent);
  for (const [at, parent] of parents.entries()) places[at] = { parent, depth: depthOf(parents, parent) };
}

const partsOf = (places: readonly OutlinePlace[], whole: number): number[] =>
  places.flatMap(({ parent }, at) => (parent === whole ? [at] : []));

/** Whether two rows print the same sum, not 0, in a column. */
function isAlike(drafts: Drafts, one: number, other: number): boolean {
  const [first = [], second = []] = sumsOf(drafts, [one, other]) ?? [];
  return first.some((value, column) => value !== 0 && value === second[column]);
}
