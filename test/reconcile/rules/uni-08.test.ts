import { describe, expect, it } from 'vitest';
import { UNI_08 } from '../../../src/reconcile/rules/uni-08.ts';
import { amount, check, figuresOf, indicator, quantity } from '../records.ts';

const staff = (value: number) =>
  amount({ item: '在职人数', value, section: 'staff', measure: 'count', unit: '人' });

describe('UNI-08, nothing below zero', () => {
  it('passes', () => {
    expect(check({ amounts: [staff(31)] }, UNI_08).findings).toEqual([]);
  });
  it('fails on persons and plans', () => {
    const plan = amount({ item: '财政拨款', value: -5, section: 'funding', measure: 'annual_budget' });
    const { findings } = check({ amounts: [staff(-31), plan] }, UNI_08);
    expect(findings).toMatchObject([{ severity: 'error' }, { severity: 'error' }]);
    expect(figuresOf(findings[0])).toEqual([-31]);
    const rows = [indicator({ level3: '苗圃数', target: quantity(-3, '处') })];
    expect(check({ indicators: rows }, UNI_08).findings).toMatchObject([{ severity: 'error', actual: -3 }]);
  });
  it('is on the edge: a reversal in a final account is a warning, zero is nothing', () => {
    const final = amount({ item: '商品和服务支出', value: -2, section: 'budget', measure: 'final' });
    expect(check({ amounts: [final] }, UNI_08).findings).toMatchObject([{ severity: 'warning' }]);
    expect(check({ amounts: [staff(0)] }, UNI_08).findings).toEqual([]);
  });
  it('tells a column of reversals once, and shows its figures', () => {
    const reversed = (count: number) =>
      Array.from({ length: count }, (_, at) =>
        amount({ item: `第${at + 1}项支出`, value: -1 - at, section: 'budget', measure: 'final' }),
      );
    const { findings } = check({ amounts: reversed(6) }, UNI_08);
    expect(findings).toMatchObject([
      { severity: 'warning', message: { en: expect.stringContaining('6 figures') } },
    ]);
    expect(figuresOf(findings[0])).toEqual([-1, -2, -3, -4, -5, -6]);
    expect(check({ amounts: reversed(4) }, UNI_08).findings).toHaveLength(4);
  });
  it('says nothing of balances, adjustments and growth', () => {
    const amounts = [
      amount({ item: '年末结转结余', value: -2 }),
      amount({ item: '期末累计现金结存', value: -2 }),
      amount({ item: '合计', value: -2, measure: 'adjustment' }),
      amount({ item: '增长率', value: -2, measure: 'rate', unit: '%' }),
    ];
    expect(check({ amounts }, UNI_08)).toEqual({ findings: [], coverage: [] });
  });
  it('says nothing below the head of a difference, and not below one that only begins like it', () => {
    const below = (column_label: string) =>
      check({ amounts: [amount({ item: '苗木采购', value: -5, section: 'projects', column_label })] }, UNI_08)
        .findings;
    expect(below('预算执行情况 / 超支')).toEqual([]);
    expect(below('差额 / 预算数')).toHaveLength(1);
  });
});
