import type { Indicator } from '../../../schemas/index.ts';
import { countsExecution, isExtra, isFact, leavesExecution, pointSum, total } from '../edits/points.ts';
import { divideRounded, type Exact, HUNDRED, show, toNumber } from '../facts/exact.ts';
import type { Fact } from '../facts/fact.ts';
import { convertedScores } from '../figures/converted-scores.ts';
import { mostlyFilled } from '../figures/indicators.ts';
import { evidenceOf } from '../findings.ts';
import {
  edited,
  type FilingContext,
  type FilingRule,
  found,
  notEvaluated,
  type Outcome,
  passed,
} from '../rule.ts';

/** The total score is the sum of the scores, with that of 预算执行率 where the form has it. */
export const SCR_02: FilingRule = {
  id: 'SCR-02',
  scope: 'filing',
  overAll: true,
  kind: 'score_sum',
  title: { zh: '总分不等于各项得分之和', en: 'Total score differs from the sum of the scores' },
  explanation: {
    zh: '自评总分应等于各三级指标得分与预算执行率得分之和；总分一行的分值含预算执行率的，得分也应含其得分。折算得分若把已按权重给出的得分再乘权重，合计会远低于应得总分，作为警告。得分按百分制、折算得分按权重算得的，逐项核对折算得分。有指标行未能读出的，不作核对。',
    en: 'The total is the sum of all scores and that of the execution rate, which may be left out unless the total of the points takes its points in. Where converted scores multiply by a weight that the scores already hold, their sum falls far short; a warning. Where scores are of a hundred, each converted score is checked against score times weight. Where rows of indicators could not be read nothing is said.',
  },
  tolerance: 'T0',
  severity: 'error',
  parameters: {},
  example: { zh: '各项得分合计 95，总分填 98', en: 'scores add up to 95, total printed as 98' },
  check,
};

function check(context: FilingContext): Outcome[] {
  return [...totals(context), ...sumsOfColumn(context), ...converted(context), ...weightedTwice(context)];
}

/** 得分 96 × 权重 15% = 加权得分 14.4, where the other rows have it so. */
function converted(context: FilingContext): Outcome[] {
  const scores = convertedScores(context);
  if (scores === null) return [];
  const { document_id: documentId, filing_id: filingId } = context.filing;
  return [...scores.rows.values()].map(({ converted: amount, row, score, weight }) =>
    edited({
      type: 'product',
      rule: 'SCR-02',
      filingId,
      documentId,
      method: 'T1',
      relation: '=',
      says: {
        zh: `“${row.level3 ?? row.level2 ?? row.level1 ?? ''}”折算得分应等于得分 × 权重`,
        en: `converted score of “${row.level3 ?? row.level2 ?? row.level1 ?? ''}” should be score × weight`,
      },
      amount: { fact: amount, coefficient: scores.whole, role: 'converted score' },
      factors: [
        { fact: score, coefficient: 1n, role: 'score' },
        { fact: weight, coefficient: 1n, role: 'weight' },
      ],
      multiplier: 1n,
    }),
  );
}

function totals(context: FilingContext): Outcome[] {
  const { facts, filing, indicators } = context;
  const printed = facts.filing(filing, 'total_score');
  const scores = indicators.map((row) => facts.indicator(row, 'score')).filter(isFact);
  if (printed === null) {
    return scores.length > 0 ? [notEvaluated(filing.filing_id, 'no total score is printed')] : [];
  }
  if (!mostlyFilled(scores.length, indicators.length)) {
    return [notEvaluated(filing.filing_id, 'most scores are blank')];
  }
  const execution = facts.filing(filing, 'execution_score');
  const converted = indicators.map((row) => facts.indicator(row, 'converted_score')).filter(isFact);
  const withExecution = execution === null ? scores : [...scores, execution];
  // A total row that takes the points of 预算执行率 in takes its score in too.
  const without = countsExecution(context, 'weight') ? [] : scores;
  const readings: Fact[][] = [withExecution, without, converted].filter((parts) => parts.length > 1);
  const closing = readings.find((reading) => total(reading) === printed.value);
  const points = facts.filing(filing, 'execution_weight')?.value ?? pointsLeft(context);
  const rest = printed.value - total(scores);
  if (closing === undefined && execution === null && points !== null && rest >= 0n && rest <= points) {
    return [notEvaluated(filing.filing_id, 'score of the execution rate is not printed')];
  }
  if (closing === undefined && indicators.some((row) => row.score !== null && isExtra(row))) {
    return [notEvaluated(filing.filing_id, 'whether extra points add or take off is not told')];
  }
  const parts = closing ?? (convertedScores(context) === null ? withExecution : converted);
  const says = { zh: '总分应等于各项得分之和', en: 'the total score should be the sum of the scores' };
  return [
    edited(pointSum(context, { rule: 'SCR-02', says, total: printed, base: 0n, parts, role: 'score' })),
  ];
}

/** 合计 below the scores where 自评得分 apart from the table says the total: the scores add up to it, with that of the execution or without. */
function sumsOfColumn(context: FilingContext): Outcome[] {
  const { facts, filing, indicators } = context;
  const scores = indicators.map((row) => facts.indicator(row, 'score')).filter(isFact);
  if (scores.length < indicators.length || scores.length < 2) return [];
  const execution = facts.filing(filing, 'execution_score');
  return (filing.other_totals ?? []).flatMap(({ of }, k): Outcome[] => {
    const printed = of === 'score' ? facts.otherTotal(filing, k) : null;
    if (printed === null) return [];
    const isWhole = facts.filing(filing, 'total_score')?.value === printed.value;
    const rest = printed.value - total(scores);
    if (isWhole || rest === 0n || rest === execution?.value) return [passed(filing.filing_id)];
    if (execution === null && rest > 0n && filing.has_execution_weight_field)
      return [notEvaluated(filing.filing_id, 'score of the execution rate is not printed')];
    const says = {
      zh: '得分合计应等于各项得分之和',
      en: 'the sum of the scores should be what they add up to',
    };
    const sum = { rule: 'SCR-02', says, total: printed, base: 0n, parts: scores, role: 'score' } as const;
    return [edited(pointSum(context, sum))];
  });
}

/** What the printed total of the points leaves for 预算执行率 where no cell says it. */
function pointsLeft(context: FilingContext): Exact | null {
  const { facts, filing, indicators } = context;
  const whole = facts.filing(filing, 'total_weight');
  const weights = total(indicators.map((row) => facts.indicator(row, 'weight')).filter(isFact));
  return whole !== null && leavesExecution(context, whole, weights) ? whole.value - weights : null;
}

interface Scored {
  row: Indicator;
  score: Fact;
  weight: Fact;
  converted: Fact;
}

/** 折算得分 = 得分 × 权重 although 得分 is full points already. */
function weightedTwice({ facts, filing, indicators }: FilingContext): Outcome[] {
  const rows = indicators.flatMap((row): Scored[] => {
    const score = facts.indicator(row, 'score');
    const weight = facts.indicator(row, 'weight');
    const converted = facts.indicator(row, 'converted_score');
    return score === null || weight === null || converted === null ? [] : [{ row, score, weight, converted }];
  });
  if (rows.length < 2 || rows.length < indicators.length) return [];
  const full = rows.every(({ score, weight }) => score.value <= weight.value);
  const twice = rows.every(
    ({ score, weight, converted }) => divideRounded(score.value * weight.value, HUNDRED) === converted.value,
  );
  const points = total(rows.map(({ weight }) => weight));
  const earned = total(rows.map(({ converted }) => converted));
  if (!full || !twice || earned >= points) return [];
  return [
    found({
      filingId: filing.filing_id,
      documentId: filing.document_id,
      verdict: 'improbable',
      message: {
        zh: `得分已按权重给出，折算时又乘以权重：折算得分合计 ${show(earned)}，而权重合计 ${show(points)}`,
        en: `scores already hold their weight and are multiplied by it again: converted scores add up to ${show(earned)} of ${show(points)}`,
      },
      expected: toNumber(total(rows.map(({ score }) => score))),
      actual: toNumber(earned),
      difference: toNumber(earned - total(rows.map(({ score }) => score))),
      evidence: rows.flatMap(({ score, weight, converted }) => [
        evidenceOf(converted, 'converted score'),
        evidenceOf(score, 'score'),
        evidenceOf(weight, 'weight'),
      ]),
      operands: rows.map(({ converted }) => converted.key),
    }),
  ];
}
