import type { Indicator } from '../../../schemas/index.ts';
import { foldLabel } from '../../values/index.ts';
import { type Entry, locate, pointsOf } from '../table/cells.ts';
import type { LevelNames } from './levels.ts';
import { isSubtotalName } from './totals.ts';

/** 小计 or 合计 in the place of a level, and no name behind it: the points of the rows above. */
export function isSubtotal({ keys, name }: LevelNames): boolean {
  return name === '' ? keys.some(isSubtotalName) : isSubtotalName(foldLabel(name));
}

/**
 * 履职效能 | 小计 | | | 40 | 38: the points and the score of the level that it stands in are told to the rows of that level right above,
 * unless their own cells say them.
 */
export function addSubtotal(
  { keys, texts }: LevelNames,
  weight: Entry | null,
  score: Entry | null,
  above: readonly Indicator[],
): void {
  const at = keys.findIndex((key) => isSubtotalName(key));
  if (at !== 1 && at !== 2) return;
  const same = (row: Indicator): boolean => row.level1 === texts[0] && (at === 1 || row.level2 === texts[1]);
  const first = above.findLastIndex((row) => !same(row)) + 1;
  const field = at === 1 ? 'level1' : 'level2';
  const [points, marks] = [pointsOf(weight), pointsOf(score)];
  for (const row of above.slice(first)) {
    if (points !== null && row[`${field}_weight`] === null) {
      row[`${field}_weight`] = points;
      locate(row.source, `${field}_weight`, weight);
    }
    if (marks !== null && row[`${field}_score`] === undefined) {
      row[`${field}_score`] = marks;
      locate(row.source, `${field}_score`, score);
    }
  }
}
