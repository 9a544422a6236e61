import { BOUNDLESS, holds, intersect } from '../edits/demand.ts';
import { leftOf, termsOf } from '../edits/edit.ts';
import type { Interval } from '../edits/evaluate.ts';
import type { Judgement } from '../edits/judge.ts';
import { type Exact, HUNDRED, roundTo, show, unitInLastPlace } from '../facts/exact.ts';
import type { Fact } from '../facts/fact.ts';
import { keptWith } from '../remembered.ts';
import { contextual, derivedPlaces, workedBack } from './contextual.ts';
import { asks, hasFailed, isCutOver, rowOf, type System } from './system.ts';
import { COST, isSigned, type Typed, typedValues } from './typed.ts';

/** One or more cells that should read otherwise, why one believes it, and what it would mend and break. */
export interface Candidate {
  generator: string;
  changes: readonly { fact: Fact; value: Exact }[];
  cost: number;
  resolves: readonly Judgement[];
  breaks: readonly Judgement[];
  /** Other values of the cell would do as well: the cell is named, the value is not sure. */
  ambiguous?: boolean;
  /** A row that is not printed: nothing to change, only to look for. */
  missing?: boolean;
  /** What the equation gives for the figure on its left, where slips of others would explain it too. */
  anew?: boolean;
}

/** What an edit of shares, prose or prior years that stays broken adds to the cost, and one that it breaks. */
const SOFT_BROKEN = 3;
/** How much cheaper a cell is that was read with doubt, per unit of doubt. */
const DOUBT = 2;
/** How much a neighbour in the row that prints the very value confirms it: full marks, an unchanged budget. */
const TWIN = 0.8;
/** How much being just what the printed figures give speaks for a rate, where rounding would leave room for others. */
const WORKED_OUT = 0.8;
/** How much it speaks for a value that the parts of a whole, which may be fewer, then come to just the whole. */
const USED_UP = 0.8;
/** What a value costs that closes a sum within its tolerance and not to the last digit. */
const ROUGHLY = 0.8;
/** How much less likely a slip is in a figure that prints its norm: the 100 of 总分. */
const NORM = 1.5;
/** A part is entered by hand, a total is mostly computed: a free value is a little likelier in the total. */
const FREE_PART = 0.5;

/** Cells that could be wrong if one cell is: they take part in every failed edit of the set. */
export function singleCandidates(system: System, failed: readonly Judgement[]): Candidate[] {
  const must = obligatory(failed);
  const first = must[0];
  if (first === undefined) return [];
  const smallest = must.reduce((least, other) =>
    termsOf(other.edit).length < termsOf(least.edit).length ? other : least,
  );
  const facts = termsOf(smallest.edit).map(({ fact }) => fact);
  return facts.flatMap((fact) => {
    const own = system.of.get(fact) ?? [];
    if (!must.every((judgement) => own.includes(judgement))) return [];
    return candidatesOf(system, fact, must, failed);
  });
}

/** Failed edits that a solution has to mend; those that are evidence only count where there is nothing else. */
export function obligatory(failed: readonly Judgement[]): readonly Judgement[] {
  const hard = failed.filter(({ edit }) => edit.soft !== true);
  return hard.length > 0 ? hard : failed;
}

/** Corrections of one fact that mend `must` and keep every hard edit that holds. */
export function candidatesOf(
  system: System,
  fact: Fact,
  must: readonly Judgement[],
  failed: readonly Judgement[],
): Candidate[] {
  if (fact.settled === true) return [];
  const own = system.of.get(fact) ?? [];
  // No figure of a filing is negative that is not printed so, but for a change from year to year.
  let interval: Interval | null = fact.value >= 0n && !isSigned(fact) ? { low: 0n, high: BOUNDLESS } : null;
  for (const judgement of own) {
    const isMust = must.includes(judgement);
    if (!isMust && (judgement.edit.soft === true || hasFailed(judgement))) continue;
    const asked = asksFor(judgement, fact);
    if (asked === null) {
      if (isMust) return [];
      continue;
    }
    interval = interval === null ? asked : intersect(interval, asked);
    if (interval === null) return [];
  }
  if (interval === null || holds(interval, fact.value)) return [];
  const typed = typedValues(fact, interval);
  const named = contextual(system, fact, interval, must);
  const free = freeValue(fact, interval, must);
  const all = free === null ? [...typed, ...named] : [...typed, ...named, free];
  const weighed = all.map((slip) => weigh(system, fact, slip, failed));
  const wide = interval.high - interval.low >= fact.step || must.some(isLoose);
  return bestPerGenerator(weighed).map((candidate) => {
    const derived =
      DERIVED.has(candidate.generator) || (fact.half > 0n && SCALED.has(candidate.generator) && isBare(fact));
    const ambiguous =
      (wide && derived) || hasRivalValue(candidate, weighed) || isOnlyNamed(system, candidate, must);
    return ambiguous ? { ...candidate, ambiguous } : candidate;
  });
}

/** A rate of one digit (0.1) scaled up says too little of what it was. */
const SCALED = new Set(['H5', 'H7', 'H18']);

function isBare(fact: Fact): boolean {
  return (
    show(fact.value)
      .replace(/[-.]|^0+/g, '')
      .replace(/^0+|0+$/g, '').length < 2
  );
}

/** An edit that rounding blurs: a value worked back from it is no surer than its tolerance. */
function isLoose({ exact, evaluation }: Judgement): boolean {
  return !exact && (evaluation?.tolerance ?? 0n) > 0n;
}

/** Whether what the edits ask for says which cell is wrong, and not surely what it should read. */
function isOnlyNamed(system: System, candidate: Candidate, must: readonly Judgement[]): boolean {
  // A bound is kept by many values.
  if (must.every(({ edit }) => edit.type === 'linear' && edit.relation === '<=')) return true;
  return isOddTotal(candidate) || isFiner(candidate) || isCutUnusually(system, candidate, must);
}

/** Slips that any part as large as the difference explains: of points, a few small whole numbers, one mostly is. */
const OF_PARTS = new Set(['H11', 'H15']);

/** A total of points that would be anything but a hundred, or that one of its parts explains. */
function isOddTotal({ changes: [first], generator, resolves }: Candidate): boolean {
  if (first === undefined || !isPoints(first.fact)) return false;
  if (first.fact.field === 'total_weight' && first.value !== HUNDRED) return true;
  return OF_PARTS.has(generator) && resolves.some(({ edit }) => leftOf(edit).fact === first.fact);
}

const isPoints = ({ field }: Fact): boolean => field.endsWith('weight') || field.endsWith('score');

/** Whether a figure would have more decimals than all others of its sum: a digit too many is as likely. */
function isFiner({ changes: [first], resolves }: Candidate): boolean {
  return (
    first !== undefined &&
    resolves.some(({ edit }) => {
      if (edit.type !== 'linear' || edit.terms.length < 3) return false;
      const most = Math.max(...edit.terms.map(({ fact }) => (fact === first.fact ? 0 : fact.places)));
      return first.value % unitInLastPlace(most) !== 0n;
    })
  );
}

/** Whether a rate fits as cut or plugged alone, where no other over its base is known to be: it is wrong, and not surely this. */
function isCutUnusually(system: System, { changes }: Candidate, must: readonly Judgement[]): boolean {
  return changes.some(({ fact, value }) =>
    must.some((judgement) => {
      const { edit } = judgement;
      if (edit.type !== 'ratio' || edit.rate.fact !== fact || holds(asks(judgement, fact), value))
        return false;
      return !isCutOver(system, edit);
    }),
  );
}

/** Slips whose true value is worked back from the equation, and is no surer than it. */
const DERIVED = new Set(['H11', 'H14', 'H15', 'H16', 'H17', 'H19']);
/** Another value of the cell within this cost leaves open which one is meant. */
const RIVAL = 1;

function hasRivalValue({ changes, cost }: Candidate, weighed: readonly Candidate[]): boolean {
  const value = changes[0]?.value;
  return weighed.some((other) => other.changes[0]?.value !== value && other.cost < cost + RIVAL);
}

/** As its table cuts its rates where that still asks for a change, else as half-up rounding does. */
function asksFor(judgement: Judgement, fact: Fact): Interval | null {
  const lenient = asks(judgement, fact, true);
  return lenient !== null && hasFailed(judgement) && holds(lenient, fact.value)
    ? asks(judgement, fact)
    : lenient;
}

/** A value that no slip explains: the middle of what the edits ask for, at the precision of the column. */
function freeValue(fact: Fact, interval: Interval, must: readonly Judgement[]): Typed | null {
  const value = workedBack(fact, interval, derivedPlaces(fact, must));
  if (value === null || interval.high - interval.low > FREE_REACH) return null;
  const isLeft = must.every(({ edit }) => termsOf(edit)[0]?.fact === fact);
  return { generator: 'H19', value, cost: COST.H19 + (isLeft ? 0 : FREE_PART) };
}

/** An open interval (a bound) asks for no value in particular. */
const FREE_REACH: Exact = 10n ** 30n;

function weigh(system: System, fact: Fact, slip: Typed, failed: readonly Judgement[]): Candidate {
  let { cost } = slip;
  const resolves: Judgement[] = [];
  const breaks: Judgement[] = [];
  const own = system.of.get(fact) ?? [];
  for (const judgement of own) {
    const fits = meets(asks(judgement, fact, true), slip);
    if (hasFailed(judgement)) {
      if (fits && failed.includes(judgement)) resolves.push(judgement);
    } else if (judgement.verdict === 'consistent' && !fits) {
      breaks.push(judgement);
      cost += SOFT_BROKEN;
    }
  }
  for (const judgement of failed) if (!resolves.includes(judgement)) cost += SOFT_BROKEN;
  if (own.some((judgement) => !breaks.includes(judgement) && onlyRoughly(system, judgement, fact, slip)))
    cost += ROUGHLY;
  cost -= DOUBT * (1 - fact.confidence);
  if (hasTwin(system, fact, slip.value)) cost -= TWIN;
  if (resolves.some((judgement) => isWorkedOut(judgement, fact, slip.value))) cost -= WORKED_OUT;
  else if (resolves.some((judgement) => isUsedUp(judgement, fact, slip.value))) cost -= USED_UP;
  if (
    resolves.some(({ edit }) => edit.type === 'linear' && edit.norm === true && edit.terms[0]?.fact === fact)
  )
    cost += NORM;
  return { generator: slip.generator, changes: [{ fact, value: slip.value }], cost, resolves, breaks };
}

/** Whether a sum takes the value for its tolerance alone: printed figures mostly add up to the last digit, but for those of a rounded table. */
function onlyRoughly(system: System, judgement: Judgement, fact: Fact, slip: Typed): boolean {
  const { edit, evaluation, exact: isExact } = judgement;
  if (isExact || edit.type !== 'linear' || edit.relation !== '=' || slip.reach !== undefined) return false;
  if (!hasFailed(judgement) && evaluation?.exactly !== true) return false;
  if (roundedTables(system).has(leftOf(edit).fact.table)) return false;
  const strict = asks({ ...judgement, exact: true }, fact, true);
  return !meets(strict, slip) && meets(asks(judgement, fact, true), slip);
}

/** Tables most of whose sums hold for their tolerance alone. */
const roundedTables = keptWith((system: System): ReadonlySet<string> => {
  const balance = new Map<string, number>();
  for (const { edit, evaluation, verdict } of new Set([...system.of.values()].flat())) {
    if (edit.type !== 'linear' || edit.relation !== '=' || edit.method !== 'T2' || evaluation === null)
      continue;
    if (verdict === 'impossible' || edit.terms.length < 3) continue;
    const { table } = leftOf(edit).fact;
    balance.set(table, (balance.get(table) ?? 0) + (evaluation.exactly ? -1 : 1));
  }
  return new Set([...balance].filter(([, more]) => more > 0).map(([table]) => table));
});

function isWorkedOut({ edit, evaluation }: Judgement, fact: Fact, value: Exact): boolean {
  if (edit.type !== 'ratio' || edit.rate.fact !== fact || evaluation?.expected == null) return false;
  return roundTo(evaluation.expected, fact.places) === value;
}

/** Whether a whole that its parts may fall short of is just what they come to: of the many values that a bound leaves, few are. */
function isUsedUp(judgement: Judgement, fact: Fact, value: Exact): boolean {
  const { edit } = judgement;
  if (edit.type !== 'linear' || edit.relation !== '<=' || edit.terms.length < 3) return false;
  const strict = asks({ ...judgement, exact: true }, fact, true);
  return strict !== null && (strict.low === value || strict.high === value);
}

function meets(interval: Interval | null, { value, reach = 0n }: Typed): boolean {
  return interval !== null && value + reach >= interval.low && value - reach <= interval.high;
}

function hasTwin(system: System, fact: Fact, value: Exact): boolean {
  if (value === 0n) return false;
  return (
    system
      .rows()
      .get(rowOf(fact))
      ?.some((other) => other !== fact && other.value === value && other.unit === fact.unit) === true
  );
}

/** The cheapest correction of each kind; a fact has hundreds of spellings. */
function bestPerGenerator(candidates: readonly Candidate[]): Candidate[] {
  const best = new Map<string, Candidate>();
  for (const candidate of candidates) {
    const known = best.get(candidate.generator);
    if (known === undefined || candidate.cost < known.cost) best.set(candidate.generator, candidate);
  }
  const ranked = [...best.values()].sort((a, b) => a.cost - b.cost);
  const cheapest = ranked[0];
  return cheapest === undefined ? [] : ranked.filter(({ cost }) => cost <= cheapest.cost + 1).slice(0, 2);
}
