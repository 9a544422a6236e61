import { readYear } from '../../../values/index.ts';
import type { IndicatorRole } from '../../lexicon/indicator-columns.ts';
import { headerEnd } from '../../table/header-end.ts';
import { indicatorRole } from '../../table/label.ts';
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
} from '../../table/table.ts';
import { isLabel, isNameOfLevel, withHeadsAbove } from './heads-above.ts';
import type { IndicatorColumn, IndicatorHeader } from './indicator-table.ts';
import { ofLatestYear, yearAlone } from './latest-year.ts';

/** Deepest head that is read, in rows: three, and blank ones between them. */
const deepestHead = 6;

const levelRoles = new Set<IndicatorRole>(['level1', 'level2', 'level3', 'level4', 'indicator']);
const explicitLevels = new Set<IndicatorRole | null>(['level1', 'level2', 'level3', 'level4']);
const valueRoles = new Set<IndicatorRole>([
  'target',
  'actual',
  'weight',
  'score',
  'weight_score',
  'score_weight',
  'actual_score',
  'target_actual',
  'description',
  'scoring_rule',
  'operator',
  'basis',
  'band',
]);

/** The head of an indicator table that starts in the row and ends before the limit, found by the density of its labels; null where none does. */
export function findIndicatorHeader(table: Table, row: number, limit: number): IndicatorHeader | null {
  const known = table.indicatorHeads[row];
  if (known?.limit === limit) return known.header;
  const header = isDense(table, row) || isGroupHead(table, row, limit) ? seekHeader(table, row, limit) : null;
  table.indicatorHeads[row] = { limit, header };
  return header;
}

/** Whether at least two cells of the row, and half of them, are heads; or the others say of each project who and what it is. */
function isDense(table: Table, row: number): boolean {
  const filled = filledCells(table, row);
  const heads = filled.filter((i) => indicatorRole(labelOf(table, i)) !== null);
  if (heads.length < 2) return false;
  if (heads.length * 2 >= filled.length || namesAllLevels(table, heads)) return true;
  const levels = heads.filter((i) => levelRoles.has(indicatorRole(labelOf(table, i)) as IndicatorRole));
  const others = filled.filter((i) => !heads.includes(i));
  return (
    levels.length > 1 && others.filter((i) => isLabel(labelOf(table, i))).length * 3 >= others.length * 2
  );
}

/** 一级指标 | 二级指标 | 三级指标, however many villages have a column of their own beside them. */
function namesAllLevels(table: Table, heads: readonly number[]): boolean {
  const roles = new Set(heads.map((i) => indicatorRole(labelOf(table, i))));
  return roles.has('level1') && roles.has('level2') && roles.has('level3');
}

/** 绩效指标 over 一级指标 | 二级指标 | 指标值, beside many other heads that run down to its end. */
function isGroupHead(table: Table, row: number, limit: number): boolean {
  if (row + 1 >= limit || !isDense(table, row + 1)) return false;
  const group = filledCells(table, row).find((i) => indicatorRole(labelOf(table, i)) === 'indicator');
  if (group === undefined) return false;
  const { column, columnSpan, rowSpan } = cellOf(table, group);
  const below = filledCells(table, row + 1).map((i) => cellOf(table, i));
  return (
    rowSpan === 1 &&
    columnSpan > 2 &&
    below.every((cell) => cell.column >= column && cell.column < column + columnSpan)
  );
}

function seekHeader(table: Table, row: number, limit: number): IndicatorHeader | null {
  const heads = withoutSide(
    table,
    filledCells(table, row).filter((i) => indicatorRole(labelOf(table, i)) !== null),
  );
  const roles = new Set(heads.map((i) => indicatorRole(labelOf(table, i)) as IndicatorRole));
  const levels = [...roles].filter((role) => levelRoles.has(role));
  if (levels.length === 0) return null;
  const explicit = levels.some((role) => role !== 'indicator') || hasLevelsBelow(table, row, limit, heads);
  // 绩效指标 beside the levels may run down beside the body: it tells nothing of where the head ends.
  const deep = explicit ? heads.filter((i) => indicatorRole(labelOf(table, i)) !== 'indicator') : heads;
  const end = headerEnd(table, row, { limit, heads: deep, deepest: deepestHead, goesOn: isHeaderRow });
  const edge = leftEdge(table, row, heads, explicit, end);
  const { first, left } = withHeadsAbove(table, row, end, edge);
  const columns = columnsOf(table, first, end, left);
  const found = new Set(columns.map((column) => column.role));
  const named = [...found].filter((role) => role !== null && levelRoles.has(role)).length;
  const valued =
    [...found].filter((role) => role !== null && valueRoles.has(role)).length ||
    (ofKindsByYear(columns) ? 1 : 0);
  if (named < 2 && (named < 1 || valued < 1)) return null;
  if (named + valued < 2) return null;
  return { first, end, left, columns, heads: headTexts(table, first, end) };
}

const numbered = /^[一二三四五六七八九十]{1,3}[、.]/;

/** 指标类型 | 指标名称 | 2032年 | 2033年: years over values. Without the kinds it may be a table of basic data. */
function ofKindsByYear(columns: readonly IndicatorColumn[]): boolean {
  const of = (role: IndicatorRole) => columns.filter((column) => column.role === role).length;
  return of('prior') > 1 && of('category') > 0;
}

/** 指标完成情况 down beside the rows, left of 一级指标: no head of values stands before the names, so it is a side label. */
function withoutSide(table: Table, heads: number[]): number[] {
  const [side, ...others] = heads;
  if (side === undefined || others.length < 2) return heads;
  const role = indicatorRole(labelOf(table, side)) as IndicatorRole;
  const next = indicatorRole(labelOf(table, others[0] as number)) as IndicatorRole;
  const deepest = Math.max(...others.map((i) => bottomOf(cellOf(table, i))));
  // 二、评估内容 beside 评估项目 | 分值 | 得分 names the part of the form that runs down beside them.
  const isPart = numbered.test(labelOf(table, side).key);
  const isSide =
    (valueRoles.has(role) || isPart) && explicitLevels.has(next) && bottomOf(cellOf(table, side)) > deepest;
  return isSide ? others : heads;
}

/** 绩效指标 down the side, 年度指标值 over 一级指标 | 二级指标 | 指标值: the levels stand a row below, right of a side label. */
function hasLevelsBelow(table: Table, row: number, limit: number, heads: number[]): boolean {
  if (row + 1 >= limit) return false;
  const side = heads.find((i) => indicatorRole(labelOf(table, i)) === 'indicator');
  if (side === undefined || cellOf(table, side).rowSpan < 3) return false;
  const below = filledCells(table, row + 1).filter(
    (i) => cellOf(table, i).column >= rightOf(cellOf(table, side)),
  );
  const levels = below.filter((i) => explicitLevels.has(indicatorRole(labelOf(table, i))));
  return levels.length > 1;
}

/** Whether every filled cell of a row below a head is a head itself, and at least one has a blank or a group above it. */
function isHeaderRow(table: Table, row: number, last: number, first: number): boolean {
  let grouped = false;
  for (const i of filledCells(table, row)) {
    const head = cellAt(table, last, cellOf(table, i).column);
    if (indicatorRole(labelOf(table, i)) === null && !isNameOfLevel(table, i, head)) return false;
    const lone = head.columnSpan === 1 && labelAt(table, last, head.column).key !== '';
    if (!lone && head.row >= first) grouped = true;
  }
  return grouped;
}

/** The first column that belongs to the table: a label left of the levels that runs down beside the body is a side label. */
function leftEdge(table: Table, row: number, heads: number[], explicit: boolean, end: number): number {
  const firstFilled = filledCells(table, row)[0] as number;
  for (const i of heads) {
    const cell = cellOf(table, i);
    const side = indicatorRole(labelOf(table, i)) === 'indicator' && explicit && bottomOf(cell) > end;
    if (side) continue;
    const before = cellOf(table, firstFilled);
    return before.column < cell.column && before.rowSpan <= end - row ? before.column : cell.column;
  }
  return 0;
}

function columnsOf(table: Table, first: number, end: number, left: number): IndicatorColumn[] {
  const columns: IndicatorColumn[] = [];
  let last = -1;
  for (let column = left; column < table.grid.columns; column++) {
    const path = pathAt(table, first, end, column);
    const leaf = path.at(-1) ?? -1;
    if (leaf === last && leaf !== -1) {
      (columns.at(-1) as IndicatorColumn).end = column + 1;
      continue;
    }
    last = leaf;
    const text = leaf === -1 ? '' : cellOf(table, leaf).text;
    columns.push({
      role: roleOf(table, path),
      first: column,
      end: column + 1,
      path: path.map((i) => labelOf(table, i).key),
      text: ofYear(table, path, text),
    });
  }
  ofLatestYear(columns);
  return columns;
}

/** 2026年 over 目标值 | 权重: the head below says whose year it is as little as those beside it, so it takes the year. */
function ofYear(table: Table, path: readonly number[], text: string): string {
  if (path.length < 2 || readYear(text) !== null) return text;
  const above = path.slice(0, -1).findLast((i) => yearAlone.test(labelOf(table, i).key));
  return above === undefined ? text : `${cellOf(table, above).text.trim()}${text.trim()}`;
}

/**
 * The heads of indicators that start in a column of another table and run on to the right as long as they are known:
 * 绩效指标 | 优 | 良 | 中 | 差. Null where the first names no indicators.
 */
export function headOfColumns(
  table: Table,
  first: number,
  end: number,
  left: number,
): IndicatorHeader | null {
  const role = roleOf(table, pathAt(table, first, end, left));
  if (role !== 'indicator' && role !== 'level3') return null;
  const columns = columnsOf(table, first, end, left);
  const stop = columns.findIndex((column) => column.role === null);
  return {
    first,
    end,
    left,
    columns: stop === -1 ? columns : columns.slice(0, stop),
    heads: headTexts(table, first, end),
  };
}

/** Indexes of the head cells above the column, from the top, blanks left out. */
function pathAt(table: Table, first: number, end: number, column: number): number[] {
  const path: number[] = [];
  for (let row = first; row < end; row++) {
    const i = cellIndexAt(table, row, column);
    if (path.at(-1) === i || labelOf(table, i).key === '') continue;
    const cell = cellOf(table, i);
    if (bottomOf(cell) > end) continue;
    path.push(i);
  }
  return path;
}

/** 数值 beside 单位, and 值（B）, say nothing of whose value it is. */
const plainValue = /^(?:数值|数|值|数量|指标值|内容)(?:\([a-z]\))?$/i;

/** The lowest head that has a role; under 近两年 a target or an actual is of an earlier year, and 数值 under 完成 is what was reached. */
function roleOf(table: Table, path: number[]): IndicatorRole | null {
  let weak: IndicatorRole | null = null;
  let role: IndicatorRole | null = null;
  for (let i = path.length - 1; i >= 0 && role === null; i--) {
    const found = indicatorRole(labelOf(table, path[i] as number));
    if (found === 'indicator') weak = found;
    else role = found;
  }
  if (role === 'target' || role === 'actual') {
    const above = path.slice(0, -1).map((i) => indicatorRole(labelOf(table, i)));
    if (above.includes('prior')) return 'prior';
    const lowest = labelOf(table, path.at(-1) as number).key;
    if (above.includes('actual') && plainValue.test(lowest)) return 'actual';
  }
  return role ?? weak;
}

/** Whether the row prints the same heads as the header: a header that runs on over a page starts nothing new. */
export function repeatsHeader(table: Table, row: number, header: IndicatorHeader): boolean {
  const filled = filledCells(table, row);
  return filled.length > 1 && filled.every((i) => header.heads.has(labelOf(table, i).key));
}

function headTexts(table: Table, first: number, end: number): Set<string> {
  const heads = new Set<string>();
  for (let row = first; row < end; row++)
    for (const i of filledCells(table, row)) heads.add(labelOf(table, i).key);
  return heads;
}

/** Marks the head's cells as explained. */
export function explainHeader(table: Table, header: IndicatorHeader): void {
  for (let row = header.first; row < header.end; row++) {
    for (const i of filledCells(table, row)) {
      const label = labelOf(table, i);
      if (indicatorRole(label) !== null || label.void || rightOf(cellOf(table, i)) <= header.left)
        explain(table, i);
    }
  }
}
