import { describe, expect, it } from 'vitest';
import { SCR_14 } from '../../../src/reconcile/rules/scr-14.ts';
import { check, figuresOf, filing, indicator } from '../records.ts';

const row = (score: number, ...given: number[]) =>
  indicator({
    score,
    weight: 20,
    other_scores: given.map((value, k) => ({ label: `专家${k + 1}`, value })),
  });

describe('SCR-14, scores of experts average and add up', () => {
  const rows = (last: number) => [row(19, 18, 19, 20), row(17.67, 17, 18, 18), row(last, 9, 9, 10)];
  it('passes with means rounded as the scores are', () => {
    expect(check({ indicators: rows(9.33) }, SCR_14).findings).toEqual([]);
  });
  it('fails with the score and those given', () => {
    const { findings } = check({ indicators: rows(9.53) }, SCR_14);
    expect(findings).toMatchObject([{ kind: 'score_sum', severity: 'error', actual: 9.53 }]);
    expect(figuresOf(findings[0])).toEqual([9.53, 9, 9, 10]);
    expect(findings[0]?.message.zh).toContain('9.53 ≠ (9 + 9 + 10) ÷ 3 = 9.3333');
    expect(findings[0]?.hypotheses.some(({ reason }) => /漏列/.test(reason.zh))).toBe(false);
  });
  it('is on the edge within the rounding of the column', () => {
    expect(check({ indicators: rows(9.34) }, SCR_14).findings).toHaveLength(1);
    expect(check({ indicators: [row(19, 18, 19, 20), row(17.7, 17, 18, 18)] }, SCR_14).findings).toEqual([]);
  });
  it('cannot tell where the best and the worst are left out', () => {
    const indicators = [row(18, 18, 18, 20, 11), row(17, 17, 17, 20, 10), row(9, 9, 9, 10, 2)];
    expect(check({ indicators }, SCR_14)).toMatchObject({ findings: [], coverage: [{ not_evaluated: 3 }] });
  });
  const totalled = (...totals: number[]) =>
    check(
      {
        filings: [
          filing({
            other_totals: totals.map((value, k) => ({ of: 'other_score', label: `专家${k + 1}`, value })),
          }),
        ],
        indicators: rows(9.33),
      },
      SCR_14,
    );
  it('adds up the columns, and none where no column closes', () => {
    expect(totalled(44, 46, 48).findings).toEqual([]);
    expect(totalled(44, 64, 48).findings).toMatchObject([{ severity: 'error', expected: 46, actual: 64 }]);
    expect(totalled(88, 92, 96).findings).toEqual([]);
  });
});

describe('SCR-14, what was taken off', () => {
  const deducted = (whole: number | null) =>
    check(
      {
        filings: [
          filing({ total_weight: whole, other_totals: [{ of: 'deducted', label: '扣分', value: 2.5 }] }),
        ],
        indicators: [
          indicator({ weight: 50, score: 49, deducted: 1 }),
          indicator({ weight: 40, score: 39, deducted: 1 }),
        ],
      },
      SCR_14,
    );
  it('cannot tell where points of the total are those of no indicator', () => {
    expect(deducted(100)).toMatchObject({ findings: [], coverage: [{ not_evaluated: 1 }] });
    expect(deducted(90).findings).toMatchObject([{ expected: 2, actual: 2.5 }]);
  });
});
