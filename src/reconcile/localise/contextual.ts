import { holds } from '../edits/demand.ts';
import type { LinearEdit, Term } from '../edits/edit.ts';
import type { Interval } from '../edits/evaluate.ts';
import type { Judgement } from '../edits/judge.ts';
import { divideRounded, type Exact, HUNDRED, magnitude, roundTo } from '../facts/exact.ts';
import type { Fact } from '../facts/fact.ts';
import { isCountedWhole } from '../facts/units.ts';
import type { System } from './system.ts';
import { COST, type Typed } from './typed.ts';

/** Slips that only the rest of the table shows: a stale total, a scope too narrow, last year's figure, another base. */
export function contextual(
  system: System,
  fact: Fact,
  interval: Interval,
  must: readonly Judgement[],
): Typed[] {
  const value = asked(fact, interval, derivedPlaces(fact, must));
  if (value === null) return [];
  const found: Typed[] = [];
  if (fact.value !== 0n && repeatsOtherYear(system, fact)) {
    found.push({ generator: 'H17', value, cost: COST.H17 });
  }
  if (copiesWhole(system, fact, must)) found.push({ generator: 'H11', value, cost: COST.H11 });
  const sum = must.find(
    ({ edit }) => edit.type === 'linear' && edit.terms[0]?.fact === fact && edit.relation === '=',
  );
  if (sum !== undefined) found.push(...asTotal(sum.edit as LinearEdit, value, interval));
  if (
    must.some(({ edit }) => edit.type === 'ratio' && edit.rate.fact === fact) &&
    fitsOtherBase(system, fact, must)
  ) {
    found.push({ generator: 'H16', value, cost: COST.H16 });
  }
  return found;
}

/** A total is printed like its parts: a bare 0 says nothing of the decimals that belong there. */
export function derivedPlaces(fact: Fact, must: readonly Judgement[]): number {
  let places = fact.places;
  for (const { edit } of must) {
    if (edit.type !== 'linear' || edit.terms[0]?.fact !== fact) continue;
    for (const term of edit.terms) places = Math.max(places, term.fact.places);
  }
  return places;
}

function asked(fact: Fact, interval: Interval, places: number): Exact | null {
  const value = workedBack(fact, interval, places);
  return value === fact.value || interval.high - interval.low > HUNDRED * HUNDRED ? null : value;
}

/**
 * The middle of what the edits ask for with as few decimals as still meet it, from those of the column on; null where they ask for part
 * of what is only counted whole.
 */
export function workedBack({ unit }: Fact, interval: Interval, places: number): Exact | null {
  const middle = divideRounded(interval.low + interval.high, 2n);
  const most = isCountedWhole(unit) ? places : MOST_PLACES;
  for (let at = Math.max(places, 0); at <= most; at++) {
    const rounded = roundTo(middle, at);
    if (holds(interval, rounded)) return rounded;
  }
  return isCountedWhole(unit) ? null : middle;
}

/** More decimals than that are as long as the middle itself. */
const MOST_PLACES = 8;

/** A total that is 0, that leaves one part out, or that counts one twice. */
function asTotal(edit: LinearEdit, value: Exact, interval: Interval): Typed[] {
  const [total, ...parts] = edit.terms;
  if (total === undefined || parts.length < 2 || edit.constant !== 0n) return [];
  if (total.fact.value === 0n) return [{ generator: 'H14', value, cost: COST.H15 }];
  const whole = byOnePart(total, parts, value) ?? byOnePart(total, parts, interval);
  if (whole === null) return [];
  const generator = whole > total.fact.value ? 'H15' : 'H11';
  return [{ generator, value: whole, cost: generator === 'H15' ? COST.H15 : COST.H11 }];
}

/** The total less one of its parts or with it, where that is what is asked for; rounding leaves room, but no part that is no more than this room. */
function byOnePart(total: Term, parts: readonly Term[], asked: Exact | Interval): Exact | null {
  const { low, high } = typeof asked === 'bigint' ? { low: asked, high: asked } : asked;
  for (const { coefficient, fact } of parts) {
    const size = magnitude(divideRounded(fact.value * coefficient, total.coefficient));
    if (size <= high - low) continue;
    for (const whole of [total.fact.value - size, total.fact.value + size])
      if (whole >= low && whole <= high) return whole;
  }
  return null;
}

/** The same line of another year prints the same figure. */
function repeatsOtherYear(system: System, fact: Fact): boolean {
  const line = withoutYear(fact);
  if (line === null) return false;
  for (const other of system.of.keys()) {
    if (
      other !== fact &&
      other.value === fact.value &&
      other.field === fact.field &&
      withoutYear(other) === line &&
      yearOf(other) !== yearOf(fact)
    ) {
      return true;
    }
  }
  return false;
}

/** The figure of a whole typed into one of its rows: the same value stands as a total of its column. */
function copiesWhole(system: System, fact: Fact, must: readonly Judgement[]): boolean {
  if (fact.value === 0n || fact.field !== 'value') return false;
  return must.some(({ edit }) => {
    const total = edit.type === 'linear' ? edit.terms[0]?.fact : undefined;
    if (total === undefined || total === fact || total.value !== fact.value) return false;
    return total.column === fact.column && system.of.has(total);
  });
}

/** Key of a money line without measure and year: section|item|parent|…|fund|…|project. */
function withoutYear(fact: Fact): string | null {
  if (fact.field !== 'value') return null;
  const [section, item, parent, , fund, , project] = fact.key.split('|');
  return `${fact.filingId}|${section}|${item}|${parent}|${fund}|${project}`;
}

/** 合计 and 人员经费 of one row print the same figure of one year. */
const yearOf = ({ key }: Fact): string | undefined => key.split('|')[5];

/** A rate that is right over another total of the form. */
function fitsOtherBase(system: System, fact: Fact, must: readonly Judgement[]): boolean {
  const edit = must.find((judgement) => judgement.edit.type === 'ratio')?.edit;
  if (edit?.type !== 'ratio' || edit.growth || edit.numerator.fact.value === 0n) return false;
  const top = HUNDRED * edit.numerator.fact.value * edit.numerator.coefficient;
  for (const judgements of system.of.values()) {
    for (const { edit: other } of judgements) {
      if (other.type !== 'ratio' || other.growth || other.denominator.fact === edit.denominator.fact)
        continue;
      const base = other.denominator.fact.value * other.denominator.coefficient;
      if (other.denominator.fact.filingId !== fact.filingId || base <= 0n) continue;
      if (magnitude(divideRounded(top, base) - fact.value) <= fact.half) return true;
    }
  }
  return false;
}
