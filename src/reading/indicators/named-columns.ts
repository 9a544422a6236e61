import { stripMarks } from '../../values/index.ts';
import type { IndicatorRegion, MoneyRegion } from '../form.ts';
import { printedName } from '../table/cells.ts';
import { cellAt, type Table } from '../table/table.ts';
import { indicatorColumnsOf } from './columns/indicator-halves.ts';
import { explainHeader, headOfColumns } from './columns/indicator-header.ts';
import type { IndicatorHeader } from './columns/indicator-table.ts';
import { indicatorColumnsIn } from './headed-columns.ts';
import type { IndicatorContext } from './indicator-context.ts';
import { type IndicatorReading, readIndicators } from './indicators.ts';

/** Grades with a value of their own that say what is aimed at, where no column is called 指标值. */
const FEWEST_GRADES = 2;

/** What was found in each region: its amounts and its indicators both ask for it. */
const found = new WeakMap<MoneyRegion, IndicatorRegion | 'none'>();

function namedColumns(region: MoneyRegion): IndicatorRegion | null {
  const known = found.get(region) ?? seekNamedColumns(region) ?? 'none';
  found.set(region, known);
  return known === 'none' ? null : known;
}

/**
 * The indicators that stand row by row in a table of figures: 职责活动 | 预算数 | 绩效指标 | 优 | 良 | 中 | 差. Null where
 * no column names them, or none says what is aimed at.
 */
function seekNamedColumns(region: MoneyRegion): IndicatorRegion | null {
  if (indicatorColumnsIn(region).size > 0) return null;
  const { end, first, header, headerTable, table } = region;
  for (let left = header.left + 1; left < headerTable.grid.columns; left++) {
    const head = headOfColumns(headerTable, header.first, header.end, left);
    if (head === null || !saysWhatIsAimedAt(head)) continue;
    return {
      kind: 'indicators',
      table,
      first,
      end,
      header: head,
      headerTable,
      columns: indicatorColumnsOf(headerTable, head, headerTable === table ? end : header.end),
      skipped: new Set(),
      moved: new Set(),
      opening: null,
      totals: [],
      side: '',
      continues: null,
      sectionAt: () => null,
    };
  }
  return null;
}

function saysWhatIsAimedAt({ columns }: IndicatorHeader): boolean {
  const grades = columns.filter(({ role }) => role === 'band').length;
  return grades >= FEWEST_GRADES || columns.some(({ role }) => role === 'target');
}

/** The grid columns that such indicators take up. */
export function namedColumnsIn(region: MoneyRegion): Set<number> {
  const named = namedColumns(region);
  const columns = new Set<number>();
  for (const { end, first } of named?.header.columns ?? []) for (let c = first; c < end; c++) columns.add(c);
  return columns;
}

/** Reads such indicators; each says in `scope` what activity it is of: the first name of its row. */
export function readNamedColumns(
  region: MoneyRegion,
  context: IndicatorContext,
  reading: IndicatorReading,
): void {
  const named = namedColumns(region);
  if (named === null) return;
  explainHeader(named.headerTable, named.header);
  for (let row = region.first; row < region.end; row++) {
    const { length } = reading.indicators;
    readIndicators({ ...named, first: row, end: row + 1, continues: named }, context, reading);
    const scope = nameOf(region.table, row, region.header.left);
    if (scope !== '') for (const indicator of reading.indicators.slice(length)) indicator.scope ??= scope;
  }
}

/** The first name of a row without its mark: 1、普法教育. */
function nameOf(table: Table, row: number, left: number): string {
  return stripMarks(printedName(cellAt(table, row, left).text)).rest;
}
