import type { Interval } from '../edits/evaluate.ts';
import { type Exact, exact, powerOfTen, show, unitInLastPlace } from '../facts/exact.ts';
import type { Fact } from '../facts/fact.ts';

/** A slip that turns `value` into what is printed, with the cost of believing in it. */
export interface Typed {
  generator: string;
  value: Exact;
  cost: number;
  /** What the value may be off by: a figure scaled up has the precision of its print scaled up. */
  reach?: Exact;
}

/** Base costs of the generators: the likelier a slip of the hand or of the reader, the smaller. */
export const COST = {
  H1: 2.0,
  H2: 1.8,
  H3: 2.6,
  H4: 3.2,
  H5: 2.6,
  H6: 2.2,
  H7: 2.4,
  H8: 3.0,
  H9: 3.5,
  H10: 4.0,
  H11: 3.0,
  H12: 3.0,
  H14: 3.5,
  H15: 3.0,
  H16: 1.5,
  H17: 2.5,
  H18: 2.2,
  H19: 7.0,
} as const;

/** A dropped digit that is not the twin of its neighbour is a little less likely than a doubled one. */
const PLAIN_DELETION = 0.2;
/** What is hardly ever negative and prints a sign: likelier the sign is wrong than a digit elsewhere. */
const STRAY_SIGN = 1;
const CONFUSABLE = new Set(['08', '06', '68', '17', '38', '56', '49']);
/** What copying from paper takes off the cost of a digit that looks like the right one. */
const COPIED = 0.2;
/** Below it a figure was recognised from a picture. */
const AS_PRINTED = 0.999;

/**
 * A digit for another: likelier where the two look alike to who reads a picture. Whoever types from paper may take 8 for 6 too, but
 * hardly sooner than any digit for any other.
 */
function respelling(fact: Fact, one: string, other: string): readonly ['H2' | 'H3', number] {
  const pair = other < one ? other + one : one + other;
  if (!CONFUSABLE.has(pair)) return ['H3', COST.H3];
  return fact.confidence < AS_PRINTED ? ['H2', COST.H2] : ['H3', COST.H3 - COPIED];
}

/** Every typed slip that explains the printed figure by a true value inside the interval. */
export function typedValues(fact: Fact, interval: Interval): Typed[] {
  const found: Typed[] = [];
  const keep: Keep = (generator, value, cost, reach = 0n) => {
    const { low, high } = interval;
    if (value === fact.value || value + reach < low || value - reach > high) return;
    found.push(reach === 0n ? { generator, value, cost } : { generator, value, cost, reach });
  };
  if (fact.value !== 0n) {
    byDigits(fact, keep);
    byScale(fact, keep);
    keep('H8', -fact.value, fact.value < 0n && !isSigned(fact) ? COST.H8 - STRAY_SIGN : COST.H8);
  } else if (digitsOf(fact).digits.length === 1) {
    for (const digit of '123456789') {
      const [generator, cost] = respelling(fact, '0', digit);
      keep(generator, BigInt(digit) * unitInLastPlace(0), cost);
    }
  }
  return found;
}

type Keep = (generator: string, value: Exact, cost: number, reach?: Exact) => void;

function byDigits(fact: Fact, keep: Keep): void {
  const { digits, places } = digitsOf(fact);
  const unit = unitInLastPlace(places);
  const sign = fact.value < 0n ? -unit : unit;
  const value = (text: string): Exact => BigInt(text) * sign;
  const whole = digits.length - places;
  const plausible = (text: string, length: number): boolean => length <= 1 || text[0] !== '0';
  for (let i = 0; i < digits.length; i++) {
    const head = digits.slice(0, i);
    const digit = digits[i]!;
    const tail = digits.slice(i + 1);
    const next = digits[i + 1];
    if (next !== undefined && next !== digit) {
      const text = head + next + digit + digits.slice(i + 2);
      if (plausible(text, whole)) keep('H1', value(text), COST.H1);
    }
    for (const other of '0123456789') {
      if (other === digit) continue;
      const text = head + other + tail;
      const [generator, cost] = respelling(fact, digit, other);
      if (plausible(text, whole)) keep(generator, value(text), cost);
    }
    deletions(fact, { digits, places, i }, keep);
  }
  insertions(fact, digits, places, keep);
}

function deletions(
  fact: Fact,
  { digits, places, i }: { digits: string; places: number; i: number },
  keep: Keep,
): void {
  if (digits.length < 2) return;
  const whole = digits.length - places;
  const fewer = i >= whole ? places - 1 : places;
  const text = digits.slice(0, i) + digits.slice(i + 1);
  if (i === 0 && whole > 1 && text[0] === '0' && whole > 2) return;
  const doubled = digits[i] === digits[i - 1] || digits[i] === digits[i + 1];
  const unit = unitInLastPlace(fewer);
  keep('H4', BigInt(text) * (fact.value < 0n ? -unit : unit), COST.H4 + (doubled ? 0 : PLAIN_DELETION));
}

function insertions(fact: Fact, digits: string, places: number, keep: Keep): void {
  const whole = digits.length - places;
  const most = Math.max(fact.places, places);
  for (let i = 0; i <= digits.length; i++) {
    for (const digit of '0123456789') {
      if (i === 0 && digit === '0') continue;
      const text = digits.slice(0, i) + digit + digits.slice(i);
      const left = unitInLastPlace(places);
      const right = unitInLastPlace(places + 1);
      const sign = fact.value < 0n ? -1n : 1n;
      if (i <= whole) keep('H4', sign * BigInt(text) * left, COST.H4);
      if (i >= whole && places < most) keep('H4', sign * BigInt(text) * right, COST.H4);
    }
  }
}

const POWERS = [1, 2, 3, 4, 5, 6, 7, 8];
/** A decimal point slips by up to three places; farther is a slip of unit. */
const POINT_REACH = 3;

function byScale(fact: Fact, keep: Keep): void {
  const isRate = fact.unit === '%' || fact.field === 'share';
  for (const k of POWERS) {
    const power = powerOfTen(k);
    const up = fact.value * power;
    const reach = fact.half * power;
    const down = fact.value / power;
    const pointed =
      k <= POINT_REACH && (fact.text.includes('.') || down * power !== fact.value || fact.places > 0);
    const [generator, cost] =
      isRate && k === 2
        ? (['H18', COST.H18] as const)
        : pointed
          ? (['H7', COST.H7] as const)
          : (['H5', COST.H5] as const);
    keep(generator, up, cost, reach);
    // What was printed ten times too large would have been printed in the decimals of its column.
    if (down * power === fact.value && down % unitInLastPlace(fact.places) === 0n)
      keep(generator, down, cost);
  }
}

/** A change or a balance may have either sign, and so may lose it: its measure stands in the key of its line. */
export function isSigned({ field, key }: Fact): boolean {
  const [, , , measure] = key.split('|');
  return field === 'value' && (measure === 'adjustment' || measure === 'balance' || measure === 'rate');
}

/** Digits of the figure as printed, without its point, and how many of them stand behind it. */
function digitsOf(fact: Fact): { digits: string; places: number } {
  const printed = /\d[\d,，]*(?:[.．]\d+)?/.exec(fact.text)?.[0]?.replace(/[,，]/g, '').replace('．', '.');
  const text =
    printed !== undefined && exact(Number(printed)) === (fact.value < 0n ? -fact.value : fact.value)
      ? printed
      : show(fact.value < 0n ? -fact.value : fact.value);
  const point = text.indexOf('.');
  return { digits: text.replace('.', ''), places: point < 0 ? 0 : text.length - point - 1 };
}
