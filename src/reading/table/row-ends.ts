import type { FieldRole } from '../lexicon/fields.ts';
import { levelOfName } from '../lexicon/levels.ts';
import { fieldRole, type Label } from './label.ts';
import { cellAt, cellOf, filledCells, labelAt, labelOf, type Table } from './table.ts';

/** Fields whose label at the left ends a table. */
export const closing = new Set<FieldRole>([
  'note',
  'explanation',
  'person',
  'phone',
  'signature',
  'filed_on',
  'goal',
  'achievement',
  'task',
  'function',
  'project',
  'organisation',
  'known',
  'supervisor',
  'implementer',
]);

/** Whether the row leaves the table: its first text is the label of a field, or one long line across. */
export function endsBody(table: Table, row: number, left: number): boolean {
  const filled = filledCells(table, row);
  const first = filled[0];
  if (first === undefined) return false;
  const cell = cellOf(table, first);
  // A level that runs on beside the row keeps it in the table.
  const lead = cellAt(table, row, Math.min(left, table.grid.columns - 1));
  if (lead.row < row && labelAt(table, row, lead.column).key !== '') return false;
  if (cell.column > left) return false;
  const label = labelOf(table, first);
  const role = fieldRole(label);
  if (role !== null && closing.has(role) && !namesRow(table, label, filled)) return true;
  if (cell.columnSpan >= table.grid.columns - left && table.grid.columns > 2) return !headsRows(label);
  return startsWithField(label) || pairsMoney(table, filled) || asksAcross(table, filled, left);
}

/** What a form asks for in words below its table. */
const asksWords = /原因|措施|举措|建议|意见|说明|问题|结论|情况/;

/** 偏差原因分析 | why, over the levels and over all other columns: a label and its answer, or the blank for it, and no row of the table. */
function asksAcross(table: Table, [first, said, ...others]: readonly number[], left: number): boolean {
  if (first === undefined || others.length > 0) return false;
  const label = cellOf(table, first);
  if (label.column !== left || label.columnSpan < 2 || !asksWords.test(labelOf(table, first).key))
    return false;
  const answer = cellAt(table, label.row, label.column + label.columnSpan);
  const isRest = answer.columnSpan > 1 && answer.column + answer.columnSpan === table.grid.columns;
  return isRest && (said === undefined || !labelOf(table, said).figure);
}

/** 申报资金（万元） | 248 | 审定资金（万元） | 229.4: names of money that print its unit, each with its figure. */
function pairsMoney(table: Table, filled: readonly number[]): boolean {
  const labels = filled.map((i) => labelOf(table, i));
  return (
    labels.length > 2 &&
    labels.length % 2 === 0 &&
    labels.every(({ figure, key }, at) => (at % 2 === 1 ? figure : /\([万亿千]?元\)$/.test(key)))
  );
}

/** What a form asks for in words, and a table of scores takes for the name of a row. */
const naming = new Set<FieldRole | null>(['known', 'goal', 'achievement', 'task', 'function']);

/** 1.绩效目标, 一、立项必要性, （二）目标任务. */
const ordinalled = /^(?:\(?\d{1,2}[).、]|\(?[一二三四五六七八九十]{1,3}[)、.])/;

/**
 * 立项必要性（20分）, 绩效目标 | 10 | 9 or 立项必要性 | 政策相关性 | 10 | 9: what a form may ask for is here the name of a level or of an
 * indicator, for points stand beside it and no answer in words alone.
 */
function namesRow(table: Table, label: Label, filled: readonly number[]): boolean {
  if (/\(\d+(?:\.\d+)?分\)$/.test(label.key)) return true;
  const role = fieldRole(label);
  if (!naming.has(role)) return false;
  const others = filled.slice(1).map((i) => labelOf(table, i));
  // 年度绩效目标 | 产出指标 | 数量指标 | 补助人数 under 目标名称: whose indicators they are.
  const [level] = others;
  if (level !== undefined && others.length > 2 && levelOfName(level.key) === 1) return true;
  const figures = others.filter(({ figure }) => figure).length;
  // 项目绩效 | 55 | 项目产出 | 20 | 产出数量 | 10, 年度绩效目标 | 数量指标 | 资助人数 | 20: it runs down beside points or indicators.
  const depth = cellOf(table, filled[0] as number).rowSpan;
  if (depth > 1 && (figures > 2 || (figures > 0 && depth > 2 && /.指标$/.test(level?.key ?? ''))))
    return true;
  if (others.every((other) => other.figure || other.void))
    return figures > 1 || (figures === 1 && ordinalled.test(label.key));
  return (
    others.length > 2 &&
    figures > (role === 'known' ? 0 : 1) &&
    others.every((other) => fieldRole(other) === null)
  );
}

/** 一、完整性审核, folded: a part of what is reviewed. */
export const ofReview = /^[^,。:]{2,12}性(?:审核|审查|评审)$/;

/** 一、产出指标（50分）, 一、完整性审核 across the table: the level of the rows below. */
function headsRows({ forms, key }: Label): boolean {
  return (
    levelOfName(forms.at(-1) ?? '') !== null ||
    ofReview.test(key) ||
    (ordinalled.test(key) && /\(\d+(?:\.\d+)?分\)$/.test(key))
  );
}

/** 备注：…, 填报人：张某 联系电话：… in one cell. */
export function startsWithField(label: Label): boolean {
  return /^(?:备注|注|说明|填报人|填表人|填报日期|填报单位|联系人|联系电话|其他需要说明.{0,4}|填表说明|填报说明|单位负责人|审核人)[::]/.test(
    label.key,
  );
}
