import type { Amount } from '../../../schemas/index.ts';
import { columnsOf } from '../figures/amount-columns.ts';
import { wholesOf } from '../figures/amounts.ts';
import { isNamed } from '../profiles/composition.ts';
import { edited, type FilingContext, type FilingRule, notEvaluated, type Outcome } from '../rule.ts';
import { bestReading, sumEdit } from '../sums/sums.ts';
import { sumsOfListedForms } from './listed-forms.ts';

/** Lines that hold all project spending of a form, in the tables above its project list. */
const PROJECT_SPENDING = ['项目支出', '项目支出合计', '特定目标类项目支出', '特定目标类', '特定目标类项目'];

/** Project spending against the list of projects. The list is open: a form lists its main projects. */
export const SUM_04: FilingRule = {
  id: 'SUM-04',
  scope: 'filing',
  kind: 'sum',
  title: { zh: '项目支出与项目明细之和不符', en: 'Project spending differs from the listed projects' },
  explanation: {
    zh: '项目支出应等于所列项目本年预算之和。项目清单可能只列主要项目，故作警告；列明合计的清单按合计核对。',
    en: 'Project spending is the sum of the listed projects. A list may name the main ones only, hence a warning; a list with a total of its own is checked against it.',
  },
  tolerance: 'T2',
  severity: 'warning',
  parameters: {},
  example: {
    zh: '项目支出 120，所列项目 60 + 40 = 100，尚差 20',
    en: 'project spending 120, listed 60 + 40 = 100, 20 missing',
  },
  check,
};

function check(context: FilingContext): Outcome[] {
  const { amounts, filing } = context;
  const outcomes: Outcome[] = sumsOfListedForms(context);
  // A total that the table links to its rows, subtotals of kinds and units among them.
  const linked = new Set<Amount>();
  for (const of of wholesOf(amounts)) {
    if (of.whole?.section !== 'projects' || !of.exhaustive) continue;
    linked.add(of.whole);
    const edit = bestReading(context, of, { rule: 'SUM-04', relation: '=', says: TOTAL });
    if (edit !== null) outcomes.push(edited(of.certain ? { ...edit, severity: 'error' } : edit));
  }
  const lists = columnsOf(amounts.filter((amount) => amount.section === 'projects'));
  for (const list of merged(lists)) {
    const total = list.find((amount) => amount.role === 'total');
    const items = list.filter((amount) => amount.role !== 'total' && isTop(amount, list));
    const measure = items[0]?.measure;
    if (items.length === 0 || measure === undefined) continue;
    if (total !== undefined && !linked.has(total))
      outcomes.push(sumOf(context, total, inColumnOf(total, items), false));
    if (measure === 'total_budget') continue;
    // 总额 | 其中：财政拨款: what one source gives is no list of all that is spent.
    const { fund, year } = items[0]!;
    const isOfSource =
      fund !== null &&
      lists.flat().some((other) => other.fund === null && other.measure === measure && other.year === year);
    if (isOfSource) continue;
    const whole = projectSpending(amounts, items[0]!, context);
    if (whole !== null) outcomes.push(sumOf(context, whole, total === undefined ? items : [total], true));
    else if (total === undefined)
      outcomes.push(notEvaluated(filing.filing_id, 'project spending is not printed'));
  }
  return outcomes;
}

const TOTAL = {
  zh: '项目合计应等于所列项目之和',
  en: 'the total of the project list should be the sum of its rows',
};

function sumOf(context: FilingContext, whole: Amount, items: readonly Amount[], open: boolean): Outcome {
  const settings = { rule: 'SUM-04', relation: '=', open, soft: open } as const;
  const says = open
    ? {
        zh: `${whole.item}应等于所列${items.length}个项目之和`,
        en: `${whole.item} should be the sum of the ${items.length} listed projects`,
      }
    : TOTAL;
  const edit = sumEdit(context, whole, items, { ...settings, says, ...(open ? {} : { severity: 'error' }) });
  return edit === null ? notEvaluated(context.filing.filing_id, 'no figures to add up') : edited(edit);
}

/** 小计 | 保费收入 | 财政补助 are of one measure: a total adds up its own column, where rows stand in that. */
function inColumnOf({ source }: Amount, items: readonly Amount[]): readonly Amount[] {
  const own = items.filter(
    (item) =>
      item.source.value?.grid === source.value?.grid && item.source.value?.column === source.value?.column,
  );
  return own.length > 0 ? own : items;
}

const isTop = (amount: Amount, list: readonly Amount[]): boolean =>
  amount.parent_id === null || !list.some((other) => other.amount_id === amount.parent_id);

/** A project per group (the key of a column holds the project) is one list per measure and year. */
function merged(lists: readonly Amount[][]): Amount[][] {
  const byMeasure = new Map<string, Amount[]>();
  for (const list of lists) {
    for (const amount of list) {
      const key = `${amount.measure}|${amount.year ?? ''}|${amount.fund ?? ''}`;
      const group = byMeasure.get(key);
      if (group === undefined) byMeasure.set(key, [amount]);
      else group.push(amount);
    }
  }
  return [...byMeasure.values()];
}

function projectSpending(amounts: readonly Amount[], like: Amount, { facts }: FilingContext): Amount | null {
  const named = amounts.filter(
    (amount) =>
      amount.section !== 'projects' &&
      amount.measure === like.measure &&
      amount.year === like.year &&
      isNamed(amount.item, PROJECT_SPENDING) &&
      facts.amount(amount) !== null,
  );
  return named[0] ?? null;
}
