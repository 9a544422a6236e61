import { isExtra, isFact, leavesExecution, pointSum, total } from '../edits/points.ts';
import { exact } from '../facts/exact.ts';
import type { Fact } from '../facts/fact.ts';
import { type LevelGroup, levelsOf } from '../figures/indicators.ts';
import { edited, type FilingContext, type FilingRule, notEvaluated, type Outcome, passed } from '../rule.ts';
import { levelTotals } from './level-totals.ts';

/** Points printed in the name of a level are those of the level below it. */
export const WGT_02: FilingRule = {
  id: 'WGT-02',
  scope: 'filing',
  overAll: true,
  kind: 'weight_sum',
  title: { zh: '上级指标分值不等于下级之和', en: 'Points of a level differ from those below it' },
  explanation: {
    zh: '一级指标分值等于其二级指标分值之和，二级指标分值等于其三级指标分值之和，一级指标分值合计等于总分；合计行在各级分值列下印有数字的，应等于该列之和。',
    en: 'The points of a first-level indicator are those of its second level, these are those of the third; the first level adds up to the total. What a row of totals prints below the points of a level is their sum.',
  },
  tolerance: 'T0',
  severity: 'error',
  parameters: {},
  example: { zh: '资产管理（10分）下列 3 + 3 + 1 = 7', en: 'assets (10 points) over 3 + 3 + 1 = 7' },
  check,
};

function check(context: FilingContext): Outcome[] {
  const groups = levelsOf(context.indicators);
  return [
    ...groups.flatMap((group) => checkGroup(context, group)),
    ...checkTop(context, groups),
    ...levelTotals(context, groups),
  ];
}

function checkGroup(context: FilingContext, group: LevelGroup): Outcome[] {
  const { facts, filing } = context;
  const seconds = group.inner.map(({ rows }) => facts.indicator(rows[0]!, 'level2_weight'));
  const top = facts.indicator(group.rows[0]!, 'level1_weight');
  const outcomes: Outcome[] = [];
  group.inner.forEach((inner, i) => {
    const second = seconds[i] ?? null;
    if (second !== null) outcomes.push(sumOf(context, second, inner, leaves(context, inner)));
  });
  if (top === null) return outcomes;
  if (seconds.length > 0 && seconds.every(isFact)) outcomes.push(sumOf(context, top, group, seconds));
  else if (holdsExecution(context, top, group)) outcomes.push(passed(filing.filing_id));
  else outcomes.push(sumOf(context, top, group, leaves(context, group)));
  return outcomes.filter((outcome) => outcome.type !== 'not_evaluated' || filing.filing_id !== null);
}

/**
 * 过程（25分） over 10 and 5 beside a 预算执行率 of 10: the row of execution is one of its own, where the first levels make the total without it.
 */
function holdsExecution(context: FilingContext, top: Fact, group: LevelGroup): boolean {
  const { facts, filing, indicators } = context;
  const execution = facts.filing(filing, 'execution_weight');
  const printed = facts.filing(filing, 'total_weight');
  if (execution === null || printed === null) return false;
  if (total(leaves(context, group)) + execution.value !== top.value) return false;
  const tops = levelsOf(indicators).map(({ rows }) => facts.indicator(rows[0]!, 'level1_weight'));
  return tops.every(isFact) && total(tops.filter(isFact)) === printed.value;
}

function leaves({ facts }: FilingContext, group: LevelGroup): Fact[] {
  return group.rows.map((row) => facts.indicator(row, 'weight')).filter(isFact);
}

function sumOf(context: FilingContext, whole: Fact, group: LevelGroup, parts: readonly Fact[]): Outcome {
  if (parts.length === 0) return notEvaluated(context.filing.filing_id, 'no points below the level');
  const says = {
    zh: `“${group.name}”分值应等于下级分值之和`,
    en: `points of “${group.name}” should be those below it`,
  };
  return edited(pointSum(context, { rule: 'WGT-02', says, total: whole, base: 0n, parts, role: 'weight' }));
}

/** 一级指标 points and those of 预算执行率 make the total. Soft: a form may print 90 for a base of 100. */
function checkTop(context: FilingContext, groups: readonly LevelGroup[]): Outcome[] {
  const { facts, filing, profile } = context;
  const printed = facts.filing(filing, 'total_weight');
  const topsOf = (some: readonly LevelGroup[]): (Fact | null)[] =>
    some.map(({ rows }) => facts.indicator(rows[0]!, 'level1_weight'));
  // 加分项（5分） stands beside the hundred, where the total does not count it in.
  const every = topsOf(groups).filter(isFact);
  const own = groups.filter(({ rows }) => !rows.every(isExtra));
  const tops = printed?.value === total(every) ? topsOf(groups) : topsOf(own);
  if (tops.length < 2 || !tops.every(isFact)) return [];
  const parts = tops.filter(isFact);
  const execution = facts.filing(filing, 'execution_weight');
  const all = execution === null ? parts : [...parts, execution];
  const bases = profile.weightBase.withoutExecution.map(exact);
  const says = { zh: '一级指标分值之和', en: 'points of the first level' };
  const voice = { rule: 'WGT-02', says, role: 'weight', soft: true } as const;
  if (printed !== null) {
    if (leavesExecution(context, printed, total(parts))) return [passed(filing.filing_id)];
    const closing = printed.value === total(parts) ? parts : all;
    return [edited(pointSum(context, { ...voice, total: printed, base: 0n, parts: closing }))];
  }
  const base = bases.find((known) => known === total(all)) ?? bases[0]!;
  return [edited(pointSum(context, { ...voice, total: null, base, parts: all }))];
}
