import { isUnit } from '../../../values/index.ts';
import { findIndicatorHeader } from '../../indicators/columns/indicator-header.ts';
import type { FieldRole } from '../../lexicon/fields.ts';
import { levelOfName } from '../../lexicon/levels.ts';
import type { MoneyRole } from '../../lexicon/money-columns.ts';
import { headerEnd } from '../../table/header-end.ts';
import { fieldRole, indicatorRole, isVoid, type Label } from '../../table/label.ts';
import {
  bottomOf,
  cellAt,
  cellOf,
  filledCells,
  labelAt,
  labelOf,
  rightOf,
  type Table,
} from '../../table/table.ts';
import { answersItself, isFieldRow, standsOverHead, yearsAreHeads } from './field-rows.ts';
import { boundedFigure, headRole, isAmount, isFigureRole, isUnitHead } from './money-heads.ts';
import type { MoneyHeader } from './money-table.ts';
import { deepestHead, partsBelow, sideAbove, sideOf } from './side-label.ts';

/** 年度目标 | 完成情况 over their texts are no table of figures, whatever stands beside them. */
const goalRoles = new Set(['goal', 'achievement']);

/** The head of a money table that starts in the row and ends before the limit; null where none does. */
export function findMoneyHeader(table: Table, row: number, limit: number): MoneyHeader | null {
  const known = table.moneyHeads[row];
  if (known?.limit === limit) return known.header;
  const header = seekHeader(table, row, limit);
  table.moneyHeads[row] = { limit, header };
  return header;
}

/** The head of a money table that starts in the row and is the last of its grid: its figures stand on the next page. */
export function findBareHeader(table: Table, row: number): MoneyHeader | null {
  return seekHeader(table, row, table.grid.rows, true);
}

function seekHeader(table: Table, row: number, limit: number, bare = false): MoneyHeader | null {
  const filled = filledCells(table, row);
  if (filled.length < 2) return null;
  const outer = sideOf(table, row, filled);
  // 项目资金情况 | 资金来源 | 项目 | 预算数: both run down beside the rows, the inner one no further than its own list.
  const inner = outer === null || filled.length < DEEP_SIDES ? null : sideOf(table, row, filled.slice(1));
  const own = inner ?? outer;
  const heads = withoutCorner(table, filled.slice([outer, inner].filter((i) => i !== null).length));
  const side = own ?? sideAbove(table, row, heads);
  if (heads.length < 2 || startsWithLevels(table, filled)) return null;
  if (heads.some((i) => isPointInTime(table, i))) return null;
  const years = heads.filter((i) => labelOf(table, i).bareYear).length;
  let roles = years > 1 ? years : 0;
  let goals = 0;
  for (const i of heads) {
    const label = labelOf(table, i);
    if (isNoHead(table, i)) return null;
    if (headRole(label) !== null) roles++;
    else if (goalRoles.has(fieldRole(label) ?? '') && !isOverFigure(table, i)) goals++;
  }
  // 非常满意 | 满意 | 不满意 over how many said so.
  if (heads.filter((i) => isOpinion.test(labelOf(table, i).key)).length > 1) return null;
  if (own === null && answersKind(heads.map((i) => headRole(labelOf(table, i))))) return null;
  // 项目 | 2026年执行数 | 2027年预算数 | 主要绩效目标: a list of sums that says what for.
  const sums = heads.filter(
    (i) => isFigureRole(headRole(labelOf(table, i))) && isOverFigure(table, i),
  ).length;
  if (goals > 0 && sums < 2 && !heads.some((i) => headsProjects(labelOf(table, i), roles))) return null;
  if (!adjacent(table, heads) || !yearsAreHeads(table, heads)) return null;
  const end = headerEnd(table, row, { limit, heads, deepest: deepestHead, goesOn: isSubHead });
  // What is aimed at, in short texts, over the head of the indicators: no head of money.
  for (let below = row + 1; below < end; below++) if (findIndicatorHeader(table, below, limit)) return null;
  // The names of the items may stand over the heads that say what their figures are: 公务用车 over 小计 | 购置 | 运行.
  if (heads.every((i) => unasked.has(fieldRole(labelOf(table, i)))))
    for (let below = row + 1; below < end; below++)
      for (const i of filledCells(table, below)) if (isFigureRole(headRole(labelOf(table, i)))) roles++;
  if (end < limit && standsOverHead(table, heads, end)) return null;
  const sideCell = side === null ? null : cellOf(table, side);
  const sideEnd = sideCell ? Math.min(limit, bottomOf(sideCell)) : limit;
  if (bare ? end < limit : end >= sideEnd) return null;
  const spoken = headsOfMoney(table, heads, end, limit) + headsOneYear(table, heads, end, limit);
  roles += spoken;
  const left = side === null ? 0 : rightOf(cellOf(table, side));
  if (years < 2 && spoken === 0 && !holdsFigureHead(table, row, end, left)) return null;
  const header: MoneyHeader = {
    first: row,
    end,
    left: sideCell ? rightOf(sideCell) : 0,
    sideEnd,
    side: side === null ? '' : labelOf(table, side).key,
    sideText: side === null ? '' : cellOf(table, side).text,
  };
  // One head of figures is enough beside two other heads, or where a side label holds the rows together.
  const few = heads.length < 3 && !heads.some((i) => partsBelow(table, i));
  if (roles === 0 || (roles === 1 && few && own === null)) return null;
  return figuresBelow(table, header, limit, own !== null) && !isFieldRow(table, heads, end) ? header : null;
}

/** 项目资金 | / | 年初预算数 | 全年预算数: a corner that a stroke fills is as blank as another. */
function withoutCorner(table: Table, heads: number[]): number[] {
  const others = heads.slice(heads.findIndex((i) => !isVoid(labelOf(table, i).key)));
  return others.some((i) => isFigureRole(headRole(labelOf(table, i)))) ? others : heads;
}

/** Two side labels, and two heads. */
const DEEP_SIDES = 4;

/** Whether a cell says what no head of money does. */
function isNoHead(table: Table, i: number): boolean {
  const { figure, key } = labelOf(table, i);
  return (
    figure ||
    (boundedFigure.test(key) && !/^(?:19|20)\d\d$/.test(key) && !isSubject(key)) ||
    saysFigure.test(key) ||
    key.length > 40 ||
    answersItself(cellOf(table, i).text) ||
    // 预算调整 | — | —: a line of which nothing is told.
    isVoid(key)
  );
}

/** 2050202小学教育: a subject with its code, and no figure with a unit. */
function isSubject(key: string): boolean {
  const [, name] = /^(?:[123]\d{2}|[235]\d{4}|[12]\d{6})[-_]?([\u4e00-\u9fff]{2,})$/.exec(key) ?? [];
  return name !== undefined && !isUnit(name);
}

/** 2031 below 开始时间, or below other years of it: when something begins or ends, and no year that figures are of. */
function isPointInTime(table: Table, i: number): boolean {
  if (!isTime(labelOf(table, i))) return false;
  const { column, row } = cellOf(table, i);
  for (let above = row - 1; above >= Math.max(0, row - EVIDENCE_ROWS); above--) {
    const label = labelAt(table, above, column);
    if (!isTime(label)) return asksTime.test(label.key);
  }
  return false;
}

const isTime = ({ bareYear, key }: Label): boolean => bareYear || month.test(key);
const month = /^(?:19|20)\d\d[年./-]\d{1,2}/;
const asksTime = /(?:时间|日期)$/;

/** Fewest heads of money beside 资金名称 that make a list of it: in a form it asks for one name. */
const LIST = 3;

function headsProjects(label: Label, roles: number): boolean {
  return headRole(label) === 'project' || (roles >= LIST && fieldRole(label) === 'project');
}

/** 产出指标 | 数量指标 | 发放抚恤补助2300人次: indicators, whatever money they name. */
function startsWithLevels(table: Table, [first, second]: readonly number[]): boolean {
  const level = (i: number | undefined) => (i === undefined ? null : levelOfName(labelOf(table, i).key));
  return level(first) === 1 && level(second) === 2;
}

/** 支出项目类别 | 其他运转类: what is asked for in words and a kind of spending beside it are a field and its answer. */
const answersKind = ([asked, answer, ...others]: (MoneyRole | null)[]): boolean =>
  asked === 'text' && answer === 'spend' && others.length === 0;

const isOpinion =
  /^(?:很|非常|比较|较|基本|不太|很不|非常不|不|一般)*满意(?:的?(?:人|份|票|户)?数|\([^()]*\))?$/;

/** 年初预算 1,860.50万元, 再犯罪率≤0.2%: a label with its own figure is no head. */
const saysFigure = /[\u4e00-\u9fff][:：]?[≥≤<>=]?\d[\d,]*(?:\.\d+)?(?:万元|亿元|元|%)$/;

/** 实际完成 over 118 is a head of money, over a text one of goals. */
function isOverFigure(table: Table, i: number): boolean {
  const cell = cellOf(table, i);
  const below = bottomOf(cell);
  return below < table.grid.rows && labelAt(table, below, cell.column).figure;
}

/** Heads stand side by side; labels with blanks between them wait for values. */
function adjacent(table: Table, heads: number[]): boolean {
  let touching = 0;
  for (let k = 1; k < heads.length; k++) {
    if (rightOf(cellOf(table, heads[k - 1] as number)) === cellOf(table, heads[k] as number).column)
      touching++;
  }
  return touching * 2 >= heads.length - 1;
}

/** Whether every filled cell of the row stands under a group head or a blank one, and none is a figure. */
function isSubHead(table: Table, row: number, last: number, first: number): boolean {
  for (const i of filledCells(table, row)) {
    const label = labelOf(table, i);
    if (label.figure || label.void || label.key.length > 30) return false;
    const column = cellOf(table, i).column;
    const head = cellAt(table, last, column);
    if (head.row < first || bottomOf(head) > row) return false;
    if (
      head.columnSpan === 1 &&
      labelAt(table, last, column).key !== '' &&
      !unmergedGroup(table, last, row, column)
    )
      return false;
    if (head.columnSpan > 1 && cellOf(table, i).columnSpan >= head.columnSpan) return false;
  }
  return true;
}

/** A head whose right neighbour is blank while both have a head below: a group that nobody merged. */
function unmergedGroup(table: Table, last: number, row: number, column: number): boolean {
  if (column + 1 >= table.grid.columns) return false;
  return labelAt(table, last, column + 1).key === '' && labelAt(table, row, column + 1).key !== '';
}

function holdsFigureHead(table: Table, first: number, end: number, left: number): boolean {
  for (let row = first; row < end; row++) {
    for (const i of filledCells(table, row)) {
      const { column } = cellOf(table, i);
      if (column >= left && isFigureRole(headRole(labelOf(table, i)))) return true;
      // 项目 | 单位 | 数量: how many of what the column before says.
      if (column > left && isAmount(labelOf(table, i).key) && isUnitHead(labelAt(table, row, column - 1).key))
        return true;
    }
  }
  return false;
}

/** 年度 | 项目收入 | 运营成本 | 还本 | 付息: how many heads beyond the first only their own words call money, where nothing but figures stands below. */
function headsOfMoney(table: Table, heads: readonly number[], end: number, limit: number): number {
  const [, ...others] = heads;
  const roles = heads.map((i) => headRole(labelOf(table, i)));
  if (others.length < 2 || roles.some((role) => isFigureRole(role) || role === 'score' || role === 'weight'))
    return 0;
  const spoken = others.filter(
    (i) => headRole(labelOf(table, i)) === null && endsOnMoney.test(labelOf(table, i).key),
  );
  if (spoken.length < 2 || others.some((i) => fieldRole(labelOf(table, i)) !== null)) return 0;
  let figures = 0;
  for (let row = end; row < Math.min(limit, end + EVIDENCE_ROWS); row++) {
    for (const i of spoken) {
      const label = labelAt(table, row, cellOf(table, i).column);
      if (label.figure) figures++;
      else if (!label.void) return 0;
    }
  }
  return figures > spoken.length ? spoken.length : 0;
}

/** Fewest rows of a name and a figure below 项目 | 2031 that make it the head of a list. */
const FEWEST_ROWS = 3;

/** 项目 | 2031 alone over names and figures: both heads, though one year is none elsewhere; 0 where less stands below. */
function headsOneYear(table: Table, heads: readonly number[], end: number, limit: number): number {
  const [names, year, ...others] = heads;
  if (names === undefined || year === undefined || others.length > 0) return 0;
  if (headRole(labelOf(table, names)) !== 'item' || !aYear.test(labelOf(table, year).key)) return 0;
  let rows = 0;
  for (let row = end; row < Math.min(limit, end + EVIDENCE_ROWS); row++) {
    const [name, figure] = [names, year].map((i) => labelAt(table, row, cellOf(table, i).column));
    if (name?.figure === false && name.key !== '' && figure?.figure === true && !figure.bareYear) rows++;
  }
  return rows < FEWEST_ROWS ? 0 : heads.length;
}

const aYear = /^(?:19|20)\d\d年?度?$/;

const endsOnMoney =
  /(?:收入|支出|成本|收益|利息|本金|付息|还本|本息(?:合计)?|税金|费用?|投资|余额|补助|补贴|经费)$/;

/** Rows below a head that are looked at for figures. */
const EVIDENCE_ROWS = 40;

/** Whether figures stand below: of the first rows one at least; a table with a side label may be empty. */
function figuresBelow(table: Table, header: MoneyHeader, limit: number, sided: boolean): boolean {
  const end = Math.min(limit, header.sideEnd, header.end + EVIDENCE_ROWS);
  let blank = true;
  for (let row = header.end; row < end; row++) {
    const filled = filledCells(table, row);
    let texts = 0;
    for (const i of filled) {
      const label = labelOf(table, i);
      if (label.figure || (label.bareYear && cellOf(table, i).column > header.left)) return true;
      if (!label.void) texts++;
    }
    if (
      filled.some(
        (i) => indicatorRole(labelOf(table, i)) !== null && fieldRole(labelOf(table, i)) !== 'goal',
      ) &&
      texts > 2
    )
      break;
    if (texts > 0) blank = false;
  }
  return sided || blank;
}

/** What the head of a column may be as a field: 年度 over 2023年预算数. */
const unasked = new Set<FieldRole | null>([null, 'year']);
