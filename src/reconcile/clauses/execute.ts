import { divideDown, divideUp, type Exact, HUNDRED, smaller } from '../facts/exact.ts';
import type { NotEvaluatedReason } from '../not-evaluated.ts';
import type { Bound, Clause, Condition, Program } from './ast.ts';

/** What a standard leaves for the score. */
export type Due =
  /** Between these, both included: 每 may be counted in whole steps or in proportion. */
  | { kind: 'range'; low: Exact; high: Exact; by: string }
  /** Full points less whole steps, down to 0: what is counted stands in no cell. */
  | { kind: 'steps'; from: Exact; step: Exact; by: string }
  | { kind: 'unknown'; reason: NotEvaluatedReason };

/** A value in per cent (or the unit of the indicator) with what its print leaves open. */
export interface Measured {
  low: Exact;
  high: Exact;
  exact: Exact;
}

/** Executes a standard. `reference` is what a deduction counts from where the standard itself names none. */
export function execute(
  { clauses, reference }: Program,
  weight: Exact,
  value: Measured | null,
  target: Exact | null,
): Due {
  const counted = clauses.filter((clause) => clause.kind === 'deduct' && clause.unit === 'count');
  if (counted.length > 0) return inSteps(clauses, weight);
  if (clauses.some(({ kind }) => kind === 'formula'))
    return { kind: 'unknown', reason: 'formula over amounts' };
  // 达到目标计5分，超过30%的不计分: the figure may speak of something else than the value.
  const inWords = clauses.some((clause) => clause.kind === 'award' && clause.condition === null);
  if (inWords && !isProportional({ clauses })) return { kind: 'unknown', reason: 'standard is in words' };
  if (value === null) return { kind: 'unknown', reason: 'operand missing' };
  const dues = [value.low, value.exact, value.high].map((at) =>
    dueAt(clauses, weight, at, reference ?? target),
  );
  const known = dues.filter((due) => due !== null);
  if (known.length < dues.length) return { kind: 'unknown', reason: 'standard is silent on this value' };
  let low = known[0]!.low;
  let high = known[0]!.high;
  for (const due of known) {
    if (due.low < low) low = due.low;
    if (due.high > high) high = due.high;
  }
  return { kind: 'range', low, high, by: known[1]!.by };
}

/** 完成得满分，未完成按B/A计分: the common standard of quantitative indicators. */
export function isProportional({ clauses }: Pick<Program, 'clauses'>): boolean {
  const isCommon = clauses.every(
    (clause) => clause.kind === 'pro_rata' || (clause.kind === 'award' && clause.points === null),
  );
  return isCommon && clauses.some(({ kind }) => kind === 'pro_rata');
}

/** Without a figure for what is counted only whole steps below full points are possible. */
function inSteps(clauses: readonly Clause[], weight: Exact): Due {
  const [only, ...others] = clauses.filter((clause) => clause.kind !== 'award' || clause.condition !== null);
  if (only?.kind !== 'deduct' || others.length > 0 || only.points <= 0n) {
    return { kind: 'unknown', reason: 'standard has several clauses in words' };
  }
  if (clauses.some((clause) => clause.kind === 'award' && clause.points !== null)) {
    return { kind: 'unknown', reason: 'standard has several clauses in words' };
  }
  return { kind: 'steps', from: weight, step: priceOf(only, weight), by: only.text };
}

type Deduct = Extract<Clause, { kind: 'deduct' }>;

function priceOf({ points, share }: Deduct, weight: Exact): Exact {
  return share ? (weight * points) / HUNDRED : points;
}

interface Range {
  low: Exact;
  high: Exact;
  by: string;
}

function dueAt(
  clauses: readonly Clause[],
  weight: Exact,
  value: Exact,
  reference: Exact | null,
): Range | null {
  const worth = awarded(clauses, weight, value);
  if (worth !== null) return worth;
  const full = clauses.find(
    (clause) => clause.kind === 'award' && clause.points !== 0n && clause.condition !== null,
  );
  const base = full?.kind === 'award' ? (full.points ?? weight) : weight;
  const from = full?.kind === 'award' ? edgeOf(full.condition!, value) : reference;
  for (const clause of clauses) {
    if (clause.kind === 'deduct' && clause.unit === '%' && from !== null) {
      const off = clause.direction === 'under' ? from - value : value - from;
      const away = clause.direction === 'either' && off < 0n ? -off : off;
      if (away === 0n) return { low: base, high: base, by: clause.text };
      if (away < 0n) continue;
      return deducted(clause, smaller(base, weight), away, weight);
    }
  }
  if (clauses.some(({ kind }) => kind === 'pro_rata')) {
    const share = (weight * smaller(value < 0n ? 0n : value, HUNDRED)) / HUNDRED;
    return { low: share, high: share, by: '按比例' };
  }
  return null;
}

/** The best award whose condition holds: lists of ≥90%, ≥80% overlap and mean the first. */
function awarded(clauses: readonly Clause[], weight: Exact, value: Exact): Range | null {
  let best: Range | null = null;
  for (const clause of clauses) {
    if (clause.kind !== 'award' || clause.condition === null) continue;
    if (!clause.condition.every((bound) => holds(bound, value))) continue;
    const points = clause.points ?? weight;
    if (best === null || points > best.high) best = { low: points, high: points, by: clause.text };
  }
  return best;
}

function holds({ op, value: bound }: Bound, value: Exact): boolean {
  if (op === '=') return value === bound;
  if (op === '>=') return value >= bound;
  if (op === '>') return value > bound;
  return op === '<=' ? value <= bound : value < bound;
}

/** Where full points end, seen from the value: ≤100% ends at 100 for 103, 0% at 0. */
function edgeOf(condition: Condition, value: Exact): Exact {
  const failing = condition.find((bound) => !holds(bound, value)) ?? condition[0]!;
  return failing.value;
}

function deducted(clause: Deduct, base: Exact, away: Exact, weight: Exact): Range {
  const price = priceOf(clause, weight);
  const most = base - price * divideUp(away, clause.step);
  const least = base - price * divideDown(away, clause.step);
  return { low: most < 0n ? 0n : most, high: least < 0n ? 0n : least, by: clause.text };
}
