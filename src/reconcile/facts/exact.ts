import { fromNumber } from '../../values/decimal.ts';

/**
 * Exact figures of the reconciliation stage: integers that count units of 10⁻¹⁰.
 * One common scale makes a sum of facts a plain sum of integers; no binary float takes part in a verdict.
 */
export type Exact = bigint;

/** Decimals that the common scale keeps. A printed figure has two to six; a cached Excel rate may have ten. */
const DIGITS = 10;
export const ONE: Exact = 10n ** BigInt(DIGITS);
export const HUNDRED: Exact = 100n * ONE;

/** Below this size a product with 10¹⁰ is off by less than a twentieth of a unit, so that rounding it is exact. */
const SAFE_FOR_ROUNDING = 10_000;
const POWERS: readonly bigint[] = Array.from({ length: 40 }, (_, i) => 10n ** BigInt(i));

/** Digits that a double always keeps: a decimal of no more is the shortest text of the double nearest to it. */
const MOST_DIGITS = 1e15;
/** Decimals tried before the text of a number is taken apart: 分 of 元, then six. */
const USUAL: readonly { scale: number; rest: bigint }[] = [
  { scale: 100, rest: 10n ** 8n },
  { scale: 1_000_000, rest: 10n ** 4n },
];

/** The decimal that a number prints (its shortest text), exactly; digits beyond the tenth decimal are dropped. */
export function exact(value: number): Exact {
  if (Number.isSafeInteger(value)) return BigInt(value) * ONE;
  if (Math.abs(value) < SAFE_FOR_ROUNDING) return BigInt(Math.round(value * 1e10));
  for (const { scale, rest } of USUAL) {
    const units = Math.round(value * scale);
    if (Math.abs(units) < MOST_DIGITS && units / scale === value) return BigInt(units) * rest;
  }
  const decimal = fromNumber(value);
  if (decimal === null) return 0n;
  const shift = DIGITS - decimal.scale;
  const digits = BigInt(decimal.coefficient);
  return shift >= 0 ? digits * powerOfTen(shift) : digits / powerOfTen(-shift);
}

export function powerOfTen(exponent: number): bigint {
  return POWERS[exponent] ?? 10n ** BigInt(exponent);
}

/** Half a unit in the last of `places` decimals. */
export function halfUnit(places: number): Exact {
  return HALF_UNITS[places] ?? (places >= DIGITS ? 0n : 5n * powerOfTen(DIGITS - places - 1));
}

/** One unit in the last of `places` decimals. */
export function unitInLastPlace(places: number): Exact {
  return UNITS[places] ?? (places >= DIGITS ? 1n : powerOfTen(DIGITS - places));
}

const UNITS: readonly Exact[] = Array.from({ length: DIGITS }, (_, places) => powerOfTen(DIGITS - places));
const HALF_UNITS: readonly Exact[] = UNITS.map((unit) => unit / 2n);

export function magnitude(value: Exact): Exact {
  return value < 0n ? -value : value;
}

/** Integers beyond 2⁵³ cannot go through Math.min. */
export function smaller(a: Exact, b: Exact): Exact {
  if (a < b) return a;
  return b;
}

export function larger(a: Exact, b: Exact): Exact {
  if (a > b) return a;
  return b;
}

/** Quotient rounded half away from zero. */
export function divideRounded(numerator: bigint, denominator: bigint): bigint {
  const negative = numerator < 0n !== denominator < 0n;
  const n = magnitude(numerator);
  const d = magnitude(denominator);
  const quotient = (2n * n + d) / (2n * d);
  return negative ? -quotient : quotient;
}

/** Quotient rounded towards minus infinity. */
export function divideDown(numerator: bigint, denominator: bigint): bigint {
  const quotient = numerator / denominator;
  const exactly = quotient * denominator === numerator;
  return exactly || numerator < 0n === denominator < 0n ? quotient : quotient - 1n;
}

/** Quotient rounded towards plus infinity. */
export function divideUp(numerator: bigint, denominator: bigint): bigint {
  return -divideDown(-numerator, denominator);
}

/** Rounds half away from zero to `places` decimals. */
export function roundTo(value: Exact, places: number): Exact {
  const unit = unitInLastPlace(places);
  return divideRounded(value, unit) * unit;
}

export function toNumber(value: Exact): number {
  return Number(show(value));
}

/** Plain decimal text without trailing zeros: `6774.06`, `-0.5`; at least `places` decimals where given. */
export function show(value: Exact, places = 0): string {
  const digits = magnitude(value)
    .toString()
    .padStart(DIGITS + 1, '0');
  const whole = digits.slice(0, -DIGITS);
  const fraction = digits.slice(-DIGITS).replace(/0+$/, '').padEnd(places, '0');
  return `${value < 0n ? '-' : ''}${whole}${fraction === '' ? '' : `.${fraction}`}`;
}

/** Decimals that a printed figure shows: 2 for `1,234.50 万元`, 0 for `90`. */
export function placesOf(text: string): number {
  for (let point = nextPoint(text, 0); point >= 0; point = nextPoint(text, point + 1)) {
    if (!endsFigure(text, point)) continue;
    let end = point + 1;
    while (isDigit(text.charCodeAt(end))) end += 1;
    if (end > point + 1) return end - point - 1;
  }
  return 0;
}

function nextPoint(text: string, from: number): number {
  for (let i = from; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    if (code === POINT || code === WIDE_POINT) return i;
  }
  return -1;
}

/** Digits, commas among them, stand before. */
function endsFigure(text: string, end: number): boolean {
  for (let i = end - 1; i >= 0; i -= 1) {
    const code = text.charCodeAt(i);
    if (isDigit(code)) return true;
    if (code !== COMMA && code !== WIDE_COMMA) return false;
  }
  return false;
}

const [POINT, WIDE_POINT, COMMA, WIDE_COMMA] = [0x2e, 0xff0e, 0x2c, 0xff0c];
const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39;
