import type { CoverageRow } from '../../schemas/index.ts';
import type { Judgement } from './edits/judge.ts';
import type { NotEvaluatedReason } from './not-evaluated.ts';
import { entry } from './remembered.ts';

/** Counts what became of every edit and condition, per filing and rule. */
export interface Ledger {
  passed(filingId: string | null, rule: string, count: number): void;
  violated(filingId: string | null, rule: string): void;
  explained(filingId: string | null, rule: string): void;
  notEvaluated(filingId: string | null, rule: string, reason: NotEvaluatedReason): void;
  judged(judgement: Judgement): void;
  rows(): CoverageRow[];
}

/** What nearly all rows have in common: a list of some thousand forms has some hundred thousand rows. */
const noReasons: CoverageRow['reasons'] = Object.freeze({});

export function ledger(): Ledger {
  const made: CoverageRow[] = [];
  // By rule first: the form's id is one string of its records, the pair would be a new one each time.
  const byRule = new Map<string, Map<string | null, CoverageRow>>();
  let last: CoverageRow | null = null;
  const row = (filingId: string | null, rule: string): CoverageRow => {
    // What one rule says of one form comes together.
    if (last !== null && last.rule === rule && last.filing_id === filingId) return last;
    last = rowOf(filingId, rule);
    return last;
  };
  const rowOf = (filingId: string | null, rule: string): CoverageRow => {
    const rows = entry(byRule, rule, () => new Map<string | null, CoverageRow>());
    const kept = rows.get(filingId);
    if (kept !== undefined) return kept;
    const counts = { applicable: 0, consistent: 0, explained: 0, violated: 0, not_evaluated: 0 };
    const first: CoverageRow = { filing_id: filingId, rule, ...counts, reasons: noReasons };
    rows.set(filingId, first);
    made.push(first);
    return first;
  };
  const book: Ledger = {
    passed: (filingId, rule, count) => {
      const of = row(filingId, rule);
      of.applicable += count;
      of.consistent += count;
    },
    violated: (filingId, rule) => {
      const of = row(filingId, rule);
      of.applicable += 1;
      of.violated += 1;
    },
    explained: (filingId, rule) => {
      const of = row(filingId, rule);
      of.applicable += 1;
      of.explained += 1;
    },
    notEvaluated: (filingId, rule, reason) => {
      const of = row(filingId, rule);
      of.applicable += 1;
      of.not_evaluated += 1;
      if (of.reasons === noReasons) of.reasons = {};
      of.reasons[reason] = (of.reasons[reason] ?? 0) + 1;
    },
    judged: ({ edit, verdict, reason }) => {
      if (verdict === 'not_evaluated')
        book.notEvaluated(edit.filingId, edit.rule, reason ?? 'operand missing');
      else if (verdict === 'consistent') book.passed(edit.filingId, edit.rule, 1);
      else if (verdict === 'explained') book.explained(edit.filingId, edit.rule);
      else book.violated(edit.filingId, edit.rule);
    },
    rows: () => [...made],
  };
  return book;
}
