import { entry, keptWith } from '../remembered.ts';
import type { Family, FilingDigest } from './digest.ts';
import { bearersOf } from './kin.ts';
import { isAlike } from './names.ts';
import { unpackPlace } from './place.ts';
import type { Bearer, Bearers, SetIndex } from './set-index.ts';
import type { Report } from './statement.ts';
import { twinsOf } from './twins.ts';
import { namesPlace, unitsApart } from './units.ts';

export function setIndex(all: readonly FilingDigest[], reports: readonly Report[] = []): SetIndex {
  const { filings, twins } = twinsOf(all);
  const [byCode, inFull] = [namesByCode(filings), namesInFull(filings)];
  const placed = placedNames(filings);
  const unitOf = (filing: FilingDigest): string =>
    byCode.get(filing) ?? inFull.get(filing) ?? placed.get(filing.organisation) ?? filing.organisation;
  const isOneUnit = unitsApart(filings);
  const units = groups(filings, (filing) => (filing.organisation === '' ? null : unitOf(filing)));
  for (const group of units.values()) group.sort((a, b) => (a.year ?? 0) - (b.year ?? 0));
  const known = new Map<string, Bearers>();
  const bearers = (unit: string): Bearers =>
    entry(known, unit, () => bearersOf(units.get(unit) ?? [], isOneUnit));
  return {
    filings,
    reports,
    twins,
    units,
    bearers,
    ofUnit: filingsOfUnits(filings, (filing) =>
      filing.organisation === '' ? null : bearers(unitOf(filing)),
    ),
    isOneUnit,
    projects: groups(filings, ({ project, year }) => (project === '' ? null : `${project}|${year ?? ''}`)),
    codes: groups(filings, ({ projectCode }) => projectCode),
    supervised: groups(filings, ({ supervisor, year }) =>
      supervisor === '' ? null : `${supervisor}|${year ?? ''}`,
    ),
    evidence: ({ documentId, sheets }, role, text, value, place) => ({
      role,
      text,
      value,
      source: unpackPlace(place, sheets),
      document_id: documentId,
    }),
  };
}

/** In the order of the set; found once for all filings of a unit that ask. */
function filingsOfUnits(
  filings: readonly FilingDigest[],
  bearersFor: (filing: FilingDigest) => Bearers | null,
): SetIndex['ofUnit'] {
  const places = new Map(filings.map((filing, place) => [filing, place]));
  const keyOf = (year: number | null, family: Family): string => `${year ?? ''}|${family}`;
  const byFamily = keptWith((bearer: Bearer) =>
    Map.groupBy(bearer.filings, ({ year, family }) => keyOf(year, family)),
  );
  const found = keptWith((_: Bearer) => new Map<string, readonly FilingDigest[]>());
  return (filing, family) => {
    const bearers = bearersFor(filing);
    if (bearers === null) return [];
    const key = keyOf(filing.year, family);
    return entry(found(bearers.bearerOf(filing)), key, () =>
      [...bearers.kin(filing)]
        .flatMap((bearer) => byFamily(bearer).get(key) ?? [])
        .sort((a, b) => places.get(a)! - places.get(b)!),
    );
  };
}

function groups(
  filings: readonly FilingDigest[],
  keyOf: (filing: FilingDigest) => string | null,
): Map<string, FilingDigest[]> {
  const made = new Map<string, FilingDigest[]>();
  for (const filing of filings) {
    const key = keyOf(filing);
    if (key === null) continue;
    const group = made.get(key);
    if (group === undefined) made.set(key, [filing]);
    else group.push(filing);
  }
  return made;
}

/** One name for the filings of one code whose names are alike: codes repeat between provinces, so a code alone joins nothing. */
function namesByCode(filings: readonly FilingDigest[]): Map<FilingDigest, string> {
  const names = new Map<FilingDigest, string>();
  const firsts = new Map<string, string[]>();
  for (const filing of filings) {
    if (filing.organisationCode === null || filing.organisation === '') continue;
    const known = firsts.get(filing.organisationCode) ?? [];
    const first = known.find((name) => name === filing.organisation || isAlike(name, filing.organisation));
    if (first === undefined) firsts.set(filing.organisationCode, [...known, filing.organisation]);
    else if (first !== filing.organisation) names.set(filing, first);
  }
  return names;
}

/** Fewest characters that tell one unit of a department from its others. */
const SHORTEST_NAME = 4;

/** 县公路站 and 云门县交通局公路站, both under 云门县交通局, where no other unit of that department ends so. */
function namesInFull(filings: readonly FilingDigest[]): Map<FilingDigest, string> {
  const names = new Map<FilingDigest, string>();
  const placed = filings.filter(
    ({ organisation, supervisor }) => organisation !== '' && namesPlace(supervisor),
  );
  for (const group of Map.groupBy(placed, ({ supervisor }) => supervisor).values()) {
    const byName = Map.groupBy(group, ({ organisation }) => organisation);
    const inFull = [...byName.keys()].filter(namesPlace);
    if (inFull.length === byName.size || inFull.length > MOST_UNITS) continue;
    for (const [short, own] of byName) {
      const bare = short.replace(/^[省市州盟县区旗镇乡]/, '');
      if (namesPlace(short) || bare.length < SHORTEST_NAME) continue;
      const [full, ...others] = inFull.filter((name) => name.endsWith(bare));
      if (full !== undefined && others.length === 0) for (const filing of own) names.set(filing, full);
    }
  }
  return names;
}

/** Units under one department: more bear one department's name in an archive of many places, and each would be held against each. */
const MOST_UNITS = 500;

/** 青杨县水务局 under the name 江渚市青杨县水务局, and 青杨水务局 under 青杨县水务局, where the set has one such name alone. */
function placedNames(filings: readonly FilingDigest[]): Map<string, string> {
  const names = new Set(filings.map(({ organisation }) => organisation).filter(namesPlace));
  const fuller = new Map<string, Set<string>>();
  for (const name of names)
    for (const short of shorterNames(name)) entry(fuller, short, () => new Set<string>()).add(name);
  const found = new Map<string, string>();
  for (const { organisation } of filings) {
    const [full, ...others] = fuller.get(organisation) ?? [];
    if (full !== undefined && others.length === 0) found.set(organisation, full);
  }
  return found;
}

/** A name without the city or province before its county or the county before its township, and without the word that says what its place is. */
function shorterNames(name: string): string[] {
  const [, above, rest] =
    /^(.{2,9}?[省市州盟])(.{2,9}?[市县区旗].+)$/.exec(name) ??
    /^(.{2,9}?[市县区旗])(.{2,6}?(?:[镇乡]|街道).+)$/.exec(name) ??
    [];
  const [, place, behind] = /^(.{2,4}?)[市县区旗镇乡](.{3,})$/.exec(name) ?? [];
  return [
    ...(above === undefined ? [] : [rest!]),
    ...(place === undefined || namesPlace(behind!) ? [] : [`${place}${behind}`]),
  ];
}
