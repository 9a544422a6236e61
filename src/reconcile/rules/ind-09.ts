import type { Indicator } from '../../../schemas/index.ts';
import { type Fact, printWithUnit } from '../facts/fact.ts';
import { moneySize } from '../facts/units.ts';
import { evidenceOf } from '../findings.ts';
import { nameOf, notice } from '../notice.ts';
import { type FilingContext, type FilingRule, notEvaluated, type Outcome, passed } from '../rule.ts';
import { priceOf } from './unit-cost.ts';

/** A cost target above all the money that the project has. */
export const IND_09: FilingRule = {
  id: 'IND-09',
  scope: 'filing',
  kind: 'structure',
  title: { zh: '成本指标超过项目预算', en: 'Cost target above the budget' },
  explanation: {
    zh: '成本指标的金额（单价除外）不应超过项目的资金总额；超过的多为单位或数字有误；小于（<）恰等于资金总额之数的，执行完预算反而不达标。',
    en: 'The money of a cost indicator, unit prices aside, is no more than the funds of the project; more is a slip of unit or digits; a cost below (<) exactly these funds is missed by whoever spends them.',
  },
  tolerance: 'T1',
  severity: 'warning',
  parameters: {},
  example: { zh: '项目资金 120万元，“项目总成本”≤1200万元', en: 'funds 120万元, “项目总成本” ≤1200万元' },
  check,
};

function check(context: FilingContext): Outcome[] {
  const { facts, filing, indicators } = context;
  const costs = indicators.filter((row) => isCost(context, row));
  if (costs.length === 0) return [];
  const budget = largestBudget(context);
  if (budget === null) return [notEvaluated(filing.filing_id, 'budget is missing')];
  return costs.map((row): Outcome => {
    const target = facts.quantity(row, 'target')!;
    const cost = (target.value - target.half) * target.factor;
    const funds = (budget.value + budget.half) * budget.factor;
    if (cost <= funds)
      return row.target?.op === '<' ? excluded(context, row, target, budget) : passed(filing.filing_id);
    return notice(context, {
      verdict: 'improbable',
      message: {
        zh: `成本指标“${nameOf(row)}” ${target.text} 超过项目资金 ${printWithUnit(budget)}`,
        en: `cost “${nameOf(row)}” ${target.text} is above the funds of ${printWithUnit(budget)}`,
      },
      expected: budget.printed,
      actual: target.printed,
      evidence: [evidenceOf(target, 'cost'), evidenceOf(budget, 'budget')],
      operands: [target.key, budget.key],
    });
  });
}

/** <448万元 of 448万元: whoever spends the budget misses the target. */
function excluded(context: FilingContext, row: Indicator, target: Fact, budget: Fact): Outcome {
  if (target.value * target.factor !== budget.value * budget.factor) return passed(context.filing.filing_id);
  return notice(context, {
    verdict: 'improbable',
    message: {
      zh: `成本指标“${nameOf(row)}” ${target.text} 不含等于，全部执行预算 ${printWithUnit(budget)} 即不达标，应为 ≤`,
      en: `cost “${nameOf(row)}” ${target.text} excludes the budget of ${printWithUnit(budget)} itself: ≤ is meant`,
    },
    expected: budget.printed,
    actual: target.printed,
    evidence: [evidenceOf(target, 'cost'), evidenceOf(budget, 'budget')],
    operands: [target.key, budget.key],
  });
}

function isCost(context: FilingContext, row: Indicator): boolean {
  const level = `${row.level1 ?? ''}${row.level2 ?? ''}`;
  if (!/成本/.test(level) || row.target?.op === '>=' || row.target?.op === '>') return false;
  if (moneySize(row.target?.unit ?? null) === null || row.target?.kind !== 'number') return false;
  return priceOf(context, row) === null;
}

/** The larger of the year's funds and those of all years: a cost of several years is no slip. */
function largestBudget({ amounts, facts }: FilingContext): Fact | null {
  let largest: Fact | null = null;
  for (const amount of amounts) {
    const isPlan = amount.section === 'funding' || amount.section === 'projects';
    if (!isPlan || amount.measure === 'rate' || amount.measure === 'balance') continue;
    const fact = facts.amount(amount);
    if (fact === null || fact.unit === null || fact.value <= 0n) continue;
    if (largest === null || fact.value * fact.factor > largest.value * largest.factor) largest = fact;
  }
  return largest;
}
