import type { MoneyRegion } from '../form.ts';
import { levelOfName } from '../lexicon/levels.ts';
import { fieldRole, indicatorRole } from '../table/label.ts';
import { labelAt, labelOf } from '../table/table.ts';

export const allIndicators = /^(?:年度)?绩效(?:指标|目标)$/;

/** 绩效指标 over 开工率（%） | 居民满意度（%） with a value in every row: the heads are the names. */
export function isOfIndicators(region: MoneyRegion, column: number, path: readonly number[]): boolean {
  const { end, first, headerTable, table } = region;
  const last = path.at(-1);
  const group = path.slice(0, -1).some((i) => allIndicators.test(labelOf(headerTable, i).key));
  if (last === undefined) return false;
  const asked = fieldRole(labelOf(headerTable, last));
  const levelled = path.some((i) => levelOfName(labelOf(headerTable, i).key) !== null);
  const aims = !levelled && (asked === null || asked === 'execution_rate') && holdsBounds(region, column);
  if (!(group || aims) || indicatorRole(labelOf(headerTable, last)) !== null) return false;
  if (levelOfName(labelOf(headerTable, last).key) !== null) return false;
  for (let row = first; row < end; row++) {
    const label = labelAt(table, row, column);
    if (!label.void && !label.figure && !value.test(label.key)) return false;
  }
  return true;
}

/** 群众满意度（%） over ≥90 in every row, in a list of projects or places: what is aimed at; money has no bounds. */
export function holdsBounds({ end, first, table }: MoneyRegion, column: number): boolean {
  let bounds = 0;
  for (let row = first; row < end; row++) {
    const { key, void: empty } = labelAt(table, row, column);
    if (empty) continue;
    if (!bounded.test(key)) return false;
    bounds++;
  }
  return bounds > 1;
}

export const bounded = /^[≥≤≧≦＞＜><]=?\d[\d.,]*[^\d\s]{0,4}$/;

export const value = /^[≥≤≧≦＞＜=><]?\s*\d[\d.,]*\s*[^\d\s]{0,4}$/;
