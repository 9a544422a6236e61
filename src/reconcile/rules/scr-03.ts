import { isFact, total } from '../edits/points.ts';
import type { Exact } from '../facts/exact.ts';
import {
  divideDown,
  divideUp,
  exact,
  HUNDRED,
  halfUnit,
  ONE,
  placesOf,
  roundTo,
  show,
  smaller,
  toNumber,
} from '../facts/exact.ts';
import type { Fact } from '../facts/fact.ts';
import { executionOf } from '../figures/execution.ts';
import { evidenceOf, evidenceOfTerms } from '../findings.ts';
import { notice } from '../notice.ts';
import { type FilingContext, type FilingRule, notEvaluated, type Outcome, passed } from '../rule.ts';

const PARAMETERS = {
  slip: {
    value: 20,
    unit: '% of the points',
    reason: 'local bands (full points from 80 or 90 %) move the score by less; more is a slip',
  },
} as const;

/** Points of 预算执行率: its weight times the rate, no more than the weight. */
export const SCR_03: FilingRule = {
  id: 'SCR-03',
  scope: 'filing',
  kind: 'score_rule',
  title: { zh: '预算执行率得分与执行率不符', en: 'Score of the execution rate differs from the rate' },
  explanation: {
    zh: '预算执行率得分 = 执行率 × 分值，最高不超过分值（财预〔2020〕10号）。由四舍五入后的执行率算得的只作提示；该行印有低于 100% 的目标值（≥95%）的，达到即得满分、不足按比例得分也视为相符；相差不到分值两成的可能是地方分档，作警告。执行率与分值俱全、得分空白而总分未计的，也作警告。',
    en: 'The score is the rate times the points, capped at the points (财预〔2020〕10号). A score worked out from the rounded rate is only noted; where the row aims at less than 100% (≥95%), all points from there on, and a part of them below in proportion, pass too; a difference of less than a fifth of the points may be a local band and is a warning. So is a score left blank beside rate and points, which the total does not count.',
  },
  tolerance: 'T1',
  severity: 'error',
  yields: true,
  parameters: PARAMETERS,
  example: { zh: '执行率 62%，分值 10，得分 10', en: 'rate 62%, points 10, score 10' },
  check,
};

interface Path {
  low: Exact;
  high: Exact;
  exact: Exact;
  facts: readonly Fact[];
}

function check(context: FilingContext): Outcome[] {
  const { facts, filing } = context;
  const score = facts.filing(filing, 'execution_score');
  const weight = facts.filing(filing, 'execution_weight');
  if (score === null) return leftBlank(context, weight);
  if (weight === null)
    return [notEvaluated(filing.filing_id, 'points of the execution rate are not printed')];
  const computed = fromFunds(context, weight.value);
  const printed = fromRate(context, weight.value);
  const best = computed ?? printed;
  if (best === null) return [notEvaluated(filing.filing_id, 'operand missing')];
  const half = halfOf(score, weight);
  if (fits(best, score.value, half)) return [passed(filing.filing_id)];
  const { execution_target: aim } = filing;
  if (aim !== undefined && fits(ofAim(best, exact(aim), weight.value), score.value, half))
    return [passed(filing.filing_id)];
  if (printed !== null && fits(printed, score.value, half)) {
    return [told(context, score, weight, printed, 'explained')];
  }
  return [told(context, score, weight, best, 'impossible')];
}

/** A rate with points and no score, in a form that is scored: its total counts nothing for them, or says what they got. */
function leftBlank(context: FilingContext, weight: Fact | null): Outcome[] {
  const { facts, filing, indicators } = context;
  const rate = facts.filing(filing, 'execution_rate');
  const printed = facts.filing(filing, 'total_score');
  if (weight === null || rate === null || printed === null) return [];
  const scores = indicators.map((row) => facts.indicator(row, 'score')).filter(isFact);
  if (scores.length === 0 || scores.length < indicators.length) return [];
  const counted = printed.value !== total(scores);
  return [
    notice(context, {
      verdict: counted ? 'explained' : 'improbable',
      kind: 'structure',
      message: {
        zh: `执行率 ${rate.text}、分值 ${show(weight.value)} 俱全，预算执行率得分空白${counted ? '' : '，总分未计'}`,
        en: `execution rate ${rate.text} of ${show(weight.value)} points has no score${counted ? '' : ', and the total counts none'}`,
      },
      evidence: [evidenceOf(rate, 'rate'), evidenceOf(weight, 'weight'), evidenceOf(printed, 'total')],
      operands: [rate.key, weight.key, 'score'],
    }),
  ];
}

/** Full points are given for full execution: only what rounds to them at one decimal is taken for it. */
function halfOf(score: Fact, weight: Fact): Exact {
  const places = placesOf(score.text);
  return halfUnit(score.value === weight.value && places === 0 ? 1 : places);
}

/** Rounded or cut to the places of the score. */
function fits({ high, low }: Path, score: Exact, half: Exact): boolean {
  return score <= high + half && score > low - 2n * half - 1n;
}

/** ≥95% aimed at: all the points from there on, and below it as much of them as of the aim. */
function ofAim(path: Path, aim: Exact, weight: Exact): Path {
  const scaled = (points: Exact): Exact => smaller(weight, (points * HUNDRED) / aim);
  return { ...path, low: scaled(path.low), high: scaled(path.high), exact: scaled(path.exact) };
}

function fromRate({ facts, filing }: FilingContext, weight: Exact): Path | null {
  const rate = facts.filing(filing, 'execution_rate');
  if (rate === null) return null;
  const half = rate.half;
  const points = (percent: Exact): Exact => smaller(weight, (weight * percent) / HUNDRED);
  return {
    low: points(rate.value - half),
    high: points(rate.value + half),
    exact: points(rate.value),
    facts: [rate],
  };
}

function fromFunds(context: FilingContext, weight: Exact): Path | null {
  const execution = executionOf(context);
  if (execution === null) return null;
  const { done, plan } = execution;
  return {
    low: smaller(weight, divideDown(weight * (done.value - done.half), plan.value + plan.half)),
    high: smaller(weight, divideUp(weight * (done.value + done.half), plan.value - plan.half)),
    exact: smaller(weight, divideDown(weight * done.value, plan.value)),
    facts: [done, plan],
  };
}

function told(
  context: FilingContext,
  score: Fact,
  weight: Fact,
  path: Path,
  verdict: 'explained' | 'impossible',
): Outcome {
  const [first, second] = path.facts;
  const rate =
    second === undefined
      ? `${first!.text}${first!.text.includes('%') ? '' : '%'}`
      : `${first!.text} ÷ ${second.text}`;
  const expected = roundTo(path.exact, 2);
  const off = score.value > path.exact ? score.value - path.exact : path.exact - score.value;
  const isSlip = off * HUNDRED >= weight.value * BigInt(PARAMETERS.slip.value) * ONE;
  const equation = `${rate} × ${show(weight.value)} = ${show(expected)}`;
  const zh = verdict === 'explained' ? '由印出的执行率算得' : `得分填 ${show(score.value)}`;
  const en =
    verdict === 'explained' ? 'worked out from the printed rate' : `the score is ${show(score.value)}`;
  return notice(context, {
    verdict,
    ...(isSlip ? {} : { severity: 'warning' as const }),
    message: {
      zh: `预算执行率得分应为 ${equation}，${zh}`,
      en: `score of the execution rate: ${equation}, ${en}`,
    },
    expected: toNumber(expected),
    actual: score.printed,
    difference: toNumber(score.value - expected),
    equation,
    evidence: evidenceOfTerms([
      { fact: score, role: 'score' },
      { fact: weight, role: 'weight' },
      ...path.facts.map((fact) => ({ fact, role: 'operand' })),
    ]),
    operands: [score.key, weight.key, ...path.facts.map(({ key }) => key)],
  });
}
