import { describe, expect, it } from 'vitest';
import type { Measure } from '../../../schemas/index.ts';
import { RAT_02 } from '../../../src/reconcile/rules/rat-02.ts';
import { amount, check, figuresOf, filing, indicator, quantity } from '../records.ts';

const operands: [string, Measure, number][] = [
  ['支出合计', 'final', 465.25],
  ['支出合计', 'budget', 500.5],
];
const figures = (fields = {}) =>
  operands.map(([item, measure, value]) => amount({ item, measure, value, ...fields }));
const rate = (value: number, fields = {}) =>
  amount({ item: '预算完成率', value, raw: `${value}%`, measure: 'rate', unit: '%', ...fields });
const of = (value: number) => check({ amounts: [...figures(), rate(value)] }, RAT_02);

describe('RAT-02, budget completion', () => {
  it('passes', () => {
    expect(of(92.96).findings).toEqual([]);
  });
  it('warns with rate and operands', () => {
    const { findings } = of(98);
    expect(findings).toMatchObject([{ kind: 'ratio', severity: 'warning', actual: 98 }]);
    expect(figuresOf(findings[0])).toEqual([98, 465.25, 500.5]);
  });
  it('is on the edge of the last place, and reads the rate of an indicator', () => {
    expect(of(92.98).findings).toHaveLength(1);
    const filings = [filing(), filing({ filing_id: 'f1', ordinal: 1, form_type: 'base_data' })];
    const indicators = [indicator({ level3: '预算完成率', actual: quantity(98, '%') })];
    const amounts = figures({ filing_id: 'f1' });
    expect(check({ filings, indicators, amounts }, RAT_02).findings).toHaveLength(1);
  });
  it('cannot tell without an operand', () => {
    const { coverage, findings } = check({ amounts: [...figures().slice(1), rate(98)] }, RAT_02);
    expect(findings).toEqual([]);
    expect(coverage[0]).toMatchObject({ not_evaluated: 1, reasons: { 'operand missing': 1 } });
  });
});
