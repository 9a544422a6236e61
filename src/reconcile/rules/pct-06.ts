import type { Amount } from '../../../schemas/index.ts';
import { printWithUnit } from '../facts/fact.ts';
import { evidenceOf } from '../findings.ts';
import { notice } from '../notice.ts';
import { entry } from '../remembered.ts';
import { type FilingContext, type FilingRule, type Outcome, passed } from '../rule.ts';
import { isExecutionRate } from './execution-rate.ts';

/** 0 of 0 printed as a rate. */
export const PCT_06: FilingRule = {
  id: 'PCT-06',
  scope: 'filing',
  kind: 'ratio',
  title: { zh: '0÷0 填了比率', en: 'Rate of nothing over nothing' },
  explanation: {
    zh: '预算和执行都是0，执行率没有意义，应填“不适用”或留空；填0%或100%会影响汇总。',
    en: 'Where both budget and spending are 0 the rate means nothing and is best left blank; 0% or 100% distorts what is added up later.',
  },
  tolerance: 'T0',
  severity: 'info',
  parameters: {},
  example: { zh: '预算 0、执行 0，执行率 100%', en: 'planned 0, spent 0, rate 100%' },
  check,
};

function check(context: FilingContext): Outcome[] {
  const { amounts, facts, filing } = context;
  // 增减% of nothing against nothing is nothing.
  const rates = amounts.filter((amount) => amount.measure === 'rate' && isExecutionRate(amount));
  if (rates.length === 0) return [];
  const rows = moneyByRow(amounts);
  return rates.flatMap((amount): Outcome[] => {
    const rate = facts.amount(amount);
    const row = rows.get(amount.item)?.get(amount.source.value?.row ?? null) ?? [];
    if (rate === null || row.length < 2) return [];
    const inGrid = row.filter(({ source }) => source.value?.grid === amount.source.value?.grid);
    const figures = inGrid.map((other) => facts.amount(other)).filter((fact) => fact !== null);
    if (figures.length < 2) return [];
    if (figures.some(({ value }) => value !== 0n)) return [passed(filing.filing_id)];
    return [
      notice(context, {
        verdict: 'explained',
        message: {
          zh: `“${amount.item}”预算与执行均为 0，执行率填 ${printWithUnit(rate)}`,
          en: `“${amount.item}” has nothing planned and nothing spent, and the rate ${printWithUnit(rate)}`,
        },
        actual: rate.printed,
        evidence: [evidenceOf(rate, 'rate'), ...figures.map((fact) => evidenceOf(fact, 'operand'))],
        operands: [rate.key],
      }),
    ];
  });
}

/** Sums of money by the name of their line and its row: a table of a thousand lines is looked through once. */
function moneyByRow(amounts: readonly Amount[]): Map<string, Map<number | null, Amount[]>> {
  const rows = new Map<string, Map<number | null, Amount[]>>();
  for (const amount of amounts) {
    const at = amount.source.value;
    if (amount.measure === 'rate' || amount.measure === 'count' || at === undefined) continue;
    const named = entry(rows, amount.item, () => new Map<number | null, Amount[]>());
    entry(named, at.row, () => []).push(amount);
  }
  return rows;
}
