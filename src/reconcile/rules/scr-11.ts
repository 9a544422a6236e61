import { scoredRows } from '../figures/scores.ts';
import { indicatorKey } from '../keys.ts';
import { actualCell, notice, targetCell } from '../notice.ts';
import { type FilingContext, type FilingRule, notEvaluated, type Outcome, passed } from '../rule.ts';

const PARAMETERS = {
  rows: {
    value: 5,
    unit: 'quantitative indicators',
    reason: 'fewer may all be hit exactly; five exact hits in one form are rarely measured',
  },
} as const;

/** Every target hit exactly and every point given: actual values that were copied, not measured. */
export const SCR_11: FilingRule = {
  id: 'SCR-11',
  scope: 'filing',
  kind: 'score_rule',
  title: { zh: '全部恰好完成且全部满分', en: 'Every target hit exactly, full points' },
  explanation: {
    zh: '所有定量指标的实际值都恰好等于目标值并得满分，实际值可能照抄目标而未经测量。',
    en: 'All actual values equal their targets exactly and all points are given: the values may be copied and not measured.',
  },
  tolerance: 'T4',
  severity: 'info',
  parameters: PARAMETERS,
  example: {
    zh: '9 项定量指标实际值均等于目标值，均得满分',
    en: 'nine targets hit exactly, all with full points',
  },
  check,
};

function check(context: FilingContext): Outcome[] {
  const { filing } = context;
  const rows = scoredRows(context).filter(({ achievement }) => achievement !== null);
  if (rows.length === 0) return [];
  if (rows.length < PARAMETERS.rows.value) return [notEvaluated(filing.filing_id, 'too few indicators')];
  // 100 % of 100 % cannot be exceeded: only targets that could be missed or passed tell.
  const free = rows.filter(({ row }) => row.target?.value !== 100);
  const exactly = rows.every(({ achievement, score, weight }) => {
    return achievement !== null && achievement.wanted === achievement.reached && score === weight;
  });
  if (!exactly || free.length < PARAMETERS.rows.value) return [passed(filing.filing_id)];
  return [
    notice(context, {
      verdict: 'explained',
      message: {
        zh: `${rows.length} 项定量指标的实际值全部恰好等于目标值，且全部满分`,
        en: `all ${rows.length} quantitative targets are hit exactly, all with full points`,
      },
      evidence: rows.flatMap(({ row }) => [targetCell(row), actualCell(row)]),
      operands: rows.map(({ row }) => indicatorKey(row)),
    }),
  ];
}
