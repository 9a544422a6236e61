import { describe, expect, it } from 'vitest';
import { SCR_05 } from '../../../src/reconcile/rules/scr-05.ts';
import { check, figuresOf, indicator, words } from '../records.ts';

const of = (actual: string, score: number) =>
  check(
    { indicators: [indicator({ target: words('显著改善'), actual: words(actual), weight: 10, score })] },
    SCR_05,
  );

describe('SCR-05, the band of a qualitative result', () => {
  it('passes inside its band', () => {
    expect(of('达成预期指标', 9).findings).toEqual([]);
    expect(of('部分达成预期指标并具有一定效果', 7).findings).toEqual([]);
    expect(of('未达成预期指标且效果较差', 3).findings).toEqual([]);
  });
  it('warns outside', () => {
    const { findings } = of('部分达成预期指标并具有一定效果', 10);
    expect(findings).toMatchObject([{ severity: 'warning', kind: 'score_rule', actual: 10 }]);
    expect(findings[0]?.message.zh).toContain('应得 6–8 分');
    expect(figuresOf(findings[0])).toEqual([10, 10, null]);
    expect(of('达成预期指标', 7).findings).toHaveLength(1);
  });
  it('is on the edge at 80% and 60%', () => {
    expect(of('达成预期指标', 8).findings).toEqual([]);
    expect(of('部分达成预期指标', 8).findings).toEqual([]);
    expect(of('未达成预期指标', 6).findings).toEqual([]);
  });
  it('says nothing of other words', () => {
    expect(of('有效', 4)).toEqual({ findings: [], coverage: [] });
  });
});
