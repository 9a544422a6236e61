import type { Amount, Indicator, Measure } from '../../../schemas/index.ts';
import { ratioEdit } from '../edits/ratios.ts';
import { divideDown, divideRounded, divideUp, type Exact, HUNDRED, roundTo, show } from '../facts/exact.ts';
import type { Fact } from '../facts/fact.ts';
import { evidenceOf } from '../findings.ts';
import { namedApart } from '../named-apart.ts';
import { notice } from '../notice.ts';
import { isNamed } from '../profiles/composition.ts';
import type { RateFormula, RateOperand } from '../profiles/profile.ts';
import { keptWith } from '../remembered.ts';
import {
  type DocumentContext,
  edited,
  type FilingContext,
  notEvaluated,
  type Outcome,
  passed,
} from '../rule.ts';
import { plainUnit } from './direction.ts';

/** A rate worked out from its operands, in per cent, with what their print leaves open. */
export interface Rate {
  formula: RateFormula;
  numerator: Fact;
  denominator: Fact;
  low: Exact;
  high: Exact;
  exact: Exact;
}

/** Each printed rate of a rule's formulas against its operands: rates of tables, and actual values of indicators. */
export function rateOutcomes(context: FilingContext, rule: string): Outcome[] {
  const { amounts, rows } = statedRates(context);
  if (amounts.length === 0 && rows.length === 0) return [];
  const formulas = context.profile.rates.filter((formula) => formula.rule === rule);
  return formulas.flatMap((formula) =>
    printedRates(context, formula).map((printed) => judge(context, formula, printed)),
  );
}

/** Cells of a form that state a rate of any kind: found once for the rules of all formulas. */
const statedRates = keptWith(({ amounts, indicators }: FilingContext) => ({
  amounts: amounts.filter(({ measure }) => measure === 'rate'),
  rows: indicators.filter(isReported),
}));

interface PrintedRate {
  fact: Fact;
  name: string;
  year: number | null;
  near: number | null;
}

function printedRates(context: FilingContext, formula: RateFormula): PrintedRate[] {
  const { facts, filing } = context;
  const stated = statedRates(context);
  const rates = stated.amounts.filter((amount) => isNamed(amount.item, formula.names));
  const ofAmounts = rates.flatMap((amount): PrintedRate[] => {
    const fact = facts.amount(amount);
    return fact === null ? [] : [{ fact, name: amount.item, year: amount.year, near: amount.ordinal }];
  });
  const ofRows = stated.rows.flatMap((row): PrintedRate[] => {
    const fact = isNamed(row.level3 ?? '', formula.names) ? facts.quantity(row, 'actual') : null;
    return fact === null ? [] : [{ fact, name: row.level3 ?? '', year: filing.year, near: null }];
  });
  return [...ofAmounts, ...ofRows];
}

/** ≤100% in the column of actual values repeats the target and states no rate. */
function isReported({ actual }: Indicator): boolean {
  if (actual?.kind !== 'number' || plainUnit(actual.unit) !== '%') return false;
  return actual.op === '=' || actual.op === null;
}

function judge(context: FilingContext, formula: RateFormula, printed: PrintedRate): Outcome {
  const { filing } = context;
  const rate = workOut(context, formula, printed.year, printed.near);
  if (rate === null) return notEvaluated(filing.filing_id, 'operand missing');
  if (rate.denominator.value <= 0n) return notEvaluated(filing.filing_id, 'denominator is zero');
  if (formula.form === 'change') return changed(context, rate, printed);
  const { denominator, numerator } = rate;
  const [top, below] = [numerator, denominator].map(namedApart([numerator, denominator]));
  return edited(
    ratioEdit(filing, {
      rule: formula.rule,
      ...(formula.verified ? {} : { severity: 'warning' }),
      says: {
        zh: `${printed.name}应等于${top} ÷ ${below}`,
        en: `${printed.name} should be ${top} ÷ ${below}`,
      },
      rate: printed.fact,
      numerator,
      denominator,
    }),
  );
}

function changed(context: FilingContext, rate: Rate, { fact, name }: PrintedRate): Outcome {
  const within = fact.value + fact.half >= rate.low && fact.value - fact.half <= rate.high;
  if (within) return passed(context.filing.filing_id);
  const equation = equationOf(rate);
  return notice(context, {
    verdict: 'impossible',
    ...(rate.formula.verified ? {} : { severity: 'warning' as const }),
    message: {
      zh: `${name}应为 ${equation}，填 ${fact.text}`,
      en: `${name} is ${equation}, printed as ${fact.text}`,
    },
    expected: Number(show(roundTo(rate.exact, fact.places + 2))),
    actual: fact.printed,
    equation,
    evidence: [fact, rate.numerator, rate.denominator].map((operand, i) =>
      evidenceOf(operand, ['rate', 'numerator', 'denominator'][i]!),
    ),
    operands: [fact.key, rate.numerator.key, rate.denominator.key],
  });
}

/** `(1.17 − 2.47) ÷ 2.47 × 100 = −52.63%` */
export function equationOf({ denominator, exact, formula, numerator }: Rate): string {
  const n = show(numerator.value);
  const d = show(denominator.value);
  const top = formula.form === 'change' ? `(${n} − ${d})` : n;
  return `${top} ÷ ${d} × 100 = ${show(roundTo(exact, 2))}%`;
}

/** The rate of a name, worked out from the tables of this form and its siblings; null where an operand is not found. */
export function rateNamed(context: FilingContext, name: string): Rate | null {
  for (const formula of context.profile.rates) {
    if (!isNamed(name, formula.names)) continue;
    const rate = workOut(context, formula, context.filing.year, null);
    if (rate !== null && rate.denominator.value > 0n) return rate;
  }
  return null;
}

function workOut(
  context: FilingContext,
  formula: RateFormula,
  year: number | null,
  near: number | null,
): Rate | null {
  for (const amounts of places(context)) {
    const numerator = operand(amounts, formula.numerator, year, near);
    const denominator = operand(amounts, formula.denominator, year, near);
    if (numerator === null || denominator === null || numerator === denominator) continue;
    const top = context.facts.amount(numerator);
    const bottom = context.facts.amount(denominator);
    if (top === null || bottom === null) continue;
    return { formula, numerator: top, denominator: bottom, ...boundsOf(formula, top, bottom) };
  }
  return null;
}

/** Forms of basic data and of budgets, by the unit that they are of. */
const figuresByUnit = keptWith(
  ({ filings }: DocumentContext): ReadonlyMap<string | null, readonly FilingContext[]> =>
    Map.groupBy(
      filings.filter(({ filing }) => filing.form_type === 'base_data' || filing.form_type === 'budget_table'),
      ({ filing }) => filing.organisation,
    ),
);

/** The form itself, then the other forms of the document that are of the same unit. */
const places = keptWith(({ amounts, document, filing }: FilingContext): readonly (readonly Amount[])[] => {
  const ofUnit = figuresByUnit(document).get(filing.organisation) ?? [];
  const siblings = ofUnit.filter((other) => other.filing !== filing);
  return [amounts, ...siblings.map((other) => other.amounts)];
});

function operand(
  amounts: readonly Amount[],
  { items, measures, yearBefore }: RateOperand,
  year: number | null,
  near: number | null,
): Amount | null {
  const wanted = yearBefore === true && year !== null ? year - 1 : year;
  if (yearBefore === true && wanted === null) return null;
  const named = amounts.filter(
    (amount) =>
      amount.measure !== 'rate' &&
      amount.value !== null &&
      isNamed(amount.item, items) &&
      (amount.year === wanted || (yearBefore !== true && (amount.year === null || wanted === null))),
  );
  if (named.length === 0 && measures !== undefined) return ofStage(amounts, items, measures, wanted);
  const groups =
    measures === undefined ? [named] : measures.map((of) => named.filter((a) => a.measure === of));
  const group = groups.find((of) => of.length > 0);
  if (group === undefined) return null;
  if (near === null) {
    // Figures of one name that differ leave open which is meant.
    return new Set(group.map((amount) => amount.value)).size === 1 ? group[0]! : null;
  }
  const distance = (amount: Amount): number => Math.abs(amount.ordinal - near);
  return group.toSorted((a, b) => distance(a) - distance(b))[0]!;
}

/** 公用经费预算数 and 公用经费决算数, whose names say the stage: the only figure that is of one of the stages. */
function ofStage(
  amounts: readonly Amount[],
  items: readonly string[],
  measures: readonly Measure[],
  year: number | null,
): Amount | null {
  const named = amounts.filter(
    (amount) =>
      amount.value !== null &&
      amount.year === year &&
      measures.includes(amount.measure) &&
      stage.test(amount.item) &&
      isNamed(amount.item.replace(stage, ''), items),
  );
  return named.length === 1 ? named[0]! : null;
}

const stage = /(?:年初|调整后?|全年)?(?:预算|决算|(?:实际)?支出|执行)(?:安排)?(?:数|额|金额)?$/;

function boundsOf(formula: RateFormula, top: Fact, bottom: Fact): Pick<Rate, 'low' | 'high' | 'exact'> {
  const less = formula.form === 'change' ? HUNDRED : 0n;
  const d = bottom.value * bottom.factor;
  const halfD = bottom.half * bottom.factor;
  const lowN = HUNDRED * (top.value - top.half) * top.factor;
  const highN = HUNDRED * (top.value + top.half) * top.factor;
  if (d - halfD <= 0n) return { low: 0n, high: 0n, exact: 0n };
  return {
    low: divideDown(lowN, lowN < 0n ? d - halfD : d + halfD) - less,
    high: divideUp(highN, highN < 0n ? d + halfD : d - halfD) - less,
    exact: divideRounded(HUNDRED * top.value * top.factor, d) - less,
  };
}
