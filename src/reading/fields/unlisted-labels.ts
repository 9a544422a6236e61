import type { IndicatorRole } from '../lexicon/indicator-columns.ts';
import { printed, printedName } from '../table/cells.ts';
import { fieldRole, fundingRole, indicatorRole, moneyRole } from '../table/label.ts';
import { cellOf, explain, filledCells, labelOf, rightOf, type Table } from '../table/table.ts';
import type { Field } from './field.ts';
import { inlinePairs } from './inline-pairs.ts';
import { listedCounts } from './listed-counts.ts';

/** Longest label that no list knows, in characters: 单位已有的（或拟订的）保证项目实施的制度、措施. */
const LONGEST_LABEL = 40;

/** 经手人员 | 王某、李某: names are no text. */
const ofPeople =
  /(?:人|人员|专家|组长|小组|姓名|电话|手机|签[字章名])[:：]?$|名单|成员|(?:专家|评审|评估|评价|验收|工作|领导)组/;

/** A sentence, or a name long enough to say something. */
const saysSomething = /[\u4e00-\u9fff](?:[^\u4e00-\u9fff]*[\u4e00-\u9fff]){3}/;

/**
 * Reads 预期效果 | 消除消防隐患 behind side labels, or beside labels that are known: a label that no list knows, and the text that answers
 * it. None where what the row leaves unread is no such pair.
 */
export function unlistedPairs(table: Table, row: number, taken: ReadonlySet<number>): Field[] {
  const filled = filledCells(table, row);
  const unread = filled.filter((i) => !taken.has(i) && table.explained[i] !== 1);
  const open = unread.slice(unread.findIndex((i) => cellOf(table, i).rowSpan === 1));
  const isBesideKnown = unread.length < filled.length;
  if (open.length !== 2 && !(isBesideKnown && open.length === 4)) return [];
  const pairs = Array.from({ length: open.length / 2 }, (_, k) => open.slice(2 * k, 2 * k + 2));
  const fields = pairs.map(([name, said]) =>
    name === undefined || said === undefined ? null : pairOf(table, row, name, said),
  );
  const found = fields.filter((field) => field !== null);
  if (found.length < pairs.length) return [];
  for (const i of open) explain(table, i);
  return found;
}

function pairOf(table: Table, row: number, name: number, said: number): Field | null {
  const label = cellOf(table, name);
  const answer = cellOf(table, said);
  if (rightOf(label) !== answer.column || label.rowSpan < answer.rowSpan) return null;
  if (!isUnlisted(table, name) || !isPlain(table, said)) return null;
  const { key } = labelOf(table, name);
  if (key.length > LONGEST_LABEL || /[。；;]/.test(key) || !/[\u4e00-\u9fff]/.test(key)) return null;
  if (!saysSomething.test(answer.text) || inlinePairs(answer.text).length > 0) return null;
  if (ofPeople.test(key) || listedCounts(key, answer.text).length > 0) return null;
  return {
    role: 'known',
    label: printedName(label.text),
    value: printed(answer.text),
    at: answer.location,
    row,
    cell: said,
  };
}

const levels = new Set<IndicatorRole | null>(['level1', 'level2', 'level3', 'level4', 'indicator', 'target']);

/** Whether the words ask for no field, and head no names; 数量 and 原因分析 head columns elsewhere. */
function isUnlisted(table: Table, i: number): boolean {
  const label = labelOf(table, i);
  return (
    !label.figure &&
    !label.void &&
    fieldRole(label) === null &&
    fundingRole(label) === null &&
    !levels.has(indicatorRole(label))
  );
}

function isPlain(table: Table, i: number): boolean {
  const label = labelOf(table, i);
  return isUnlisted(table, i) && indicatorRole(label) === null && moneyRole(label) === null;
}
