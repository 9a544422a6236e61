import { fold, readQuantity } from '../../values/index.ts';
import type { MoneyRegion } from '../form.ts';
import { entryAt } from '../table/cells.ts';
import { columnSpan } from './columns/money-columns.ts';
import type { FactorColumn } from './factor-columns.ts';

/** Most counts beside a price that are left out in turn. */
const MOST_COUNTS = 4;

/** Fewest rows that bear out which of the counts a sum is worked out from: one may do so by chance. */
const FEWEST_ROWS = 2;

/**
 * 人数 | 天数 | 标准 | 金额: of the counts that stand before a price those that make up the sum with it in most rows, which the figures say; of
 * several such choices the one that leaves out fewest. Null where no two rows bear one out.
 */
export function countsThatClose(
  region: MoneyRegion,
  counts: readonly FactorColumn[],
  price: FactorColumn,
  product: number,
): readonly FactorColumn[] | null {
  if (counts.length === 0 || counts.length > MOST_COUNTS) return null;
  const rows = rowsOf(region, [price, ...counts], product);
  let best: { fits: number; kept: readonly FactorColumn[] } = { fits: FEWEST_ROWS - 1, kept: [] };
  for (const left of choices(counts.length)) {
    const isKept = (k: number): boolean => (left & (1 << k)) === 0;
    const fits = rows.filter(({ factors: [one = 0, ...others], half, sum }) =>
      isProduct(
        others.reduce((all, each, k) => (isKept(k) ? all * each : all), one),
        sum,
        half,
      ),
    ).length;
    if (fits > best.fits) best = { fits, kept: counts.filter((_, k) => isKept(k)) };
  }
  return best.kept.length > 0 ? best.kept : null;
}

/** In how many rows the figures of all columns make up the sum, in one of the sizes. */
export function rowsThatClose(
  region: MoneyRegion,
  columns: readonly FactorColumn[],
  product: number,
  sizes: readonly number[],
): number {
  return factorsThatClose(region, columns, product, sizes).length;
}

/** The figures of all columns in the rows where they make up the sum, in one of the sizes. */
export function factorsThatClose(
  region: MoneyRegion,
  columns: readonly FactorColumn[],
  product: number,
  sizes: readonly number[],
): (readonly number[])[] {
  return rowsOf(region, columns, product)
    .filter(({ factors, half, sum }) =>
      isProduct(
        factors.reduce((all, each) => all * each, 1),
        sum,
        half,
        sizes,
      ),
    )
    .map(({ factors }) => factors);
}

/** The rows that print the sum, not 0, and all of its factors; `half` a unit in the last place of the sum. */
function rowsOf(
  region: MoneyRegion,
  columns: readonly FactorColumn[],
  product: number,
): { factors: number[]; sum: number; half: number }[] {
  const rows: { factors: number[]; sum: number; half: number }[] = [];
  for (let row = region.first; row < region.end; row++) {
    const sum = numberAt(region, row, product);
    const factors = columns.map(({ column }) => numberAt(region, row, column));
    if (!sum || factors.some((each) => each === null)) continue;
    const half = 10 ** -placesAt(region, row, product) / 2;
    rows.push({ factors: factors as number[], sum, half });
  }
  return rows;
}

/** Sizes in which a price, a count and a sum may be printed beside one another: 元 beside 万元, 万人 × 元. */
const SIZES = [1, 1e-4, 1e4, 1e-8];

/** Of a rate in per cent a year, over months or days. */
export const OF_RATES = SIZES.flatMap((size) => [12, 360, 365].map((periods) => size / 100 / periods));

const isProduct = (product: number, sum: number, half: number, sizes: readonly number[] = SIZES): boolean =>
  sizes.some((size) => Math.abs(product * size - sum) <= half * (1 + 1e-6));

function numberAt({ table }: MoneyRegion, row: number, column: number): number | null {
  const entry = entryAt(table, row, columnSpan(column));
  if (!entry || entry.cell.row !== row) return null;
  const { kind, value } = readQuantity(entry.text.trim());
  return kind === 'number' ? value : null;
}

function placesAt({ table }: MoneyRegion, row: number, column: number): number {
  const text = fold(entryAt(table, row, columnSpan(column))?.text ?? '');
  return /\.(\d+)/.exec(text)?.[1]?.length ?? 0;
}

/** Which of so many counts to leave out, a bit each: none first, never all. */
function choices(counts: number): number[] {
  const masks = Array.from({ length: 2 ** counts - 1 }, (_, mask) => mask);
  const bits = (mask: number): number => mask.toString(2).replaceAll('0', '').length;
  return masks.sort((a, b) => bits(a) - bits(b));
}
