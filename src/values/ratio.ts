import { type Decimal, decimalOf, isZero, multiply, negate, signOf } from './decimal.ts';

/** An exact quotient of two decimals. The denominator is greater than zero. */
export interface Ratio {
  readonly numerator: Decimal;
  readonly denominator: Decimal;
}

/** How a quotient is cut to a number of places. `half_up` rounds a half away from zero, as accounts do. */
export type Rounding = 'half_up' | 'down' | 'floor' | 'ceiling';

/** The exact quotient; null where the divisor is zero. */
export function divide(a: Decimal, b: Decimal): Ratio | null {
  if (isZero(b)) return null;
  return signOf(b) < 0 ? { numerator: negate(a), denominator: negate(b) } : { numerator: a, denominator: b };
}

/** -1, 0 or 1, by cross multiplication. */
export function compareRatios(a: Ratio, b: Ratio): -1 | 0 | 1 {
  return compareCoefficients(multiply(a.numerator, b.denominator), multiply(b.numerator, a.denominator));
}

/** Compares a quotient with a decimal: -1, 0 or 1. */
export function compareRatio(ratio: Ratio, value: Decimal): -1 | 0 | 1 {
  return compareCoefficients(ratio.numerator, multiply(value, ratio.denominator));
}

/** The quotient as a decimal of so many places. */
export function roundRatio(ratio: Ratio, places: number, rounding: Rounding): Decimal {
  const { numerator: n, denominator: d } = ratio;
  const power = places + d.scale - n.scale;
  const top = BigInt(n.coefficient) * (power > 0 ? 10n ** BigInt(power) : 1n);
  const bottom = BigInt(d.coefficient) * (power < 0 ? 10n ** BigInt(-power) : 1n);
  return decimalOf(quotient(top, bottom, rounding), places);
}

/** A decimal cut to so many places. */
export function round(value: Decimal, places: number, rounding: Rounding = 'half_up'): Decimal {
  return roundRatio({ numerator: value, denominator: { coefficient: 1, scale: 0 } }, places, rounding);
}

/** The two decimals of so many places that the quotient lies between; equal where it is exact. */
export function boundsOfRatio(ratio: Ratio, places: number): { lower: Decimal; upper: Decimal } {
  return { lower: roundRatio(ratio, places, 'floor'), upper: roundRatio(ratio, places, 'ceiling') };
}

function compareCoefficients(a: Decimal, b: Decimal): -1 | 0 | 1 {
  const scale = Math.max(a.scale, b.scale);
  const x = BigInt(a.coefficient) * 10n ** BigInt(scale - a.scale);
  const y = BigInt(b.coefficient) * 10n ** BigInt(scale - b.scale);
  return x < y ? -1 : x > y ? 1 : 0;
}

/** BigInt division truncates towards zero; the divisor is positive. */
function quotient(top: bigint, bottom: bigint, rounding: Rounding): bigint {
  const whole = top / bottom;
  const rest = top % bottom;
  if (rest === 0n || rounding === 'down') return whole;
  if (rounding === 'floor') return top < 0n ? whole - 1n : whole;
  if (rounding === 'ceiling') return top > 0n ? whole + 1n : whole;
  const twice = 2n * (rest < 0n ? -rest : rest);
  if (twice < bottom) return whole;
  return top < 0n ? whole - 1n : whole + 1n;
}
