import type { Amount, Evidence, Indicator, Measure } from '../../../schemas/index.ts';
import type { Clause, Due, Measured } from '../clauses/index.ts';
import {
  divideDown,
  divideRounded,
  divideUp,
  type Exact,
  HUNDRED,
  ONE,
  roundTo,
  show,
} from '../facts/exact.ts';
import type { Fact } from '../facts/fact.ts';
import { achievementOf } from '../figures/achievement.ts';
import { plainUnit } from '../figures/direction.ts';
import { equationOf, rateNamed } from '../figures/rates.ts';
import { evidenceOf } from '../findings.ts';
import { normalised } from '../keys.ts';
import { actualCell, nameOf, targetCell } from '../notice.ts';
import type { FilingContext } from '../rule.ts';

/** The figure that a standard speaks of, in per cent, and where it comes from. */
export interface Operand {
  measured: Measured;
  /** What the form promised, where it prints one: deductions count from it if the standard names no other. */
  target: Exact | null;
  equation: string;
  evidence: Evidence[];
}

/**
 * Values of an indicator for its standard, the likeliest first: as reported, in proportion to its target (100% may mean
 * of the target), worked out from the tables, or summed over the projects.
 */
export function operandsOf(context: FilingContext, row: Indicator): Operand[] {
  const own = [reported(context, row), fulfilled(row)].filter((operand) => operand !== null);
  if (own.length > 0) return own;
  const other = workedOut(context, row) ?? ofProjects(context, row);
  return other === null ? [] : [other];
}

function reported({ facts }: FilingContext, row: Indicator): Operand | null {
  const actual = facts.quantity(row, 'actual');
  if (actual === null || plainUnit(row.actual?.unit ?? null) !== '%') return null;
  const target = plainUnit(row.target?.unit ?? null) === '%' ? facts.quantity(row, 'target') : null;
  return {
    measured: { low: actual.value - actual.half, high: actual.value + actual.half, exact: actual.value },
    target: target?.value ?? null,
    equation: `实际 ${actual.text}`,
    evidence: [actualCell(row), targetCell(row)],
  };
}

function fulfilled(row: Indicator): Operand | null {
  const done = achievementOf(row);
  if (done === null || done.direction !== 'more' || done.wanted <= 0n) return null;
  const percent = divideRounded(HUNDRED * done.reached, done.wanted);
  return {
    measured: { low: percent, high: percent, exact: percent },
    target: HUNDRED,
    equation: `${done.actual.raw} ÷ ${done.target.raw} = ${show(roundTo(percent, 2))}%`,
    evidence: [actualCell(row), targetCell(row)],
  };
}

function workedOut(context: FilingContext, row: Indicator): Operand | null {
  const rate = rateNamed(context, nameOf(row));
  if (rate === null) return null;
  const { denominator, exact, high, low, numerator } = rate;
  return {
    measured: { low, high, exact },
    target: null,
    equation: `= ${equationOf(rate)}`,
    evidence: [evidenceOf(numerator, 'numerator'), evidenceOf(denominator, 'denominator')],
  };
}

const EXECUTION = /^(?:项目)?(?:预算|资金)执行率$/;
const DEPARTMENT = /部门整体|整体支出/;

/** The execution of all projects of the document that were evaluated: what a framework for projects is scored by. */
function ofProjects({ document, facts, filing }: FilingContext, row: Indicator): Operand | null {
  if (!EXECUTION.test(normalised(nameOf(row))) || DEPARTMENT.test(filing.title ?? '')) return null;
  const pairs: [Fact, Fact][] = [];
  for (const other of document.filings) {
    const isEvaluation = other.filing.form_type === 'project_self_evaluation';
    if (!isEvaluation || other.filing.organisation !== filing.organisation) continue;
    const done = top(other.amounts, 'executed');
    const plan = top(other.amounts, 'annual_budget');
    const [a, b] = [done && facts.amount(done), plan && facts.amount(plan)];
    if (a == null || b == null) return null;
    pairs.push([a, b]);
  }
  if (pairs.length === 0) return null;
  const sum = (of: 0 | 1, by: (fact: Fact) => Exact): Exact =>
    pairs.reduce((all, pair) => all + by(pair[of]) * pair[of].factor, 0n);
  const [done, plan] = [sum(0, ({ value }) => value), sum(1, ({ value }) => value)];
  const [slackDone, slackPlan] = [sum(0, ({ half }) => half), sum(1, ({ half }) => half)];
  if (plan - slackPlan <= 0n) return null;
  const percent = divideRounded(HUNDRED * done, plan);
  // As much was spent as was planned: the print of both is one figure.
  const isWhole = done === plan;
  return {
    measured: {
      low: isWhole ? HUNDRED : divideDown(HUNDRED * (done - slackDone), plan + slackPlan),
      high: isWhole ? HUNDRED : divideUp(HUNDRED * (done + slackDone), plan - slackPlan),
      exact: percent,
    },
    target: null,
    equation: `= ${added(pairs.map(([a]) => a))} ÷ ${added(pairs.map(([, b]) => b))} = ${show(roundTo(percent, 2))}%`,
    evidence: pairs.flatMap(([a, b]) => [evidenceOf(a, 'executed'), evidenceOf(b, 'budget')]),
  };
}

function added(facts: readonly Fact[]): string {
  const text = facts.map(({ value }) => show(value)).join(' + ');
  return facts.length === 1 ? text : `(${text})`;
}

function top(amounts: readonly Amount[], measure: Measure): Amount | undefined {
  return amounts.find(
    (amount) => amount.section === 'funding' && amount.measure === measure && amount.parent_id === null,
  );
}

/** Words of a formula and the measures that they mean. */
const WORDS: readonly [RegExp, Measure][] = [
  [/调剂|调整|追加|追减/, 'adjustment'],
  [/年初/, 'initial_budget'],
  [/执行|支出数/, 'executed'],
  [/到位/, 'arrived'],
  [/结余|结转/, 'balance'],
  [/预算/, 'annual_budget'],
];

/** (1 − k × a ÷ b) × points, between 0 and the points. */
export function formulaDue(
  { amounts, facts }: FilingContext,
  clause: Extract<Clause, { kind: 'formula' }>,
  weight: Exact,
): Due {
  const of = (name: string): Fact | null => {
    const measure = WORDS.find(([word]) => word.test(name))?.[1];
    const amount = measure === undefined ? undefined : top(amounts, measure);
    return amount === undefined ? null : facts.amount(amount);
  };
  const [a, b] = [of(clause.numerator), of(clause.denominator)];
  if (a === null || b === null || b.value <= 0n) return { kind: 'unknown', reason: 'operand missing' };
  const size = a.value < 0n ? -a.value : a.value;
  const share = ONE - divideRounded(clause.factor * size * a.factor, b.value * b.factor);
  const kept = share < 0n ? 0n : share;
  const points = divideRounded(weight * kept, ONE);
  return { kind: 'range', low: points, high: points, by: clause.text };
}
