import type { Indicator } from '../../../schemas/index.ts';
import { divideDown, divideUp, type Exact, exact, halfUnit, ONE, placesOf } from '../facts/exact.ts';
import { keptWith } from '../remembered.ts';
import type { FilingContext } from '../rule.ts';
import { type Achievement, achievementsOf, type Degree, degreeOf } from './achievement.ts';

/** A scored indicator of its own: points and score are for it alone. */
export interface Scored {
  row: Indicator;
  weight: Exact;
  score: Exact;
  achievement: Achievement | null;
}

/** Rows with points and a score. A cell of points shared by several indicators scores them together and is left out. */
export function scoredRows({ indicators }: FilingContext): readonly Scored[] {
  return scoredOf(indicators);
}

const scoredOf = keptWith((indicators: readonly Indicator[]): readonly Scored[] => {
  const achievements = achievementsOf(indicators);
  return indicators.flatMap((row, i): Scored[] => {
    if (row.weight === null || row.score === null || row.weight <= 0) return [];
    if (isShared(row, indicators[i + 1])) return [];
    return [{ row, weight: exact(row.weight), score: exact(row.score), achievement: achievements[i]! }];
  });
});

/** Whether the points of a row stand for the next one too: merged cells leave the later rows without. */
export function isShared(row: Indicator, next: Indicator | undefined): boolean {
  return next !== undefined && next.section === row.section && next.weight === null && next.score === null;
}

/** Half of the last place that the scores of a form are printed to. */
export function halfScore(indicators: readonly Indicator[]): Exact {
  return halfUnit(Math.max(0, ...indicators.map((row) => placesOf(String(row.score ?? 0)))));
}

/** Points in proportion to the degree of fulfilment, over what the print leaves open; null where there is no such proportion. */
export function proRata(weight: Exact, achievement: Achievement): Degree | null {
  const degree = degreeOf(achievement);
  if (degree === null) return null;
  return {
    low: divideDown(weight * degree.low, ONE),
    high: divideUp(weight * degree.high, ONE),
    exact: divideDown(weight * degree.exact, ONE),
  };
}
