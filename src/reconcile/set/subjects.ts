import { keptWith } from '../remembered.ts';
import type { FilingDigest } from './digest.ts';
import type { Bearers } from './set-index.ts';

/** Filings of one form and year that may be of the project of another, by its name or its code; of no project where that has none. */
export type Subjects = (
  of: FilingDigest,
  formType: string,
  year: number | null,
) => Generator<FilingDigest, void>;

/** Finds filings of one unit by form, year and project, so that no rule walks all that bear its name for each of its filings. */
export function subjectsOf(filings: readonly FilingDigest[], { bearerOf, kin }: Bearers): Subjects {
  const named = Map.groupBy(filings, ({ formType, year, project }) => `${formType}|${year}|${project}`);
  const coded = Map.groupBy(
    filings.filter(({ projectCode }) => projectCode !== null),
    ({ formType, year, projectCode }) => `${formType}|${year}|${projectCode}`,
  );
  const parted = keptWith((forms: FilingDigest[]) => Map.groupBy(forms, bearerOf));
  function* ofKin(of: FilingDigest, forms: FilingDigest[] | undefined): Generator<FilingDigest, void> {
    if (forms === undefined) return;
    const own = kin(of);
    const byBearer = parted(forms);
    // Whichever is fewer: one project of many units, or many projects of few.
    if (byBearer.size < own.size) {
      for (const [bearer, found] of byBearer) if (own.has(bearer)) yield* found;
    } else for (const bearer of own) yield* byBearer.get(bearer) ?? [];
  }
  return function* (of, formType, year) {
    yield* ofKin(of, named.get(`${formType}|${year}|${of.project}`));
    if (of.projectCode === null) return;
    for (const other of ofKin(of, coded.get(`${formType}|${year}|${of.projectCode}`)))
      if (other.project !== of.project) yield other;
  };
}

/** The only one that passes; null where none or several do. */
export function onlyOne<T>(found: Iterable<T>, test: (each: T) => boolean): T | null {
  let only: T | null = null;
  for (const each of found) {
    if (!test(each)) continue;
    if (only !== null) return null;
    only = each;
  }
  return only;
}
