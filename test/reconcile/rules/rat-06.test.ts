import { describe, expect, it } from 'vitest';
import type { Measure } from '../../../schemas/index.ts';
import { RAT_06 } from '../../../src/reconcile/rules/rat-06.ts';
import { amount, check, figuresOf, filing, indicator, quantity } from '../records.ts';

const operands: [string, Measure, number][] = [
  ['公用经费', 'final', 72.09],
  ['公用经费', 'budget', 80.1],
];
const figures = (fields = {}) =>
  operands.map(([item, measure, value]) => amount({ item, measure, value, ...fields }));
const rate = (value: number, fields = {}) =>
  amount({ item: '公用经费控制率', value, raw: `${value}%`, measure: 'rate', unit: '%', ...fields });
const of = (value: number) => check({ amounts: [...figures(), rate(value)] }, RAT_06);

describe('RAT-06, running costs', () => {
  it('passes', () => {
    expect(of(90).findings).toEqual([]);
  });
  it('warns with rate and operands', () => {
    const { findings } = of(100);
    expect(findings).toMatchObject([{ kind: 'ratio', severity: 'warning', actual: 100 }]);
    expect(figuresOf(findings[0])).toEqual([100, 72.09, 80.1]);
  });
  it('is on the edge of the last place, and reads the rate of an indicator', () => {
    expect(of(90.02).findings).toHaveLength(1);
    const filings = [filing(), filing({ filing_id: 'f1', ordinal: 1, form_type: 'base_data' })];
    const indicators = [indicator({ level3: '公用经费控制率', actual: quantity(100, '%') })];
    const amounts = figures({ filing_id: 'f1' });
    expect(check({ filings, indicators, amounts }, RAT_06).findings).toHaveLength(1);
  });
  it('takes operands whose names say their stage, and none where two stages of the budget are named', () => {
    const planned = amount({ item: '公用经费预算数', measure: 'budget', value: 80.1 });
    const spent = amount({ item: '公用经费决算数', measure: 'final', value: 72.09 });
    const judged = (...amounts: (typeof planned)[]) =>
      check({ amounts: [...amounts, rate(100)] }, RAT_06).findings.map(figuresOf);
    expect(judged(planned, spent)).toEqual([[100, 72.09, 80.1]]);
    const revised = amount({ item: '公用经费调整预算数', measure: 'annual_budget', value: 75 });
    expect(judged(planned, revised, spent)).toEqual([]);
  });
  it('cannot tell without an operand', () => {
    const { coverage, findings } = check({ amounts: [...figures().slice(1), rate(100)] }, RAT_06);
    expect(findings).toEqual([]);
    expect(coverage[0]).toMatchObject({ not_evaluated: 1, reasons: { 'operand missing': 1 } });
  });
});
