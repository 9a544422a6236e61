import { describe, expect, it } from 'vitest';
import { SCR_01 } from '../../../src/reconcile/rules/scr-01.ts';
import { check, figuresOf, filing, indicator } from '../records.ts';

const row = (weight: number | null, score: number | null) => ({ indicators: [indicator({ weight, score })] });

describe('SCR-01, a score lies between 0 and its points', () => {
  it('passes inside and on both edges', () => {
    for (const score of [0, 7.5, 10]) expect(check(row(10, score), SCR_01).findings).toEqual([]);
  });
  it('fails above the points and below 0', () => {
    const { findings } = check(row(10, 15), SCR_01);
    expect(findings).toMatchObject([{ kind: 'score_rule', severity: 'error', equation: '15 > 10' }]);
    expect(figuresOf(findings[0])).toEqual([15, 10]);
    expect(check(row(10, -1), SCR_01).findings).toHaveLength(1);
  });
  it('holds for the execution rate too', () => {
    const filings = [filing({ execution_weight: 10, execution_score: 11 })];
    expect(check({ filings }, SCR_01).findings).toHaveLength(1);
  });
  it('cannot tell without points', () => {
    expect(check(row(null, 5), SCR_01).coverage[0]).toMatchObject({ not_evaluated: 1 });
  });
});
