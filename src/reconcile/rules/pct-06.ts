import type { Amount } from '../../../schemas/index.ts';
import { evidenceOf } from '../findings.ts';
import { notice } from '../notice.ts';
import { type FilingContext, type FilingRule, type Outcome, passed } from '../rule.ts';

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
  return amounts.flatMap((amount): Outcome[] => {
    const rate = amount.measure === 'rate' ? facts.amount(amount) : null;
    if (rate === null) return [];
    const row = amounts.filter((other) => other !== amount && sameRow(other, amount) && isMoney(other));
    const figures = row.map((other) => facts.amount(other)).filter((fact) => fact !== null);
    if (figures.length < 2) return [];
    if (figures.some(({ value }) => value !== 0n)) return [passed(filing.filing_id)];
    return [
      notice(context, {
        verdict: 'explained',
        message: {
          zh: `“${amount.item}”预算与执行均为 0，执行率填 ${rate.text}`,
          en: `“${amount.item}” has nothing planned and nothing spent, and the rate ${rate.text}`,
        },
        actual: rate.printed,
        evidence: [evidenceOf(rate, 'rate'), ...figures.map((fact) => evidenceOf(fact, 'operand'))],
        operands: [rate.key],
      }),
    ];
  });
}

function isMoney({ measure }: Amount): boolean {
  return measure !== 'rate' && measure !== 'count';
}

function sameRow(a: Amount, b: Amount): boolean {
  const at = a.source.value;
  const to = b.source.value;
  return (
    at !== undefined && to !== undefined && at.grid === to.grid && at.row === to.row && a.item === b.item
  );
}
