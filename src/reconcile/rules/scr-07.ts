import { show, toNumber } from '../facts/exact.ts';
import { givesReason } from '../figures/achievement.ts';
import { type Scored, scoredRows } from '../figures/scores.ts';
import { indicatorKey, normalised } from '../keys.ts';
import { actualCell, nameOf, notice, scoreCells, targetCell } from '../notice.ts';
import { type FilingContext, type FilingRule, type Outcome, passed } from '../rule.ts';
import { hasClauses } from './scr-04.ts';

/** A target that was reached, a score that was cut, and no word of why. */
export const SCR_07: FilingRule = {
  id: 'SCR-07',
  scope: 'filing',
  kind: 'score_rule',
  title: { zh: '已达目标而无故扣分', en: 'Target met, score cut without a reason' },
  explanation: {
    zh: '实际完成值达到目标值，得分却低于分值，且没有写明原因。扣分须说明依据，或是得分、实际值填错。',
    en: 'The target is met, the score is below the points and no reason is given. A cut needs its reason; else score or actual value is a slip.',
  },
  tolerance: 'T0',
  severity: 'warning',
  parameters: {},
  example: {
    zh: '目标 100%，实际 100%，分值 10，得分 7，原因空白',
    en: 'target 100%, actual 100%, points 10, score 7, no reason',
  },
  check,
};

function check(context: FilingContext): Outcome[] {
  return scoredRows(context).flatMap((scored): Outcome[] => {
    const { row, score, weight } = scored;
    if (!isMet(scored) || hasClauses(scored)) return [];
    if (score >= weight || givesReason(row)) return [passed(context.filing.filing_id)];
    return [
      notice(context, {
        verdict: 'improbable',
        message: {
          zh: `“${nameOf(row)}”目标 ${row.target?.raw}、实际 ${row.actual?.raw}，已达目标而得分 ${show(score)}（分值 ${show(weight)}），没有说明原因`,
          en: `“${nameOf(row)}”: target ${row.target?.raw}, actual ${row.actual?.raw}, met and scored ${show(score)} of ${show(weight)} without a reason`,
        },
        expected: toNumber(weight),
        actual: row.score,
        difference: toNumber(score - weight),
        evidence: [...scoreCells(row).toReversed(), targetCell(row), actualCell(row)],
        operands: [indicatorKey(row)],
      }),
    ];
  });
}

/** A number that reaches its target, or words that repeat it. */
function isMet({ achievement, row }: Scored): boolean {
  if (achievement !== null) return achievement.met;
  const { actual, target } = row;
  if (target?.kind !== 'text' || actual?.kind !== 'text') return false;
  return normalised(target.raw) === normalised(actual.raw);
}
