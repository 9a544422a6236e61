import type { Amount } from '../../../schemas/index.ts';
import type { LinearEdit } from '../edits/edit.ts';
import { evaluate } from '../edits/evaluate.ts';
import { nameColumn, normalised } from '../keys.ts';
import { entry } from '../remembered.ts';
import { edited, type FilingContext, notEvaluated, type Outcome } from '../rule.ts';
import { sumEdit } from './sums.ts';

/** One row that prints what the whole costs, what each year has of it, and other sums that may belong to it. */
interface Line {
  total: Amount;
  years: readonly Amount[];
  others: readonly Amount[];
}

const WHOLE = /总投资|总预算|总额|总需求|总概算|合计|总计|[三四五]年/;
const YEAR = /^(?:19|20)\d\d年/;

/** Rows that must close before the others are held against the same sum. */
const FEWEST_ROWS = 2;

/**
 * 总投资 = 2024年 + 2025年 + 2026年, row by row. Whether the years are all of it, or with another column (截至2023年底完成), the table itself
 * tells: the reading under which more than half of its rows close, and two at least. Where there is none, nothing is said.
 */
export function yearSums(context: FilingContext): Outcome[] {
  const lists = [...columnsOf(context.amounts).values()].flatMap((lines) => listed(context, lines));
  const rows = [...tablesOf(context.amounts).values()].flatMap((lines) => {
    const columns = [...new Set(lines.flatMap(({ others }) => others.map(columnOf)))];
    const readings = [null, ...columns].map((column) => lines.map((line) => editOf(context, line, column)));
    const most = lines.length / 2;
    const best = readings.find((edits) => {
      const closing = edits.filter((edit) => edit !== null && evaluate(edit)?.within === true).length;
      return closing >= FEWEST_ROWS && closing > most;
    });
    const edits = best ?? bareSums(lines, readings[0] ?? []);
    if (edits === null) return [notEvaluated(context.filing.filing_id, 'the years may not be all of it')];
    return edits.flatMap((edit) => (edit === null ? [] : [edited(edit)]));
  });
  return [...rows, ...lists];
}

/** 2031年 | 2032年 | 合计 and nothing else: a bare 合计 is of the years beside it where half of its rows say so, which is a warning; null of any other. */
function bareSums(
  lines: readonly Line[],
  edits: readonly (LinearEdit | null)[],
): readonly (LinearEdit | null)[] | null {
  const closing = edits.filter((edit) => edit !== null && evaluate(edit)?.within === true).length;
  const isBare = lines.every(({ others, total }) => others.length === 0 && BARE.test(headOf(total).trim()));
  if (!isBare || closing === 0 || closing * 2 < lines.length) return null;
  return edits.map((edit) => (edit === null ? null : { ...edit, severity: 'warning' }));
}

const BARE = /^(?:合计|总计|小计)(?:（[^（）]*）)?$/;

/** 合计 below a row for each year adds them up where half of its columns say so; one column alone bears no other out. */
function listed(context: FilingContext, lines: readonly Line[]): Outcome[] {
  const edits = lines.flatMap((line) => editOf(context, line, null) ?? []);
  const closing = edits.filter((edit) => evaluate(edit)?.within === true).length;
  if (edits.length > 1 && closing * 2 < edits.length)
    return [notEvaluated(context.filing.filing_id, 'the years may not be all of it')];
  return edits.map((edit) => edited(closing === 0 ? { ...edit, severity: 'warning' } : edit));
}

function editOf(
  context: FilingContext,
  { others, total, years }: Line,
  column: number | null,
): LinearEdit | null {
  const parts = [...years, ...others.filter((other) => columnOf(other) === column)];
  return sumEdit(context, total, parts, {
    rule: 'SUM-05',
    relation: '=',
    says: isBelow(total, years)
      ? {
          zh: `“${total.item}”的合计应等于各年之和`,
          en: `The total of “${total.item}” should be the sum of its years`,
        }
      : {
          zh: `“${total.item}”一行的${headOf(total)}应等于各年之和`,
          en: `${headOf(total)} of row “${total.item}” should be the sum of its years`,
        },
  });
}

/** Whether the years stand above their total, and not beside it. */
const isBelow = ({ source }: Amount, [year]: readonly Amount[]): boolean =>
  source.value?.column === year?.source.value?.column;

const columnOf = ({ source }: Amount): number => source.value?.column ?? -1;
const headOf = ({ column_label: label }: Amount): string => (label ?? '').replaceAll(' / ', '');

/** The rows of each table by the column of their whole, where that is no 0. */
function tablesOf(amounts: readonly Amount[]): Map<string, Line[]> {
  const tables = new Map<string, Line[]>();
  if (!amounts.some(isWhole)) return tables;
  const rows = Map.groupBy(amounts, (amount) => {
    const { item, project } = amount;
    const cell = amount.source.value;
    return `${cell?.grid}|${cell?.row}|${nameColumn(amount)}|${item}|${project ?? ''}`;
  });
  for (const row of rows.values()) {
    const line = lineOf(row);
    const cell = line?.total.source.value;
    if (line !== null) entry(tables, `${cell?.grid}|${cell?.column}`, () => []).push(line);
  }
  return tables;
}

/** 2030年 over 2031年 over 合计, each a row: the columns of each table, where one figure of the whole stands below those of the years. */
function columnsOf(amounts: readonly Amount[]): Map<string, Line[]> {
  const tables = new Map<string, Line[]>();
  const sums = amounts.filter(
    ({ measure, unit }) => measure !== 'count' && measure !== 'rate' && unit !== '%',
  );
  if (!sums.some(({ measure }) => measure === 'total_budget')) return tables;
  const columns = Map.groupBy(
    sums.filter(({ source }) => source.value != null),
    ({ column_label: head, item, source }) => `${source.value?.grid}|${source.value?.column}|${item}|${head}`,
  );
  for (const column of columns.values()) {
    const [total, ...others] = column.filter(({ measure }) => measure === 'total_budget');
    const years = column.filter(({ year }) => year !== null);
    if (total === undefined || others.length > 0 || years.length < 2 || total.value === null) continue;
    if (years.length + 1 < column.length || new Set(years.map(({ year }) => year)).size < years.length)
      continue;
    if (new Set(years.map(({ measure }) => measure)).size > 1) continue;
    entry(tables, `${total.source.value?.grid}`, () => []).push({ total, years, others: [] });
  }
  return tables;
}

function lineOf(row: readonly Amount[]): Line | null {
  const wholes = row.filter(isWhole);
  const [total] = wholes;
  if (total === undefined || wholes.length > 1 || total.value === 0) return null;
  const plain = row.filter(
    (amount) =>
      amount !== total &&
      amount.measure !== 'rate' &&
      amount.measure !== 'count' &&
      amount.measure !== 'adjustment' &&
      !/^其中|\//.test(normalised(amount.column_label)),
  );
  const years = plain.filter(({ column_label: head }) => YEAR.test(normalised(head)));
  const told = new Set(years.map(({ year }) => year));
  const measures = new Set(years.map(({ measure }) => measure));
  if (years.length < 2 || told.size < years.length || told.has(null) || measures.size > 1) return null;
  return { total, years, others: plain.filter((amount) => !years.includes(amount)) };
}

function isWhole({ column_label: head, measure, source, value, year }: Amount): boolean {
  if (head === null || value === null || measure === 'rate' || measure === 'count') return false;
  return source.value != null && year === null && WHOLE.test(normalised(head)) && !head.includes('/');
}
