import { inlinePairs } from '../../fields/inline-pairs.ts';
import type { FieldRole } from '../../lexicon/fields.ts';
import { fundLabel } from '../../lexicon/money-columns.ts';
import { fieldRole, fundingRole } from '../../table/label.ts';
import { bottomOf, cellOf, filledCells, labelAt, labelOf, rightOf, type Table } from '../../table/table.ts';
import { headRole, isFigureRole, measures, numberOfColumn } from './money-heads.ts';

const askedFields = new Set([
  'project',
  'supervisor',
  'implementer',
  'person',
  'phone',
  'filed_on',
  'organisation',
  'known',
]);

const yearHead = /^(?:19|20)\d\d年?度?$/;

/** 2025年1月-2026年12月: from when to when, and no head of a column. */
const answersWithDates = /^(?:19|20)\d{2}[年./-].*[-—~至](?:19|20)\d{2}/;

/**
 * 项目起止时间 | 2026年1月 | 至 | 2026年12月: asked for a time and answered with months, and no heads of columns; so is 起止时间 | 2026年度
 * where the row holds nothing else.
 */
function asksWhen(table: Table, heads: readonly number[]): boolean {
  return heads.some((i, k) => {
    const next = heads[k + 1];
    const asked = labelOf(table, i).key;
    if (next === undefined || !asksForTime.test(asked)) return false;
    const { key } = labelOf(table, next);
    return month.test(key) || (heads.length === 2 && asked !== '时间' && yearHead.test(key));
  });
}

const asksForTime = /(?:时间|日期|期限|年限|周期)[:：]?$/;
const month = /^(?:19|20)\d\d[年./-]\d{1,2}/;

/** 2025年预算 | 2026年计划 | 三年合计 over figures: as many answers would not stand in a row below their labels. */
function headsOverFigures(table: Table, heads: readonly number[], end: number): number {
  if (end >= table.grid.rows) return 0;
  return heads.filter(
    (i) => isFigureRole(headRole(labelOf(table, i))) && labelAt(table, end, cellOf(table, i).column).figure,
  ).length;
}

/** 预算安排 over 财政拨款 | 其他资金 | 合计 over figures: heads of its own stand below it, and no answer. */
function groupsFigures(table: Table, head: number, end: number): boolean {
  const cell = cellOf(table, head);
  if (cell.columnSpan < 2 || end >= table.grid.rows) return false;
  for (let column = cell.column; column < rightOf(cell); column++) {
    const below = bottomOf(cell) < end ? labelAt(table, bottomOf(cell), column) : null;
    if (below === null || !isFigureRole(headRole(below)) || !labelAt(table, end, column).figure) return false;
  }
  return true;
}

/** What stands below the first head that does not count rows is a name, and no label of another field. */
function isName(table: Table, head: number | undefined, row: number): boolean {
  if (head === undefined || row >= table.grid.rows) return false;
  const below = labelAt(table, row, cellOf(table, head).column);
  return !below.void && !below.figure && fieldRole(below) === null && fundingRole(below) === null;
}

/** 专项名称 over 中央主管部门: what stands below a head is no label that asks for something else. */
function asksBelow(table: Table, head: number): boolean {
  const cell = cellOf(table, head);
  const below = bottomOf(cell);
  return below < table.grid.rows && askedFields.has(fieldRole(labelAt(table, below, cell.column)) ?? '');
}

/** Longest head of figures between fields, in characters. */
const LONGEST_HEAD = 10;

/** Words that answer, and head columns elsewhere: 项目类别 | 特定目标类, 资金性质 | 一般公共预算. */
const answers = new Set([null, 'fund', 'spend']);

/** 险种名称 | 养老保险基金 | 经办机构 | 社保中心: every other cell asks, and none of those between is a head of figures. */
function asksInPairs(table: Table, heads: readonly number[]): boolean {
  if (heads.length < 4 || heads.length % 2 !== 0) return false;
  return heads.every((i, k) => {
    const label = labelOf(table, i);
    const role = fieldRole(label);
    if (k % 2 === 0) {
      // 债券名称 | 某市专项债券（三期） | 债券类型 | 棚户区改造: of what kind is asked behind the name.
      if (role === null && k > 0) return headRole(label) === 'text' && asksKind.test(label.key);
      return role !== null && (askedFields.has(role) || isYearAsked(table, i, heads[k + 1]));
    }
    if (isYearAsked(table, heads[k - 1], i)) return true;
    // 支出方向 | 解决历史遗留问题及改革成本支出: as long as a sentence, whatever it ends on.
    const says = answers.has(headRole(label)) || fundLabel.test(label.key) || label.key.length > LONGEST_HEAD;
    return role === null && !label.void && says;
  });
}

const asksKind = /(?:类型|类别|种类|性质|方式)$/;

/** 年度 | 2031 behind other fields: groups no heads below it, wherever these stand. */
function isYearAsked(table: Table, asked: number | undefined, answer: number | undefined): boolean {
  if (asked === undefined || answer === undefined || fieldRole(labelOf(table, asked)) !== 'year')
    return false;
  return yearHead.test(labelOf(table, answer).key);
}

/** 具体实施科室 | 群体科 | 是否经常性 | 是 over 当年预算数 | 240 | 上年预算数 | 210: the figures below have their labels beside them. */
function standsOverPairs(table: Table, heads: readonly number[], end: number): boolean {
  if (heads.length < 4 || heads.length % 2 !== 0 || end >= table.grid.rows) return false;
  return heads.every((i, k) => {
    const own = labelOf(table, i);
    const below = labelAt(table, end, cellOf(table, i).column);
    if (k % 2 === 0) return measures.has(headRole(below)) && !measures.has(headRole(own));
    return below.figure && headRole(own) === null && fieldRole(own) === null;
  });
}

/** 序号 over 1: heads of a list, whatever some of them ask for elsewhere. */
function countsRows(table: Table, [first]: readonly number[], end: number): boolean {
  if (first === undefined || end >= table.grid.rows || headRole(labelOf(table, first)) !== 'ordinal')
    return false;
  return labelAt(table, end, cellOf(table, first).column).key === '1';
}

/** A label whose neighbour is an answer (项目名称 | 农村公路) and not another head. */
export function isFieldRow(table: Table, heads: number[], end: number): boolean {
  if (asksInPairs(table, heads) || asksWhen(table, heads) || standsOverPairs(table, heads, end)) return true;
  if (countsRows(table, heads, end)) return false;
  const years = heads.filter((i) => yearHead.test(labelOf(table, i).key)).length;
  // Answers are half of a row of fields: where most cells are heads, the one that nobody knows is a head too.
  const known = heads.filter((i) => headRole(labelOf(table, i)) !== null).length;
  if (known > 3 && known * 3 >= heads.length * 2) return false;
  if (heads.some((i) => groupsFigures(table, i, end))) return false;
  const first = heads.find((i) => headRole(labelOf(table, i)) !== 'ordinal');
  if (headsOverFigures(table, heads, end) > 1 && isName(table, first, end)) return false;
  for (let k = 0; k + 1 < heads.length; k++) {
    const label = labelOf(table, heads[k] as number);
    const next = heads[k + 1] as number;
    // 预算年度 | 2023年 | 是否转移支付 | 否
    if (years === 1 && fieldRole(label) === 'year' && yearHead.test(labelOf(table, next).key)) return true;
    if (!askedFields.has(fieldRole(label) ?? '')) continue;
    if (asksBelow(table, heads[k] as number)) return true;
    if (headRole(labelOf(table, next)) !== null || fieldRole(labelOf(table, next)) !== null) continue;
    const cell = cellOf(table, next);
    // 实施单位 | 某局 over 全年执行数 | 执行率: the row above the heads asks and is answered.
    const under = bottomOf(cellOf(table, heads[k] as number));
    if (under < end && labelAt(table, under, cellOf(table, heads[k] as number).column).key !== '')
      return true;
    if (end >= table.grid.rows || answersWithDates.test(labelOf(table, next).key)) return true;
    const below = labelAt(table, end, cell.column);
    if (!below.figure && below.key !== '' && numberOfColumn(below.key) === null) return true;
  }
  return false;
}

/** 项目名称：政务云租赁, 单位：某县数字办: a field with its answer in one cell heads no column. */
export function answersItself(text: string): boolean {
  const [pair] = /[:：]/.test(text) ? inlinePairs(text) : [];
  return pair !== undefined && pair.value !== '' && answered.has(pair.role);
}

const answered = new Set<FieldRole | null>([
  'project',
  'organisation',
  'implementer',
  'supervisor',
  'project_code',
]);

/** 险种 | 城乡居民基本养老保险 | 统筹层次 | 市级 over 项目 | 2025年执行数 | 2026年预算数: fields with their answers, whatever funds they name. */
export function standsOverHead(table: Table, heads: readonly number[], end: number): boolean {
  if (heads.some((i) => measures.has(headRole(labelOf(table, i))))) return false;
  const below = filledCells(table, end).map((i) => labelOf(table, i));
  const stages = below.filter((label) => /^(?:19|20)\d\d/.test(label.key) && measures.has(headRole(label)));
  return stages.length > 1 && below.every((label) => !label.figure);
}

/** 2023 | 2024 | 2025 are heads, and so is 2024 beside other heads; 年度资金总额 | 2000 is a sum of money. */
export function yearsAreHeads(table: Table, heads: readonly number[]): boolean {
  const labels = heads.map((i) => labelOf(table, i));
  const years = labels.filter((label) => label.bareYear).map((label) => Number(label.key));
  if (years.length === 0) return true;
  if (years.length > 1) {
    const step = (years[1] as number) - (years[0] as number);
    return Math.abs(step) === 1 && years.every((year, k) => year === (years[0] as number) + k * step);
  }
  const before = labels[labels.findIndex((label) => label.bareYear) - 1];
  return before === undefined || fundingRole(before) === null;
}
