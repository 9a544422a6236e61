import type { FigureColumn } from './figure-columns.ts';

const SAME_PERIOD = /^(?:上年|去年)?同期(?:累计)?(?:完成|执行)?(?:数|额)?$/;
const THIS_PERIOD = /^本期(?:累计)?(?:完成|执行)?(?:数|额)?$/;
/** How much more it was: beside the same of the year before no figure of what came and went. */
const INCREASE = /^(?:增加|增长|增收|增支)(?:额|值|数|金额)?$/;

/** 累计 and 当月 over 本期 | 同期 | 增减额: what came in or was spent within a period, and within the same of the year before. */
export function comparedPeriods(figures: readonly FigureColumn[]): void {
  const says = ({ keys, measure }: FigureColumn, period: RegExp): boolean =>
    (measure === null || measure === 'prior') && period.test(keys.at(-1) ?? '');
  const same = figures.filter((figure) => says(figure, SAME_PERIOD));
  if (same.length === 0) return;
  for (const figure of same) {
    figure.measure = 'prior';
    if (figure.year === null) figure.yearOffset = -1;
  }
  for (const figure of figures) {
    if (says(figure, THIS_PERIOD)) figure.measure = 'executed';
    if (figure.measure === null && INCREASE.test(figure.keys.at(-1) ?? '')) figure.measure = 'adjustment';
  }
}
