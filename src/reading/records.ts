import type { Amount, Indicator } from '../../schemas/index.ts';
import type { IndicatorDraft } from './indicators.ts';
import type { AmountDraft } from './money.ts';

/** Whose records they are. */
export interface Owner {
  documentId: string;
  filingId: string;
  year: number | null;
}

export function indicatorRecords(drafts: readonly IndicatorDraft[], owner: Owner): Indicator[] {
  return drafts.map((draft, ordinal) => ({
    indicator_id: `${owner.filingId}:i${ordinal}`,
    filing_id: owner.filingId,
    document_id: owner.documentId,
    ordinal,
    ...draft,
  }));
}

/** Gives amounts their ids and years: the printed one, else the filing's with the offset of the head; none for a total budget. */
export function amountRecords(drafts: readonly AmountDraft[], owner: Owner): Amount[] {
  const ids = new Map(drafts.map((draft, ordinal) => [draft, `${owner.filingId}:a${ordinal}`]));
  return drafts.map((draft, ordinal) => {
    const { whole, yearPrinted, yearOffset, ...rest } = draft;
    return {
      amount_id: `${owner.filingId}:a${ordinal}`,
      filing_id: owner.filingId,
      document_id: owner.documentId,
      ordinal,
      ...rest,
      parent_id: whole ? (ids.get(whole) ?? null) : null,
      year: yearOf(draft, yearPrinted, yearOffset, owner.year),
    };
  });
}

function yearOf(
  draft: AmountDraft,
  printed: number | null,
  offset: number | null,
  year: number | null,
): number | null {
  if (draft.measure === 'total_budget') return null;
  if (printed !== null) return printed;
  if (year === null) return null;
  if (offset !== null) return year + offset;
  return draft.measure === 'prior' ? year - 1 : year;
}
