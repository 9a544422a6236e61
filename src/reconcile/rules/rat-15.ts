import { rateOutcomes } from '../figures/rates.ts';
import type { FilingRule } from '../rule.ts';

/** The rates of new offices in a base-data table: their size and their cost against what was approved. */
export const RAT_15: FilingRule = {
  id: 'RAT-15',
  scope: 'filing',
  kind: 'ratio',
  title: { zh: '楼堂馆所控制率不符', en: 'Rate of new buildings differs from its figures' },
  explanation: {
    zh: '规模控制率 = 实际规模 ÷ 批复规模 × 100%，投资概算控制率 = 实际投资 ÷ 预算（批复）投资 × 100%。',
    en: 'The size of new buildings is held against the size approved, their cost against the cost approved.',
  },
  tolerance: 'T1',
  severity: 'warning',
  parameters: {},
  example: {
    zh: '实际规模 4,752㎡ ÷ 批复规模 4,800㎡ = 99%，填 96%',
    en: '4,752 m² built ÷ 4,800 m² approved = 99%, printed as 96%',
  },
  check: (context) => rateOutcomes(context, 'RAT-15'),
};
