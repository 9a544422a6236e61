import type { Amount, Message } from '../../../schemas/index.ts';
import type { Edit, Term } from '../edits/edit.ts';
import { evaluate, isRounded } from '../edits/evaluate.ts';
import { moneySize } from '../facts/units.ts';
import { entry } from '../remembered.ts';
import { edited, type FilingContext, type FilingRule, notEvaluated, type Outcome, passed } from '../rule.ts';
import { money } from './unit-cost.ts';

/** 数量 × 单价 = 金额, line by line of a list. */
export const UCQ_05: FilingRule = {
  id: 'UCQ-05',
  scope: 'filing',
  kind: 'unit_cost',
  title: { zh: '数量×单价不等于金额', en: 'Quantity × unit price differs from the sum' },
  explanation: {
    zh: '明细表有数量（人数、月数等）列和单价（标准、定额）列的，每行乘积应等于该行金额。单价没有写单位的，取使多数行相符的单位；同列没有一行相符的，单价另有含义，不作核对；利息等于本金乘以年利率乘以月数（天数）再除以 12（360 或 365）；单价四舍五入能解释的只作提示。',
    en: 'Where a list has columns of counts and of a price, their product is the sum of the line. A price without a unit is taken in the one under which most lines close; where none of the column does, the price means something else and is not checked. Interest is what is owed times the rate of a year times months over 12, or days over 360 or 365. What the rounding of the price explains is noted.',
  },
  tolerance: 'T1',
  severity: 'error',
  parameters: {},
  example: { zh: '数量 220，单价 3600元，金额 79.02万元', en: '220 at 3600 元 each, 79.02 万元 in all' },
  check,
};

function check(context: FilingContext): Outcome[] {
  const lists = new Map<string, Amount[]>();
  for (const amount of context.amounts) {
    if (amount.factors === undefined || amount.value === null) continue;
    const { value } = amount.source;
    const list = `${value?.grid}|${value?.column}|${amount.measure}`;
    entry(lists, list, (): Amount[] => []).push(amount);
  }
  return [...lists.values()].flatMap((lines) => ofList(context, lines));
}

/** The products of one list. */
function ofList(context: FilingContext, lines: readonly Amount[]): Outcome[] {
  const { edits, closing } = sizes(lines)
    .flatMap((size) => [true, false].map((scaled) => ({ size, scaled })))
    .flatMap((way) => periods(lines).map((period) => ({ ...way, period })))
    .map((way) => lines.flatMap((line) => productOf(context, line, way)))
    .map((each) => ({ edits: each, closing: each.filter((edit) => evaluate(edit)?.within === true).length }))
    .reduce((best, each) => (each.closing > best.closing ? each : best));
  if (closing === 0)
    return edits.map(() => notEvaluated(context.filing.filing_id, 'no line of the list is quantity × price'));
  const severity = closing * 2 >= edits.length ? 'error' : 'warning';
  return edits.map((edit) =>
    isRounded(edit) ? passed(context.filing.filing_id) : edited({ ...edit, severity }),
  );
}

/** What a price without a unit may be in: the unit of its sums, or 元. */
function sizes(lines: readonly Amount[]): bigint[] {
  const own = moneySize(lines[0]?.unit ?? null) ?? 1n;
  return own === 1n ? [own] : [own, 1n];
}

type ProductEdit = Extract<Edit, { type: 'product' }>;

/** How the figures of a list are meant. */
interface Way {
  /** 元 in a price without a unit. */
  size: bigint;
  /** A count in 万页 counts pages, and not as many as it prints because the price is that of 万页. */
  scaled: boolean;
  /** Months or days of the year that a rate is of; 1 without a rate. */
  period: bigint;
}

/** A rate of a year over months, or over days as one of 360 or 365. */
function periods([line]: readonly Amount[]): readonly bigint[] {
  if (!line?.factors?.some(({ role }) => role === 'rate')) return [1n];
  return line.factors.some(({ unit }) => unit === '天') ? [360n, 365n] : [12n];
}

function productOf(
  { facts, filing }: FilingContext,
  line: Amount,
  { period, scaled, size: unstated }: Way,
): ProductEdit[] {
  const budget = facts.amount(line);
  if (budget === null) return [];
  const factors: Term[] = [];
  let parts = 1n;
  for (const [i, { role, unit }] of (line.factors ?? []).entries()) {
    const fact = facts.factor(line, i);
    if (fact === null) return [];
    if (role === 'rate') {
      factors.push({ fact, coefficient: 1n, role: 'rate' });
      parts *= PERCENT * period;
      continue;
    }
    const size = moneySize(unit?.split(/[/／每]/)[0] ?? null) ?? unstated;
    factors.push(
      role === 'price'
        ? money(fact, size, 'unit cost')
        : { fact, coefficient: scaled ? fact.factor : 1n, role: 'count' },
    );
  }
  return [
    {
      type: 'product',
      rule: 'UCQ-05',
      filingId: filing.filing_id,
      documentId: filing.document_id,
      method: 'T1',
      // Whoever breaks the sum is told by the sum.
      soft: true,
      says: parts === 1n ? ofPrice(line) : ofRate(line, period),
      relation: '=',
      amount: money(budget, parts * (budget.unit === null ? unstated : budget.factor), 'budget'),
      factors,
      multiplier: 1n,
    },
  ];
}

const ofPrice = ({ item }: Amount): Message => ({
  zh: `“${item}”数量乘以单价应等于金额`,
  en: `quantity of “${item}” times its price should be the sum`,
});

const ofRate = ({ item }: Amount, period: bigint): Message => ({
  zh: `“${item}”本金 × 年利率 × 时间 ÷ ${period} 应等于金额`,
  en: `what “${item}” owes times its rate a year times its time, over ${period}, should be the sum`,
});

const PERCENT = 100n;
