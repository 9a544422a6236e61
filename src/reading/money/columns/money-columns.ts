import type { MoneyRegion } from '../../form.ts';
import type { Span } from '../../indicators/columns/indicator-table.ts';
import { cellIndexAt, cellOf, explain, labelOf } from '../../table/table.ts';
import { beginsSide, namesGrouped, namingRoles, tellsKind } from './beside-names.ts';
import {
  alternates,
  groups,
  holdsDocuments,
  holdsMarks,
  holdsOfficeCodes,
  holdsUnits,
} from './column-contents.ts';
import { type ColumnKind, headAt, kindOf } from './column-heads.ts';
import { comparedPeriods } from './compared-periods.ts';
import {
  type FigureColumn,
  figureColumn,
  givenOfStages,
  type Head,
  monthsOfStages,
  openingBalances,
  otherSources,
  partsOfStages,
  spanYears,
  spentOfStages,
  sumOfSources,
  sumsOfAdjustments,
  unspentOfStages,
} from './figure-columns.ts';
import { isAmount, isFigureRole } from './money-heads.ts';
import { spreadOverYears } from './spread-years.ts';

/** Columns that are read together: names and codes, and the figures right of them. */
export interface MoneyHalf {
  /** Grid columns of the names, left to right: the last names the row, those before group it. */
  items: number[];
  codes: number[];
  project: number | null;
  organisation: number | null;
  figures: FigureColumn[];
  weight: number | null;
  score: number | null;
  /** The column of the codes of offices, 210 over 210001: it ranks them. */
  officeCode: number | null;
  /** The column of 一 | 1 | 2 | 二 that ranks the rows; null where it only numbers them. */
  marks: number | null;
  /** The column that prints the unit of each row: 人, 万元, 平方米. */
  unit: number | null;
}

/** Sorts the columns of a money table into halves of names and figures, but for those that hold indicators. */
export function moneyHalves(region: MoneyRegion, indicators: ReadonlySet<number> = new Set()): MoneyHalf[] {
  const heads = headsOf(region);
  const officeCode = heads.find((head) => holdsOfficeCodes(region, head))?.column ?? null;
  const marks =
    heads.find((head) => head.role === 'ordinal' && holdsMarks(region, head.column))?.column ?? null;
  const kinds = kindsOf(region, heads, indicators);
  const halves: MoneyHalf[] = [];
  let half: MoneyHalf | null = null;
  for (const [head, kind] of kinds) {
    if (kind === 'ordinal' || kind === 'text') {
      explainColumn(region, head.column);
      continue;
    }
    const naming = kind === 'item' || kind === 'project' || kind === 'organisation' || kind === 'code';
    if (half === null || (naming && half.figures.length > 0)) {
      half = { ...emptyHalf(), officeCode, marks };
      halves.push(half);
    }
    addColumn(region, half, head, kind, heads);
  }
  for (const each of halves) {
    spanYears(each.figures);
    spreadOverYears(each.figures);
    openingBalances(each.figures);
    comparedPeriods(each.figures);
    partsOfStages(each.figures);
    sumsOfAdjustments(each.figures);
    spentOfStages(each.figures);
    givenOfStages(each.figures);
    monthsOfStages(each.figures);
    unspentOfStages(each.figures);
    otherSources(each.figures);
    sumOfSources(each.figures);
  }
  const [read, silent] = [true, false].map((has) => halves.filter((half) => half.figures.length > 0 === has));
  // 功能科目 behind the figures: codes that say nothing of them.
  for (const { codes } of silent ?? []) for (const column of codes) explainColumn(region, column);
  return read ?? [];
}

const emptyHalf = (): MoneyHalf => ({
  items: [],
  codes: [],
  project: null,
  organisation: null,
  figures: [],
  weight: null,
  score: null,
  officeCode: null,
  marks: null,
  unit: null,
});

/** What heads and contents say of every column, and of all of them together. */
function headsOf(region: MoneyRegion): Head[] {
  const { table, header } = region;
  const heads: Head[] = [];
  for (let column = header.left; column < table.grid.columns; column++) heads.push(headAt(region, column));
  for (const head of heads) for (const i of head.path) explain(region.headerTable, i);
  // 项目 | 单位 | 数量 without any figure beside: the numbers are what the table is about.
  if (!heads.some(({ role }) => isFigureRole(role)) && heads.some((head) => holdsUnits(region, head)))
    for (const head of heads)
      if (isAmount(labelOf(region.headerTable, head.path.at(-1) ?? 0).key)) head.role = 'value';
  // 南岭区 | 北湖县 over 2000 | 1800: beside columns of figures that nobody knows either, a round sum is no year.
  if (heads.filter(({ figures, role }) => role === null && figures > 0).length >= FEWEST_ALIKE)
    for (const head of heads)
      if (head.role === null && head.years > 0 && head.words === head.years && !saysWhen(region, head)) {
        head.figures += head.years;
        head.words = 0;
      }
  // 备注 over 0 | 3: nothing says what of, and no money.
  for (const head of heads)
    if (head.role === 'text' && labelOf(region.headerTable, head.path.at(-1) ?? 0).key === '备注')
      if (head.figures > head.words) head.role = 'aside';
  for (const head of heads)
    if (runsIntoPoints(region, head, heads)) Object.assign(head, { figures: 0, words: 0 });
  nameByWords(region, heads);
  namesGrouped(region, heads);
  return heads;
}

/** Whether a column has no head, and all that begins in it runs on into the next that has one, 分值 or 得分: it is what that one says. */
function runsIntoPoints(
  { end, first, table }: MoneyRegion,
  { column, path }: Head,
  heads: readonly Head[],
): boolean {
  const next = heads.find((head) => head.column > column && head.path.length > 0);
  if (path.length > 0 || (next?.role !== 'score' && next?.role !== 'weight')) return false;
  for (let row = first; row < end; row++) {
    const i = cellIndexAt(table, row, column);
    const cell = cellOf(table, i);
    if (cell.column !== column || cell.row !== row || labelOf(table, i).void || cell.text === '') continue;
    if (cell.column + cell.columnSpan <= next.column) return false;
  }
  return true;
}

/** What each column is beside the others; columns that hold indicators are left out. */
function kindsOf(
  region: MoneyRegion,
  heads: readonly Head[],
  indicators: ReadonlySet<number>,
): [Head, ColumnKind][] {
  const named = heads.some(
    (head, at) =>
      namingRoles.has(head.role) &&
      head.words > 0 &&
      head.words >= head.figures &&
      !holdsUnits(region, head) &&
      !tellsKind(region, heads, at),
  );
  const byProject = heads.some(({ role, words }) => role === 'project' && words > 0);
  // Beside 数量 and 单价 a unit is that of what is bought, and the figures are sums of money.
  const priced = heads.some(
    ({ path, role }) =>
      role === 'aside' && !/平均|均值/.test(labelOf(region.headerTable, path.at(-1) ?? 0).key),
  );
  const kinds: [Head, ColumnKind][] = [];
  let spanned = -1;
  for (const [at, head] of heads.entries()) {
    if (indicators.has(head.column)) continue;
    const sighted = holdsUnits(region, head)
      ? priced
        ? 'text'
        : 'unit'
      : byProject && classifies(head)
        ? 'code'
        : kindOf(head, spanned === (head.path.at(-1) ?? -2));
    // Words under a head of their own are no names where another column is said to hold them: 任务名称 | 主要内容.
    const described =
      sighted === 'item' &&
      head.role === null &&
      named &&
      head.path.length > 0 &&
      !beginsSide(region, heads, at);
    const isText =
      described ||
      tellsKind(region, heads, at) ||
      saysSource(region, head, heads) ||
      (sighted === 'item' && holdsDocuments(region, head));
    kinds.push([head, isText ? 'text' : sighted]);
    spanned = head.path.at(-1) ?? -1;
  }
  return kinds;
}

function addColumn(
  region: MoneyRegion,
  half: MoneyHalf,
  head: Head,
  kind: Exclude<ColumnKind, 'ordinal' | 'text'>,
  heads: readonly Head[],
): void {
  if (kind === 'item') addName(region, half, head, heads);
  else if (kind === 'code') {
    // 部门预算支出经济分类科目 | 政府预算支出经济分类科目: the first of two classifications names the row.
    if (half.items.length === 0 || half.codes.length === 0) half.codes.push(head.column);
    else explainColumn(region, head.column);
  } else if (kind === 'project') {
    // 任务名称 | 对应项目: the task names the row.
    if (half.project === null || !belongsTo(region, head)) half.project = head.column;
    else explainColumn(region, head.column);
  } else if (kind === 'organisation') half.organisation = head.column;
  else if (kind === 'weight' || kind === 'score' || kind === 'unit') {
    half[kind] = head.column;
    explainColumn(region, head.column);
  } else half.figures.push(figureColumn(region.headerTable, head));
}

/** A column of the projects that its rows belong to, whatever names them. */
function belongsTo({ headerTable }: MoneyRegion, { path }: Head): boolean {
  const lowest = path.at(-1);
  return lowest !== undefined && /^(?:对应|涉及|关联|所属|支撑)/.test(labelOf(headerTable, lowest).key);
}

/** 资产类别 | 数量 | 账面原值: where nothing else names the rows, the words before the figures do, though elsewhere they only describe. */
function nameByWords(region: MoneyRegion, heads: Head[]): void {
  const names = (head: Head): boolean =>
    head.words > 0 &&
    (head.role === null || head.role === 'code' || namingRoles.has(head.role)) &&
    !holdsUnits(region, head);
  if (heads.some(names)) return;
  const sums = heads.findIndex(
    ({ figures, role, words }) => (isFigureRole(role) || role === null) && figures > words,
  );
  const name = heads.slice(0, Math.max(sums, 0)).find(({ role }) => role === 'text');
  if (name !== undefined && name.words > 1 && name.words * 2 > region.end - region.first) name.role = 'item';
}

/** 项目名称 | 资金来源, 项目名称 | 项目内容 with a project in every row: the second says who pays for it or what it is, and names none of its parts. */
function saysSource({ headerTable }: MoneyRegion, head: Head, heads: readonly Head[]): boolean {
  const lowest = head.path.at(-1);
  if (
    head.role !== 'item' ||
    lowest === undefined ||
    !/^(?:资金(?:来源|性质|类别)|(?:项目|建设|工程|实施)内容)$/.test(labelOf(headerTable, lowest).key)
  )
    return false;
  return heads.some(({ role, words }) => role === 'project' && words > 0 && words >= head.words);
}

/** Columns of figures under heads that are no labels which make another such column one of figures. */
const FEWEST_ALIKE = 2;

const saysWhen = ({ headerTable }: MoneyRegion, { path }: Head): boolean =>
  path.length === 0 || path.some((i) => /[年月日期时届]/.test(labelOf(headerTable, i).key));

/** 功能科目 over 2130205-森林资源培育: the class of the project that the row names. */
const classifies = ({ coded, role, words }: Head): boolean =>
  role !== 'project' && coded > 0 && coded === words;

/** Names beside one of the column before them from which on that groups them. */
const GROUPED = 2;

/** A second column of names under the same head, or under none, groups with the first; under another head it describes it. */
function addName(region: MoneyRegion, half: MoneyHalf, head: Head, heads: readonly Head[]): void {
  const before = heads.find((each) => each.column === half.items.at(-1));
  if (before && head.words === 0) return;
  if (!before || head.path.length === 0 || head.path.at(-1) === before.path.at(-1))
    half.items.push(head.column);
  else if (before.role === null && head.role === 'item') half.items = [head.column];
  // 类别 | 指标, 项目资金 | 资金总额 below 调整前: the first runs down beside the second and groups it.
  else if (
    (head.role === 'item' || isFigureRole(head.role)) &&
    head.figures === 0 &&
    head.words >= before.words * GROUPED
  )
    half.items.push(head.column);
  // 支出类别 | 明细, or heads that nobody knows: a name that stands beside several others groups them.
  else if (
    (before.role === 'item' || before.role === null) &&
    head.role === before.role &&
    (groups(region, before.column, head.column) || alternates(region, before.column, head.column))
  )
    half.items.push(head.column);
}

/** One grid column as a span. */
export function columnSpan(column: number): Span {
  return { first: column, end: column + 1, text: '', path: '' };
}

function explainColumn(region: MoneyRegion, column: number): void {
  for (let row = region.first; row < region.end; row++) {
    const i = cellIndexAt(region.table, row, column);
    if (cellOf(region.table, i).column === column) explain(region.table, i);
  }
}
