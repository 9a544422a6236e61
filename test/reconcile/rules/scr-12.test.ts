import { describe, expect, it } from 'vitest';
import { SCR_12 } from '../../../src/reconcile/rules/scr-12.ts';
import { check, figuresOf, indicator } from '../records.ts';

const rows = (...given: [weight: number, deducted: number | null, score: number][]) => ({
  indicators: given.map(([weight, deducted, score]) =>
    indicator({ weight, score, ...(deducted === null ? {} : { deducted }) }),
  ),
});

describe('SCR-12, points less the deduction are the score', () => {
  it('passes, with a minus printed or not', () => {
    expect(check(rows([10, 1, 9], [20, 2.5, 17.5], [5, 0, 5]), SCR_12).findings).toEqual([]);
    expect(check(rows([10, -1, 9], [20, -2.5, 17.5]), SCR_12).findings).toEqual([]);
  });
  it('fails in the row that differs', () => {
    const { findings } = check(rows([10, 1, 9], [20, 2.5, 18.5], [5, 0, 5]), SCR_12);
    expect(findings).toMatchObject([
      { rule: 'SCR-12', kind: 'score_rule', severity: 'error', difference: -1 },
    ]);
    expect(figuresOf(findings[0])).toEqual([20, 18.5, 2.5]);
  });
  it('is on the edge at one hundredth of a point: points are never rounded', () => {
    const { findings } = check(rows([10, 1, 9], [20, 2.5, 17.51], [5, 0, 5]), SCR_12);
    expect(findings).toMatchObject([{ severity: 'error' }]);
  });
  it('only warns where no more than half of the rows bear it out', () => {
    const { findings } = check(rows([10, 1, 9], [20, 2.5, 18.5]), SCR_12);
    expect(findings).toMatchObject([{ severity: 'warning' }]);
  });
  it('cannot tell where most rows differ, or a row has no deduction', () => {
    const { findings, coverage } = check(rows([10, 3, 9], [20, 5, 17.5], [5, 0, 5]), SCR_12);
    expect(findings).toEqual([]);
    expect(coverage[0]).toMatchObject({ not_evaluated: 3 });
    expect(check(rows([10, null, 8], [5, 0, 5]), SCR_12).findings).toEqual([]);
  });
});

describe('SCR-12, what the reason says was taken off', () => {
  const told = (deviation: string, more: object = {}) =>
    check({ indicators: [indicator({ weight: 20, score: 17, deviation, ...more })] }, SCR_12).findings.map(
      ({ severity, expected, actual }) => [severity, expected, actual],
    );

  it('is what the score lacks, in all or at once', () => {
    expect(told('汛期停工，扣3分')).toEqual([]);
    expect(told('资料不全扣2分；公示不及时扣1分')).toEqual([]);
    expect(told('共扣3分，其中资料不全扣2分')).toEqual([]);
    expect(told('汛期停工，扣4分')).toEqual([['warning', 3, 4]]);
    expect(told('资料不全扣2分；公示不及时扣1.5分')).toEqual([['warning', 3, 3.5]]);
  });

  it('is not judged where it says a rule, or several scores stand in the row', () => {
    expect(told('每低1个百分点扣0.5分')).toEqual([]);
    expect(told('汛期停工，扣4分', { converted_score: 16 })).toEqual([]);
    const shared = [
      indicator({ weight: 20, score: 17, deviation: '汛期停工，扣1分' }),
      indicator({ weight: null, score: null, deviation: '公示不及时，扣2分' }),
    ];
    expect(check({ indicators: shared }, SCR_12).findings).toEqual([]);
  });
});
