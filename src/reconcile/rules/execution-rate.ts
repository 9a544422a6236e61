import type { Amount } from '../../../schemas/index.ts';
import { closedUp } from '../keys.ts';

const OF_EXECUTION =
  /执行|完成|进度|支出率|(?:支付|付款|拨付|兑付|报账)(?:率|比例)|累计占.{0,2}预算|B\s*[/÷]\s*A/i;
/** Rates of something else than execution. */
const OF_OTHERS =
  /增长|增幅|增减|变动|[比为占](?:上年|(?:19|20)\d\d年)|同比|到位|调整|结转|结余|控制|节约|预计|预期|目标|任务|形象|工程|(?:分配|下达|落实)(?:率|进度|比例)/;
/** 票面利率 2.86% beside what was issued and what was spent: the price of the money. */
const OF_BONDS = /利率|费率|收益率|票面|贴息/;

/** 全年预计执行率 behind 全年预计执行数: how much of a budget will have been spent. */
export function isForecastRate({ column_label: column }: Amount): boolean {
  return FORECAST.test(closedUp(column)) && OF_EXECUTION.test(closedUp(column));
}

const FORECAST = /预计|预期/;

/** A sum of the year under a head of what will be. */
export const isForecast = ({
  column_label: column,
  measure,
}: Pick<Amount, 'column_label' | 'measure'>): boolean =>
  measure === 'current' && FORECAST.test(closedUp(column));

/** 控制率（%） over 决算/预算: the head says what it is of. */
const SPENT_OF_BUDGET =
  /^[(（]?(?:本年)?(?:决算|执行|支出|实际支出)(?:数|额)?\s*[/÷／]\s*(?:本年|全年)?预算(?:数|额)?(?:[×*xX]100%)?[)）]?(?:[(（]%[)）])?$/;

const isRate = /(?:率|进度|幅度?|比例|%)(?:[(（].*[)）])?$/;

/** Whether a rate of a table of money says how much of a budget was spent. */
export function isExecutionRate({ column_label: head, item, section }: Amount): boolean {
  const column = closedUp(head);
  // 执行率 in the line of 上年结转资金 is one of execution all the same.
  const label = `${column}${isRate.test(item) || column === '' ? item : ''}`;
  if (SPENT_OF_BUDGET.test(column.split(' / ').at(-1) ?? '')) return true;
  if (OF_OTHERS.test(label) || OF_BONDS.test(column)) return false;
  return section === 'funding' || OF_EXECUTION.test(column);
}
