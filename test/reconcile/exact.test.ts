import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  divideDown,
  divideRounded,
  divideUp,
  exact,
  halfUnit,
  ONE,
  placesOf,
  roundTo,
  show,
  toNumber,
} from '../../src/reconcile/facts/exact.ts';

describe('exact figures', () => {
  it('are what a number prints, to the tenth decimal', () => {
    expect(exact(0.1) + exact(0.2)).toBe(exact(0.3));
    expect(exact(6951.77)).toBe(69517700000000n);
    expect(exact(-64840547.34)).toBe(-648405473400000000n);
    expect(exact(1e21)).toBe(10n ** 31n);
    expect(exact(Number.NaN)).toBe(0n);
  });

  it('print as they were read, for any amount with up to six decimals', () => {
    const amounts = fc.tuple(
      fc.integer({ min: -999_999_999, max: 999_999_999 }),
      fc.integer({ min: 0, max: 6 }),
    );
    fc.assert(
      fc.property(amounts, ([units, places]) => {
        const value = Number(`${units}e-${places}`);
        expect(toNumber(exact(value))).toBe(value === 0 ? 0 : value);
        expect(Number(show(exact(value), 2))).toBe(value === 0 ? 0 : value);
      }),
    );
  });

  it('divide between floor and ceiling, and round half away from zero', () => {
    const numbers = fc.tuple(fc.bigInt(-(10n ** 20n), 10n ** 20n), fc.bigInt(1n, 10n ** 12n));
    fc.assert(
      fc.property(numbers, ([n, d]) => {
        const down = divideDown(n, d);
        expect(down * d <= n && n < (down + 1n) * d).toBe(true);
        expect(divideUp(n, d) - down).toBe(n % d === 0n ? 0n : 1n);
        expect([down, divideUp(n, d)]).toContain(divideRounded(n, d));
      }),
    );
    expect(roundTo(exact(2.345), 2)).toBe(exact(2.35));
    expect(roundTo(exact(-2.345), 2)).toBe(exact(-2.35));
  });

  it('know the decimals of a print', () => {
    expect(['1,234.50', '90', '2.47万元', '≥0.42万元/次', '０.５'].map(placesOf)).toEqual([2, 0, 2, 2, 0]);
    expect(halfUnit(2)).toBe(ONE / 200n);
  });
});
