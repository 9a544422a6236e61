import { describe, expect, it } from 'vitest';
import { SUM_01 } from '../../../src/reconcile/rules/sum-01.ts';
import { SUM_07 } from '../../../src/reconcile/rules/sum-07.ts';
import { amount, check, figuresOf } from '../records.ts';

const column = (total: number) =>
  [4218.35, 517.2, 63.91]
    .map((value, i) => amount({ item: `项${i}`, value }))
    .concat(amount({ item: '合计', value: total }));

describe('SUM-07, a part counted twice', () => {
  it('passes where the total is the sum', () => {
    expect(check({ amounts: column(4799.46) }, SUM_01, SUM_07).findings).toEqual([]);
  });
  it('tells under its own code that the excess is one of the parts', () => {
    const { findings } = check({ amounts: column(5316.66) }, SUM_01, SUM_07);
    expect(findings).toMatchObject([{ rule: 'SUM-07', kind: 'sum', severity: 'error', expected: 4799.46 }]);
    expect(figuresOf(findings[0])).toEqual([5316.66, 4218.35, 517.2, 63.91]);
    expect(findings[0]?.hypotheses[0]).toMatchObject({ generator: 'H11', change: { to: '4799.46' } });
  });
  it('is on the edge: any other excess is a plain sum', () => {
    expect(check({ amounts: column(5316.06) }, SUM_01, SUM_07).findings[0]?.rule).toBe('SUM-01');
  });
  it('says nothing by itself', () => {
    expect(check({ amounts: column(5316.66) }, SUM_07)).toEqual({ findings: [], coverage: [] });
  });
});
