import { type LinearEdit, type RatioEdit, type Term, termsOf } from '../edits/edit.ts';
import { type Evaluation, evaluate } from '../edits/evaluate.ts';
import type { Judgement } from '../edits/judge.ts';
import { magnitude, smaller } from '../facts/exact.ts';
import { revised } from '../facts/fact.ts';
import type { FigureOf } from './choices.ts';

/** Below this chance that unrounded operands gave every other rate of a table as the printed ones do, the printed ones did. */
const CHANCE = 0.03;

/**
 * Judgements with the precision that figures have beside one another, where their columns would leave them more room. Rates of a table
 * whose other rates are what the printed figures make, to the last digit, where figures before rounding could have made many others, take
 * their operands for exact: 2.42 % of 1168 and 1197, not 2.47 %.
 */
export function atPrintedPrecision(judgements: readonly Judgement[], figureOf: FigureOf): Judgement[] {
  const chances = new Map<string, number>();
  for (const { edit, evaluation } of judgements) {
    if (edit.type !== 'ratio' || evaluation === null) continue;
    if (termsOf(edit).some(({ fact }) => figureOf(fact) !== null)) continue;
    const table = tableOf(edit);
    chances.set(table, (chances.get(table) ?? 1) * chanceOf(edit, evaluation));
  }
  return judgements.map((judgement) => {
    const { edit } = judgement;
    if (edit.type === 'linear') return withOnePrecision(judgement, edit);
    if (edit.type !== 'ratio' || (chances.get(tableOf(edit)) ?? 1) > CHANCE) return judgement;
    const exactly = {
      ...edit,
      numerator: withoutRounding(edit.numerator),
      denominator: withoutRounding(edit.denominator),
    };
    const evaluation = evaluate(exactly);
    if (evaluation === null) return judgement;
    const verdict = evaluation.within ? judgement.verdict : 'impossible';
    return { ...judgement, edit: exactly, evaluation, verdict };
  });
}

/** Parts of one sum are as precise as its most precise figure, and noughts are exact: a 0 beside 31.31 was not rounded to a whole number. */
function withOnePrecision(judgement: Judgement, edit: LinearEdit): Judgement {
  const halves = edit.terms.flatMap(({ fact }) => (fact.half > 0n && fact.value !== 0n ? [fact.half] : []));
  const least = halves.reduce((low, half) => smaller(low, half), halves[0] ?? 0n);
  if (edit.terms.every(({ fact }) => fact.half <= least)) return judgement;
  const terms = edit.terms.map((term) =>
    term.fact.half <= least ? term : { ...term, fact: revised(term.fact, { half: least }) },
  );
  const exactly = { ...edit, terms };
  const evaluation = evaluate(exactly);
  const verdict = evaluation?.within === true ? judgement.verdict : 'impossible';
  return { ...judgement, edit: exactly, evaluation, verdict };
}

const tableOf = (edit: RatioEdit): string => `${edit.rule}|${edit.rate.fact.table}|${edit.rate.fact.field}`;

/** That a rate is by chance what the printed operands make; large where it is another one that rounding allows. */
function chanceOf(edit: RatioEdit, { residual, tolerance, within }: Evaluation): number {
  const { half } = edit.rate.fact;
  if (!within || half === 0n) return 1;
  if (magnitude(residual) > half) return 1 / CHANCE;
  return Number(half) / Number(tolerance);
}

const withoutRounding = (term: Term): Term => ({ ...term, fact: revised(term.fact, { half: 0n }) });
