import { describe, expect, it } from 'vitest';
import type { Measure } from '../../../schemas/index.ts';
import { RAT_07 } from '../../../src/reconcile/rules/rat-07.ts';
import { amount, check, figuresOf } from '../records.ts';

const fund = (value: number | null, measure: Measure, year = 2031) =>
  amount({ item: '“三公”经费', value, measure, year, section: 'base_data' });
const rate = (item: string, value: number) =>
  amount({ item, value, raw: `${value}%`, measure: 'rate', unit: '%', section: 'base_data' });
const amounts = [fund(5.25, 'budget', 2030), fund(4.2, 'budget'), fund(3.36, 'final')];
const of = (item: string, value: number) => check({ amounts: [...amounts, rate(item, value)] }, RAT_07);

describe('RAT-07, the three public expenses', () => {
  it('passes: spent over planned, and plan against plan', () => {
    expect(of('“三公”经费控制率', 80).findings).toEqual([]);
    expect(of('三公经费变动率', -20).findings).toEqual([]);
  });
  it('warns of others', () => {
    const { findings } = of('三公经费控制率', 64);
    expect(findings).toMatchObject([{ kind: 'ratio', severity: 'warning', expected: 80, actual: 64 }]);
    expect(figuresOf(findings[0])).toEqual([64, 3.36, 4.2]);
    expect(figuresOf(of('三公经费变动率', 20).findings[0])).toEqual([20, 4.2, 5.25]);
  });
  it('is on the edge of what the print leaves open', () => {
    expect(of('三公经费变动率', -20.1).findings).toEqual([]);
    expect(of('三公经费变动率', -20.8).findings).toHaveLength(1);
  });
  it('cannot tell where last year has no budget', () => {
    const without = [fund(5.25, 'final', 2030), fund(4.2, 'budget'), rate('三公经费变动率', 20)];
    expect(check({ amounts: without }, RAT_07)).toMatchObject({
      findings: [],
      coverage: [{ not_evaluated: 1 }],
    });
  });
});
