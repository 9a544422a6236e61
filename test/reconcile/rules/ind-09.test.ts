import { describe, expect, it } from 'vitest';
import { IND_09 } from '../../../src/reconcile/rules/ind-09.ts';
import { amount, check, figuresOf, indicator, quantity } from '../records.ts';

const funds = (value: number | null, measure: 'current' | 'total_budget' = 'current') =>
  amount({ item: '资金总额', value, section: 'funding', measure });
const cost = (value: number, unit = '万元', level3 = '改造总成本') =>
  indicator({ level2: '成本指标', level3, target: quantity(value, unit, '<=') });

describe('IND-09, a cost within the budget', () => {
  it('passes', () => {
    expect(check({ amounts: [funds(120)], indicators: [cost(118.5)] }, IND_09).findings).toEqual([]);
  });
  it('warns of a cost above it', () => {
    const { findings } = check({ amounts: [funds(120)], indicators: [cost(1200)] }, IND_09);
    expect(findings).toMatchObject([{ severity: 'warning', kind: 'structure', expected: 120, actual: 1200 }]);
    expect(figuresOf(findings[0])).toEqual([1200, 120]);
  });
  it('is on the edge: equal in another unit, and the larger budget of all years', () => {
    expect(check({ amounts: [funds(120)], indicators: [cost(1_200_000, '元')] }, IND_09).findings).toEqual(
      [],
    );
    const both = [funds(40), funds(120, 'total_budget')];
    expect(check({ amounts: both, indicators: [cost(110)] }, IND_09).findings).toEqual([]);
  });
  it('warns of a cost below exactly the budget: whoever spends it misses the target', () => {
    const below = (value: number) =>
      check(
        {
          amounts: [funds(120)],
          indicators: [
            indicator({ level2: '成本指标', level3: '改造总成本', target: quantity(value, '万元', '<') }),
          ],
        },
        IND_09,
      ).findings.map(({ severity }) => severity);
    expect([below(120), below(119)]).toEqual([['warning'], []]);
  });
  it('says nothing of prices', () => {
    expect(check({ amounts: [funds(1)], indicators: [cost(500, '元/人')] }, IND_09)).toEqual({
      findings: [],
      coverage: [],
    });
  });
  it('cannot tell without a budget', () => {
    expect(check({ amounts: [funds(null)], indicators: [cost(3)] }, IND_09)).toMatchObject({
      findings: [],
      coverage: [{ reasons: { 'budget is missing': 1 } }],
    });
  });
});
