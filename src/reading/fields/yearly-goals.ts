import { printed } from '../table/cells.ts';
import { fieldRole } from '../table/label.ts';
import { cellAt, cellOf, explain, filledCells, labelOf, type Table } from '../table/table.ts';
import type { ExplainedRows } from './explained-rows.ts';
import type { Field } from './field.ts';

const told = new Set<Field['role'] | null>(['goal', 'task', 'achievement']);

/**
 * Reads 财政年度 | 目标 | 实际完成情况 over a row a year (2031, 2032, 2033): the first is the year of the form, the goals of the others are
 * kept under their year and held to no indicator. Null where the row is no such head, or one year stands below it.
 */
export function yearlyGoals(table: Table, row: number, end: number): ExplainedRows | null {
  const [years, ...heads] = filledCells(table, row);
  if (years === undefined || heads.length === 0 || !/^(?:财政|预算)?年度$/.test(labelOf(table, years).key))
    return null;
  if (!heads.every((i) => told.has(fieldRole(labelOf(table, i))))) return null;
  const found: ExplainedRows = { fields: [], cells: [years, ...heads] };
  let at = row + 1;
  for (; at < end; at++) {
    const [year, ...said] = filledCells(table, at);
    if (year === undefined || said.length === 0) break;
    if (
      !/^(?:19|20)\d\d年?度?$/.test(labelOf(table, year).key) ||
      cellOf(table, year).column !== cellOf(table, years).column
    )
      break;
    for (const head of heads) found.fields.push(goalOf(table, at, head, at === row + 1 ? null : year));
    found.cells.push(year, ...said);
  }
  if (at - row < 3) return null;
  for (const i of found.cells) explain(table, i);
  return found;
}

function goalOf(table: Table, row: number, head: number, year: number | null): Field {
  const { column, text } = cellOf(table, head);
  const { location, text: value } = cellAt(table, row, column);
  const label = text.trim();
  return {
    role: year === null ? (fieldRole(labelOf(table, head)) ?? 'known') : 'known',
    label: year === null ? label : `${cellOf(table, year).text.trim()}${label}`,
    value: printed(value),
    at: location,
    row,
    cell: null,
  };
}
