import type { Indicator } from '../../../schemas/index.ts';
import { demand } from '../edits/demand.ts';
import { type Term, termsOf } from '../edits/edit.ts';
import { evaluate } from '../edits/evaluate.ts';
import type { Fact } from '../facts/fact.ts';
import { typedValues } from '../localise/typed.ts';
import { noCountOf } from '../not-evaluated.ts';
import { edited, type FilingContext, type FilingRule, notEvaluated, type Outcome, passed } from '../rule.ts';
import { type Count, costLines, costsOf, countOf, money, type Price, TIMES } from './unit-cost.ts';

/** Unit cost × count × times is the budget. */
export const UCQ_01: FilingRule = {
  id: 'UCQ-01',
  scope: 'filing',
  kind: 'unit_cost',
  title: { zh: '单价×数量×次数与预算不符', en: 'Unit cost × count × times differs from the budget' },
  explanation: {
    zh: '成本指标给出单价（元/人/月、万元/次等），数量指标给出人数和次数，其乘积应等于年度预算。单价四舍五入能解释的只作提示；任一数为上限或下限的作警告。以下情形不作判断：各数都为下限，而乘积不到预算；单价是补助或限额的上限，而预算未超过乘积；乘积不足预算一半，或另有其他数量指标（各数无上限而乘积已超出预算，或改动一个数即相符的除外），这笔可能只是预算中的一项。上下限之积与预算的某项资金来源相等的，或实际单价与实际数量之积等于执行数的，视为相符。',
    en: 'A cost indicator states a price, the quantity indicators count persons and times; their product is the budget. What the rounding of the price explains is noted; where one of them is a bound, a warning. Nothing is said where all are floors and the product is below the budget; where the price is the most that each may get and the budget keeps it; and where the product is less than half of the budget or other things are counted too (unless no number is a cap and the product is above the budget, or one figure typed otherwise closes it), for it may be one item of several. A product of bounds passes where it is one of the sources of the budget, and where the price and the count that were reached make up what was spent.',
  },
  tolerance: 'T1',
  severity: 'error',
  parameters: {},
  example: {
    zh: '40元/人/月 × 1000人 × 12次 = 48万元，预算 45万元',
    en: '40 元 a person and month × 1000 × 12 = 48 万元, budget 45 万元',
  },
  check,
};

function check(context: FilingContext): Outcome[] {
  const { filing } = context;
  const { budgets, prices } = costsOf(context);
  if (prices.length === 0) return [];
  if (budgets.length === 0) return [notEvaluated(filing.filing_id, 'budget is missing')];
  // Several prices are several items of the budget: their sum is another rule's.
  if (prices.length > 1) return [notEvaluated(filing.filing_id, 'several prices')];
  const outcomes = budgets.map((each) => productOf(context, prices[0]!, each));
  const lines = (): Outcome[] => costLines(context).map((each) => productOf(context, prices[0]!, each));
  return [outcomes.find(isWithin) ?? lines().find(isWithin) ?? outcomes[0]!];
}

function isWithin(outcome: Outcome): boolean {
  return outcome.type === 'edit' && evaluate(outcome.edit)?.within === true;
}

function productOf(context: FilingContext, price: Price, budget: Fact): Outcome {
  const { filing } = context;
  const counts: Count[] = [];
  let multiplier = 1n;
  for (const per of price.per) {
    const count = countOf(context, price, per);
    const times = TIMES.get(per);
    if (count !== null) counts.push(count);
    else if (times !== undefined) multiplier *= times;
    else return notEvaluated(filing.filing_id, `${noCountOf}${per}`);
  }
  if (counts.length === 0 && multiplier === 1n)
    return notEvaluated(filing.filing_id, 'nothing to multiply by');
  const bounded = price.bounded || counts.some((count) => count.bounded);
  const name = price.indicator.level3 ?? '';
  const base = {
    rule: 'UCQ-01',
    filingId: filing.filing_id,
    documentId: filing.document_id,
    method: 'T1',
    says: {
      zh: `“${name}”单价乘以数量应等于预算`,
      en: `unit cost “${name}” times its count should be the budget`,
    },
    ...(bounded ? { severity: 'warning' as const } : {}),
  } as const;
  const single = counts.every((count) => count.facts.length === 1);
  if (!single) return summed(context, price, budget, counts, multiplier, base);
  const factors: Term[] = [
    money(price.fact, price.size, 'unit cost'),
    ...counts.map((count) => ({ fact: count.facts[0]!, coefficient: count.facts[0]!.factor, role: 'count' })),
  ];
  const amount = money(budget, sizeOf(budget, price), 'budget');
  const edit = { type: 'product', ...base, relation: '=', amount, factors, multiplier } as const;
  const inOther = { ...edit, amount: money(budget, sizeOf(budget, price) === 1n ? WAN : 1n, 'budget') };
  if (budget.unit === null && evaluate(inOther)?.within === true) return passed(filing.filing_id);
  if (keepsFloors(edit, price, counts))
    return notEvaluated(filing.filing_id, 'both are floors that the budget keeps');
  if (price.bounded && isFarCap(edit)) return notEvaluated(filing.filing_id, 'a cap far above the budget');
  if (isKeptLimit(edit, price)) return notEvaluated(filing.filing_id, 'a limit of what is paid, and kept');
  const isOver = areFloors(price, counts) && isAbove(edit);
  if (bounded && !isOver && evaluate(edit)?.within !== true && countsOthers(context, price, counts))
    return notEvaluated(filing.filing_id, 'the budget pays for other things too');
  if (!bounded && isUnexplained(edit) && countsOthers(context, price, counts))
    return notEvaluated(filing.filing_id, 'the budget pays for other things too');
  if (price.bounded && isRoundedUp(edit)) return passed(filing.filing_id);
  if (bounded && (isOfSource(context, edit) || isBorneOut(context, edit, price, counts)))
    return passed(filing.filing_id);
  if (bounded && isSmallPart(edit))
    return notEvaluated(filing.filing_id, 'one item of several in the budget');
  return edited(edit);
}

/** 1250元/人 × ≥1320人: no less than their product is paid, whatever else is. */
function areFloors(price: Price, counts: readonly Count[]): boolean {
  const rows = [price.indicator, ...counts.flatMap((count) => count.indicators)];
  return rows.every(({ target }) => target?.op === '=' || target?.op === '>=' || target?.op === '>');
}

/** 26 km at 6.8万元 each and 14 bridges in a budget of 286.5万元: a product below it that no slip of one figure explains. */
function isUnexplained(edit: Extract<Outcome, { type: 'edit' }>['edit']): boolean {
  const of = evaluate(edit);
  if (of === null || of.within || isAbove(edit)) return false;
  return termsOf(edit).every(({ fact }) => {
    const asked = demand(edit, fact);
    return asked === null || typedValues(fact, asked).length === 0;
  });
}

function isAbove(edit: Extract<Outcome, { type: 'edit' }>['edit']): boolean {
  const of = evaluate(edit);
  return of !== null && of.expected !== null && of.expected > of.actual && !of.within;
}

/** ≤1800元/人 × ≥180人 over 320000元 of which 1703元 × 186人 were spent: the bounds are none of what the budget was worked out from. */
function isBorneOut(
  { amounts, facts }: FilingContext,
  edit: Extract<Outcome, { type: 'edit' }>['edit'],
  price: Price,
  counts: readonly Count[],
): boolean {
  if (edit.type !== 'product' || evaluate(edit)?.within === true) return false;
  const rows = [price.indicator, ...counts.flatMap((count) => count.indicators)];
  const reached = rows.map((row) =>
    row.actual?.kind === 'number' && row.actual.unit === row.target?.unit
      ? facts.quantity(row, 'actual')
      : null,
  );
  if (rows.length < 2 || reached.includes(null)) return false;
  const factors = reached.map((fact, at): Term => ({ ...(edit.factors[at] as Term), fact: fact as Fact }));
  return amounts.some((amount) => {
    if (amount.section !== 'funding' || amount.measure !== 'executed' || amount.parent_id !== null)
      return false;
    const fact = facts.amount(amount);
    if (fact === null || fact.value <= 0n) return false;
    return (
      evaluate({ ...edit, factors, amount: money(fact, sizeOf(fact, price), 'budget') })?.within === true
    );
  });
}

/** ≤3750元 × ≥800亩 = 300万元 in a budget of 360: one of the sources of the budget pays for it, to the last 元. */
function isOfSource(context: FilingContext, edit: Extract<Outcome, { type: 'edit' }>['edit']): boolean {
  if (edit.type !== 'product' || evaluate(edit)?.within === true) return false;
  return context.amounts.some((amount) => {
    if (amount.section !== 'funding' || amount.role !== 'part' || amount.measure === 'rate') return false;
    const fact = context.facts.amount(amount);
    if (fact === null || fact.value <= 0n) return false;
    const own = { ...edit, amount: money(fact, fact.factor, 'budget') };
    return evaluate(own)?.within === true;
  });
}

/** Pipes of ≥42 km at ≤20万元 each and 2 pumping stations: what is bounded is one thing of several, and the budget is for all of them. */
function countsOthers({ indicators }: FilingContext, price: Price, counts: readonly Count[]): boolean {
  const counted = counts.flatMap((count) => count.indicators);
  return indicators.some(
    (row) =>
      /数量/.test(row.level2 ?? '') &&
      row.section === price.indicator.section &&
      row.scope === price.indicator.scope &&
      isCounted(row) &&
      row !== price.indicator &&
      !counted.includes(row),
  );
}

/** A number of something, or a cell that was not read for sure: it may be one. */
function isCounted({ doubts, target }: Indicator): boolean {
  return doubts?.target !== undefined || (target?.kind === 'number' && target.unit !== '%');
}

/** ≥50元/月 × ≥8600人 under a budget of more: the least that is paid to the fewest, which the budget covers. */
function keepsFloors(
  edit: Extract<Outcome, { type: 'edit' }>['edit'],
  price: Price,
  counts: readonly Count[],
): boolean {
  const floors = [price.indicator, ...counts.flatMap((count) => count.indicators)];
  if (!floors.every(({ target }) => target?.op === '>=' || target?.op === '>')) return false;
  const of = evaluate(edit);
  return of !== null && of.expected !== null && of.expected < of.actual && !of.within;
}

/** ≤1.97万元 × 110人 over 216万元: a cap is the price rounded up, so that it may be off by a whole unit of its last digit. */
function isRoundedUp(edit: Extract<Outcome, { type: 'edit' }>['edit']): boolean {
  const of = evaluate(edit);
  if (of === null || of.expected === null || of.within) return false;
  return of.expected > of.actual && of.expected - of.actual <= of.tolerance * 2n;
}

/** A product of bounds below half of the budget is one of its items: 路灯每盏 ≤350元 × ≥800盏 in a budget for streets and lamps. */
function isSmallPart(edit: Extract<Outcome, { type: 'edit' }>['edit']): boolean {
  const of = evaluate(edit);
  return of !== null && of.expected !== null && of.actual > 0n && of.expected * 2n < of.actual;
}

/** ≤7800元 × 6000㎡ over a year's budget of half of that: a cap that the budget keeps, and no price that it was worked out from. */
function isFarCap(edit: Extract<Outcome, { type: 'edit' }>['edit']): boolean {
  const of = evaluate(edit);
  return of !== null && of.expected !== null && of.actual > 0n && of.expected * 2n > of.actual * 3n;
}

/** 村均补助标准 ≤40万元 × ≥420个 over a budget of less: the most that each may get, and no price that the budget was worked out from. */
function isKeptLimit(edit: Extract<Outcome, { type: 'edit' }>['edit'], price: Price): boolean {
  const { level3, target } = price.indicator;
  if ((target?.op !== '<=' && target?.op !== '<') || !LIMIT.test(level3 ?? '')) return false;
  const of = evaluate(edit);
  return of !== null && of.expected !== null && !of.within && of.expected > of.actual;
}

const LIMIT = /(?:补[助贴]|奖补|奖励|资助|救助|支持).{0,4}(?:标准|额度|金额)|上限|最高|限额/;

/** 万元 in 元. */
const WAN = 10_000n;

/** A budget without a unit is taken in the unit of the price, and may be in the other: 975 beside 780元 × 12500人. */
function sizeOf(budget: Fact, price: Price): bigint {
  return budget.unit === null ? price.size : budget.factor;
}

type Base = Omit<Extract<Outcome, { type: 'edit' }>['edit'], 'type'>;

/** Several rows count one thing (two roads of 2 km): budget = price × (a + b), linear in the counts. */
function summed(
  { filing }: FilingContext,
  price: Price,
  budget: Fact,
  counts: readonly Count[],
  multiplier: bigint,
  base: Omit<Base, 'terms'>,
): Outcome {
  if (counts.length !== 1) return notEvaluated(filing.filing_id, 'several counts');
  const facts = counts[0]!.facts;
  const factors = (kept: readonly Fact[]): Term[] => [
    money(price.fact, price.size * BigInt(kept.length), 'unit cost'),
    { fact: kept[0]!, coefficient: kept[0]!.factor, role: 'count' },
  ];
  const amount = money(budget, sizeOf(budget, price), 'budget');
  const equal = facts.every((fact) => fact.value === facts[0]!.value && fact.factor === facts[0]!.factor);
  const one = facts
    .map(
      (fact) =>
        ({ type: 'product', ...base, relation: '=', amount, factors: factors([fact]), multiplier }) as const,
    )
    .find((edit) => evaluate(edit)?.within === true);
  if (one !== undefined) return edited(one);
  if (!equal) return notEvaluated(filing.filing_id, 'several counts');
  const witnesses = facts.slice(1).map((fact): Term => ({ fact, coefficient: fact.factor, role: 'count' }));
  return edited({
    type: 'product',
    ...base,
    relation: '=',
    amount,
    factors: factors(facts),
    multiplier,
    witnesses,
  });
}
