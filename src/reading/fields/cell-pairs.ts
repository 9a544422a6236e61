import type { Line } from '../form.ts';
import { cellOf, explain, type Table } from '../table/table.ts';
import { coverPairs } from './cover-lines.ts';
import type { Field, FieldReading } from './field.ts';
import { pairedFunding } from './funding-fields.ts';
import { type InlinePair, inlinePairs } from './inline-pairs.ts';
import { fundingPairs } from './written-funds.ts';

/** Labels and values that stand in one cell: 项目单位：某中心. */
export function readPairs(table: Table, i: number, row: number, reading: FieldReading): void {
  const { location: at, text } = cellOf(table, i);
  const funds = partInCell(text, table, row, reading) ?? fundingPairs(text);
  for (const pair of funds.length > 0 ? funds : inlinePairs(closed(withoutBrackets(text)))) {
    explain(table, i);
    const field = fieldOf(pair, { at, row, cell: i });
    if (field !== null) reading.fields.push(field);
    else reading.funding.push(pairedFunding(table, i, pair));
  }
}

/** The labelled values of a line outside the grids. */
export function fieldsOfLine({ paragraph: { location: at, text } }: Line): Field[] {
  const pairs = /[:：]/.test(text) ? inlinePairs(closed(withoutBrackets(text))) : coverPairs(text);
  return pairs.flatMap((pair) => fieldOf(pair, { at, row: null, cell: null }) ?? []);
}

/** Null for a pair of the funds, which has no role among the fields. */
const fieldOf = (
  { label, role, value }: InlinePair,
  place: Pick<Field, 'at' | 'row' | 'cell'>,
): Field | null => (role === null ? null : { role, label, value, ...place });

/** 其中：车购税补助：500.00 right of 资金总额：680.00: a part of it, whatever its name. */
function partInCell(text: string, table: Table, row: number, { funding }: FieldReading): InlinePair[] | null {
  const [, label, value] =
    /^其中[:：]\s*([^:：\d]{2,12})[:：]\s*(\d[\d,]*(?:\.\d+)?\s*(?:万元|元)?)$/.exec(text.trim()) ?? [];
  const last = funding.at(-1);
  if (label === undefined || value === undefined || last?.table !== table || last.row !== row) return null;
  return last.rank === 0 ? [{ role: null, rank: 1, label, value }] : null;
}

/** 预 算 编 码：906017: a label that blanks between its characters widen, at the start of a line. */
const widened = /^\s*\p{Script=Han}(?:\s+\p{Script=Han}){2,11}(?=\s*[:：])/u;
const closed = (text: string): string => text.replace(widened, (label) => label.replace(/\s/g, ''));

/** （项目单位：某中心）: what brackets hold from end to end. */
const withoutBrackets = (text: string): string => text.replace(/^\s*[（(]([^（）()]*)[)）]\s*$/, '$1');
