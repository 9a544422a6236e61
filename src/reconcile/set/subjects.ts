import type { FilingDigest } from './digest.ts';

/** Filings of one form and year that may be of the project of another, by its name or its code; of no project where that has none. */
export type Subjects = (
  of: FilingDigest,
  formType: string,
  year: number | null,
) => Generator<FilingDigest, void>;

/** Finds filings of a unit by form, year and project, so that no rule walks all of a unit for each of its filings. */
export function subjectsOf(filings: readonly FilingDigest[]): Subjects {
  const named = Map.groupBy(filings, ({ formType, year, project }) => `${formType}|${year}|${project}`);
  const coded = Map.groupBy(
    filings.filter(({ projectCode }) => projectCode !== null),
    ({ formType, year, projectCode }) => `${formType}|${year}|${projectCode}`,
  );
  return function* (of, formType, year) {
    yield* named.get(`${formType}|${year}|${of.project}`) ?? [];
    if (of.projectCode === null) return;
    for (const other of coded.get(`${formType}|${year}|${of.projectCode}`) ?? [])
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
