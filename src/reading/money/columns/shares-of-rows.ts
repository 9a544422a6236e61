import { readQuantity } from '../../../values/index.ts';
import type { MoneyRegion } from '../../form.ts';
import { entryAt } from '../../table/cells.ts';
import { columnSpan, type MoneyHalf } from './money-columns.ts';

/**
 * 财政支出责任合计 | 一般公共预算支出 | 占比: where row for row the figure before the last comes to that part of the last, the share is a rate
 * of the two, and no share of the sum of a column.
 */
export function withSharesOfRows(region: MoneyRegion, half: MoneyHalf, rows: readonly number[]): MoneyHalf {
  const ofRows = new Set(
    half.figures.filter((_, at) => isShareOfRow(region, half, at, rows)).map(({ column }) => column),
  );
  if (ofRows.size === 0) return half;
  const figures = half.figures.map((figure) =>
    ofRows.has(figure.column) ? { ...figure, role: 'rate' as const, measure: 'rate' as const } : figure,
  );
  return { ...half, figures };
}

function isShareOfRow(
  region: MoneyRegion,
  { figures }: MoneyHalf,
  at: number,
  rows: readonly number[],
): boolean {
  const [part, whole, share] = [figures[at - 2], figures[at - 1], figures[at]];
  if (part === undefined || whole === undefined || share?.role !== 'share') return false;
  let held = 0;
  let other = 0;
  for (const row of rows) {
    const [of, all, rate] = [part, whole, share].map(({ column }) => numberAt(region, row, column));
    if (of == null || all == null || rate == null || all === 0 || of === 0) continue;
    if (Math.abs((of / all) * PER_CENT - rate) <= ROUND_OFF) held++;
    else other++;
  }
  // One slip in a table is told by the others.
  return held >= FEWEST_ROWS && other <= 1;
}

function numberAt({ table }: MoneyRegion, row: number, column: number): number | null {
  const entry = entryAt(table, row, columnSpan(column));
  if (entry?.starts !== true || entry.cell.column !== column) return null;
  const quantity = readQuantity(entry.text.trim(), { unit: null });
  return quantity.kind === 'number' ? quantity.value : null;
}

const FEWEST_ROWS = 2;
const PER_CENT = 100;
const ROUND_OFF = 0.0051;
