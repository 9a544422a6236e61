import { describe, expect, it } from 'vitest';
import { SCR_09 } from '../../../src/reconcile/rules/scr-09.ts';
import { amount, check, figuresOf, filing, indicator } from '../records.ts';

const of = (rate: number | null, scores: number[], amounts: ReturnType<typeof amount>[] = []) =>
  check(
    {
      filings: [filing({ execution_rate: rate })],
      indicators: scores.map((score) => indicator({ weight: 45, score })),
      amounts,
    },
    SCR_09,
  );

describe('SCR-09, points and spending', () => {
  it('passes where they go together', () => {
    expect(of(97, [45, 45]).findings).toEqual([]);
  });
  it('warns of full points for half the money', () => {
    const { findings } = of(61, [45, 43.2]);
    expect(findings).toMatchObject([{ severity: 'warning', kind: 'score_rule', expected: 61, actual: 98 }]);
    expect(figuresOf(findings[0])).toEqual([61, 45, 43.2]);
  });
  it('is on the edge: up to 5% passes, up to 20% is noted', () => {
    expect(of(95, [45, 45]).findings).toEqual([]);
    expect(of(94.9, [45, 45]).findings).toMatchObject([{ severity: 'info' }]);
    expect(of(80, [45, 45]).findings).toMatchObject([{ severity: 'info' }]);
  });
  it('believes the figures before the printed rate', () => {
    const funds = [
      amount({ item: '年度资金总额', value: 500, section: 'funding', measure: 'annual_budget' }),
      amount({ item: '年度资金总额', value: 499, section: 'funding', measure: 'executed' }),
    ];
    expect(of(61, [45, 45], funds).findings).toEqual([]);
  });
  it('cannot tell without spending', () => {
    expect(of(null, [45, 45])).toMatchObject({ findings: [], coverage: [{ not_evaluated: 1 }] });
  });
});
