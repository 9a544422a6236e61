import { judgedByMost, type Row } from '../edits/most-rows.ts';
import { isExtra, pointSum } from '../edits/points.ts';
import type { FilingContext, FilingRule, Outcome } from '../rule.ts';
import { saidDeductions } from './said-deductions.ts';

/** What is left of the points after the deduction is the score. */
export const SCR_12: FilingRule = {
  id: 'SCR-12',
  scope: 'filing',
  kind: 'score_rule',
  title: { zh: '分值减扣分不等于得分', en: 'Points less the deduction differ from the score' },
  explanation: {
    zh: '表内有扣分列的，每项得分应等于分值减扣分。各行须有三分之二相符才判为错误，只有一半相符的作警告；多数行都不符的，扣分另有含义，不作核对。没有扣分列而原因中写“扣 x 分”的，各处之和或其中一处应等于分值减得分，否则作警告。',
    en: 'Where a form has a column of deductions, every score is the points less the deduction. Two in three of the rows have to bear it out, else a warning; where most rows differ the column means something else and is not checked. Without such a column, what the reason of a row says was taken off, in all or at once, is its points less its score, else a warning.',
  },
  tolerance: 'T0',
  severity: 'error',
  parameters: {},
  example: { zh: '分值 10，扣分 1，得分 8', en: 'points 10, deduction 1, score 8' },
  check,
};

function check(context: FilingContext): Outcome[] {
  const { facts, filing, indicators } = context;
  const rows = indicators.flatMap((row): Row[] => {
    const score = facts.indicator(row, 'score');
    const weight = facts.indicator(row, 'weight');
    const deducted = facts.indicator(row, 'deducted');
    // What 加分项 may earn is not there to be deducted from.
    if (score === null || weight === null || deducted === null || isExtra(row)) return [];
    const name = row.level3 ?? row.level2 ?? '';
    const says = {
      zh: `“${name}”分值减扣分应等于得分`,
      en: `points of “${name}” less the deduction should be its score`,
    };
    // A deduction may be printed with its minus.
    const parts = deducted.value < 0n ? [weight, deducted] : [score, deducted];
    const total = deducted.value < 0n ? score : weight;
    return [{ edit: pointSum(context, { rule: 'SCR-12', says, total, base: 0n, parts, role: 'score' }) }];
  });
  return [
    ...judgedByMost(filing.filing_id, rows, 'most deductions are no difference of points and score'),
    ...saidDeductions(context),
  ];
}
