import { rateOutcomes } from '../figures/rates.ts';
import type { FilingRule } from '../rule.ts';

/** Carry-over, from the totals of the document. */
export const RAT_04: FilingRule = {
  id: 'RAT-04',
  scope: 'filing',
  kind: 'ratio',
  title: { zh: '结转结余率与结转数不符', en: 'Carry-over rate differs from its figures' },
  explanation: {
    zh: '结转结余率 = 结转结余总额 ÷ 支出预算数 × 100%；分母各地不同，由规范配置决定。',
    en: 'The carry-over rate is what was carried over over the planned spending; the denominator differs by place and is set by the profile.',
  },
  tolerance: 'T1',
  severity: 'error',
  parameters: {},
  example: { zh: '结转 18 ÷ 预算 600 = 3%，填 0.3%', en: '18 carried over ÷ 600 = 3%, printed as 0.3%' },
  check: (context) => rateOutcomes(context, 'RAT-04'),
};
