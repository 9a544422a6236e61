import type { Factor, Location } from '../../../schemas/index.ts';
import { fold, isUnit, readQuantity } from '../../values/index.ts';
import type { MoneyRegion } from '../form.ts';
import { entryAt, printedName } from '../table/cells.ts';
import { cellOf, labelOf } from '../table/table.ts';
import { headAt } from './columns/column-heads.ts';
import type { FigureColumn } from './columns/figure-columns.ts';
import { columnSpan, type MoneyHalf } from './columns/money-columns.ts';
import { isUnitHead } from './columns/money-heads.ts';
import { type AmountDraft, countedUnit } from './money.ts';

/** A column whose figures the sums beside it are worked out from. */
interface FactorColumn {
  column: number;
  role: Factor['role'];
  label: string;
  /** As its head prints it. */
  unit: string | null;
}

/** The columns of a half that make up a sum, and the column of that sum. */
export interface FactorColumns {
  columns: readonly FactorColumn[];
  product: number;
  /** 单位 beside 数量: of what is counted. */
  units: number | null;
}

/** What one costs, or what is given for one. */
const prices = /单价|标准|定额|单位(?:成本|造价)/;
/** How many there are, and how often or how long it is paid for. */
const counts =
  /^(?:采购|购置|配置|计划|补助|受益|享受|发放|参训|培训|参会|服务)?(?:数量|人数|人次|户数|天数|日数|月数|年数|次数|频次|批次|场次|期数|班次|课时|学时|面积|里程|工程量|[\u4e00-\u9fff]数)$/;

/** 数量 | 单价 | 金额: one price, what it is counted by, and the sum of money next to them. */
export function factorColumns(region: MoneyRegion, half: MoneyHalf): FactorColumns | null {
  const { header, headerTable, table } = region;
  const own = ownColumns(region, half);
  const columns: FactorColumn[] = [];
  let units: number | null = null;
  for (
    let column = Math.max(header.left, own.from);
    column < Math.min(table.grid.columns, own.to);
    column++
  ) {
    const { figures, path, role } = headAt(region, column);
    const lowest = path.at(-1);
    if (lowest === undefined) continue;
    const { key } = labelOf(headerTable, lowest);
    if (isUnitHead(key)) units = column;
    if (figures === 0 || (role !== 'aside' && role !== 'count')) continue;
    const head = cellOf(headerTable, lowest).text;
    const plain = key.replace(/\([^()]*\)$/, '');
    const is = prices.test(plain) ? 'price' : counts.test(plain) ? 'count' : null;
    if (is === null) continue;
    columns.push({
      column,
      role: is,
      label: printedName(head),
      unit: is === 'price' ? priceUnit(head) : countedUnit(head),
    });
  }
  const of = columns.filter(({ role }) => role === 'price');
  if (of.length !== 1 || columns.length < 2) return null;
  const product = productOf(half.figures, columns);
  return product === null ? null : { columns, product, units };
}

/** The columns between the half before it and the one after: a half starts with its names. */
function ownColumns({ table }: MoneyRegion, half: MoneyHalf): { from: number; to: number } {
  const names = [...half.items, half.project, half.organisation].filter((column) => column !== null);
  const last = Math.max(...half.figures.map(({ column }) => column));
  return { from: Math.min(...names), to: Math.max(last + 1, table.grid.columns) };
}

/** The first sum of money behind them, where there is none the last before them. */
function productOf(figures: readonly FigureColumn[], columns: readonly FactorColumn[]): number | null {
  const sums = figures.filter(
    ({ measure, role }) =>
      measure !== 'rate' && measure !== 'count' && measure !== 'adjustment' && role !== 'share',
  );
  const last = Math.max(...columns.map(({ column }) => column));
  return (
    (sums.find(({ column }) => column > last) ?? sums.findLast(({ column }) => column < last))?.column ?? null
  );
}

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
    if (!entry || entry.cell.row !== row) return false;
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
