/**
 * Exact decimals: a whole coefficient and the number of places after the point. The coefficient is a plain number while it
 * is a safe integer and a BigInt beyond, so that ordinary figures cost no more than integers.
 * The scale is the printed one: 90.00 keeps two places, because precision is read from the print.
 */
export interface Decimal {
  /** The value times ten to the scale; a BigInt only where it is no safe integer. */
  readonly coefficient: number | bigint;
  /** Places after the point, 0 or more. */
  readonly scale: number;
}

/** A figure of a filing has fewer digits by far; a longer run is a code or a damaged text. */
export const MAX_DIGITS = 60;

const powers = Array.from({ length: 16 }, (_, exponent) => 10 ** exponent);
const plain = /^([+-]?)(\d*)(?:\.(\d+))?$/;

/** Reads `-1234.50` as printed; null where the text is no plain decimal or has more than {@link MAX_DIGITS} digits. */
export function parseDecimal(text: string): Decimal | null {
  if (text.length > MAX_DIGITS + 2) return null;
  const match = plain.exec(text);
  if (!match) return null;
  const whole = match[2] ?? '';
  const fraction = match[3] ?? '';
  const digits = whole + fraction;
  if (digits === '' || digits.length > MAX_DIGITS) return null;
  const size = digits.length <= 15 ? Number(digits) : BigInt(digits);
  return decimalOf(match[1] === '-' ? -size : size, fraction.length);
}

/** The decimal that a binary number prints as (its shortest form): 0.1 is exactly one tenth. Null where it is not finite. */
export function fromNumber(value: number): Decimal | null {
  if (Number.isSafeInteger(value)) return { coefficient: value === 0 ? 0 : value, scale: 0 };
  if (!Number.isFinite(value)) return null;
  const [mantissa = '', exponent = '0'] = String(value).split('e');
  const [whole = '', fraction = ''] = mantissa.split('.');
  return shift(decimalOf(BigInt(whole + fraction), fraction.length), Number(exponent));
}

/** A decimal of a coefficient and a scale, with the coefficient in its cheapest form. */
export function decimalOf(coefficient: number | bigint, scale: number): Decimal {
  if (typeof coefficient === 'number') return { coefficient: coefficient === 0 ? 0 : coefficient, scale };
  const number = Number(coefficient);
  return { coefficient: Number.isSafeInteger(number) ? number : coefficient, scale };
}

/** The value times ten to the power: exact, and how 万 and % are scaled. */
export function shift(value: Decimal, power: number): Decimal {
  if (power <= value.scale) return { coefficient: value.coefficient, scale: value.scale - power };
  return decimalOf(timesPower(value.coefficient, power - value.scale), 0);
}

export function negate(value: Decimal): Decimal {
  return value.coefficient === 0 ? value : { coefficient: -value.coefficient, scale: value.scale };
}

/** -1, 0 or 1. Scale plays no part: 90 and 90.00 are equal. */
export function compare(a: Decimal, b: Decimal): -1 | 0 | 1 {
  const scale = Math.max(a.scale, b.scale);
  const x = timesPower(a.coefficient, scale - a.scale);
  const y = timesPower(b.coefficient, scale - b.scale);
  return x < y ? -1 : x > y ? 1 : 0;
}

/** The nearest binary number, correctly rounded. */
export function toNumber(value: Decimal): number {
  // A quotient of two exactly representable numbers is correctly rounded (IEEE 754 §4.3); 10^15 is one.
  if (typeof value.coefficient === 'number' && value.scale <= 15) {
    return value.coefficient / (powers[value.scale] as number);
  }
  return Number(decimalText(value));
}

/** As it would be printed, with all places of its scale: `-1234.50`. */
export function decimalText(value: Decimal): string {
  if (value.scale === 0) return String(value.coefficient);
  const negative = value.coefficient < 0;
  const digits = String(negative ? -value.coefficient : value.coefficient).padStart(value.scale + 1, '0');
  const point = digits.length - value.scale;
  return `${negative ? '-' : ''}${digits.slice(0, point)}.${digits.slice(point)}`;
}

function timesPower(coefficient: number | bigint, power: number): number | bigint {
  if (power === 0) return coefficient;
  if (typeof coefficient === 'number' && power <= 15) {
    const product = coefficient * (powers[power] as number);
    if (Number.isSafeInteger(product)) return product;
  }
  return BigInt(coefficient) * 10n ** BigInt(power);
}
