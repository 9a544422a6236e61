import type { Indicator } from '../../../schemas/index.ts';
import type { RatioEdit } from '../edit.ts';
import { evaluate } from '../evaluate.ts';
import { edited, type FilingContext, type FilingRule, notEvaluated, type Outcome, passed } from '../rule.ts';

/** 完成率 = 实际完成值 ÷ 指标值. */
export const RAT_13: FilingRule = {
  id: 'RAT-13',
  scope: 'filing',
  kind: 'ratio',
  title: { zh: '完成率不等于完成值÷目标值', en: 'Completion rate differs from actual ÷ target' },
  explanation: {
    zh: '自评表有完成率列的，定量指标的完成率应等于实际完成值 ÷ 指标值 × 100%；超额完成按 100% 填的、反向指标倒过来算的，视为相符。多数行都不符的，完成率另有算法，不作核对。',
    en: 'Where a self-evaluation has a column of completion rates, that of a number is actual ÷ target. 100% for more than the target passes, and so does target ÷ actual where less is better. Where most rows differ the form counts in another way and is not checked.',
  },
  tolerance: 'T1',
  severity: 'error',
  parameters: {},
  example: { zh: '目标 480公里，完成 456公里，完成率 96%', en: 'target 480 km, actual 456 km, rate 96%' },
  check,
};

function check(context: FilingContext): Outcome[] {
  const rows = context.indicators.flatMap((row) => {
    const edits = editsOf(context, row);
    return edits.length === 0 ? [] : [{ row, edits }];
  });
  const fits = rows.map(
    ({ edits, row }) => isCapped(row) || edits.some((edit) => evaluate(edit)?.within === true),
  );
  const id = context.filing.filing_id;
  if (fits.filter(Boolean).length * 2 < rows.length)
    return rows.map(() => notEvaluated(id, 'most rates are not actual ÷ target'));
  return rows.map(({ edits }, i) => (fits[i] ? passed(id) : edited(edits[0]!)));
}

/** The rate either way round where less is better, else of the target. */
function editsOf({ facts, filing }: FilingContext, row: Indicator): RatioEdit[] {
  const rate = facts.rate(row, 'completion_rate');
  const actual = facts.quantity(row, 'actual');
  const target = facts.quantity(row, 'target');
  if (rate === null || actual === null || target === null || row.actual?.kind !== 'number') return [];
  if (ofPart.test(row.remark ?? '')) return [];
  if (target.value <= 0n || actual.value <= 0n || target.unit !== actual.unit) return [];
  const name = row.level3 ?? row.level2 ?? '';
  const of = { fact: actual, coefficient: 1n, role: 'numerator' };
  const aim = { fact: target, coefficient: 1n, role: 'denominator' };
  const edit: RatioEdit = {
    type: 'ratio',
    rule: 'RAT-13',
    filingId: filing.filing_id,
    documentId: filing.document_id,
    method: 'T1',
    // Whoever breaks the sum is told by the sum.
    soft: true,
    says: {
      zh: `“${name}”完成率应等于完成值 ÷ 目标值`,
      en: `completion rate of “${name}” should be actual ÷ target`,
    },
    rate: { fact: rate, coefficient: 1n, role: 'rate' },
    numerator: of,
    denominator: aim,
  };
  const isLess = row.target?.op === '<=' || row.target?.op === '<';
  return isLess ? [edit, { ...edit, numerator: aim, denominator: of }] : [edit];
}

/** 上半年目标值：20公里 beside the target of the year: what was done may be told as a share of that. */
const ofPart = /(?:[上下]半年|阶段|序时|季度|\d{1,2}月)[^；：]{0,4}(?:目标|计划|任务)[值数]?：/;

/** 100% for what went beyond its target. */
function isCapped({ actual, completion_rate: rate, target }: Indicator): boolean {
  const [done, aim] = [actual?.value ?? 0, target?.value ?? 0];
  return rate === 100 && (target?.op === '<=' || target?.op === '<' ? done <= aim : done >= aim);
}
