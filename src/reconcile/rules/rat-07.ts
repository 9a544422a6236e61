import { rateOutcomes } from '../figures/rates.ts';
import type { FilingRule } from '../rule.ts';

/** Control and change of the three public expenses. */
export const RAT_07: FilingRule = {
  id: 'RAT-07',
  scope: 'filing',
  kind: 'ratio',
  title: { zh: '“三公”经费控制率或变动率不符', en: 'Rate of the three public expenses differs' },
  explanation: {
    zh: '“三公”经费控制率 = 实际支出 ÷ 预算安排；变动率 = （本年预算 − 上年预算）÷ 上年预算，预算与预算比。',
    en: 'Of receptions, vehicles and travel abroad: spent over planned; and the change of the plan against the year before.',
  },
  tolerance: 'T1',
  severity: 'error',
  parameters: {},
  example: { zh: '决算 4.5 ÷ 预算 5 = 90%，填 80%', en: '4.5 spent ÷ 5 planned = 90%, printed as 80%' },
  check: (context) => rateOutcomes(context, 'RAT-07'),
};
