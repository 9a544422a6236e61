import type { Paragraph } from '../../schemas/index.ts';
import { foldLabel } from '../values/index.ts';
import type { Strip } from './form.ts';
import { findIndicatorHeader } from './indicators/columns/indicator-header.ts';
import { isInnerHeading, isTitle, plainTitle } from './lexicon/titles.ts';
import { findMoneyHeader } from './money/columns/money-header.ts';
import { fieldRole } from './table/label.ts';
import { cellOf, explain, filledCells, labelOf, type Table } from './table/table.ts';

/** A title and where it stands. */
export interface Title {
  text: string;
  at: Paragraph['location'];
}

export interface Part {
  strip: Strip;
  title: Title | null;
  /** Whether the lines before the grid are this part's. */
  first: boolean;
  /** Whether it names a project again below the table of another: a new form under the same title. */
  again: boolean;
}

/** Parts a grid at the titles that stand across it. */
export function partsOf(table: Table): Part[] {
  const parts: Part[] = [];
  const { rows } = table.grid;
  let open: Part = { strip: { table, first: 0, end: rows }, title: null, first: true, again: false };
  for (let row = 0; row < rows; row++) {
    const title = titleOfRow(table, row);
    if (title === null) {
      if (!namesProjectAgain(table, open.strip.first, row)) continue;
      open.strip.end = row;
      parts.push(open);
      open = { strip: { table, first: row, end: rows }, title: null, first: false, again: true };
      continue;
    }
    const blankBefore =
      isEmpty(table, open.strip.first, row) ||
      (open.title === null && onlyLines(table, open.strip.first, row) && startsForm(table, row + 1));
    if (!blankBefore && !hasBody(table, open.strip.first, row)) {
      // 2023年部门决算公开表 over 收入支出决算总表: the nearer is the form's own.
      if (open.title === null || !onlyLines(table, open.strip.first, row) || !startsForm(table, row + 1))
        continue;
      explainRow(table, row);
      open.title = title;
      continue;
    }
    if (!blankBefore && (!startsForm(table, row + 1) || headsGoals(table, open.strip.first, row))) continue;
    explainRow(table, row);
    if (blankBefore) open.title = title;
    else {
      open.strip.end = row;
      parts.push(open);
      open = { strip: { table, first: row, end: rows }, title, first: false, again: false };
    }
  }
  parts.push(open);
  return parts;
}

/**
 * 长期绩效目标表, 年度绩效目标表 across a form that says whose it is above: its two lists of goals, and no form of their own; nor is
 * 项目支出绩效指标表 over the only list of indicators.
 */
function headsGoals(table: Table, first: number, row: number): boolean {
  const [head] = filledCells(table, row);
  if (head === undefined) return false;
  const { key } = labelOf(table, head);
  if (!goalHeading.test(key) && !(indicatorHeading.test(key) && !findIndicatorHeader(table, first, row)))
    return false;
  if (identityLabel(table, row + 1) !== null) return false;
  for (let above = first; above < row; above++) if (identityLabel(table, above) !== null) return true;
  return false;
}

const goalHeading =
  /^(?:长期|中期|中长期|实施期|年度)(?:绩效)?目标表?$|^(?:\(?[一二三四五六七八九十\d]{1,2}[、.)])?(?:年度|项目|总体)*(?:绩效)?(?:目标|指标)(?:及?指标)?(?:完成|实现|执行|设置|申报)?情况$/;

const indicatorHeading = /^(?:年度|部门|单位|整体|项目|预算|支出)+(?:绩效)?指标(?:完成情况)?表$/;

/** Whether the row starts with 项目名称 and the rows above hold that label and a table already. */
function namesProjectAgain(table: Table, first: number, row: number): boolean {
  if (row === first || !startsWithProject(table, row)) return false;
  for (let above = first; above < row; above++) {
    if (startsWithProject(table, above)) return hasBody(table, above, row);
  }
  return false;
}

function startsWithProject(table: Table, row: number): boolean {
  const filled = filledCells(table, row);
  return (
    filled.length > 1 &&
    fieldRole(labelOf(table, filled[0] as number)) === 'project' &&
    !findMoneyHeader(table, row, table.grid.rows)
  );
}

function hasBody(table: Table, first: number, end: number): boolean {
  for (let row = first; row < end; row++) {
    if (findIndicatorHeader(table, row, end) || findMoneyHeader(table, row, end)) return true;
  }
  return false;
}

/** A title across the grid: the only text of its row, said like a title, and wide or above all else. */
function titleOfRow(table: Table, row: number): Title | null {
  const filled = filledCells(table, row);
  const first = filled[0];
  if (first === undefined || filled.length > 1) return null;
  const cell = cellOf(table, first);
  if (
    table.grid.columns > 2 &&
    cell.columnSpan * 2 < table.grid.columns &&
    cell.column + cell.columnSpan < table.grid.columns &&
    cell.columnSpan > 1 &&
    !onlyLines(table, 0, row)
  )
    return null;
  const bare = plainTitle(cell.text).replace(/\s*\n\s*/g, '');
  const key = foldLabel(bare);
  return isTitle(key) && !isInnerHeading(key) ? { text: bare, at: cell.location } : null;
}

function isEmpty(table: Table, first: number, end: number): boolean {
  for (let row = first; row < end; row++) {
    for (const i of filledCells(table, row))
      if (
        labelOf(table, i).key.length > 30 ||
        !/^(?:附件|附表|表)[\d一二三四五六七八九十-]*[:：]?$/.test(labelOf(table, i).key)
      )
        return false;
  }
  return true;
}

/** Whether every row is one line of text: the letter above a form, its address and its date. */
function onlyLines(table: Table, first: number, end: number): boolean {
  for (let row = first; row < end; row++)
    if (filledCells(table, row).length > 1 || identityLabel(table, row) !== null) return false;
  return true;
}

/** Rows below a title that are looked at for the start of a form. */
export const LEAD_ROWS = 5;

/** Whether what follows is a form of its own: labels of identity, or a head. */
function startsForm(table: Table, first: number): boolean {
  const end = Math.min(table.grid.rows, first + LEAD_ROWS);
  for (let row = first; row < end; row++) {
    if (
      identityLabel(table, row) ||
      findIndicatorHeader(table, row, table.grid.rows) ||
      findMoneyHeader(table, row, table.grid.rows)
    )
      return true;
  }
  return false;
}

const identities = new Set(['project', 'organisation', 'implementer', 'supervisor']);

export function identityLabel(table: Table, row: number): string | null {
  const filled = filledCells(table, row);
  for (const i of filled) {
    const label = labelOf(table, i);
    const role = fieldRole(label);
    if (role !== null && identities.has(role)) return role;
    const inline = /^([^::]{2,14})[::]/.exec(label.key)?.[1];
    if (
      inline &&
      /^(?:单位信息|项目名称|预算单位|预算项目|部门名称|单位名称|预算\(单位\)名称|主管部门)$/.test(inline)
    )
      return 'project';
  }
  return null;
}

function explainRow(table: Table, row: number): void {
  for (const i of filledCells(table, row)) explain(table, i);
}
