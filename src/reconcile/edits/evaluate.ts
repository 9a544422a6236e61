import {
  divideDown,
  divideRounded,
  divideUp,
  type Exact,
  HUNDRED,
  halfUnit,
  magnitude,
  ONE,
} from '../facts/exact.ts';
import type { Fact } from '../facts/fact.ts';
import type { Edit, LinearEdit, ProductEdit, RatioEdit } from './edit.ts';

/**
 * How far an edit is from holding. `residual` is the printed left side less what the others make of it, `tolerance` the
 * largest residual that half-up rounding of the printed columns can leave; both in the unit of the left side.
 */
export interface Evaluation {
  edit: Edit;
  /** What the left side would have to be, from the other terms; null where it cannot be computed. */
  expected: Exact | null;
  /** What is printed there: the left side, or the sum where the right side is a constant. */
  actual: Exact;
  residual: Exact;
  tolerance: Exact;
  /** The printed figures fit without any allowance. */
  exactly: boolean;
  /** They fit within the precision of their columns. */
  within: boolean;
}

/** Values closed at both ends. */
export interface Interval {
  low: Exact;
  high: Exact;
}

export function evaluate(edit: Edit): Evaluation | null {
  if (edit.type === 'linear') return evaluateLinear(edit);
  return edit.type === 'ratio' ? evaluateRatio(edit) : evaluateProduct(edit);
}

/** Of `Σ coefficient · fact + constant`: the left side is the first term. */
function evaluateLinear(edit: LinearEdit): Evaluation {
  let residual = edit.constant;
  let tolerance = edit.slack ?? 0n;
  const rounds = edit.method !== 'T0';
  for (const { fact, coefficient } of edit.terms) {
    // Nearly all coefficients are 1 and −1, and a product is a new integer each time.
    if (coefficient === 1n) residual += fact.value;
    else if (coefficient === -1n) residual -= fact.value;
    else residual += coefficient * fact.value;
    if (rounds && fact.half !== 0n) tolerance += magnitude(coefficient) * fact.half;
  }
  if (!rounds) tolerance = 0n;
  const first = edit.terms[0]!;
  const size = magnitude(first.coefficient);
  const sign = first.coefficient < 0n ? -1n : 1n;
  const off = edit.relation === '<=' && residual <= 0n ? 0n : magnitude(residual);
  const difference = size === 1n ? sign * residual : sign * divideRounded(residual, size);
  const actual = sumsToConstant(edit) ? residual - edit.constant : first.fact.value;
  return {
    edit,
    expected: actual - difference,
    actual,
    residual: difference,
    tolerance: size === 1n ? tolerance : divideUp(tolerance, size),
    exactly: off === 0n,
    within: off <= tolerance,
  };
}

/** Weights that are to make 100: every term on the left, a constant on the right. */
export function sumsToConstant(edit: LinearEdit): boolean {
  return edit.constant < 0n && edit.terms.every((term) => term.coefficient > 0n);
}

/** What is taken off 100 · numerator / denominator: the whole itself, for a growth. */
export function ratioOffset(edit: RatioEdit): Exact {
  return edit.growth ? HUNDRED : 0n;
}

/** Bounds of the rate over what the printed operands can stand for. */
export function ratioBounds(edit: RatioEdit): Interval | null {
  const { numerator, denominator } = edit;
  const n = numerator.fact.value * numerator.coefficient;
  const d = denominator.fact.value * denominator.coefficient;
  const halfN = halfOf(edit, 'numerator');
  const halfD = halfOf(edit, 'denominator');
  const lowD = d - halfD;
  const highD = d + halfD;
  if (lowD <= 0n) return null;
  const lowN = HUNDRED * (n - halfN);
  const highN = HUNDRED * (n + halfN);
  const offset = ratioOffset(edit);
  return {
    low: divideDown(lowN, lowN < 0n ? lowD : highD) - offset,
    high: divideUp(highN, highN < 0n ? highD : lowD) - offset,
  };
}

/** How far an operand of a ratio may lie from what is printed, scaled. */
export function halfOf(edit: RatioEdit, side: 'numerator' | 'denominator'): Exact {
  const { coefficient, fact } = edit[side];
  return edit.exact === side ? 0n : fact.half * coefficient;
}

function evaluateRatio(edit: RatioEdit): Evaluation | null {
  const bounds = ratioBounds(edit);
  if (bounds === null) return null;
  const { rate, numerator, denominator } = edit;
  const top = HUNDRED * numerator.fact.value * numerator.coefficient;
  const expected = divideRounded(top, denominator.fact.value * denominator.coefficient) - ratioOffset(edit);
  const value = rate.fact.value;
  const half = rate.fact.half;
  const spread = divideUp(bounds.high - bounds.low, 2n);
  return {
    edit,
    expected,
    actual: value,
    residual: value - expected,
    tolerance: half + spread,
    exactly: value === expected,
    within: value + half >= bounds.low && value - half <= bounds.high,
  };
}

/** Bounds of a product over what its printed factors can stand for, in base units. */
export function productBounds(edit: ProductEdit, without?: Fact): Interval {
  let low = edit.multiplier * ONE;
  let high = low;
  for (const { fact, coefficient } of edit.factors) {
    if (fact === without) continue;
    const least = (fact.value - fact.half) * coefficient;
    const most = (fact.value + fact.half) * coefficient;
    low = divideDown(low * (least < 0n ? 0n : least), ONE);
    high = divideUp(high * (most < 0n ? 0n : most), ONE);
  }
  return { low, high };
}

function evaluateProduct(edit: ProductEdit): Evaluation {
  const { amount, factors, multiplier } = edit;
  let product = multiplier * ONE;
  for (const { fact, coefficient } of factors)
    product = divideRounded(product * fact.value * coefficient, ONE);
  const bounds = productBounds(edit);
  const size = amount.coefficient;
  const value = amount.fact.value * size;
  const half = amount.fact.half * size;
  const reaches = value + half >= bounds.low;
  return {
    edit,
    expected: divideRounded(product, size),
    actual: amount.fact.value,
    residual: divideRounded(value - product, size),
    tolerance: divideUp(half + divideUp(bounds.high - bounds.low, 2n), size),
    exactly: edit.relation === '<=' ? value >= product : value === product,
    within: reaches && (edit.relation === '<=' || value - half <= bounds.high),
  };
}

/** The printed sum is the product to its last place, 分 of 元 too: nothing to note. */
export function isRounded(edit: ProductEdit): boolean {
  const { half, places } = edit.amount.fact;
  const last = half === 0n && places >= 0 ? halfUnit(places) : half;
  return magnitude(evaluateProduct(edit).residual) <= last;
}
