import { rateOutcomes } from '../figures/rates.ts';
import type { FilingRule } from '../rule.ts';

/** Control of running costs, from the base data of the document. */
export const RAT_06: FilingRule = {
  id: 'RAT-06',
  scope: 'filing',
  kind: 'ratio',
  title: { zh: '公用经费控制率不符', en: 'Running-cost rate differs from its figures' },
  explanation: {
    zh: '公用经费控制率 = 实际支出公用经费 ÷ 预算安排公用经费 × 100%。',
    en: 'The rate of running costs is what was spent over what was planned.',
  },
  tolerance: 'T1',
  severity: 'error',
  parameters: {},
  example: { zh: '决算 72 ÷ 预算 80 = 90%，填 100%', en: '72 spent ÷ 80 planned = 90%, printed as 100%' },
  check: (context) => rateOutcomes(context, 'RAT-06'),
};
