import { isUnit } from '../../values/index.ts';
import { normalised } from '../keys.ts';
import type { FilingDigest, SetIndicator } from './digest.ts';
import { indicatorsByKey } from './years.ts';

/** One indicator as it was approved and as it was judged. */
export interface IndicatorPair {
  before: SetIndicator;
  after: SetIndicator;
}

export interface IndicatorPairs {
  rows: IndicatorPair[];
  /** Approved, and nowhere in the other form. */
  gone: SetIndicator[];
  /** In the other form only. */
  added: SetIndicator[];
}

/**
 * Pairs the indicators of two forms by level and name, and what is left by a name that stands once in each: one form has 成本
 * under 产出 and the other as a level of its own, or tells the unit behind the name.
 */
export function indicatorPairs(planned: FilingDigest, evaluated: FilingDigest): IndicatorPairs {
  const before = indicatorsByKey(planned);
  const after = indicatorsByKey(evaluated);
  const rows: IndicatorPair[] = [];
  for (const [key, row] of before) {
    const other = after.get(key);
    if (other !== undefined) rows.push({ before: row, after: other });
  }
  const left = [...before.values()].filter(({ key }) => !after.has(key));
  const added = [...after.values()].filter(({ key }) => !before.has(key));
  const others = byName(added);
  const met = new Set<SetIndicator>();
  for (const [name, row] of byName(left)) {
    const other = others.get(name);
    if (row === null || other == null) continue;
    rows.push({ before: row, after: other });
    met.add(row).add(other);
  }
  const isLeft = (row: SetIndicator): boolean => !met.has(row);
  return { rows, gone: left.filter(isLeft), added: added.filter(isLeft) };
}

/** Rows by their name; null where several bear it. */
function byName(rows: readonly SetIndicator[]): Map<string, SetIndicator | null> {
  const named = new Map<string, SetIndicator | null>();
  for (const row of rows) {
    const name = bareName(row.name);
    named.set(name, named.has(name) ? null : row);
  }
  return named;
}

/** 保洁长度（公里） → 保洁长度. */
function bareName(name: string): string {
  const text = normalised(name);
  const [, bare, behind] = /^(.+)（([^（）]{1,8})）$/.exec(text) ?? [];
  return bare !== undefined && isUnit(behind!) ? bare : text;
}
