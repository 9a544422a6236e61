import { describe, expect, it } from 'vitest';
import { requoted } from '../../src/reconcile/quotes.ts';
import { IND_01 } from '../../src/reconcile/rules/ind-01.ts';
import { IND_02 } from '../../src/reconcile/rules/ind-02.ts';
import { IND_03 } from '../../src/reconcile/rules/ind-03.ts';
import { IND_04 } from '../../src/reconcile/rules/ind-04.ts';
import { PCT_01 } from '../../src/reconcile/rules/pct-01.ts';
import { PCT_04 } from '../../src/reconcile/rules/pct-04.ts';
import { RAT_02 } from '../../src/reconcile/rules/rat-02.ts';
import { RAT_11 } from '../../src/reconcile/rules/rat-11.ts';
import { SCR_02 } from '../../src/reconcile/rules/scr-02.ts';
import { STR_03 } from '../../src/reconcile/rules/str-03.ts';
import { SUM_01 } from '../../src/reconcile/rules/sum-01.ts';
import { SUM_11 } from '../../src/reconcile/rules/sum-11.ts';
import { UCQ_02 } from '../../src/reconcile/rules/ucq-02.ts';
import { UCQ_05 } from '../../src/reconcile/rules/ucq-05.ts';
import { UNI_08 } from '../../src/reconcile/rules/uni-08.ts';
import { WGT_01 } from '../../src/reconcile/rules/wgt-01.ts';
import { XTB_01 } from '../../src/reconcile/rules/xtb-01.ts';
import { amount, check, filing, type Given, indicator, quantity, under, words } from './records.ts';

/** What a reader is told, in Chinese and in English. */
const told = (given: Given, ...rules: Parameters<typeof check>[1][]) =>
  check(given, ...rules).findings.map(({ message }) => [message.zh, message.en]);

const sum = (...cells: [string, number][]) => cells.map(([item, value]) => amount({ item, value }));

describe('the sentence of a finding', () => {
  it('tells the difference in the unit of the sum, without a sign', () => {
    expect(told({ amounts: sum(['财政拨款', 40.5], ['其他资金', 9.5], ['合计', 48]) }, SUM_01)).toEqual([
      [
        '合计（2031年）应等于2项之和：48 ≠ 40.5 + 9.5 = 50，相差 2万元（允许误差 ±0.15）',
        '合计（2031年） should be the sum of its 2 parts: 48 ≠ 40.5 + 9.5 = 50, off by 2万元 (tolerance ±0.15)',
      ],
    ]);
    const shares = [
      amount({ item: '甲', value: 50, share: 45 }),
      amount({ item: '乙', value: 50, share: 50 }),
      amount({ item: '合计', value: 100, share: 100 }),
    ];
    const [[zh, en] = []] = told({ amounts: shares }, PCT_01);
    expect(zh).toContain('，相差 5 个百分点（');
    expect(en).toContain(', off by 5 percentage points (');
    const near = [
      amount({ item: '甲', value: 49.5, share: 48.5 }),
      amount({ item: '乙', value: 50.5, share: 50.5 }),
      amount({ item: '合计', value: 100, share: 100 }),
    ];
    expect(told({ amounts: near }, PCT_01)[0]?.[1]).toContain(', off by 1 percentage point (');
  });

  it('tells points as points, and one of them as one', () => {
    const indicators = [
      indicator({ weight: 50, score: 45 }),
      indicator({ weight: 50, score: 44, level1: '效益指标' }),
    ];
    const [[zh, en] = []] = told({ filings: [filing({ total_score: 90 })], indicators }, SCR_02);
    expect(zh).toContain('相差 1 分（');
    expect(en).toContain('off by 1 point (');
    expect(
      told({ indicators: [indicator({ weight: 30 }), indicator({ weight: 58 })] }, WGT_01)[0]?.[1],
    ).toContain(' points (');
  });

  it('prints a bound of nothing, and figures below nothing in brackets', () => {
    const negative = [
      amount({ item: '甲', value: -3, share: -3 }),
      amount({ item: '乙', value: 103, share: 103 }),
    ];
    expect(told({ amounts: negative }, PCT_04)[0]?.[0]).toContain('甲占比不应为负：-3 < 0，相差 3 个百分点');
    expect(told({ amounts: sum(['甲', 60], ['乙', -20], ['合计', 50]) }, SUM_01)[0]?.[0]).toContain(
      '50 ≠ 60 + (-20) = 40',
    );
  });

  it('prints all units where the figures are not of one table', () => {
    const amounts = [
      amount({ item: '渠道修缮补助', value: 3480, section: 'projects', project: '渠道修缮补助' }),
    ];
    const indicators = [indicator({ level3: '渠道修缮补助', target: quantity(3840, '万元', '>=') })];
    expect(told({ amounts, indicators }, XTB_01)[0]?.[0]).toContain('3480万元 ≠ 3840万元，相差 360万元');
  });

  it('names the figures of a rate apart', () => {
    const amounts = [
      amount({ item: '支出合计', measure: 'final', value: 465.25 }),
      amount({ item: '支出合计', measure: 'budget', value: 500.5 }),
      amount({ item: '预算完成率', value: 98, raw: '98%', measure: 'rate', unit: '%' }),
    ];
    expect(told({ amounts }, RAT_02)[0]?.[0]).toContain(
      '预算完成率应等于支出合计（2031年）·决算数 ÷ 支出合计（2031年）·预算数：',
    );
  });

  it('prints prices and counts with what they are of', () => {
    const amounts = [amount({ item: '资金总额', value: 2.1, section: 'funding' })];
    const indicators = [
      indicator({ level3: '补助标准', target: quantity(100, '元/人') }),
      indicator({ level3: '培训人数', target: quantity(200, '人') }),
      indicator({ level3: '慰问标准', target: quantity(50, '元/户') }),
      indicator({ level3: '慰问户数', target: quantity(100, '户') }),
    ];
    const filings = [filing({ form_type: 'project_targets' })];
    expect(told({ filings, amounts, indicators }, UCQ_02)[0]?.[0]).toBe(
      '各项单价乘数量之和 100元/人 × 200人 + 50元/户 × 100户 = 2.5万元，预算为 2.1万元',
    );
  });

  it('prints a rate of a year as one that is taken for months', () => {
    const loan = (item: string, owed: number, interest: number) =>
      amount({
        item,
        value: interest,
        unit: '元',
        section: 'budget',
        factors: [
          { role: 'count', label: '贷款金额', raw: String(owed), value: owed, unit: '万元' },
          { role: 'rate', label: '年利率', raw: '3.85', value: 3.85, unit: '%' },
          { role: 'count', label: '计息月数', raw: '9', value: 9, unit: '月' },
        ],
      });
    const amounts = [loan('木业公司', 130, 37837.5), loan('粮油公司', 200, 57750), loan('茶厂', 100, 28875)];
    expect(told({ amounts }, UCQ_05)[0]?.[0]).toContain(
      '130万元 × 3.85% × 9月 ÷ 12 = 37537.5元 ≠ 37837.5元，相差 300元',
    );
  });

  it('says of a sum that its cell holds something which is no figure', () => {
    const parts = () => [
      amount({ item: '区级财政', value: 150, raw: '150万元' }),
      amount({ item: '街道', value: 800000, raw: '800000元', unit: '元' }),
    ];
    const of = (raw: string) =>
      told({ amounts: under(amount({ item: '合计', value: null, raw }), parts()) }, SUM_11)[0]?.[0];
    expect(of('')).toBe('合计未填，其组成项之和为 230万元');
    expect(of('贰佰叁拾万元整（¥2,200,000.00）')).toBe(
      '合计填“贰佰叁拾万元整（¥2,200,000.00）”，读不成一个数，其组成项之和为 230万元',
    );
  });

  it('tells target and actual value by their names, and the sign that was meant', () => {
    const row = (
      level3: string,
      target: ReturnType<typeof quantity>,
      actual: ReturnType<typeof quantity>,
    ) => ({
      indicators: [indicator({ level3, target, actual })],
    });
    const missed = row('养护里程', quantity(320, '公里', '>='), quantity(190, '公里'));
    expect(told(missed, IND_01)[0]?.[0]).toContain('养护里程（目标 ≥320公里，实际 190公里）');
    expect(told(missed, IND_02)[0]).toEqual([
      '实际完成值偏离目标30%以上，未说明原因：养护里程（目标 ≥320公里，实际 190公里，为目标的 59%）',
      'more than 30% off target and no reason given: 养护里程 (target ≥320公里, actual 190公里, 59% of it)',
    ]);
    expect(told(row('养护里程', quantity(320, '公里', '>='), words('已完成')), IND_03)[0]?.[0]).toContain(
      '养护里程（目标 ≥320公里，实际“已完成”）',
    );
    expect(
      told(
        { indicators: [indicator({ level3: '就读人数', target: quantity(1260, '人', '<=') })] },
        IND_04,
      )[0]?.[0],
    ).toBe('指标方向与符号不符：就读人数 ≤1260人（应为 ≥？）');
    expect(
      told({ indicators: [indicator({ level3: '', target: words(''), weight: 10 })] }, STR_03)[0]?.[0],
    ).toBe('产出指标／数量指标下有一行填了分值或得分而没有三级指标名称');
  });

  it('prints units that stand in a head or a caption', () => {
    const staff = (item: string, value: number) =>
      amount({ item, value, section: 'staff', measure: 'count', unit: '人' });
    expect(told({ amounts: [staff('编制人数', 30), staff('在职人数', 34)] }, RAT_11)[0]?.[0]).toBe(
      '在职人数（2031年） 34人，超过编制人数（2031年） 30人',
    );
    expect(
      told({ amounts: [amount({ item: '财政拨款', value: -5, section: 'funding' })] }, UNI_08)[0]?.[0],
    ).toBe('“财政拨款”为负：-5万元');
  });

  it('says of a shifted point that it is one, where no unit of money can be meant', () => {
    const filings = [filing({ total_weight: 10 })];
    const indicators = [60, 40].map((weight) => indicator({ weight }));
    const { findings } = check({ filings, indicators }, WGT_01);
    const reasons = findings.flatMap(({ hypotheses }) => hypotheses.map(({ reason }) => reason.zh));
    expect(reasons.some((reason) => reason.includes('0 或小数点'))).toBe(true);
    expect(reasons.some((reason) => reason.includes('元／万元'))).toBe(false);
  });

  it('has single marks within double ones, and leaves those alone that do not close', () => {
    const zh = (text: string) => requoted({ zh: text, en: '' }).zh;
    expect(zh('“控制率”与“变动率”不符')).toBe('“控制率”与“变动率”不符');
    expect(zh('““三公”经费变动率”分值 2，“经费”')).toBe('“‘三公’经费变动率”分值 2，“经费”');
    expect(zh('表“收入”、“单位“三公”经费表”')).toBe('表“收入”、“单位‘三公’经费表”');
    expect(zh('““三公”经费')).toBe('““三公”经费');
    expect(zh('”甲“乙“丙”')).toBe('”甲“乙“丙”');
  });
});
