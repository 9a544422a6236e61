import { describe, expect, it } from 'vitest';
import { PCT_06 } from '../../../src/reconcile/rules/pct-06.ts';
import { amount, at, check, figuresOf } from '../records.ts';

const row = (plan: number, done: number | null, rate: number | null) => [
  amount({
    item: '其他资金',
    value: plan,
    section: 'funding',
    measure: 'annual_budget',
    source: { value: at(500, 1) },
  }),
  amount({
    item: '其他资金',
    value: done,
    section: 'funding',
    measure: 'executed',
    source: { value: at(500, 2) },
  }),
  amount({
    item: '其他资金',
    value: rate,
    section: 'funding',
    measure: 'rate',
    unit: '%',
    source: { value: at(500, 3) },
  }),
];

describe('PCT-06, nothing over nothing', () => {
  it('passes where there is money', () => {
    expect(check({ amounts: row(50, 0, 0) }, PCT_06).findings).toEqual([]);
  });
  it('notes 100% of nothing', () => {
    const { findings } = check({ amounts: row(0, 0, 100) }, PCT_06);
    expect(findings).toMatchObject([{ severity: 'info', kind: 'ratio', actual: 100 }]);
    expect(figuresOf(findings[0])).toEqual([100, 0, 0]);
  });
  it('is on the edge with a rate of 0, which means as little', () => {
    expect(check({ amounts: row(0, 0, 0) }, PCT_06).findings).toHaveLength(1);
  });
  it('cannot tell without both figures, and says nothing of a blank', () => {
    expect(check({ amounts: row(0, null, 100) }, PCT_06)).toEqual({ findings: [], coverage: [] });
    expect(check({ amounts: row(0, 0, null) }, PCT_06)).toEqual({ findings: [], coverage: [] });
  });
});
