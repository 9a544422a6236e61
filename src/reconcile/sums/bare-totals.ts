import type { Amount } from '../../../schemas/index.ts';
import { normalised } from '../keys.ts';
import { edited, type FilingContext, notEvaluated, type Outcome } from '../rule.ts';
import { sumEdit } from './sums.ts';

const TOTAL = /^(?:收支)?总计$/;
const INCOME = /(?:收入|收入合计|收入小计)$/;
const SPENDING = /(?:支出|支出合计|支出小计)$/;

type Side = 'income' | 'spending' | 'mixed';

/** 本年收入合计 … 总计 | 550 beside 本年支出合计 … 总计 | 550: the bare totals in one row of a table, whose sides the lines above them tell. */
export function bareTotals(context: FilingContext): Outcome[] {
  const { amounts, filing } = context;
  const totals = amounts.filter(
    ({ item, measure, role, source: { value } }) =>
      role === 'total' && measure !== 'rate' && value?.grid != null && TOTAL.test(normalised(item)),
  );
  if (totals.length < 2) return [];
  const sides = sidesOf(amounts);
  const rows = Map.groupBy(totals, ({ source: { value } }) => `${value?.grid}|${value?.row}`);
  return [...rows.values()].flatMap((row) => {
    const spendings = row.filter((total) => sides.get(columnOf(total)) === 'spending');
    return row
      .filter((total) => sides.get(columnOf(total)) === 'income')
      .flatMap((income): Outcome[] => {
        const spending = spendings.find((other) => isOfSame(other, income));
        if (spending === undefined) return [];
        const of = income.year === null ? '' : `（${income.year}年）`;
        const edit = sumEdit(context, income, [spending], {
          rule: 'SUM-09',
          relation: '=',
          says: {
            zh: `收入总计${of}应等于支出总计${of}`,
            en: `收入总计${of} should balance 支出总计${of}`,
          },
          severity: 'error',
          soft: true,
        });
        return [edit === null ? notEvaluated(filing.filing_id, 'operand is blank') : edited(edit)];
      });
  });
}

/** Whether both are of one stage and year, and the other of the same money or of all: 合计 beside 一般公共预算 and 政府性基金. */
function isOfSame(other: Amount, { fund, measure, year }: Amount): boolean {
  const ofWhole = other.fund === fund || other.fund === null || /合计/.test(other.fund);
  return other.measure === measure && other.year === year && ofWhole;
}

/** What the lines of each column are: income, spending, or some of both. */
function sidesOf(amounts: readonly Amount[]): Map<string, Side> {
  const sides = new Map<string, Side>();
  for (const amount of amounts) {
    const item = normalised(amount.item);
    const side = INCOME.test(item) ? 'income' : SPENDING.test(item) ? 'spending' : null;
    if (side === null) continue;
    const column = columnOf(amount);
    const known = sides.get(column) ?? side;
    sides.set(column, known === side ? side : 'mixed');
  }
  return sides;
}

const columnOf = ({ source: { value } }: Amount): string => `${value?.grid}|${value?.column}`;
