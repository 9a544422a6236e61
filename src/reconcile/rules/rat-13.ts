import type { Indicator } from '../../../schemas/index.ts';
import type { RatioEdit } from '../edits/edit.ts';
import { evaluate } from '../edits/evaluate.ts';
import { judgedByMost, type Row } from '../edits/most-rows.ts';
import { ratioEdit } from '../edits/ratios.ts';
import { toldDirection } from '../figures/achievement.ts';
import type { FilingContext, FilingRule, Outcome } from '../rule.ts';

/** 完成率 = 实际完成值 ÷ 指标值. */
export const RAT_13: FilingRule = {
  id: 'RAT-13',
  scope: 'filing',
  kind: 'ratio',
  title: { zh: '完成率不等于完成值÷目标值', en: 'Completion rate differs from actual ÷ target' },
  explanation: {
    zh: '自评表有完成率列的，定量指标的完成率应等于实际完成值 ÷ 指标值 × 100%；超额完成按 100% 填的、反向指标倒过来算的，视为相符；指标值按所填计，不作四舍五入理解。各行须有三分之二相符才判为错误，只有一半相符的作警告；多数行都不符的，完成率另有算法，不作核对。',
    en: 'Where a self-evaluation has a column of completion rates, that of a number is actual ÷ target. 100% for more than the target passes, and so does target ÷ actual where less is better; the target is what it says, however few digits it has. Two in three of the rows have to bear it out, else a warning; where most rows differ the form counts in another way and is not checked.',
  },
  tolerance: 'T1',
  severity: 'error',
  parameters: {},
  example: { zh: '目标 480公里，完成 456公里，完成率 96%', en: 'target 480 km, actual 456 km, rate 96%' },
  check,
};

function check(context: FilingContext): Outcome[] {
  const rows = context.indicators.flatMap((row): Row[] => {
    const edits = editsOf(context, row);
    const edit = edits.find((each) => evaluate(each)?.within === true) ?? edits[0];
    return edit === undefined ? [] : [{ edit, isRight: isCapped(row) }];
  });
  return judgedByMost(context.filing.filing_id, rows, 'most rates are not actual ÷ target');
}

/** The rate of the target, and the other way round where less is better. */
function editsOf({ facts, filing }: FilingContext, row: Indicator): RatioEdit[] {
  const rate = facts.rate(row, 'completion_rate');
  const actual = facts.quantity(row, 'actual');
  const target = facts.quantity(row, 'target');
  if (rate === null || actual === null || target === null || row.actual?.kind !== 'number') return [];
  if (ofPart.test(row.remark ?? '')) return [];
  if (target.value <= 0n || actual.value <= 0n || target.unit !== actual.unit) return [];
  const name = row.level3 ?? row.level2 ?? '';
  const says = {
    zh: `“${name}”完成率应等于完成值 ÷ 目标值`,
    en: `completion rate of “${name}” should be actual ÷ target`,
  };
  // Soft: whoever breaks the sum is told by the sum.
  const of = { rule: 'RAT-13', soft: true, says, rate };
  // 2万人次 asked for are no 1.6万: what was done may be rounded, the target is what it says.
  const edit = ratioEdit(filing, { ...of, numerator: actual, denominator: target, exact: 'denominator' });
  if (!isAtMost(row)) return [edit];
  const roles = ['rate', 'denominator', 'numerator'] as const;
  const turned = { numerator: target, denominator: actual, exact: 'numerator', roles } as const;
  return [edit, ratioEdit(filing, { ...of, ...turned })];
}

const isAtMost = ({ category, target }: Indicator): boolean =>
  target?.op === '<=' || target?.op === '<' || toldDirection(category) === 'less';

/** 上半年目标值：20公里 beside the target of the year: what was done may be told as a share of that. */
const ofPart = /(?:[上下]半年|阶段|序时|季度|\d{1,2}月)[^；：]{0,4}(?:目标|计划|任务)[值数]?：/;

/** 100% for what went beyond its target. */
function isCapped(row: Indicator): boolean {
  const [done, aim] = [row.actual?.value ?? 0, row.target?.value ?? 0];
  return row.completion_rate === 100 && (isAtMost(row) ? done <= aim : done >= aim);
}
