import type { IndicatorRegion } from '../form.ts';
import type { Table } from '../table/table.ts';
import type { Half, Span } from './columns/indicator-table.ts';

/**
 * 总分 | 100 | 98.5 | alone on the next page: without the rows above it the columns below its label fell together. Where as many cells
 * stand behind the label as columns from the points on, each is of the column of its turn; null where the counts differ.
 */
export function withColumnsOf(table: Table, region: IndicatorRegion): IndicatorRegion | null {
  const [half, ...others] = region.columns.halves;
  if (half === undefined || others.length > 0 || table.grid.rows > 1) return null;
  const points = (['weight', 'score'] as const).flatMap((role) => half.spans.get(role) ?? []);
  const from = Math.min(...points.map(({ first }) => first));
  const heads = region.header.columns.filter(({ first }) => first >= from).map(({ first }) => first);
  if (points.length === 0 || heads.length !== table.grid.columns - 1) return null;
  const placed = (span: Span): Span[] => {
    const turn = heads.indexOf(span.first) + 1;
    return turn === 0 ? [] : [{ ...span, first: turn, end: turn + 1 }];
  };
  const spans: Half['spans'] = new Map([...half.spans].map(([role, each]) => [role, each.flatMap(placed)]));
  const own: Half = { ...half, levelWeights: [null, null], spans, unknown: [] };
  const leading = { ...region.columns.leading, money: [] };
  return { ...region, columns: { ...region.columns, halves: [own], leading } };
}
