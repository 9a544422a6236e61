import { describe, expect, it } from 'vitest';
import { SCR_10 } from '../../../src/reconcile/rules/scr-10.ts';
import { amount, check, figuresOf, filing, indicator, quantity } from '../records.ts';

const running = (plan: number, done: number) => [
  amount({ filing_id: 'f1', item: '公用经费', value: plan, section: 'base_data', measure: 'budget' }),
  amount({ filing_id: 'f1', item: '公用经费', value: done, section: 'base_data', measure: 'final' }),
];
const filings = [
  filing({ form_type: 'scoring_framework', title: '预算支出绩效评价指标框架' }),
  filing({ filing_id: 'f1', ordinal: 1, form_type: 'base_data' }),
];
const row = (level3: string, score: number, scoring_rule: string, fields = {}) =>
  indicator({ level3, target: null, weight: 3, score, scoring_rule, section: 'evaluation', ...fields });
const AT_MOST = '100%以下（含）计满分，每超出1%扣1分，扣完为止。';

describe('SCR-10, a standard is executed', () => {
  it('passes with the points that it gives', () => {
    const indicators = [row('公用经费控制率', 3, AT_MOST)];
    expect(check({ filings, indicators, amounts: running(80, 72) }, SCR_10).findings).toEqual([]);
  });
  it('warns of less, with the figures behind the rate', () => {
    const indicators = [row('公用经费控制率', 2, AT_MOST)];
    const { findings } = check({ filings, indicators, amounts: running(80, 72) }, SCR_10);
    expect(findings).toMatchObject([{ severity: 'warning', kind: 'score_rule', expected: 3, actual: 2 }]);
    expect(figuresOf(findings[0])).toEqual([2, 3, null, 72, 80]);
    expect(findings[0]?.equation).toBe('= 72 ÷ 80 × 100 = 90%');
  });
  it('fails on more than it gives', () => {
    const indicators = [row('公用经费控制率', 3, AT_MOST)];
    const { findings } = check({ filings, indicators, amounts: running(80, 82) }, SCR_10);
    expect(findings).toMatchObject([{ severity: 'error', actual: 3 }]);
  });
  it('is on the edge: whole steps and proportion both pass', () => {
    const reported = (score: number) =>
      row('任务完成率', score, '100%计满分，每下降5个百分点扣1分', { actual: quantity(93, '%') });
    for (const score of [1, 1.6, 2]) {
      expect(check({ filings, indicators: [reported(score), reported(1.6)] }, SCR_10).findings).toEqual([]);
    }
    expect(check({ filings, indicators: [reported(2.5)] }, SCR_10).findings).toHaveLength(1);
  });
  it('counts a deduction from the target where the standard names no other mark', () => {
    const of = (score: number) =>
      row('苗木成活率', score, '每低于1个百分点扣0.5分', {
        target: quantity(95, '%', '>='),
        actual: quantity(93, '%'),
      });
    expect(check({ filings, indicators: [of(2)] }, SCR_10).findings).toEqual([]);
    expect(check({ filings, indicators: [of(0)] }, SCR_10).findings).toHaveLength(1);
  });
  it('passes either reading of 100%: of the value, or of its target', () => {
    const of = (score: number) =>
      row('苗木成活率', score, '100%得满分，每降低1个百分点扣0.1分', {
        target: quantity(95, '%', '>='),
        actual: quantity(95, '%'),
      });
    for (const score of [3, 2.5])
      expect(check({ filings, indicators: [of(score)] }, SCR_10).findings).toEqual([]);
    expect(check({ filings, indicators: [of(1.4), of(2.5)] }, SCR_10).findings).toHaveLength(1);
  });
  it('takes the execution of a framework for projects from the evaluations of the document', () => {
    const projects = ['f2', 'f3'].map((filing_id, i) =>
      filing({ filing_id, ordinal: 2 + i, form_type: 'project_self_evaluation', project: `项目${i}` }),
    );
    const funds = projects.flatMap(({ filing_id }) => [
      amount({ filing_id, item: '年度资金总额', value: 40, section: 'funding', measure: 'annual_budget' }),
      amount({ filing_id, item: '年度资金总额', value: 40, section: 'funding', measure: 'executed' }),
    ]);
    const indicators = [row('预算执行率', 2, '100%计满分，每下降5个百分点扣1分，扣完为止。')];
    const { findings } = check({ filings: [...filings, ...projects], indicators, amounts: funds }, SCR_10);
    expect(findings).toMatchObject([{ expected: 3, actual: 2 }]);
    expect(findings[0]?.equation).toBe('= (40 + 40) ÷ (40 + 40) = 100%');
  });
  it('knows which scores whole steps can leave, though not how many there were', () => {
    const of = (score: number) => row('管理制度健全性', score, '每缺一项扣2分，扣完为止。');
    for (const score of [3, 1, 0])
      expect(check({ filings, indicators: [of(score)] }, SCR_10).findings).toEqual([]);
    expect(check({ filings, indicators: [of(2)] }, SCR_10).findings).toMatchObject([{ severity: 'warning' }]);
  });
  it('executes a formula over amounts', () => {
    const funds = [
      amount({ item: '资金总额', value: 400, section: 'funding', measure: 'initial_budget' }),
      amount({ item: '资金总额', value: 10, section: 'funding', measure: 'adjustment' }),
    ];
    const of = (score: number) => row('预算调剂', score, '（1－10×预算调剂/年初预算）×3分');
    expect(check({ filings, indicators: [of(2.25)], amounts: funds }, SCR_10).findings).toEqual([]);
    expect(check({ filings, indicators: [of(3)], amounts: funds }, SCR_10).findings).toMatchObject([
      { expected: 2.25 },
    ]);
  });
  it('cannot tell without operands, or from words', () => {
    const silent = [row('公用经费控制率', 2, AT_MOST), row('支付进度率', 2, '100%计满分，每低于5%扣1分')];
    expect(check({ filings, indicators: silent }, SCR_10)).toMatchObject({
      findings: [],
      coverage: [{ not_evaluated: 2, reasons: { 'operand missing': 2 } }],
    });
    const inWords = [row('社会效益', 2, '部门履职对社会发展所带来的影响。')];
    expect(check({ filings, indicators: inWords }, SCR_10).coverage[0]?.reasons).toEqual({
      'standard is in words': 1,
    });
  });
});
