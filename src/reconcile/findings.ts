import type { Evidence, Finding, FindingKind, Message, Severity } from '../../schemas/index.ts';
import { type Term, termsOf } from './edits/edit.ts';
import { equationOf, sentence, termsPlaces } from './edits/equation.ts';
import type { Judgement } from './edits/judge.ts';
import { type Exact, roundTo, toNumber } from './facts/exact.ts';
import type { Fact } from './facts/fact.ts';
import { familyOf, findingId } from './keys.ts';
import { namedApart } from './named-apart.ts';
import { requoted } from './quotes.ts';
import type { Draft, Rule } from './rule.ts';

/** A fact as a reader meets it: label and print, the printed number, the cell. */
export function evidenceOf(fact: Fact, role: string): Evidence {
  return {
    role,
    text: `${fact.label} ${fact.text}`.trim(),
    value: fact.printed,
    source: fact.source,
    document_id: null,
  };
}

/**
 * From here on a figure is as sure as print: both readers of a scan agreed on it, or an equation settled it. The figures of an
 * equation that does not hold were looked at once more before.
 */
const asPrinted = 0.95;
const of = (value: Exact, places: number): number => toNumber(roundTo(value, places));

/** Who slipped: a cell that was not surely read may be ours. */
export function originOf(confidence: number): Finding['origin'] {
  return confidence >= asPrinted ? 'filing' : 'undetermined';
}

export interface Voice {
  rule: Rule;
  kind: FindingKind;
  severity: Severity;
  filingKey: string;
}

/** The finding of one judged edit. */
export function fromJudgement(judgement: Judgement, voice: Voice): Finding {
  const { edit, evaluation, verdict } = judgement;
  const terms = [...termsOf(edit), ...(edit.witnesses ?? [])];
  const places = termsPlaces(edit);
  const left = termsOf(edit)[0]!;
  const confidence = Math.min(...terms.map((term) => term.fact.confidence));
  const operands = terms.map((term) => term.fact.key);
  return {
    finding_id: findingId(familyOf(edit.rule), operands, voice.filingKey),
    rule: voice.rule.id,
    kind: voice.kind,
    severity: voice.severity,
    verdict: verdict === 'consistent' ? 'explained' : verdict,
    origin: originOf(confidence),
    document_id: edit.documentId,
    filing_id: edit.filingId,
    message: requoted(sentence(judgement)),
    expected: evaluation?.expected == null ? null : of(evaluation.expected, places),
    actual: evaluation === null ? left.fact.printed : of(evaluation.actual, places),
    difference: evaluation === null ? null : of(evaluation.residual, places),
    tolerance: evaluation === null ? null : of(evaluation.tolerance, places),
    equation: evaluation === null ? null : equationOf(evaluation),
    evidence: evidenceOfTerms(terms),
    hypotheses: [],
    related: [],
  };
}

/** The evidence of several facts, each once; figures that bear one name are told apart. */
export function evidenceOfTerms(terms: readonly Pick<Term, 'fact' | 'role'>[]): Evidence[] {
  const seen = new Set<Fact>();
  const nameOf = namedApart(terms.map(({ fact }) => fact));
  return terms
    .filter(({ fact }) => !seen.has(fact) && seen.add(fact))
    .map(({ fact, role }) => ({ ...evidenceOf(fact, role), text: `${nameOf(fact)} ${fact.text}`.trim() }));
}

/** The finding that a rule stated itself. */
export function fromDraft(draft: Draft, voice: Voice): Finding {
  return {
    finding_id: findingId(familyOf(voice.rule.id), [voice.rule.id, ...draft.operands], voice.filingKey),
    rule: voice.rule.id,
    kind: draft.kind ?? voice.kind,
    severity: voice.severity,
    verdict: draft.verdict,
    origin: draft.origin ?? 'filing',
    document_id: draft.documentId,
    filing_id: draft.filingId,
    message: requoted(draft.message),
    expected: draft.expected ?? null,
    actual: draft.actual ?? null,
    difference: draft.difference ?? null,
    tolerance: draft.tolerance ?? null,
    equation: draft.equation ?? null,
    evidence: draft.evidence,
    hypotheses: draft.hypotheses ?? [],
    related: (draft.related ?? []).map(requoted),
  };
}

/** A rule that threw is a finding of the filing it threw on, never an empty list. */
export function fromCrash(
  rule: Rule,
  error: unknown,
  place: { documentId: string; filingId: string | null; filingKey: string },
): Finding {
  const text = error instanceof Error ? error.message : String(error);
  const message: Message = {
    zh: `规则 ${rule.id}（${rule.title.zh}）执行出错，本表未经此项核对：${text}`,
    en: `rule ${rule.id} (${rule.title.en}) crashed, this filing was not checked by it: ${text}`,
  };
  return {
    finding_id: findingId('crash', [rule.id], place.filingKey),
    rule: rule.id,
    kind: rule.kind,
    severity: 'warning',
    verdict: 'not_evaluated',
    origin: 'undetermined',
    document_id: place.documentId,
    filing_id: place.filingId,
    message,
    expected: null,
    actual: null,
    difference: null,
    tolerance: null,
    equation: null,
    evidence: [],
    hypotheses: [],
    related: [],
  };
}

/** Severity follows the verdict: what is explained is at most `info`, what is improbable at most a `warning`. */
export function severityOf(verdict: Finding['verdict'], breach: Severity): Severity {
  if (verdict === 'explained') return 'info';
  return verdict === 'improbable' && breach === 'error' ? 'warning' : breach;
}
