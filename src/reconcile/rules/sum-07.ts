import type { FilingRule } from '../rule.ts';

/**
 * A total that counts one of its parts, mostly a subtotal, twice. Told by the sums themselves where the likeliest
 * correction of the total is its excess over one part (H11); it checks nothing of its own.
 */
export const SUM_07: FilingRule = {
  id: 'SUM-07',
  scope: 'filing',
  kind: 'sum',
  title: { zh: '小计或某项被重复计入合计', en: 'A subtotal or a part is counted twice' },
  explanation: {
    zh: '合计比各项之和恰好多出其中一项（常为小计）的数额，说明该项被重复计入。',
    en: 'The total exceeds the sum of its parts by exactly one of them, mostly a subtotal: it was counted twice.',
  },
  tolerance: 'T2',
  severity: 'error',
  parameters: {},
  example: {
    zh: '甲 10 + 乙 20 = 30，合计填 50，多计一次乙',
    en: '10 + 20 = 30, total printed as 50: the 20 is counted twice',
  },
  check: () => [],
};
