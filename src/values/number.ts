import { type Decimal, MAX_DIGITS, negate, parseDecimal, shift, toNumber } from './decimal.ts';
import { fold } from './fold.ts';

/** A number as printed. */
export interface PrintedNumber {
  /** Nearest binary number, for records. */
  value: number;
  /** Exact, with the printed places as its scale. */
  decimal: Decimal;
  /** Whether thousands are grouped: 24,216.22. */
  grouped: boolean;
}

/**
 * Why a text that looks like a number is none: `grouping` 1,23 · `points` 1.234.5 · `too_long` more digits than a number
 * can hold exactly (a code).
 */
export type NumberFault = 'grouping' | 'points' | 'too_long';

const ungrouped = /^[+-]?(?:\d+(?:\.\d+)?|\.\d+)$/;
const grouped = /^[+-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/;
const scientific = /^([+-]?\d+(?:\.\d+)?)[eE]([+-]\d{1,2})$/;
const accounting = /^\((.+)\)$/;
const numberLike = /^[+-]?[\d,.]*\d[\d,.]*$/;

/**
 * Reads a cell that holds a number and nothing else: 24,216.22, -1234, ．5, full-width digits, the accountant's negative
 * (1,234.00) and a spreadsheet's 1.2E+05. Null where it is anything else; {@link numberFault} then says whether it is a
 * damaged number. A bare (5) is no negative number but a mark, so brackets need grouping, a fraction or four digits.
 */
export function readNumber(text: string): PrintedNumber | null {
  const folded = text.length > 2 * MAX_DIGITS ? '' : fold(text).trim();
  if (folded === '') return null;
  const bracketed = accounting.exec(folded);
  if (!bracketed) return readSigned(folded);
  const inner = bracketed[1] as string;
  const size = /^[\d,.]{2,}$/.test(inner) && /[,.]|\d{4}/.test(inner) ? readSigned(inner) : null;
  if (!size) return null;
  const decimal = negate(size.decimal);
  return { ...size, decimal, value: toNumber(decimal) };
}

/** What is wrong with a text made of digits, commas and points that {@link readNumber} refuses; null where it is sound or no number. */
export function numberFault(text: string): NumberFault | null {
  const folded = text.length > 10 * MAX_DIGITS ? '' : fold(text).trim();
  if (!numberLike.test(folded) || readNumber(folded)) return null;
  if (/\..*[.,]|\.$|^\.$/.test(folded)) return 'points';
  return folded.includes(',') && !grouped.test(folded) ? 'grouping' : 'too_long';
}

function readSigned(text: string): PrintedNumber | null {
  if (ungrouped.test(text)) return printed(parseDecimal(text), false);
  if (grouped.test(text)) return printed(parseDecimal(text.replaceAll(',', '')), true);
  const match = scientific.exec(text);
  if (!match) return null;
  const mantissa = parseDecimal(match[1] as string);
  return mantissa && printed(shift(mantissa, Number(match[2])), false);
}

/** A whole number beyond 2^53 would lose digits as a JSON number, so it is not read as one. */
function printed(decimal: Decimal | null, isGrouped: boolean): PrintedNumber | null {
  if (!decimal) return null;
  const value = toNumber(decimal);
  return Math.abs(value) <= Number.MAX_SAFE_INTEGER ? { value, decimal, grouped: isGrouped } : null;
}
