import type { Location } from '../../../schemas/index.ts';
import { placesOf } from './exact.ts';

/** Precision of one printed column. */
export interface Column {
  /** Most decimals that a cell of it shows, and how many cells show them. */
  places: number;
  cells: number;
  /** The next number of decimals below, and how many cells show it. */
  second: number;
  secondCells: number;
  /** Cells that print trailing zeros: the column has a fixed format, and a bare whole number in it was rounded. */
  zeroTailed: number;
  /** Of the cells with most decimals those that end in 0 and are no whole of 0 or 100: 32.50 rounded to 32.5. */
  padded: number;
  /** As many cells with most decimals, 0.00 and 100.00 aside. */
  told: number;
}

/** Cells with trailing zeros that make a column one of fixed format. One may be chance. */
const FIXED_FORMAT_CELLS = 2;
const ZERO_TAIL = /[.．]\d*0(?!\d)/;
const WHOLE = /^\s*(?:0|100)[.．]0+(?!\d)/;

/** Shares that all end in 0 when a column is wider than it was rounded: of four one in ten thousand does so by chance. */
const PADDED_CELLS = 4;

/** Where a figure shares its precision with others: the column of its grid, else its own place. */
export function columnId(source: Location): string {
  if (source.grid === null) return `b${source.block}`;
  const column = source.column ?? 0;
  if (source.grid >= GRIDS_KEPT || column >= COLUMNS_KEPT) return `${source.grid}|${column}`;
  const ids = IDS[source.grid] ?? [];
  IDS[source.grid] = ids;
  ids[column] ??= `${source.grid}|${column}`;
  return ids[column];
}

/** Ids of the usual columns, each one string: every figure of an archive asks for one. */
const IDS: string[][] = [];
const GRIDS_KEPT = 1000;
const COLUMNS_KEPT = 60;

export function tableId(source: Location): string {
  return source.grid === null ? `b${source.block}` : `g${source.grid}`;
}

/** Counts a cell into its column, and gives the column: it is complete when all cells are counted. */
export function addToColumn(columns: Map<string, Column>, id: string, raw: string): Column {
  const places = placesOf(raw);
  const tailed = places > 0 && ZERO_TAIL.test(raw) ? 1 : 0;
  const told = places > 1 && !WHOLE.test(raw) ? 1 : 0;
  const column = columns.get(id);
  if (column === undefined) {
    const first = {
      places,
      cells: 1,
      second: -1,
      secondCells: 0,
      zeroTailed: tailed,
      padded: told * tailed,
      told,
    };
    columns.set(id, first);
    return first;
  }
  column.zeroTailed += tailed;
  if (places === column.places) {
    column.cells += 1;
    column.told += told;
    column.padded += told * tailed;
  } else if (places === column.second) column.secondCells += 1;
  else if (places > column.places) {
    column.second = column.places;
    column.secondCells = column.cells;
    column.places = places;
    column.cells = 1;
    column.told = told;
    column.padded = told * tailed;
  } else if (places > column.second) {
    column.second = places;
    column.secondCells = 1;
  }
  return column;
}

/** When one cell with more decimals is an exception, and not the precision of its column. */
export interface Habit {
  /** Decimals that the others have at least. */
  usual: number;
  /** Cells that show just as many. */
  agreeing: number;
  /** What is worked out, and may be printed wider than it was rounded. */
  isRate?: true;
}

/** 万元 to two decimals: a column of one decimal and a cell of two is one of two, with zeros cut off. */
export const MONEY: Habit = { usual: 2, agreeing: 2 };
/** Rates of a column of money to two decimals. */
export const RATES: Habit = { ...MONEY, isRate: true };
/** Shares are computed and printed alike all down their column. */
export const SHARES: Habit = { usual: 1, agreeing: 1, isRate: true };

/**
 * Decimals that a cell is precise to: those of its column (90 beside 89.974 is exactly 90), except a whole number in a
 * column of fixed format (22,118,861 beside 2,070,000.00), which was rounded. A bare 0 is exact. One cell with more decimals
 * than all others (0.431 in a column of 43.1) does not make the others more precise. Rates that all end in 0 (32.50, 10.40, 29.30, 7.50) were
 * rounded to one decimal less.
 */
export function precision(
  column: Column | undefined,
  raw: string,
  isZero: boolean,
  { usual, agreeing, isRate }: Habit = MONEY,
): number {
  const own = placesOf(raw);
  if (column === undefined) return own;
  const fixed = column.zeroTailed >= FIXED_FORMAT_CELLS;
  if (fixed && own === 0 && !isZero) return 0;
  const isException = column.cells === 1 && column.second >= usual && column.secondCells >= agreeing;
  const isPadded = isRate && column.told >= PADDED_CELLS && column.padded === column.told;
  if (isPadded) return Math.max(own, column.places) - 1;
  return isException ? Math.max(own, column.second) : column.places;
}
