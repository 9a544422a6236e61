import { fold } from '../../values/index.ts';
import { cellOf, explain, filledCells, labelOf, type Table } from '../table/table.ts';
import type { FundingField } from './field-reading.ts';
import { fundingField, pairedFunding } from './funding-fields.ts';

/** The figures of a row and the cells they were read from. */
export interface YearPairs {
  funding: FundingField[];
  cells: number[];
}

const heads =
  /^(?:其中[:：]?)?(?:分年度?|各年度?|逐年|年度)(?:资金|预算|投资|金额|经费)?(?:安排|计划|额|数)?(?:[(（].*[)）])?[:：]?$/;
const year = /^(?:19|20)\d\d年度?[:：]?$/;
const yearAndFigure = /^((?:19|20)\d\d年度?)[:：]?(\d[\d,]*(?:\.\d+)?(?:万元|亿元|元)?)$/;

/** Reads 分年度预算 | 2025年 | 100 | 2026年 | 100 | 2027年：100: what each year has of the whole; null for other rows. */
export function yearPairs(table: Table, row: number): YearPairs | null {
  const [first, ...rest] = filledCells(table, row);
  if (first === undefined || !heads.test(labelOf(table, first).key)) return null;
  const found: YearPairs = { funding: [], cells: [first, ...rest] };
  for (let k = 0; k < rest.length; k++) {
    const i = rest[k] as number;
    const [, label, value] = yearAndFigure.exec(fold(cellOf(table, i).text).replace(/\s/g, '')) ?? [];
    const next = rest[k + 1];
    if (label !== undefined && value !== undefined) {
      found.funding.push(pairedFunding(table, i, { role: null, rank: PART, label, value }));
    } else if (next !== undefined && year.test(labelOf(table, i).key)) {
      if (!labelOf(table, next).figure && !labelOf(table, next).void) return null;
      found.funding.push(fundingField(table, i, next, PART));
      k++;
    } else return null;
  }
  if (found.funding.length < 2) return null;
  for (const i of found.cells) explain(table, i);
  return found;
}

/** A year's money is part of a whole. */
const PART = 1;
