import { describe, expect, it } from 'vitest';
import { STR_05 } from '../../../src/reconcile/rules/str-05.ts';
import { check, figuresOf, indicator, quantity, words } from '../records.ts';

describe('STR-05, a quantitative target has a unit', () => {
  it('passes with units', () => {
    const indicators = [indicator({ target: quantity(95, '%') }), indicator({ target: quantity(3, '个') })];
    expect(check({ indicators }, STR_05).findings).toEqual([]);
  });
  it('warns once for all rows and proposes the unit that the name tells', () => {
    const indicators = [
      indicator({ level3: '参训人数', target: quantity(300) }),
      indicator({ level3: '结业合格率', target: quantity(95) }),
      indicator({ target: quantity(2, '次') }),
    ];
    const { findings, coverage } = check({ indicators }, STR_05);
    expect(findings).toMatchObject([{ severity: 'warning', kind: 'structure' }]);
    expect(findings[0]?.message.zh).toBe(
      '3 项定量指标中 2 项没有计量单位：参训人数 300（人？）、结业合格率 95（%？）',
    );
    expect(figuresOf(findings[0])).toEqual([300, 95]);
    expect(coverage[0]).toMatchObject({ consistent: 1, violated: 1 });
  });
  it('asks no unit of nothing: ≤0', () => {
    const of = (value: number) =>
      check(
        { indicators: [indicator({ level3: '三公经费变动率', target: quantity(value, null, '<=') })] },
        STR_05,
      );
    expect(of(0).findings).toEqual([]);
    expect(of(2).findings).toHaveLength(1);
  });
  it('is on the edge with a unit that is an empty text', () => {
    expect(check({ indicators: [indicator({ target: quantity(3, '') })] }, STR_05).findings).toHaveLength(1);
  });
  it('takes the unit that stands behind the blanks of a template: （≥**公里）', () => {
    const indicators = [indicator({ level3: '治理河长（≥**公里）', target: quantity(200) })];
    expect(check({ indicators }, STR_05).findings).toEqual([]);
  });
  it('asks no unit of a multiple or an index', () => {
    const of = (level3: string) =>
      check({ indicators: [indicator({ level3, target: quantity(1.2) })] }, STR_05);
    expect(of('本息覆盖倍数').findings).toEqual([]);
    expect(of('本息覆盖情况').findings).toHaveLength(1);
  });
  it('says nothing of words', () => {
    expect(check({ indicators: [indicator({ target: words('持续改善') })] }, STR_05)).toEqual({
      findings: [],
      coverage: [],
    });
  });
});
