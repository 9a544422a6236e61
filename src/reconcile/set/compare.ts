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

/** Measures that are told in several units, in the smallest of them. */
const MEASURES: readonly ReadonlyMap<string, number>[] = [
  new Map([
    ['平方米', 1],
    ['亩', 2000 / 3],
    ['公顷', 10_000],
    ['平方公里', 1_000_000],
  ]),
  new Map([
    ['米', 1],
    ['千米', 1000],
    ['公里', 1000],
  ]),
  new Map([
    ['千克', 1],
    ['公斤', 1],
    ['吨', 1000],
  ]),
];

/** 3公顷 and 30000平方米: one figure in two units of one measure. */
export function isConverted(a: SetFigure, b: SetFigure): boolean {
  if (a.unit === b.unit) return false;
  const [one, other] = [a, b].map(({ unit }) => measured(unit));
  if (one == null || other == null || one.measure !== other.measure) return false;
  const half = (places: number, size: number): number => (size / 10 ** places) * 0.5;
  const least = Math.min(half(placesOf(a.raw), one.size), half(placesOf(b.raw), other.size));
  return Math.abs(a.value * one.size - b.value * other.size) <= least + 1e-9 * one.size;
}

function measured(unit: string | null): { measure: object; size: number } | null {
  const [, times = '', bare = ''] = /^([万亿]?)(.+)$/.exec(unit ?? '') ?? [];
  const measure = MEASURES.find((sizes) => sizes.has(bare));
  const of = times === '' ? 1n : unitSize(unit);
  return measure === undefined ? null : { measure, size: measure.get(bare)! * Number(of) };
}

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
