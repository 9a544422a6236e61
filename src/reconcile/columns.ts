import type { Location } from '../../schemas/index.ts';
import { placesOf } from './exact.ts';

/** Precision of one printed column. */
export interface Column {
  /** Most decimals that a cell of it shows. */
  places: number;
  /** Cells that print trailing zeros: the column has a fixed format, and a bare whole number in it was rounded. */
  zeroTailed: number;
}

/** Cells with trailing zeros that make a column one of fixed format. One may be chance. */
const FIXED_FORMAT_CELLS = 2;
const ZERO_TAIL = /[.．]\d*0(?!\d)/;

/** Where a figure shares its precision with others: the column of its grid, else its own place. */
export function columnId(source: Location): string {
  if (source.grid === null) return `b${source.block}`;
  return `${source.grid}|${source.column ?? 0}`;
}

export function tableId(source: Location): string {
  return source.grid === null ? `b${source.block}` : `g${source.grid}`;
}

export function addToColumn(columns: Map<string, Column>, id: string, raw: string): void {
  const places = placesOf(raw);
  const tailed = places > 0 && ZERO_TAIL.test(raw) ? 1 : 0;
  const column = columns.get(id);
  if (column === undefined) columns.set(id, { places, zeroTailed: tailed });
  else {
    if (places > column.places) column.places = places;
    column.zeroTailed += tailed;
  }
}

/**
 * Decimals that a cell is precise to: those of its column (90 beside 89.974 is exactly 90), except a whole number in a
 * column of fixed format (22,118,861 beside 2,070,000.00), which was rounded. A bare 0 is exact.
 */
export function precision(column: Column | undefined, raw: string, isZero: boolean): number {
  const own = placesOf(raw);
  if (column === undefined) return own;
  const fixed = column.zeroTailed >= FIXED_FORMAT_CELLS;
  return fixed && own === 0 && !isZero ? 0 : column.places;
}
