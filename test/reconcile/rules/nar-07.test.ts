import { describe, expect, it } from 'vitest';
import { NAR_07 } from '../../../src/reconcile/rules/nar-07.ts';
import { prose } from '../prose.ts';
import { check, figuresOf, indicator } from '../records.ts';

const said = (text: string) => check({ texts: [prose(text)] }, NAR_07);

describe('NAR-07, an equation written out in numbers gives its result', () => {
  it.each([
    '在职人员控制率=26/32×100%=81.25%，计5分。',
    '变动率=（本年度预算数9.00万元-上年度预算数12.00万元）/上年度预算数12.00万元×100%=-25%',
    '得分=81.25%×8=6.50分',
    '（一）到位率＝3,210.00÷4,000.00×100%＝80.25%',
    '年初预算420.00万元+追加80.00万元-调减20.00万元=调整后预算480.00万元',
    '2500元/人×80人=20万元',
    '2031年预算执行率=287/350=82%',
    '追加预算12.6万元/年初预算350.4万元=3.6%',
  ])('passes where it does: %s', (text) => {
    const { findings, coverage } = said(text);
    expect(findings).toEqual([]);
    expect(coverage[0]).toMatchObject({ consistent: 1 });
  });

  it('fails with the equation and what it gives', () => {
    const { findings } = said('在职人员控制率=26/32×100%=82.15%，计5分。');
    expect(findings[0]).toMatchObject({
      severity: 'warning',
      expected: 81.25,
      actual: 82.15,
      difference: 0.9,
    });
    expect(figuresOf(findings[0])).toEqual([82.15]);
    expect(findings[0]?.evidence[0]?.text).toBe('26/32×100%=82.15%');
    expect(said('得分=81.25%×8=6.55分').findings[0]?.message.zh).toContain('应得 6.5');
  });

  it('is on the edge of what is printed: rounded or cut off', () => {
    expect(said('完成率=2/3×100%=66.67%').findings).toEqual([]);
    expect(said('完成率=2/3×100%=66.66%').findings).toEqual([]);
    expect(said('完成率=2/3×100%=66.65%').findings).toHaveLength(1);
  });

  it.each([
    '预算执行率=实际支出/预算×100%=82%',
    '资产总额=流动资产+固定资产',
    '扣1分×2=8分',
    '每超过5%扣2分，得分=8分',
    '2029-2031年投入=300万元',
    '单价×数量=12×3=36×2',
  ])('says nothing where a name stands for a number, or the result is worked on: %s', (text) => {
    expect(said(text).findings).toEqual([]);
  });

  it('reads what explains the points of an indicator', () => {
    const row = indicator({ level3: '在职人员控制率', remark: '控制率=26÷32=82.15%' });
    const placed = { ...row, source: { ...row.source, remark: Object.values(row.source)[0]! } };
    expect(check({ indicators: [placed] }, NAR_07).findings).toHaveLength(1);
  });
});
