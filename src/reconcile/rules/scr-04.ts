import { compile, isProportional } from '../clauses/index.ts';
import { roundTo, show, toNumber } from '../facts/exact.ts';
import { givesReason } from '../figures/achievement.ts';
import { halfScore, proRata, type Scored, scoredRows } from '../figures/scores.ts';
import { indicatorKey } from '../keys.ts';
import { actualCell, nameOf, notice, scoreCells, targetCell } from '../notice.ts';
import { type FilingContext, type FilingRule, type Outcome, passed } from '../rule.ts';

/** Points of a missed quantitative target: in proportion to what was reached. */
export const SCR_04: FilingRule = {
  id: 'SCR-04',
  scope: 'filing',
  kind: 'score_rule',
  title: { zh: '定量指标得分未按完成比例计算', en: 'Score is not in proportion to the result' },
  explanation: {
    zh: '定量指标未达目标的，得分 = 分值 × 实际 ÷ 目标（反向指标为目标 ÷ 实际），按本表得分的小数位四舍五入。表上另有评分标准的，按其标准核对；写明扣分原因的低分不提示。',
    en: 'A missed quantitative target earns its points times actual ÷ target (target ÷ actual where fewer is better), rounded to the places that the form prints. A scoring standard of the form’s own goes before; a lower score with a reason passes.',
  },
  tolerance: 'T1',
  severity: 'warning',
  parameters: {},
  example: {
    zh: '目标 100%，实际 98%，分值 10，得分 9（应为 9.8）',
    en: 'target 100%, actual 98%, points 10, score 9 (9.8)',
  },
  check,
};

function check(context: FilingContext): Outcome[] {
  const half = halfScore(context.indicators);
  return scoredRows(context).flatMap((scored): Outcome[] => {
    const { achievement, row, score, weight } = scored;
    if (achievement === null || achievement.met || score >= weight || hasOwnRule(scored)) return [];
    const due = proRata(weight, achievement);
    if (due === null) return [];
    const fits = score >= due.low - half && score <= due.high + half;
    if (fits || (score < due.low && givesReason(row))) return [passed(context.filing.filing_id)];
    const points = show(roundTo(due.exact, 2));
    return [
      notice(context, {
        verdict: 'improbable',
        message: {
          zh: `“${nameOf(row)}”目标 ${achievement.target.raw}、实际 ${achievement.actual.raw}，按比例应得 ${points} 分，得分填 ${show(score)}`,
          en: `“${nameOf(row)}”: target ${achievement.target.raw}, actual ${achievement.actual.raw}, in proportion ${points} points, scored ${show(score)}`,
        },
        expected: toNumber(roundTo(due.exact, 2)),
        actual: row.score,
        difference: toNumber(score - roundTo(due.exact, 2)),
        evidence: [...scoreCells(row).toReversed(), targetCell(row), actualCell(row)],
        operands: [indicatorKey(row)],
      }),
    ];
  });
}

/** A standard that says how to score: clauses are executed by a rule of their own, words are nobody's. */
function hasOwnRule({ row }: Scored): boolean {
  return (row.scoring_rule ?? '').trim() !== '' && !isPlain(row.scoring_rule ?? '');
}

/** Whether clauses other than 按比例 decide the score. */
export function hasClauses({ row }: Scored): boolean {
  return compile(row.scoring_rule ?? '') !== null && !isPlain(row.scoring_rule ?? '');
}

function isPlain(standard: string): boolean {
  const program = compile(standard);
  return program !== null && isProportional(program);
}
