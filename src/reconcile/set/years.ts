import type { FilingDigest, SetAmount, SetIndicator } from './digest.ts';
import { isAlike } from './names.ts';
import type { SetIndex } from './set-index.ts';
import { onlyOne, subjectsOf } from './subjects.ts';

/** A form and that of the year before: of the same unit, kind and project. */
export interface YearPair {
  current: FilingDigest;
  last: FilingDigest;
  /** The last one is the self-evaluation of what the current one plans anew. */
  evaluated: boolean;
}

const CACHE = new WeakMap<SetIndex, readonly YearPair[]>();

/** Pairs of forms one year apart; where several could be meant there is none. */
export function yearPairs(index: SetIndex): readonly YearPair[] {
  const kept = CACHE.get(index);
  if (kept !== undefined) return kept;
  const pairs: YearPair[] = [];
  for (const [unit, group] of index.units) {
    const subjects = subjectsOf(group, index.bearers(unit));
    const before = (
      current: FilingDigest,
      formType: string,
      isWanted: (other: FilingDigest) => boolean,
    ): FilingDigest | null =>
      onlyOne(
        subjects(current, formType, current.year! - 1),
        (other) => isWanted(other) && sameSubject(current, other),
      );
    for (const current of group) {
      if (current.year === null) continue;
      const last = before(current, current.formType, ({ family }) => family === current.family);
      if (last !== null) pairs.push({ current, last, evaluated: false });
      if (current.family !== 'targets') continue;
      const wanted = current.formType.replace('targets', 'self_evaluation');
      const evaluation = before(current, wanted, ({ family }) => family === 'evaluation');
      if (evaluation !== null) pairs.push({ current, last: evaluation, evaluated: true });
    }
  }
  CACHE.set(index, pairs);
  return pairs;
}

/** One project, one department; a table of money has the title of last year's but for the year. */
function sameSubject(a: FilingDigest, b: FilingDigest): boolean {
  // A department with its units, and the department alone.
  if (a.project === '' && b.project === '' && a.isOwn !== b.isOwn) return false;
  if (a.projectCode !== null && a.projectCode === b.projectCode) return true;
  if (a.project !== '' || b.project !== '') return a.project === b.project;
  if (a.family !== 'money' && a.family !== 'other') return true;
  const bare = (title: string | null): string => (title ?? '').replace(/[\d\s（）()]|年度?/g, '');
  return bare(a.title) === bare(b.title);
}

/** The only figure of that key, measure and year; null where there is none or several differ. */
export function amountOf(
  filing: Pick<FilingDigest, 'amounts'>,
  test: (amount: SetAmount) => boolean,
): SetAmount | null {
  const found = filing.amounts.filter(test);
  const [first] = found;
  if (first === undefined) return null;
  return found.every(({ value, unit }) => value === first.value && unit === first.unit) ? first : null;
}

/** The total that a form funds its project or department with. */
export function fundingOf(filing: FilingDigest, ...measures: SetAmount['measure'][]): SetAmount | null {
  for (const measure of measures) {
    const found = amountOf(
      filing,
      (amount) =>
        amount.section === 'funding' && amount.measure === measure && amount.isTop && amount.fund === null,
    );
    if (found !== null) return found;
  }
  return null;
}

/** Indicators of one year by name; those whose name stands twice are left out. */
export function indicatorsByKey(filing: FilingDigest): Map<string, SetIndicator> {
  const rows = filing.indicators.filter(({ section, name }) => section !== 'long_term' && name !== '');
  const byKey = new Map<string, SetIndicator>();
  const twice = new Set<string>();
  for (const row of rows) {
    if (byKey.has(row.key)) twice.add(row.key);
    byKey.set(row.key, row);
  }
  for (const key of twice) byKey.delete(key);
  return byKey;
}

/** The indicator of another form that a renamed one may be. */
export function renamed(row: SetIndicator, among: Iterable<SetIndicator>): SetIndicator | null {
  for (const other of among) if (other.name !== row.name && isAlike(row.name, other.name)) return other;
  return null;
}
