import { describe, expect, it } from 'vitest';
import { SCR_07 } from '../../../src/reconcile/rules/scr-07.ts';
import { check, figuresOf, indicator, quantity, words } from '../records.ts';

const row = (actual: number, score: number, fields = {}) =>
  indicator({
    level3: '资金拨付及时率',
    target: quantity(95, '%', '>='),
    actual: quantity(actual, '%'),
    weight: 10,
    score,
    ...fields,
  });
const of = (...indicators: ReturnType<typeof row>[]) => check({ indicators }, SCR_07);

describe('SCR-07, a cut has a reason', () => {
  it('passes with full points, and with a reason', () => {
    expect(of(row(96, 10), row(96, 7, { deviation: '两笔拨付超过时限' })).findings).toEqual([]);
  });
  it('warns of a cut without one', () => {
    const { findings } = of(row(96, 7));
    expect(findings).toMatchObject([{ severity: 'warning', kind: 'score_rule', expected: 10, actual: 7 }]);
    expect(figuresOf(findings[0])).toEqual([7, 10, 95, 96]);
  });
  it('takes words that repeat the target for met', () => {
    expect(of(row(0, 7, { target: words('有效'), actual: words('有效') })).findings).toHaveLength(1);
  });
  it('is on the edge: 无 is no reason, a target exactly reached is met', () => {
    expect(of(row(95, 7, { deviation: '无' })).findings).toHaveLength(1);
    expect(of(row(94.9, 7)).findings).toEqual([]);
  });
  it('cannot tell from other words', () => {
    expect(of(row(0, 7, { target: words('有效'), actual: words('较好') }))).toEqual({
      findings: [],
      coverage: [],
    });
  });
});
