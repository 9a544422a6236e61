import { describe, expect, it } from 'vitest';
import { NAR_02 } from '../../../src/reconcile/rules/nar-02.ts';
import { NAR_03 } from '../../../src/reconcile/rules/nar-03.ts';
import { PCT_07 } from '../../../src/reconcile/rules/pct-07.ts';
import { prose } from '../prose.ts';
import { check, figuresOf } from '../records.ts';

const said = (text: string) => check({ texts: [prose(text)] }, NAR_03);

describe('NAR-03, change and growth imply one year before', () => {
  it('passes where they do', () => {
    const { findings, coverage } = said('2031年支出120万元，比上年增加20万元，增长20%。');
    expect(findings).toEqual([]);
    expect(coverage[0]).toMatchObject({ consistent: 1 });
    expect(said('2031年支出80万元，比上年减少20万元，下降20%。').findings).toEqual([]);
  });

  it('judges the growth by the year before where only that is printed', () => {
    expect(said('财政拨款较上年300万元增加30万元，增幅10%。').findings).toEqual([]);
    const { findings } = said('财政拨款较上年300万元增加30万元，增幅12%。');
    expect(figuresOf(findings[0])).toEqual([12, 300, 30]);
  });

  it('takes no plan between for what changed', () => {
    const text = '收入累计完成24000万元,完成年初预算数60000万元的40%,比上年减收1000万元,下降4%。';
    expect(said(text).findings).toEqual([]);
  });

  it('fails where the growth is that of another base', () => {
    const { findings } = said('2031年支出120万元，比上年增加20万元，增长30%。');
    expect(findings[0]).toMatchObject({ severity: 'error', expected: 20, actual: 30, difference: 10 });
    expect(figuresOf(findings[0])).toEqual([30, 120, 20]);
    expect(findings[0]?.message.zh).toContain('上年为 100');
  });

  it('fails where change and printed years differ', () => {
    const { findings } = said('2030年支出100万元。2031年支出130万元，比2030年支出增加20万元。');
    expect(findings).toHaveLength(1);
    expect(figuresOf(findings[0])).toEqual([130, 100, 20]);
    const turned = said('2030年支出100万元。2031年支出120万元，比2030年支出减少20万元。');
    expect(turned.findings).toHaveLength(1);
  });

  it('takes the figure inside a comparison for its base', () => {
    const said = (change: string, growth: string) =>
      `2031年收入总计1250.36万元，比2030年1180.20万元增加${change}万元，增长${growth}。其中：拨款1200.36万元，占96%；结转50万元，占4%。`;
    const { findings, coverage } = check({ texts: [prose(said('70.16', '5.94%'))] }, NAR_02, NAR_03, PCT_07);
    expect(findings).toEqual([]);
    expect(coverage.map(({ rule, consistent }) => [rule, consistent])).toEqual([
      ['PCT-07', 1],
      ['NAR-02', 3],
      ['NAR-03', 1],
    ]);
    const slipped = check({ texts: [prose(said('71.16', '5.49%'))] }, NAR_03, PCT_07).findings;
    expect(slipped.map(({ rule }) => rule).sort()).toEqual(['NAR-03', 'PCT-07']);
  });

  it('is on the edge of what the print allows', () => {
    // 12.3 ÷ (4125.49 − 12.3) = 0.2990 %
    expect(said('2031年收入4125.49万元，比上年增加12.3万元，增长0.3%。').findings).toEqual([]);
    expect(said('2031年收入4125.49万元，比上年增加12.3万元，增长0.31%。').findings).toHaveLength(1);
  });

  it('cannot tell a growth from zero, and leaves a lone change alone', () => {
    expect(said('2031年收入20万元，比上年增加20万元，增长100%。').coverage[0]?.reasons).toEqual({
      'base is zero': 1,
    });
    expect(said('2031年收入20万元，比上年增加2万元。').coverage).toEqual([]);
  });

  it('holds a change against what is measured alike, and not against a rate between', () => {
    const spent = (growth: number) =>
      said(`2031年“三公”经费支出12.60万元，完成预算84%，较上年减少1.40万元，下降${growth}%。`).findings;
    expect(spent(10)).toEqual([]);
    expect(spent(13)).toHaveLength(1);
  });

  it('takes what was saved on a budget for exact', () => {
    const saved = (by: string) =>
      said(`2031年“三公”经费支出18.60万元，比预算数24.00万元节约${by}万元，节约率22.5%。`).findings;
    expect(saved('5.40')).toEqual([]);
    expect(saved('5.70')).toHaveLength(1);
  });

  it('takes what something was reduced to for no change', () => {
    expect(
      said(
        '2031年“三公”经费支出决算16.95万元，比2030年增加5.07万元，增长42.68%，其中：公务接待费支出决算减少为0.00万元。',
      ).findings,
    ).toEqual([]);
  });

  it('holds a rate of a budget against the gap from it', () => {
    const done = (rate: string, gap: string) =>
      said(`教育支出决算为100.00万元，完成年初预算的${rate}，决算数${gap}，主要原因是节约。`).findings;
    expect(done('90.91%', '小于年初预算数10.00万元')).toEqual([]);
    expect(done('111.11%', '大于预算数10.00万元')).toEqual([]);
    // 100 ÷ 110 = 90.909 %
    expect(done('90.9%', '小于年初预算数10.00万元')).toEqual([]);
    const [finding] = done('91.90%', '小于年初预算数10.00万元');
    expect(finding).toMatchObject({ severity: 'error', expected: 90.9091, actual: 91.9 });
    expect(figuresOf(finding)).toEqual([91.9, 100, 10]);
    expect(done('90.91%', '大于年初预算数10.00万元')).toHaveLength(1);
  });

  it('asks for the side of 100 % where the gap has no figure', () => {
    const done = (rate: string, gap: string) =>
      said(`教育支出决算为100.00万元，完成预算${rate}，决算数${gap}。`).findings.map(
        ({ severity }) => severity,
      );
    expect(done('98%', '小于预算数的主要原因是节约')).toEqual([]);
    expect(done('105%', '小于预算数的主要原因是节约')).toEqual(['warning']);
    expect(done('100%', '等于预算数')).toEqual([]);
    expect(done('98%', '与预算数持平')).toEqual(['warning']);
    // 99.6 % is printed as 100 %.
    expect(done('100%', '小于预算数')).toEqual([]);
    // The budget of the year's beginning is another one.
    expect(done('100%', '大于年初预算数10.00万元')).toEqual([]);
  });

  it('holds 预决算差异率 to the budget and the outcome in front of it', () => {
    const gap = (rate: string) =>
      check(
        { texts: [prose(`与年初预算相比，年初预算数250.00万元，决算数265.00万元，预决算差异率${rate}%。`)] },
        NAR_03,
      ).findings;
    expect(gap('6.00')).toEqual([]);
    expect(gap('6.60')[0]).toMatchObject({ expected: 6, actual: 6.6 });
  });
});

describe('NAR-03, changes from the plan', () => {
  it('holds what was carried out against the plan beside it', () => {
    const of = (change: string, rate: string) =>
      check(
        {
          texts: [
            prose(
              `2031年度收入预算8240.00万元，收入决算8652.00万元，决算比预算增加${change}万元，增长${rate}%。`,
            ),
          ],
        },
        NAR_03,
      ).findings.length;
    expect(of('412.00', '5.00')).toBe(0);
    expect(of('432.00', '5.00')).toBe(1);
  });

  it('holds a rate behind such a change to the plan too, where no side is named anew', () => {
    const told = (change: string, rate: string) =>
      check(
        {
          texts: [
            prose(
              `“三公”经费预算26.50万元，实际支出22.18万元，比预算减少${change}万元，下降${rate}%。其中：公务接待费6.38万元。`,
            ),
          ],
        },
        NAR_03,
        PCT_07,
      ).findings.length;
    expect(told('4.32', '16.30')).toBe(0);
    expect(told('4.32', '18.30')).toBe(1);
    expect(told('6.32', '16.30')).toBeGreaterThan(0);
  });

  it('is silent where it is open which plan is meant', () => {
    const clean = [
      '2031年年初预算为1000万元，调整预算为1200万元，支出决算为1150万元，决算比预算增加150万元，增长15%。',
      '2031年一般公共预算年初预算800万元，政府性基金预算200万元，决算支出1100万元，决算比预算增加100万元，增长10%。',
      '2031年公用经费预算100万元，其中办公费预算30万元，实际支出110万元，决算比预算增加10万元，增长10%。',
      '2031年项目支出预算500万元，实际支出480万元，全年预算520万元，执行数比全年预算减少40万元，下降7.69%。',
    ];
    const told = clean.filter((text) => check({ texts: [prose(text)] }, NAR_03).findings.length > 0);
    expect(told).toEqual([]);
  });
});
