import type { Amount } from '../../../schemas/index.ts';
import { judgedByMost, type Row } from '../edits/most-rows.ts';
import { nameColumn, normalised } from '../keys.ts';
import type { FilingContext, Outcome } from '../rule.ts';
import { sumEdit } from './sums.ts';

const BEFORE = /(?:提前|前期|此前|已).{0,4}(?:下达|拨付|安排|分配)/;
const NOW = /(?:本次|此次|这次|再次|本批).{0,4}(?:下达|拨付|安排|分配)/;
const ALL = /^(?:全年|本年|年度|当年)?应(?:下达|拨付?|补助?|分配|安排)/;

/** 应拨补助资金 | 已提前下达 | 此次下达: what is due to a place is what it was given and what it gets now, where most rows say so. */
export function givenSums({ amounts, ...context }: FilingContext): Outcome[] {
  if (!amounts.some(({ column_label: head }) => ALL.test(normalised(head)))) return [];
  const lines = Map.groupBy(amounts.filter(isMoney), (amount) => {
    const { grid, row } = amount.source.value ?? {};
    return `${grid}|${row}|${nameColumn(amount)}|${amount.item}`;
  });
  const rows: Row[] = [];
  for (const line of lines.values()) {
    const [all, before, now] = [ALL, BEFORE, NOW].map((words) =>
      line.filter((amount) => heads(amount, words)),
    );
    const [total] = all ?? [];
    if (total === undefined || all?.length !== 1 || before?.length !== 1 || now?.length !== 1) continue;
    const says = {
      zh: `“${total.item}”应下达数应等于已下达数与本次下达数之和`,
      en: `what is due to “${total.item}” should be what it was given and what it gets now`,
    };
    const edit = sumEdit({ amounts, ...context }, total, [...before, ...now], {
      rule: 'SUM-05',
      relation: '=',
      says,
    });
    if (edit !== null) rows.push({ edit });
  }
  if (rows.length < 2) return [];
  return judgedByMost(context.filing.filing_id, rows, 'what is due may not be all of it');
}

const heads = ({ column_label: head }: Amount, words: RegExp): boolean => words.test(normalised(head));

const isMoney = ({ column_label: head, measure, value }: Amount): boolean =>
  head !== null && !head.includes(' / ') && measure !== 'rate' && measure !== 'count' && value !== null;
