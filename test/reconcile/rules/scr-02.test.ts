import { describe, expect, it } from 'vitest';
import { SCR_02 } from '../../../src/reconcile/rules/scr-02.ts';
import { check, figuresOf, filing, indicator } from '../records.ts';

const form = (
  total: number | null,
  scores: number[],
  execution: number | null = null,
  weight: number | null = null,
) => ({
  filings: [filing({ total_score: total, execution_score: execution, execution_weight: weight })],
  indicators: scores.map((score) => indicator({ weight: 10, score })),
});

describe('SCR-02, the total score is the sum of the scores', () => {
  it('passes with and without the execution rate', () => {
    expect(check(form(27, [10, 9, 8]), SCR_02).findings).toEqual([]);
    expect(check(form(37, [10, 9, 8], 10), SCR_02).findings).toEqual([]);
    expect(check(form(27, [10, 9, 8], 10), SCR_02).findings).toEqual([]);
  });
  it('fails with the total and every score', () => {
    const { findings } = check(form(30, [10, 9, 8]), SCR_02);
    expect(findings).toMatchObject([{ kind: 'score_sum', severity: 'error', expected: 27, actual: 30 }]);
    expect(figuresOf(findings[0])).toEqual([30, 10, 9, 8]);
  });
  it('says nothing where the score of a row could not be read', () => {
    const { filings, indicators } = form(37, [10, 9, 8]);
    const doubt = { text: '', reason: 'strokes run over the writing', alternatives: [] };
    const lost = indicator({ weight: 10, score: null, doubts: { score: doubt } });
    expect(check({ filings, indicators: [...indicators, lost] }, SCR_02).findings).toEqual([]);
    const blank = indicator({ weight: 10, score: null });
    expect(check({ filings, indicators: [...indicators, blank] }, SCR_02).findings).toHaveLength(1);
  });
  it('is on the edge: a tenth of a point counts', () => {
    expect(check(form(27.1, [10, 9, 8]), SCR_02).findings).toHaveLength(1);
  });
  it('warns where converted scores multiply by the weight twice', () => {
    const indicators = [60, 30].map((points) =>
      indicator({ weight: points, score: points, converted_score: (points * points) / 100 }),
    );
    const { findings } = check({ indicators }, SCR_02);
    expect(findings).toMatchObject([{ kind: 'score_sum', severity: 'warning', expected: 90, actual: 45 }]);
    expect(figuresOf(findings[0])).toContain(36);
  });
  it('cannot tell where the total of the points leaves those of a printed execution rate out of every cell', () => {
    const of = (total: number, points: number) => ({
      filings: [filing({ total_score: total, total_weight: points, execution_rate: 90 })],
      indicators: [indicator({ weight: 50, score: 48 }), indicator({ weight: 40, score: 38 })],
    });
    expect(check(of(95, 100), SCR_02)).toMatchObject({ findings: [], coverage: [{ not_evaluated: 1 }] });
    expect(check(of(97, 100), SCR_02).findings).toHaveLength(1);
    expect(check(of(95, 90), SCR_02).findings).toHaveLength(1);
  });
  it('cannot tell without a total, or without the score of the execution rate', () => {
    expect(check(form(null, [10, 9]), SCR_02).coverage[0]).toMatchObject({ not_evaluated: 1 });
    expect(check(form(29, [10, 9], null, 10), SCR_02)).toMatchObject({
      findings: [],
      coverage: [{ not_evaluated: 1 }],
    });
  });
  it('counts the execution in where the total of the points does', () => {
    const of = (points: number, score: number) =>
      check(
        {
          filings: [
            filing({ execution_score: 9, execution_weight: 10, total_score: score, total_weight: points }),
          ],
          indicators: [60, 30].map((weight) => indicator({ score: weight - 5, weight })),
        },
        SCR_02,
      ).findings.length;
    expect([of(100, 80), of(100, 89), of(90, 80)]).toEqual([1, 0, 0]);
  });
});
