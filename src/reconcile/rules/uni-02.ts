import type { FilingRule } from '../rule.ts';

/**
 * A figure in another unit than its column. Told by the sums themselves where the one likeliest correction is a power of ten
 * (H5) or the unit of a whole column (H6); it checks nothing of its own, and keeps the kind of the equation.
 */
export const UNI_02: FilingRule = {
  id: 'UNI-02',
  scope: 'filing',
  kind: 'unit',
  title: { zh: '个别金额的单位（元／万元）用错', en: 'Figure off by a power of ten: slip of unit' },
  explanation: {
    zh: '某个数乘以或除以10的整数次幂后，它参与的等式全部成立，而没有其他改法同样合理，疑为元、万元、亿元误用。',
    en: 'One figure times a power of ten mends every equation that it takes part in, and no other change would do as well: 元, 万元 and 亿元 were mixed up.',
  },
  tolerance: 'T2',
  severity: 'error',
  parameters: {},
  example: {
    zh: '各项以万元计，其中一项填 3520000（应为 352）',
    en: 'a part of 3520000 among figures in 万元 (352 is meant)',
  },
  check: () => [],
};
