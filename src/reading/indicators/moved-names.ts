import { foldLabel, isUnit, readOperator, readQuantity } from '../../values/index.ts';
import { levelOfName } from '../lexicon/levels.ts';
import type { Entry } from '../table/cells.ts';
import { isVoid } from '../table/label.ts';
import type { LevelNames } from './levels.ts';

/**
 * ≥1280盏, 26次, 10 or ≥ where the name belongs: the blanks in front of it were dropped, and all its cells moved. A unit may name an
 * indicator (床位), unless rows `moved` above it.
 */
export function isValue(names: LevelNames, target: Entry | null, moved: boolean): boolean {
  const { name, starts } = names;
  if (name === '' || !starts || standsBelowLevels(names, target)) return false;
  const { kind } = readQuantity(name);
  const isFigure = kind === 'number' || kind === 'range' || readOperator(name) !== null;
  return isFigure || (moved && isUnit(foldLabel(name), true));
}

/**
 * 成本指标 | 15万元 | 15万元, 受益老人 | 60岁以上 | 1.5万人: both levels stand in their own columns and a value behind the
 * name, so that no blank was dropped in front of it.
 */
function standsBelowLevels({ entries: [first, second, own] }: LevelNames, target: Entry | null): boolean {
  if (first === null || second === null || own === null || target === null) return false;
  const apart = new Set([first.cell, second.cell, own.cell, target.cell]).size === 4;
  const below = first.cell.rowSpan > 1 || levelOfName(second.key) !== null;
  return apart && below && second.starts && nameStarts.test(second.text) && !isVoid(target.key);
}

const nameStarts = /^\s*(?:[(（]?\d{1,2}[)）.、])?\s*\p{Script=Han}{2}/u;
