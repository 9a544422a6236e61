import { expect, it } from 'vitest';
import { PCT_05 } from '../../src/reconcile/rules/pct-05.ts';
import { SCR_03 } from '../../src/reconcile/rules/scr-03.ts';
import { SUM_09 } from '../../src/reconcile/rules/sum-09.ts';
import { amount, check, filing } from './records.ts';

const names = (given: Parameters<typeof check>[0], rule: Parameters<typeof check>[1]) =>
  check(given, rule).findings.map(({ evidence }) => evidence.map(({ text }) => text));
const fund = { item: '年度资金总额', section: 'funding' } as const;

it('the stages of one line bear names of their own', () => {
  const amounts = [
    amount({ ...fund, value: 500, measure: 'annual_budget' }),
    amount({ ...fund, value: 310, measure: 'executed' }),
    amount({ ...fund, value: 84, measure: 'rate', unit: '%', raw: '84%' }),
  ];
  expect(names({ amounts }, PCT_05)).toEqual([
    [
      '年度资金总额（2031年）·执行率 84%',
      '年度资金总额（2031年）·执行数 310',
      '年度资金总额（2031年）·全年预算数 500',
    ],
  ]);
  const filings = [filing({ execution_weight: 10, execution_score: 10 })];
  const [evidence] = names({ filings, amounts: amounts.slice(0, 2) }, SCR_03);
  expect(new Set(evidence)).toHaveProperty('size', 4);
  expect(evidence).toContain('年度资金总额（2031年）·执行数 310');
});

it('the two sides of an account bear names of their own', () => {
  const amounts = [
    amount({ item: '合计', value: 120, section: 'income' }),
    amount({ item: '合计', value: 125, section: 'expenditure' }),
  ];
  expect(names({ amounts }, SUM_09)).toEqual([['合计（2031年）·收入 120', '合计（2031年）·支出 125']]);
});
