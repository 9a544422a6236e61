import { describe, expect, it } from 'vitest';
import { UCQ_02 } from '../../../src/reconcile/rules/ucq-02.ts';
import { amount, check, figuresOf, indicator, quantity } from '../records.ts';

const form = (budget: number | null, counts = [quantity(200, '人'), quantity(100, '户')]) => ({
  amounts: [amount({ item: '年度预算总额', value: budget, section: 'funding' })],
  indicators: [
    ...counts.map((target) => indicator({ level2: '数量指标', target })),
    ...[quantity(100, '元/人'), quantity(50, '元/户')].map((target) =>
      indicator({ level2: '经济成本指标', target }),
    ),
  ],
});

describe('UCQ-02, several unit costs make the budget together', () => {
  it('passes', () => {
    expect(check(form(2.5), UCQ_02)).toMatchObject({ findings: [], coverage: [{ consistent: 1 }] });
  });
  it('warns with every price and count', () => {
    const { findings } = check(form(2.1), UCQ_02);
    expect(findings).toMatchObject([{ kind: 'unit_cost', severity: 'warning', expected: 2.5, actual: 2.1 }]);
    expect(figuresOf(findings[0])).toEqual([2.1, 100, 200, 50, 100]);
  });
  it('is on the edge of half a unit of the prices', () => {
    expect(check(form(2.51), UCQ_02).findings).toEqual([]);
    expect(check(form(2.53), UCQ_02).findings).toHaveLength(1);
  });
  it('cannot tell where a price has no count of its own', () => {
    expect(check(form(2, [quantity(200, '人')]), UCQ_02).coverage[0]).toMatchObject({ not_evaluated: 1 });
    expect(check(form(null), UCQ_02).coverage[0]).toMatchObject({ reasons: { 'budget is missing': 1 } });
  });
  it('leaves out what others gain: 户均增收 is no cost', () => {
    const gain = indicator({ level2: '经济效益指标', level3: '户均增收', target: quantity(3000, '元/户') });
    const { amounts, indicators } = form(2.5);
    expect(check({ amounts, indicators: [...indicators, gain] }, UCQ_02).findings).toEqual([]);
  });
});
