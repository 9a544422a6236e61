import { describe, expect, it } from 'vitest';
import { UNI_01 } from '../../../src/reconcile/rules/uni-01.ts';
import { prose } from '../prose.ts';
import { amount, check, figuresOf, filing } from '../records.ts';

describe('UNI-01, money has a unit', () => {
  it('passes where the header or the cells print it', () => {
    expect(check({ amounts: [amount({ item: '财政拨款', value: 40 })] }, UNI_01).findings).toEqual([]);
  });
  it('warns once for all figures without one', () => {
    const amounts = [40, 9.5, 49.5].map((value) => amount({ item: '资金', value, unit: null }));
    const { findings } = check({ filings: [filing({ money_unit: null })], amounts }, UNI_01);
    expect(findings).toMatchObject([{ severity: 'warning', kind: 'unit' }]);
    expect(figuresOf(findings[0])).toEqual([40, 9.5, 49.5]);
    expect(findings[0]?.message.zh).toContain('3 个金额没有单位');
  });
  it('tells several forms without one together', () => {
    const filings = [filing({ money_unit: null }), filing({ filing_id: 'f1', ordinal: 1, money_unit: null })];
    const amounts = ['f0', 'f1'].map((filing_id) =>
      amount({ filing_id, item: '资金', value: 40, unit: null }),
    );
    const { findings } = check({ filings, amounts }, UNI_01);
    expect(findings).toHaveLength(1);
    expect(findings[0]?.message.zh).toContain('2 张表的 2 个金额');
  });
  it('warns of a caption that names another unit', () => {
    const texts = [prose('单位：元', { filing_id: 'f0', role: 'note' })];
    const { findings } = check({ amounts: [amount({ item: '财政拨款', value: 40 })], texts }, UNI_01);
    expect(findings[0]?.message.zh).toContain('“万元”和“元”');
  });
  it('is on the edge: zeros and head-counts need none', () => {
    const amounts = [
      amount({ item: '其他资金', value: 0, unit: null }),
      amount({ item: '在职人数', value: 31, unit: null, section: 'staff', measure: 'count' }),
    ];
    expect(check({ amounts }, UNI_01)).toEqual({ findings: [], coverage: [] });
  });
  it('says nothing without money', () => {
    expect(check({}, UNI_01)).toEqual({ findings: [], coverage: [] });
  });
});
