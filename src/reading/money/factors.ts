import type { Factor, Location } from '../../../schemas/index.ts';
import { fold, isUnit, readQuantity } from '../../values/index.ts';
import type { MoneyRegion } from '../form.ts';
import { entryAt, printedName } from '../table/cells.ts';
import { headPath } from '../table/head-path.ts';
import { cellOf, labelOf } from '../table/table.ts';
import { headAt } from './columns/column-heads.ts';
import type { FigureColumn, Head } from './columns/figure-columns.ts';
import { columnSpan, type MoneyHalf } from './columns/money-columns.ts';
import { isUnitHead } from './columns/money-heads.ts';
import { countsThatClose } from './factor-choice.ts';
import type { FactorColumn, FactorColumns } from './factor-columns.ts';
import { type AmountDraft, countedUnit } from './money.ts';
import type { RowName } from './money-row.ts';
import { range } from './outline/nesting.ts';

/** What one costs, or what is given for one. */
const prices =
  /单价|标准|定额|单位(?:成本|造价)|[人户生亩床]均(?:补助|补贴|费用|金额|待遇)|^每.{1,2}(?:补助|补贴|费用|待遇)/;
/** 元/平方米, 元每人 */
const ofOne = /[/／每]/;
/** How many there are, and how often or how long it is paid for. */
const counts =
  /(?:数量|工程量|任务量|人次|频次|批次|场次|期次|班次|面积|里程|课时|学时|[^系指权分总基]数)(?:[/、及和](?:月数|次数|天数|频次|批次|人次))?$|[用耗][水电气油煤热]?量$|^每.{3,6}$/;
/** 数值 | 单位 below 服务数量: what the head above says counts. */
const silent = /^(?:数值|数|小计|合计)$/;

/**
 * 数量 | 单价 | 金额: a price, what it is counted by, and the sum of money next to them; 一档 and 二档 each with theirs. `end` is where the next
 * half begins.
 */
export function factorColumns(region: MoneyRegion, half: MoneyHalf, end: number): FactorColumns[] {
  const { header, headerTable } = region;
  // Heads are cheap to look at, what stands below them is not.
  const isPriced = (column: number): boolean =>
    headPath(headerTable, header, column).some((i) => {
      const { key } = labelOf(headerTable, i);
      return prices.test(key) || ofOne.test(priceUnit(key) ?? '');
    });
  const names = [...half.items, half.project, half.organisation].filter((column) => column !== null);
  const columns = range(Math.max(header.left, Math.min(...names)), end);
  if (!columns.some(isPriced)) return [];
  const found: FactorColumn[] = [];
  let units: number | null = null;
  for (const column of columns) {
    const head = headAt(region, column);
    const key = labelOf(headerTable, head.path.at(-1) ?? 0).key;
    if (head.path.length > 0 && isUnitHead(key)) units ??= column;
    const factor = factorColumn(region, head);
    if (factor !== null) found.push(factor);
  }
  const price = onePrice(found);
  if (price === null) return inRuns(region, found, half.figures, units);
  const product = productOf(half.figures, price);
  if (product === null) return [];
  // What stands behind the sum has nothing to do with it: 户数 behind 应补资金.
  const factors = found.filter(
    (column) =>
      column === price || (column.role === 'count' && (column.column < product || product < price.column)),
  );
  if (factors.length < 2) return [];
  const counts = factors.filter((column) => column !== price);
  const closing = counts.length > 1 ? countsThatClose(region, counts, price, product) : null;
  const kept =
    closing === null ? factors : factors.filter((column) => column === price || closing.includes(column));
  return [{ columns: kept, product, units }];
}

/**
 * 人数 | 标准 | 金额 | 人数 | 标准 | 金额: each price with the counts since the sum before it, and the sum right behind; 人数 | 天数 | 标准 | 金额 |
 * 标准 | 金额 with those that stand before all prices. None where one lacks them.
 */
function inRuns(
  region: MoneyRegion,
  found: readonly FactorColumn[],
  figures: readonly FigureColumn[],
  units: number | null,
): FactorColumns[] {
  const runs: FactorColumns[] = [];
  let from = -1;
  const prices = found.filter(({ role }) => role === 'price');
  const shared = found.filter(({ column, role }) => role === 'count' && column < (prices[0]?.column ?? 0));
  for (const [at, price] of prices.entries()) {
    const product = sumsAmong(figures).find(({ column }) => column > price.column)?.column ?? null;
    const next = prices[at + 1]?.column ?? Number.POSITIVE_INFINITY;
    if (product === null || product > next) return [];
    const own = found.filter(({ column }) => column > from && column < product);
    // What stands before all prices may count for each of them.
    const counts = [...new Set([...shared, ...own.filter(({ role }) => role === 'count')])];
    const closing = own.length < 2 || at === 0 ? countsThatClose(region, counts, price, product) : null;
    if (own.length < 2 && closing === null) return [];
    const factors =
      closing === null ? own : found.filter((column) => column === price || closing.includes(column));
    runs.push({ columns: factors, product, units });
    from = product;
  }
  return runs;
}

/** What a column is among the factors of a sum; null where it is none. */
export function factorColumn(
  { headerTable }: MoneyRegion,
  { column, figures, path, role }: Head,
): FactorColumn | null {
  if (figures === 0 || (role !== 'aside' && role !== 'count')) return null;
  const heads = path.map((i) => ({ key: labelOf(headerTable, i).key, text: cellOf(headerTable, i).text }));
  const lowest = heads.at(-1);
  if (lowest === undefined) return null;
  for (const { key, text } of silent.test(lowest.key) ? heads.toReversed() : [lowest]) {
    // 月(季)用量(度)
    const plain = key.replace(/\([^()]*\)/g, '');
    const is =
      ofOne.test(priceUnit(text) ?? '') || prices.test(plain)
        ? 'price'
        : role === 'count' || counts.test(plain)
          ? 'count'
          : null;
    if (is === null) continue;
    const label = heads.map((head) => printedName(head.text)).join(' / ');
    return {
      column,
      role: is,
      label: heads.length > 1 ? label : printedName(text),
      unit: is === 'price' ? priceUnit(text) : countedUnit(text),
    };
  }
  return null;
}

/** Of 基本工资 | 津贴补贴 | 小计 below 月标准 the last adds them up; null where several prices stand beside each other. */
function onePrice(columns: readonly FactorColumn[]): FactorColumn | null {
  const prices = columns.filter(({ role }) => role === 'price');
  const total = prices.find(({ label }) => /(?:小计|合计)$/.test(label));
  return total ?? (prices.length === 1 ? (prices[0] ?? null) : null);
}

/** The first sum of money behind the price, where there is none the last before it. */
function productOf(figures: readonly FigureColumn[], { column: price }: FactorColumn): number | null {
  const sums = sumsAmong(figures);
  return (
    (sums.find(({ column }) => column > price) ?? sums.findLast(({ column }) => column < price))?.column ??
    null
  );
}

/** The columns of a half that hold sums of money. */
export const sumsAmong = (figures: readonly FigureColumn[]): FigureColumn[] =>
  figures.filter(
    ({ keys, measure, role }) =>
      measure !== 'rate' &&
      measure !== 'count' &&
      measure !== 'adjustment' &&
      role !== 'share' &&
      !reserved.test(keys.at(-1) ?? ''),
  );

/** 面向中小企业预留资金 beside 合计: how much of a purchase is kept for some, and not what it costs. */
const reserved = /^(?:其中[:：]?)?(?:面向|预留).*(?:中小|小微)企业/;

/** 单价（元）, 标准（元/人）; null where the head says none. */
function priceUnit(head: string): string | null {
  return (
    /[(（]([^()（）]*元[^()（）]*)[)）]/
      .exec(head)?.[1]
      ?.replace(/^单位[:：]/, '')
      .trim() ?? null
  );
}

/** Puts the figures that a sum is worked out from beside it; false where the row does not print all of them. */
export function addFactors(region: MoneyRegion, of: FactorColumns, row: number, draft: AmountDraft): boolean {
  const factors: Factor[] = [];
  const places: Location[] = [];
  for (const { column, label, role, unit } of of.columns) {
    const entry = entryAt(region.table, row, columnSpan(column));
    // One price merged down beside several rows is that of each.
    if (!entry || (entry.cell.row !== row && role !== 'price')) return false;
    const printed = unit ?? (role === 'count' ? unitBeside(region, of, row) : null);
    const quantity = readQuantity(entry.text.trim(), printed === null ? {} : { unit: printed });
    if (quantity.kind !== 'number' || quantity.value === null || quantity.op !== '=') return false;
    factors.push({ role, label, value: quantity.value, raw: quantity.raw, unit: quantity.unit });
    places.push(entry.cell.location);
  }
  draft.record.factors = factors;
  for (const [i, place] of places.entries()) draft.record.source[`factor${i}`] = place;
  return true;
}

function unitBeside({ table }: MoneyRegion, { units }: FactorColumns, row: number): string | null {
  const entry = units === null ? null : entryAt(table, row, columnSpan(units));
  const text = fold(entry?.text.trim() ?? '');
  return isUnit(text) && !text.includes('元') ? text : null;
}

/** Of a column the rows whose figure was taken as a factor of a sum. */
export type TakenFactors = Map<number, Set<number>>;

/** Takes the figures that the sums of a group are worked out from, and counts them by their columns. */
export function takeFactors(
  region: MoneyRegion,
  products: FactorColumns,
  group: readonly RowName[],
  drafts: readonly Map<number, AmountDraft>[],
  taken: TakenFactors,
): void {
  for (const [at, name] of group.entries()) {
    const product = name.total ? undefined : drafts[at]?.get(products.product);
    if (product === undefined || !addFactors(region, products, name.row, product)) continue;
    for (const { column } of products.columns) takeFigure(taken, column, name.row);
  }
}

export function takeFigure(taken: TakenFactors, column: number, row: number): void {
  const rows = taken.get(column) ?? new Set<number>();
  taken.set(column, rows.add(row));
}
