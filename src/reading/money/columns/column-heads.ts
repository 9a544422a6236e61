import type { MoneyRegion } from '../../form.ts';
import { type MoneyRole, totalLabel } from '../../lexicon/money-columns.ts';
import { headPath } from '../../table/head-path.ts';
import { fieldRole, fundingRole } from '../../table/label.ts';
import { cellIndexAt, cellOf, labelOf } from '../../table/table.ts';
import { countedUnit } from '../money.ts';
import { isBesideWorth } from './beside-worth.ts';
import { isOfficeCode } from './column-contents.ts';
import type { Head } from './figure-columns.ts';
import { headRole, isFigureRole, isWorkedOut } from './money-heads.ts';
import { holdsPoints, isNamedPartOfScore, isPartOfScore } from './score-heads.ts';

export type ColumnKind =
  | 'ordinal'
  | 'text'
  | 'item'
  | 'project'
  | 'organisation'
  | 'code'
  | 'weight'
  | 'score'
  | 'unit'
  | 'figure';

/** What a column is by its heads, and where they are silent or say two things, by what stands below. */
export function kindOf(head: Head, sharesHead: boolean): ColumnKind {
  const { role } = head;
  if (head.scored) return role === 'rate' ? 'score' : 'text';
  // 类 | 款 below 科目编码 | 科目名称: the second holds names.
  if (role === 'code') return head.figures === 0 && head.words > 2 ? 'item' : 'code';
  if (role === 'ordinal' || role === 'weight' || role === 'score') return role;
  if (role === 'aside') return 'text';
  if (role === 'text') return head.figures > head.words ? 'figure' : 'text';
  if (role === 'item' || role === 'project' || role === 'organisation') {
    return head.figures > head.words ? 'figure' : role;
  }
  if (isFigureRole(role))
    return head.words > head.figures && (sharesHead || head.figures === 0) ? 'item' : 'figure';
  if (head.figures === 0 && head.words === 0) return 'text';
  return head.figures > 0 && head.figures >= head.words ? 'figure' : 'item';
}

/** What the heads of a column say, and how many figures, words and codes stand below them. */
export function headAt(region: MoneyRegion, column: number): Head {
  const path = headPath(region.headerTable, region.header, column);
  const contents = contentsOf(region, column);
  const { coded, codes, percents, subject, years } = contents;
  let { figures, words } = contents;
  let role = roleOf(region, column, path, contents);
  // 2020 is a year where years name the rows, and 2020 万元 below a head of money.
  const head = path.at(-1);
  const ofYear = head !== undefined && labelOf(region.headerTable, head).bareYear;
  if (isFigureRole(role) || figures > 0 || ofYear) figures += years;
  else words += years;
  // 支出功能科目 over 2050202 holds codes and no sums.
  if (role !== 'code' && subject > 0 && subject === figures && head !== undefined)
    if (namesSubject(labelOf(region.headerTable, head).key)) role = 'code';
  // A02010104 below 编码 is no name.
  if (role === 'code') words -= codes;
  // 分值（10分） holds the points themselves, 执行率（10分） over 98% the rate that they are given for.
  const pointed = role !== 'score' && role !== 'weight' && (role !== 'rate' || percents === 0);
  const scored =
    isPartOfScore(region.headerTable, path) ||
    (words === 0 && isNamedPartOfScore(region.headerTable, path)) ||
    (pointed && head !== undefined && holdsPoints(labelOf(region.headerTable, head).key));
  const open = isFigureRole(role) || figures > 0 || ofYear ? 0 : years;
  return { column, role, path, figures, words, years: open, coded, scored };
}

/** 单位编码 over 101 | 102 numbers offices. */
const namesSubject = (key: string): boolean => /科目|分类|编码/.test(key) && !isOfficeCode(key);

/** How many cells of a column hold what. */
interface ColumnContents {
  figures: number;
  /** Of the figures those with %. */
  percents: number;
  words: number;
  /** Bare years: neither figures nor words. */
  years: number;
  /** Words that are nothing but a code: A02010104. */
  codes: number;
  /** Words with the code of a class in front. */
  coded: number;
  /** Words with the mark of a list in front: 一、. */
  marked: number;
  /** Words that name funds. */
  funded: number;
  /** Numbers as long as the code of a subject. */
  subject: number;
}

function contentsOf({ end, first, table }: MoneyRegion, column: number): ColumnContents {
  let figures = 0;
  let words = 0;
  let years = 0;
  let codes = 0;
  let coded = 0;
  let marked = 0;
  let funded = 0;
  let subject = 0;
  let percents = 0;
  for (let row = first; row < end; row++) {
    const i = cellIndexAt(table, row, column);
    const cell = cellOf(table, i);
    if (cell.row !== row || cell.column !== column) continue;
    const label = labelOf(table, i);
    // 11=2+5-8 numbers the column, and is no word of one that is blank.
    if (isWorkedOut(label.key)) continue;
    if (label.figure) figures++;
    if (label.figure && label.key.endsWith('%')) percents++;
    if (/^(?:\d{3}|\d{5}|\d{7})$/.test(label.key)) subject++;
    if (label.figure) continue;
    if (label.bareYear) years++;
    else if (!label.void) {
      words++;
      if (fundingRole(label) !== null) funded++;
      if (/^[一二三四五六七八九十]{1,3}[、.]/.test(label.key)) marked++;
      if (isCode(label.key)) codes++;
      if (codedName.test(label.key)) coded++;
    }
  }
  return { figures, percents, words, years, codes, coded, marked, funded, subject };
}

/** What the heads of a column say that it holds, where what stands below does not belie them. */
function roleOf(
  region: MoneyRegion,
  column: number,
  path: readonly number[],
  { figures, funded, marked, words }: ColumnContents,
): MoneyRole | null {
  let role: MoneyRole | null = null;
  for (let k = path.length - 1; k >= 0 && role === null; k--)
    role = headRole(labelOf(region.headerTable, path[k] as number));
  // 任务量（个） over 计划 | 完成 counts tasks; alone it tells how much is to be done, beside the money.
  const above = path.slice(0, -1).map((i) => labelOf(region.headerTable, i));
  if (role === 'aside' && isSilent(region, path) && above.some(({ key }) => countedUnit(key) !== null))
    role = 'count';
  // 2032年 over 预算 | 目标: the second says what is done with the first.
  if (isFigureRole(role) && words > figures && isSilent(region, path) && asksForGoal(region, path))
    role = 'text';
  // 绩效目标完成情况 over 指标总数 | 已完成 counts goals.
  if (role === null && above.some(({ key }) => ofGoals.test(key))) role = 'aside';
  // 指标总数 | 已完成 | 部分完成 | 未开展: how many of the goals.
  if ((role === null || role === 'executed') && isStateOfGoals(region, path, column)) role = 'aside';
  // 资金名称, 政策名称 ask for a project in a form, and head the projects of a list.
  if (role === null && path.some((i) => fieldRole(labelOf(region.headerTable, i)) === 'project'))
    role = 'project';
  // 项目名称 over 1 | 高标准农田 and 2 | 农业保险: the first of its columns numbers the rows.
  if (namesRows.has(role) && figures > words && sharesLowest(region, path) && numbersRows(region, column))
    role = 'ordinal';
  // 评审明细 | 分项内容 | 申报数 over 1 | 服务器 | 120: the first column numbers the rows, whatever its head says.
  if (role === null && column === region.header.left && figures > 2 && numbersRows(region, column))
    role = 'ordinal';
  // 资金名称 over 年度资金总额 | 其中：财政拨款 names funds.
  if (role === 'project' && funded * 2 > words) role = 'item';
  // 预算项目 over 一、税收收入: lines of a budget and no projects.
  const lowest = path.at(-1);
  if (lowest !== undefined && labelOf(region.headerTable, lowest).key === '预算项目' && marked > 1)
    role = 'item';
  // 比上年增减 over 金额 | 比例
  if (
    role === 'share' &&
    path.length > 1 &&
    changes.test(labelOf(region.headerTable, path.at(-2) as number).key)
  )
    role = 'rate';
  // 产出得分（50） | 效益得分（30） | 合计: points, whatever the rest of the table is in.
  if (role === 'value' && path.length === 1 && addsUpScores(region, column, lowest)) role = 'score';
  // 自评得分 | 复核得分 | 差异: by how many points the two differ.
  if (role === 'adjustment' && path.length === 1 && isBehindScore(region, column)) role = 'score';
  // 服务数量 over 数值, 月标准 over 基本工资 | 小计: no sums of money.
  if ((role === null || role === 'value') && above.some(({ key }) => ofOne.test(key))) role = 'aside';
  // 小计 | 国家标准 | 地方标准 below 支出需求: what each standard asks for.
  if (role === 'aside' && saysWhose(region, path)) role = 'value';
  // 数量 over 年初数 | 年末数 counts things.
  if (path.length > 1 && labelOf(region.headerTable, path[0] as number).key === '数量') role = 'count';
  // 年初数 over 数量 | 原值: how many there are of what is worth so much.
  if (role === 'aside' && isBesideWorth(region, path)) role = 'count';
  return role;
}

/** Whether the lowest head says how far goals are reached, right of one that counts them, with no other but its kin between. */
function isStateOfGoals(
  { header, headerTable }: MoneyRegion,
  path: readonly number[],
  column: number,
): boolean {
  const lowest = path.at(-1);
  if (lowest === undefined || !ofState.test(labelOf(headerTable, lowest).key)) return false;
  for (let before = column - 1; before >= header.left; before--) {
    const head = headPath(headerTable, header, before).at(-1);
    const key = head === undefined ? '' : labelOf(headerTable, head).key;
    if (numberOfGoals.test(key)) return true;
    if (!ofState.test(key)) return false;
  }
  return false;
}

/** 指标数 alone may be the money of a budget. */
const numberOfGoals =
  /^(?:绩效(?:目标|指标)总?(?:数量?|个数)|(?:目标|指标)(?:总数|个数|项数|数量))(?:\([个项条]\))?$/;
const ofState =
  /^完成(?:个数|项数|数量?)$|^(?:已|全部|部分|基本|尚?未|超额|按期|正在)(?:完成|开展|启动|实施|达标|达成|实现|推进)(?:指标)?(?:[个项条]?数|数量)?(?:\([个项条]\))?$/;

/** Whether the lowest head says whose standard a figure follows, below a head of sums that a total beside it adds up. */
function saysWhose({ header, headerTable }: MoneyRegion, path: readonly number[]): boolean {
  const [lowest, group] = path.toReversed();
  if (lowest === undefined || group === undefined) return false;
  if (!/^(?:国家|省级?|市级?|地方)(?:保障)?标准$/.test(labelOf(headerTable, lowest).key)) return false;
  const total = headPath(headerTable, header, cellOf(headerTable, group).column).at(-1);
  return total !== undefined && totalLabel.test(labelOf(headerTable, total).key);
}

/** Whether a column is a total right behind one of scores. */
function addsUpScores({ header, headerTable }: MoneyRegion, column: number, lowest?: number): boolean {
  if (lowest === undefined || column <= header.left) return false;
  return totalLabel.test(labelOf(headerTable, lowest).key) && isBehindScore({ header, headerTable }, column);
}

function isBehindScore(
  { header, headerTable }: Pick<MoneyRegion, 'header' | 'headerTable'>,
  column: number,
): boolean {
  if (column <= header.left) return false;
  const before = headPath(headerTable, header, column - 1).at(-1);
  return before !== undefined && scored.test(labelOf(headerTable, before).key);
}

/** How many, or what one costs. */
const ofOne = /.数量$|工程量$|(?:服务|月|年|补助|补贴|支出|配置|工资|薪酬|定额)标准(?:\([^()]*\))?$|单价/;

const scored = /(?:得分|评分|自评分)(?:\(\d+(?:\.\d+)?分?\))?$/;

const namesRows = new Set<MoneyRole | null>(['item', 'project', 'organisation']);

/** Whether the lowest head stands over another column too. */
function sharesLowest({ headerTable }: MoneyRegion, path: readonly number[]): boolean {
  const lowest = path.at(-1);
  return lowest !== undefined && cellOf(headerTable, lowest).columnSpan > 1;
}

/** Whether a column holds 1, 2, 3 and no other figures, from 1 again below each heading. */
function numbersRows({ end, first, table }: MoneyRegion, column: number): boolean {
  let last = 0;
  let count = 0;
  for (let row = first; row < end; row++) {
    const i = cellIndexAt(table, row, column);
    const cell = cellOf(table, i);
    if (cell.row !== row || cell.column !== column || !labelOf(table, i).figure) continue;
    const number = Number(labelOf(table, i).key);
    if (number !== last + 1 && number !== 1) return false;
    last = number;
    count++;
  }
  return count > 1;
}

const ofGoals = /^(?:年度)?(?:绩效)?(?:目标|指标)(?:完成|实现)?(?:情况|数量?|个数)$/;

/** Whether the lowest head says nothing of what stands below it. */
function isSilent({ headerTable }: MoneyRegion, path: readonly number[]): boolean {
  const lowest = path.at(-1);
  return lowest !== undefined && headRole(labelOf(headerTable, lowest)) === null;
}

function asksForGoal({ headerTable }: MoneyRegion, path: readonly number[]): boolean {
  const role = fieldRole(labelOf(headerTable, path.at(-1) as number));
  return role === 'goal' || role === 'achievement';
}

const changes = /增减|增长|变动|[比较](?:上年|20\d\d)/;

/** 2130205-森林资源培育, of which a row named otherwise takes the code. */
const codedName = /^(?:\d{3}|\d{5}|\d{7})[-_]?(?=[\u4e00-\u9fff])(?!年)/;

const isCode = (key: string): boolean => /^[a-z]\d{2,}$/i.test(key);
