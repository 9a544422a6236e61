import type { FieldRole } from '../lexicon/fields.ts';
import { fieldRole, fundingRole, type Label, mayBeFigure } from '../table/label.ts';
import { bottomOf, cellIndexAt, cellOf, filledCells, labelOf, rightOf, type Table } from '../table/table.ts';
import { inlinePairs, longRoles } from './inline-pairs.ts';

/** The cell to the right on the same row; where a label was not merged over its blanks, the first filled one behind them. */
export function neighbour(table: Table, i: number): number | null {
  const cell = cellOf(table, i);
  const right = rightOf(cell);
  if (right >= table.grid.columns) return null;
  const next = cellIndexAt(table, cell.row, right);
  if (labelOf(table, next).key !== '' || cell.columnSpan > 1) return next;
  for (let column = right; column < table.grid.columns; column++) {
    const further = cellIndexAt(table, cell.row, column);
    if (cellOf(table, further).columnSpan > 1 && labelOf(table, further).key === '') return next;
    if (labelOf(table, further).key !== '') return isAnswer(table, further) ? further : next;
  }
  return next;
}

/** The cell with the figure of a label of money: where a merged label has a blank beside it, the only other thing on its row if that is a figure. */
export function figureBeside(table: Table, i: number): number | null {
  const next = neighbour(table, i);
  if (next === null || labelOf(table, next).key !== '') return next;
  const { row } = cellOf(table, i);
  const [figure, ...others] = filledCells(table, row).filter((k) => k > i);
  return figure !== undefined && others.length === 0 && labelOf(table, figure).figure ? figure : next;
}

function isAnswer(table: Table, i: number): boolean {
  const label = labelOf(table, i);
  return label.figure || (!isHead(label) && fundingRole(label) === null && !/[:：]/.test(label.key));
}

/** The cell that holds a label's value: right of it, else below it where labels stand over their values. */
export function answerOf(table: Table, i: number, role: FieldRole, taken: Set<number>): number | null {
  const next = neighbour(table, i);
  const cell = cellOf(table, i);
  const below = longRoles.has(role) ? answerBelow(table, i, taken) : null;
  if (next === null) return below;
  const label = labelOf(table, next);
  if (label.key === '' && below !== null && labelOf(table, below).key !== '') return below;
  if (!isHead(label) && !holdsPair(table, next, role) && !namesFigure(table, next)) return next;
  return bottomOf(cellOf(table, next)) < bottomOf(cell) ? null : below;
}

/** 项目 | 农村饮水巩固提升 alone on a row asks for the name of the project; above figures 项目 heads their items. */
export function asksForProject(table: Table, i: number): boolean {
  if (labelOf(table, i).key !== '项目' || cellOf(table, i).rowSpan > 1) return false;
  const [first, answer, ...others] = filledCells(table, cellOf(table, i).row);
  if (first !== i || answer === undefined || others.length > 0) return false;
  const label = labelOf(table, answer);
  const words = !label.figure && !label.void && !isHead(label) && fundingRole(label) === null;
  return words && label.key.length >= SHORTEST_PROJECT && cellOf(table, answer).columnSpan > 1;
}

/** Shortest name of a project, in characters: 合计 and 金额 are heads. */
const SHORTEST_PROJECT = 4;

/** 绩效目标 | what was aimed at | what is now, below 调整前 | 调整后: the second answer; null where the heads above say nothing of a change. */
export function changedAnswer(table: Table, before: number): number | null {
  const after = neighbour(table, before);
  if (after === null || labelOf(table, after).void || isHead(labelOf(table, after))) return null;
  return stands(table, before, /^(?:调整|变更|调剂)前/) && stands(table, after, /^(?:调整|变更|调剂)后/)
    ? after
    : null;
}

/** 年度总体目标 | 清扫道路20条 | 已将20条道路外包: what was reached, at the end of the row and under no head of its own; null elsewhere. */
export function achievementBeside(table: Table, asked: number, goal: number): number | null {
  if (rightOf(cellOf(table, asked)) !== cellOf(table, goal).column) return null;
  const next = neighbour(table, goal);
  if (next === null || rightOf(cellOf(table, next)) < table.grid.columns) return null;
  const label = labelOf(table, next);
  if (label.void || label.figure || isHead(label) || !/[\u4e00-\u9fff]{4}/.test(label.key)) return null;
  return cellOf(table, goal).columnSpan > 1 && cellOf(table, next).columnSpan > 1 && saysDone.test(label.key)
    ? next
    : null;
}

/** What is done, as against what is aimed at. */
const saysDone = /已|完成|实现|达到|建成|取得|落实|进行了|做出|形成|开展了|保障了/;

/** Whether the cell stands below a head. */
function stands(table: Table, i: number, head: RegExp): boolean {
  const { column, row } = cellOf(table, i);
  for (let above = row - 1; above >= 0; above--)
    if (head.test(labelOf(table, cellIndexAt(table, above, column)).key)) return true;
  return false;
}

/** Whether the cell is a field of its own: 联系电话：… A goal or a task may start with 目标1：. */
function holdsPair(table: Table, i: number, role: FieldRole): boolean {
  const [first] = inlinePairs(cellOf(table, i).text);
  if (longRoles.has(role) && first && /^(?:目标|任务)[\d一二三四五六七八九十]+$/.test(first.label))
    return false;
  return first !== undefined && (first.role === null || first.role !== role || !longRoles.has(role));
}

/** A source of funds with its figure beside it: 资金来源 | 省财政资金 | 700万元. */
function namesFigure(table: Table, i: number): boolean {
  const next = fundingRole(labelOf(table, i)) === null ? null : neighbour(table, i);
  return next !== null && mayBeFigure(labelOf(table, next));
}

function answerBelow(table: Table, i: number, taken: Set<number>): number | null {
  const cell = cellOf(table, i);
  const row = bottomOf(cell);
  if (row >= table.grid.rows) return null;
  const index = cellIndexAt(table, row, cell.column);
  const below = cellOf(table, index);
  if (below.row !== row || below.column !== cell.column || below.columnSpan !== cell.columnSpan) return null;
  return isHead(labelOf(table, index)) || taken.has(index) || table.explained[index] === 1 ? null : index;
}

function isHead(label: Label): boolean {
  return (
    label.key !== '' &&
    // 预期目标 | 内容 | 部门申报: heads of what is aimed at.
    (label.key === '内容' ||
      fieldRole(label) !== null ||
      (fundingRole(label) !== null && /[::]$/.test(label.key)))
  );
}
