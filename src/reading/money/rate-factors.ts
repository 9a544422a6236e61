import { moneyUnitIn } from '../../values/index.ts';
import type { MoneyRegion } from '../form.ts';
import { printedName } from '../table/cells.ts';
import { cellOf, labelOf } from '../table/table.ts';
import { headAt } from './columns/column-heads.ts';
import type { MoneyHalf } from './columns/money-columns.ts';
import { OF_RATES, rowsThatClose } from './factor-choice.ts';
import type { FactorColumn, FactorColumns } from './factor-columns.ts';
import { sumsAmong } from './factors.ts';

const ofTime = /(?:月|天|日)数(?:\([^()]*\))?$|(?:期限|时间)\((?:月|个月|天|日)\)$/;
/** Most pairs of a rate and a sum that are tried: a wider table is none of loans. */
const MOST_CHOICES = 40;

const ofRate = /利率|费率|税率|比例|费用率/;

/**
 * 贷款金额 | 年利率 | 计息月数 | 应付利息: a sum that a rate makes of another over so many months or days, which the figures of two rows at least
 * say. None without a column of time: a rate alone stands beside its sums anyway.
 */
export function rateFactors(region: MoneyRegion, half: MoneyHalf): FactorColumns[] {
  const rates = half.figures.filter(
    ({ keys, measure }) => measure === 'rate' && ofRate.test(keys.at(-1) ?? ''),
  );
  const sums = sumsAmong(half.figures);
  if (rates.length === 0 || sums.length < 2 || rates.length * sums.length > MOST_CHOICES) return [];
  const time = timeColumn(region, half);
  if (time === null) return [];
  let best: { rows: number; found: FactorColumns } | null = null;
  for (const rate of rates)
    for (const product of sums)
      for (const principal of sums) {
        if (product.column < Math.max(rate.column, principal.column + 1)) continue;
        const columns: FactorColumn[] = [
          { column: principal.column, role: 'price', ...named(region, principal.column) },
          { column: rate.column, role: 'rate', ...named(region, rate.column), unit: '%' },
          time,
        ];
        const rows = rowsThatClose(region, columns, product.column, OF_RATES);
        if (rows > (best?.rows ?? 1))
          best = { rows, found: { columns, product: product.column, units: null } };
      }
  return best === null ? [] : [best.found];
}

/** The one column of the half that says for how long. */
function timeColumn(region: MoneyRegion, half: MoneyHalf): FactorColumn | null {
  const last = half.figures.at(-1)?.column ?? 0;
  const found: FactorColumn[] = [];
  for (let column = region.header.left; column < last; column++) {
    const { figures, path, role } = headAt(region, column);
    const key = path.length === 0 ? '' : labelOf(region.headerTable, path.at(-1) as number).key;
    if (figures === 0 || (role !== 'aside' && role !== 'count') || !ofTime.test(key)) continue;
    found.push({ column, role: 'count', ...named(region, column), unit: key.includes('月') ? '月' : '天' });
  }
  return found.length === 1 ? (found[0] ?? null) : null;
}

/** What the heads of a column say, and the unit that the lowest has. */
export function named(region: MoneyRegion, column: number): Pick<FactorColumn, 'label' | 'unit'> {
  const texts = headAt(region, column).path.map((i) => printedName(cellOf(region.headerTable, i).text));
  return { label: texts.join(' / '), unit: moneyUnitIn(texts.at(-1) ?? '') };
}
