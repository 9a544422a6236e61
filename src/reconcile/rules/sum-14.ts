import type { LinearEdit } from '../edits/edit.ts';
import { evaluate } from '../edits/evaluate.ts';
import { type Change, changesOf } from '../figures/changes.ts';
import { edited, type FilingContext, type FilingRule, type Outcome } from '../rule.ts';
import { commonSize } from '../sums/sums.ts';

/** The change that a line of a table prints is the difference of its two years. */
export const SUM_14: FilingRule = {
  id: 'SUM-14',
  scope: 'filing',
  kind: 'sum',
  title: { zh: '表内增减额与两年数字不符', en: 'Change in a table differs from its two figures' },
  explanation: {
    zh: '增减额 = 本期 − 上期，减少用负数。表内有多列数字时，以能使多数行成立的两列为准。',
    en: 'A change is current − previous, negative where it fell. Of several columns the two count with which most lines close.',
  },
  tolerance: 'T2',
  severity: 'error',
  parameters: {},
  example: { zh: '上年 300，本年 240，增减额 60（应为 −60）', en: '300 last year, 240 now, change 60 (−60)' },
  check,
};

function check(context: FilingContext): Outcome[] {
  const changes = changesOf(context.amounts, 'adjustment', (change) => {
    const edit = difference(context, change);
    return edit === null ? null : evaluate(edit)?.within === true;
  });
  return changes.flatMap((change) => {
    const edit = difference(context, change);
    return edit === null ? [] : [edited(edit)];
  });
}

function difference(
  { facts, filing }: FilingContext,
  { printed, current, previous }: Change,
): LinearEdit | null {
  const change = facts.amount(printed);
  const now = facts.amount(current);
  const before = facts.amount(previous);
  if (change === null || now === null || before === null) return null;
  const size = commonSize([change, now, before]);
  return {
    type: 'linear',
    relation: '=',
    rule: 'SUM-14',
    filingId: filing.filing_id,
    documentId: filing.document_id,
    method: 'T2',
    says: {
      zh: `${printed.item}增减额应等于本期减上期`,
      en: `the change of ${printed.item} should be current less previous`,
    },
    terms: [
      { fact: change, coefficient: change.factor / size, role: 'total' },
      { fact: now, coefficient: -(now.factor / size), role: 'part' },
      { fact: before, coefficient: before.factor / size, role: 'part' },
    ],
    constant: 0n,
  };
}
