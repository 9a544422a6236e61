import type {
  Amount,
  Evidence,
  Filing,
  FindingKind,
  Hypothesis,
  Indicator,
  Message,
  Severity,
  TextRecord,
  Verdict,
} from '../../schemas/index.ts';
import type { Edit, Tolerance } from './edits/edit.ts';
import type { FactBook } from './facts/fact-book.ts';
import type { NotEvaluatedReason } from './not-evaluated.ts';
import type { Profile } from './profiles/profile.ts';
import type { SetIndex } from './set/set-index.ts';

/** A threshold of a rule: value, unit and why it is what it is. */
export interface Parameter {
  value: number;
  unit: string;
  reason: string;
}

/** The records of one filing and its facts. */
export interface FilingContext {
  filing: Filing;
  indicators: readonly Indicator[];
  amounts: readonly Amount[];
  texts: readonly TextRecord[];
  facts: FactBook;
  profile: Profile;
  /** The other filings of the same document, in reading order, itself included. */
  document: DocumentContext;
}

/** The filings of one document, and the texts that belong to none of them. */
export interface DocumentContext {
  documentId: string;
  filings: readonly FilingContext[];
  texts: readonly TextRecord[];
  facts: FactBook;
  profile: Profile;
}

/** Filings of many documents by what they are, for rules that compare them. */
export interface SetContext {
  index: SetIndex;
  profile: Profile;
}

/** A finding as a rule states it; id, rule, kind and document are filled in by the runner. */
export interface Draft {
  filingId: string | null;
  documentId: string;
  verdict: Exclude<Verdict, 'consistent'>;
  /** Where it is not the rule's own: `explained` is always `info`, `improbable` at most `warning`. */
  severity?: Severity;
  kind?: FindingKind;
  message: Message;
  evidence: Evidence[];
  /** Normalised keys of the operands: what the finding is about, whatever the layout. */
  operands: readonly string[];
  expected?: number | null;
  actual?: number | null;
  difference?: number | null;
  tolerance?: number | null;
  equation?: string | null;
  origin?: 'filing' | 'extraction' | 'undetermined';
  related?: Message[];
  hypotheses?: Hypothesis[];
}

/** What a rule found in its context. */
export type Outcome =
  | { type: 'edit'; edit: Edit }
  | { type: 'finding'; draft: Draft }
  /** Conditions that were evaluated and hold. */
  | { type: 'passed'; count: number; filingId: string | null }
  | { type: 'not_evaluated'; reason: NotEvaluatedReason; filingId: string | null };

interface RuleBase {
  /** Public and for ever: SUM-01. */
  id: string;
  kind: FindingKind;
  title: Message;
  /** What is checked and why, for a reader who meets the rule in a report. */
  explanation: Message;
  tolerance: Tolerance;
  /** Of a breach; a profile may change it. */
  severity: Severity;
  parameters: Readonly<Record<string, Parameter>>;
  /** A breach in one line, with invented figures. */
  example: Message;
  /** Its finding gives way to an equation that blames the same cell: one slip, one finding. */
  yields?: true;
}

export interface FilingRule extends RuleBase {
  scope: 'filing';
  /** It counts over all indicators: not to be told where rows of them were not read. */
  overAll?: true;
  check: (context: FilingContext) => Outcome[];
}

export interface DocumentRule extends RuleBase {
  scope: 'document';
  check: (context: DocumentContext) => Outcome[];
}

export interface SetRule extends RuleBase {
  scope: 'set';
  check: (context: SetContext) => Outcome[];
}

export type Rule = FilingRule | DocumentRule | SetRule;

export const edited = (edit: Edit): Outcome => ({ type: 'edit', edit });
export const found = (draft: Draft): Outcome => ({ type: 'finding', draft });
export const passed = (filingId: string | null, count = 1): Outcome => ({ type: 'passed', count, filingId });
export const notEvaluated = (filingId: string | null, reason: NotEvaluatedReason): Outcome => ({
  type: 'not_evaluated',
  reason,
  filingId,
});
