import { describe, expect, it } from 'vitest';
import type { Amount } from '../../../schemas/index.ts';
import { PCT_09 } from '../../../src/reconcile/rules/pct-09.ts';
import { amount, at, check, figuresOf } from '../records.ts';

/** A line of a table with last year's figure, this year's and the growth between them. */
function line(row: number, item: string, previous: number, current: number, growth: number): Amount[] {
  const cell = (column: number, fields: Partial<Amount> & Pick<Amount, 'value'>): Amount =>
    amount({ item, section: 'budget', source: { value: at(row, column) }, ...fields });
  return [
    cell(1, { measure: 'final', year: 2022, value: previous, column_label: '2022年决算数' }),
    cell(2, { measure: 'budget', year: 2023, value: current + 7, column_label: '2023年预算数' }),
    cell(3, { measure: 'final', year: 2023, value: current, column_label: '2023年决算数' }),
    cell(4, {
      measure: 'rate',
      year: 2023,
      value: growth,
      raw: `${growth}`,
      unit: '%',
      column_label: '比上年增长%',
    }),
  ];
}

describe('PCT-09, the growth of a line', () => {
  it('passes where rates are those of two columns', () => {
    const amounts = [...line(1, '增值税', 260, 290, 11.54), ...line(2, '契税', 140, 126, -10)];
    expect(check({ amounts }, PCT_09).findings).toEqual([]);
  });
  it('fails with the rate and the two figures', () => {
    const amounts = [
      ...line(1, '增值税', 260, 290, 21.54),
      ...line(2, '契税', 140, 126, -10),
      ...line(3, '房产税', 200, 230, 15),
    ];
    const { findings } = check({ amounts }, PCT_09);
    expect(findings).toMatchObject([{ severity: 'error', kind: 'ratio', actual: 21.54 }]);
    expect(figuresOf(findings[0])).toEqual([21.54, 290, 260]);
  });
  it('proposes first what the figures give, where their rounding leaves room for other rates', () => {
    const amounts = [...line(1, '房产税', 18, 20, 21.11), ...line(2, '契税', 140, 126, -10)];
    const { findings } = check({ amounts }, PCT_09);
    expect(findings[0]?.hypotheses.slice(0, 2)).toMatchObject([
      { change: { to: '11.11' } },
      { change: { to: '12.11' } },
    ]);
  });
  it('is on the edge of the last place', () => {
    const others = [...line(2, '契税', 1400, 1260, -10), ...line(3, '房产税', 2000, 2300, 15)];
    const of = (growth: number) =>
      check({ amounts: [...line(1, '税', 3000, 3350, growth), ...others] }, PCT_09);
    expect(of(11.67).findings).toEqual([]);
    expect(of(11.8).findings).toHaveLength(1);
  });
  it('notes a rate of growth from zero', () => {
    const amounts = [...line(1, '罚没收入', 0, 22, 100), ...line(2, '契税', 140, 126, -10)];
    const { findings } = check({ amounts }, PCT_09);
    expect(findings).toMatchObject([{ severity: 'warning', verdict: 'improbable' }]);
    expect(figuresOf(findings[0])).toEqual([100, 22, 0]);
  });
  it('cannot tell which columns are meant where none fits', () => {
    const amounts = [...line(1, '增值税', 260, 290, 50), ...line(2, '契税', 140, 126, 60)];
    expect(check({ amounts }, PCT_09).findings).toEqual([]);
  });
  it('cannot tell of growth from a figure that is below zero', () => {
    const amounts = [...line(1, '结余', -40, 22, 155), ...line(2, '契税', 140, 126, -10)];
    const { coverage, findings } = check({ amounts }, PCT_09);
    expect(findings).toEqual([]);
    expect(coverage[0]).toMatchObject({ reasons: { 'denominator is zero': 1 } });
  });
  it('proposes neither of two rates that one slip each would make', () => {
    const amounts = [...line(1, '房产税', 18, 20, 21.11), ...line(2, '契税', 140, 126, -10)];
    const { findings } = check({ amounts }, PCT_09);
    expect(findings[0]?.hypotheses.some(({ suggested }) => suggested)).toBe(false);
  });
});
