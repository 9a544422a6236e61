import { rateOutcomes } from '../figures/rates.ts';
import type { FilingRule } from '../rule.ts';
import { staffRates } from './staff-rates.ts';

/** A printed rate of a base-data table is its formula over the figures beside it. */
export const RAT_01: FilingRule = {
  id: 'RAT-01',
  scope: 'filing',
  kind: 'ratio',
  title: { zh: '控制率与人数不符', en: 'Control rate differs from its head-counts' },
  explanation: {
    zh: '在职人员控制率 = 在职人员数 ÷ 编制数 × 100%，按表内人数重新计算；按行列出行政、事业等的，逐行核对，多数行不符的不作判断。',
    en: 'The staff control rate is staff in post over posts approved, recomputed from the figures of the table; where each row has a rate of its own, row by row, unless most rows differ.',
  },
  tolerance: 'T1',
  severity: 'error',
  parameters: {},
  example: { zh: '在职 31 ÷ 编制 40 = 77.5%，填 100%', en: '31 in post ÷ 40 posts = 77.5%, printed as 100%' },
  check: (context) => [...rateOutcomes(context, 'RAT-01'), ...staffRates(context)],
};
