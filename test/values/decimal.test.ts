import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  add,
  compare,
  type Decimal,
  decimalOf,
  decimalText,
  fromNumber,
  halfUnit,
  isZero,
  multiply,
  parseDecimal,
  shift,
  subtract,
  sum,
  toNumber,
  trim,
} from '../../src/values/decimal.ts';
import {
  boundsOfRatio,
  compareRatio,
  compareRatios,
  divide,
  round,
  roundRatio,
} from '../../src/values/ratio.ts';

const decimals = fc
  .tuple(fc.bigInt({ min: -(10n ** 24n), max: 10n ** 24n }), fc.integer({ min: 0, max: 12 }))
  .map(([coefficient, scale]) => decimalOf(coefficient, scale));
const small = fc
  .tuple(fc.integer({ min: -1e9, max: 1e9 }), fc.integer({ min: 0, max: 4 }))
  .map(([coefficient, scale]) => decimalOf(coefficient, scale));
const any = fc.oneof(decimals, small);

/** A plain rational to hold the decimals against: numerator over a power of ten. */
function rational(value: Decimal): [bigint, bigint] {
  return [BigInt(value.coefficient), 10n ** BigInt(value.scale)];
}
function same([a, b]: [bigint, bigint], [c, d]: [bigint, bigint]): boolean {
  return a * d === c * b;
}

describe('decimals', () => {
  test('no binary rounding', () => {
    const tenth = parseDecimal('0.1') as Decimal;
    const fifth = parseDecimal('0.2') as Decimal;
    expect(decimalText(add(tenth, fifth))).toBe('0.3');
    expect(toNumber(shift(parseDecimal('6951.77') as Decimal, 4))).toBe(69517700);
  });

  test('keeps the printed places and compares without them', () => {
    const printed = parseDecimal('90.00') as Decimal;
    expect(printed).toEqual({ coefficient: 9000, scale: 2 });
    expect(decimalText(printed)).toBe('90.00');
    expect(compare(printed, { coefficient: 90, scale: 0 })).toBe(0);
    expect(trim(printed)).toEqual({ coefficient: 90, scale: 0 });
    expect(decimalText(halfUnit(2))).toBe('0.005');
  });

  test.each(['', '.', '1.', '1,2', '1e3', 'x', '--1', '1.2.3', '9'.repeat(61)])(
    '%s is no decimal',
    (text) => {
      expect(parseDecimal(text)).toBeNull();
    },
  );

  test.each([Number.NaN, Number.POSITIVE_INFINITY])('%d is no decimal', (value) => {
    expect(fromNumber(value)).toBeNull();
  });

  test('arithmetic agrees with rationals', () => {
    fc.assert(
      fc.property(any, any, (a, b) => {
        const [an, ad] = rational(a);
        const [bn, bd] = rational(b);
        expect(same(rational(add(a, b)), [an * bd + bn * ad, ad * bd])).toBe(true);
        expect(same(rational(subtract(a, b)), [an * bd - bn * ad, ad * bd])).toBe(true);
        expect(same(rational(multiply(a, b)), [an * bn, ad * bd])).toBe(true);
        expect(Math.sign(compare(a, b))).toBe(an * bd < bn * ad ? -1 : an * bd > bn * ad ? 1 : 0);
      }),
    );
  });

  test('sums do not depend on the order', () => {
    fc.assert(
      fc.property(fc.array(any, { maxLength: 12 }), (values) => {
        expect(compare(sum(values), sum([...values].reverse()))).toBe(0);
      }),
    );
  });

  test('text is read back as it was', () => {
    fc.assert(
      fc.property(any, (value) => {
        expect(parseDecimal(decimalText(value))).toEqual(value);
      }),
    );
  });

  test('every number goes there and back, and is the nearest one', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        expect(toNumber(fromNumber(value) as Decimal)).toBe(value === 0 ? 0 : value);
      }),
    );
    fc.assert(
      fc.property(any, (value) => {
        expect(toNumber(value)).toBe(Number(decimalText(value)));
      }),
    );
  });
});

describe('ratios', () => {
  const one = decimalOf(1, 0);

  test('a division by zero is null', () => {
    expect(divide(one, decimalOf(0, 2))).toBeNull();
  });

  test('a half is rounded away from zero', () => {
    expect(decimalText(round(decimalOf(-25, 1), 0))).toBe('-3');
    expect(decimalText(round(decimalOf(25, 1), 0))).toBe('3');
    expect(decimalText(round(decimalOf(2499, 3), 0))).toBe('2');
    expect(
      decimalText(roundRatio({ numerator: decimalOf(2, 0), denominator: decimalOf(3, 0) }, 4, 'half_up')),
    ).toBe('0.6667');
    expect(
      decimalText(roundRatio({ numerator: decimalOf(2, 0), denominator: decimalOf(3, 0) }, 4, 'down')),
    ).toBe('0.6666');
  });

  test('lies between its bounds, one unit of the last place apart', () => {
    fc.assert(
      fc.property(any, any, fc.integer({ min: 0, max: 6 }), (a, b, places) => {
        const ratio = divide(a, b);
        expect(ratio === null).toBe(isZero(b));
        if (!ratio) return;
        const { lower, upper } = boundsOfRatio(ratio, places);
        expect(compareRatio(ratio, lower)).toBeGreaterThanOrEqual(0);
        expect(compareRatio(ratio, upper)).toBeLessThanOrEqual(0);
        expect(compare(subtract(upper, lower), decimalOf(1, places))).toBeLessThanOrEqual(0);
        const nearest = roundRatio(ratio, places, 'half_up');
        expect([compare(nearest, lower), compare(nearest, upper)]).toContain(0);
      }),
    );
  });

  test('compare by cross multiplication', () => {
    fc.assert(
      fc.property(small, small, small, small, (a, b, c, d) => {
        const first = divide(a, b);
        const second = divide(c, d);
        if (!first || !second) return;
        const [x, y] = [first, second].map((ratio) => [
          BigInt(ratio.numerator.coefficient) * 10n ** BigInt(ratio.denominator.scale),
          BigInt(ratio.denominator.coefficient) * 10n ** BigInt(ratio.numerator.scale),
        ]) as [[bigint, bigint], [bigint, bigint]];
        const difference = x[0] * y[1] - y[0] * x[1];
        expect(compareRatios(first, second)).toBe(difference < 0n ? -1 : difference > 0n ? 1 : 0);
      }),
    );
  });
});
