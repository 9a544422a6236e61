import type { Amount, TextFigure } from '../../../schemas/index.ts';
import { magnitude } from '../facts/exact.ts';
import type { Fact } from '../facts/fact.ts';
import { revised } from '../facts/fact.ts';
import { normalised } from '../keys.ts';
import { entry, keptWith } from '../remembered.ts';
import { type DocumentContext, type FilingContext, type Outcome, passed } from '../rule.ts';
import { type Claim, claimsOf, factOf } from './claims.ts';
import { conceptOf } from './concept.ts';
import { isNear, mismatch } from './mismatch.ts';
import { isOfOtherTime } from './part-year.ts';
import { isOfReport } from './reports.ts';
import type { Cell } from './tables.ts';

/** 执行率, 支出进度: what the money before it makes of its budget. 资金使用率 may be of what came in, 完成率 of what was to be done. */
const RATE = /(?:执行|支出)(?:率|进度)$/;
/** A rate with words of its own is of them: 年初预算执行率, 政府采购执行率. */
const PLAIN = /^(?:总体|整体|项目|资金|预算|全年)*(?:执行|支出)(?:率|进度)$/;
/** What money is called that was spent, without a word of what for. */
const SPENDING =
  /^(?:合计|累计|实际|全年|本年|当年|项目|资金|共|已|总)*(?:支出|执行|使用|支付|完成)?(?:资金|数|额|金额)?$/;
const SPENT: ReadonlySet<Amount['measure']> = new Set(['executed', 'final']);
/** Money of fewer digits is met by chance. */
const TELLING = 3;

/**
 * 累计支出1058万元，执行率92%, where the budget stands in no sentence: the rate is the one that the table prints in the row of that very
 * sum. Where several rows have spent as much, any of them may be meant.
 */
export function rowRates(document: DocumentContext, nearness: number): Outcome[] {
  const rows = ratesBySum(document);
  if (rows.size === 0) return [];
  return claimsOf(document).flatMap((claim) =>
    claim.filing !== null
      ? []
      : claim.text.figures.flatMap((figure, index): Outcome[] => {
          const spent = isRate(figure) ? spentBefore(claim, index) : null;
          const rate = spent === null ? null : factOf(claim, index);
          if (spent === null || rate === null) return [];
          const cells = (rows.get(sizeOf(spent)) ?? []).filter(
            (cell) => isOfReport(document, claim.text, cell.filing.filing) && isOfRow(claim, index, cell),
          );
          const [cell] = cells;
          if (cell === undefined || !cells.every((one) => isNear(one.fact, rate, nearness))) return [];
          if (cells.some((one) => isSame(one.fact, rate))) return [passed(claim.text.filing_id)];
          return [mismatch(claim, index, rate, cell)];
        }),
  );
}

const isRate = ({ item, op, unit }: TextFigure): boolean =>
  unit === '%' && op === '=' && PLAIN.test(item ?? '');

/** The money is named like the row, or like any spending, and both figures are of its year. */
function isOfRow({ text: { figures } }: Claim, index: number, { concept, filing }: Cell): boolean {
  const [money, rate] = [figures[index - 1]!, figures[index]!];
  if ([money, rate].some(({ year }) => year !== null && year !== filing.filing.year)) return false;
  const name = normalised(money.item);
  return SPENDING.test(name) || (concept.name.length >= 2 && name.includes(concept.name));
}

/** 执行率98%（按年初预算计算） */
const OTHERWISE = /^\s*[%％]?\s*[（(][^）)]*(?:按|口径|预算|上年)/;

/** The money right before a rate, in its clause; null where the text itself says what the rate is of. */
function spentBefore(claim: Claim, index: number): Fact | null {
  const { figures, relations, text } = claim.text;
  const [money, rate] = [figures[index - 1], figures[index]!];
  if (money?.role !== 'stated' || money.base_unit !== '元' || money.op !== '=') return null;
  if (relations.some(({ from, kind }) => from === index && kind === 'rate_of')) return null;
  if (/[。；;\n]|其中/.test(text.slice(money.offset, rate.offset))) return null;
  if (isOfOtherTime(claim.text, money.offset) || OTHERWISE.test(text.slice(rate.offset + rate.raw.length)))
    return null;
  const fact = factOf(claim, index - 1);
  return fact !== null && magnitude(fact.value).toString().replace(/0+$/, '').length >= TELLING ? fact : null;
}

const sizeOf = ({ factor, value }: Fact): string => String(value * factor);

/** Within a unit of the last place of the coarser of the two: rounded or cut off. */
function isSame(a: Fact, b: Fact): boolean {
  const units = [2n * a.half * a.factor, 2n * b.half * b.factor];
  const off = magnitude(a.value * a.factor - b.value * b.factor);
  return units.some((unit) => off <= unit);
}

/** The rates of the rows of all tables, by what was spent in the row. */
const ratesBySum = keptWith((document: DocumentContext): ReadonlyMap<string, readonly Cell[]> => {
  const rates = new Map<string, Cell[]>();
  for (const filing of document.filings) {
    for (const [spent, cell] of ratedRows(document, filing))
      entry(rates, sizeOf(spent), (): Cell[] => []).push(cell);
  }
  return rates;
});

function ratedRows(document: DocumentContext, filing: FilingContext): (readonly [Fact, Cell])[] {
  const rows = Map.groupBy(filing.amounts, ({ source: { value: at } }) => `${at?.grid}|${at?.row}`);
  return [...rows.values()].flatMap((row): (readonly [Fact, Cell])[] => {
    const at = row[0]!.source.value;
    const spent = row.filter(({ measure, value }) => SPENT.has(measure) && value !== null);
    const rates = row.filter(({ column_label: head, measure, unit }) => {
      return measure === 'rate' && unit === '%' && RATE.test((head ?? '').replace(/[（(].*$/, ''));
    });
    if (at?.row == null || spent.length !== 1 || rates.length !== 1) return [];
    const [amount] = rates as [Amount];
    const [sum, fact, concept] = [
      document.facts.amount(spent[0]!),
      document.facts.amount(amount),
      conceptOf(amount.item),
    ];
    if (sum === null || fact === null || concept === null) return [];
    const label = `${amount.item} ${amount.column_label}`;
    return [[sum, { amount, concept, fact: revised(fact, { label }), filing }]];
  });
}
