import { describe, expect, it } from 'vitest';
import type { Measure } from '../../../schemas/index.ts';
import { RAT_10 } from '../../../src/reconcile/rules/rat-10.ts';
import { amount, at, check, figuresOf, filing, indicator, quantity } from '../records.ts';

const operands: [string, Measure, number][] = [
  ['年度资金总额', 'arrived', 90.09],
  ['年度资金总额', 'annual_budget', 120.12],
];
const figures = (fields = {}) =>
  operands.map(([item, measure, value]) => amount({ item, measure, value, ...fields }));
const rate = (value: number, fields = {}) =>
  amount({ item: '资金到位率', value, raw: `${value}%`, measure: 'rate', unit: '%', ...fields });
const of = (value: number) => check({ amounts: [...figures(), rate(value)] }, RAT_10);

describe('RAT-10, funds arrived', () => {
  it('passes', () => {
    expect(of(75).findings).toEqual([]);
  });
  it('warns with rate and operands', () => {
    const { findings } = of(100);
    expect(findings).toMatchObject([{ kind: 'ratio', severity: 'warning', actual: 100 }]);
    expect(figuresOf(findings[0])).toEqual([100, 90.09, 120.12]);
  });
  it('is on the edge of the last place, and reads the rate of an indicator', () => {
    expect(of(75.02).findings).toHaveLength(1);
    const filings = [filing(), filing({ filing_id: 'f1', ordinal: 1, form_type: 'base_data' })];
    const indicators = [indicator({ level3: '资金到位率', actual: quantity(100, '%') })];
    const amounts = figures({ filing_id: 'f1' });
    expect(check({ filings, indicators, amounts }, RAT_10).findings).toHaveLength(1);
  });
  describe('a column of rates', () => {
    const row = (value: number, others: [Measure, number][], places: number) =>
      check(
        {
          amounts: ([...others, ['rate', value]] as [Measure, number][]).map(([measure, value], column) =>
            amount({
              item: '省级财政',
              measure,
              value,
              ...(measure === 'rate'
                ? { unit: '%', raw: value.toFixed(places), column_label: '到位率（%）' }
                : {}),
              source: { value: at(places, column) },
            }),
          ),
        },
        RAT_10,
      );
    const plan: [Measure, number][] = [
      ['initial_budget', 1640],
      ['arrived', 1600],
    ];
    it('is held against the figures of its row', () => {
      expect(row(97.56, plan, 2).findings).toEqual([]);
      expect(row(90.56, plan, 2).findings).toMatchObject([{ rule: 'RAT-10', severity: 'error' }]);
    });
    it('may be of any budget of the row, and 100% of more than all', () => {
      expect(row(97.56, [['annual_budget', 1500], ...plan], 2).findings).toEqual([]);
      expect(row(100, [['annual_budget', 1500], ...plan], 0).findings).toEqual([]);
      expect(row(90.56, [['annual_budget', 1500], ...plan], 2).findings).toMatchObject([
        { severity: 'warning' },
      ]);
    });
  });
  it('cannot tell without an operand', () => {
    const { coverage, findings } = check({ amounts: [...figures().slice(1), rate(100)] }, RAT_10);
    expect(findings).toEqual([]);
    expect(coverage[0]).toMatchObject({ not_evaluated: 1, reasons: { 'operand missing': 1 } });
  });
});
