import { fold, isUnit, readQuantity } from '../../values/index.ts';
import type { Strip } from '../form.ts';
import type { IndicatorRole } from '../lexicon/indicator-columns.ts';
import { levelOfName } from '../lexicon/levels.ts';
import { indicatorRole } from '../table/label.ts';
import {
  cellAt,
  cellIndexAt,
  cellOf,
  filledCells,
  labelAt,
  labelOf,
  rightOf,
  type Table,
} from '../table/table.ts';
import type { IndicatorColumn, IndicatorHeader } from './columns/indicator-table.ts';

/** Fewest rows that make a table of indicators although no head says so. */
export const FEWEST_ROWS = 3;
/** Rows that are looked at. */
const EVIDENCE_ROWS = 40;

/** What the columns hold: both levels, or one alone, 产出数量 | 养护里程 | 12公里. */
const both: readonly IndicatorRole[] = ['level1', 'level2', 'level3', 'target'];
const first: readonly IndicatorRole[] = ['level1', 'level3', 'target'];
const second: readonly IndicatorRole[] = ['level2', 'level3', 'target'];

/**
 * A head for rows that print none: 产出指标 | 数量指标 | 养护里程 | 12公里, told by the names of the levels in the first two
 * columns, or in the first alone beside a label that runs down. It has no rows of its own; null where the row starts no such table.
 */
export function headOfLevelRows(strip: Strip, row: number): IndicatorHeader | null {
  const { table } = strip;
  const all = filledCells(table, row);
  const beside = all[0] !== undefined && isSide(table, all[0]);
  const filled = beside ? all.slice(1) : all;
  const names = filled.map((i) => levelOfName(labelOf(table, i).key));
  const roles =
    names[0] === 1 && names[1] === 2
      ? both
      : !beside
        ? null
        : names[0] === 2
          ? second
          : names[0] === 1
            ? first
            : null;
  if (roles === null || filled.length < roles.length) return null;
  const starts = filled.map((i) => cellOf(table, i).column);
  const levels = starts.slice(0, roles.length - 2);
  const [name, value] = starts.slice(roles.length - 2);
  let rows = 0;
  let known = 0;
  const end = Math.min(strip.end, row + EVIDENCE_ROWS);
  for (let below = row; below < end && isLevelRow(table, below, levels, name, value); below++) {
    rows++;
    if (levelOfName(labelAt(table, below, levels.at(-1) ?? 0).key) !== null) known++;
  }
  if (rows < FEWEST_ROWS || known * 2 < rows) return null;
  const columns = filled.map((i, at): IndicatorColumn => {
    const { column } = cellOf(table, i);
    const role = roles[at] ?? (at === roles.length && isUnit(fold(cellOf(table, i).text)) ? 'unit' : null);
    return { role, first: column, end: rightOf(cellOf(table, i)), path: [], text: '' };
  });
  const named = columns[roles.length - 2];
  if (named !== undefined) takeBlankTarget(table, row, row + rows, columns, named);
  takeHeadsAbove(table, row, columns);
  return { first: row, end: row, left: starts[0] as number, columns, heads: new Set() };
}

/**
 * 开展巡查 | | 计划标准 over 到岗率 | ≥98% | 行业标准: the value that the first row leaves blank stands right behind the name, as other rows or the
 * head above show, and what the row has behind the blank is none.
 */
function takeBlankTarget(
  table: Table,
  row: number,
  end: number,
  columns: IndicatorColumn[],
  name: IndicatorColumn,
): void {
  const target = columns.find(({ role }) => role === 'target');
  const i = cellIndexAt(table, row, name.end);
  const { column: first } = cellOf(table, i);
  if (target === undefined || first !== name.end || first >= target.first || !labelOf(table, i).void) return;
  const last = rightOf(cellOf(table, i));
  const head = headAbove(table, row, first, last);
  const isHeaded = head !== null && indicatorRole(labelOf(table, head)) === 'target';
  const isFilled = Array.from({ length: end - row }, (_, k) => labelAt(table, row + k, first)).some(
    ({ figure, key }) => figure || /\d/.test(key),
  );
  if (!isHeaded && !isFilled) return;
  target.role = null;
  columns.push({ role: 'target', first, end: last, path: [], text: '' });
  columns.sort((a, b) => a.first - b.first);
}

/**
 * 来源 | 预算 | 支出 | 执行率 | 分值 | 得分 over the funds: 分值 and 得分 head the points of the indicators below them too, and the one column
 * between the target and these is what was reached.
 */
function takeHeadsAbove(table: Table, row: number, columns: IndicatorColumn[]): void {
  const open = columns.filter(({ role }) => role === null);
  const heads = open.map(({ first, end }) => headAbove(table, row, first, end));
  const roles = heads.map((i) => (i === null ? null : indicatorRole(labelOf(table, i))));
  const weight = roles.indexOf('weight');
  if (weight === -1 || roles[weight + 1] !== 'score' || weight > 1) return;
  for (const [at, column] of open.entries()) {
    const role = roles[at] ?? null;
    if (at < weight) column.role = 'actual';
    else if (role !== null && ofPoints.has(role)) {
      column.role = role;
      column.text = cellOf(table, heads[at] as number).text;
    }
  }
  // 备注 over a blank in the first row.
  const last = columns.at(-1)?.end ?? table.grid.columns;
  for (let first = last; first < table.grid.columns; first++) {
    const head = headAbove(table, row, first, first + 1);
    const role = head === null ? null : indicatorRole(labelOf(table, head));
    if (head === null || role === null || !ofPoints.has(role)) continue;
    columns.push({ role, first, end: first + 1, path: [], text: cellOf(table, head).text });
  }
}

const ofPoints = new Set<IndicatorRole>(['weight', 'score', 'remark', 'deviation']);

/** The nearest words above a column, in a cell as wide as it; null where others or none stand there. */
function headAbove(table: Table, row: number, first: number, end: number): number | null {
  for (let above = row - 1; above >= 0; above--) {
    const i = cellIndexAt(table, above, first);
    const label = labelOf(table, i);
    if (label.figure || label.void) continue;
    const cell = cellOf(table, i);
    return cell.column === first && rightOf(cell) === end ? i : null;
  }
  return null;
}

/** 绩效指标 or 分解目标 down beside the rows. */
function isSide(table: Table, i: number): boolean {
  const label = labelOf(table, i);
  const named = indicatorRole(label) === 'indicator' || /^[^\d]{0,6}(?:指标|目标)(?:分解)?$/.test(label.key);
  return cellOf(table, i).rowSpan >= FEWEST_ROWS && named && levelOfName(label.key) === null;
}

const goalHead = /^(?:绩效|考核)?(?:目标|考核)内容$/;

/** 目标内容 | 2032年 | 2033年 over names and a value for each year. */
function headOfGoals(
  { table, end }: Strip,
  row: number,
  first: number,
  years: readonly number[],
): IndicatorHeader | null {
  if (!goalHead.test(labelOf(table, first).key) || years.length < 2) return null;
  const [own = 0, ...others] = years.map((i) => cellOf(table, i).column);
  let rows = 0;
  for (
    let below = row + 1;
    below < end && holdsValues(table, below, cellOf(table, first).column, own);
    below++
  )
    rows++;
  if (rows < FEWEST_ROWS) return null;
  const column = (i: number, role: IndicatorRole): IndicatorColumn => {
    const cell = cellOf(table, i);
    return { role, first: cell.column, end: rightOf(cell), path: [labelOf(table, i).key], text: cell.text };
  };
  const columns = [
    column(first, 'level3'),
    ...years.map((i) => column(i, others.includes(cellOf(table, i).column) ? 'prior' : 'target')),
  ];
  const heads = new Set([first, ...years].map((i) => labelOf(table, i).key));
  return { first: row, end: row + 1, left: cellOf(table, first).column, columns, heads };
}

/** A name, and a value in the first year's column. */
function holdsValues(table: Table, row: number, name: number, value: number): boolean {
  const label = labelAt(table, row, name);
  if (label.void || label.figure || label.key === '') return false;
  return readQuantity(cellAt(table, row, value).text).kind === 'number';
}

/** The same below a head that only says 指标 and years: 指标 | 2024年 | 2025年. The first year's values are the targets. */
export function headOfYears(strip: Strip, row: number): IndicatorHeader | null {
  const { table } = strip;
  const [first, ...years] = filledCells(table, row);
  if (first === undefined || years.length === 0) return null;
  const named =
    ['indicator', 'level1'].includes(indicatorRole(labelOf(table, first)) ?? '') ||
    goalHead.test(labelOf(table, first).key);
  if (!named || years.some((i) => !yearHead.test(labelOf(table, i).key))) return null;
  const below = row + 1 < strip.end ? headOfLevelRows(strip, row + 1) : null;
  if (below === null) return headOfGoals(strip, row, first, years);
  const texts = new Map(years.map((i) => [cellOf(table, i).column, cellOf(table, i).text]));
  const columns = below.columns.map((column) => ({ ...column, text: texts.get(column.first) ?? '' }));
  const heads = new Set(filledCells(table, row).map((i) => labelOf(table, i).key));
  return { ...below, first: row, end: row + 1, columns, heads };
}

const yearHead = /^(?:19|20)\d\d年?度?(?:目标|指标值?|目标值)?$/;

/** A name and a value in their columns, and before them levels, or blanks below those of an earlier row. */
function isLevelRow(
  table: Table,
  row: number,
  levels: readonly number[],
  name: number | undefined,
  value: number | undefined,
): boolean {
  const at = (column: number | undefined) => labelAt(table, row, column ?? 0);
  const [top, second] = levels.map((column) => at(column).key);
  const named = at(name);
  return (
    (top === '' || levelOfName(top ?? '') !== null) &&
    (second ?? '').length <= LONGEST_LEVEL &&
    !named.void &&
    !named.figure &&
    levelOfName(named.key) === null &&
    !at(value).void &&
    levelOfName(at(value).key) === null
  );
}

/** Longest name of a second level, in characters: 社会公众或服务对象满意度指标 has 14. */
const LONGEST_LEVEL = 16;
