import { describe, expect, it } from 'vitest';
import { UNI_04 } from '../../../src/reconcile/rules/uni-04.ts';
import { check, indicator, quantity, words } from '../records.ts';

const units = (...list: string[]) =>
  check(
    { indicators: list.map((unit) => indicator({ level3: `指标${unit}`, target: quantity(3, unit) })) },
    UNI_04,
  );

describe('UNI-04, units of the list', () => {
  it('passes with common measures', () => {
    expect(units('%', '人次', '元/人/月', '公里', '万人').findings).toEqual([]);
  });
  it('notes what says itself twice or is no measure, once a form', () => {
    const { findings } = units('%(百分比)', '个', '合格苗木率情况');
    expect(findings).toMatchObject([{ severity: 'info', kind: 'unit' }]);
    expect(findings[0]?.evidence).toHaveLength(2);
  });
  it('is on the edge with 百分点, which is a measure', () => {
    expect(units('百分点').findings).toEqual([]);
    expect(units('百分比').findings).toHaveLength(1);
  });
  it('says nothing of words', () => {
    expect(check({ indicators: [indicator({ target: words('良好') })] }, UNI_04)).toEqual({
      findings: [],
      coverage: [],
    });
  });
});
