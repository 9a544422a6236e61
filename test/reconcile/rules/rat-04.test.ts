import { describe, expect, it } from 'vitest';
import type { Measure } from '../../../schemas/index.ts';
import { RAT_04 } from '../../../src/reconcile/rules/rat-04.ts';
import { amount, check, figuresOf, filing, indicator, quantity } from '../records.ts';

const operands: [string, Measure, number][] = [
  ['结转结余', 'balance', 18.02],
  ['支出合计', 'annual_budget', 600.4],
];
const figures = (fields = {}) =>
  operands.map(([item, measure, value]) => amount({ item, measure, value, ...fields }));
const rate = (value: number, fields = {}) =>
  amount({ item: '结转结余率', value, raw: `${value}%`, measure: 'rate', unit: '%', ...fields });
const of = (value: number) => check({ amounts: [...figures(), rate(value)] }, RAT_04);

describe('RAT-04, carry-over', () => {
  it('passes', () => {
    expect(of(3).findings).toEqual([]);
  });
  it('warns with rate and operands', () => {
    const { findings } = of(0.3);
    expect(findings).toMatchObject([{ kind: 'ratio', severity: 'warning', actual: 0.3 }]);
    expect(figuresOf(findings[0])).toEqual([0.3, 18.02, 600.4]);
  });
  it('is on the edge of the last place, and reads the rate of an indicator', () => {
    expect(of(3.02).findings).toHaveLength(1);
    const filings = [filing(), filing({ filing_id: 'f1', ordinal: 1, form_type: 'base_data' })];
    const indicators = [indicator({ level3: '结转结余率', actual: quantity(0.3, '%') })];
    const amounts = figures({ filing_id: 'f1' });
    expect(check({ filings, indicators, amounts }, RAT_04).findings).toHaveLength(1);
  });
  it('cannot tell without an operand', () => {
    const { coverage, findings } = check({ amounts: [...figures().slice(1), rate(0.3)] }, RAT_04);
    expect(findings).toEqual([]);
    expect(coverage[0]).toMatchObject({ not_evaluated: 1, reasons: { 'operand missing': 1 } });
  });
});
