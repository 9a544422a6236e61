import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exact, ONE, placesOf, show } from '../../src/reconcile/facts/exact.ts';
import { keptWith, remembered } from '../../src/reconcile/remembered.ts';
import { fromNumber } from '../../src/values/decimal.ts';

describe('what is worked out once', () => {
  it('asks a function of texts once a text, also where it gives null or nothing', () => {
    const asked: string[] = [];
    const known = remembered((text) => {
      asked.push(text);
      return text === '' ? null : text.length;
    });
    expect(['人', '', '人', '万人', ''].map(known)).toEqual([1, null, 1, 2, null]);
    expect(asked).toEqual(['人', '', '万人']);
  });

  it('asks a function of records once a record, not once a look', () => {
    let asked = 0;
    const known = keptWith((record: { value: number }) => {
      asked += 1;
      return record.value > 0 ? record.value : undefined;
    });
    const [one, same, none] = [{ value: 1 }, { value: 1 }, { value: 0 }];
    expect([one, same, none, none, one].map(known)).toEqual([1, 1, undefined, undefined, 1]);
    expect(asked).toBe(3);
  });
});

describe('the short ways to exact figures', () => {
  it('gives the decimal that a number prints, however large', () => {
    const printed = fc.tuple(
      fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }),
      fc.integer({ min: 0, max: 9 }),
    );
    fc.assert(
      fc.property(printed, ([digits, scale]) => {
        const value = Number(digits) / 10 ** scale;
        const { coefficient, scale: places } = fromNumber(value)!;
        const shift = 10 - places;
        fc.pre(shift >= 0);
        expect(exact(value)).toBe(BigInt(coefficient) * 10n ** BigInt(shift));
      }),
    );
    expect(show(exact(1_234_567.89))).toBe('1234567.89');
    expect(exact(900_000_000_000) / ONE).toBe(900_000_000_000n);
  });

  it('counts the decimals of the first figure that has any', () => {
    const byPattern = (text: string) => /\d[\d,，]*[.．](\d+)/.exec(text)?.[1]?.length ?? 0;
    const text = fc.string({
      unit: fc.constantFrom('1', '0', '.', '．', ',', '，', '万', ' '),
      maxLength: 12,
    });
    fc.assert(
      fc.property(text, (raw) => {
        expect(placesOf(raw)).toBe(byPattern(raw));
      }),
    );
  });
});
