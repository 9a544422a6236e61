import type { Indicator } from '../../../schemas/index.ts';
import { judgedByMost, type Row } from '../edits/most-rows.ts';
import { isFact, pointSum, total } from '../edits/points.ts';
import { type LevelGroup, levelsOf } from '../figures/indicators.ts';
import type { FilingContext, FilingRule, Outcome } from '../rule.ts';

/** The score of a level is the sum of those below it. */
export const SCR_15: FilingRule = {
  id: 'SCR-15',
  scope: 'filing',
  overAll: true,
  kind: 'score_sum',
  title: { zh: '上级指标得分不等于下级之和', en: 'Score of a level differs from those below it' },
  explanation: {
    zh: '一级、二级指标另印得分的，应等于其下各项得分之和。三分之二相符才判为错误，只有一半相符的作警告，多数不符的不作核对。',
    en: 'Where a level prints a score of its own it is the sum of those below it. Two in three have to bear it out, else a warning; where most differ none is checked.',
  },
  tolerance: 'T0',
  severity: 'error',
  parameters: {},
  example: { zh: '决策得分 18，其下 5 + 5 + 4 + 3 = 17', en: 'decision scores 18 over 5 + 5 + 4 + 3 = 17' },
  check,
};

function check(context: FilingContext): Outcome[] {
  const groups = levelsOf(context.indicators);
  const rows = groups.flatMap((group) => [
    ...sumOf(context, group, 'level1_score'),
    ...group.inner.flatMap((inner) => sumOf(context, inner, 'level2_score')),
  ]);
  return judgedByMost(context.filing.filing_id, rows, 'most levels are not what stands below them');
}

function sumOf(context: FilingContext, group: LevelGroup, field: 'level1_score' | 'level2_score'): Row[] {
  const { facts } = context;
  const whole = group.rows.map((row: Indicator) => facts.indicator(row, field)).find(isFact);
  const parts = group.rows.map((row) => facts.indicator(row, 'score')).filter(isFact);
  if (whole === undefined || parts.length < group.rows.length) return [];
  const says = {
    zh: `“${group.name}”得分应等于下级得分之和`,
    en: `the score of “${group.name}” should be those below it`,
  };
  // Soft: whoever breaks the total is told by the total.
  const sum = { rule: 'SCR-15', says, total: whole, base: 0n, parts, role: 'score', soft: true } as const;
  // The row of execution stands among those of a level, and its score in the filing.
  const execution = facts.filing(context.filing, 'execution_score');
  const isRight = execution !== null && total(parts) + execution.value === whole.value;
  return [{ edit: pointSum(context, sum), isRight }];
}
