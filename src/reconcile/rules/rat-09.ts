import { rateOutcomes } from '../figures/rates.ts';
import type { FilingRule } from '../rule.ts';

/** Procurement and use of assets. */
export const RAT_09: FilingRule = {
  id: 'RAT-09',
  scope: 'filing',
  kind: 'ratio',
  title: { zh: '政府采购执行率或固定资产利用率不符', en: 'Procurement or asset rate differs' },
  explanation: {
    zh: '政府采购执行率 = 实际采购金额 ÷ 采购预算数；固定资产利用率 = 在用固定资产 ÷ 全部固定资产。',
    en: 'Procurement carried out over procurement planned; assets in use over all assets.',
  },
  tolerance: 'T1',
  severity: 'error',
  parameters: {},
  example: { zh: '采购 47 ÷ 预算 50 = 94%，填 100%', en: '47 ÷ 50 = 94%, printed as 100%' },
  check: (context) => rateOutcomes(context, 'RAT-09'),
};
