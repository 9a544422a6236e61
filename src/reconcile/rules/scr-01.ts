import { isExtra } from '../edits/points.ts';
import { divideRounded, HUNDRED, magnitude } from '../facts/exact.ts';
import type { Fact } from '../facts/fact.ts';
import { convertedScores } from '../figures/converted-scores.ts';
import { edited, type FilingContext, type FilingRule, notEvaluated, type Outcome } from '../rule.ts';

/** A score lies between 0 and the points of its indicator. */
export const SCR_01: FilingRule = {
  id: 'SCR-01',
  scope: 'filing',
  kind: 'score_rule',
  title: { zh: '得分超出分值', en: 'Score outside 0 to the points of the indicator' },
  explanation: {
    zh: '每项得分不得大于该项分值，也不得为负。',
    en: 'A score is neither above the points of its indicator nor negative.',
  },
  tolerance: 'T0',
  severity: 'error',
  parameters: {},
  example: { zh: '分值 10，得分 15', en: 'points 10, score 15' },
  check,
};

function check(context: FilingContext): Outcome[] {
  const { facts, filing, indicators } = context;
  const outcomes: Outcome[] = [];
  const converted = convertedScores(context);
  for (const row of indicators) {
    const score = facts.indicator(row, 'score');
    // What is taken off stands below zero, and what is added has no points of its own.
    if (score === null || isExtra(row)) continue;
    const weight = facts.indicator(row, 'weight');
    const name = row.level3 ?? row.level2 ?? row.level1 ?? '';
    const own = converted?.rows.get(row);
    const counted = own?.converted ?? ofHundred(score, weight, facts.indicator(row, 'converted_score'));
    outcomes.push(
      ...bounds(context, counted, weight, name, own === undefined ? 1n : HUNDREDTHS / converted!.whole),
    );
  }
  const execution = facts.filing(filing, 'execution_score');
  if (execution !== null) {
    outcomes.push(...bounds(context, execution, facts.filing(filing, 'execution_weight'), '预算执行率'));
  }
  return outcomes;
}

/** 自评得分 96 | 权重 15% | 加权得分 14.4: the score is of a hundred, and what counts is the converted one. */
function ofHundred(score: Fact, weight: Fact | null, converted: Fact | null): Fact {
  if (weight === null || converted === null) return score;
  const product = divideRounded(score.value * weight.value, HUNDRED);
  return magnitude(product - converted.value) <= converted.half ? converted : score;
}

/** How many points of a hundred a weight of one is. */
const HUNDREDTHS = 100n;

function bounds(
  { filing }: FilingContext,
  score: Fact,
  weight: Fact | null,
  name: string,
  points = 1n,
): Outcome[] {
  const base = {
    type: 'linear',
    rule: 'SCR-01',
    filingId: filing.filing_id,
    documentId: filing.document_id,
    method: 'T0',
    relation: '<=',
    constant: 0n,
  } as const;
  if (score.value < 0n) {
    const says = { zh: `“${name}”得分不应为负`, en: `score of “${name}” should not be negative` };
    return [edited({ ...base, says, terms: [{ fact: score, coefficient: -1n, role: 'score' }] })];
  }
  if (weight === null) return [notEvaluated(filing.filing_id, 'points of the indicator are blank')];
  return [
    edited({
      ...base,
      says: { zh: `“${name}”得分不应大于分值`, en: `score of “${name}” should be at most its points` },
      terms: [
        { fact: score, coefficient: 1n, role: 'score' },
        { fact: weight, coefficient: -points, role: 'weight' },
      ],
    }),
  ];
}
