import type { Amount } from '../../../schemas/index.ts';
import type { Fact } from '../facts/fact.ts';
import { printWithUnit } from '../facts/fact.ts';
import { evidenceOf } from '../findings.ts';
import { counted, nameOf, notice } from '../notice.ts';
import { remembered } from '../remembered.ts';
import { type FilingContext, type FilingRule, type Outcome, passed } from '../rule.ts';

/** Persons, things and budgets below zero. */
export const UNI_08: FilingRule = {
  id: 'UNI-08',
  scope: 'filing',
  kind: 'unit',
  title: { zh: '不应为负的数为负', en: 'Negative where nothing can be' },
  explanation: {
    zh: '人数、数量和预算安排不会是负数。调整数、结余、增长率、项目收益可以为负；决算表中的冲减只作警告，一列中有许多时只报一次。',
    en: 'Persons, quantities and planned budgets are not negative. Adjustments, balances, growth and what a project earns may be; a negative figure of a final account (a reversal) is a warning, and many in one column are one.',
  },
  tolerance: 'T0',
  severity: 'error',
  parameters: {},
  example: { zh: '在职人数 −31', en: '−31 persons in post' },
  yields: true,
  check,
};

const SIGNED: readonly Amount['measure'][] = ['adjustment', 'balance', 'rate'];
const SIGNED_ITEM =
  /结转|结余|结存|现金流(?!入|出)|盈余|盈亏|利润|损益|调整|增减|差额|差异|变动|增长|净|冲|收回|上缴|调减|追减|减[:：]|亏损补贴|退税|抵减|扣减/;
const isSigned = remembered((name) => SIGNED_ITEM.test(name));
/** What a project earns may be less than it costs, in all and in each year. */
const EARNED = /收益/;
const YEAR = /^(?:19|20)\d\d年/;
/** The head of a column of differences; that of 调整后预算 below 预算调整情况 is none. */
const DIFFERENCE = /(?:差额|差异|超支|节约|节支|盈亏|奖惩|奖罚|奖扣|增减)[^/]*$/;
const saysSign = ({ item, column_label: column, parent }: Amount): boolean =>
  isSigned(item) ||
  EARNED.test(item) ||
  (YEAR.test(item) && EARNED.test(parent ?? '')) ||
  (column !== null && DIFFERENCE.test(column));
/** What is settled may have been paid too much: 清算数 −48, and with it what is paid now. */
const SETTLES = /清算|结算|多退少补|负数|为负|收回|扣回|调减/;
/** 提前下达 | 实际下达: what was advanced may be more than what is due. */
const ADVANCES = /提前(?:下达|拨付|安排)|预(?:拨|下达)/;
const isSettlement = ({ amounts, filing }: FilingContext): boolean =>
  SETTLES.test(filing.title ?? '') ||
  amounts.some(({ column_label: column }) => SETTLES.test(column ?? '') || ADVANCES.test(column ?? ''));
const COUNTED = /^(?:[亿万千]?(?:人|名|户|家|个|台|套|辆|件|次|人次|场|期|所|座|条|处|项|公里|亩|平方米|吨))/;

function check(context: FilingContext): Outcome[] {
  const { amounts, facts, filing, indicators } = context;
  const outcomes: Outcome[] = [];
  const improbable: Negative[] = [];
  let held = 0;
  const look = (fact: Fact | null, name: string, certain: boolean): void => {
    if (fact === null) return;
    if (fact.value >= 0n) held += 1;
    else if (certain) outcomes.push(negative(context, { fact, name }, 'impossible'));
    else improbable.push({ fact, name });
  };
  const settles = isSettlement(context);
  for (const amount of amounts) {
    if (amount.value === null || SIGNED.includes(amount.measure) || saysSign(amount)) continue;
    if (settles && amount.measure !== 'count') continue;
    look(facts.amount(amount), amount.item, amount.measure === 'count' || isPlan(amount));
  }
  for (const row of indicators) {
    if (!COUNTED.test(row.target?.unit ?? '') || isSigned(nameOf(row))) continue;
    look(facts.quantity(row, 'target'), nameOf(row), true);
    look(facts.quantity(row, 'actual'), nameOf(row), true);
  }
  for (const column of Map.groupBy(improbable, ({ fact }) => fact.column).values())
    outcomes.push(...toldOfColumn(context, column));
  return held > 0 ? [passed(filing.filing_id, held), ...outcomes] : outcomes;
}

interface Negative {
  fact: Fact;
  name: string;
}

/** So many negative figures of a column are told in one finding, which shows the first of them. */
const oftenNegative = 5;
const shownOfColumn = 20;

function toldOfColumn(context: FilingContext, column: readonly Negative[]): Outcome[] {
  if (column.length < oftenNegative) return column.map((one) => negative(context, one, 'improbable'));
  const [first] = column as [Negative];
  const many = counted(column.length, 'figure');
  const told = notice(context, {
    verdict: 'improbable',
    message: {
      zh: `一列中有 ${column.length} 个负数，首个为“${first.name}”：${printWithUnit(first.fact)}`,
      en: `${many} of a column are negative, the first at “${first.name}”: ${printWithUnit(first.fact)}`,
    },
    evidence: column.slice(0, shownOfColumn).map(({ fact }) => evidenceOf(fact, 'figure')),
    operands: column.map(({ fact }) => fact.key),
  });
  return [told];
}

function isPlan({ section }: Amount): boolean {
  return section === 'funding' || section === 'projects';
}

function negative(
  context: FilingContext,
  { fact, name }: Negative,
  verdict: 'impossible' | 'improbable',
): Outcome {
  return notice(context, {
    verdict,
    message: {
      zh: `“${name}”为负：${printWithUnit(fact)}`,
      en: `“${name}” is negative: ${printWithUnit(fact)}`,
    },
    actual: fact.printed,
    evidence: [evidenceOf(fact, 'figure')],
    operands: [fact.key],
  });
}
