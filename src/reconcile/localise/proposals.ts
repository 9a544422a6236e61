import { type Edit, termsOf } from '../edits/edit.ts';
import { evaluate } from '../edits/evaluate.ts';
import type { Judgement } from '../edits/judge.ts';
import { ratioPrint } from '../edits/regime.ts';
import { type Exact, magnitude } from '../facts/exact.ts';
import type { Fact } from '../facts/fact.ts';
import type { Candidate } from './candidate.ts';
import type { Cause } from './solve.ts';
import { hasFailed, holdsWith, patched, type System } from './system.ts';

/** A change is proposed outright where the next one costs at least this much more. */
const MARGIN = 1;
/** Guesses that are listed and never proposed: a row that is not printed, a value that no slip explains. */
const NEVER_PROPOSED = new Set(['H10', 'H19']);
/** A whole column in another unit has its precision in that unit: it is judged where it is found. */
const OF_COLUMNS = new Set(['H6', 'H12']);

/**
 * The causes whose best change may be proposed: it is clear of the others, and with what the other causes change the failed equations of
 * its cells hold. Where another cause may have to change one of them in several ways, that is not known.
 */
export function proposals(causes: readonly Cause[], system: System): ReadonlySet<Cause> {
  const clear = causes.filter(isClear);
  const unsure = new Map<Fact, Cause>();
  const values = new Map<Fact, Exact>();
  for (const cause of causes) {
    if (!cause.edits.some(({ verdict }) => verdict === 'impossible')) continue;
    if (isClear(cause)) for (const { fact, value } of cause.candidates[0]!.changes) values.set(fact, value);
    else for (const { fact } of nearest(cause).flatMap(({ changes }) => changes)) unsure.set(fact, cause);
  }
  return new Set(clear.filter((cause) => isBorneOut(cause, system, values, unsure)));
}

function isClear({ candidates }: Cause): boolean {
  const [best] = candidates;
  if (best === undefined || best.ambiguous === true || best.missing === true || best.breaks.length > 0)
    return false;
  return !NEVER_PROPOSED.has(best.generator) && nearest({ candidates }).every((other) => isSame(other, best));
}

/** The changes that cost little more than the best. */
function nearest({ candidates }: Pick<Cause, 'candidates'>): readonly Candidate[] {
  const [best] = candidates;
  return candidates.filter((other) => other.missing !== true && other.cost - best!.cost < MARGIN);
}

function isSame({ changes: a }: Candidate, { changes: b }: Candidate): boolean {
  return (
    a.length === b.length && a.every(({ fact, value }, i) => b[i]!.fact === fact && b[i]!.value === value)
  );
}

function isBorneOut(
  cause: Cause,
  system: System,
  values: ReadonlyMap<Fact, Exact>,
  unsure: ReadonlyMap<Fact, Cause>,
): boolean {
  const { changes, generator } = cause.candidates[0]!;
  if (OF_COLUMNS.has(generator)) return true;
  const own = new Map(changes.map(({ fact, value }) => [fact, value] as const));
  const touched = new Set(changes.flatMap(({ fact }) => system.of.get(fact) ?? []));
  for (const judgement of touched) {
    if (!hasFailed(judgement)) continue;
    const facts = termsOf(judgement.edit).map(({ fact }) => fact);
    const others = chosen(facts, (fact) => (own.has(fact) ? undefined : values.get(fact)));
    const world = chosen(facts, (fact) => own.get(fact) ?? values.get(fact));
    if (!holdsIn(judgement, world) || isHardlyMoved(judgement.edit, others, world)) return false;
    if (facts.some((fact) => !own.has(fact) && (unsure.get(fact) ?? cause) !== cause)) return false;
  }
  return true;
}

/** What some facts should read. */
function chosen(facts: readonly Fact[], read: (fact: Fact) => Exact | undefined): ReadonlyMap<Fact, Exact> {
  const values = new Map<Fact, Exact>();
  for (const fact of facts) {
    const value = read(fact);
    if (value !== undefined) values.set(fact, value);
  }
  return values;
}

/** Whether a sum is still off by most of what it was: it holds for its tolerance, and not for the change. */
function isHardlyMoved(
  edit: Edit,
  before: ReadonlyMap<Fact, Exact>,
  after: ReadonlyMap<Fact, Exact>,
): boolean {
  if (edit.type !== 'linear' || edit.relation !== '=') return false;
  const was = evaluate(patched(edit, before))?.residual ?? 0n;
  const is = evaluate(patched(edit, after))?.residual ?? 0n;
  return was !== 0n && 2n * magnitude(is) > magnitude(was);
}

/** Whether an edit holds as rounding or cutting would leave it. */
function holdsIn(judgement: Judgement, values: ReadonlyMap<Fact, Exact>): boolean {
  if (holdsWith({ ...judgement, exact: false }, values)) return true;
  const edit = patched(judgement.edit, values);
  return edit.type === 'ratio' && ratioPrint(edit) !== 'neither';
}
