import type { MoneyRegion } from '../form.ts';
import { totalLabel } from '../lexicon/money-columns.ts';
import { columnSpan } from '../money/columns/money-columns.ts';
import { entryAt, printed } from '../table/cells.ts';
import { headPath } from '../table/head-path.ts';
import { fieldRole } from '../table/label.ts';
import { cellOf, explain, filledCells, labelOf } from '../table/table.ts';
import type { Field } from './field.ts';

/** What a column of words beside figures may tell of its rows. */
const told = new Set<Field['role'] | null>(['goal', 'task', 'achievement']);
/** 资金测算依据及说明: how a sum was worked out. */
const reckons = /测算/;

/** The goals and tasks that a table of figures prints beside them: 项目名称 | 资金 | 总体目标, 任务名称 | 主要内容 | 金额. */
export function textsBeside(region: MoneyRegion): Field[] {
  const { first, end, header, headerTable, table } = region;
  const found: Field[] = [];
  for (let column = header.left; column < headerTable.grid.columns; column++) {
    const head = headPath(headerTable, header, column).at(-1);
    if (head === undefined || cellOf(headerTable, head).column !== column) continue;
    const role = fieldRole(labelOf(headerTable, head));
    // 任务名称 names the row, and its figures tell the name.
    const { key } = labelOf(headerTable, head);
    if (role === null || !(told.has(role) || reckons.test(key)) || /名称$/.test(key)) continue;
    for (let row = first; row < end; row++) {
      const entry = entryAt(table, row, columnSpan(column));
      if (!entry?.starts || entry.cell.column !== column || entry.key.length < SHORTEST) continue;
      if (/^[\d.,%-]+$/.test(entry.key) || totalLabel.test(entry.key)) continue;
      const { location, text } = entry.cell;
      const label = cellOf(headerTable, head).text.trim();
      found.push({ role, label, value: printed(text), at: location, row, cell: null });
    }
  }
  return found;
}

/** 补贴对象及标准 | 按里程补贴1.8元/公里 in a table of figures: a label, and a text across the columns behind it. */
export function textsAcross({ end, first, table }: MoneyRegion): Field[] {
  const found: Field[] = [];
  for (let row = first; row < end; row++) {
    const [name, said, ...others] = filledCells(table, row);
    if (name === undefined || said === undefined || others.length > 0) continue;
    const { columnSpan: width, location, text } = cellOf(table, said);
    if (width < 2 || labelOf(table, said).figure || !/[\u4e00-\u9fff]{4}/.test(text)) continue;
    explain(table, name);
    explain(table, said);
    const role = fieldRole(labelOf(table, name));
    found.push({
      role: role !== null && told.has(role) ? role : 'known',
      label: cellOf(table, name).text.trim(),
      value: printed(text),
      at: location,
      row,
      cell: null,
    });
  }
  return found;
}

/** Shortest text of its own, in characters. */
const SHORTEST = 4;
