import { rateOutcomes } from '../figures/rates.ts';
import type { FilingRule } from '../rule.ts';

/** Completion of the budget, from the totals of the document. */
export const RAT_02: FilingRule = {
  id: 'RAT-02',
  scope: 'filing',
  kind: 'ratio',
  title: { zh: '预算完成率与收支数不符', en: 'Budget completion differs from its figures' },
  explanation: {
    zh: '预算完成率 = 预算完成数 ÷ 预算数 × 100%，按本文件的支出合计重新计算。',
    en: 'Budget completion is what was spent over what was planned, recomputed from the totals of the document.',
  },
  tolerance: 'T1',
  severity: 'error',
  parameters: {},
  example: { zh: '决算 465 ÷ 预算 500 = 93%，填 98%', en: '465 spent ÷ 500 planned = 93%, printed as 98%' },
  check: (context) => rateOutcomes(context, 'RAT-02'),
};
