import type { MoneyRegion } from '../../form.ts';
import { labelAt } from '../../table/table.ts';
import type { FigureColumn } from './figure-columns.ts';
import type { MoneyHalf } from './money-columns.ts';

/** 比上年增减: neither 额 nor % says whether it is a sum or a rate. */
const unsaid =
  /^(?:(?:19|20)\d\d年度?(?:预算|计划)?)?(?:比|较|与).*(?:增减|增长|变动|变化|增加|减少)(?:情况)?$/;

/** Half a unit in the second decimal of three figures. */
const HALF = 0.015;

/**
 * What 比上年增减 holds is a sum where most of its figures are the difference of two others in their rows, of which one is of an earlier
 * year, or where it is too large for a rate. Changes the measure of such columns.
 */
export function settleChanges(region: MoneyRegion, { figures }: MoneyHalf, rows: readonly number[]): void {
  for (const figure of figures) {
    if (figure.measure !== 'rate' || !unsaid.test(figure.keys.join(''))) continue;
    const others = figures.filter((other) => other !== figure && other.measure !== 'rate');
    const last = Math.max(...others.map(({ year }) => year ?? 0));
    const earlier = others.filter(
      ({ measure, yearOffset, year }) =>
        measure === 'prior' || (yearOffset ?? 0) < 0 || (year !== null && year < last),
    );
    const later = others.filter((other) => !earlier.includes(other));
    const told = rows.filter((row) => numberAt(region, row, figure) !== null);
    const sums = told.filter((row) => isDifference(region, row, figure, later, earlier));
    const adds = sums.length > 1 && sums.length * 2 > told.length;
    if (adds || isFarFromRates(region, figure, figures, told)) figure.measure = 'adjustment';
  }
}

/** No growth in per cent is as large as this. */
const FAR = 1_000;

/** -12,300 beside 81.05%: a bare sum where another column prints the sign of its rates, and no rate at all. */
function isFarFromRates(
  region: MoneyRegion,
  figure: FigureColumn,
  figures: readonly FigureColumn[],
  rows: readonly number[],
): boolean {
  const signed = figures.some(
    (other) =>
      other !== figure &&
      other.measure === 'rate' &&
      rows.some((row) => labelAt(region.table, row, other.column).key.endsWith('%')),
  );
  return signed && rows.some((row) => Math.abs(numberAt(region, row, figure) ?? 0) >= FAR);
}

function isDifference(
  region: MoneyRegion,
  row: number,
  figure: FigureColumn,
  later: readonly FigureColumn[],
  earlier: readonly FigureColumn[],
): boolean {
  const change = numberAt(region, row, figure) ?? Number.NaN;
  return earlier.some((before) =>
    later.some((after) => {
      const [from, to] = [numberAt(region, row, before), numberAt(region, row, after)];
      return from !== null && to !== null && Math.abs(to - from - change) <= HALF;
    }),
  );
}

function numberAt({ table }: MoneyRegion, row: number, { column }: FigureColumn): number | null {
  const { key } = labelAt(table, row, column);
  const bare = /^[-+]?[\d,]+(?:\.\d+)?$/.test(key) ? Number(key.replaceAll(',', '')) : Number.NaN;
  return Number.isFinite(bare) ? bare : null;
}
