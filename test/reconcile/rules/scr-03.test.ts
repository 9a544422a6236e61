import { describe, expect, it } from 'vitest';
import { SCR_03 } from '../../../src/reconcile/rules/scr-03.ts';
import { amount, check, figuresOf, filing, indicator } from '../records.ts';

const funds = (plan: number, done: number) => [
  amount({ item: '年度资金总额', value: plan, section: 'funding', measure: 'annual_budget' }),
  amount({ item: '年度资金总额', value: done, section: 'funding', measure: 'executed' }),
];
const of = (score: number | null, rate: number | null, plan?: number, done?: number) =>
  check(
    {
      filings: [filing({ execution_weight: 10, execution_score: score, execution_rate: rate })],
      amounts: plan === undefined ? [] : funds(plan, done ?? 0),
    },
    SCR_03,
  );

describe('SCR-03, points of the execution rate', () => {
  it('passes by the figures, and capped at the points', () => {
    expect(of(9.96, 99.6, 824.5, 821.2).findings).toEqual([]);
    expect(of(10, 104, 50, 52).findings).toEqual([]);
  });
  it('fails with the figures that take part', () => {
    const { findings } = of(10, 62, 500, 310);
    expect(findings).toMatchObject([{ severity: 'error', kind: 'score_rule', expected: 6.2, actual: 10 }]);
    expect(figuresOf(findings[0])).toEqual([10, 10, 310, 500]);
    expect(findings[0]?.equation).toBe('310 ÷ 500 × 10 = 6.2');
  });
  it('is on the edge: rounded or cut to the places of the score', () => {
    expect(of(9.8, null, 1000, 984).findings).toEqual([]);
    expect(of(9.84, null, 1000, 984.4).findings).toEqual([]);
  });
  it('explains a score from the rounded rate, and warns of what a local band may give', () => {
    expect(of(6.67, 66.7, 100, 66.66666).findings).toEqual([]);
    expect(of(6.7, 67, 1000.0, 661.1).findings).toMatchObject([{ severity: 'info', verdict: 'explained' }]);
    expect(of(10, 95.5).findings).toMatchObject([{ severity: 'warning', expected: 9.55 }]);
  });
  it('warns of a score left blank, which the total does not count', () => {
    const blank = (total: number) =>
      check(
        {
          filings: [
            filing({ execution_weight: 10, execution_score: null, execution_rate: 105, total_score: total }),
          ],
          indicators: [indicator({ score: 90, weight: 90 })],
        },
        SCR_03,
      ).findings.map(({ severity }) => severity);
    expect([blank(90), blank(100)]).toEqual([['warning'], ['info']]);
  });
  it('cannot tell without a rate', () => {
    expect(of(9, null)).toMatchObject({ findings: [], coverage: [{ reasons: { 'operand missing': 1 } }] });
    expect(of(null, 90)).toEqual({ findings: [], coverage: [] });
  });
});
