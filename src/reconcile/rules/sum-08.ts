import type { Amount } from '../../../schemas/index.ts';
import { nameColumn } from '../keys.ts';
import { edited, type FilingContext, type FilingRule, notEvaluated, type Outcome } from '../rule.ts';
import { sumEdit } from '../sums.ts';

export const SUM_08: FilingRule = {
  id: 'SUM-08',
  scope: 'filing',
  kind: 'sum',
  title: {
    zh: '年初预算加调整不等于全年预算',
    en: 'Initial budget plus adjustment differs from the annual budget',
  },
  explanation: {
    zh: '同一项目的年初预算数加预算调整数应等于全年（调整后）预算数。',
    en: 'The initial budget of a line plus its adjustment is its annual budget.',
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
  for (const adjustment of adjustments) {
    const initial = sameLine(amounts, adjustment, 'initial_budget');
    const annual = sameLine(amounts, adjustment, 'annual_budget');
    if (initial === undefined || annual === undefined) {
      outcomes.push(notEvaluated(filing.filing_id, 'operand missing'));
      continue;
    }
    const says = {
      zh: `${annual.item}：年初预算数加调整数应等于全年预算数`,
      en: `${annual.item}: initial budget plus adjustment should be the annual budget`,
    };
    const edit = sumEdit(context, annual, [initial, adjustment], { rule: 'SUM-08', relation: '=', says });
    if (edit === null) outcomes.push(notEvaluated(filing.filing_id, 'operand is blank'));
    else outcomes.push(edited(edit));
  }
  return outcomes;
}

/** 增减额 beside 上年决算数 is the change from year to year, no adjustment of the budget. */
function comparesYears(amounts: readonly Amount[], change: Amount): boolean {
  return (
    /增减/.test(change.column_label ?? '') &&
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
