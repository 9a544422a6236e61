import type { FilingRule } from '../rule.ts';

/** Shares that were cut off instead of rounded. Told by the judgement of the share edits; it checks nothing itself. */
export const PCT_03: FilingRule = {
  id: 'PCT-03',
  scope: 'filing',
  kind: 'share',
  title: { zh: '占比系截断而非四舍五入', en: 'Share was truncated, not rounded' },
  explanation: {
    zh: '同一表内所有占比都能以截去尾数解释，且至少一个不能以四舍五入解释，作为提示列出。',
    en: 'Every share of the table is explained by cutting digits off and at least one is not explained by rounding; a note.',
  },
  tolerance: 'T1',
  severity: 'info',
  parameters: {},
  example: { zh: '6951 ÷ 6961 = 99.86%，占比填 99.8%', en: '6951 ÷ 6961 = 99.86%, share printed as 99.8%' },
  check: () => [],
};
