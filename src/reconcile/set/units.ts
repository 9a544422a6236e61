import { entry, remembered } from '../remembered.ts';
import type { FilingDigest, SameUnit } from './digest.ts';
import { isAbbreviated, isAlike } from './names.ts';

/** 图书馆 without its county is the name of many. */
const NAMES_PLACE = /..[省市州盟县区旗镇乡]/;

export const namesPlace = remembered((organisation): boolean => NAMES_PLACE.test(organisation));

/**
 * Names without a place are of one unit unless codes or the departments above them differ; where they do somewhere in the set, or
 * units of two places bear that name in full, only what has an equal code or department is of one; below one department that has both,
 * only what has an equal code.
 */
export function unitsApart(filings: readonly FilingDigest[]): SameUnit {
  const shared = sharedNames(filings);
  const mayBeTwo = namesakesBelow(filings);
  const isShared = ({ organisation }: FilingDigest): boolean =>
    shared.has(organisation) || shared.has(withoutPlace(organisation));
  return (a, b) => {
    const byCode = codesAgree(a, b);
    if (byCode !== null) return byCode;
    if (namesPlace(a.organisation) && namesPlace(b.organisation)) return true;
    if (mayBeTwo(a, b)) return false;
    const bySupervisor = supervisorsAgree(a, b);
    if (bySupervisor !== null) return bySupervisor;
    return !isShared(a) && !isShared(b);
  };
}

/** Whether a name without a place is of two units in two filings, by their codes or by the departments above them. */
export function areNamesakes(a: FilingDigest, b: FilingDigest): boolean {
  if (namesPlace(a.organisation) && namesPlace(b.organisation)) return false;
  return (codesAgree(a, b) ?? supervisorsAgree(a, b)) === false;
}

/**
 * Whether a name without a place may be of two units, though one department is above both: 文化站, where the set has 甲水镇文化站 and
 * 乙山镇文化站 below that department, and no code says which one is meant.
 */
export function namesakesBelow(filings: readonly FilingDigest[]): SameUnit {
  const shared = new Set<string>();
  const firsts = new Map<string, string>();
  for (const { organisation, supervisor } of filings) {
    if (supervisor === '' || !namesPlace(organisation)) continue;
    const key = `${supervisor}|${withoutPlace(organisation)}`;
    if (entry(firsts, key, () => organisation) !== organisation) shared.add(key);
  }
  return (a, b) =>
    a.organisation === b.organisation &&
    a.supervisor === b.supervisor &&
    shared.has(`${a.supervisor}|${a.organisation}`) &&
    codesAgree(a, b) !== true;
}

/** Names without a place that are of two units in this set. */
function sharedNames(filings: readonly FilingDigest[]): Set<string> {
  const shared = new Set<string>();
  const firsts = new Map<string, { code: FilingDigest | null; supervisor: FilingDigest | null }>();
  const places = new Map<string, string>();
  for (const filing of filings) {
    const { organisation } = filing;
    if (organisation === '' || shared.has(organisation)) continue;
    if (namesPlace(organisation)) {
      const bare = withoutPlace(organisation);
      if (entry(places, bare, () => organisation) !== organisation) shared.add(bare);
      continue;
    }
    const known = entry(firsts, organisation, () => ({ code: null, supervisor: null }));
    if (filing.organisationCode !== null) known.code ??= filing;
    if (filing.supervisor !== '') known.supervisor ??= filing;
    const { code, supervisor } = known;
    const apart =
      (code !== null && codesAgree(code, filing) === false) ||
      (supervisor !== null && supervisorsAgree(supervisor, filing) === false);
    if (apart) shared.add(organisation);
  }
  return shared;
}

/** Whether two names are alike but for the place: 青禾县图书馆, 白鹭县图书馆. */
export function ofTwoPlaces(a: string, b: string): boolean {
  return a !== b && namesPlace(a) && namesPlace(b) && withoutPlace(a) === withoutPlace(b);
}

/** 图书馆 of 青禾县图书馆, and of 县图书馆. */
const withoutPlace = remembered((organisation): string =>
  organisation.replace(/^.{2,}?[省市州盟县区旗镇乡]|^[省市州盟县区旗镇乡]/, ''),
);

/** 203 and 203001 are a department and its first unit; null where one has no code. */
function codesAgree(a: FilingDigest, b: FilingDigest): boolean | null {
  const [one, other] = [a.organisationCode, b.organisationCode];
  if (one === null || other === null) return null;
  return one.startsWith(other) || other.startsWith(one);
}

/** Whether the departments above two filings can be one; null where one of them has none. */
export function supervisorsAgree(
  { supervisor: a }: FilingDigest,
  { supervisor: b }: FilingDigest,
): boolean | null {
  if (a === '' || b === '') return null;
  if (a === b || isAbbreviated(a, b)) return true;
  // 青禾县民政局 and 白鹭县民政局 are alike, and two.
  return namesPlace(a) && namesPlace(b) ? false : isAlike(a, b);
}
