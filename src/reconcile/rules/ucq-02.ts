import type { Indicator } from '../../../schemas/index.ts';
import { divideRounded, type Exact, ONE, roundTo, show, toNumber } from '../facts/exact.ts';
import type { Fact } from '../facts/fact.ts';
import { printWithUnit } from '../facts/fact.ts';
import { evidenceOf } from '../findings.ts';
import { type FilingContext, type FilingRule, found, notEvaluated, type Outcome, passed } from '../rule.ts';
import { costsOf, countsFor, type Price, TIMES } from './unit-cost.ts';

/** Several unit costs, each with a count of its own: together they are the budget. */
export const UCQ_02: FilingRule = {
  id: 'UCQ-02',
  scope: 'filing',
  kind: 'unit_cost',
  title: { zh: '各项单价×数量之和与预算不符', en: 'Unit costs × counts do not add up to the budget' },
  explanation: {
    zh: '表中有几个单价，各自的计量单位对应唯一的数量指标时，各项乘积之和应等于预算；不足部分可能是未列出的支出，故作警告。',
    en: 'Where a form states several prices and each finds one count of its unit, the products add up to the budget; what is short may be spending that is not listed, hence a warning.',
  },
  tolerance: 'T1',
  severity: 'warning',
  parameters: {},
  example: {
    zh: '100元/人 × 200人 + 50元/户 × 100户 = 2.5万元，预算 2万元',
    en: '100 元/人 × 200 + 50 元/户 × 100 = 2.5 万元 over a budget of 2 万元',
  },
  check,
};

interface Line {
  price: Price;
  counts: Fact[];
  low: Exact;
  high: Exact;
  product: Exact;
}

function check(context: FilingContext): Outcome[] {
  const { filing } = context;
  const {
    prices,
    budgets: [budget],
  } = costsOf(context);
  if (prices.length < 2) return [];
  if (budget === undefined) return [notEvaluated(filing.filing_id, 'budget is missing')];
  const lines = prices.map((price) => lineOf(context, price));
  if (!lines.every((line) => line !== null))
    return [notEvaluated(filing.filing_id, 'a price without one count of its unit')];
  const used = lines.flatMap(({ counts }) => counts);
  if (new Set(used).size < used.length) return [notEvaluated(filing.filing_id, 'prices share a count')];
  return [compare(context, lines, budget)];
}

/** The one quantity of each unit that the price is for; null where there is none or a choice. */
function lineOf({ facts, indicators }: FilingContext, price: Price): Line | null {
  const counts: Fact[] = [];
  let times = 1n;
  for (const per of price.per) {
    const rows = indicators.filter((row) => countsRow(row, per, price));
    const fact = rows.length === 1 ? facts.quantity(rows[0]!, 'target') : null;
    const period = TIMES.get(per);
    if (fact !== null) counts.push(fact);
    else if (period !== undefined && rows.length === 0) times *= period;
    else return null;
  }
  const scale = (value: Exact): Exact =>
    counts.reduce(
      (product, fact) => divideRounded(product * fact.value * fact.factor, ONE),
      value * price.size * times,
    );
  const { value, half } = price.fact;
  return { price, counts, product: scale(value), low: scale(value - half), high: scale(value + half) };
}

function countsRow(row: Indicator, per: string, price: Price): boolean {
  return (
    row.section === price.indicator.section &&
    row.target?.kind === 'number' &&
    countsFor(per, row.target.unit)
  );
}

function compare({ filing }: FilingContext, lines: readonly Line[], budget: Fact): Outcome {
  const sum = (of: (line: Line) => Exact): Exact => lines.reduce((total, line) => total + of(line), 0n);
  const size = budget.unit === null ? lines[0]!.price.size : budget.factor;
  const value = budget.value * size;
  const half = budget.half * size;
  if (value + half >= sum((line) => line.low) && value - half <= sum((line) => line.high))
    return passed(filing.filing_id);
  const total = divideRounded(
    sum((line) => line.product),
    size,
  );
  const products = lines.map(({ price, counts }) =>
    [price.fact, ...counts].map((fact) => `${show(fact.value)}${fact.unit ?? ''}`).join(' × '),
  );
  const printed = `${show(roundTo(total, budget.places + 2))}${budget.unit ?? ''}`;
  return found({
    filingId: filing.filing_id,
    documentId: filing.document_id,
    verdict: 'improbable',
    message: {
      zh: `各项单价乘数量之和 ${products.join(' + ')} = ${printed}，预算为 ${printWithUnit(budget)}`,
      en: `unit costs times counts ${products.join(' + ')} = ${printed}, the budget is ${printWithUnit(budget)}`,
    },
    expected: toNumber(roundTo(total, budget.places + 2)),
    actual: budget.printed,
    difference: toNumber(roundTo(budget.value - total, budget.places + 2)),
    evidence: [
      evidenceOf(budget, 'budget'),
      ...lines.flatMap(({ price, counts }) => [
        evidenceOf(price.fact, 'unit cost'),
        ...counts.map((fact) => evidenceOf(fact, 'count')),
      ]),
    ],
    operands: [budget.key, ...lines.map(({ price }) => price.fact.key)],
  });
}
