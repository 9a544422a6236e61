import type { Amount } from '../../../schemas/index.ts';
import type { Edit } from '../edits/edit.ts';
import { evaluate } from '../edits/evaluate.ts';
import { ratioEdit } from '../edits/ratios.ts';
import { isCapped, type Quotient, quotientLines } from '../figures/quotient-lines.ts';
import { edited, type FilingContext, type FilingRule, type Outcome, passed } from '../rule.ts';
import { isExecutionRate } from './execution-rate.ts';
import { untoldRates } from './pct-05.ts';
import { money } from './unit-cost.ts';

/** A line of rates or of means that is the quotient of two other lines of its table, but for single cells. */
export const RAT_14: FilingRule = {
  id: 'RAT-14',
  scope: 'filing',
  kind: 'ratio',
  title: {
    zh: '同一列（行）比率中个别不成立',
    en: 'One rate of a line is not the quotient that the others are',
  },
  explanation: {
    zh: '表中一列（行）比率或人均数，若多数格等于另两列（行）之商（如核减率 = 核减数 ÷ 申报数，生均支出 = 支出 ÷ 学生数），其余各格也应如此。至少两格成立才作判断，只有两格作证的、合计行的作警告；超过 100% 按 100% 填的视为相符。执行率（本行看不出所用分母的除外）、增减率、控制率另有规则。',
    en: 'Where most cells of a line of rates, or of means per head, are the quotient of the same two other lines of the table, the rest are to be so too. At least two cells bear witness; where only two do, and in a row of totals, a warning. 100% for more than that passes. Rates of execution (but for those whose own row does not tell what they are of), of growth and of control have rules of their own.',
  },
  tolerance: 'T1',
  severity: 'error',
  parameters: {},
  example: {
    zh: '核减 24 ÷ 申报 260 = 9.23%，同列其余各行均成立，该行填 8.23%',
    en: '24 cut of 260 is 9.23%, as the other rows have it, printed as 8.23%',
  },
  check,
};

function check(context: FilingContext): Outcome[] {
  return quotientLines(context.amounts, untoldRates(context)).flatMap((quotient) =>
    outcomesOf(context, quotient),
  );
}

function outcomesOf(context: FilingContext, quotient: Quotient): Outcome[] {
  const { of, over, target, witnesses } = quotient;
  return [...target.cells].flatMap(([at, rate]): Outcome[] => {
    const [top, bottom] = [of.cells.get(at), over.cells.get(at)];
    if (top === undefined || bottom === undefined || isToldElsewhere(context, rate)) return [];
    // 年利率 beside 计息月数: what it makes of the loan is told by all of them (UCQ-05).
    if (top.factors?.some(({ role }) => role === 'rate')) return [];
    if (isCapped(rate, top, bottom)) return [passed(context.filing.filing_id)];
    const edit = editOf(context, quotient, rate, top, bottom);
    // What rounding leaves of a mean is not worth a word.
    if (edit !== null && evaluate(edit)?.within) return [passed(context.filing.filing_id)];
    // The rate of a total may be the mean of the others.
    const severity = witnesses > 2 && rate.role !== 'total' ? 'error' : 'warning';
    return edit === null ? [] : [edited({ ...edit, severity })];
  });
}

/** A rate of execution of which PCT-05 can tell what it is of. */
const isToldElsewhere = (context: FilingContext, rate: Amount): boolean =>
  rate.measure === 'rate' && isExecutionRate(rate) && !untoldRates(context).has(rate);

/** rate = 100 · top ÷ bottom, or top = mean × bottom. */
function editOf(
  { facts, filing }: FilingContext,
  { of, over, target }: Quotient,
  rate: Amount,
  top: Amount,
  bottom: Amount,
): Edit | null {
  const [left, a, b] = [facts.amount(rate), facts.amount(top), facts.amount(bottom)];
  if (left === null || a === null || b === null || b.value <= 0n) return null;
  const says = {
    zh: `“${target.name}”应等于“${of.name}”÷“${over.name}”`,
    en: `“${target.name}” should be “${of.name}” ÷ “${over.name}”`,
  };
  // Soft: whoever breaks the sum is told by the sum.
  if (rate.unit === '%')
    return ratioEdit(filing, { rule: 'RAT-14', soft: true, says, rate: left, numerator: a, denominator: b });
  return {
    type: 'product',
    rule: 'RAT-14',
    filingId: filing.filing_id,
    documentId: filing.document_id,
    method: 'T1',
    soft: true,
    says,
    relation: '=',
    amount: money(a, a.factor, 'numerator'),
    factors: [money(left, left.factor, 'rate'), { fact: b, coefficient: b.factor, role: 'denominator' }],
    multiplier: 1n,
  };
}
