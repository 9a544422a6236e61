import { describe, expect, it } from 'vitest';
import type { Amount } from '../../../schemas/index.ts';
import { SUM_14 } from '../../../src/reconcile/rules/sum-14.ts';
import { amount, at, check, figuresOf } from '../records.ts';

/** A line of a table with last year's figure, this year's and the change between them. */
function line(row: number, item: string, previous: number, current: number, change: number | null): Amount[] {
  const cell = (column: number, fields: Partial<Amount> & Pick<Amount, 'value'>): Amount =>
    amount({ item, section: 'budget', source: { value: at(row, column) }, ...fields });
  return [
    cell(1, { measure: 'prior', year: 2022, value: previous, column_label: '上年预算数' }),
    cell(2, { measure: 'budget', year: 2023, value: current, column_label: '本年预算数' }),
    cell(3, { measure: 'adjustment', year: 2023, value: change, column_label: '比上年增减' }),
  ];
}

describe('SUM-14, the change of a line', () => {
  it('passes for rises and falls', () => {
    const amounts = [...line(1, '基本支出', 500, 550, 50), ...line(2, '项目支出', 300, 240, -60)];
    expect(check({ amounts }, SUM_14).findings).toEqual([]);
  });
  it('fails where a fall is printed without its sign, and proposes the sign', () => {
    const amounts = [...line(1, '基本支出', 500, 550, 50), ...line(2, '项目支出', 300, 240, 60)];
    const { findings } = check({ amounts }, SUM_14);
    expect(findings).toMatchObject([{ severity: 'error', kind: 'sum', actual: 60, expected: -60 }]);
    expect(figuresOf(findings[0])).toEqual([60, 240, 300]);
    expect(findings[0]?.hypotheses[0]).toMatchObject({ generator: 'H8', change: { to: '-60' } });
  });
  it('is on the edge of the last place', () => {
    const of = (change: number) =>
      check(
        { amounts: [...line(1, '甲', 10.25, 12.5, 2.25), ...line(2, '乙', 10.25, 12.13, change)] },
        SUM_14,
      );
    expect(of(1.88).findings).toEqual([]);
    expect(of(1.98).findings).toHaveLength(1);
  });
  it('cannot tell without a change, and leaves adjustments of the budget alone', () => {
    expect(check({ amounts: line(1, '基本支出', 500, 550, null) }, SUM_14).findings).toEqual([]);
    const adjusted = line(1, '基本支出', 500, 550, 70).map((each) =>
      each.measure === 'adjustment' ? { ...each, column_label: '预算调整数' } : each,
    );
    expect(check({ amounts: adjusted }, SUM_14).findings).toEqual([]);
  });
  it('takes a line with a blank for none of those that tell the columns', () => {
    const [first, ...others] = line(2, '项目支出', 300, 240, -60);
    const amounts = [...line(1, '基本支出', 500, 550, 50), { ...first!, value: null }, ...others];
    const { coverage, findings } = check({ amounts }, SUM_14);
    expect(findings).toEqual([]);
    expect(coverage[0]).toMatchObject({ applicable: 1, consistent: 1 });
  });
});
