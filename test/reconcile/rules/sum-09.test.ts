import { describe, expect, it } from 'vitest';
import { SUM_09 } from '../../../src/reconcile/rules/sum-09.ts';
import { amount, check, figuresOf } from '../records.ts';

const sides = (income: number | null, spending: number | null, kind = '总计') => [
  amount({ item: `收入${kind}`, value: income, section: 'budget', measure: 'budget' }),
  amount({ item: `支出${kind}`, value: spending, section: 'budget', measure: 'budget' }),
];

describe('SUM-09, both sides of a balance are equal', () => {
  it('passes', () => {
    expect(check({ amounts: sides(4125.49, 4125.49) }, SUM_09).findings).toEqual([]);
  });
  it('fails for 总计, warns for 合计', () => {
    const { findings } = check({ amounts: sides(4125.49, 4143.91) }, SUM_09);
    expect(findings).toMatchObject([{ kind: 'sum', severity: 'error', difference: -18.42 }]);
    expect(figuresOf(findings[0])).toEqual([4125.49, 4143.91]);
    expect(check({ amounts: sides(4125.49, 4143.91, '合计') }, SUM_09).findings[0]?.severity).toBe('warning');
  });
  it('is on the edge at one unit in the last place', () => {
    expect(check({ amounts: sides(4125.49, 4125.5) }, SUM_09).findings).toEqual([]);
  });
  it('cannot tell with a blank side', () => {
    expect(check({ amounts: sides(4125.49, null) }, SUM_09).coverage[0]).toMatchObject({ not_evaluated: 1 });
  });
});
