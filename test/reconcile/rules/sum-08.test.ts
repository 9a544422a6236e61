import { describe, expect, it } from 'vitest';
import { SUM_08 } from '../../../src/reconcile/rules/sum-08.ts';
import { amount, at, check, figuresOf } from '../records.ts';

const line = (initial: number | null, adjustment: number | null, annual: number | null) =>
  (['initial_budget', 'adjustment', 'annual_budget'] as const).map((measure, c) =>
    amount({
      item: '年度资金总额',
      measure,
      value: [initial, adjustment, annual][c]!,
      section: 'funding',
      source: { value: at(3, c) },
    }),
  );

describe('SUM-08, initial budget plus adjustment is the annual budget', () => {
  it('passes', () => {
    expect(check({ amounts: line(50, -5.5, 44.5) }, SUM_08).findings).toEqual([]);
  });
  it('warns with the three figures', () => {
    const { findings } = check({ amounts: line(50, 5, 60) }, SUM_08);
    expect(findings).toMatchObject([{ severity: 'warning', expected: 55, actual: 60 }]);
    expect(figuresOf(findings[0])).toEqual([60, 50, 5]);
  });
  it('is on the edge with whole figures: half a unit each', () => {
    expect(check({ amounts: line(50, 5, 56) }, SUM_08).findings).toEqual([]);
  });
  it('leaves a column to the formula that the form prints', () => {
    const amounts = line(50, 5, 45).map((one) =>
      one.measure === 'annual_budget' ? { ...one, column_number: '3', column_formula: '1-2' } : one,
    );
    expect(check({ amounts }, SUM_08).findings).toEqual([]);
  });
  it('cannot tell without the annual budget', () => {
    expect(check({ amounts: line(50, 5, null) }, SUM_08).coverage[0]).toMatchObject({ not_evaluated: 1 });
  });
});
