import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  compare,
  type Decimal,
  decimalOf,
  decimalText,
  fromNumber,
  negate,
  parseDecimal,
  shift,
  toNumber,
} from '../../src/values/decimal.ts';

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
    expect(toNumber(shift(parseDecimal('6951.77') as Decimal, 4))).toBe(69517700);
  });

  test('keeps the printed places and compares without them', () => {
    const printed = parseDecimal('90.00') as Decimal;
    expect(printed).toEqual({ coefficient: 9000, scale: 2 });
    expect(decimalText(printed)).toBe('90.00');
    expect(compare(printed, { coefficient: 90, scale: 0 })).toBe(0);
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

  test('compares as rationals do, scales without rounding and turns the sign', () => {
    fc.assert(
      fc.property(any, any, fc.integer({ min: -6, max: 8 }), (a, b, power) => {
        const [an, ad] = rational(a);
        const [bn, bd] = rational(b);
        expect(Math.sign(compare(a, b))).toBe(an * bd < bn * ad ? -1 : an * bd > bn * ad ? 1 : 0);
        const [up, down] = power < 0 ? [1n, 10n ** BigInt(-power)] : [10n ** BigInt(power), 1n];
        expect(same(rational(shift(a, power)), [an * up, ad * down])).toBe(true);
        expect(same(rational(negate(a)), [-an, ad])).toBe(true);
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
