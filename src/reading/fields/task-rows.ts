import { printed } from '../table/cells.ts';
import { fieldRole } from '../table/label.ts';
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

/** Names of tasks, and what is to be done for each. */
const nameHead = /^(?:重点|主要|年度|工作)*任务(?:名称)?$/;
const contentHead = /^(?:主要|工作|任务|具体|重点|完成|预期)*(?:内容|措施|安排|要求|成果)(?:概述|描述)?$/;

/** What is done of a project, with no name of its own. */
const workHead = /^(?:项目)?(?:实施|工作|建设|进度)(?:内容|计划|安排|步骤|阶段|进度)$/;
const whenHead = /^(?:计划|预计)?(?:开始|开工|完成|完工|结束|起止|实施)(?:时限|时间|日期)$/;
const besideHead = /^(?:计划|预计)?(?:完成|实施)(?:时限|时间)$|^责任(?:科室|部门|人|单位)$|^备注$/;

/** A list of tasks without money: its rows as texts, the name in front of what is to be done, and the row after the last. */
export interface TaskRows {
  fields: Field[];
  cells: number[];
  end: number;
}

/** Reads 任务名称 | 主要内容 over one row a task; null where the row is no such head. */
export function taskRows(table: Table, row: number, end: number): TaskRows | null {
  const filled = filledCells(table, row);
  const at = filled.findIndex((i) => cellOf(table, i).rowSpan === 1 && nameHead.test(labelOf(table, i).key));
  const [name, content] = filled.slice(at, at + 2);
  if (at < 0 || at > 1 || name === undefined || content === undefined) return null;
  // 完成时限 and 责任科室 behind them say more of the same task.
  if (!filled.slice(at + 2).every((i) => besideHead.test(labelOf(table, i).key))) return null;
  if (!contentHead.test(labelOf(table, content).key)) return null;
  const side = at === 1 ? cellOf(table, filled[0] as number) : null;
  const last = side && side.rowSpan > 1 ? Math.min(end, bottomOf(side)) : end;
  const found: TaskRows = { fields: [], cells: [...filled], end: row + 1 };
  for (; found.end < last && addTask(table, name, content, found); found.end++);
  for (const i of found.cells) explain(table, i);
  return found.fields.length > 0 ? found : null;
}

/** 项目实施进度 | 开始时间 | 完成时间 | 备注, also right of one label beside them: the cells of the head; none where the row is no such head. */
export function stepHeads(table: Table, row: number): readonly number[] {
  const filled = filledCells(table, row);
  const at = filled.findIndex((i) => workHead.test(labelOf(table, i).key) && cellOf(table, i).rowSpan === 1);
  if (at < 0 || at > 1) return [];
  const beside = filled.slice(at + 1).map((i) => labelOf(table, i).key);
  const timed = beside.some((key) => whenHead.test(key));
  return timed && beside.every((key) => whenHead.test(key) || besideHead.test(key)) ? filled.slice(at) : [];
}

/** Reads 项目实施内容 | 开始时间 | 完成时间 over one row a step, each with its times; null where the row is no such head. */
export function stepRows(table: Table, row: number, end: number): TaskRows | null {
  const filled = filledCells(table, row);
  const heads = stepHeads(table, row);
  if (heads.length === 0) return null;
  const at = filled.length - heads.length;
  const side = at === 1 ? cellOf(table, filled[0] as number) : null;
  const last = side && side.rowSpan > 1 ? Math.min(end, bottomOf(side)) : end;
  const found: TaskRows = { fields: [], cells: [...filled], end: row + 1 };
  for (; found.end < last; found.end++) {
    const cells = heads.map((head) => cellIndexAt(table, found.end, cellOf(table, head).column));
    const [step, ...times] = cells.map((i) => cellOf(table, i));
    if (step === undefined || new Set(cells).size < cells.length) break;
    if (step.row !== found.end || fieldRole(labelOf(table, cells[0] as number)) !== null) break;
    if (step.text.trim() === '') continue;
    const said = times.flatMap(({ text }, k) =>
      text.trim() === '' ? [] : [`${printed(cellOf(table, heads[k + 1] as number).text)}：${printed(text)}`],
    );
    found.fields.push({
      role: 'task',
      label: cellOf(table, heads[0] as number).text.trim(),
      value: [printed(step.text), ...said].join('；'),
      at: step.location,
      row: found.end,
      cell: null,
    });
    found.cells.push(...filledCells(table, found.end).filter((i) => cellOf(table, i) !== side));
  }
  for (const i of found.cells) explain(table, i);
  return found.fields.length > 0 ? found : null;
}

/** Adds the task of the next row; false where the row is none. */
function addTask(table: Table, nameHeadCell: number, contentHeadCell: number, found: TaskRows): boolean {
  const { column } = cellOf(table, nameHeadCell);
  const name = cellIndexAt(table, found.end, column);
  const content = cellAt(table, found.end, cellOf(table, contentHeadCell).column);
  const label = labelOf(table, name);
  const task = cellOf(table, name);
  if (task.column !== column || content === task || fieldRole(label) !== null || label.figure) return false;
  if (label.key === '' && content.text === '') return true;
  const said = [printed(task.text), printed(content.text)].filter((text) => text !== '');
  found.fields.push({
    role: 'task',
    label: cellOf(table, nameHeadCell).text.trim(),
    value: said.join('：'),
    at: task.location,
    row: found.end,
    cell: null,
  });
  for (const i of filledCells(table, found.end)) found.cells.push(i);
  return true;
}
