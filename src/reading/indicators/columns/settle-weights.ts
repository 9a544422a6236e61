import { cellAt, filledCells, labelAt, type Table } from '../../table/table.ts';
import { isTotalRow } from '../totals.ts';
import type { Half, Span } from './indicator-table.ts';

/** 一级指标 | 分值 | 二级指标 | 分值 | 三级指标 | 分值: points between two levels are those of the level before them. */
export function settleWeights(table: Table, from: number, end: number, half: Half): void {
  const weights = half.spans.get('weight') ?? [];
  const [first, second, third] = half.levels;
  const lowest = third ?? second;
  if (!lowest) return;
  const own = weights.filter((span) => {
    if (span.first > lowest.first) return true;
    const level =
      second && second !== lowest && span.first > second.first
        ? 1
        : first && span.first > first.first
          ? 0
          : null;
    if (level === null) return true;
    if (weights.length === 1 && countsRows(table, from, end, half.levels[level], span)) return true;
    if (weights.length === 1 && level === 1 && ofEveryRow(table, from, end, second, span)) return true;
    half.levelWeights[level] ??= span;
    return false;
  });
  if (own.length < weights.length) half.spans.set('weight', own);
}

/** 资金到位率 | 5 | 到位资金/计划投入 in every row: a second level of its own in each, so its points are those of the row. */
function ofEveryRow(table: Table, from: number, end: number, level: Span | null, span: Span): boolean {
  if (level === null) return false;
  let rows = 0;
  for (let row = from; row < end; row++) {
    if (isTotalRow(table, row) || filledCells(table, row).length === 0) continue;
    const name = cellAt(table, row, level.first);
    if (name.row !== row || name.rowSpan > 1 || labelAt(table, row, level.first).void) return false;
    if (!labelAt(table, row, span.first).figure) return false;
    rows++;
  }
  return rows > 1;
}

/** 产出指标 beside 15 | 新建管网, 15 | 改造易涝点: points in rows in which no level begins are those of the rows. */
function countsRows(table: Table, from: number, end: number, level: Span | null, span: Span): boolean {
  if (level === null) return false;
  for (let row = from; row < end; row++)
    if (cellAt(table, row, level.first).row < row && cellAt(table, row, span.first).row === row)
      if (labelAt(table, row, span.first).figure) return true;
  return false;
}
