import { demand } from '../demand.ts';
import { type Edit, type LinearEdit, termsOf } from '../edit.ts';
import { type Evaluation, evaluate } from '../evaluate.ts';
import { type Exact, smaller } from '../exact.ts';
import type { Fact } from '../fact.ts';
import type { Judgement } from '../judge.ts';
import { hasFailed, patched } from '../localise/system.ts';
import type { Choice, DoubtfulFigure, FigureOf } from './choices.ts';

/** Ways to read the figures of one edit that are tried: a form with more doubts is better scanned again. */
const TRIALS = 512;

/** An edit over doubtful figures. */
export interface OpenEdit {
  judgement: Judgement;
  figures: readonly DoubtfulFigure[];
}

/** Choices by figure that no edit has ruled out. */
export type Left = ReadonlyMap<DoubtfulFigure, readonly Choice[]>;

/** What the edits leave of the choices of each figure, and the edits that no choice makes hold. */
export interface Narrowed {
  left: Left;
  broken: readonly OpenEdit[];
}

/** Equations that could be evaluated and have a doubtful figure in them; bounds and open lists decide nothing. */
export function openEdits(judgements: readonly Judgement[], figureOf: FigureOf): OpenEdit[] {
  return judgements.flatMap((judgement) => {
    const { edit, evaluation } = judgement;
    if (evaluation === null || (edit.type !== 'ratio' && edit.relation === '<=')) return [];
    if (edit.type === 'linear' && (edit.open === true || isOfOnePart(edit))) return [];
    const figures = new Set(termsOf(edit).flatMap(({ fact }) => figureOf(fact) ?? []));
    return figures.size === 0 ? [] : [{ judgement, figures: [...figures] }];
  });
}

/** A whole of one part that was found: the others may have been misread for something else. */
const isOfOnePart = ({ rule, terms }: LinearEdit): boolean => rule.startsWith('SUM') && terms.length < 3;

/** Takes away every choice with which some edit cannot hold, whatever its other figures read, until nothing more falls. */
export function narrow(edits: readonly OpenEdit[], figureOf: FigureOf): Narrowed {
  const left = new Map<DoubtfulFigure, readonly Choice[]>();
  for (const { figures } of edits) for (const figure of figures) left.set(figure, figure.choices);
  const broken = new Set<OpenEdit>();
  for (let changed = true; changed; ) {
    changed = false;
    for (const open of edits) {
      if (broken.has(open)) continue;
      const ways = waysOf(open, left, figureOf);
      if (ways === null) continue;
      const fitting = ways.filter(({ fit }) => fit !== 'none');
      if (fitting.length === 0) {
        broken.add(open);
        continue;
      }
      open.figures.forEach((figure, i) => {
        const kept = (left.get(figure) ?? []).filter((choice) =>
          fitting.some(({ choices }) => choices[i] === choice),
        );
        if (kept.length === left.get(figure)?.length) return;
        left.set(figure, kept);
        changed = true;
      });
    }
  }
  return { left, broken: [...broken] };
}

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
  if (way?.fit !== 'sure' || others.length > 0) return [];
  const [taken] = left.get(figure) ?? [];
  if (isAccident(open, left) || isEcho(open, left, figureOf)) return [];
  const rivals = figure.choices.filter((choice) => choice !== taken);
  if (taken === undefined || !isPinned(open, figure, taken, left, figureOf)) return [];
  if (rivals.length > 0) {
    return rivals.filter((rival) => {
      const [instead] = waysOf(open, new Map(left).set(figure, [rival]), figureOf) ?? [];
      return instead?.fit === 'none';
    });
  }
  return figure.choices;
}

/**
 * Points are small whole numbers: with two doubts in one sum some reading closes it by accident, unless it closes as it was read.
 */
function isAccident({ figures, judgement: { edit } }: OpenEdit, left: Left): boolean {
  if (edit.type !== 'linear' || edit.method !== 'T0') return false;
  const rivalled = figures.filter(({ choices }) => choices.length > 1);
  return rivalled.length > 1 && rivalled.some((figure) => left.get(figure)?.[0] !== figure.choices[0]);
}

/** Two doubtful figures that only repeat one another: the same digits are misread alike in two places. */
function isEcho(open: OpenEdit, left: Left, figureOf: FigureOf): boolean {
  if (open.judgement.edit.type !== 'linear' || open.figures.length < 2) return false;
  const told = termsOf(readWith(open.judgement.edit, left, figureOf)).filter(({ fact }) => fact.value !== 0n);
  return told.length <= 2;
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
  if (edit.type !== 'ratio' && evaluate(edit)?.exactly === true) return true;
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

interface Way {
  /** A choice for each figure of the edit, in its order. */
  choices: readonly Choice[];
  fit: 'sure' | 'loose' | 'none';
}

/** Every way to read the figures of an edit; null where there are too many. */
function waysOf({ judgement, figures }: OpenEdit, left: Left, figureOf: FigureOf): Way[] | null {
  const count = figures.reduce((product, figure) => product * (left.get(figure)?.length ?? 0), 1);
  if (count > TRIALS) return null;
  let ways: Choice[][] = [[]];
  for (const figure of figures)
    ways = ways.flatMap((way) => (left.get(figure) ?? []).map((choice) => [...way, choice]));
  return ways.map((choices) => {
    const taken = choices.every((choice, i) => choice === figures[i]?.choices[0]);
    if (taken && !hasFailed(judgement)) return { choices, fit: fitOf(judgement.evaluation, judgement, true) };
    const values = new Map<Fact, Exact>();
    for (const { fact } of termsOf(judgement.edit)) {
      const figure = figureOf(fact);
      const choice = figure === null ? undefined : choices[figures.indexOf(figure)];
      if (choice !== undefined) values.set(fact, choice.value);
    }
    return { choices, fit: bestFit(patched(judgement.edit, values), judgement) };
  });
}

/** A sum to a base that is not printed may close to any of them; only the likeliest makes it sure. */
function bestFit(edit: Edit, judgement: Judgement): Way['fit'] {
  const fit = fitOf(evaluate(edit), judgement, false);
  if (fit !== 'none' || edit.type !== 'linear') return fit;
  const others = edit.otherConstants ?? [];
  const closes = others.some(
    (constant) => fitOf(evaluate({ ...edit, constant }), judgement, false) !== 'none',
  );
  return closes ? 'loose' : 'none';
}

/** Sure: within what rounding leaves, and exactly where the table closes exactly. Loose: another reading of the table might let it pass. */
function fitOf(evaluation: Evaluation | null, { exact }: Judgement, judged: boolean): Way['fit'] {
  if (evaluation === null) return judged ? 'loose' : 'none';
  if (exact ? evaluation.exactly : evaluation.within) return 'sure';
  const { residual, tolerance } = evaluation;
  const off = residual < 0n ? -residual : residual;
  // Where the other sums of the table close exactly, rounding is no excuse.
  return judged || off <= (exact ? 0n : tolerance) ? 'loose' : 'none';
}
