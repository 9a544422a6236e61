import { rateOutcomes } from '../rates.ts';
import type { FilingRule } from '../rule.ts';

/** Funds arrived over funds planned. */
export const RAT_10: FilingRule = {
  id: 'RAT-10',
  scope: 'filing',
  kind: 'ratio',
  title: { zh: '资金到位率不符', en: 'Rate of funds arrived differs' },
  explanation: {
    zh: '资金到位率 = 实际到位资金 ÷ 预算资金 × 100%。',
    en: 'Funds that arrived over funds planned.',
  },
  tolerance: 'T1',
  severity: 'error',
  parameters: {},
  example: { zh: '到位 90 ÷ 预算 120 = 75%，填 100%', en: '90 arrived ÷ 120 planned = 75%, printed as 100%' },
  check: (context) => rateOutcomes(context, 'RAT-10'),
};
