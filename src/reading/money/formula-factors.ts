import { moneyUnitIn } from '../../values/index.ts';
import type { MoneyRegion } from '../form.ts';
import { printedName } from '../table/cells.ts';
import { cellOf, labelOf } from '../table/table.ts';
import { coefficientFactors } from './coefficient-factors.ts';
import { headAt } from './columns/column-heads.ts';
import type { workOfColumns } from './columns/index-rows.ts';
import type { MoneyHalf } from './columns/money-columns.ts';
import type { FactorColumn, FactorColumns } from './factor-columns.ts';
import { factorColumn, factorColumns, sumsAmong } from './factors.ts';
import { countedUnit } from './money.ts';
import { rateFactors } from './rate-factors.ts';

type Works = ReturnType<typeof workOfColumns>;

/** 1×2, 2×3×6, 1*2/10000: nothing but factors, and what turns 元 into 万元. */
const product = /^(?:\d{1,2}|[A-Z])(?:[×xX*](?:\d{1,2}|[A-Z]))+(?:[÷/]10+)?$/;

/** The columns that sums of a half are worked out from: as the row of numbers says, else as the heads do. `end` is where the next half begins. */
export function productColumns(
  region: MoneyRegion,
  half: MoneyHalf,
  works: Works,
  end: number,
): FactorColumns[] {
  const told = [
    ...formulaFactors(region, half, works),
    ...rateFactors(region, half),
    ...coefficientFactors(region, half),
  ];
  const others = factorColumns(region, half, end);
  return [...told, ...others.filter(({ product: sum }) => !told.some((each) => each.product === sum))];
}

/**
 * 3=1×2 below 人数 | 标准 | 金额: the columns that the row of numbers says a sum is the product of. None where these are all figures of
 * records themselves, as a sum and a rate are: they stand beside it anyway.
 */
function formulaFactors(region: MoneyRegion, half: MoneyHalf, works: Works): FactorColumns[] {
  const columnOf = new Map([...works].map(([column, { number }]) => [number, column]));
  return sumsAmong(half.figures).flatMap(({ column }): FactorColumns[] => {
    const { formula } = works.get(column) ?? {};
    if (!formula || !product.test(formula)) return [];
    const numbers = formula.replace(/[÷/]10+$/, '').split(/[×xX*]/);
    const columns: FactorColumn[] = [];
    for (const number of numbers) {
      const operand = columnOf.get(number);
      const factor = operand === undefined ? null : operandAt(region, half, operand);
      if (factor === null) return [];
      columns.push(factor);
    }
    const prices = columns.filter(({ role }) => role === 'price');
    return prices.length === 1 ? [{ columns, product: column, units: null }] : [];
  });
}

/** A column that a formula names: a sum of money is what one of the other factors comes to, a coefficient counts; null for a rate. */
function operandAt(region: MoneyRegion, half: MoneyHalf, column: number): FactorColumn | null {
  const head = headAt(region, column);
  const known = factorColumn(region, head);
  if (known !== null || head.figures === 0) return known;
  const { headerTable } = region;
  const texts = head.path.map((i) => printedName(cellOf(headerTable, i).text));
  const text = texts.at(-1);
  if (text === undefined) return null;
  const label = texts.join(' / ');
  if (sumsAmong(half.figures).some((figure) => figure.column === column))
    return { column, role: 'price', label, unit: moneyUnitIn(text) };
  const { key } = labelOf(headerTable, head.path.at(-1) as number);
  return head.role === 'aside' ? { column, role: 'count', label, unit: countedUnit(key) } : null;
}
