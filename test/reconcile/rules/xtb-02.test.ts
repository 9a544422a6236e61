import { describe, expect, it } from 'vitest';
import { XTB_02 } from '../../../src/reconcile/rules/xtb-02.ts';
import { amount, at, check, figuresOf } from '../records.ts';

const split = (grid: number, staff: number, running: number) =>
  [
    ['人员经费', staff],
    ['公用经费', running],
  ].map(([header, value], c) =>
    amount({
      item: '合计',
      value: value as number,
      section: 'budget',
      measure: 'budget',
      column_label: `基本支出 / ${header}`,
      unit: '元',
      source: { value: at(9, c, grid) },
    }),
  );

describe('XTB-02, two tables split one total alike', () => {
  it('passes where the splits agree', () => {
    expect(check({ amounts: [...split(0, 200, 50), ...split(1, 200, 50)] }, XTB_02)).toMatchObject({
      findings: [],
      coverage: [{ consistent: 1 }],
    });
  });
  it('fails with all four cells', () => {
    const { findings } = check({ amounts: [...split(0, 200, 50), ...split(1, 190, 60)] }, XTB_02);
    expect(findings).toMatchObject([{ kind: 'cross_table', severity: 'error', difference: -10 }]);
    expect(figuresOf(findings[0])).toEqual([200, 190, 50, 60]);
  });
  it('is on the edge: 元 beside 元 with 分', () => {
    expect(check({ amounts: [...split(0, 200, 50), ...split(1, 200.3, 50.04)] }, XTB_02).findings).toEqual(
      [],
    );
  });
  it('cannot compare different totals', () => {
    expect(check({ amounts: [...split(0, 200, 50), ...split(1, 190, 70)] }, XTB_02)).toEqual({
      findings: [],
      coverage: [],
    });
  });
});
