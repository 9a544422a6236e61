import { describe, expect, it } from 'vitest';
import { SUM_16 } from '../../../src/reconcile/rules/sum-16.ts';
import { readQuantity } from '../../../src/values/index.ts';
import { check, indicator } from '../records.ts';

/** An indicator with what its quarters came to. */
const row = (level3: string, target: string, actual: string | null, remark: string) =>
  indicator({
    level3,
    section: 'evaluation',
    target: readQuantity(target),
    actual: actual === null ? null : readQuantity(actual),
    remark,
  });
const found = (...indicators: ReturnType<typeof row>[]) => check({ indicators }, SUM_16).findings;

describe('SUM-16, the quarters of a year', () => {
  const text = '一季度15场，二季度18场，三季度16场，四季度14场';

  it('passes where they add up, run on to the value of the year, or make its target', () => {
    expect(found(row('演出场次', '≥60场', '63场', text))).toEqual([]);
    expect(
      found(row('演出场次', '≥60场', '63场', '一季度：15场；二季度：33场；三季度：49场；四季度：63场')),
    ).toEqual([]);
    expect(found(row('演出场次', '63场', '60场', text))).toEqual([]);
    expect(found(row('执法检查', '100次', null, '上半年计划：50次；下半年计划：50次'))).toEqual([]);
  });
  it('fails where they do not', () => {
    expect(found(row('演出场次', '≥60场', '66场', text))).toMatchObject([
      { severity: 'warning', kind: 'sum', actual: 66, expected: 63 },
    ]);
    expect(found(row('执法检查', '100次', '90次', '上半年计划：50次；下半年计划：80次'))).toMatchObject([
      { actual: 100, expected: 130 },
    ]);
  });
  it('is on the edge of the last place', () => {
    const of = (actual: string) =>
      found(
        row(
          '接待读者',
          '≥12万人次',
          actual,
          '一季度2.8万人次、二季度3.1万人次、三季度3.6万人次、四季度3.2万人次',
        ),
      );
    expect(of('12.7万人次')).toEqual([]);
    expect(of('12.9万人次')).toEqual([]);
    expect(of('13.1万人次')).toHaveLength(1);
  });
  it('cannot tell of rates and prices, of three quarters, or of what was done beside a target alone', () => {
    expect(found(row('完好率', '≥95%', '96%', '一季度90%，二季度97%，三季度96%，四季度97%'))).toEqual([]);
    expect(found(row('演出场次', '≥60场', '66场', '一季度15场，二季度18场，三季度16场'))).toEqual([]);
    expect(found(row('演出场次', '≥60场', null, text))).toEqual([]);
  });
});
