import type { Location } from '../../../schemas/index.ts';
import type { MoneyRegion } from '../form.ts';
import type { AmountDraft } from './money.ts';

/** A part whose whole has no figure in its own half, and the cell that names the whole. */
export interface OpenPart {
  draft: AmountDraft;
  named: Location | null;
  /** The columns of its own half. */
  beside: readonly number[];
}

/** 公用经费合计 in one cell over two halves prints its figure in the second: what the first half has under that name is part of it too. */
export function joinHalves(open: readonly OpenPart[], drafts: readonly AmountDraft[]): void {
  if (open.length === 0) return;
  const byName = Map.groupBy(drafts, ({ record }) => record.source.item);
  for (const { beside, draft, named } of open) {
    if (named === null) continue;
    const wholes = (byName.get(named) ?? []).filter(
      ({ record, yearPrinted }) =>
        !beside.includes(record.source.value?.column ?? -1) &&
        record.measure === draft.record.measure &&
        yearPrinted === draft.yearPrinted,
    );
    if (wholes.length === 1) draft.whole = wholes[0] as AmountDraft;
  }
}

/** 其中： beside rows of their own: each figure is part of the one above it in its column, where that is one. */
export function joinBelow(
  region: MoneyRegion,
  before: readonly AmountDraft[],
  drafts: readonly AmountDraft[],
): void {
  if (!/^其中/.test(region.side) && !region.corner) return;
  for (const draft of drafts) {
    const { column_label: column, measure } = draft.record;
    const above = before.filter(({ record }) => record.measure === measure && record.column_label === column);
    const [whole] = above;
    if (draft.whole !== null || whole === undefined || above.length > 1) continue;
    draft.whole = whole;
    Object.assign(draft.record, { parent: whole.record.item, role: 'part', depth: whole.record.depth + 1 });
  }
}
