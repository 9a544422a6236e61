import type { MoneyRegion } from '../form.ts';
import { labelOf } from '../table/table.ts';
import { headAt } from './columns/column-heads.ts';
import type { MoneyHalf } from './columns/money-columns.ts';
import { factorsThatClose } from './factor-choice.ts';
import type { FactorColumn, FactorColumns } from './factor-columns.ts';
import { sumsAmong, type TakenFactors, takeFactors } from './factors.ts';
import type { AmountDraft } from './money.ts';
import type { RowName } from './money-row.ts';
import { named } from './rate-factors.ts';

const ofResults = /(?:绩效|考核|付费|支付|拨付|调整|兑付|结算|评价|服务费?)系数$/;
/** Most pairs of sums that are tried beside a coefficient. */
const MOST_CHOICES = 90;
/** Fewest rows that bear out which sum a coefficient is of. */
const FEWEST_ROWS = 2;

/**
 * 年度应付基数 | 绩效系数 | 应付服务费: a sum that a coefficient makes of another, which the figures of two rows at least say. Where the coefficient
 * is 1 any two sums that are alike say so: one row must have another.
 */
export function coefficientFactors(region: MoneyRegion, half: MoneyHalf): FactorColumns[] {
  const coefficient = coefficientColumn(region, half);
  const sums = sumsAmong(half.figures);
  if (coefficient === null || sums.length * (sums.length - 1) > MOST_CHOICES) return [];
  let best: { rows: number; found: FactorColumns } | null = null;
  for (const product of sums) {
    if (product.column < coefficient.column) continue;
    for (const base of sums) {
      if (base.column >= product.column) continue;
      const columns: FactorColumn[] = [
        { column: base.column, role: 'price', ...named(region, base.column) },
        coefficient,
      ];
      const closing = factorsThatClose(region, columns, product.column, [1]);
      if (!closing.some(([, by]) => by !== 1) || closing.length < FEWEST_ROWS) continue;
      if (closing.length > (best?.rows ?? 0))
        best = { rows: closing.length, found: { columns, product: product.column, units: null } };
    }
  }
  return best === null ? [] : [best.found];
}

/** The same of a table with a row a year, whose figures are read one by one. */
export function takeCoefficients(
  region: MoneyRegion,
  half: MoneyHalf,
  names: readonly RowName[],
  read: readonly AmountDraft[],
  taken: TakenFactors,
): void {
  for (const products of coefficientFactors(region, half)) {
    const ofSums = read.filter(({ record }) => record.source.value?.column === products.product);
    const byRow = new Map(ofSums.map((draft) => [draft.record.source.value?.row, draft]));
    const drafts = names.map(({ row }) => {
      const draft = byRow.get(row);
      return new Map(draft === undefined ? [] : [[products.product, draft] as const]);
    });
    takeFactors(region, products, names, drafts, taken);
  }
}

/** The one column of the half that holds such coefficients. */
function coefficientColumn(region: MoneyRegion, half: MoneyHalf): FactorColumn | null {
  const last = half.figures.at(-1)?.column ?? 0;
  const found: FactorColumn[] = [];
  for (let column = region.header.left; column < last; column++) {
    const { figures, path, role } = headAt(region, column);
    const key = path.length === 0 ? '' : labelOf(region.headerTable, path.at(-1) as number).key;
    if (figures === 0 || role !== 'aside' || !ofResults.test(key)) continue;
    found.push({ column, role: 'count', ...named(region, column), unit: null });
  }
  return found.length === 1 ? (found[0] ?? null) : null;
}
