import { foldLabel } from '../../values/index.ts';
import type { IndicatorRegion } from '../form.ts';
import { levelOfName } from '../lexicon/levels.ts';
import type { Entry } from '../table/cells.ts';
import { isVoid } from '../table/label.ts';
import { cellAt, labelAt } from '../table/table.ts';
import type { Half } from './columns/indicator-halves.ts';
import type { LevelNames } from './levels.ts';

const ofGroup = /^[一二三四五六七八九十]{1,3}[、.]?$/;
const ofIndicator = /^\(?\d{1,3}\)?[、.]?$/;

/**
 * Rows that a column of ordinals sets above the others: 一 | 项目决策 | 20 over 1 | 立项规范 | 10. They name a level, and their points
 * are those of the rows below. None where the first row is no group, or one kind of ordinals is missing.
 */
export function numberedGroups({ end, first, header, table }: IndicatorRegion): ReadonlySet<number> {
  const groups = new Set<number>();
  const column = header.columns.find(({ role }) => role === 'ordinal')?.first;
  if (column === undefined) return groups;
  let numbered = 0;
  for (let row = first; row < end; row++) {
    if (cellAt(table, row, column).row !== row) continue;
    const { key } = labelAt(table, row, column);
    if (ofGroup.test(key)) groups.add(row);
    else if (!ofIndicator.test(key)) continue;
    else if (groups.size === 0) return groups;
    else numbered++;
  }
  return numbered > groups.size ? groups : new Set();
}

/** 投入指标 | 20 or 一、预算编制（10分） in the column of the names, no value beside it: the rows below are its indicators. */
export function headsGroup(
  half: Half,
  { entries, name, points }: LevelNames,
  values: readonly (Entry | null)[],
  marks: readonly (Entry | null)[],
): boolean {
  const [first, second, third] = half.levels;
  const empty = (entry: Entry | null): boolean => isVoid(entry?.key ?? '');
  if (first !== null || second !== null || third === null || !values.every(empty)) return false;
  if (half.spans.has('target') && levelOfName(foldLabel(name)) === 1) return true;
  const marked = /^[一二三四五六七八九十]{1,3}、/.test(entries[2]?.key ?? '');
  return marked && points[2] !== null && marks.every(empty);
}
