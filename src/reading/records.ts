import type { Amount } from '../../schemas/index.ts';
import type { AmountDraft } from './money.ts';

/** Whose records they are. */
export interface Owner {
  documentId: string;
  filingId: string;
  year: number | null;
}

/** Gives amounts their ids and years: the printed one, else the filing's with the offset of the head; none for a total budget. */
export function amountRecords(drafts: readonly AmountDraft[], owner: Owner): Amount[] {
  drafts.forEach(({ record }, ordinal) => {
    record.amount_id = `${owner.filingId}:a${ordinal}`;
    record.filing_id = owner.filingId;
    record.document_id = owner.documentId;
    record.ordinal = ordinal;
  });
  for (const draft of drafts) {
    draft.record.parent_id = draft.whole?.record.amount_id ?? null;
    draft.record.year = yearOf(draft, owner.year);
  }
  return drafts.map((draft) => draft.record);
}

function yearOf(draft: AmountDraft, year: number | null): number | null {
  const { measure } = draft.record;
  if (measure === 'total_budget') return null;
  if (draft.yearPrinted !== null) return draft.yearPrinted;
  if (year === null) return null;
  if (draft.yearOffset !== null) return year + draft.yearOffset;
  return measure === 'prior' ? year - 1 : year;
}
