import { type Edit, termsOf } from '../edits/edit.ts';
import { type Evaluation, evaluate } from '../edits/evaluate.ts';
import type { Judgement } from '../edits/judge.ts';
import { ratioPrint, type Witness } from '../edits/regime.ts';
import { type Exact, larger, magnitude } from '../facts/exact.ts';
import type { Fact } from '../facts/fact.ts';
import { hasFailed, patched } from '../localise/system.ts';
import type { Choice, DoubtfulFigure, FigureOf } from './choices.ts';

/** Ways to read the figures of one edit that are tried: a form with more doubts is better scanned again. */
const TRIALS = 512;

/** Share of tables whose figures were rounded after they were added up, before anything is known of one. */
const ROUNDED_TABLES = 0.3;

/** A residual so many times less likely than an exact sum is no rival of it. */
const UNLIKELY = 0.03;

/** Digits that a figure needs so that it closes no equation by accident. */
const TELLING_DIGITS = 3;

/** An edit over doubtful figures. */
export interface OpenEdit {
  judgement: Judgement;
  figures: readonly DoubtfulFigure[];
  /** Parts of it may not be known: only where it closes exactly does it say anything. */
  mayLack: boolean;
  /** What the other sums of its table witness. */
  others: Witness;
}

/** Choices by figure that no edit has ruled out. */
export type Left = ReadonlyMap<DoubtfulFigure, readonly Choice[]>;

export interface Way {
  /** A choice for each figure of the edit, in its order. */
  choices: readonly Choice[];
  /** Sure: within what rounding leaves. Loose: another reading of the table might let it pass. Other: it makes a base that is not the likeliest. */
  fit: 'sure' | 'other' | 'loose' | 'none';
  residual: Exact;
}

/** The ways to read the figures of an edit with which it can hold; null where there are too many, or where it says nothing. */
export function waysOf(open: OpenEdit, left: Left, figureOf: FigureOf): Way[] | null {
  const all = allWays(open, left, figureOf);
  if (all === null) return null;
  const exact = all.filter((way) => closesExactly(open, way));
  if (open.mayLack) {
    const [only, ...others] = exact;
    return only !== undefined && others.length === 0 && only.choices.every(isTelling) ? exact : null;
  }
  const fitting = all.filter(({ fit }) => fit !== 'none');
  return exact.length === 0 ? fitting : fitting.filter((way) => !isUnlikely(open, way));
}

/** Whether an edit can hold with one choice of a figure instead, beside a way that closes it. */
export function holdsWithout(open: OpenEdit, way: Way, instead: Left, figureOf: FigureOf): boolean {
  if (open.mayLack) return false;
  const fitting = (allWays(open, instead, figureOf) ?? []).filter(({ fit }) => fit !== 'none');
  return fitting.some((other) => !(closesExactly(open, way) && isUnlikely(open, other)));
}

/** Whether an edit nearly holds with some other way to read its figures. */
export function nearlyHolds(open: OpenEdit, way: Way, figureOf: FigureOf, within: Exact): boolean {
  const all = allWays(open, new Map(open.figures.map((figure) => [figure, figure.choices])), figureOf) ?? [];
  return all.some(
    ({ choices, residual }) =>
      choices.some((choice, i) => choice !== way.choices[i]) && magnitude(residual) <= within,
  );
}

const closesExactly = ({ judgement: { edit } }: OpenEdit, { fit, residual }: Way): boolean =>
  edit.type === 'linear' && fit === 'sure' && residual === 0n;

/** A residual that rounding can leave, but hardly left here, where another reading closes the sum exactly. */
function isUnlikely({ judgement: { edit }, others }: OpenEdit, { fit, residual }: Way): boolean {
  if (edit.type !== 'linear' || edit.method === 'T0' || fit === 'other' || residual === 0n) return false;
  if (others.rounded + others.truncated > 0) return false;
  const inexact = edit.terms.filter(({ fact }) => fact.half > 0n && fact.value !== 0n);
  const unit = inexact.reduce((most, { fact }) => larger(fact.half, most), 0n) * 2n;
  if (unit === 0n) return false;
  const variance = inexact.length / 12;
  const chance = (off: number): number =>
    Math.exp(-(off * off) / (2 * variance)) / Math.sqrt(2 * Math.PI * variance);
  const rounded = ROUNDED_TABLES * Math.exp(others.logChance);
  const known = rounded / (rounded + 1 - ROUNDED_TABLES);
  const off = Number(magnitude(residual)) / Number(unit);
  return known * chance(off) < UNLIKELY * (1 - known + known * Math.min(1, chance(0)));
}

/** 28.93 and 491.00 are telling, 10 and 3000.00 are not. */
export function isTelling({ value }: Choice): boolean {
  return magnitude(value).toString().replace(/0+$/, '').length >= TELLING_DIGITS;
}

/** An edit with its doubtful figures as they are left. */
export function readWith(edit: Edit, left: Left, figureOf: FigureOf): Edit {
  const values = new Map<Fact, Exact>();
  for (const { fact } of termsOf(edit)) {
    const figure = figureOf(fact);
    const choice = figure === null ? undefined : left.get(figure)?.[0];
    if (choice !== undefined) values.set(fact, choice.value);
  }
  return patched(edit, values);
}

/** Every way to read the figures of an edit; null where there are too many. */
function allWays({ judgement, figures }: OpenEdit, left: Left, figureOf: FigureOf): Way[] | null {
  const count = figures.reduce((product, figure) => product * (left.get(figure)?.length ?? 0), 1);
  if (count > TRIALS) return null;
  let ways: Choice[][] = [[]];
  for (const figure of figures)
    ways = ways.flatMap((way) => (left.get(figure) ?? []).map((choice) => [...way, choice]));
  return ways.map((choices) => {
    const taken = choices.every((choice, i) => choice === figures[i]?.choices[0]);
    if (taken && !hasFailed(judgement)) {
      const { evaluation } = judgement;
      return { choices, fit: fitOf(evaluation, judgement, true), residual: evaluation?.residual ?? 0n };
    }
    const values = new Map<Fact, Exact>();
    for (const { fact } of termsOf(judgement.edit)) {
      const figure = figureOf(fact);
      const choice = figure === null ? undefined : choices[figures.indexOf(figure)];
      if (choice !== undefined) values.set(fact, choice.value);
    }
    const edit = patched(judgement.edit, values);
    return { choices, fit: bestFit(edit, judgement), residual: evaluate(edit)?.residual ?? 0n };
  });
}

/** A sum to a base that is not printed may close to any of them. */
function bestFit(edit: Edit, judgement: Judgement): Way['fit'] {
  const fit = fitOf(evaluate(edit), judgement, false);
  if (fit === 'none' && edit.type === 'ratio') return ratioPrint(edit) === 'truncated' ? 'loose' : 'none';
  if (fit !== 'none' || edit.type !== 'linear') return fit;
  const others = edit.otherConstants ?? [];
  const closes = others.some(
    (constant) => fitOf(evaluate({ ...edit, constant }), judgement, false) !== 'none',
  );
  return closes ? 'other' : 'none';
}

/** Sure: within what rounding leaves, and exactly where the table closes exactly. */
function fitOf(evaluation: Evaluation | null, { exact }: Judgement, judged: boolean): Way['fit'] {
  if (evaluation === null) return judged ? 'loose' : 'none';
  if (exact ? evaluation.exactly : evaluation.within) return 'sure';
  const { residual, tolerance } = evaluation;
  // Where the other sums of the table close exactly, rounding is no excuse.
  return judged || magnitude(residual) <= (exact ? 0n : tolerance) ? 'loose' : 'none';
}
