import { type Exact, HUNDRED, magnitude } from '../facts/exact.ts';
import type { Edit, LinearEdit, RatioEdit } from './edit.ts';
import type { Evaluation } from './evaluate.ts';
import { evaluate, ratioBounds } from './evaluate.ts';

/**
 * How the figures of one table were cut to their printed places. Inferred per table as the tightest one that all its
 * other edits keep: `exact` before `half_up` before `truncated`.
 */
export type Regime = 'exact' | 'half_up' | 'truncated';

/** What the edits of one table witness. An edit is judged by the witness of the others: {@link without} takes it out. */
export interface Witness {
  /** Sums that could show rounding and do not. */
  exact: number;
  /** Logarithm of the chance that rounded figures would close all these sums exactly. */
  logChance: number;
  /** Sums off by no more than half-up rounding explains. */
  rounded: number;
  /** Sums or shares that only truncation explains. */
  truncated: number;
  /** Shares that only half-up rounding explains. */
  halfUp: number;
}

/** Below this chance that rounding left every other sum exact, a small residual is improbable. One in twenty. */
const IMPROBABLE_LOG_CHANCE = Math.log(0.05);

/** The same where one or two sums are off: one in fifty. */
const VERY_IMPROBABLE_LOG_CHANCE = Math.log(0.02);

export const NO_WITNESS: Witness = { exact: 0, logChance: 0, rounded: 0, truncated: 0, halfUp: 0 };

export type RatioPrint = 'both' | 'half_up' | 'truncated' | 'neither';

/** Which way of cutting explains a printed rate: the interval of its formula meets that of the print. */
export function ratioPrint(edit: RatioEdit): RatioPrint {
  const bounds = ratioBounds(edit);
  if (bounds === null) return 'neither';
  const { value, half } = edit.rate.fact;
  const halfUp = value + half >= bounds.low && value - half <= bounds.high;
  const truncated = value <= bounds.high && value + 2n * half > bounds.low;
  if (halfUp) return truncated ? 'both' : 'half_up';
  return truncated ? 'truncated' : 'neither';
}

/** Residuals that truncated parts and a truncated total can leave: more than −1 and less than n units. */
export function truncationExplains(edit: LinearEdit, residual: Exact): boolean {
  const terms = edit.terms.filter((term) => term.fact.half > 0n && term.fact.value !== 0n);
  const first = terms[0];
  if (first === undefined || edit.method === 'T0' || edit.relation === '<=') return false;
  const unit = 2n * first.fact.half * magnitude(first.coefficient);
  const parts = BigInt(terms.length - 1);
  const slack = edit.slack ?? 0n;
  return residual > -unit - slack && residual < parts * unit + slack;
}

/** What one edit witnesses about its table. */
export function witnessOf(evaluation: Evaluation): Witness {
  const { edit } = evaluation;
  if (edit.type === 'ratio') {
    if (edit.growth) return NO_WITNESS;
    const print = ratioPrint(edit);
    if (print === 'truncated') return { ...NO_WITNESS, truncated: 1 };
    return print === 'half_up' ? { ...NO_WITNESS, halfUp: 1 } : NO_WITNESS;
  }
  if (edit.type !== 'linear' || edit.relation === '<=' || edit.method === 'T0') return NO_WITNESS;
  let inexact = 0;
  for (const { fact } of edit.terms) if (fact.half > 0n && fact.value !== 0n) inexact += 1;
  if (inexact < 3) return NO_WITNESS;
  if (evaluation.exactly) return { ...NO_WITNESS, exact: 1, logChance: Math.log(chanceExact(inexact)) };
  if (evaluation.within) return { ...NO_WITNESS, rounded: 1 };
  return truncationExplains(edit, evaluation.residual) ? { ...NO_WITNESS, truncated: 1 } : NO_WITNESS;
}

/** Chance that a sum of rounded figures closes exactly: the errors of n + 1 terms have variance (n + 1) / 12. */
function chanceExact(terms: number): number {
  return Math.min(0.75, 1 / Math.sqrt((2 * Math.PI * terms) / 12));
}

export const noWitness = (): Witness => ({ ...NO_WITNESS });

/** Counts what one edit witnesses into what its table does. */
export function addTo(all: Witness, own: Witness): void {
  all.exact += own.exact;
  all.logChance += own.logChance;
  all.rounded += own.rounded;
  all.truncated += own.truncated;
  all.halfUp += own.halfUp;
}

export function without(all: Witness, own: Witness): Witness {
  return {
    exact: all.exact - own.exact,
    logChance: all.logChance - own.logChance,
    rounded: all.rounded - own.rounded,
    truncated: all.truncated - own.truncated,
    halfUp: all.halfUp - own.halfUp,
  };
}

/** One slip may break two or three sums of a table; the rest still says that it is exact. */
const BROKEN_BY_ONE_SLIP = 2;

/** Whether the other sums of the table close so exactly that rounding is no likely excuse for this one. */
export function othersAreExact(others: Witness): boolean {
  if (others.truncated > 0 || others.exact === 0) return false;
  if (others.rounded === 0) return true;
  return others.rounded <= BROKEN_BY_ONE_SLIP && others.logChance < VERY_IMPROBABLE_LOG_CHANCE;
}

export function roundingIsImprobable(others: Witness): boolean {
  return othersAreExact(others) && others.logChance < IMPROBABLE_LOG_CHANCE;
}

/**
 * A share that closes its column: 100 less the other shares, off by less than a unit for each of them. A filer plugs the
 * last row or the largest one; a small share in the middle that happens to close the column is a slip. A slip in another share of the
 * column was made after it was closed: that one counts for what its figures give.
 */
export function isPlugged(edit: RatioEdit, siblings: readonly Edit[], expected: Exact): boolean {
  const all = siblings.filter((other): other is RatioEdit => other.type === 'ratio');
  const others = all.filter((other) => other !== edit);
  if (edit.growth || others.length === 0) return false;
  const wrong = others.filter((other) => ratioPrint(other) === 'neither');
  if (wrong.length * 2 > others.length) return false;
  const own = edit.rate.fact.value;
  const unit = 2n * edit.rate.fact.half;
  const shares = others.map((other) =>
    wrong.includes(other) ? workedOut(other, unit) : other.rate.fact.value,
  );
  const isLast = all.findLast((other) => other.rate.fact.value !== 0n) === edit;
  const isLargest = shares.every((share) => share <= own);
  if (!isLast && !isLargest) return false;
  let sum = own;
  for (const share of shares) sum += share;
  return sum === HUNDRED && magnitude(own - expected) < unit * BigInt(all.length);
}

/** The share that the figures give, rounded as the column is. */
function workedOut(edit: RatioEdit, unit: Exact): Exact {
  const expected = evaluate(edit)?.expected ?? 0n;
  return ((expected + unit / 2n) / unit) * unit;
}
