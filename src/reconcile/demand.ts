import type { Edit, LinearEdit, ProductEdit, RatioEdit, Term } from './edit.ts';
import { type Interval, productBounds, ratioOffset } from './evaluate.ts';
import { divideDown, divideUp, type Exact, HUNDRED, larger, magnitude, ONE, smaller } from './exact.ts';
import type { Fact } from './fact.ts';

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
  let coefficient = 0n;
  let rest = edit.constant;
  let tolerance = edit.slack ?? 0n;
  for (const term of edit.terms) {
    if (term.fact === fact) coefficient += term.coefficient;
    else rest += term.coefficient * term.fact.value;
    tolerance += magnitude(term.coefficient) * term.fact.half;
  }
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

function demandRatio(edit: RatioEdit, fact: Fact, lenient: boolean): Interval | null {
  const { rate, numerator, denominator } = edit;
  if (numerator.fact === denominator.fact) return null;
  const d = ends(denominator);
  const n = ends(numerator);
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
function ends({ fact, coefficient }: Term): Interval {
  return { low: (fact.value - fact.half) * coefficient, high: (fact.value + fact.half) * coefficient };
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
