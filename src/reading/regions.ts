import type { Form, IndicatorRegion, Region, Strip } from './form.ts';
import { columnsRegion } from './indicators/column-indicators.ts';
import { indicatorColumnsOf } from './indicators/columns/indicator-halves.ts';
import { explainHeader, findIndicatorHeader, repeatsHeader } from './indicators/columns/indicator-header.ts';
import type { IndicatorHeader, Span } from './indicators/columns/indicator-table.ts';
import { isAcross } from './indicators/group-rows.ts';
import { headOfLevelRows, headOfYears } from './indicators/level-rows.ts';
import { headOfNumberedRows, headOfTerms } from './indicators/listed-rows.ts';
import { isSubtotal, isTotalRow, numbersColumns, totalRows } from './indicators/totals.ts';
import { isExecutionName, levelOfName, sectionOfText } from './lexicon/levels.ts';
import { findMoneyHeader } from './money/columns/money-header.ts';
import { moneyRegion } from './money/money-region.ts';
import { surveyRegion } from './survey/survey-region.ts';
import type { Label } from './table/label.ts';
import { endsBody } from './table/row-ends.ts';
import {
  bottomOf,
  cellAt,
  cellIndexAt,
  cellOf,
  explain,
  filledCells,
  labelAt,
  labelOf,
  rightOf,
  type Table,
} from './table/table.ts';
import { stackedRows, transposed } from './table/transpose.ts';

/** Parts the rows of a form into tables of indicators, tables of figures, and rows of labelled fields, from the top. */
export function regionsOf(form: Form): Region[] {
  const regions: Region[] = [];
  for (const [at, strip] of form.strips.entries()) {
    const next = form.strips[at + 1];
    let row = strip.first;
    let fieldsFrom = row;
    const close = (end: number): void => {
      if (end > fieldsFrom) regions.push({ kind: 'fields', table: strip.table, first: fieldsFrom, end });
    };
    while (row < strip.end) {
      const region =
        surveyRegion(strip, row) ??
        indicatorRegion(strip, row, regions) ??
        stackedRegion(strip, row) ??
        levelRegion(strip, row) ??
        moneyRegion(strip, row, regions, next) ??
        columnsRegion(strip, row);
      if (!region) {
        row++;
        continue;
      }
      close(headOf(region, strip.table, row, fieldsFrom));
      regions.push(region);
      row = Math.max(region.table === strip.table ? region.end : row + stackedRows(strip, row), row + 1);
      fieldsFrom = row;
    }
    close(strip.end);
  }
  return regions;
}

/** The first row of a region in the table: its head may begin above the row that it was found by. */
function headOf(region: Region, table: Table, row: number, from: number): number {
  if (region.kind !== 'indicators' || region.headerTable !== table || region.header.first < from) return row;
  return Math.min(row, region.header.first);
}

function indicatorRegion(strip: Strip, row: number, before: Region[]): IndicatorRegion | null {
  const { table, under } = strip;
  if (under && row === strip.first) return bodyOf(strip, under.table, under.header, row);
  const header = findIndicatorHeader(table, row, strip.end);
  if (header) return bodyOf(strip, table, header, header.end);
  const last = before.findLast((region) => region.kind === 'indicators');
  if (!last || !(last.table === table ? goesOnBelow(strip, row, last) : goesOn(strip, row, last)))
    return null;
  return bodyOf(strip, last.headerTable, last.header, row, last);
}

/** A table that lies on its side, its heads one below the other: it is turned and read like any other. */
function stackedRegion(strip: Strip, row: number): IndicatorRegion | null {
  const rows = stackedRows(strip, row);
  if (rows === 0) return null;
  const turned = transposed(strip.table, row, row + rows);
  const header = findIndicatorHeader(turned, 0, turned.grid.rows);
  if (!header) return null;
  for (let r = row; r < row + rows; r++) for (const i of filledCells(strip.table, r)) explain(strip.table, i);
  return bodyOf({ table: turned, first: 0, end: turned.grid.rows }, turned, header, header.end);
}

/** Rows of indicators without any head: 产出指标 | 数量指标 | 养护里程 | 12公里. */
function levelRegion(strip: Strip, row: number): IndicatorRegion | null {
  const header =
    headOfYears(strip, row) ??
    headOfLevelRows(strip, row) ??
    headOfNumberedRows(strip, row) ??
    headOfTerms(strip, row);
  return header && bodyOf(strip, strip.table, header, header.end);
}

/** A grid without a head of its own, of the same width, goes on with the table before it: the page ended. */
function goesOn(strip: Strip, row: number, last: IndicatorRegion): boolean {
  if (row !== strip.first || strip.table.grid.columns !== last.table.grid.columns) return false;
  if (last.end < last.table.grid.rows) return false;
  const first = filledCells(strip.table, row)[0];
  if (first === undefined || isTotalRow(strip.table, row)) return false;
  return !endsBody(strip.table, row, last.header.left) && !findMoneyHeader(strip.table, row, strip.end);
}

/** Rows that go on below a note across the table: the next level, in the very columns of the rows above the note. */
function goesOnBelow({ end, table }: Strip, row: number, last: IndicatorRegion): boolean {
  if (last.end >= row || last.end <= last.first) return false;
  for (let above = last.end; above < row; above++) {
    const [note, ...others] = filledCells(table, above);
    if (note === undefined || others.length > 0) return false;
    if (cellOf(table, note).columnSpan < table.grid.columns - last.header.left) return false;
  }
  const filled = filledCells(table, row);
  const level = filled[0] === undefined ? null : levelOfName(labelOf(table, filled[0]).key);
  if (level === null || filled.length < SHORTEST_ROW || !sameColumns(table, row, last.end - 1)) return false;
  return findMoneyHeader(table, row, end) === null;
}

/** A level, a name and a value. */
const SHORTEST_ROW = 3;

function sameColumns(table: Table, row: number, other: number, from = 0): boolean {
  for (let column = from; column < table.grid.columns; column++) {
    const [one, two] = [cellAt(table, row, column), cellAt(table, other, column)];
    if (one.column !== two.column || one.columnSpan !== two.columnSpan) return false;
  }
  return true;
}

function bodyOf(
  strip: Strip,
  headerTable: Table,
  header: IndicatorHeader,
  first: number,
  continues: IndicatorRegion | null = null,
): IndicatorRegion {
  const { table } = strip;
  const own = headerTable === table && header.end === first;
  const side = own && header.left > 0 ? sideLabel(table, header) : null;
  const sideEnd = side === null ? strip.end : Math.min(strip.end, bottomOf(cellOf(table, side)));
  const skipped = new Set<number>();
  const top = header.columns.find(({ role }) => role === 'level1')?.end ?? null;
  let end = first;
  while (end < strip.end) {
    if (end >= sideEnd && !passesSide(table, end, header)) break;
    if (repeatsHeader(table, end, header) || numbersColumns(table, end) || isLeftOpen(table, end))
      skipped.add(end);
    else if (findIndicatorHeader(table, end, strip.end)) break;
    else if (side === null && endsBody(table, end, header.left)) break;
    end++;
    // 合计 in the first row adds up those below.
    if (end - 1 > first && isTotalRow(table, end - 1) && !isSubtotal(table, end - 1, top)) break;
  }
  if (own) explainHeader(table, header);
  for (const row of skipped) for (const i of filledCells(table, row)) explain(table, i);
  const columns = indicatorColumnsOf(headerTable, header, headerTable === table ? end : header.end);
  for (const span of columns.leading.side) explainColumn(table, span.first, first, end);
  const text = side === null ? (continues?.side ?? '') : labelOf(table, side).key;
  const totals = totalRows(table, first, end, columns);
  return {
    kind: 'indicators',
    table,
    first,
    end,
    header,
    headerTable,
    columns,
    skipped,
    moved: new Set(),
    opening: own && header.first > strip.first && isAcross(strip, header.first - 1) ? header.first - 1 : null,
    totals,
    continues,
    side: text,
    sectionAt: (row) =>
      sectionBeside(table, row, header.left, columns.leading.side.at(-1)?.end ?? 0) ??
      sectionOfText(text) ??
      sectionUnder(table, row, columns.leading.goal),
  };
}

/** Whether nothing but 指标1： or …… stands in a row, across several columns: a place for more indicators that nobody filled. */
function isLeftOpen(table: Table, row: number): boolean {
  const [only, ...more] = filledCells(table, row);
  if (only === undefined || more.length > 0 || cellOf(table, only).columnSpan < 2) return false;
  return cellOf(table, only).row === row && leftOpen.test(labelOf(table, only).key);
}

const leftOpen = /^(?:指标\d{1,2}[:：]?|…{1,4}|\.{3,12}|。{3,6})$/;

/** Whether a row below the end of the side label is still one of its table: a total, one left open, the execution's, or a row that was added at its end. */
function passesSide(table: Table, row: number, header: IndicatorHeader): boolean {
  return (
    isTotalRow(table, row) ||
    isLeftOpen(table, row) ||
    scoresExecution(table, row, header) ||
    isAddedRow(table, row, header)
  );
}

/** Nothing stands beside it where the side label stood, and its cells are those of the rows above. */
function isAddedRow(table: Table, row: number, header: IndicatorHeader): boolean {
  for (let column = 0; column < header.left; column++) {
    const i = cellIndexAt(table, row, column);
    if (labelOf(table, i).key !== '' || rightOf(cellOf(table, i)) > header.left) return false;
  }
  return sameColumns(table, row, row - 1, header.left) && !endsBody(table, row, header.left);
}

/** 预算执行率（10分） | 100% | 99.14% | 10 | 9.91 across the side label and the levels: it goes on with the table above. */
function scoresExecution(table: Table, row: number, header: IndicatorHeader): boolean {
  const [first, ...others] = filledCells(table, row);
  if (first === undefined || !isExecutionName(labelOf(table, first).key)) return false;
  const { column } = cellOf(table, first);
  const spans = column < header.left && rightOf(cellOf(table, first)) > header.left;
  return spans && others.filter((i) => labelOf(table, i).figure).length > 1;
}

function explainColumn(table: Table, column: number, first: number, end: number): void {
  for (let row = first; row < end; row++) explain(table, cellIndexAt(table, row, column));
}

/** The label that stands left of the header and runs down beside the body. */
function sideLabel(table: Table, header: IndicatorHeader): number | null {
  for (let column = header.left - 1; column >= 0; column--) {
    // Rows of levels without a head may be the first of their grid, where a page ended.
    const i = cellIndexAt(table, Math.max(0, header.end - 1), column);
    const cell = cellOf(table, i);
    if (labelOf(table, i).key !== '' && bottomOf(cell) > header.end) {
      explain(table, i);
      return i;
    }
  }
  return null;
}

/** The section that a label left of the levels names for the row. */
function sectionBeside(
  table: Table,
  row: number,
  left: number,
  sideColumns: number,
): 'long_term' | 'annual' | null {
  for (let column = Math.max(left, sideColumns) - 1; column >= 0; column--) {
    const section = sectionOfText(shortKey(labelAt(table, row, column)));
    if (section !== null) return section;
  }
  return null;
}

/** 长期绩效目标 under 目标名称: the term of the indicators beside it. */
function sectionUnder(table: Table, row: number, goal: Span | null): 'long_term' | 'annual' | null {
  return goal === null ? null : sectionOfText(shortKey(labelAt(table, row, goal.first)));
}

function shortKey(label: Label): string {
  return label.key.length <= 16 ? label.key : '';
}
