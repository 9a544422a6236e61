import type { Composition } from '../profiles/profile.ts';
import { keptWith } from '../remembered.ts';
import { conceptOf, stem } from './concept.ts';

/** Stems of the names that a norm gives to one thing. */
export const stemsOf = keptWith(
  (names: readonly string[]): ReadonlySet<string> =>
    new Set(names.map((name) => stem(conceptOf(name)?.name ?? ''))),
);

/**
 * What is found of every part of a composition, one list for each; null where one is missing. A part may be told by parts of its
 * own (人员经费 and 公用经费 for 基本支出), by some of them where both compositions are of one rule: 公务用车 may run and none be bought.
 */
export function partsByNorm<T>(
  compositions: readonly Composition[],
  { rule, parts }: Composition,
  find: (names: readonly string[]) => readonly T[],
): (readonly T[])[] | null {
  const found: (readonly T[])[] = [];
  for (const names of parts) {
    const direct = find(names);
    if (direct.length > 0) {
      found.push(direct);
      continue;
    }
    const inner = compositions.find(({ whole }) => whole.some((name) => names.includes(name)));
    const nested = inner?.parts.map(find).filter((part) => part.length > 0) ?? [];
    if (!inner || nested.length === 0) return null;
    if (nested.length < inner.parts.length && inner.rule !== rule) return null;
    found.push(...nested);
  }
  return found;
}
