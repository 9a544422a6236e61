import { demand } from '../edits/demand.ts';
import { termsOf } from '../edits/edit.ts';
import { evaluate } from '../edits/evaluate.ts';
import { type Exact, HUNDRED, magnitude, ONE, smaller } from '../facts/exact.ts';
import type { Choice, DoubtfulFigure, FigureOf } from './choices.ts';
import { holdsWithout, type Left, nearlyHolds, type OpenEdit, readWith, type Way, waysOf } from './ways.ts';

/**
 * The other choices of a figure that an edit rules out, where it holds with those that are left and no more room than rounding
 * leaves it. Of a figure without a rival: the figure itself, where the edit would not hold with another last digit either.
 */
export function ruledOut(
  open: OpenEdit,
  figure: DoubtfulFigure,
  left: Left,
  figureOf: FigureOf,
): readonly Choice[] {
  const [way, ...others] = waysOf(open, left, figureOf) ?? [];
  if (way === undefined || others.length > 0 || !(way.fit === 'sure' || way.fit === 'other')) return [];
  const [taken] = left.get(figure) ?? [];
  if (taken === undefined || isAccident(open, way, figureOf) || isEcho(open, left, figureOf)) return [];
  const rivals = figure.choices.filter((choice) => choice !== taken);
  if (!isPinned(open, figure, taken, left, figureOf)) return [];
  if (rivals.length === 0) return figure.choices;
  return rivals.filter((rival) => !holdsWithout(open, way, new Map(left).set(figure, [rival]), figureOf));
}

/** Largest slip that a filer makes in points: two readings that differ by less may together make up for it. */
const slipOfPoints: Exact = 5n * ONE;

/**
 * Points are small whole numbers, and some reading closes their sum by accident, or makes up for a filer's slip. Other points of the
 * form say which are likely: it has many of the same.
 */
function isAccident(open: OpenEdit, way: Way, figureOf: FigureOf): boolean {
  const { figures, judgement } = open;
  const { edit } = judgement;
  const { choices, fit } = way;
  if (edit.type !== 'linear') return false;
  if (edit.method !== 'T0') return isOneDigit(way, figures);
  const printed = new Set([HUNDRED]);
  for (const { fact } of edit.terms) if (figureOf(fact) === null) printed.add(fact.value);
  const rivalled = figures.flatMap((figure, i) =>
    figure.choices.length > 1 ? [{ figure, taken: choices[i]! }] : [],
  );
  const isUsual = ({ taken }: { taken: Choice }): boolean => printed.has(taken.value);
  const changed = rivalled.filter(({ figure, taken }) => taken !== figure.choices[0]).length;
  if (changed > 1 && nearlyHolds(open, way, figureOf, slipOfPoints)) return true;
  if (fit === 'other' || changed > 0) return !rivalled.every(isUsual);
  return rivalled.some((one) => !isUsual(one) && one.figure.choices.some(({ value }) => printed.has(value)));
}

/**
 * A sum of several doubtful figures that one digit of one of them closes: any of the others may be off by that digit as well, if nobody
 * read it rightly.
 */
function isOneDigit({ choices }: Way, figures: readonly DoubtfulFigure[]): boolean {
  if (figures.filter((figure) => figure.choices.length > 1).length < 2) return false;
  const changes = choices.flatMap(({ value }, i) => {
    const read = figures[i]!.choices[0]!.value;
    return value === read ? [] : [magnitude(value - read)];
  });
  const [change, ...others] = changes;
  return change !== undefined && others.length === 0 && change / lowestPlace(change) < 10n;
}

/** Two doubtful figures that only repeat one another, as one reader sees them: the same digits are misread alike in two places. */
function isEcho(open: OpenEdit, left: Left, figureOf: FigureOf): boolean {
  if (open.judgement.edit.type !== 'linear' || open.figures.length < 2) return false;
  const told = termsOf(readWith(open.judgement.edit, left, figureOf)).filter(({ fact }) => fact.value !== 0n);
  if (told.length > 2) return false;
  const readers = new Set(open.figures.flatMap((figure) => left.get(figure)?.[0]?.readers ?? []));
  return readers.size < 2;
}

/**
 * Whether an edit leaves the doubtful digits of a figure no other value: sums by closing exactly, others by an interval that is
 * narrower than the lowest digit in which the readings differ.
 */
function isPinned(
  { judgement }: OpenEdit,
  figure: DoubtfulFigure,
  taken: Choice,
  left: Left,
  figureOf: FigureOf,
): boolean {
  const edit = readWith(judgement.edit, left, figureOf);
  if (edit.type === 'linear') {
    const bases = [edit.constant, ...(edit.otherConstants ?? [])];
    if (bases.some((constant) => evaluate({ ...edit, constant })?.exactly === true)) return true;
  }
  if (edit.type === 'product' && evaluate(edit)?.exactly === true) return true;
  const term = termsOf(edit).find(
    ({ fact }) => figureOf({ ...fact, value: figure.choices[0]!.value }) === figure,
  );
  if (term === undefined) return false;
  const interval = demand(edit, term.fact, judgement.exact);
  if (interval === null) return false;
  const places = figure.choices.flatMap(({ value }) =>
    value === taken.value ? [] : [lowestPlace(value - taken.value)],
  );
  const unit = places.reduce(smaller, places[0] ?? term.fact.step);
  return interval.low > taken.value - unit && interval.high < taken.value + unit;
}

/** The place of the last digit of a difference: the largest power of ten that divides it. */
function lowestPlace(difference: Exact): Exact {
  let place = 1n;
  while (difference % (place * 10n) === 0n) place *= 10n;
  return place;
}
