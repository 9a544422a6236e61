import { totalLabel } from '../lexicon/money-columns.ts';
import { isSourceName } from '../lexicon/money-items.ts';
import type { AmountDraft } from './money.ts';

/**
 * 项目总投资 | 32,000 and, in a table of its own, 资金来源 | 合计 | 资本金 | 债券: where the whole is the only sum that the form names a stage of,
 * sources that say no stage or year are those of the whole, and what adds them up is the whole once more. They may as well be those of
 * a year: that they add up to the whole tells, or that they are what pays for an investment.
 */
export function joinSources(amounts: readonly AmountDraft[]): void {
  const funding = amounts.filter(({ record }) => record.section === 'funding');
  const [whole, other] = funding.filter(
    ({ record }) => record.measure === 'total_budget' && record.role === 'total',
  );
  if (whole === undefined || other !== undefined) return;
  // 年度资金总额 beside it: the sources may be those of the year.
  if (funding.some(({ assumed, record }) => record.measure === 'current' && assumed !== true)) return;
  const list = funding.filter(({ assumed }) => assumed === true);
  if (list.length < 2 || funding.some(({ whole: of }) => of === whole)) return;
  const totals = list.filter(({ record }) => totalLabel.test(record.item));
  const sources = list.filter((draft) => !totals.includes(draft));
  if (totals.length > 1 || (totals.length === 0 && !sources.every(({ record }) => isSourceName(record.item))))
    return;
  const tops = totals.length > 0 ? totals : sources;
  if (!addsUp(whole, tops) && !paysForInvestment(whole, sources)) return;
  for (const { record } of list) record.measure = 'total_budget';
  for (const draft of tops) {
    draft.whole = whole;
    draft.record.parent = whole.record.item;
    draft.record.depth = whole.record.depth + 1;
  }
}

/** Half a unit of two decimals. */
const ROUND_OFF = 0.005;

function addsUp({ record }: AmountDraft, parts: readonly AmountDraft[]): boolean {
  const sum = parts.reduce((all, part) => all + (part.record.value ?? 0), 0);
  return record.value !== null && Math.abs(sum - record.value) <= ROUND_OFF * (parts.length + 1);
}

/** 资本金, 专项债券, 银行贷款 of 项目总投资: an investment is paid for by these as a whole, a year is not. */
function paysForInvestment({ record }: AmountDraft, sources: readonly AmountDraft[]): boolean {
  const paid = sources.filter(({ record: { item } }) => /资本金|债券|贷款|社会资本|融资/.test(item));
  return /总投资/.test(record.item) && paid.length > 1;
}
