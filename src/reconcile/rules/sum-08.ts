import type { Amount } from '../../../schemas/index.ts';
import { evaluate } from '../edits/evaluate.ts';
import { closedUp, nameColumn, normalised } from '../keys.ts';
import { edited, type FilingContext, type FilingRule, notEvaluated, type Outcome } from '../rule.ts';
import { sumEdit } from '../sums/sums.ts';

export const SUM_08: FilingRule = {
  id: 'SUM-08',
  scope: 'filing',
  kind: 'sum',
  title: {
    zh: '年初预算加调整不等于全年预算',
    en: 'Initial budget plus adjustment differs from the annual budget',
  },
  explanation: {
    zh: '同一项目的年初预算数加预算调整数应等于全年（调整后）预算数；表中栏次行写明其算法的，按 SUM-17 核对。',
    en: 'The initial budget of a line plus its adjustment is its annual budget. Where the row of numbers says what that column is worked out from, SUM-17 checks it instead.',
  },
  tolerance: 'T2',
  severity: 'warning',
  parameters: {},
  example: { zh: '年初 50 + 调整 5 ≠ 全年 60', en: 'initial 50 + adjustment 5 ≠ annual 60' },
  check,
};

function check(context: FilingContext): Outcome[] {
  const { amounts, filing } = context;
  const outcomes: Outcome[] = [];
  const adjustments = amounts.filter(
    (amount) => amount.measure === 'adjustment' && !comparesYears(amounts, amount),
  );
  const lines = Map.groupBy(
    adjustments,
    (adjustment) => sameLine(amounts, adjustment, 'annual_budget') ?? null,
  );
  for (const [annual, changes] of lines) {
    // 4=1+2-3 below its head: the form itself says what it is made of, which SUM-17 holds it to.
    if (annual?.column_formula !== undefined) continue;
    const initial = sameLine(amounts, changes[0]!, 'initial_budget');
    if (initial === undefined || annual === null) {
      for (const _ of changes) outcomes.push(notEvaluated(filing.filing_id, 'operand missing'));
      continue;
    }
    const says = {
      zh: `${annual.item}：年初预算数加调整数应等于全年预算数`,
      en: `${annual.item}: initial budget plus adjustment should be the annual budget`,
    };
    const edits = readings(changes)
      .map(({ less, parts }) =>
        sumEdit(context, annual, [initial, ...parts], { rule: 'SUM-08', relation: '=', says, less }),
      )
      .filter((edit) => edit !== null);
    const closing = edits.find((edit) => evaluate(edit)?.within === true) ?? edits[0];
    if (closing === undefined) outcomes.push(notEvaluated(filing.filing_id, 'operand is blank'));
    else outcomes.push(edited(closing));
  }
  return outcomes;
}

/** What is added to the first budget, and what is printed without a sign and taken off it. */
interface Changes {
  parts: readonly Amount[];
  less: readonly Amount[];
}

/** 追加 | 追减 | 小计: the sum of the changes, or all that it adds up; a lone change is the adjustment itself. */
function readings(changes: readonly Amount[]): readonly Changes[] {
  const sums = changes.filter(({ column_label: label }) =>
    TOTAL.test(normalised(label?.split(' / ').at(-1))),
  );
  const parts = changes.filter((change) => !sums.includes(change));
  const less = parts.filter((part) => (part.value ?? 0) > 0 && LESS.test(lowestHead(part)));
  const more = parts.filter((part) => !less.includes(part));
  const plain = [...sums.map((sum) => [sum]), parts, ...parts.map((part) => [part])].filter(
    ({ length }) => length > 0,
  );
  const added = plain.map((each) => ({ parts: each, less: [] }));
  // 调增 5 | 调减 3: both without a sign.
  return less.length > 0 ? [{ parts: more, less }, ...added] : added;
}

const lowestHead = ({ column_label: label }: Amount): string => normalised(label?.split(' / ').at(-1));
const LESS = /^(?:本次|本年|年中)?(?:调减|追减|核减|压减|减少|调出)(?:数|额|金额)?$/;

const TOTAL = /^(?:合计|小计|总计|净额|净增减?|调整数?)$/;

/** 增减额 beside 上年决算数 is the change from year to year, no adjustment of the budget. */
function comparesYears(amounts: readonly Amount[], change: Amount): boolean {
  return (
    /增减/.test(closedUp(change.column_label)) &&
    amounts.some(
      (amount) =>
        amount.source.value?.grid === change.source.value?.grid &&
        amount.source.value?.row === change.source.value?.row &&
        (amount.measure === 'prior' || (amount.year ?? change.year) !== change.year),
    )
  );
}

function sameLine(amounts: readonly Amount[], like: Amount, measure: Amount['measure']): Amount | undefined {
  return amounts.find(
    (amount) =>
      amount.measure === measure &&
      amount.item === like.item &&
      amount.parent === like.parent &&
      amount.fund === like.fund &&
      amount.project === like.project &&
      nameColumn(amount) === nameColumn(like) &&
      amount.source.value?.row === like.source.value?.row,
  );
}
