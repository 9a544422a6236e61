import { wholesOf } from '../amounts.ts';
import { compositionOf } from '../profiles/composition.ts';
import { edited, type FilingContext, type FilingRule, notEvaluated, type Outcome } from '../rule.ts';
import { sumEdit } from '../sums.ts';

/** 其中 parts that need not be all of their whole stay below it. */
export const SUM_06: FilingRule = {
  id: 'SUM-06',
  scope: 'filing',
  kind: 'sum',
  title: { zh: '其中项之和大于总数', en: 'Parts exceed their whole' },
  explanation: {
    zh: '“其中”所列各项未必穷尽总数，但其和不得大于总数。',
    en: 'Parts named by 其中 need not be exhaustive, yet their sum may not exceed the whole.',
  },
  tolerance: 'T1',
  severity: 'error',
  parameters: {},
  example: {
    zh: '公用经费 80，其中：办公费 60 + 差旅费 30 = 90',
    en: 'running costs 80, of which 60 + 30 = 90',
  },
  check,
};

function check(context: FilingContext): Outcome[] {
  const outcomes: Outcome[] = [];
  for (const of of wholesOf(context.amounts)) {
    if (of.whole === null || of.exhaustive) continue;
    if (compositionOf(context.profile, of.whole, of.parts) !== null) continue;
    const edit = sumEdit(context, of.whole, of.parts, { rule: 'SUM-06', relation: '<=' });
    if (edit === null) outcomes.push(notEvaluated(context.filing.filing_id, 'no figures to add up'));
    else outcomes.push(edited({ ...edit, method: 'T1' }));
  }
  return outcomes;
}
