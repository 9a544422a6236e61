import { describe, expect, it } from 'vitest';
import { SCR_06 } from '../../../src/reconcile/rules/scr-06.ts';
import { check, figuresOf, indicator, quantity, words } from '../records.ts';

const row = (actual: number, score = 10, fields = {}) =>
  indicator({
    level3: '苗木成活率',
    target: quantity(95, '%', '>='),
    actual: quantity(actual, '%'),
    weight: 10,
    score,
    ...fields,
  });
const of = (...indicators: ReturnType<typeof row>[]) => check({ indicators }, SCR_06);

describe('SCR-06, full points for a target that was met', () => {
  it('passes', () => {
    expect(of(row(95), row(80, 8.4)).findings).toEqual([]);
  });
  it('fails where it was missed', () => {
    const { findings } = of(row(82));
    expect(findings).toMatchObject([{ severity: 'error', kind: 'score_rule', expected: 8.63, actual: 10 }]);
    expect(figuresOf(findings[0])).toEqual([10, 10, 95, 82]);
  });
  it('is on the edge: a share that rounds to full points passes', () => {
    expect(of(row(91)).findings).toEqual([]);
    expect(of(row(91), row(95, 9.5)).findings).toHaveLength(1);
  });
  it('asks less of a budget that is kept: 项目预算控制数', () => {
    const cost = {
      level3: '项目预算控制数',
      level2: '成本指标',
      target: quantity(310, '万元'),
      actual: quantity(154, '万元'),
    };
    expect(of(row(95, 10, cost)).findings).toEqual([]);
  });
  it('is exact where what is counted comes whole', () => {
    const few = (unit: string) => ({ target: quantity(25, unit, '>='), actual: quantity(24, unit) });
    expect(of(row(0, 10, few('台')), row(95, 9.5)).findings).toHaveLength(1);
    expect(of(row(0, 10, few('公里')), row(95, 9.5)).findings).toEqual([]);
  });
  it('needs no proportion where a target is not above zero', () => {
    const change = (wanted: number, sign: '<=' | '>=' | null, reached: number, level3: string) =>
      of(
        row(0, 10, {
          level3,
          target: quantity(wanted, '%', sign ?? undefined),
          actual: quantity(reached, '%'),
        }),
      );
    expect(change(-3, '<=', -2, '能耗变动率').findings).toMatchObject([{ severity: 'error', actual: 10 }]);
    expect(change(0, '>=', -2, '收入增长率').findings).toMatchObject([{ severity: 'error' }]);
    expect(change(-3, '<=', -4, '能耗变动率').findings).toEqual([]);
    // No sign says which way 0% is meant.
    expect(change(0, null, -2, '经费变动率').findings).toEqual([]);
  });
  it('warns only where the form prints no sign', () => {
    const bare = { target: quantity(95, '%') };
    expect(of(row(82, 10, bare)).findings).toMatchObject([{ severity: 'warning' }]);
  });
  it('warns only where the sign itself is doubtful', () => {
    const capped = { level3: '参训人数', target: quantity(300, '人', '<='), actual: quantity(520, '人') };
    expect(of(row(0, 10, capped)).findings).toMatchObject([{ severity: 'warning' }]);
  });
  it('cannot tell from words, and leaves standards to their own rule', () => {
    expect(of(row(82, 10, { actual: words('良好') }))).toEqual({ findings: [], coverage: [] });
    expect(of(row(82, 10, { scoring_rule: '≥80%得10分，低于80%不得分' })).findings).toEqual([]);
  });
});
