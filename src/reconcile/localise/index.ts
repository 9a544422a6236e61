import type { Finding, Hypothesis, Message } from '../../../schemas/index.ts';
import { termsOf } from '../edit.ts';
import { sentence } from '../equation.ts';
import { show } from '../exact.ts';
import { fromJudgement, severityOf } from '../findings.ts';
import type { Judgement } from '../judge.ts';
import type { Said } from '../run.ts';
import type { Candidate } from './candidate.ts';
import { causesOf } from './causes.ts';
import { reasonOf } from './reasons.ts';
import type { Cause } from './solve.ts';
import { clustersOf, hasFailed, rowOf, systemOf } from './system.ts';

/** Hypotheses that a finding carries. */
const LISTED = 6;
/** A change is proposed outright where the next one costs at least this much more. */
const MARGIN = 1;
/** Guesses that are listed and never proposed: a row that is not printed, a value that no slip explains. */
const NEVER_SUGGESTED = new Set(['H10', 'H19']);
/** Sums that may be told under a code that says what went wrong. */
const SUMS_OF_PARTS = new Set(['SUM-01', 'SUM-02', 'SUM-03', 'SUM-10']);

/** Findings of the edits that failed: one slip, one finding. */
export function localise(judgements: readonly Judgement[], said: Said): Finding[] {
  const failed = judgements.filter(hasFailed);
  if (failed.length === 0) return [];
  const causes = causesOf(systemOf(judgements), clustersOf(failed));
  return oneRowOneCause(causes).map((cause) => tell(cause, said));
}

/** A row that is missing is missing in every column: one cause. */
function oneRowOneCause(causes: readonly Cause[]): Cause[] {
  const rows = new Map<string, Cause>();
  for (const [i, cause] of causes.entries()) {
    const best = cause.candidates[0];
    const row = best?.missing === true ? rowOf(best.changes[0]!.fact) : `cause ${i}`;
    const known = rows.get(row);
    rows.set(row, known === undefined ? cause : { ...known, edits: [...known.edits, ...cause.edits] });
  }
  return [...rows.values()];
}

function tell(cause: Cause, said: Said): Finding {
  const primary = primaryOf(cause);
  const { edit, verdict } = primary;
  const told = toldAs(primary, cause, said);
  const voice = said.voiceOf(told, edit.filingId, verdict);
  const own = said.voiceOf(edit.rule, edit.filingId, verdict);
  const breach = edit.severity === undefined ? own.severity : severityOf(verdict, edit.severity);
  const finding = fromJudgement(primary, { ...voice, severity: breach });
  const related = cause.edits.filter((other) => other !== primary).map(sentence);
  return { ...finding, hypotheses: hypothesesOf(cause.candidates, finding.severity === 'error'), related };
}

/** A total of 0 and a part counted twice have codes of their own, where these run. */
function toldAs({ edit }: Judgement, { candidates }: Cause, said: Said): string {
  if (edit.type !== 'linear' || !SUMS_OF_PARTS.has(edit.rule)) return edit.rule;
  const total = edit.terms[0]?.fact;
  const best = candidates[0];
  if (total?.value === 0n && said.knows('SUM-11')) return 'SUM-11';
  const twice = best?.generator === 'H11' && best.changes[0]?.fact === total;
  return twice && said.knows('SUM-07') ? 'SUM-07' : edit.rule;
}

/** The edit that tells the slip best: it cannot hold, has the suspected cell on its left, is short. */
function primaryOf({ edits, candidates }: Cause): Judgement {
  const suspect = candidates[0]?.changes[0]?.fact;
  const rank = ({ edit, verdict }: Judgement): number[] => [
    verdict === 'impossible' ? 0 : 1,
    edit.soft === true ? 1 : 0,
    edit.type === 'linear' && edit.relation === '<=' ? 1 : 0,
    termsOf(edit)[0]?.fact === suspect ? 0 : 1,
    termsOf(edit).length,
  ];
  return edits.reduce((best, other) => (isBefore(rank(other), rank(best)) ? other : best));
}

function isBefore(a: readonly number[], b: readonly number[]): boolean {
  const at = a.findIndex((value, i) => value !== b[i]);
  return at >= 0 && a[at]! < b[at]!;
}

/** Nothing is proposed where the edit itself is a bound, an open list or only improbable. */
function hypothesesOf(candidates: readonly Candidate[], certain: boolean): Hypothesis[] {
  const [best, next] = candidates;
  const clear = certain && best !== undefined && (next === undefined || next.cost - best.cost >= MARGIN);
  return candidates.slice(0, LISTED).map((candidate, i) => hypothesis(candidate, i === 0 && clear));
}

function hypothesis(candidate: Candidate, clear: boolean): Hypothesis {
  const { generator, changes, cost, resolves, breaks } = candidate;
  const { fact, value } = changes[0]!;
  return {
    generator,
    change: {
      source: fact.source,
      from: candidate.missing === true ? '' : fact.text,
      to: show(value),
    },
    reason: reasonOf(candidate),
    resolves: resolves.map(nameOf),
    breaks: breaks.map(nameOf),
    score: Math.round(cost * 100) / 100,
    suggested: clear && candidate.ambiguous !== true && !NEVER_SUGGESTED.has(generator),
  };
}

function nameOf({ edit }: Judgement): string {
  const says: Message = edit.says;
  return `${edit.rule} ${says.zh}`;
}
