import { describe, expect, it } from 'vitest';
import type { Measure } from '../../../schemas/index.ts';
import { RAT_08 } from '../../../src/reconcile/rules/rat-08.ts';
import { amount, check, figuresOf, filing, indicator, quantity } from '../records.ts';

const operands: [string, Measure, number][] = [
  ['重点项目支出', 'current', 270.27],
  ['项目支出', 'current', 300.3],
];
const figures = (fields = {}) =>
  operands.map(([item, measure, value]) => amount({ item, measure, value, ...fields }));
const rate = (value: number, fields = {}) =>
  amount({ item: '重点支出安排率', value, raw: `${value}%`, measure: 'rate', unit: '%', ...fields });
const of = (value: number) => check({ amounts: [...figures(), rate(value)] }, RAT_08);

describe('RAT-08, priority spending', () => {
  it('passes', () => {
    expect(of(90).findings).toEqual([]);
  });
  it('warns with rate and operands', () => {
    const { findings } = of(95);
    expect(findings).toMatchObject([{ kind: 'ratio', severity: 'warning', actual: 95 }]);
    expect(figuresOf(findings[0])).toEqual([95, 270.27, 300.3]);
  });
  it('is on the edge of the last place, and reads the rate of an indicator', () => {
    expect(of(90.02).findings).toHaveLength(1);
    const filings = [filing(), filing({ filing_id: 'f1', ordinal: 1, form_type: 'base_data' })];
    const indicators = [indicator({ level3: '重点支出安排率', actual: quantity(95, '%') })];
    const amounts = figures({ filing_id: 'f1' });
    expect(check({ filings, indicators, amounts }, RAT_08).findings).toHaveLength(1);
  });
  it('cannot tell without an operand', () => {
    const { coverage, findings } = check({ amounts: [...figures().slice(1), rate(95)] }, RAT_08);
    expect(findings).toEqual([]);
    expect(coverage[0]).toMatchObject({ not_evaluated: 1, reasons: { 'operand missing': 1 } });
  });
});
