import type { AmountDraft } from '../money.ts';
import type { RowName } from '../money-row.ts';
import type { OutlinePlace } from './outline-row.ts';

/** 3.市级专项资金（一个专项一行） without a figure over （1）就业补助资金: what stands below such a heading is part of the sum above it. */
export function summedAbove(
  group: readonly RowName[],
  places: readonly OutlinePlace[],
  drafts: readonly ReadonlyMap<number, AmountDraft>[],
  parent: number | null,
): number | null {
  let at = parent;
  while (at !== null && drafts[at]?.size === 0 && !group[at]?.ofWhich) {
    const above: number | null = places[at]?.parent ?? null;
    if (above === null) break;
    at = above;
  }
  return at;
}
