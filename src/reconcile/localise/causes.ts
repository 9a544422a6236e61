import { termsOf } from '../edits/edit.ts';
import { evaluate } from '../edits/evaluate.ts';
import type { Judgement } from '../edits/judge.ts';
import { type Candidate, obligatory } from './candidate.ts';
import { permutedCandidates, scaledCandidates } from './permuted.ts';
import { type Cause, ranked, solve } from './solve.ts';
import { loosened, type System } from './system.ts';

/** Clusters that are tried in pairs; with more, the document has other troubles than a swap. */
const MOST_CLUSTERS = 8;

/** Causes of all clusters. Two clusters that one swap mends more cheaply than two slips have one cause. */
export function causesOf(system: System, clusters: readonly (readonly Judgement[])[]): Cause[] {
  const solved = clusters.map((failed) => solveLoosely(system, failed));
  const { causes, open } = inAnotherUnit(system, solved);
  while (open.length > 0) {
    const first = open.shift()!;
    const pair = open.length < MOST_CLUSTERS ? swapWith(system, first, open) : null;
    if (pair === null) causes.push(...first.causes);
    else {
      causes.push(pair.cause);
      open.splice(pair.at, 1);
    }
  }
  return causes;
}

/**
 * Where sums that must close exactly need several causes, one cause within the tolerance of rounding may do: the table
 * was rounded after all, and happens to close nearly everywhere.
 */
function solveLoosely(system: System, failed: readonly Judgement[]): Solved {
  const strict = solveBases(system, failed);
  const impossible = failed.filter(({ verdict }) => verdict === 'impossible');
  const isOne = strict.causes.length === 1 && (strict.causes[0]?.candidates.length ?? 0) > 0;
  if (isOne || impossible.length === 0 || !failed.some(({ exact }) => exact)) return strict;
  const world = loosened(system, impossible);
  const loose = solve(world.system, world.failed);
  const within = failed.filter((judgement) => !impossible.includes(judgement));
  const suspect = loose.causes[0]?.candidates[0]?.changes[0]?.fact;
  const own = within.filter(({ edit }) => termsOf(edit).some(({ fact }) => fact === suspect));
  const apart = within.filter((judgement) => !own.includes(judgement));
  const rest = solve(system, apart);
  const cost = loose.cost + rest.cost;
  if (cost >= strict.cost) return strict;
  const [first, ...others] = loose.causes;
  const causes = first === undefined ? [] : [{ ...first, edits: [...first.edits, ...own] }, ...others];
  return { failed, causes: [...causes, ...rest.causes], cost };
}

/** A sum to an unprinted base is solved for every base that would be right; the cheapest story is told, as unsure. */
function solveBases(system: System, failed: readonly Judgement[]): Solved {
  const plain: Solved = { failed, ...solve(system, failed) };
  const unsure = failed.find(({ edit }) => edit.type === 'linear' && (edit.otherConstants ?? []).length > 0);
  if (unsure === undefined || unsure.edit.type !== 'linear') return plain;
  const { edit } = unsure;
  const others = (edit.otherConstants ?? []).map((constant): Solved => {
    const other = { ...unsure, edit: { ...edit, constant }, evaluation: evaluate({ ...edit, constant }) };
    const replaced = failed.map((judgement) => (judgement === unsure ? other : judgement));
    const world = replacing(system, unsure, other);
    return { failed: replaced, ...solve(world, replaced) };
  });
  const best = [plain, ...others].reduce((least, solved) => (solved.cost < least.cost ? solved : least));
  const rivals = [plain, ...others].filter((solved) => solved !== best).flatMap(({ causes }) => causes);
  const causes = best.causes.map((cause) => {
    const told = new Set(cause.candidates.map(nameOf));
    const more = rivals
      .flatMap(({ candidates }) => candidates)
      .filter((candidate) => !told.has(nameOf(candidate)));
    const candidates = ranked([...cause.candidates, ...more]);
    return { ...cause, candidates: candidates.map((candidate) => ({ ...candidate, ambiguous: true })) };
  });
  return { ...best, causes };
}

const nameOf = ({ generator, changes }: Candidate): string =>
  `${generator}|${changes[0]?.fact.index}|${changes[0]?.value}`;

function replacing(system: System, old: Judgement, by: Judgement): System {
  const of = new Map(system.of);
  for (const { fact } of termsOf(old.edit)) {
    const list = of.get(fact) ?? [];
    of.set(
      fact,
      list.map((judgement) => (judgement === old ? by : judgement)),
    );
  }
  return { of, rows: system.rows };
}

/** Clusters that each blame a power of ten in one column are one slip of that column's unit, where it mends them all. */
function inAnotherUnit(system: System, solved: readonly Solved[]): { causes: Cause[]; open: Solved[] } {
  const scaled = solved.filter(({ causes: [first] }) => POWERS.has(first?.candidates[0]?.generator ?? ''));
  if (scaled.length < 2) return { causes: [], open: [...solved] };
  const failed = scaled.flatMap((cluster) => cluster.failed);
  const candidates = ranked(scaledCandidates(system, failed));
  const best = candidates[0];
  const apart = scaled.reduce((sum, { cost }) => sum + cost, 0);
  if (best === undefined || best.cost >= apart) return { causes: [], open: [...solved] };
  return {
    causes: [{ edits: failed, candidates }],
    open: solved.filter((cluster) => !scaled.includes(cluster)),
  };
}

const POWERS = new Set(['H5', 'H6', 'H7']);

interface Solved {
  failed: readonly Judgement[];
  causes: Cause[];
  cost: number;
}

function swapWith(
  system: System,
  first: Solved,
  others: readonly Solved[],
): { cause: Cause; at: number } | null {
  for (const [at, other] of others.entries()) {
    const both = [...first.failed, ...other.failed];
    const candidates = ranked(permutedCandidates(system, obligatory(both), both));
    const best = candidates[0];
    if (best !== undefined && best.cost < first.cost + other.cost)
      return { cause: { edits: both, candidates }, at };
  }
  return null;
}
