import { type Exact, exact, halfUnit, placesOf, roundTo, toNumber } from '../facts/exact.ts';
import { exactPlaces, moneySize, unitSize } from '../facts/units.ts';
import type { SetFigure, SetValue } from './digest.ts';

/** A figure scaled to its base unit, with half a unit in its last printed place. */
export interface Sized {
  value: Exact;
  half: Exact;
}

export function sized({ value, raw, unit }: Pick<SetFigure, 'value' | 'raw' | 'unit'>): Sized {
  const size = unit === '%' ? 1n : unitSize(unit);
  const places = placesOf(raw);
  const least = exactPlaces(unit);
  const half = least !== null && places >= least ? 0n : halfUnit(places) * size;
  return { value: exact(value) * size, half };
}

/** Whether two figures measure one thing: both money, both bare, or in units of one kind. */
export function comparable(a: string | null, b: string | null): boolean {
  const money = (unit: string | null): boolean => moneySize(unit) !== null;
  if (money(a) || money(b)) return money(a) && money(b);
  return plain(a) === plain(b);
}

const plain = (unit: string | null): string =>
  (unit ?? '')
    .normalize('NFKC')
    .replace(/^[亿万千百]+(?=.)/, '')
    .replace(/^人次$/, '次')
    .replace(/^[名位]$/, '人');

/** Whether two figures can be one at the precision of both prints. */
export function isSame(a: Sized, b: Sized): boolean {
  return distance(a, b) <= a.half + b.half;
}

export function distance(a: Sized, b: Sized): Exact {
  return a.value > b.value ? a.value - b.value : b.value - a.value;
}

export interface Summed extends Sized {
  count: number;
}

export function sum(figures: readonly SetFigure[]): Summed {
  let value = 0n;
  let half = 0n;
  for (const figure of figures) {
    const of = sized(figure);
    value += of.value;
    half += of.half;
  }
  return { value, half, count: figures.length };
}

/** A value with a number in it; words and periods are none. */
export function figureOf(value: SetValue | null): (SetValue & SetFigure) | null {
  return value === null || value.value === null ? null : (value as SetValue & SetFigure);
}

/** An amount in base units told in the unit of `like`, with its places and two more. */
export function inUnitOf(value: Exact, like: SetFigure): number {
  const size = like.unit === '%' ? 1n : unitSize(like.unit);
  return toNumber(roundTo(value / size, placesOf(like.raw) + 2));
}
