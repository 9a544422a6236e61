import { describe, expect, it } from 'vitest';
import { TXT_01 } from '../../../src/reconcile/rules/txt-01.ts';
import { check, figuresOf, indicator } from '../records.ts';

const of = (weight: number, score: number, scoring_rule: string) =>
  check({ indicators: [indicator({ level3: '差旅费变动率', weight, score, scoring_rule })] }, TXT_01);

describe('TXT-01, a standard gives what there is', () => {
  it('passes', () => {
    expect(of(5, 5, '变动率为0，计5分；每超过一个百分点扣1分').findings).toEqual([]);
    expect(of(2, 2, '有制度的计1分；有效执行的计1分。').findings).toEqual([]);
  });
  it('fails where one band gives more than the points', () => {
    const { findings } = of(2, 2, '变动率为0，计5分；每超过一个百分点扣1分，扣完为止。');
    expect(findings).toMatchObject([{ severity: 'error', kind: 'rule_text', expected: 2, actual: 5 }]);
    expect(findings[0]?.message.zh).toContain('“变动率为0,计5分”');
    expect(figuresOf(findings[0])).toEqual([2, 2, 5]);
  });
  it('warns of a score above all that the standard gives', () => {
    const { findings } = of(10, 10, '按期完成计5分，超过30%的不计分。');
    expect(findings).toMatchObject([{ severity: 'warning', expected: 5, actual: 10 }]);
  });
  it('is on the edge: points for each of something have no known most', () => {
    expect(of(6, 6, '每项评价要点加2分。').findings).toEqual([]);
    expect(of(6, 5, '按期完成计5分，超过30%的不计分。').findings).toEqual([]);
  });
  it.each([
    ['adds points for each of something', '按期完成计5分；每增加一项加1分'],
    ['gives points for one of those that are met', '评价要点符合一项得1分'],
    ['deducts as well as it gives', '按期完成计5分，每延期一天扣1分。'],
    ['says only what gives none', '未完成的不计分。'],
    ['leaves the rest to the one who scores', '目标依据充分得3分，符合职责得2分，其余酌情。'],
    ['leaves what else may be given open', '按期完成计5分，其他情况相应计分。'],
  ])('does not say how much a standard gives that %s', (_, standard) => {
    expect(of(10, 10, standard).findings).toEqual([]);
  });
  it('is on the edge: standards of 100 points, and weights that are fractions, have another scale', () => {
    expect(of(10, 9, '完成的得100分，未完成不得分').findings).toEqual([]);
    expect(of(0.2, 0.2, '变动率为0，计5分').findings).toEqual([]);
  });
  it('says nothing of words', () => {
    expect(of(2, 2, '酌情给分')).toEqual({ findings: [], coverage: [] });
  });
});
