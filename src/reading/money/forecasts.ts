import type { Doubt, Measure } from '../../../schemas/index.ts';

/** What a year is expected to come to: 预计执行数, 全年预计支出数. 预计支出 alone is a plan, and 预计结余 a balance. */
const expected = /预计(?!支出|收入|补助|补贴|需求|投入|金额|经费|资金|费用)|(?:全年|年[末底终])预计支出/;
const unsure = new Set<Measure>(['current', 'executed']);

/** 全年预计 over 支出数 | 执行率: what stands below it is expected, and was not spent. */
export const forecastHead =
  /^(?:本年|全年|年[末底终]|截?至年[末底终])?预计(?:全年)?(?:执行|完成|支出)?(?:情况)?$/;

/**
 * The doubt of a measure that stands for a forecast, by the lowest head of the figure and the name of its row: no kind says what is
 * expected, and a reader who adds up what was spent must leave it out. Null for any other figure.
 */
export function forecastDoubt(measure: Measure, heads: readonly string[]): Doubt | null {
  const said = unsure.has(measure) ? heads.find((head) => expected.test(head)) : undefined;
  return said === undefined
    ? null
    : { text: measure, reason: `what is expected, and no kind of its own: ${said}`, alternatives: [] };
}
