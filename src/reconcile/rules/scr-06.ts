import { roundTo, show, toNumber } from '../facts/exact.ts';
import { halfScore, proRata, scoredRows } from '../figures/scores.ts';
import { indicatorKey } from '../keys.ts';
import { actualCell, nameOf, notice, scoreCells, targetCell } from '../notice.ts';
import { type FilingContext, type FilingRule, type Outcome, passed } from '../rule.ts';
import { hasClauses } from './scr-04.ts';

/** A missed target with full points. */
export const SCR_06: FilingRule = {
  id: 'SCR-06',
  scope: 'filing',
  kind: 'score_rule',
  title: { zh: '未达目标却得满分', en: 'Target missed, full points' },
  explanation: {
    zh: '实际完成值没有达到目标值（按指标的≥或≤），得分却等于分值。没有印符号的目标作警告；按比例四舍五入后恰为满分的不提示；目标值为零或负数、无从按比例计算的，以所印符号为准。',
    en: 'The actual value misses the target by its sign and the score is the full points. A target without a sign is a warning; one whose share rounds to full points passes; where the target is zero or negative and nothing is in proportion, the printed sign alone tells.',
  },
  tolerance: 'T0',
  severity: 'error',
  parameters: {},
  example: {
    zh: '目标 ≥95%，实际 82%，分值 10，得分 10',
    en: 'target ≥95%, actual 82%, points 10, score 10',
  },
  check,
};

function check(context: FilingContext): Outcome[] {
  const half = halfScore(context.indicators);
  return scoredRows(context).flatMap((scored): Outcome[] => {
    const { achievement, row, score, weight } = scored;
    if (achievement === null || hasClauses(scored)) return [];
    if (achievement.met || score < weight) return [passed(context.filing.filing_id)];
    const due = proRata(weight, achievement);
    // Without a proportion the sign alone tells, and it must be the form's own.
    const excused = due === null ? !achievement.signed : due.high + half >= weight;
    if (excused) return [passed(context.filing.filing_id)];
    const points = due && roundTo(due.exact, 2);
    const share = { zh: '', en: '' };
    if (points !== null) {
      share.zh = `（按比例为 ${show(points)}）`;
      share.en = ` (${show(points)} in proportion)`;
    }
    return [
      notice(context, {
        verdict: achievement.signed ? 'impossible' : 'improbable',
        message: {
          zh: `“${nameOf(row)}”目标 ${achievement.target.raw}、实际 ${achievement.actual.raw}，未达目标却得满分 ${show(score)}${share.zh}`,
          en: `“${nameOf(row)}”: target ${achievement.target.raw}, actual ${achievement.actual.raw}, missed and yet full points ${show(score)}${share.en}`,
        },
        ...(points === null ? {} : { expected: toNumber(points), difference: toNumber(score - points) }),
        actual: row.score,
        evidence: [...scoreCells(row).toReversed(), targetCell(row), actualCell(row)],
        operands: [indicatorKey(row)],
      }),
    ];
  });
}
