import { describe, expect, it } from 'vitest';
import { SCR_04 } from '../../../src/reconcile/rules/scr-04.ts';
import { check, figuresOf, indicator, quantity, words } from '../records.ts';

const row = (target: number, actual: number, score: number, fields = {}) =>
  indicator({
    level3: '政策知晓率',
    target: quantity(target, '%', '>='),
    actual: quantity(actual, '%'),
    weight: 10,
    score,
    ...fields,
  });
const of = (...indicators: ReturnType<typeof row>[]) => check({ indicators }, SCR_04);

describe('SCR-04, a missed target earns in proportion', () => {
  it('passes in proportion, rounded to the places of the form', () => {
    expect(of(row(100, 98, 9.8)).findings).toEqual([]);
    expect(of(row(90, 80, 9)).findings).toEqual([]);
  });
  it('warns of another score', () => {
    const { findings } = of(row(100, 98, 9));
    expect(findings).toMatchObject([{ severity: 'warning', kind: 'score_rule', expected: 9.8, actual: 9 }]);
    expect(figuresOf(findings[0])).toEqual([9, 10, 100, 98]);
  });
  it('is on the edge of what the print of the result and of the score leaves open', () => {
    const counts = [9.6, 9.7, 9.9, 10].map(
      (score) => of(row(100, 98, score), row(100, 97, 9.7)).findings.length,
    );
    expect(counts).toEqual([1, 0, 0, 0]);
    expect(of(row(100, 97, 9.6), row(100, 97, 9.9)).findings).toHaveLength(1);
  });
  it('reaches as far as the last place of the score, and no further', () => {
    const counted = (score: number) =>
      of(row(1000, 955, score, { target: quantity(1000, '件', '>='), actual: quantity(955, '件') }));
    expect(counted(9.5).findings).toEqual([]);
    expect(counted(9.6).findings).toEqual([]);
    expect(counted(9.7).findings).toHaveLength(1);
    expect(counted(9.4).findings).toHaveLength(1);
  });
  it('leaves full points for a missed target, and more than full ones, to other rules', () => {
    expect(of(row(100, 80, 10))).toEqual({ findings: [], coverage: [] });
    expect(of(row(100, 80, 11))).toEqual({ findings: [], coverage: [] });
    expect(of(row(100, 80, 9.9)).findings).toHaveLength(1);
  });
  it('turns the ratio where fewer is better', () => {
    const cost = { level2: '成本指标', target: quantity(40, '万元', '<='), actual: quantity(50, '万元') };
    expect(of(row(0, 0, 8, cost)).findings).toEqual([]);
    expect(of(row(0, 0, 5, cost)).findings).toHaveLength(1);
  });
  it('is on the edge: a lower score with a reason passes, a higher one does not', () => {
    expect(of(row(100, 80, 5, { deviation: '宣传不足，酌情扣分' })).findings).toEqual([]);
    expect(of(row(100, 80, 9, { deviation: '宣传不足，酌情扣分' })).findings).toHaveLength(1);
  });
  it('cannot tell with a standard of its own, in words, or with points that rows share', () => {
    expect(of(row(100, 98, 9, { scoring_rule: '100%计满分，每低于1%扣0.5分' })).findings).toEqual([]);
    expect(of(row(100, 98, 9, { scoring_rule: '直接赋分' })).findings).toEqual([]);
    expect(of(row(100, 98, 9, { scoring_rule: '按照正常比例赋分' })).findings).toHaveLength(1);
    expect(of(row(100, 98, 9, { scoring_rule: '' })).findings).toHaveLength(1);
    expect(of(row(100, 98, 9, { scoring_rule: ' ' })).findings).toHaveLength(1);
    expect(of(row(100, 98, 9, { actual: words('基本知晓') }))).toEqual({ findings: [], coverage: [] });
    const shared = indicator({ weight: null, score: null });
    expect(check({ indicators: [row(100, 98, 9), shared] }, SCR_04).findings).toEqual([]);
  });
});
