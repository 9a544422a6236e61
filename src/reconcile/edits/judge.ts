import type { NotEvaluatedReason } from '../not-evaluated.ts';
import { entry } from '../remembered.ts';
import type { Edit } from './edit.ts';
import { leftOf } from './edit.ts';
import { type Evaluation, evaluate } from './evaluate.ts';
import {
  addTo,
  isPlugged,
  NO_WITNESS,
  noWitness,
  othersAreExact,
  ratioPrint,
  roundingIsImprobable,
  truncationExplains,
  type Witness,
  without,
  witnessOf,
} from './regime.ts';

/** Why figures that do not fit exactly are no slip. */
export type Explanation = 'rounded' | 'truncated' | 'plugged' | 'derived';

export interface Judgement {
  edit: Edit;
  verdict: 'consistent' | 'explained' | 'improbable' | 'impossible' | 'not_evaluated';
  evaluation: Evaluation | null;
  explanation: Explanation | null;
  reason: NotEvaluatedReason | null;
  /** The other sums of its table close without any tolerance, so that this one should too. */
  exact: boolean;
}

/** Judges all edits of a document; the regime of each table is what its other edits witness. */
export function judge(edits: readonly Edit[]): Judgement[] {
  const evaluations = edits.map(evaluate);
  const witnesses = evaluations.map((evaluation) =>
    evaluation === null ? NO_WITNESS : witnessOf(evaluation),
  );
  const sums = new Map<string, Witness>();
  const shares = new Map<string, Witness>();
  const groups = new Map<string, Edit[]>();
  for (const [i, evaluation] of evaluations.entries()) {
    if (evaluation === null) continue;
    const { edit } = evaluation;
    if (edit.group !== undefined) {
      const group = groups.get(edit.group);
      if (group === undefined) groups.set(edit.group, [edit]);
      else group.push(edit);
    }
    const witness = witnesses[i]!;
    if (witness === NO_WITNESS || isShareSum(edit)) continue;
    const book = edit.type === 'ratio' ? shares : sums;
    addTo(entry(book, tableOf(edit), noWitness), witness);
  }
  return evaluations.map((evaluation, i) => {
    const edit = edits[i]!;
    if (evaluation === null) return { ...EMPTY, edit, reason: 'denominator is zero' };
    const siblings = edit.group === undefined ? [] : (groups.get(edit.group) ?? []);
    return verdictOf(evaluation, witnesses[i]!, sums, shares, siblings);
  });
}

const EMPTY: Omit<Judgement, 'edit'> = {
  verdict: 'not_evaluated',
  evaluation: null,
  explanation: null,
  reason: null,
  exact: false,
};

function tableOf(edit: Edit): string {
  return leftOf(edit).fact.table;
}

function isShareSum(edit: Edit): boolean {
  return edit.type === 'linear' && edit.terms[0]!.fact.field === 'share';
}

function verdictOf(
  evaluation: Evaluation,
  witness: Witness,
  sums: ReadonlyMap<string, Witness>,
  shares: ReadonlyMap<string, Witness>,
  siblings: readonly Edit[],
): Judgement {
  const { edit } = evaluation;
  let exact = false;
  const say = (verdict: Judgement['verdict'], explanation: Explanation | null = null): Judgement => ({
    edit,
    verdict,
    evaluation,
    explanation,
    reason: null,
    exact,
  });
  if (edit.type === 'product') {
    if (evaluation.exactly) return say('consistent');
    return evaluation.within ? say('explained', 'derived') : say('impossible');
  }
  const table = tableOf(edit);
  const ofShares = shares.get(table) ?? NO_WITNESS;
  if (edit.type === 'ratio') {
    if (evaluation.within) return say('consistent');
    const others = without(ofShares, witness);
    if (ratioPrint(edit) === 'truncated' && others.halfUp === 0) return say('explained', 'truncated');
    if (isPlugged(edit, siblings, evaluation.expected ?? 0n)) return say('explained', 'plugged');
    return ratioPrint(edit) === 'truncated' ? say('improbable') : say('impossible');
  }
  if (isShareSum(edit)) {
    if (evaluation.exactly) return say('consistent');
    if (evaluation.within) return ofShares.truncated > 0 ? say('explained', 'truncated') : say('consistent');
    if (!truncationExplains(edit, evaluation.residual)) return say('impossible');
    if (ofShares.truncated > 0) return say('explained', 'truncated');
    return ofShares.halfUp > 0 ? say('impossible') : say('improbable');
  }
  const others = without(sums.get(table) ?? NO_WITNESS, witness);
  exact = edit.relation === '=' && edit.method === 'T2' && roundingIsImprobable(others);
  if (evaluation.exactly) return say('consistent');
  if (evaluation.within) {
    if (edit.relation === '<=' || edit.method === 'T1') return say('consistent');
    if (roundingIsImprobable(others)) return say('improbable');
    return othersAreExact(others) ? say('explained', 'rounded') : say('consistent');
  }
  if (!truncationExplains(edit, evaluation.residual) || edit.terms.length < 4) return say('impossible');
  if (others.truncated + others.rounded + ofShares.truncated > 0) return say('explained', 'truncated');
  return roundingIsImprobable(others) ? say('impossible') : say('improbable');
}
