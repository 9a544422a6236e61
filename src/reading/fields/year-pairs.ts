import { fold } from '../../values/index.ts';
import { totalLabel } from '../lexicon/money-columns.ts';
import { fundingRole } from '../table/label.ts';
import { cellIndexAt, cellOf, explain, filledCells, labelAt, labelOf, type Table } from '../table/table.ts';
import type { FundingField } from './field.ts';
import { fundingField, pairedFunding } from './funding-fields.ts';

/** The figures of a row and the cells they were read from. */
export interface YearPairs {
  funding: FundingField[];
  cells: number[];
}

const heads =
  /^(?:项目资金|(?:其中[:：]?)?(?:分年度?|各年度?|逐年|年度)(?:资金|预算|投资|金额|经费)?(?:安排|计划|额|数)?)(?:[(（].*[)）])?[:：]?$/;
const year = /^(?:19|20)\d\d年度?[:：]?$/;
const yearsOrOpen = /^(?:19|20)\d\d年度?(?:及?以[前后](?:年度?)?)?[:：]?$/;
const yearAndFigure = /^((?:19|20)\d\d年度?)[:：]?(\d[\d,]*(?:\.\d+)?(?:万元|亿元|元)?)$/;

/**
 * Reads 分年度预算 | 2025年 | 100 | 2026年 | 100 | 2027年：100: what each year has of the whole, and further rows of such pairs beside the
 * same head, where 合计 may stand behind the last; null for other rows.
 */
export function yearPairs(table: Table, row: number): YearPairs | null {
  const filled = filledCells(table, row);
  const [first] = filled;
  const own = first !== undefined && heads.test(labelOf(table, first).key);
  const alone = own ? null : pairsAlone(table, filled);
  if (alone !== null) return alone;
  if (!own && first !== undefined && fundingRole(labelOf(table, first)) !== null)
    return sourcePairs(table, filled) ?? periodPairs(table, filled);
  const goesOn = !own && cellOf(table, cellIndexAt(table, row, 0)).row < row;
  if (!own && !(goesOn && heads.test(labelAt(table, row, 0).key))) return null;
  const rest = own ? filled.slice(1) : filled;
  const found: YearPairs = { funding: [], cells: own ? [first] : [] };
  for (let k = 0; k < rest.length; k++) {
    const i = rest[k] as number;
    if (found.funding.length > 0 && totalLabel.test(labelOf(table, i).key)) break;
    const [, label, value] = yearAndFigure.exec(fold(cellOf(table, i).text).replace(/\s/g, '')) ?? [];
    const next = rest[k + 1];
    if (label !== undefined && value !== undefined) {
      found.funding.push(pairedFunding(table, i, { role: null, rank: PART, label, value }));
      found.cells.push(i);
    } else if (next !== undefined && year.test(labelOf(table, i).key)) {
      if (!labelOf(table, next).figure && !labelOf(table, next).void) return null;
      found.funding.push(fundingField(table, i, next, PART));
      found.cells.push(i, next);
      k++;
    } else return null;
  }
  if (found.funding.length < (own ? 2 : 1)) return null;
  for (const i of found.cells) explain(table, i);
  return found;
}

/** 2035年 | 12.6 | 2036年 | 12.9 | 2037年及以后 | 14.6 and nothing else in the row: the list goes on from the rows above. */
function pairsAlone(table: Table, filled: readonly number[]): YearPairs | null {
  if (filled.length < 2 * FEWEST_YEARS || filled.length % 2 !== 0) return null;
  const funding: FundingField[] = [];
  for (let k = 0; k < filled.length; k += 2) {
    const [at, value] = [filled[k] as number, filled[k + 1] as number];
    const { figure, void: isVoid } = labelOf(table, value);
    if (!yearsOrOpen.test(labelOf(table, at).key) || !(figure || isVoid)) return null;
    funding.push(fundingField(table, at, value, PART));
  }
  for (const i of filled) explain(table, i);
  return { funding, cells: [...filled] };
}

/** 财政拨款 | 2025年 | 100 | 2026年 | 110: what a source gives in each year, and nothing else in the row. */
function sourcePairs(table: Table, filled: readonly number[]): YearPairs | null {
  const [head, ...rest] = filled as [number, ...number[]];
  if (rest.length < 2 * FEWEST_YEARS || rest.length % 2 !== 0) return null;
  const { location, text } = cellOf(table, head);
  const funding: FundingField[] = [];
  for (let k = 0; k < rest.length; k += 2) {
    const [at, value] = [rest[k] as number, rest[k + 1] as number];
    if (!year.test(labelOf(table, at).key) || !labelOf(table, value).figure) return null;
    const label = `${fold(cellOf(table, at).text)
      .trim()
      .replace(/[:：]$/, '')}${text.trim().replace(/^其\s*中\s*[:：]\s*/, '')}`;
    const key = labelOf(table, head).forms.at(-1) ?? '';
    funding.push({ ...fundingField(table, at, value, PART), label, key, labelAt: location });
  }
  for (const i of filled) explain(table, i);
  return { funding, cells: [...filled] };
}

/** 资金总额（万元） | 上年度 | 412 | 本年度 | 436: what a sum was and is, each over its own sources. */
function periodPairs(table: Table, filled: readonly number[]): YearPairs | null {
  const [head, ...rest] = filled as [number, ...number[]];
  if (rest.length !== 4 || fundingRole(labelOf(table, head)) !== 0) return null;
  const [first, , second] = rest.map((i) => labelOf(table, i).key);
  const told = `${first}|${second}`;
  if (!/^上一?年度?:?\|[本当]年度?:?$/.test(told) && !/^[本当]年度?:?\|上一?年度?:?$/.test(told)) return null;
  const name = cellOf(table, head).text.trim();
  const funding: FundingField[] = [];
  for (const [at, value] of [rest.slice(0, 2), rest.slice(2)] as [number, number][]) {
    if (!labelOf(table, value).figure && !labelOf(table, value).void) return null;
    const period = labelOf(table, at).key.replace(/:$/, '');
    const key = `${period}${labelOf(table, head).forms.at(-1) ?? ''}`;
    funding.push({ ...fundingField(table, at, value, 0), label: `${period}${name}`, key });
  }
  for (const i of filled) explain(table, i);
  return { funding, cells: [...filled] };
}

/** Years in a row that tell that it is a list of them. */
const FEWEST_YEARS = 2;

/** A year's money is part of a whole. */
const PART = 1;
