import type { Amount, Measure } from '../../../schemas/index.ts';
import type { Fact } from '../facts/fact.ts';
import { amountOf, lineAt, topsOf } from '../figures/lines.ts';
import { nameColumn } from '../keys.ts';
import type { FilingContext } from '../rule.ts';
import { wholeYear } from './spent-by-parts.ts';

/** What counts as spent, the first that stands there. */
export const DONE: readonly Measure[] = ['executed', 'final'];

/** The figure of the same row and year, else the top figure of the form; of several measures the first that stands there. */
export function figure(
  { amounts, facts }: FilingContext,
  rate: Amount,
  measures: readonly Measure[],
): Fact | null {
  const at = rate.source.value;
  const isAmong = (amount: Amount): boolean =>
    measures.includes(amount.measure) &&
    amount.section === rate.section &&
    amount.value !== null &&
    // 2022年决算数 stands in the row of a rate of 2023 only to be compared with.
    (amount.year === null || rate.year === null || amount.year === rate.year);
  const line = at === undefined ? [] : lineAt(amounts, at).filter(isAmong);
  const inRow = wholeYear(line, rate);
  const ofItem = inRow.filter((amount) => amount.item === rate.item);
  const ofLine = ofItem.filter((amount) => nameColumn(amount) === nameColumn(rate));
  const ofGroup = ofLine.filter((amount) => groupOf(amount) !== null && groupOf(amount) === groupOf(rate));
  const chosen =
    firstOf(measures, ofGroup) ??
    firstOf(measures, ofLine) ??
    firstOf(measures, ofItem) ??
    firstOf(measures, topsInRow(inRow));
  if (chosen !== undefined) return facts.amount(chosen);
  const top = rate.parent_id === null ? onlyTop(amounts, measures, isAmong) : null;
  return top === null ? null : facts.amount(top);
}

/** The only one that is part of nothing; null of several. */
function onlyTop(
  amounts: readonly Amount[],
  measures: readonly Measure[],
  isAmong: (amount: Amount) => boolean,
): Amount | null {
  let only: Amount | null = null;
  for (const measure of measures)
    for (const top of topsOf(amounts, measure)) {
      if (!isAmong(top)) continue;
      if (only !== null) return null;
      only = top;
    }
  return only;
}

/** 养老保险基金 over 预算数 | 执行数 | 执行率, beside the same of 失业保险基金: the head that the columns stand under; null under none. */
function groupOf({ column_label: label }: Amount): string | null {
  const [group = '', ...below] = label?.split(' / ') ?? [];
  return below.length === 0 ? null : group;
}

/** 中央 | 300 | 省 | 200 | 合计 | 500 | 支出进度: of a row of sources what adds them up; none of several that nothing adds up. */
function topsInRow(row: readonly Amount[]): readonly Amount[] {
  const ids = new Set(row.map(({ amount_id: id }) => id));
  const tops = row.filter(({ parent_id: whole }) => whole === null || !ids.has(whole));
  return tops.filter(({ item, measure }) =>
    tops.every((other) => other.measure !== measure || other.item === item),
  );
}

function firstOf(measures: readonly Measure[], amounts: readonly Amount[]): Amount | undefined {
  for (const measure of measures) {
    const found = amounts.find((amount) => amount.measure === measure);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** 上年结转 | 本年安排 | 合计 | 支出: other columns of the same measure in the line of a figure; the rate may be of any of them. */
export function besides({ amounts, facts }: FilingContext, fact: Fact): Fact[] {
  const own = amountOf({ amounts, facts }, fact);
  if (own === undefined) return [];
  const alike = lineAt(amounts, own.source.value).filter(
    (other) =>
      other !== own &&
      other.measure === own.measure &&
      other.item === own.item &&
      other.parent === own.parent &&
      other.year === own.year &&
      groupOf(other) === groupOf(own) &&
      nameColumn(other) === nameColumn(own),
  );
  return alike.map((other) => facts.amount(other)).filter((other): other is Fact => other !== null);
}
