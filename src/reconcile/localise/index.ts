import type { Finding, Hypothesis, Message } from '../../../schemas/index.ts';
import { leftOf, termsOf } from '../edits/edit.ts';
import { sentence } from '../edits/equation.ts';
import type { Judgement } from '../edits/judge.ts';
import { exact, magnitude, show } from '../facts/exact.ts';
import { formulaNote } from '../figures/formula-note.ts';
import { fromJudgement, severityOf } from '../findings.ts';
import { isSamePlace } from '../places.ts';
import type { Said } from '../run.ts';
import type { Candidate } from './candidate.ts';
import { causesOf } from './causes.ts';
import { printedAlike } from './printed-alike.ts';
import { proposals } from './proposals.ts';
import { reasonOf } from './reasons.ts';
import { type Split, splitHypothesis, splitOf } from './run-together.ts';
import { withShiftedRows } from './shifted-row.ts';
import { type Cause, ranked } from './solve.ts';
import { clustersOf, hasFailed, rowOf, systemOf } from './system.ts';
import { toldAs } from './told-as.ts';

/** Hypotheses that a finding carries. */
const LISTED = 6;
/** How much what a rule works out for a cell by itself speaks for it. */
const CONFIRMED = 1;

/** Findings of the edits that failed: one slip, one finding. */
export function localise(judgements: readonly Judgement[], said: Said): Finding[] {
  const failed = judgements.filter(hasFailed);
  if (failed.length === 0) return [];
  const system = systemOf(judgements);
  const solved = causesOf(system, clustersOf(failed));
  const causes = oneRowOneCause(withShiftedRows(confirmed(solved, said), judgements));
  const proposed = new Set([...proposals(causes, system)].map(({ candidates }) => candidates));
  return withSplits(causes, said).map(({ cause, split }) =>
    tell(cause, split, said, proposed.has(cause.candidates)),
  );
}

/** What a rule that gives way to equations works out for a cell speaks for the change to just that. */
function confirmed(causes: readonly Cause[], said: Said): Cause[] {
  const workedOut = Map.groupBy(
    said.findings.flatMap(({ rule, filing_id: id, expected, evidence: [first] }) =>
      said.yields(rule) && expected !== null && first !== undefined
        ? [{ id, expected, at: first.source }]
        : [],
    ),
    ({ id }) => id,
  );
  if (workedOut.size === 0) return [...causes];
  const speaksFor = ({ changes: [change, ...others] }: Candidate): boolean =>
    change !== undefined &&
    others.length === 0 &&
    (workedOut.get(change.fact.filingId) ?? []).some(
      ({ expected, at }) =>
        isSamePlace(at, change.fact.source) && magnitude(exact(expected) - change.value) <= change.fact.half,
    );
  return causes.map((cause) => ({
    ...cause,
    candidates: ranked(
      cause.candidates.map((each) => (speaksFor(each) ? { ...each, cost: each.cost - CONFIRMED } : each)),
    ),
  }));
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

/** A cell that holds two figures breaks two columns: one cause. */
function withSplits(causes: readonly Cause[], said: Said): { cause: Cause; split: Split | null }[] {
  if (!said.knows('EXT-03')) return causes.map((cause) => ({ cause, split: null }));
  const told = new Set<Cause>();
  const splits = new Map<Cause, Split>();
  for (const cause of causes) {
    const split = told.has(cause) ? null : splitOf(cause, causes);
    if (split === null || (split.beside !== null && told.has(split.beside))) continue;
    splits.set(cause, split);
    if (split.beside !== null) told.add(split.beside);
  }
  return causes
    .filter((cause) => !told.has(cause))
    .map((cause) => {
      const split = splits.get(cause) ?? null;
      const edits = [...cause.edits, ...(split?.beside?.edits ?? [])];
      return { cause: split === null ? cause : { ...cause, edits }, split };
    });
}

function tell(cause: Cause, split: Split | null, said: Said, isProposed: boolean): Finding {
  const primary = primaryOf(cause);
  const { edit, verdict } = primary;
  const own = said.voiceOf(edit.rule, edit.filingId, verdict);
  const breach = edit.severity === undefined ? own.severity : severityOf(verdict, edit.severity);
  // What was read in two ways cannot be called wrong as printed.
  const isUnsettled = termsOf(edit).some(({ fact }) => fact.unsettled === true);
  const severity = isUnsettled && breach === 'error' ? 'warning' : breach;
  const isSure = isProposed && severity === 'error';
  const listed = isSure
    ? hypothesesOf(cause.candidates, true)
    : hypothesesOf(withTotal(cause, primary), false);
  const code = split === null ? toldAs(primary, cause, listed[0]?.suggested === true, said) : 'EXT-03';
  // The contradiction stays one of its equation; the code says what it comes from.
  const voice = { ...said.voiceOf(code, edit.filingId, verdict), severity, kind: own.kind };
  const finding = fromJudgement(primary, voice);
  const related = cause.edits.filter((other) => other !== primary).map(sentence);
  const note = code === 'SUM-12' && edit.type === 'linear' ? formulaNote(edit) : null;
  if (note !== null) related.push(note);
  const hypotheses =
    split === null
      ? listed
      : [splitHypothesis(split, cause), ...listed.map((other) => ({ ...other, suggested: false }))];
  return { ...finding, origin: originOf(finding, code), hypotheses: hypotheses.slice(0, LISTED), related };
}

/** What slips in recognition is ours, unless the text is digital: then it is not known. */
function originOf({ origin }: Finding, code: string): Finding['origin'] {
  if (!code.startsWith('EXT-')) return origin;
  return origin === 'filing' ? 'undetermined' : 'extraction';
}

/** The edit that tells the slip best: it cannot hold, is sure of its terms, has the suspected cell on its left, is short. */
function primaryOf({ edits, candidates }: Cause): Judgement {
  const suspect = candidates[0]?.changes[0]?.fact;
  const rank = ({ edit, verdict }: Judgement): number[] => [
    verdict === 'impossible' ? 0 : 1,
    edit.soft === true ? 1 : 0,
    edit.severity === undefined || edit.severity === 'error' ? 0 : 1,
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
  return candidates.slice(0, LISTED).map((candidate, i) => hypothesis(candidate, i === 0 && certain));
}

/**
 * What is listed where nothing is proposed: the best, and the figure that the equation gives. A total is mostly computed and may have been
 * added up wrongly, however many slips of single parts would explain it too.
 */
function withTotal({ candidates }: Cause, { edit }: Judgement): readonly Candidate[] {
  const best = candidates.slice(0, LISTED);
  const total = leftOf(edit).fact;
  const isOfTotal = ({ changes }: Candidate): boolean => changes.length === 1 && changes[0]!.fact === total;
  if (best.length < LISTED || best.some(isOfTotal)) return best;
  const anew = candidates.find(isOfTotal);
  return anew === undefined ? best : [...best.slice(0, -1), { ...anew, anew: true }];
}

function hypothesis(candidate: Candidate, suggested: boolean): Hypothesis {
  const { generator, changes, cost, resolves, breaks } = candidate;
  const { fact, value } = changes[0]!;
  return {
    generator,
    change: {
      source: fact.source,
      from: candidate.missing === true ? '' : fact.text,
      to: candidate.missing === true ? show(value) : printedAlike(fact, value),
    },
    reason: reasonOf(candidate),
    resolves: resolves.map(nameOf),
    breaks: breaks.map(nameOf),
    score: Math.round(cost * 100) / 100,
    suggested,
  };
}

function nameOf({ edit }: Judgement): string {
  const says: Message = edit.says;
  return `${edit.rule} ${says.zh}`;
}
