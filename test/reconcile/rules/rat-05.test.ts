import { describe, expect, it } from 'vitest';
import { RAT_05 } from '../../../src/reconcile/rules/rat-05.ts';
import { amount, check, figuresOf } from '../records.ts';

const of = (now: number, before: number | null, rate: number) =>
  check(
    {
      amounts: [
        amount({ item: '结转结余', value: now, measure: 'balance' }),
        amount({ item: '结转结余', value: before, measure: 'balance', year: 2030 }),
        amount({ item: '结转结余变动率', value: rate, raw: `${rate}%`, measure: 'rate', unit: '%' }),
      ],
    },
    RAT_05,
  );

describe('RAT-05, change of what is carried over', () => {
  it('passes', () => {
    expect(of(18.05, 20.05, -9.98).findings).toEqual([]);
  });
  it('warns of the other sign, with the equation', () => {
    const { findings } = of(18.05, 20.05, 9.98);
    expect(findings).toMatchObject([{ kind: 'ratio', severity: 'warning', expected: -9.9751, actual: 9.98 }]);
    expect(findings[0]?.equation).toBe('(18.05 − 20.05) ÷ 20.05 × 100 = -9.98%');
    expect(figuresOf(findings[0])).toEqual([9.98, 18.05, 20.05]);
  });
  it('is on the edge of what the print leaves open', () => {
    expect(of(18.05, 20.05, -9.93).findings).toEqual([]);
    expect(of(18.05, 20.05, -9.8).findings).toHaveLength(1);
  });
  it('cannot tell without last year, or from nothing', () => {
    expect(of(18.05, null, 3).coverage[0]).toMatchObject({ not_evaluated: 1 });
    expect(of(18.05, 0, 100).coverage[0]?.reasons).toEqual({ 'denominator is zero': 1 });
  });
});
