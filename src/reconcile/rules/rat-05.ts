import { rateOutcomes } from '../figures/rates.ts';
import type { FilingRule } from '../rule.ts';

/** Change of what is carried over. */
export const RAT_05: FilingRule = {
  id: 'RAT-05',
  scope: 'filing',
  kind: 'ratio',
  title: { zh: '结转结余变动率不符', en: 'Change of carry-over differs from its figures' },
  explanation: {
    zh: '结转结余变动率 = （本年累计 − 上年累计）÷ 上年累计 × 100%。',
    en: 'The change of carry-over is this year’s balance less last year’s, over last year’s.',
  },
  tolerance: 'T1',
  severity: 'error',
  parameters: {},
  example: { zh: '（18 − 20）÷ 20 = −10%，填 10%', en: '(18 − 20) ÷ 20 = −10%, printed as 10%' },
  check: (context) => rateOutcomes(context, 'RAT-05'),
};
