import type { Amount } from '../../../schemas/index.ts';
import { evaluate } from '../edits/evaluate.ts';
import { normalised } from '../keys.ts';
import { edited, type FilingContext, type Outcome } from '../rule.ts';
import { sumEdit } from './sums.ts';

const YEAR = /^(?:19|20)\d\d年/;
/** 2029年及以前年度 | 2030年 | 2031年及以后年度: years of which none is left out. */
const BEFORE = /^(?:19|20)\d\d年(?:度)?(?:及|和)?以前/;
const AFTER = /^(?:19|20)\d\d年(?:度)?(?:及|和)?以后/;

/**
 * 专项债券融资 | 25.3 and, in another table of the form, what each year has of it, from …年及以前 to …年及以后: the years come to the sum that
 * the form prints under the same name. Where no row of the years does so, that is a warning, for they may be of something else.
 */
export function plannedYears({ amounts, ...context }: FilingContext): Outcome[] {
  const first = amounts.filter(({ column_label: head }) => BEFORE.test(normalised(head)));
  if (first.length === 0) return [];
  const totals = Map.groupBy(
    amounts.filter(({ measure, value }) => measure === 'total_budget' && value !== null),
    ({ item }) => item,
  );
  const rows = Map.groupBy(amounts, rowOf);
  const edits = first.flatMap((amount) => {
    const years = rows.get(rowOf(amount)) ?? [];
    const [whole, another] = totals.get(amount.item) ?? [];
    if (whole === undefined || another !== undefined || !isEveryYear(years)) return [];
    const settings = {
      rule: 'SUM-05',
      relation: '=',
      says: {
        zh: `“${whole.item}”应等于各年之和`,
        en: `“${whole.item}” should be the sum of its years`,
      },
    } as const;
    return sumEdit({ amounts, ...context }, whole, years, settings) ?? [];
  });
  const isBorneOut = edits.some((edit) => evaluate(edit)?.within === true);
  return edits.map((edit) => edited(isBorneOut ? edit : { ...edit, severity: 'warning' }));
}

/** Whether a row has nothing but years, each once, and none that it leaves out. */
function isEveryYear(years: readonly Amount[]): boolean {
  const heads = years.map(({ column_label: head }) => normalised(head));
  return (
    heads.length > 2 &&
    heads.every((head) => YEAR.test(head)) &&
    heads.some((head) => AFTER.test(head)) &&
    new Set(years.map(({ year }) => year)).size === years.length
  );
}

const rowOf = ({ item, source: { value: cell } }: Amount): string => `${cell?.grid}|${cell?.row}|${item}`;
