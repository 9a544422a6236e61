import type { FigureColumn } from './figure-columns.ts';

const EARLIER = /^(?:其中[:：]?)?(?:以前|以往|往)(?:各)?年度?(?!.*(?:结转|结余))/;
const LATER = /^(?:其中[:：]?)?(?:后续|以后|往后|今后)(?:各)?年度?(?!.*(?:结转|结余|抵扣|收回|扣回))/;
const WHOLE = /^(?:计划|资金|投资|项目|筹资|筹措)*(?:总额|总投资|总计|合计|总数)(?:\([^()]{1,8}\))?$/;

/**
 * 计划总额 | 以前年度到位 | 本年计划 | 后续年度 | 占比: the first is of all years, those behind it part it over them, and a share is of the whole.
 * `measure` null where no head says it.
 */
export function spreadOverYears(figures: readonly FigureColumn[]): void {
  const lowest = ({ keys }: FigureColumn): string => keys.at(-1) ?? '';
  const first = figures.findIndex((figure) => WHOLE.test(lowest(figure)));
  const whole = figures[first];
  const parts = figures
    .slice(first + 1)
    .filter(({ role, measure }) => role !== 'share' && measure !== 'rate');
  const later = parts.filter((figure) => LATER.test(lowest(figure)));
  if (whole === undefined || later.length === 0) return;
  if (whole.measure === null || whole.measure === 'current') whole.measure = 'total_budget';
  for (const figure of later) if (figure.year === null) figure.yearOffset ??= 1;
  for (const figure of parts)
    if (LATER.test(lowest(figure)) || EARLIER.test(lowest(figure)) || ofThisYear.test(lowest(figure)))
      figure.ofWhole = true;
}

const ofThisYear = /^(?:其中[:：]?)?(?:本年|当年|(?:19|20)\d\d年)/;
