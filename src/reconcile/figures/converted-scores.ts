import type { Indicator } from '../../../schemas/index.ts';
import { divideRounded, HUNDRED, magnitude, ONE } from '../facts/exact.ts';
import type { Fact } from '../facts/fact.ts';
import { keptWith } from '../remembered.ts';
import type { FilingContext } from '../rule.ts';

/** An indicator whose score is of a hundred, and counts as much as its weight says. */
export interface ConvertedScore {
  row: Indicator;
  score: Fact;
  weight: Fact;
  converted: Fact;
  /** Whether the printed score is the other one times the weight. */
  fits: boolean;
}

export interface ConvertedScores {
  rows: ReadonlyMap<Indicator, ConvertedScore>;
  /** What a weight is a share of: 15 of a hundred, 0.15 of one. */
  whole: 100n | 1n;
}

/**
 * 权重 15% | 得分 96 | 加权得分 14.4, and 权重 0.15 beside them: the rows of a form whose scores are of a hundred. Null where fewer than two rows,
 * or fewer than all but one, are worked out so.
 */
export const convertedScores = keptWith((context: FilingContext): ConvertedScores | null => {
  const { facts, indicators } = context;
  const printed = indicators.flatMap((row) => {
    const score = facts.indicator(row, 'score');
    const weight = facts.indicator(row, 'weight');
    const converted = facts.indicator(row, 'converted_score');
    return score === null || weight === null || converted === null ? [] : [{ row, score, weight, converted }];
  });
  const ofOne = printed.every(({ weight }) => weight.value <= ONE);
  const rows = printed.map((each): ConvertedScore => {
    const product = divideRounded(each.score.value * each.weight.value, ofOne ? ONE : HUNDRED);
    return { ...each, fits: magnitude(product - each.converted.value) <= each.converted.half };
  });
  const fitting = rows.filter(({ fits }) => fits).length;
  if (fitting < FEWEST || fitting < rows.length - 1) return null;
  // 折算得分 = 得分 × 权重 where the score is of the weight's points already: another slip, of the whole form.
  if (!rows.some(({ score, weight }) => score.value > weight.value)) return null;
  return { rows: new Map(rows.map((each) => [each.row, each])), whole: ofOne ? 1n : 100n };
});

const FEWEST = 2;
