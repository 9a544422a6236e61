import { totalLabel } from '../../lexicon/money-columns.ts';
import { cellOf, labelOf, type Table } from '../../table/table.ts';
import { headRole } from './money-heads.ts';

/** 执行（10） or 产出（50分） below 自评得分: points of a part, whatever its name says. */
export function isPartOfScore(table: Table, path: readonly number[]): boolean {
  const lowest = path.at(-1);
  if (lowest === undefined || !/\(\d+(?:\.\d+)?分?\)$/.test(labelOf(table, lowest).key)) return false;
  return path.slice(0, -1).some((i) => headRole(labelOf(table, i)) === 'score');
}

/** 决策 | 过程 | 合计 below 评价得分 over several columns, which say neither points nor anything else: names of parts, and their sum. */
export function isNamedPartOfScore(table: Table, path: readonly number[]): boolean {
  const lowest = path.at(-1);
  if (lowest === undefined || path.length < 2) return false;
  const label = labelOf(table, lowest);
  if (headRole(label) !== null && !totalLabel.test(label.key)) return false;
  return path
    .slice(0, -1)
    .some((i) => headRole(labelOf(table, i)) === 'score' && cellOf(table, i).columnSpan > 1);
}

/** Of a folded head: 决策(15分). */
export function holdsPoints(key: string): boolean {
  return /\(\d+(?:\.\d+)?分\)$/.test(key);
}
