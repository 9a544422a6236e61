import type { Amount, Indicator, Location } from '../../schemas/index.ts';
import type { AmountDraft } from './money/money.ts';

/** Whose records they are. */
export interface Owner {
  documentId: string;
  filingId: string;
  year: number | null;
}

/** An indicator of which nothing is known but whose it is. */
export function newIndicator(
  owner: Owner,
  ordinal: number,
  section: Indicator['section'],
  source: Record<string, Location>,
): Indicator {
  return {
    indicator_id: `${owner.filingId}:i${ordinal}`,
    filing_id: owner.filingId,
    document_id: owner.documentId,
    ordinal,
    section,
    goal: null,
    level1: null,
    level2: null,
    level3: null,
    level1_weight: null,
    level2_weight: null,
    target: null,
    actual: null,
    prior: [],
    weight: null,
    score: null,
    converted_score: null,
    description: null,
    basis: null,
    category: null,
    scoring_rule: null,
    evidence: null,
    deviation: null,
    remark: null,
    source,
    confidence: 1,
  };
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
