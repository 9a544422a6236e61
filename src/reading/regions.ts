import { columnsRegion } from './column-indicators.ts';
import type { Form, IndicatorRegion, MoneyRegion, Region, Strip } from './form.ts';
import { indicatorColumnsOf } from './indicator-halves.ts';
import {
  explainHeader,
  findIndicatorHeader,
  type IndicatorHeader,
  repeatsHeader,
} from './indicator-header.ts';
import { fieldRole, type Label, mayBeFigure } from './label.ts';
import { headOfLevelRows, headOfYears } from './level-rows.ts';
import { sectionOfText } from './lexicon/levels.ts';
import { totalLabel } from './lexicon/money-columns.ts';
import { findBareHeader, findMoneyHeader, type MoneyHeader } from './money-header.ts';
import { closing, endsBody, startsWithField } from './row-ends.ts';
import {
  bottomOf,
  cellIndexAt,
  cellOf,
  explain,
  filledCells,
  labelAt,
  labelOf,
  rightOf,
  type Table,
} from './table.ts';
import { isSubtotal, isTotalRow, numbersColumns, totalRows } from './totals.ts';
import { stackedRows, transposed } from './transpose.ts';

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
        indicatorRegion(strip, row, regions) ??
        stackedRegion(strip, row) ??
        levelRegion(strip, row) ??
        moneyRegion(strip, row, regions, next) ??
        columnsRegion(strip, row);
      if (!region) {
        row++;
        continue;
      }
      close(row);
      regions.push(region);
      row = Math.max(region.table === strip.table ? region.end : row + stackedRows(strip, row), row + 1);
      fieldsFrom = row;
    }
    close(strip.end);
  }
  return regions;
}

function indicatorRegion(strip: Strip, row: number, before: Region[]): IndicatorRegion | null {
  const { table, under } = strip;
  if (under && row === strip.first) return bodyOf(strip, under.table, under.header, row);
  const header = findIndicatorHeader(table, row, strip.end);
  if (header) return bodyOf(strip, table, header, header.end);
  const last = before.findLast((region) => region.kind === 'indicators');
  if (row !== strip.first || !last || last.table === table || !goesOn(strip, row, last)) return null;
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
  const header = headOfYears(strip, row) ?? headOfLevelRows(strip, row);
  return header && bodyOf(strip, strip.table, header, header.end);
}

/** A grid without a head of its own, of the same width, goes on with the table before it: the page ended. */
function goesOn(strip: Strip, row: number, last: IndicatorRegion): boolean {
  if (strip.table.grid.columns !== last.table.grid.columns || last.end < last.table.grid.rows) return false;
  const first = filledCells(strip.table, row)[0];
  if (first === undefined || isTotalRow(strip.table, row)) return false;
  return !endsBody(strip.table, row, last.header.left) && !findMoneyHeader(strip.table, row, strip.end);
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
    if (end >= sideEnd && !isTotalRow(table, end)) break;
    if (repeatsHeader(table, end, header) || numbersColumns(table, end)) skipped.add(end);
    else if (findIndicatorHeader(table, end, strip.end)) break;
    else if (side === null && endsBody(table, end, header.left)) break;
    end++;
    if (isTotalRow(table, end - 1) && !isSubtotal(table, end - 1, top)) break;
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
    totals,
    continues,
    side: text,
    sectionAt: (row) =>
      sectionBeside(table, row, header.left, columns.leading.side.at(-1)?.end ?? 0) ?? sectionOfText(text),
  };
}

function explainColumn(table: Table, column: number, first: number, end: number): void {
  for (let row = first; row < end; row++) explain(table, cellIndexAt(table, row, column));
}

/** The label that stands left of the header and runs down beside the body. */
function sideLabel(table: Table, header: IndicatorHeader): number | null {
  for (let column = header.left - 1; column >= 0; column--) {
    const i = cellIndexAt(table, header.end - 1, column);
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

function shortKey(label: Label): string {
  return label.key.length <= 16 ? label.key : '';
}

function moneyRegion(
  strip: Strip,
  row: number,
  before: Region[],
  next: Strip | undefined,
): MoneyRegion | null {
  const { table } = strip;
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
  if (last.table === table && last.end === row) return nextSide(strip, row, last);
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
  if (cell.row !== row || cell.rowSpan < 2 || rightOf(cell) !== last.header.left) return null;
  const sideEnd = Math.min(strip.end, bottomOf(cell));
  for (let r = row; r < sideEnd; r++) {
    const figures = filledCells(table, r).filter((i) => mayBeFigure(labelOf(table, i)));
    if (figures.length === 0) return null;
    if (figures.some((i) => !isFigureColumn(table, last.header, cellOf(table, i).column))) return null;
  }
  const { key } = labelOf(table, first);
  return { ...last, first: row, end: sideEnd, side: key, sideText: cell.text };
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
  const { table } = strip;
  if (header.left > 0) return header.sideEnd + (totalsBelow(strip, header) ? 1 : 0);
  let row = header.end;
  for (; row < strip.end; row++) {
    const filled = filledCells(table, row);
    const first = filled[0];
    if (first === undefined) continue;
    if (findIndicatorHeader(table, row, strip.end)) break;
    const cell = cellOf(table, first);
    const figures = filled.some((i) => labelOf(table, i).figure);
    if (!figures && cell.column <= header.left) {
      const role = fieldRole(labelOf(table, first));
      if (startsWithField(labelOf(table, first))) break;
      if (role !== null && role !== 'known' && closing.has(role) && filled.length > 1) break;
      if (cell.columnSpan >= table.grid.columns && labelOf(table, first).key.length > 12) break;
      if (row > header.end && !sameHeads(table, row, header) && findMoneyHeader(table, row, strip.end)) break;
    }
  }
  return row;
}

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

function isFigureColumn(table: Table, header: MoneyHeader, column: number): boolean {
  for (let row = header.end; row < header.sideEnd; row++)
    if (mayBeFigure(labelAt(table, row, column))) return true;
  return false;
}

function sameHeads(table: Table, row: number, header: MoneyHeader): boolean {
  return filledCells(table, row).every((i) => {
    const cell = cellOf(table, i);
    return labelAt(table, header.first, cell.column).key === labelOf(table, i).key || labelOf(table, i).void;
  });
}
