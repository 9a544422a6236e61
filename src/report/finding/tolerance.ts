import type { Message } from '../../../schemas/index.ts';
import type { Rule } from '../../reconcile/rule.ts';

/** The way that a rule allows for rounding, by its class. */
export const toleranceNames: Record<Rule['tolerance'], Message> = {
  T0: { zh: '精确相等', en: 'exact' },
  T1: { zh: '按列精度的区间', en: 'interval by the precision of the column' },
  T2: { zh: '按本表取舍方式的区间', en: 'interval under the rounding the table keeps' },
  T3: { zh: '统计意义上的偏离', en: 'statistical' },
  T4: { zh: '比例区间', en: 'band of a ratio' },
  TS: { zh: '按文字判断', en: 'a matter of wording' },
};
