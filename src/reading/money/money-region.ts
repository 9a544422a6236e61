import { stepHeads } from '../fields/task-rows.ts';
import { fundingPairs } from '../fields/written-funds.ts';
import type { MoneyRegion, Region, Strip } from '../form.ts';
import { findIndicatorHeader } from '../indicators/columns/indicator-header.ts';
import { totalLabel } from '../lexicon/money-columns.ts';
import { fieldRole, type Label, mayBeFigure, moneyRole } from '../table/label.ts';
import { closing, startsWithField } from '../table/row-ends.ts';
import {
  bottomOf,
  cellAt,
  cellOf,
  filledCells,
  labelAt,
  labelOf,
  rightOf,
  type Table,
} from '../table/table.ts';
import { findBareHeader, findMoneyHeader } from './columns/money-header.ts';
import { measures } from './columns/money-heads.ts';
import type { MoneyHeader } from './columns/money-table.ts';
import { headsYears, sameHeads, spansYears } from './columns/year-heads.ts';

/** The table of figures that starts in the row, or goes on there from an earlier page or side label; null where none does. */
export function moneyRegion(
  strip: Strip,
  row: number,
  before: Region[],
  next: Strip | undefined,
): MoneyRegion | null {
  const { table } = strip;
  // 2031.10 below 开始时间 is a month, whatever it looks like.
  if (stepHeads(table, row).length > 0) return null;
  const header = findMoneyHeader(table, row, strip.end) ?? headBeforePageEnd(strip, row, next);
  if (header) {
    const { side, sideText } = header;
    return {
      kind: 'money',
      table,
      first: header.end,
      end: moneyEnd(strip, header),
      header,
      headerTable: table,
      side,
      sideText,
    };
  }
  const last = before.at(-1);
  if (last?.kind !== 'money') return null;
  if (last.table === table && last.end === row)
    return nextSide(strip, row, last) ?? belowCorner(strip, row, last);
  if (row !== strip.first || !figuresGoOn(strip, row, last)) return null;
  const open = { ...last.header, first: row, end: row, sideEnd: strip.end };
  const end = moneyEnd(strip, { ...open, left: 0 });
  return end > row ? { ...last, table, first: row, end } : null;
}

/** Rows beside another label that go on under the same heads: 收入构成 and then 支出构成, the heads printed once. */
function nextSide(strip: Strip, row: number, last: MoneyRegion): MoneyRegion | null {
  const { table } = strip;
  const first = filledCells(table, row)[0];
  if (last.header.left === 0 || first === undefined) return null;
  const cell = cellOf(table, first);
  const left = rightOf(cell);
  if (cell.row !== row || cell.rowSpan < 2 || left > last.header.left) return null;
  const sideEnd = Math.min(strip.end, bottomOf(cell));
  for (let r = row; r < sideEnd; r++) {
    const figures = filledCells(table, r).filter((i) => mayBeFigure(labelOf(table, i)));
    if (figures.length === 0 || (left < last.header.left && !isNamed(table, r, left, last.header.left)))
      return null;
    if (figures.some((i) => !isFigureColumn(table, last.header, cellOf(table, i).column))) return null;
    // 资金用途 beside 食材采购 | 731 under 合计 | 中央 | 省级: a name where figures stood is no row of those columns.
    if (filledCells(table, r).some((i) => !figures.includes(i) && coversFigures(table, last.header, i)))
      return null;
  }
  const { key } = labelOf(table, first);
  const header = { ...last.header, left };
  return { ...last, header, first: row, end: sideEnd, side: key, sideText: cell.text };
}

/**
 * 资金需求（万元） beside 2024年安排数 | 2025年申请数 and their figures, over 其中：上级补助 | 120 | 144: the label beside the one row of figures is
 * the head of the names of those that follow below it.
 */
function belowCorner(strip: Strip, row: number, last: MoneyRegion): MoneyRegion | null {
  const { table } = strip;
  const { header } = last;
  if (header.left === 0 || last.first + 1 !== row || header.sideEnd !== row || last.corner) return null;
  const corner = cellAt(table, last.first, header.left - 1);
  let end = row;
  for (; end < strip.end; end++) {
    const [name, ...figures] = filledCells(table, end);
    if (name === undefined || cellOf(table, name).column !== corner.column) break;
    if (cellOf(table, name).columnSpan !== corner.columnSpan || cellOf(table, name).rowSpan > 1) break;
    if (figures.length < 2 || fieldRole(labelOf(table, name)) !== null) break;
    const isUnder = (i: number): boolean =>
      labelOf(table, i).void ||
      (mayBeFigure(labelOf(table, i)) && isFigureColumn(table, header, cellOf(table, i).column));
    if (!figures.every(isUnder)) break;
  }
  // 总投资 beside its sources, over 本年投资 | 2,430 | 1,450: another stage of the same.
  const below = labelAt(table, row, corner.column);
  const opens = /^其中/.test(below.key) || isStage(below);
  if (end === row || !opens) return null;
  return { ...last, first: row, end, header: { ...header, left: corner.column, sideEnd: end }, corner: true };
}

const isStage = (label: Label): boolean => {
  const role = moneyRole(label);
  return measures.has(role) && role !== 'rate' && role !== 'count';
};

/** 其中： | 基本支出 under a label that is as wide as both: the name stands where the label before ran on. */
function isNamed(table: Table, row: number, from: number, to: number): boolean {
  for (let column = from; column < to; column++) {
    const label = labelAt(table, row, column);
    if (label.void || mayBeFigure(label)) return false;
  }
  return true;
}

/** A head in the last row of a page, its figures at the top of the next. */
function headBeforePageEnd(strip: Strip, row: number, next: Strip | undefined): MoneyHeader | null {
  const { rows, columns } = strip.table.grid;
  if (!next || next.table === strip.table || row + MOST_LAST_ROWS < rows || strip.end < rows) return null;
  if (next.table.grid.columns !== columns || !startsWithFigures(next.table, next.first)) return null;
  return findBareHeader(strip.table, row);
}

/** A head that its page ends behind has at most two rows; deeper ones are not cut from their body by writers of forms. */
const MOST_LAST_ROWS = 2;

/** A grid without a head, of the same width and with figures in its first row, goes on with the figures before it. */
function figuresGoOn(strip: Strip, row: number, last: MoneyRegion): boolean {
  const { table } = strip;
  if (
    table === last.table ||
    table.grid.columns !== last.table.grid.columns ||
    last.end < last.table.grid.rows
  )
    return false;
  return startsWithFigures(table, row);
}

function startsWithFigures(table: Table, row: number): boolean {
  const filled = filledCells(table, row);
  const first = filled[0];
  if (first === undefined || fieldRole(labelOf(table, first)) !== null) return false;
  return filled.some((i) => labelOf(table, i).figure);
}

/** The row after the body of figures. */
function moneyEnd(strip: Strip, header: MoneyHeader): number {
  const end = bodyEnd(strip, header);
  for (let row = header.end + 1; row < end; row++)
    if (
      holdsPairs(strip.table, row) ||
      listsTwo(strip.table, header, row) ||
      headsAgain(strip.table, header, row) ||
      headsYears(strip.table, header, row) ||
      spansYears(strip.table, header, row)
    )
      return row;
  return end;
}

/** 批复规模 | 实际规模 over their figures, and below them 批复投资 | 实际投资 over theirs: new heads beside the same label. */
function headsAgain(table: Table, header: MoneyHeader, row: number): boolean {
  if (header.left === 0 || row + 1 >= header.sideEnd) return false;
  const heads = filledCells(table, row);
  if (heads.length < 2 || sameHeads(table, row, header)) return false;
  const columns = heads.map((i) => cellOf(table, i).column);
  const figuresAt = (at: number): boolean =>
    columns.every((column) => labelAt(table, at, column).figure) &&
    filledCells(table, at).length === columns.length;
  return (
    heads.every((i) => !labelOf(table, i).figure && !labelOf(table, i).void) &&
    figuresAt(row - 1) &&
    figuresAt(row + 1) &&
    findMoneyHeader(table, row, header.sideEnd) !== null
  );
}

/**
 * 其中：一般公共预算 | 1720 | 基本支出 | 640 below heads of stages: two lists side by side, each name with its figure; or 债券期限 | 15 | 票面利率 | 3.25%:
 * fields with their answers.
 */
function listsTwo(table: Table, header: MoneyHeader, row: number): boolean {
  const own = filledCells(table, row);
  const names = own.filter((_, at) => at % 2 === 0);
  const underFigures = (i: number): boolean => {
    for (let above = header.end; above < row; above++)
      if (labelAt(table, above, cellOf(table, i).column).figure && !startsWithFigure(table, above))
        return true;
    return false;
  };
  // 到位率 | 93.33% | 使用率 | 96.43%: rates of the funds above.
  if (names.every((i) => moneyRole(labelOf(table, i)) === 'rate')) return false;
  const isName = (i: number): boolean =>
    !mayBeFigure(labelOf(table, i)) && /\p{Script=Han}{2}/u.test(labelOf(table, i).key);
  return (
    own.length > 3 &&
    own.length % 2 === 0 &&
    own.every((i, at) => at % 2 === 0 || labelOf(table, i).figure) &&
    names.every(isName) &&
    names.slice(1).every(underFigures)
  );
}

/** 1 | 2 | 3 | 4: the numbers of the columns. */
function startsWithFigure(table: Table, row: number): boolean {
  const [first] = filledCells(table, row);
  return first !== undefined && labelOf(table, first).figure;
}

/** 其中：一般公共预算：1588.00 | 其中：基本支出：988.00 below heads and their figures: each cell is a field with its own figure. */
function holdsPairs(table: Table, row: number): boolean {
  const own = filledCells(table, row);
  return own.length > 0 && own.every((i) => fundingPairs(cellOf(table, i).text).length > 0);
}

function bodyEnd(strip: Strip, header: MoneyHeader): number {
  const { table } = strip;
  if (header.left > 0) return header.sideEnd + (totalsBelow(strip, header) ? 1 : 0);
  let row = header.end;
  for (; row < strip.end; row++) {
    const filled = filledCells(table, row);
    const first = filled[0];
    if (first === undefined) continue;
    // 单位名称 | 科目编码 | 合计 once more, as on every page: it asks for no field.
    if (filled.length > 1 && row > header.end && sameHeads(table, row, header)) continue;
    if (findIndicatorHeader(table, row, strip.end)) break;
    const cell = cellOf(table, first);
    const figures = filled.some((i) => labelOf(table, i).figure);
    if (!figures && cell.column <= header.left) {
      const role = fieldRole(labelOf(table, first));
      if (startsWithField(labelOf(table, first))) break;
      if (role !== null && role !== 'known' && closing.has(role) && filled.length > 1) break;
      if (cell.columnSpan >= table.grid.columns && labelOf(table, first).key.length > 12) break;
      if (row > header.end && !sameHeads(table, row, header) && findMoneyHeader(table, row, strip.end)) break;
      if (row > header.end && headsNothing(table, row, filled, strip.end)) break;
    }
  }
  return row;
}

/** 楼堂馆所控制情况 | 批复规模（㎡） | 实际规模（㎡） | 规模控制率: heads of figures that nobody filled in, and no names of rows. */
function headsNothing(table: Table, row: number, [, ...heads]: readonly number[], end: number): boolean {
  const labels = heads.map((i) => labelOf(table, i));
  return (
    labels.length >= FEWEST_HEADS &&
    labels.every((label) => !label.void && (moneyRole(label) !== null || ofUnit.test(label.key))) &&
    (row + 1 >= end || !filledCells(table, row + 1).some((i) => labelOf(table, i).figure))
  );
}

const FEWEST_HEADS = 3;
const ofUnit = /\p{L}\((?:[万亿千]?元|㎡|m2|平方米|[人个辆次台套项])\)$/u;

/** A total that runs out under the side label, with figures in as many columns as the table has: 金额合计 | 400 | 340 | 60. */
function totalsBelow(strip: Strip, header: MoneyHeader): boolean {
  const { table } = strip;
  const row = header.sideEnd;
  if (row >= strip.end) return false;
  const [first, ...rest] = filledCells(table, row);
  if (first === undefined || rest.length < 2 || !totalLabel.test(labelOf(table, first).key)) return false;
  return (
    rightOf(cellOf(table, first)) > header.left &&
    rest.every(
      (i) => mayBeFigure(labelOf(table, i)) && isFigureColumn(table, header, cellOf(table, i).column),
    )
  );
}

function coversFigures(table: Table, header: MoneyHeader, i: number): boolean {
  const cell = cellOf(table, i);
  if (labelOf(table, i).void) return false;
  for (let column = Math.max(cell.column, header.left); column < rightOf(cell); column++)
    if (isFigureColumn(table, header, column)) return true;
  return false;
}

function isFigureColumn(table: Table, header: MoneyHeader, column: number): boolean {
  for (let row = header.end; row < header.sideEnd; row++)
    if (mayBeFigure(labelAt(table, row, column))) return true;
  return false;
}
