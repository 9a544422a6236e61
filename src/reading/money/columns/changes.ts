import type { MoneyRegion } from '../../form.ts';
import { labelAt } from '../../table/table.ts';
import type { FigureColumn } from './figure-columns.ts';
import type { MoneyHalf } from './money-columns.ts';

/** 比上年增减: neither 额 nor % says whether it is a sum or a rate. */
const unsaid =
  /^(?:(?:19|20)\d\d年度?(?:预算|计划)?)?(?:比|较|与).*(?:增减|增长|变动|变化|增加|减少)(?:情况)?$/;

const planned = new Set<FigureColumn['measure']>(['budget', 'initial_budget', 'annual_budget']);

/** Half a unit in the second decimal of three figures. */
const HALF = 0.015;

/**
 * What 比上年增减 holds is a sum where most of its figures are the difference of two others in their rows, of which one is of an earlier
 * year, or where it is too large for a rate. Changes the measure of such columns.
 */
export function settleChanges(region: MoneyRegion, { figures }: MoneyHalf, rows: readonly number[]): void {
  settleCounts(figures);
  for (const figure of figures) {
    if (figure.measure !== 'rate' || !unsaid.test(figure.keys.join(''))) continue;
    const others = figures.filter((other) => other !== figure && other.measure !== 'rate');
    // 比预算增减 behind 预算数 | 决算数: the earlier of the two is what was planned.
    const ofBudget = /^(?:比|较|与)(?:年初|本年|当年|全年|调整)*预算/.test(figure.keys.at(-1) ?? '');
    const last = Math.max(...others.map(({ year }) => year ?? 0));
    const earlier = others.filter(
      ({ measure, yearOffset, year }) =>
        (ofBudget && planned.has(measure)) ||
        measure === 'prior' ||
        (yearOffset ?? 0) < 0 ||
        (year !== null && year < last),
    );
    const later = others.filter((other) => !earlier.includes(other));
    const told = rows.filter((row) => numberAt(region, row, figure) !== null);
    const sums = told.filter((row) => isDifference(region, row, figure, later, earlier));
    const adds = sums.length > 1 && sums.length * 2 > told.length;
    if (adds || isFarFromRates(region, figure, figures, told)) figure.measure = 'adjustment';
  }
}

/** 年初实有数 | 本年增加 | 本年减少 | 年末实有数: where everything else is counted, so is who came and went. */
function settleCounts(figures: readonly FigureColumn[]): void {
  const moved = (figure: FigureColumn): boolean => cameOrWent.test(figure.keys.at(-1) ?? '');
  const others = figures.filter((figure) => !moved(figure));
  if (!others.some(({ measure }) => measure === 'count')) return;
  if (!others.every(({ measure }) => measure === 'count' || measure === 'rate')) return;
  for (const figure of figures) if (moved(figure)) figure.measure = 'count';
}

const cameOrWent = /^(?:本年度?|本期|当年)?(?:增加|减少|新增|调入|调出)(?:人数|数)?$/;

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
