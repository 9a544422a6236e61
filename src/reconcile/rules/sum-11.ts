import type { Amount } from '../../../schemas/index.ts';
import { show } from '../facts/exact.ts';
import type { Fact } from '../facts/fact.ts';
import { wholesOf } from '../figures/amounts.ts';
import { evidenceOf } from '../findings.ts';
import { amountKey } from '../keys.ts';
import { compositionOf } from '../profiles/composition.ts';
import { type FilingContext, type FilingRule, found, type Outcome, passed } from '../rule.ts';
import { isUnread } from '../sums/sums.ts';

/** A blank total over parts that are not. A total of 0 is a sum like any other: its edit tells it under this code. */
export const SUM_11: FilingRule = {
  id: 'SUM-11',
  scope: 'filing',
  kind: 'sum',
  title: { zh: '合计为零或空白而各项不为零', en: 'Total is zero or blank over parts that are not' },
  explanation: {
    zh: '合计行为 0 或未填，而其组成项有数，应填各项之和。',
    en: 'A total is 0 or blank although its parts have figures; their sum belongs there.',
  },
  tolerance: 'T0',
  severity: 'error',
  parameters: {},
  example: { zh: '公务用车费 0，其中运行维护费 12.4', en: 'vehicles 0, of which running costs 12.4' },
  check,
};

function check(context: FilingContext): Outcome[] {
  const outcomes: Outcome[] = [];
  for (const of of wholesOf(context.amounts)) {
    const { whole, parts } = of;
    if (whole === null || whole.value !== null) continue;
    const figures = parts
      .map((part) => context.facts.amount(part))
      .filter((fact): fact is Fact => fact !== null && fact.value !== 0n);
    const known = of.exhaustive || compositionOf(context.profile, whole, parts) !== null;
    if (figures.length === 0 || !known || isUnread(whole)) outcomes.push(passed(whole.filing_id));
    else outcomes.push(blankTotal(whole, figures));
  }
  return outcomes;
}

function blankTotal(whole: Amount, figures: readonly Fact[]): Outcome {
  const [{ factor, unit }] = figures as [Fact, ...Fact[]];
  const sum = figures.reduce((total, fact) => total + fact.value * fact.factor, 0n) / factor;
  const told = `${show(sum)}${unit ?? ''}`;
  const raw = whole.raw.trim();
  const says =
    raw === ''
      ? { zh: `${whole.item}未填`, en: `${whole.item} is blank` }
      : {
          zh: `${whole.item}填“${raw}”，读不成一个数`,
          en: `${whole.item} is “${raw}”, which is no one figure,`,
        };
  const cell = whole.source.value ?? whole.source.item ?? Object.values(whole.source)[0]!;
  return found({
    filingId: whole.filing_id,
    documentId: whole.document_id,
    verdict: 'impossible',
    severity: whole.role === 'total' ? 'error' : 'warning',
    message: {
      zh: `${says.zh}，其组成项之和为 ${told}`,
      en: `${says.en} although its parts add up to ${told}`,
    },
    expected: Number(show(sum)),
    evidence: [
      {
        role: 'total',
        text: `${whole.item} ${whole.raw}`.trim(),
        value: null,
        source: cell,
        document_id: null,
      },
      ...figures.map((fact) => evidenceOf(fact, 'part')),
    ],
    operands: [amountKey(whole), ...figures.map((fact) => fact.key)],
  });
}
