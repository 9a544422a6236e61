import {
  divideDown,
  divideUp,
  type Exact,
  HUNDRED,
  larger,
  magnitude,
  ONE,
  smaller,
} from '../facts/exact.ts';
import type { Fact } from '../facts/fact.ts';
import { keptWith } from '../remembered.ts';
import type { Edit, LinearEdit, ProductEdit, RatioEdit, Term } from './edit.ts';
import { halfOf, type Interval, productBounds, ratioOffset } from './evaluate.ts';

/** Far beyond any figure of a filing: the open end of a one-sided demand. */
export const BOUNDLESS: Exact = 10n ** 40n;

/**
 * The values of one fact with which an edit holds, all other facts being as printed; the fact's own rounding is left out,
 * so that a correction is what would have been printed. Null where no value mends it. `exactly` leaves sums no tolerance:
 * the other sums of their table close without any. `lenient` leaves a rate a whole unit, as truncation and plugging do.
 */
export function demand(edit: Edit, fact: Fact, exactly = false, lenient = false): Interval | null {
  if (edit.type === 'linear') return demandLinear(edit, fact, exactly);
  return edit.type === 'ratio' ? demandRatio(edit, fact, lenient) : demandProduct(edit, fact);
}

export function intersect(a: Interval, b: Interval): Interval | null {
  const low = larger(a.low, b.low);
  const high = smaller(a.high, b.high);
  return low <= high ? { low, high } : null;
}

export function holds(interval: Interval | null, value: Exact): boolean {
  return interval !== null && value >= interval.low && value <= interval.high;
}

function demandLinear(edit: LinearEdit, fact: Fact, exactly: boolean): Interval | null {
  const sums = sumsOf(edit);
  const coefficient = sums.coefficients.get(fact) ?? 0n;
  const rest = sums.total - coefficient * fact.value;
  let { tolerance } = sums;
  if (coefficient === 0n) return null;
  if (edit.method === 'T0' || exactly) tolerance = 0n;
  const low =
    coefficient > 0n ? divideUp(-rest - tolerance, coefficient) : divideUp(-rest + tolerance, coefficient);
  const high =
    coefficient > 0n
      ? divideDown(-rest + tolerance, coefficient)
      : divideDown(-rest - tolerance, coefficient);
  if (edit.relation === '=') return low <= high ? { low, high } : null;
  return coefficient > 0n ? { low: -BOUNDLESS, high } : { low, high: BOUNDLESS };
}

/** What every fact of a linear edit asks of it: its left side as printed, its tolerance, and what each fact counts for. */
interface Sums {
  total: Exact;
  tolerance: Exact;
  coefficients: ReadonlyMap<Fact, bigint>;
}

/** Added up once for each edit: each of the 10 000 parts of a sum would add up all the others. */
const sumsOf = keptWith((edit: LinearEdit): Sums => {
  const coefficients = new Map<Fact, bigint>();
  let total = edit.constant;
  let tolerance = edit.slack ?? 0n;
  for (const { fact, coefficient } of edit.terms) {
    coefficients.set(fact, (coefficients.get(fact) ?? 0n) + coefficient);
    total += coefficient * fact.value;
    tolerance += magnitude(coefficient) * fact.half;
  }
  return { total, tolerance, coefficients };
});

function demandRatio(edit: RatioEdit, fact: Fact, lenient: boolean): Interval | null {
  const { rate, numerator, denominator } = edit;
  if (numerator.fact === denominator.fact) return null;
  const d = ends(denominator, halfOf(edit, 'denominator'));
  const n = ends(numerator, halfOf(edit, 'numerator'));
  const half = lenient ? 2n * rate.fact.half : rate.fact.half;
  const offset = ratioOffset(edit);
  const r = { low: rate.fact.value + offset - half, high: rate.fact.value + offset + half };
  if (fact === rate.fact) {
    if (d.low <= 0n) return null;
    const low = divideDown(HUNDRED * n.low, n.low < 0n ? d.low : d.high) - offset - half;
    return { low, high: divideUp(HUNDRED * n.high, n.high < 0n ? d.high : d.low) - offset + half };
  }
  if (fact === numerator.fact) {
    if (d.low <= 0n) return null;
    const bounds = { low: (r.low * d.low) / HUNDRED, high: divideUp(r.high * d.high, HUNDRED) };
    return unscaled(bounds, numerator);
  }
  if (fact !== denominator.fact || r.low <= 0n || n.low <= 0n) return null;
  const bounds = { low: divideDown(HUNDRED * n.low, r.high), high: divideUp(HUNDRED * n.high, r.low) };
  return unscaled(bounds, denominator);
}

/** What a term stands for, scaled: its value less and plus its half unit. */
function ends({ fact, coefficient }: Term, half = fact.half * coefficient): Interval {
  const value = fact.value * coefficient;
  return { low: value - half, high: value + half };
}

function unscaled(interval: Interval, { fact, coefficient }: Term): Interval {
  return {
    low: divideDown(interval.low, coefficient) - fact.half,
    high: divideUp(interval.high, coefficient) + fact.half,
  };
}

function demandProduct(edit: ProductEdit, fact: Fact): Interval | null {
  const { amount } = edit;
  if (fact === amount.fact) {
    const bounds = unscaled(productBounds(edit), amount);
    return edit.relation === '=' ? bounds : { low: bounds.low, high: BOUNDLESS };
  }
  const own = edit.factors.find((term) => term.fact === fact);
  if (own === undefined) return null;
  const others = productBounds(edit, fact);
  if (others.low <= 0n) return null;
  const value = ends(amount);
  const high = divideUp(value.high * ONE, others.low);
  const low = edit.relation === '=' ? divideDown(value.low * ONE, others.high) : 0n;
  return unscaled({ low, high }, own);
}
