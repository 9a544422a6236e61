import type { Issue } from '../../schemas/index.ts';
import type { IndicatorRegion, Region, Strip } from './form.ts';
import { holdsWrittenIndicators } from './indicators/written-indicators.ts';
import { printedName } from './table/cells.ts';
import { cellOf, filledCells, type Table } from './table/table.ts';

/** A row of a table of indicators that stands in one cell, and nothing parts what was in its cells. */
export interface JoinedRow {
  table: Table;
  row: number;
  text: string;
}

/** 一级指标二级指标三级指标指标值, 产出指标数量指标养护里程≥58公里10: heads, or levels with a figure behind them, that nothing parts. */
const joined =
  /[一二三]级指标\s*(?:[二三]级指标|指标[名内])|^\s*(?:产出|效益|效果|成本|满意度)指标\s*\p{Script=Han}{2,8}指标\s*\p{Script=Han}.*\d/su;

/** The rows of a form that were typed, or came out of a converter, with all of their cells in one. */
export function joinedRows(strips: readonly Strip[], regions: readonly Region[]): JoinedRow[] {
  return strips.flatMap(({ table, first, end }) => {
    const found: JoinedRow[] = [];
    for (let row = first; row < end; row++) {
      const text = joinedAt(table, row);
      if (text !== null && !isRead(regions, table, row)) found.push({ table, row, text });
    }
    return found;
  });
}

/** What the one cell of a joined row says; null for any other row. */
export function joinedAt(table: Table, row: number): string | null {
  const [only, ...others] = filledCells(table, row);
  if (only === undefined || others.length > 0) return null;
  const { text } = cellOf(table, only);
  return text.length <= LONGEST_ROW && joined.test(text) && !holdsWrittenIndicators(text) ? text : null;
}

/** Longest row of a table, in characters; what is longer is a text. */
const LONGEST_ROW = 400;

const isRead = (regions: readonly Region[], table: Table, row: number): boolean =>
  regions.some(
    (region): region is IndicatorRegion =>
      region.kind === 'indicators' && region.table === table && row >= region.first && row < region.end,
  );

/** Tells of rows that gave no record because their cells are one. */
export function joinedLeftOut(rows: readonly JoinedRow[], title: string | null, place: string | null): Issue {
  const named = printedName(rows.at(-1)?.text ?? '');
  return {
    code: 'figures_left_out',
    message: {
      zh: `${title ?? '有一张表'}的指标行各列挤在一个单元格里，无法分开，这些行未记入，如：${named}`,
      en: `Rows of indicators of ${title ?? 'a form'} stand in one cell each with nothing between their columns and were not recorded, such as ${named}`,
    },
    place,
  };
}
