import type { Amount } from '../../../schemas/index.ts';
import { judgedByMost, type Row } from '../edits/most-rows.ts';
import { closedUp, normalised } from '../keys.ts';
import type { FilingContext, Outcome } from '../rule.ts';
import { sumEdit } from './sums.ts';

const MONTH = /^(1[0-2]|[1-9])月份?$/;
const OF_MONTH = /当月|本月/;
const TO_DATE = /(?:本年|全年)?累计/;

/** 1月 | 2月 | 3月, a row each, over 当月支出 | 累计支出: what was spent so far is that of the month before and of the month itself. */
export function runningMonths(context: FilingContext): Outcome[] {
  const months = context.amounts.filter(
    ({ item, measure, value }) => value !== null && measure !== 'rate' && MONTH.test(normalised(item)),
  );
  if (months.length === 0) return [];
  const columns = Map.groupBy(
    months.filter(
      ({ column_label: head }) =>
        head !== null && OF_MONTH.test(closedUp(head)) !== TO_DATE.test(closedUp(head)),
    ),
    ({ column_label: head, source }) =>
      `${source.value?.grid}|${normalised(head).replace(OF_MONTH, '').replace(TO_DATE, '')}`,
  );
  return [...columns.values()].flatMap((column) => ofColumns(context, column));
}

/** The rows of a column of months and of the one that adds them up; nothing where either prints a month twice. */
function ofColumns(context: FilingContext, figures: readonly Amount[]): Outcome[] {
  const [own, sums] = [OF_MONTH, TO_DATE].map(
    (head) =>
      new Map(
        figures
          .filter(({ column_label: label }) => head.test(closedUp(label)))
          .map((amount) => [Number(MONTH.exec(normalised(amount.item))?.[1]), amount]),
      ),
  ) as [Map<number, Amount>, Map<number, Amount>];
  if (own.size + sums.size < figures.length) return [];
  const rows: Row[] = [];
  for (const [month, sum] of sums) {
    const [before, of] = [sums.get(month - 1), own.get(month)];
    if (of === undefined || (before === undefined && month > 1)) continue;
    const says = {
      zh: `${sum.item}累计数应为上月累计数与当月数之和`,
      en: `what comes together up to ${sum.item} should be that of the month before and its own`,
    };
    const parts = before === undefined ? [of] : [before, of];
    const edit = sumEdit(context, sum, parts, { rule: 'SUM-05', relation: '=', says });
    if (edit !== null) rows.push({ edit });
  }
  return rows.length < FEWEST
    ? []
    : judgedByMost(context.filing.filing_id, rows, 'the months may not be all of it');
}

/** Months that bear each other out. */
const FEWEST = 3;
