import { describe, expect, it } from 'vitest';
import type { Doubt, Measure } from '../../../schemas/index.ts';
import { PCT_05 } from '../../../src/reconcile/rules/pct-05.ts';
import { amount, at, check, figuresOf, filing } from '../records.ts';

let row = 100;
const funds = (figures: Partial<Record<Measure, number | null>>, fields = {}) => {
  row += 1;
  return Object.entries(figures).map(([measure, value], column) =>
    amount({
      item: '年度资金总额',
      value,
      section: 'funding',
      measure: measure as Measure,
      ...(measure === 'rate' ? { unit: '%', raw: `${value}%`, column_label: '执行率' } : {}),
      source: { value: at(row, column) },
      ...fields,
    }),
  );
};

describe('PCT-05, the execution rate', () => {
  it('passes within the precision printed', () => {
    const amounts = funds({ annual_budget: 824.5, executed: 821.2, rate: 99.6 });
    expect(check({ amounts }, PCT_05).findings).toEqual([]);
  });
  it('fails with rate, spending and budget', () => {
    const { findings } = check(
      { amounts: funds({ annual_budget: 824.5, executed: 821.2, rate: 84.6 }) },
      PCT_05,
    );
    expect(findings).toMatchObject([{ severity: 'error', kind: 'ratio', actual: 84.6 }]);
    expect(figuresOf(findings[0])).toEqual([84.6, 821.2, 824.5]);
  });
  it('is not of the first budget where that of the year could not be read', () => {
    const figures = (doubts: Record<string, Doubt>) =>
      funds({ initial_budget: 386.4, annual_budget: null, executed: 361.09, rate: 97.03 }).map((each) =>
        each.value === null ? { ...each, doubts } : each,
      );
    const doubt = { text: '我', reason: 'strokes run over the writing', alternatives: [] };
    expect(check({ amounts: figures({ value: doubt }) }, PCT_05).findings).toEqual([]);
    expect(check({ amounts: figures({}) }, PCT_05).findings).toHaveLength(1);
  });
  describe('a rate that is scored among the indicators', () => {
    const scored = (plan: Partial<Record<Measure, number>>, rate: number, done = 86) => {
      const stages = Object.entries({ ...plan, executed: done });
      const amounts = stages.map(([measure, value], i) =>
        amount({ item: `数${i}`, value, section: 'funding', measure: measure as Measure }),
      );
      const filings = [filing({ execution_rate: rate, execution_weight: 10 })];
      return check({ amounts, filings }, PCT_05);
    };
    it('is held against the only budget and the only spending of the form', () => {
      expect(scored({ budget: 96 }, 89.6).findings).toEqual([]);
      const { findings } = scored({ budget: 96 }, 100);
      expect(findings).toMatchObject([{ severity: 'error', kind: 'ratio', actual: 100 }]);
      expect(figuresOf(findings[0])).toEqual([100, 86, 96]);
    });
    it('may be of any stage of several, and is warned of where it is of none', () => {
      expect(scored({ initial_budget: 80, annual_budget: 86 }, 107.5).findings).toEqual([]);
      expect(scored({ initial_budget: 80, annual_budget: 86 }, 90).findings).toMatchObject([
        { severity: 'warning' },
      ]);
    });
    it('cannot tell without its points', () => {
      const amounts = [
        amount({ item: '预算数', value: 96, section: 'funding', measure: 'budget' }),
        amount({ item: '执行数', value: 86, section: 'funding', measure: 'executed' }),
      ];
      const filings = [filing({ execution_rate: 100, execution_weight: null, execution_score: null })];
      expect(check({ amounts, filings }, PCT_05).findings).toEqual([]);
    });
  });
  it('names another denominator that fits', () => {
    const amounts = funds({ initial_budget: 500, annual_budget: 600, executed: 480, rate: 96 });
    const { findings } = check({ amounts }, PCT_05);
    expect(findings).toMatchObject([{ severity: 'info', verdict: 'explained' }]);
    expect(findings[0]?.message.zh).toContain('年初预算数 500');
  });
  it('takes the first budget and what was adjusted for the budget where no cell prints their sum', () => {
    const adjusted = (rate: number, sum: Partial<Record<Measure, number>> = {}) =>
      check({ amounts: funds({ initial_budget: 86, adjustment: -6, ...sum, executed: 78.4, rate }) }, PCT_05);
    expect(adjusted(98)).toMatchObject({ findings: [], coverage: [{ applicable: 1, consistent: 1 }] });
    expect(adjusted(91.16)).toMatchObject({ findings: [], coverage: [{ not_evaluated: 1 }] });
    expect(adjusted(91.16, { annual_budget: 80 }).findings).toMatchObject([{ verdict: 'explained' }]);
    expect(adjusted(95, { annual_budget: 80 }).findings).toMatchObject([{ severity: 'error' }]);
  });
  it('is on the edge of the last place', () => {
    expect(
      check({ amounts: funds({ annual_budget: 300.25, executed: 200.17, rate: 66.67 }) }, PCT_05).findings,
    ).toEqual([]);
    expect(
      check({ amounts: funds({ annual_budget: 300.25, executed: 200.17, rate: 66.69 }) }, PCT_05).findings,
    ).toHaveLength(1);
  });
  it('takes the rates of quarters for those of each or of the year to date', () => {
    const quarters = (rates: number[], last = {}) => {
      row += 1;
      const of = (measure: Measure, value: number, head: string, column: number) =>
        amount({
          item: '校舍维修',
          value,
          section: 'budget',
          measure,
          column_label: head,
          ...(measure === 'rate' ? { unit: '%', raw: `${value}%` } : {}),
          source: { value: at(row, column) },
          ...last,
        });
      const names = ['一季度', '二季度', '三季度'];
      return [
        of('budget', 200, '年度预算', 1),
        ...names.flatMap((name, k) => [
          of('executed', [40, 60, 50][k] as number, `${name} / 支出数`, 2 + k * 2),
          of('rate', rates[k] as number, `${name} / 执行进度`, 3 + k * 2),
        ]),
      ];
    };
    const summary = (amounts: ReturnType<typeof quarters>) => check({ amounts }, PCT_05).coverage[0];
    expect(summary(quarters([20, 50, 75]))).toMatchObject({ consistent: 3, violated: 0 });
    expect(summary(quarters([20, 30, 25]))).toMatchObject({ consistent: 3, violated: 0 });
    expect(summary(quarters([20, 30, 26]))).toMatchObject({ consistent: 2, not_evaluated: 1 });
    const behind = (value: number) => ({
      ...amount({ item: '校舍维修', value, section: 'budget', measure: 'rate', unit: '%', raw: `${value}%` }),
      column_label: '执行率',
      source: { value: at(row, 9) },
    });
    expect(summary([...quarters([20, 30, 25]), behind(75)])).toMatchObject({ consistent: 4 });
    const sum = () => ({
      ...amount({ item: '校舍维修', value: 150, section: 'budget', measure: 'executed' }),
      column_label: '全年支出',
      source: { value: at(row, 8) },
    });
    const year = [...quarters([20, 30, 25]), sum(), behind(57)];
    expect(check({ amounts: year }, PCT_05).findings).toMatchObject([{ severity: 'error', actual: 57 }]);
  });
  it('takes the rate of interest for no execution', () => {
    const bonds = funds({ current: 8000, executed: 7600, rate: 2.86 });
    const interest = bonds.map((each) =>
      each.measure === 'rate' ? { ...each, column_label: '票面利率' } : each,
    );
    expect(check({ amounts: interest }, PCT_05).findings).toEqual([]);
    expect(check({ amounts: bonds }, PCT_05).findings).toHaveLength(1);
  });
  it('takes the figure of its own year, not the one beside it to compare with', () => {
    const former = funds({ final: 400 }, { year: 2022 });
    const own = funds({ budget: 430, executed: 441, rate: 102.56 }, { year: 2023 });
    const amounts = [...former, ...own].map((each, column) => ({
      ...each,
      source: { value: at(900, column) },
    }));
    expect(check({ amounts }, PCT_05).findings).toEqual([]);
  });
  it('notes a rate left blank beside both figures, in a form that scores it', () => {
    const filings = [filing({ execution_weight: 10, execution_score: 10 })];
    const { findings } = check({ filings, amounts: funds({ annual_budget: 640, executed: 640 }) }, PCT_05);
    expect(findings).toMatchObject([{ severity: 'info', kind: 'structure' }]);
    expect(figuresOf(findings[0])).toEqual([640, 640]);
  });
  it('does not take growth for execution, and cannot tell without operands', () => {
    const growth = { section: 'budget' as const, column_label: '比上年增长%' };
    expect(
      check({ amounts: funds({ annual_budget: 3, executed: 2, rate: 9 }, growth) }, PCT_05).findings,
    ).toEqual([]);
    const arrival = { column_label: '资金到位率' };
    const amounts = funds({ annual_budget: 3, executed: 2, rate: 100 }, arrival);
    expect(check({ amounts }, PCT_05)).toEqual({ findings: [], coverage: [] });
    expect(check({ amounts: funds({ executed: 200, rate: 66.7 }) }, PCT_05)).toMatchObject({
      coverage: [{ reasons: { 'budget is missing': 1 } }],
    });
  });
});
