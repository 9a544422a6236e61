import type { Amount } from '../../../schemas/index.ts';
import { judgedByMost, type Row } from '../edits/most-rows.ts';
import { closedUp, nameColumn, normalised } from '../keys.ts';
import { type FilingContext, type Outcome, passed } from '../rule.ts';
import { sumEdit } from './sums.ts';

const QUARTER = /^第?([一二三四1-4])季度/;
const PART = /季度|半年|\d{1,2}月/;
const QUARTERS = 4;
const MONTH = /^(1[0-2]|[1-9])月份?$/;
/** Fewest months that a sum is made of. */
const MONTHS = 3;

/**
 * 一季度支出 | 二季度支出 | 三季度支出 | 四季度支出 | 全年执行数: what was spent in the year is the sum of its quarters, row by row, unless each
 * quarter prints what was spent up to its end. So is what is planned for the year, of rows that bear each other out.
 */
export function quarterSums(context: FilingContext): Outcome[] {
  const { amounts } = context;
  if (!amounts.some(isPart)) return [];
  const figures = amounts.filter(({ measure, value }) => STAGES.has(measure) && value !== null);
  return [...Map.groupBy(figures, ({ measure }) => measure)].flatMap(([measure, stage]) =>
    ofStage(context, stage, measure === 'executed'),
  );
}

const STAGES: ReadonlySet<Amount['measure']> = new Set(['executed', 'budget', 'current']);

function ofStage(context: FilingContext, figures: readonly Amount[], isSpent: boolean): Outcome[] {
  const { filing } = context;
  const lines = Map.groupBy(figures, (amount) => {
    const { grid, row } = amount.source.value ?? {};
    return `${grid}|${row}|${nameColumn(amount)}|${amount.item}|${amount.project ?? ''}`;
  });
  const rows: Row[] = [];
  const outcomes: Outcome[] = [];
  for (const line of lines.values()) {
    const quarters = line.filter(isPart);
    const wholes = line.filter(({ column_label: head }) => head !== null && !PART.test(closedUp(head)));
    const [total] = wholes;
    if (total === undefined || wholes.length > 1 || !areAll(quarters)) continue;
    if (areToDate(quarters, total)) outcomes.push(passed(filing.filing_id));
    else {
      const says = MONTH.test(lowest(quarters[0] as Amount))
        ? {
            zh: `“${total.item}”累计数应等于各月之和`,
            en: `the months of “${total.item}” should add up to what it comes to`,
          }
        : isSpent
          ? {
              zh: `“${total.item}”全年执行数应等于四个季度之和`,
              en: `what “${total.item}” spent in the year should be the sum of its quarters`,
            }
          : {
              zh: `“${total.item}”全年数应等于四个季度之和`,
              en: `the year of “${total.item}” should be the sum of its quarters`,
            };
      const edit = sumEdit(context, total, quarters, { rule: 'SUM-05', relation: '=', says });
      if (edit !== null) rows.push({ edit });
    }
  }
  // Quarters of a single row have nobody to bear them out.
  if (rows.length === 1 && isSpent) return [...outcomes, { type: 'edit', edit: rows[0]!.edit }];
  return [...outcomes, ...judgedByMost(filing.filing_id, rows, 'the quarters may not be all of it')];
}

const lowest = ({ column_label: head }: Amount): string => normalised(head?.split(' / ').at(-1));
const isPart = (amount: Amount): boolean =>
  QUARTER.test(normalised(amount.column_label)) || MONTH.test(lowest(amount));

/** The four quarters, or the months from the first on, each once. */
function areAll(quarters: readonly Amount[]): boolean {
  const months = new Set(quarters.map((part) => Number(MONTH.exec(lowest(part))?.[1] ?? Number.NaN)));
  if (months.size === quarters.length && quarters.length >= MONTHS && !months.has(Number.NaN))
    return Math.max(...months) === quarters.length;
  const told = new Set(quarters.map(({ column_label: head }) => QUARTER.exec(normalised(head))?.[1]));
  return quarters.length === QUARTERS && told.size === QUARTERS;
}

/** 50 | 120 | 180 | 240 beside 240: each quarter says what was spent up to its end. */
function areToDate(quarters: readonly Amount[], total: Amount): boolean {
  const values = quarters.map(({ value }) => value ?? 0);
  return (
    values.at(-1) === total.value && values.every((value, k) => k === 0 || value >= (values[k - 1] ?? 0))
  );
}
