import { termsOf } from '../edits/edit.ts';
import { evaluate } from '../edits/evaluate.ts';
import type { Judgement } from '../edits/judge.ts';
import type { Exact } from '../facts/exact.ts';
import { type Fact, revised } from '../facts/fact.ts';
import { type Candidate, candidatesOf, obligatory, singleCandidates } from './candidate.ts';
import { missingRow, permutedCandidates } from './permuted.ts';
import { hasFailed, patched, type System, systemOf } from './system.ts';

/** Edits that fail for one cause, with what may be the cause, best first. */
export interface Cause {
  edits: readonly Judgement[];
  candidates: readonly Candidate[];
}

/** Corrections that a cluster is solved with at most: beyond three slips in one cluster nothing is told apart. */
const DEPTH = 3;
/** Trials of a first correction before its rest is solved. A count, not a time: the same input gives the same answer. */
const TRIALS = 16;
/** A single free value costs at least this: below it, one cause is enough. */
const FREE = 7;

/** The fewest and cheapest corrections that mend a cluster of failed edits. */
export function solve(
  system: System,
  failed: readonly Judgement[],
  depth = 0,
): { causes: Cause[]; cost: number } {
  if (failed.length === 0) return { causes: [], cost: 0 };
  const must = obligatory(failed);
  const whole = ranked([
    ...singleCandidates(system, failed),
    ...permutedCandidates(system, must, failed),
    ...missingRow(must, failed),
  ]);
  const best = whole[0];
  const alone = best === undefined ? null : withRest(system, failed, whole, best, depth);
  if (alone !== null && best!.cost < FREE) return alone;
  // Where no slip explains the one sum that cannot hold, what only speaks against it may name the cells.
  const named = must.length < 2 ? failed : must;
  if (named.length < 2 || depth >= DEPTH) return alone ?? unexplained(system, failed);
  const several = decompose(system, named, failed, depth);
  if (several === null) return alone ?? unexplained(system, failed);
  return alone === null || several.cost < alone.cost ? several : alone;
}

/** Cheapest first. */
export function ranked(candidates: readonly Candidate[]): Candidate[] {
  return candidates.toSorted((a, b) => a.cost - b.cost);
}

/** No few changes mend them together: every edit stands for itself. */
function unexplained(system: System, failed: readonly Judgement[]): { causes: Cause[]; cost: number } {
  const causes = failed.map((judgement) => {
    const own = [judgement];
    return { edits: own, candidates: ranked([...singleCandidates(system, own), ...missingRow(own, own)]) };
  });
  return { causes, cost: UNEXPLAINED * failed.length };
}

/** Dearer than any correction. */
const UNEXPLAINED = 100;

/** One cause for all that must be mended; evidence that it leaves broken has a cause of its own. */
function withRest(
  system: System,
  failed: readonly Judgement[],
  candidates: readonly Candidate[],
  best: Candidate,
  depth: number,
): { causes: Cause[]; cost: number } {
  const rest = failed.filter((judgement) => !best.resolves.includes(judgement));
  const own: Cause = { edits: best.resolves, candidates };
  if (rest.length === 0 || depth >= DEPTH)
    return { causes: [own, ...unexplained(system, rest).causes], cost: best.cost };
  const others = solve(system, rest, depth + 1);
  return { causes: [own, ...others.causes], cost: best.cost };
}

/** Tries a correction that mends some of the edits and solves the rest as if it were made. */
function decompose(
  system: System,
  must: readonly Judgement[],
  failed: readonly Judgement[],
  depth: number,
): { causes: Cause[]; cost: number } | null {
  let best: { causes: Cause[]; cost: number } | null = null;
  for (const first of partial(system, must).slice(0, TRIALS)) {
    const values = new Map(first.changes.map(({ fact, value }) => [fact, value] as const));
    const world = corrected(system, failed, values);
    if (first.cost >= FREE || world.rest.length >= must.length) continue;
    const mended = failed.filter(
      (judgement) => !world.rest.some((left) => left.origin === originOf(judgement)),
    );
    const others = solve(world.system, world.rest, depth + 1);
    const cost = first.cost + others.cost;
    if (best !== null && cost >= best.cost) continue;
    const rivals = ranked([first, ...rivalsOf(system, first, mended)]);
    const apart = others.causes.map(withoutRemainders);
    const remainders = others.causes.flatMap(({ edits }, i) =>
      edits.filter((edit) => !apart[i]!.edits.includes(edit)),
    );
    const edits = [...mended, ...remainders.map(originOf)];
    best = { causes: [{ edits, candidates: rivals }, ...apart.map(original)], cost };
  }
  return best;
}

/**
 * A further cause without the edits that the first correction left off by no more than rounding: they are told with it, and here only
 * where nothing else speaks for the cause.
 */
function withoutRemainders(cause: Cause): Cause {
  const edits = cause.edits.filter((edit) => !isRemainder(edit));
  return edits.length === 0 ? cause : { ...cause, edits };
}

function isRemainder(judgement: Judgement): boolean {
  return judgement.verdict === 'improbable' && originOf(judgement).verdict === 'impossible';
}

/** Corrections of one cell that mend all failed edits it takes part in, or one of them; most edits first, then cheapest. */
function partial(system: System, must: readonly Judgement[]): Candidate[] {
  const facts = new Set(must.flatMap(({ edit }) => termsOf(edit).map(({ fact }) => fact)));
  const found: Candidate[] = [];
  for (const fact of facts) {
    const own = must.filter((judgement) => system.of.get(fact)?.includes(judgement));
    const whole = candidatesOf(system, fact, own, own).slice(0, 1);
    found.push(...whole);
    if (own.length > 1)
      for (const one of own) found.push(...candidatesOf(system, fact, [one], [one]).slice(0, 1));
  }
  return found.sort((a, b) => b.resolves.length - a.resolves.length || a.cost - b.cost);
}

/** Other cells that would mend the same edits. */
function rivalsOf(system: System, first: Candidate, mended: readonly Judgement[]): Candidate[] {
  const own = first.changes[0]?.fact;
  return singleCandidates(system, mended).filter(({ changes }) => changes[0]?.fact !== own);
}

interface Patched extends Judgement {
  origin: Judgement;
}

/** The system as it would be with some cells corrected. */
function corrected(
  system: System,
  failed: readonly Judgement[],
  values: ReadonlyMap<Fact, Exact>,
): { system: System; rest: Patched[] } {
  const all = new Set<Judgement>(failed);
  for (const fact of new Set(failed.flatMap(({ edit }) => termsOf(edit).map((term) => term.fact)))) {
    for (const judgement of system.of.get(fact) ?? []) all.add(judgement);
  }
  const clones = new Map([...values].map(([fact, value]) => [fact, revised(fact, { value, settled: true })]));
  const world = [...all].map((judgement): Patched => {
    const origin = (judgement as Partial<Patched>).origin ?? judgement;
    const touched = termsOf(judgement.edit).some(({ fact }) => values.has(fact));
    if (!touched) return { ...judgement, origin };
    const edit = patched(judgement.edit, values, clones);
    const evaluation = evaluate(edit);
    const fits = evaluation !== null && (judgement.exact ? evaluation.exactly : evaluation.within);
    const left = evaluation?.within === true ? 'improbable' : judgement.verdict;
    return { ...judgement, edit, evaluation, verdict: fits ? 'consistent' : left, origin };
  });
  const rest = world.filter(
    (judgement) => hasFailed(judgement) && failed.some((one) => originOf(one) === judgement.origin),
  );
  return { system: systemOf(world), rest };
}

const originOf = (judgement: Judgement): Judgement => (judgement as Partial<Patched>).origin ?? judgement;

function original(cause: Cause): Cause {
  return {
    edits: cause.edits.map(originOf),
    candidates: cause.candidates.map((candidate) => ({
      ...candidate,
      resolves: candidate.resolves.map(originOf),
      breaks: candidate.breaks.map(originOf),
    })),
  };
}
