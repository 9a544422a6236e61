import type { Amount } from '../../../schemas/index.ts';
import { judgedByMost, type Row } from '../edits/most-rows.ts';
import { ratioEdit } from '../edits/ratios.ts';
import { normalised } from '../keys.ts';
import type { FilingContext, Outcome } from '../rule.ts';

const CONTROL = /^(?:在职)?(?:人员)?控制率$/;
const POSTS = /编制/;
const IN_POST = /在职|实有|在编/;

/** 行政 | 42 | 40 | 95.24% below 编制数 | 年末实有数 | 在职人员控制率: the rate of each row, named by its column. */
export function staffRates({ amounts, facts, filing }: FilingContext): Outcome[] {
  const rates = amounts.filter((amount) => amount.measure === 'rate' && CONTROL.test(headOf(amount)));
  if (rates.length === 0) return [];
  const counts = Map.groupBy(
    amounts.filter(({ measure }) => measure === 'count'),
    rowOf,
  );
  const rows = rates.flatMap((amount): Row[] => {
    const beside = counts.get(rowOf(amount)) ?? [];
    const posts = beside.filter((count) => POSTS.test(headOf(count)) && !IN_POST.test(headOf(count)));
    const staff = beside.filter((count) => IN_POST.test(headOf(count)));
    // A matrix names its figures by their heads: its rate is found by its name.
    if (posts.length !== 1 || staff.length !== 1 || posts[0]!.item !== amount.item) return [];
    const [rate, denominator, numerator] = [amount, posts[0]!, staff[0]!].map((each) => facts.amount(each));
    if (!rate || !denominator || !numerator || denominator.value <= 0n) return [];
    const says = {
      zh: `“${amount.item}”控制率应等于在职人数 ÷ 编制数`,
      en: `the control rate of “${amount.item}” should be staff in post ÷ posts`,
    };
    return [{ edit: ratioEdit(filing, { rule: 'RAT-01', soft: true, says, rate, numerator, denominator }) }];
  });
  return judgedByMost(filing.filing_id, rows, 'most rates are not staff ÷ posts');
}

const headOf = ({ column_label: head }: Amount): string => normalised(head?.split(' / ').at(-1));

function rowOf({ source }: Amount): string {
  return `${source.value?.grid}|${source.value?.row}`;
}
