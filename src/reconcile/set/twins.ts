import { crc32 } from 'node:zlib';
import { placesOf } from '../facts/exact.ts';
import { moneySize } from '../facts/units.ts';
import { normalised } from '../keys.ts';
import { entry } from '../remembered.ts';
import { comparable, figureOf, isSame, sized } from './compare.ts';
import type { FilingDigest, SameUnit, SetAmount, SetFigure, SetIndicator } from './digest.ts';
import { isAlike, maySameName } from './names.ts';
import type { Twins } from './set-index.ts';
import { areNamesakes, namesakesBelow, ofTwoPlaces } from './units.ts';

/** Above this share of equal figures two forms of one name are one filing; below, two filings. */
const SAME_CONTENT = 0.5;
/** A content of fewer figures is met by chance. */
const FEWEST_FIGURES = 5;
/** Forms of one key that a filing is compared with: a key that hundreds share tells nothing. */
const MOST_COMPARED = 20;
const TRUST: Readonly<Record<FilingDigest['medium'], number>> = { sheet: 0, table: 1, page: 2 };

/**
 * Parts filings from their copies. Two of one key (form, unit, year, project) in two documents are one filing where most of
 * their figures agree; so are two of like names with exactly the same figures, of which one was read from a picture.
 */
export function twinsOf(all: readonly FilingDigest[]): { filings: FilingDigest[]; twins: Twins[] } {
  const groups = new Map<string, FilingDigest[]>();
  for (const filing of all) {
    for (const key of keysOf(filing)) {
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [filing]);
      else group.push(filing);
    }
  }
  const heads = new Map<FilingDigest, FilingDigest>();
  const mayBeTwo = namesakesBelow(all);
  for (const group of groups.values()) if (group.length > 1) join(group, heads, mayBeTwo);
  const others = new Map<FilingDigest, FilingDigest[]>();
  for (const [copy, kept] of heads) {
    if (copy === kept) continue;
    entry(others, kept, (): FilingDigest[] => []).push(copy);
  }
  return {
    filings: all.filter((filing) => (heads.get(filing) ?? filing) === filing),
    twins: [...others].map(([kept, copies]) => ({ kept, others: copies })),
  };
}

function keysOf(filing: FilingDigest): string[] {
  const values = valuesOf(filing);
  // Forms of one key are compared figure by figure: a sum that two contents share by chance costs a comparison, and says nothing.
  const content = crc32(values.join('|'));
  const form = `${filing.formType}|${filing.family}`;
  const keys = values.length < FEWEST_FIGURES ? [] : [`content|${form}|${values.length}|${content}`];
  if (filing.projectCode !== null) keys.push(`code|${form}|${filing.projectCode}|${filing.year}`);
  // A form without a unit is told by its figures alone.
  if (filing.organisation === '') return keys;
  const subject = filing.project === '' ? [] : [`subject|${form}|${filing.organisation}|${filing.project}`];
  return [`name|${filing.family}|${filing.key}`, ...subject, ...keys];
}

function join(
  group: readonly FilingDigest[],
  heads: Map<FilingDigest, FilingDigest>,
  mayBeTwo: SameUnit,
): void {
  const kept: FilingDigest[] = [];
  for (const filing of group.toSorted(byTrust)) {
    const settled = heads.get(filing);
    if (settled !== undefined && settled !== filing) continue;
    const head = kept
      .slice(-MOST_COMPARED)
      .find((other) => other.documentId !== filing.documentId && isOne(other, filing, mayBeTwo));
    if (head === undefined) kept.push(filing);
    else {
      const top = heads.get(head) ?? head;
      if (top !== filing) {
        heads.set(head, top);
        heads.set(filing, top);
      }
    }
  }
}

function byTrust(a: FilingDigest, b: FilingDigest): number {
  return (
    b.revision - a.revision ||
    b.confidence - a.confidence ||
    TRUST[a.medium] - TRUST[b.medium] ||
    (a.documentId < b.documentId ? -1 : a.documentId > b.documentId ? 1 : a.ordinal - b.ordinal)
  );
}

function isOne(a: FilingDigest, b: FilingDigest, mayBeTwo: SameUnit): boolean {
  // A picture may have lost the year, digital text has not.
  const lost = (a.year === null || b.year === null) && Math.min(a.confidence, b.confidence) < 1;
  if ((a.year !== b.year && !lost) || a.isAdjusted !== b.isAdjusted) return false;
  const digital = a.confidence === 1 && b.confidence === 1;
  const sameUnit =
    a.organisation === b.organisation ||
    a.organisation === '' ||
    b.organisation === '' ||
    (isAlike(a.organisation, b.organisation) && !(digital && ofTwoPlaces(a.organisation, b.organisation)));
  if (digital && (areNamesakes(a, b) || haveTwoTitles(a, b) || wereAdjustedTwice(a, b))) return false;
  // Digital names that are only alike are of two projects that were planned by one template.
  const sameProject =
    a.project === '' || b.project === '' || (digital ? maySameName : isAlike)(a.project, b.project);
  // What is watched twice a year differs in what was spent and reached since; of units that may be two only what is equal is a copy.
  const whole = a.family === 'monitoring' || (digital && mayBeTwo(a, b));
  const least = whole ? 1 : SAME_CONTENT;
  return sameUnit && sameProject && sharedFigures(a, b) >= least;
}

/** 旱厕改造绩效评价评分表, 堤防加固绩效评价评分表: of two projects, which nothing but the title names. */
function haveTwoTitles(a: FilingDigest, b: FilingDigest): boolean {
  if (a.formType !== 'scoring_framework' || a.project !== '' || b.project !== '') return false;
  const [one, other] = [normalised(a.title), normalised(b.title)];
  return !one.includes(other) && !other.includes(one);
}

/** 绩效目标调整表, 绩效目标第二次调整表: the second is no copy of the first. */
const wereAdjustedTwice = (a: FilingDigest, b: FilingDigest): boolean =>
  a.isAdjusted && b.isAdjusted && normalised(a.title) !== normalised(b.title);

/** Share of figures, of the form that has more of them, that the other prints too; 1 where both have none. */
function sharedFigures(a: FilingDigest, b: FilingDigest): number {
  const left = placedFigures(a);
  const right = placedFigures(b);
  const most = Math.max(left.size, right.size);
  if (most === 0) return a.key === b.key && a.title === b.title ? 1 : 0;
  let shared = 0;
  for (const [key, figure] of left) {
    const other = right.get(key);
    if (other !== undefined && isOneFigure(figure, other)) shared += 1;
  }
  return shared / most;
}

/** The same print, or money that one copy tells in 元 or in fewer places. */
export function isOneFigure(a: SetFigure, b: SetFigure): boolean {
  if (a.value === b.value && a.unit === b.unit) return true;
  if (a.unit === b.unit && placesOf(a.raw) === placesOf(b.raw)) return false;
  return moneySize(a.unit) !== null && comparable(a.unit, b.unit) && isSame(sized(a), sized(b));
}

const told = ({ value, unit }: SetFigure): string => `${value}${unit ?? ''}`;

/** The same without what they are: every filing of a set is asked for these, few for more. */
function valuesOf(filing: FilingDigest): string[] {
  const values: string[] = [];
  const take = (figure: SetFigure) => void values.push(told(figure));
  eachFigure(filing, { amount: take, indicator: take });
  return values;
}

export interface PlacedFigure extends SetFigure {
  label: string;
  isMoney: boolean;
}

/** The same with place and name. */
export function placedFigures(filing: FilingDigest): Map<string, PlacedFigure> {
  const figures = new Map<string, PlacedFigure>();
  const add = (
    key: string,
    { value, raw, unit, place }: SetFigure,
    label: string,
    isMoney: boolean,
  ): void => {
    let own = key;
    for (let count = 2; figures.has(own); count++) own = `${key}#${count}`;
    figures.set(own, { value, raw, unit, place, label, isMoney });
  };
  eachFigure(filing, {
    amount: (amount) => add(`${amount.key}|${amount.measure}|${amount.year}`, amount, amount.item, true),
    indicator: (figure, { section, key, name }, field) =>
      add(`${section}|${key}|${field}`, figure, field === 'weight' ? `${name}分值` : name, false),
  });
  return figures;
}

interface FigureVisitor {
  amount: (amount: SetAmount) => void;
  indicator: (figure: SetFigure, of: SetIndicator, field: 'target' | 'actual' | 'weight') => void;
}

/** Shows every figure of a filing, in the order of the form. */
function eachFigure({ amounts, indicators }: FilingDigest, visitor: FigureVisitor): void {
  for (const amount of amounts) visitor.amount(amount);
  for (const indicator of indicators) {
    const { target, actual, weight, weightPlace } = indicator;
    const [wanted, reached] = [figureOf(target), figureOf(actual)];
    if (wanted !== null) visitor.indicator(wanted, indicator, 'target');
    if (reached !== null) visitor.indicator(reached, indicator, 'actual');
    if (weight === null) continue;
    const points = { value: weight, raw: String(weight), unit: null, place: weightPlace };
    visitor.indicator(points, indicator, 'weight');
  }
}
