import type { Amount, Indicator } from '../../../schemas/index.ts';
import type { Term } from '../edits/edit.ts';
import type { Fact } from '../facts/fact.ts';
import { moneySize } from '../facts/units.ts';
import { toldDirection } from '../figures/achievement.ts';
import type { FilingContext } from '../rule.ts';

/** 元/人/月: a price, and what it is counted by. */
export interface Price {
  indicator: Indicator;
  fact: Fact;
  /** 元 in the unit of the price. */
  size: bigint;
  /** 人, 月, 次 …, in the order printed. */
  per: readonly string[];
  bounded: boolean;
}

const PERIOD_WORDS: readonly [RegExp, string][] = [
  [/每人每月|人均月/, '人/月'],
  [/每人每年|人均年|生均年/, '人/年'],
  [/每月|月均/, '月'],
  [/每季度|每季/, '季'],
  [/每次|次均/, '次'],
  [/每人|人均/, '人'],
  [/每户|户均/, '户'],
  [/每公里/, '公里'],
  [/每亩|亩均/, '亩'],
  [/生均/, '生'],
];

const PER_SIGN = /[/／]/;

/** The price that an indicator states, from its unit or from the words of its name. */
export function priceOf({ facts, indicators }: FilingContext, indicator: Indicator): Price | null {
  const { target } = indicator;
  if (target === null || target.kind !== 'number' || target.unit === null) return null;
  const [money = '', ...per] = target.unit.split(PER_SIGN);
  const size = moneySize(money);
  const fact = facts.quantity(indicator, 'target');
  if (size === null || fact === null || fact.value <= 0n) return null;
  const words = withPeople(per, byWords(indicator.level3 ?? ''));
  if (words.length === 0) words.push(...byStandard(indicator, indicators));
  if (words.length === 0) return null;
  return { indicator, fact, size, per: words.map((word) => word.trim()), bounded: isBound(indicator) };
}

/** 生均标准 5元/天 is for each pupil a day: the unit says how often, the name for whom. */
function withPeople(per: readonly string[], named: readonly string[]): string[] {
  if (per.length === 0) return [...named];
  if (!per.every((word) => OFTEN.test(word.trim()))) return [...per];
  return [...per, ...named.filter((word) => !OFTEN.test(word))];
}

/** What a price that is paid again and again is counted by. */
const OFTEN = /^(?:天|日|周|月|季|季度|年|学年|学期|次|场|期|餐)$/;

function byWords(name: string): string[] {
  return PERIOD_WORDS.find(([pattern]) => pattern.test(name))?.[1].split('/') ?? [];
}

const STANDARD = /标准|单价|单位成本|单位造价/;

/** A price that names no unit is for what the form counts, where it counts one thing only: 补助标准 120万元 beside 2km. */
function byStandard(price: Indicator, indicators: readonly Indicator[]): string[] {
  if (!STANDARD.test(price.level3 ?? '')) return [];
  const counted = indicators.filter((row) => /数量/.test(row.level2 ?? '') && row.section === price.section);
  const units = new Set(counted.map((row) => row.target?.unit ?? ''));
  const [unit = ''] = units;
  return units.size === 1 && unit !== '' && unit !== '%' ? [unit.replace(/^[万亿千](?!米|克)/, '')] : [];
}

/** ≥1860米, and 1860 beside 正向: no less, as its column of directions says. */
function isBound({ category, target }: Indicator): boolean {
  if (target === null || target.op === null) return false;
  return target.op !== '=' || toldDirection(category) !== null;
}

/** Names under which one thing is counted. */
const SAME: readonly (readonly string[])[] = [
  ['人', '名', '人次', '生', '位'],
  ['次', '月', '批', '批次', '期', '场'],
  ['km', '公里', '千米', '里程'],
  ['户'],
  ['亩'],
  ['台', '套', '辆', '个', '件', '处', '所', '座', '条'],
  ['平方米', '㎡', 'm2', 'm²'],
  ['吨', 't'],
];

export function countsFor(per: string, unit: string | null): boolean {
  if (unit === null) return false;
  const plain = unit.replace(/^[万亿千]/, '').toLowerCase();
  const word = per.toLowerCase();
  return plain === word || SAME.some((names) => names.includes(plain) && names.includes(word));
}

export interface Count {
  indicators: readonly Indicator[];
  facts: readonly Fact[];
  bounded: boolean;
}

/** The figures of the form that count what the price is for; several of one unit are counted together. */
export function countOf({ facts, indicators }: FilingContext, price: Price, per: string): Count | null {
  const counting = indicators.filter(
    (row) =>
      row !== price.indicator &&
      row.section === price.indicator.section &&
      row.scope === price.indicator.scope &&
      row.target?.kind === 'number' &&
      countsFor(per, row.target.unit),
  );
  const quantities = counting.filter((row) => /数量/.test(row.level2 ?? ''));
  // Those who gain by it (社会效益 | 受益群众人数) are not those that it is paid for.
  const others = counting.filter(({ level1, level2 }) => !/效益|效果|满意/.test(level2 ?? level1 ?? ''));
  const chosen = quantities.length > 0 ? quantities : others.length === 1 ? others : [];
  const found = chosen.map((row) => facts.quantity(row, 'target'));
  const kept = found.filter((fact): fact is Fact => fact !== null && fact.value > 0n);
  if (kept.length === 0) return null;
  return {
    indicators: chosen,
    facts: kept,
    bounded: chosen.some(isBound),
  };
}

/** Times a year that a period word stands for, where no row counts them. */
export const TIMES: ReadonlyMap<string, bigint> = new Map([
  ['月', 12n],
  ['季', 4n],
  ['季度', 4n],
  ['年', 1n],
]);

/** The prices of a form and the budgets that they are for: those of the year, where it has long-term ones as well. */
export function costsOf(context: FilingContext): { prices: Price[]; budgets: Fact[] } {
  const all = context.indicators
    .map((row) => priceOf(context, row))
    .filter((price): price is Price => price !== null && !isGain(price.indicator));
  const yearly = all.filter(({ indicator }) => indicator.section !== 'long_term');
  const prices = yearly.length > 0 ? yearly : all;
  return {
    prices,
    budgets:
      prices.length === 0 ? [] : budgetsOf(context, yearly.length === 0, prices[0]!.indicator.scope ?? null),
  };
}

/** 户均增收 3000元: what others gain is no price that the budget pays. */
function isGain({ level1, level2, level3 }: Indicator): boolean {
  return /效益|效果/.test(level2 ?? level1 ?? '') || /增收|收入|产值|利润|节约|节省/.test(level3 ?? '');
}

/** The totals of a form's funds, one a stage: a budget of the year that was changed may be what the costs are for. */
function budgetsOf(
  { amounts, facts, filing }: FilingContext,
  longTerm: boolean,
  scope: string | null,
): Fact[] {
  // Of a list of projects a price is asked of the money of its own.
  const totals = amounts.filter(
    (amount) => isBudget(amount) && (scope === null || amount.project === scope || amount.item === scope),
  );
  const ofTerm = totals.filter(({ measure }) => (measure === 'total_budget') === longTerm);
  const whole = (ofTerm.length > 0 ? ofTerm : totals).filter((amount) => amount.parent_id === null);
  // 2031年 | 2032年 | 2033年 under the total: the year that the form is for.
  const first = whole.find(({ year }) => year === filing.year) ?? whole[0] ?? totals[0];
  if (first === undefined) return [];
  const stages = totals.filter(
    ({ item, measure, parent_id }) =>
      item === first.item && measure !== first.measure && parent_id === first.parent_id,
  );
  return [first, ...stages]
    .map((amount) => facts.amount(amount))
    .filter((fact): fact is Fact => fact !== null);
}

const MEASURES: readonly Amount['measure'][] = [
  'current',
  'annual_budget',
  'budget',
  'initial_budget',
  'total_budget',
];

/** Who pays, and not what is paid for. */
const SOURCE = /资金|拨款|预算|收入|自筹|结转|结余|债券|贷款|补助/;

/** What the budget is spent on, line by line: 波形护栏 280. A price may be that of one line. */
export function costLines({ amounts, facts }: FilingContext): Fact[] {
  return amounts
    .filter((amount) => isBudget(amount) && amount.parent_id !== null && !SOURCE.test(amount.item))
    .map((amount) => facts.amount(amount))
    .filter((fact): fact is Fact => fact !== null);
}

function isBudget(amount: Amount): boolean {
  return amount.section === 'funding' && MEASURES.includes(amount.measure) && amount.value !== null;
}

export function money(fact: Fact, size: bigint, role: string): Term {
  return { fact, coefficient: size, role };
}
