import { printed } from '../table/cells.ts';
import { fieldRole, isVoidText } from '../table/label.ts';
import {
  bottomOf,
  cellAt,
  cellIndexAt,
  cellOf,
  explain,
  filledCells,
  labelOf,
  type Table,
} from '../table/table.ts';
import type { Field } from './field.ts';

const said = /^(?:情况|具体|管理|执行|自评)*(?:情况说明|情况|说明)$/;
const wanting = /存在.{0,3}问题|改进措施|整改/;

/** What is said of each of several points: its texts, and the cells they were read from. */
export interface ExplainedRows {
  fields: Field[];
  cells: number[];
}

/**
 * Reads 情况说明 | 存在问题和改进措施 over one row a point, the point's name (分配科学性, 拨付合规性) in front; null where the row is no
 * such head.
 */
export function explainedRows(table: Table, row: number, end: number): ExplainedRows | null {
  const filled = filledCells(table, row);
  const [told, open] = filled.slice(-2);
  if (told === undefined || open === undefined || filled.length > 3) return null;
  if (!said.test(labelOf(table, told).key) || !wanting.test(labelOf(table, open).key)) return null;
  const before = cellOf(table, told).column;
  const side = filled.length === 3 ? cellOf(table, filled[0] as number) : null;
  const last = side && side.rowSpan > 1 ? Math.min(end, bottomOf(side)) : end;
  const found: ExplainedRows = { fields: [], cells: [...filled] };
  for (let at = row + 1; at < last; at++) {
    const name = before === 0 ? null : cellAt(table, at, before - 1);
    if (name === null || name === side || name.row !== at || name.text.trim() === '') break;
    if (fieldRole(labelOf(table, cellIndexAt(table, at, before - 1))) !== null) break;
    for (const head of [told, open]) add(table, at, head, printed(name.text), head === open, found);
    found.cells.push(...filledCells(table, at));
  }
  if (found.fields.length === 0) return null;
  for (const i of found.cells) explain(table, i);
  return found;
}

function add(
  table: Table,
  row: number,
  head: number,
  name: string,
  named: boolean,
  { fields }: ExplainedRows,
): void {
  const cell = cellAt(table, row, cellOf(table, head).column);
  if (cell.row !== row || isVoidText(cell.text)) return;
  fields.push({
    role: 'explanation',
    label: named ? `${name}：${printed(cellOf(table, head).text)}` : name,
    value: printed(cell.text),
    at: cell.location,
    row,
    cell: null,
  });
}
