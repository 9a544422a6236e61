import { entry } from '../remembered.ts';
import type { FilingDigest, SameUnit } from './digest.ts';
import type { Bearer, Bearers, Kin } from './set-index.ts';
import { namesPlace, supervisorsAgree } from './units.ts';

/**
 * Parts the filings of one unit's name by code and department, and finds which of these can be one unit: `isOneUnit` is asked of
 * those whose code or department may agree, never of all pairs.
 */
export function bearersOf(filings: readonly FilingDigest[], isOneUnit: SameUnit): Bearers {
  const parted = Map.groupBy(
    filings,
    ({ organisation, organisationCode: code, supervisor }) => `${organisation}|${code ?? '?'}|${supervisor}`,
  );
  const bearers = [...parted.values()].map((own): Bearer => ({ filings: own }));
  const byFiling = new Map(bearers.flatMap((bearer) => bearer.filings.map((filing) => [filing, bearer])));
  const byCode = codesOf(bearers);
  const everyone = supervisorsOf(bearers);
  const uncoded = supervisorsOf(bearers.filter((bearer) => sample(bearer).organisationCode === null));
  const known = new Map<Bearer, ReadonlySet<Bearer>>();
  const bearerOf = (filing: FilingDigest): Bearer => byFiling.get(filing)!;
  const kin: Kin = (filing) =>
    entry(known, bearerOf(filing), () => {
      const { organisationCode: code } = filing;
      // Two codes decide alone.
      const candidates = [
        ...(code === null ? [] : byCode(code)),
        ...(code === null ? everyone : uncoded)(filing),
      ];
      return new Set(candidates.filter((other) => isOneUnit(filing, sample(other))));
    });
  return { bearerOf, kin };
}

const sample = ({ filings }: Bearer): FilingDigest => filings[0]!;

/** Finds bearers of a code that starts with the given one, or that it starts with. */
function codesOf(bearers: readonly Bearer[]): (code: string) => Bearer[] {
  const exact = new Map<string, Bearer[]>();
  const longer = new Map<string, Bearer[]>();
  for (const bearer of bearers) {
    const code = sample(bearer).organisationCode;
    if (code === null) continue;
    entry(exact, code, (): Bearer[] => []).push(bearer);
    for (const start of starts(code)) entry(longer, start, (): Bearer[] => []).push(bearer);
  }
  return (code) => [
    ...(longer.get(code) ?? []),
    ...[...starts(code), code].flatMap((start) => exact.get(start) ?? []),
  ];
}

/** Finds bearers whose department may agree with that of a filing, or where one of the two has none. */
function supervisorsOf(bearers: readonly Bearer[]): (filing: FilingDigest) => readonly Bearer[] {
  const bySupervisor = Map.groupBy(bearers, (bearer) => sample(bearer).supervisor);
  const samples = [...bySupervisor.values()].map(([first]) => sample(first!));
  const unplaced = samples.filter(({ supervisor }) => !namesPlace(supervisor));
  const bySuffix = new Map<string, FilingDigest[]>();
  for (const one of samples) {
    if (!namesPlace(one.supervisor)) continue;
    for (const end of suffixes(one.supervisor)) entry(bySuffix, end, (): FilingDigest[] => []).push(one);
  }
  /** Names of two places agree only where one ends with the other. */
  const alike = (filing: FilingDigest): Set<string> => {
    const { supervisor } = filing;
    const near = namesPlace(supervisor)
      ? [
          ...unplaced.filter((other) => supervisorsAgree(filing, other) !== false),
          ...(bySuffix.get(supervisor) ?? []),
        ]
      : samples.filter((other) => supervisorsAgree(filing, other) !== false);
    return new Set(['', ...suffixes(supervisor), ...near.map((other) => other.supervisor)]);
  };
  return (filing) => {
    if (filing.supervisor === '' || namesPlace(filing.organisation)) return bearers;
    return [...alike(filing)].flatMap((supervisor) => bySupervisor.get(supervisor) ?? []);
  };
}

/** Longest code or name of a department, in characters, that is looked for by its parts: what fills a cell with more is no name. */
const longestName = 100;

/** What a code starts with, without the whole of it. */
const starts = (code: string): string[] =>
  code.length > longestName ? [] : Array.from({ length: code.length }, (_, end) => code.slice(0, end));

const suffixes = (text: string): string[] =>
  text.length > longestName ? [text] : Array.from({ length: text.length }, (_, start) => text.slice(start));
