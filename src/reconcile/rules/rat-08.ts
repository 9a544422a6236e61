import { rateOutcomes } from '../figures/rates.ts';
import type { FilingRule } from '../rule.ts';

/** Priority spending over all project spending. */
export const RAT_08: FilingRule = {
  id: 'RAT-08',
  scope: 'filing',
  kind: 'ratio',
  title: { zh: '重点支出安排率不符', en: 'Share of priority spending differs' },
  explanation: {
    zh: '重点支出安排率 = 重点项目支出 ÷ 项目总支出 × 100%。',
    en: 'The share of priority projects in all project spending.',
  },
  tolerance: 'T1',
  severity: 'error',
  parameters: {},
  example: { zh: '重点 270 ÷ 项目 300 = 90%，填 95%', en: '270 ÷ 300 = 90%, printed as 95%' },
  check: (context) => rateOutcomes(context, 'RAT-08'),
};
