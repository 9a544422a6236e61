import type { Amount } from '../../../schemas/index.ts';
import { toNumber } from '../facts/exact.ts';
import { printWithUnit } from '../facts/fact.ts';
import { evidenceOf } from '../findings.ts';
import { notice } from '../notice.ts';
import { isNamed } from '../profiles/composition.ts';
import { type FilingContext, type FilingRule, notEvaluated, type Outcome, passed } from '../rule.ts';

/** No more people in post than posts approved. */
export const RAT_11: FilingRule = {
  id: 'RAT-11',
  scope: 'filing',
  kind: 'ratio',
  title: { zh: '在职人数超过编制数', en: 'More people in post than posts approved' },
  explanation: {
    zh: '在职人员控制率 = 在职人员数 ÷ 编制数，应不大于 100%；超编须有说明。',
    en: 'The staff control rate, people in post over posts approved, is to stay within 100 %; more needs a reason.',
  },
  tolerance: 'T0',
  severity: 'warning',
  parameters: {},
  example: { zh: '编制 30，在职 34', en: '30 posts, 34 people in post' },
  check,
};

function check(context: FilingContext): Outcome[] {
  const { amounts, facts, filing, profile } = context;
  const formula = profile.rates.find(({ rule }) => rule === 'RAT-01');
  if (formula === undefined) return [];
  const counts = amounts.filter(({ measure, section }) =>
    section === 'base_data' ? measure === 'count' : section === 'staff' && measure !== 'rate',
  );
  const named = (names: readonly string[]): Amount[] => counts.filter(({ item }) => isNamed(item, names));
  return named(formula.numerator.items).flatMap((staff): Outcome[] => {
    const posts = named(formula.denominator.items).find(({ year }) => year === null || year === staff.year);
    const actual = facts.amount(staff);
    const approved = posts === undefined ? null : facts.amount(posts);
    if (actual === null || approved === null) return [notEvaluated(filing.filing_id, 'operand missing')];
    if (actual.value <= approved.value) return [passed(filing.filing_id)];
    return [
      notice(context, {
        verdict: 'improbable',
        message: {
          zh: `${actual.label} ${printWithUnit(actual)}，超过${approved.label} ${printWithUnit(approved)}`,
          en: `${actual.label} ${printWithUnit(actual)} exceeds ${approved.label} ${printWithUnit(approved)}`,
        },
        evidence: [evidenceOf(actual, 'in post'), evidenceOf(approved, 'posts')],
        operands: [actual.key, approved.key],
        expected: approved.printed,
        actual: actual.printed,
        difference: toNumber(actual.value - approved.value),
        tolerance: 0,
      }),
    ];
  });
}
