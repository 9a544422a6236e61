import type { LinearEdit } from '../edits/edit.ts';
import { termsOf } from '../edits/edit.ts';
import type { Judgement } from '../edits/judge.ts';
import { addTo, NO_WITNESS, noWitness, type Witness, witnessOf } from '../edits/regime.ts';
import { entry } from '../remembered.ts';
import type { DoubtfulFigure, FigureOf } from './choices.ts';
import { atPrintedPrecision } from './printed-precision.ts';
import { type Left, type OpenEdit, type Way, waysOf } from './ways.ts';

/** What the edits leave of the choices of each figure, and the edits that no choice makes hold. */
export interface Narrowed {
  left: Left;
  broken: readonly OpenEdit[];
}

/** Equations that could be evaluated and have a doubtful figure in them; bounds decide nothing. */
export function openEdits(judgements: readonly Judgement[], figureOf: FigureOf): OpenEdit[] {
  const figuresOf = ({ edit }: Judgement): DoubtfulFigure[] => [
    ...new Set(termsOf(edit).flatMap(({ fact }) => figureOf(fact) ?? [])),
  ];
  const sums = witnessesOf(judgements.filter((judgement) => figuresOf(judgement).length === 0));
  return atPrintedPrecision(judgements, figureOf).flatMap((judgement): OpenEdit[] => {
    const { edit, evaluation } = judgement;
    if (evaluation === null || (edit.type !== 'ratio' && edit.relation === '<=')) return [];
    const figures = figuresOf(judgement);
    if (figures.length === 0) return [];
    const mayLack = edit.type === 'linear' && (edit.open === true || isOfOnePart(edit));
    return [{ judgement, figures, mayLack, others: sums.get(tableOf(judgement)) ?? NO_WITNESS }];
  });
}

/** What the sums without a doubtful figure say about how each table was rounded. */
function witnessesOf(judgements: readonly Judgement[]): ReadonlyMap<string, Witness> {
  const sums = new Map<string, Witness>();
  for (const judgement of judgements) {
    const { edit, evaluation } = judgement;
    if (evaluation === null || edit.type !== 'linear') continue;
    addTo(entry(sums, tableOf(judgement), noWitness), witnessOf(evaluation));
  }
  return sums;
}

const tableOf = ({ edit }: Judgement): string => termsOf(edit)[0]!.fact.table;

/** A whole of one part that was found: the others may have been misread for something else. */
const isOfOnePart = ({ rule, terms }: LinearEdit): boolean => rule.startsWith('SUM') && terms.length < 3;

/** Takes away every choice with which some edit cannot hold, whatever its other figures read, until nothing more falls. */
export function narrow(edits: readonly OpenEdit[], figureOf: FigureOf): Narrowed {
  const left = new Map<DoubtfulFigure, readonly Way['choices'][number][]>();
  for (const { figures } of edits) for (const figure of figures) left.set(figure, figure.choices);
  const broken = new Set<OpenEdit>();
  for (let changed = true; changed; ) {
    changed = false;
    for (const open of edits) {
      if (broken.has(open)) continue;
      const fitting = waysOf(open, left, figureOf);
      if (fitting === null) continue;
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
