import { describe, expect, it } from 'vitest';
import { XTB_01 } from '../../../src/reconcile/rules/xtb-01.ts';
import { amount, check, figuresOf, indicator, quantity } from '../records.ts';

const project = (value: number, measure: 'current' | 'total_budget' = 'current') =>
  amount({
    item: '渠道修缮补助',
    value,
    measure,
    section: 'projects',
    project: '渠道修缮补助',
    year: measure === 'current' ? 2031 : null,
  });
const named = (target: ReturnType<typeof quantity>, fields = {}) =>
  indicator({ level3: '渠道修缮补助', target, ...fields });

describe('XTB-01, one project has one amount', () => {
  it('passes where target and budget agree, in whatever unit', () => {
    expect(
      check({ amounts: [project(3480)], indicators: [named(quantity(3480, '万元'))] }, XTB_01).findings,
    ).toEqual([]);
    expect(
      check({ amounts: [project(3480)], indicators: [named(quantity(34800000, '元'))] }, XTB_01).findings,
    ).toEqual([]);
  });
  it('fails once for both terms, with the transposition it sees', () => {
    const target = quantity(3840, '万元', '>=');
    const indicators = [named(target, { section: 'long_term' }), named(target)];
    const { findings } = check({ amounts: [project(3480)], indicators }, XTB_01);
    expect(findings).toMatchObject([{ kind: 'cross_table', severity: 'error' }]);
    expect(figuresOf(findings[0])).toEqual([3480, 3840, 3840]);
    expect(findings[0]?.hypotheses[0]?.generator).toBe('H1');
  });
  it('is on the edge of a bound: within it nothing, a cap that repeats the total budget a warning', () => {
    expect(
      check({ amounts: [project(3480)], indicators: [named(quantity(3000, '万元', '>='))] }, XTB_01).findings,
    ).toEqual([]);
    const amounts = [project(150, 'total_budget'), project(130)];
    const { findings } = check({ amounts, indicators: [named(quantity(150, '万元', '<='))] }, XTB_01);
    expect(findings).toMatchObject([{ severity: 'warning' }]);
    expect(figuresOf(findings[0])).toEqual([130, 150, 150]);
  });
  it('finds the project in the 二级指标 where one money target stands there', () => {
    const rows = [
      indicator({ level2: '产出1：渠道修缮补助', level3: '补助资金', target: quantity(99, '万元') }),
    ];
    expect(check({ amounts: [project(3480)], indicators: rows }, XTB_01).findings).toHaveLength(1);
  });
  it('says nothing of other indicators', () => {
    expect(check({ amounts: [project(3480)], indicators: [indicator()] }, XTB_01)).toEqual({
      findings: [],
      coverage: [],
    });
  });
});
