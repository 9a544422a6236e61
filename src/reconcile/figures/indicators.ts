import type { Indicator } from '../../../schemas/index.ts';
import { keptWith } from '../remembered.ts';

/** Neighbouring indicators that share a level: the rows of one merged cell. */
export interface LevelGroup {
  name: string;
  rows: readonly Indicator[];
  /** Groups of the next level inside it. */
  inner: readonly LevelGroup[];
}

/** Indicators by section, in reading order: where two terms stand side by side, their rows alternate. */
export const blocksOf = keptWith((indicators: readonly Indicator[]): readonly (readonly Indicator[])[] => {
  const [first, ...others] = new Set(indicators.map((row) => row.section));
  if (first === undefined) return [];
  if (others.length === 0) return [indicators];
  return [first, ...others].map((section) => indicators.filter((row) => row.section === section));
});

/** 一级指标 groups with their 二级指标 groups. */
export const levelsOf = keptWith((indicators: readonly Indicator[]): readonly LevelGroup[] => {
  const sameTop = (a: Indicator, b: Indicator): boolean =>
    a.section === b.section &&
    a.goal === b.goal &&
    a.level1 === b.level1 &&
    a.level1_weight === b.level1_weight;
  const same2 = (a: Indicator, b: Indicator): boolean =>
    a.level2 === b.level2 && a.level2_weight === b.level2_weight;
  return runs(blocksOf(indicators).flat(), sameTop).map((rows) => ({
    name: rows[0]?.level1 ?? '',
    rows,
    inner: runs(rows, same2).map((inner) => ({ name: inner[0]?.level2 ?? '', rows: inner, inner: [] })),
  }));
});

function runs(
  indicators: readonly Indicator[],
  same: (a: Indicator, b: Indicator) => boolean,
): Indicator[][] {
  const groups: Indicator[][] = [];
  for (const indicator of indicators) {
    const last = groups.at(-1);
    const previous = last?.at(-1);
    if (last !== undefined && previous !== undefined && same(previous, indicator)) last.push(indicator);
    else groups.push([indicator]);
  }
  return groups;
}

/** Points are printed for most rows: a table whose points are mostly blank does not add up to anything. */
export function mostlyFilled(filled: number, rows: number): boolean {
  return filled >= 2 && filled * 3 >= rows;
}
