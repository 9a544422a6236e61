import { evaluate } from '../edits/evaluate.ts';
import { isFact, leavesExecution, pointSum, total } from '../edits/points.ts';
import type { LevelGroup } from '../figures/indicators.ts';
import { edited, type FilingContext, notEvaluated, type Outcome, passed } from '../rule.ts';

/** 合计 | 100 below the points of 一级指标 or 二级指标 in columns of their own: they add up to it, with those of 预算执行率 or without. */
export function levelTotals(context: FilingContext, groups: readonly LevelGroup[]): Outcome[] {
  const { facts, filing } = context;
  return (filing.other_totals ?? []).flatMap(({ label, of }, k): Outcome[] => {
    if (of !== 'level1_weight' && of !== 'level2_weight') return [];
    const printed = facts.otherTotal(filing, k);
    if (printed === null) return [];
    const levels = of === 'level1_weight' ? groups : groups.flatMap(({ inner }) => inner);
    const points = levels.map(({ rows }) => (rows[0] === undefined ? null : facts.indicator(rows[0], of)));
    const parts = points.filter(isFact);
    if (parts.length < points.length || parts.length < 2)
      return [notEvaluated(filing.filing_id, 'points of a level are blank')];
    const execution = facts.filing(filing, 'execution_weight');
    if (leavesExecution(context, printed, total(parts))) return [passed(filing.filing_id)];
    const says = { zh: `“${label}”合计应等于各级分值之和`, en: `the total of “${label}” should be its sum` };
    const sum = { rule: 'WGT-02', says, total: printed, base: 0n, role: 'weight', soft: true } as const;
    const edit = pointSum(context, { ...sum, parts });
    if (execution === null || evaluate(edit)?.within === true) return [edited(edit)];
    const whole = pointSum(context, { ...sum, parts: [...parts, execution] });
    return [edited(evaluate(whole)?.within === true ? whole : edit)];
  });
}
