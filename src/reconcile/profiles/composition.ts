import type { Amount } from '../../../schemas/index.ts';
import { normalised } from '../keys.ts';
import { entry, keptWith } from '../remembered.ts';
import type { Composition, Profile } from './profile.ts';

/** A whole that the profile knows by its name, with the figures that are its parts. */
export interface Composed {
  composition: Composition;
  parts: Amount[];
}

const names = new WeakMap<readonly string[], ReadonlySet<string>>();

/** Whether a figure has one of the names; 编制人数（人） is 编制人数. */
export function isNamed(item: string, among: readonly string[]): boolean {
  let set = names.get(among);
  if (set === undefined) {
    set = new Set(among.map(normalised));
    names.set(among, set);
  }
  const name = normalised(item);
  return set.has(/（[人名]）$/.test(name) ? name.slice(0, -3) : name);
}

/** Compositions of a profile by each name of their wholes, in its order. */
const byWhole = keptWith((profile: Profile): ReadonlyMap<string, readonly Composition[]> => {
  const named = new Map<string, Composition[]>();
  for (const composition of profile.compositions) {
    for (const name of new Set(composition.whole.map(normalised)))
      entry(named, name, (): Composition[] => []).push(composition);
  }
  return named;
});

/** The composition by which `whole` is made up of some of `candidates`; null where the profile knows none. */
export function compositionOf(
  profile: Profile,
  whole: Amount,
  candidates: readonly Amount[],
): Composed | null {
  for (const composition of byWhole(profile).get(normalised(whole.item)) ?? []) {
    const parts = candidates.filter((part) => composition.parts.some((part_) => isNamed(part.item, part_)));
    if (parts.length > 0) return { composition, parts };
  }
  return null;
}

/** Whether figures are what makes up another whole than the one that they stand under: 人员经费 and 公用经费 are 基本支出, and not all of 支出合计. */
export function makesUpAnother(profile: Profile, whole: Amount, parts: readonly Amount[]): boolean {
  const isIn = ({ item }: Amount, names: Composition['parts']): boolean =>
    names.some((among) => isNamed(item, among));
  return profile.compositions.some(
    (composition) =>
      parts.every((part) => isIn(part, composition.parts)) && !isNamed(whole.item, composition.whole),
  );
}
