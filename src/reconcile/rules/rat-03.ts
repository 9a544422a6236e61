import { rateOutcomes } from '../figures/rates.ts';
import type { FilingRule } from '../rule.ts';

/** Adjustment of the budget, from the totals of the document. */
export const RAT_03: FilingRule = {
  id: 'RAT-03',
  scope: 'filing',
  kind: 'ratio',
  title: { zh: '预算调整率与调整数不符', en: 'Budget adjustment differs from its figures' },
  explanation: {
    zh: '预算调整率 = 预算调整数 ÷ 年初预算数 × 100%。',
    en: 'The adjustment rate is the adjustment over the budget as first approved.',
  },
  tolerance: 'T1',
  severity: 'error',
  parameters: {},
  example: { zh: '调整 12 ÷ 年初 400 = 3%，填 0%', en: 'adjusted by 12 ÷ 400 = 3%, printed as 0%' },
  check: (context) => rateOutcomes(context, 'RAT-03'),
};
