import type { Amount } from '../../../schemas/index.ts';
import { columnsOf } from '../figures/amount-columns.ts';
import { nameColumn, normalised } from '../keys.ts';
import { entry, remembered } from '../remembered.ts';

/** What a figure is in a balance: 年初结转 · 本年收入 · 本年支出 · 本年收支结余 · 年末结转. */
export type Side = 'opening' | 'income' | 'spending' | 'net' | 'closing';

/** The figures of one row, or of one column, that balance: 年初结转和结余 + 本年收入 − 本年支出 = 年末结转和结余. */
export interface Balance {
  /** The name of the row; the head of the column. */
  name: string;
  sides: Partial<Record<Side, readonly Amount[]>>;
  /** Figures under heads that say no side, by their head: 结余分配, 收回财政. */
  others: ReadonlyMap<string, Amount>;
}

/** The balances of one table that stand under the same heads, or in one column below each other. */
export interface BalanceTable {
  lines: readonly Balance[];
  /** The sides are heads, or rows: then figures beyond the sides are not known. */
  by: 'head' | 'row';
}

const OPENING =
  /^(?:其中)?(?:年初|期初|上年度?末?|以前年度|上期末?|往年|历年)[^/]*(?:结转|结余|余额|滚存)|^(?:年初|期初)(?:[账帐]面)?(?:数|价值|金额|原值)$/;
const CLOSING =
  /^(?:本年|本年度|当年)?(?:年末|期末|年终|年底|滚存|累计)[^/]*(?:结转|结余|余额)|^结转下年|^(?:年末|期末)(?:[账帐]面)?(?:数|价值|金额|原值)$/;
const NET = /^(?:本年|本年度|当年|本期)?(?:收支)(?:结余|差额|相抵)|^(?:本年|本年度|当年|本期)(?:结余|盈余)$/;
const INCOME =
  /^(?:本年|本年度|当年|本期|全年)?(?:财政拨款|拨款)?(?:基金)?(?:收入|收入合计|收入总计|收入数|收入金额|收入小计|收入决算数|增加|增加数)$/;
const SPENDING =
  /^(?:本年|本年度|当年|本期|全年)?(?:财政拨款|拨款)?(?:基金)?(?:支出|支出合计|支出总计|支出数|支出金额|支出小计|支出决算数|费用|费用合计|减少|减少数)$/;
const TOTAL = /^(?:合计|小计|总计|金额|合计数)$/;

/** The side that one label names. */
const sideOf = remembered((label): Side | null => {
  const name = normalised(label).replace(/（[^（）]*）$/, '');
  if (OPENING.test(name)) return 'opening';
  if (CLOSING.test(name)) return 'closing';
  if (NET.test(name)) return 'net';
  if (INCOME.test(name)) return 'income';
  return SPENDING.test(name) ? 'spending' : null;
});

const SEPARATOR = ' / ';

interface Placed {
  amount: Amount;
  side: Side | null;
  /** Heads above the one that names the side: 决算数. */
  above: string;
  /** Heads below it: 小计, 基本支出. */
  below: readonly string[];
}

/** Tables that name an opening balance, a closing balance and what came in and went out between, in their heads or their rows. */
export function balanceTables(amounts: readonly Amount[]): BalanceTable[] {
  const rows = byRows(amounts);
  return [...byHeads(amounts), ...(rows.length > 0 ? rows : byPairs(amounts))];
}

function byHeads(amounts: readonly Amount[]): BalanceTable[] {
  if (!amounts.some((amount) => placed(amount)?.side === 'opening')) return [];
  const tables = new Map<string, Balance[]>();
  for (const row of rowsOf(amounts)) {
    for (const [above, figures] of Map.groupBy(row, (figure) => figure.above)) {
      for (const use of USES) {
        const balance = balanceOf(figures, use);
        if (balance === null) continue;
        const grid = figures[0]?.amount.source.value?.grid;
        entry(tables, `${grid}|${above}|${use?.source ?? ''}`, () => []).push(balance);
      }
    }
  }
  return [...tables.values()].map((lines) => ({ lines, by: 'head' }));
}

/** Columns whose rows are 上年结余, 本年收入, 本年支出 and 年末结余, each printed once. */
function byRows(amounts: readonly Amount[]): BalanceTable[] {
  const sided = amounts.filter(({ item, measure }) => measure !== 'rate' && sideOf(item) !== null);
  // 本期收入, 本期费用 and 本期盈余 alone are a balance too.
  if (!sided.some(({ item }) => sideOf(item) === 'closing' || sideOf(item) === 'net')) return [];
  const tables = new Map<number, Balance[]>();
  const across = acrossHalves(sided);
  const taken = new Set(across.flatMap(({ sides }) => Object.values(sides).flat()));
  for (const balance of across)
    entry(tables, balance.sides.net?.[0]?.source.value?.grid ?? -1, () => []).push(balance);
  for (const column of columnsOf(sided.filter((amount) => !taken.has(amount)))) {
    const sides = [...Map.groupBy(column, ({ item }) => sideOf(item) as Side)].map(
      ([side, figures]) => [side, outermost(figures)] as const,
    );
    if (sides.length < 3 || sides.some(([, figures]) => figures.length > 1)) continue;
    const { column_label: name, source } = column[0] as Amount;
    const balance: Balance = { name: name ?? '', sides: Object.fromEntries(sides), others: new Map() };
    entry(tables, source.value?.grid ?? -1, () => []).push(balance);
  }
  return [...tables.values()].map((lines) => ({ lines, by: 'row' }));
}

/** 本年收入小计 and 上年结余 left of 本年支出小计, 本年收支结余 and 年末滚存结余: one fund on both halves of its table, each side printed once. */
function acrossHalves(sided: readonly Amount[]): Balance[] {
  const halves = Map.groupBy(sided, ({ fund, measure, project, section, source: { value }, year }) =>
    [value?.grid, section, measure, year, fund, project].join('|'),
  );
  return [...halves.values()].flatMap((figures): Balance[] => {
    const columns = new Set(figures.map(({ source }) => source.value?.column));
    const sides = [...Map.groupBy(figures, ({ item }) => sideOf(item) as Side)].map(
      ([side, all]) => [side, outermost(all)] as const,
    );
    if (columns.size < 2 || sides.some(([, all]) => all.length > 1)) return [];
    const of: Partial<Record<Side, readonly Amount[]>> = Object.fromEntries(sides);
    const isWhole = [...FUND, 'net' as const].every((side) => side in of);
    return isWhole ? [{ name: figures[0]?.column_label ?? '', sides: of, others: new Map() }] : [];
  });
}

/** 上年结余 | 1250 | 本年收入 | 8600 over 本年支出 | 8350 | 年末结余 | 1500: labels with a figure each, all four sides of one fund. */
function byPairs(amounts: readonly Amount[]): BalanceTable[] {
  const sided = amounts.filter(
    ({ column_label: head, item, measure, section }) =>
      section === 'funding' && !head && measure !== 'rate' && measure !== 'count' && sideOf(item) !== null,
  );
  const tables = Map.groupBy(sided, ({ source }) => source.value?.grid ?? -1);
  return [...tables.values()].flatMap((figures): BalanceTable[] => {
    const sides = [...Map.groupBy(figures, ({ item }) => sideOf(item) as Side)].map(
      ([side, all]) => [side, outermost(all)] as const,
    );
    if (sides.some(([, all]) => all.length > 1)) return [];
    const balance: Balance = { name: '', sides: Object.fromEntries(sides), others: new Map() };
    return FUND.every((side) => side in balance.sides) ? [{ lines: [balance], by: 'row' }] : [];
  });
}

/** What every fund prints; 本年结余 may stand beside it. */
export const FUND: readonly Side[] = ['opening', 'income', 'spending', 'closing'];

/** 收入小计 below 收入合计 is part of the same side. */
function outermost(figures: readonly Amount[]): readonly Amount[] {
  const own = new Set(figures.map(({ amount_id: id }) => id));
  return figures.filter(({ parent_id: parent }) => parent === null || !own.has(parent));
}

/** The whole of every side, and the same for basic and for project spending where each side parts them. */
const USES = [null, /^基本支出/, /^项目支出/];

function rowsOf(amounts: readonly Amount[]): Placed[][] {
  const rows = new Map<string, Placed[]>();
  for (const amount of amounts) {
    const figure = placed(amount);
    const cell = amount.source.value;
    if (figure === null || cell == null) continue;
    const key = `${cell.grid}|${cell.row}|${nameColumn(amount)}|${amount.item}|${amount.parent ?? ''}|${amount.project ?? ''}`;
    entry(rows, key, () => []).push(figure);
  }
  return [...rows.values()].filter((row) => row.length > 2);
}

function placed(amount: Amount): Placed | null {
  const { column_label: label, measure, value } = amount;
  if (label === null || value === null || measure === 'rate' || measure === 'count') return null;
  const path = pathOf(label);
  const at = path.findIndex((part) => sideOf(part) !== null);
  if (at < 0) return /^其中/.test(path.at(-1) ?? '') ? null : { amount, side: null, above: '', below: [] };
  const side = sideOf(path[at] as string);
  return { amount, side, above: path.slice(0, at).join(SEPARATOR), below: path.slice(at + 1) };
}

const pathOf = remembered((label): readonly string[] => label.split(SEPARATOR).map(normalised));

function balanceOf(figures: readonly Placed[], use: RegExp | null): Balance | null {
  const sides: Balance['sides'] = {};
  for (const [side, all] of Map.groupBy(figures, (figure) => figure.side)) {
    if (side === null) continue;
    const whole = use === null ? wholeOf(all) : ofUse(all, use);
    if (whole.length > 0) sides[side] = whole;
  }
  if (sides.closing === undefined || Object.keys(sides).length < 2) return null;
  if (sides.closing.length !== 1) return null;
  const free = figures.filter(({ side }) => side === null && use === null);
  const others = new Map(free.map(({ amount }) => [normalised(amount.column_label), amount]));
  return { name: figures[0]?.amount.item ?? '', sides, others };
}

/** What a side comes to: its own figure, its total, else all of its parts. */
function wholeOf(all: readonly Placed[]): Amount[] {
  const own = all.filter(({ below }) => below.length === 0);
  if (own.length === 1) return [own[0]!.amount];
  const total = all.filter(({ below }) => below.length === 1 && TOTAL.test(below[0]!));
  if (total.length === 1) return [total[0]!.amount];
  const alike = all.every(({ below }) => below.length === 1 && !/^其中/.test(below[0]!));
  return alike ? all.map(({ amount }) => amount) : [];
}

function ofUse(all: readonly Placed[], use: RegExp): Amount[] {
  const own = all.filter(({ below }) => below.length > 0 && use.test(below[0]!));
  const whole = own.filter(({ below }) => below.length === 1 || TOTAL.test(below.at(-1)!));
  return whole.length === 1 ? [whole[0]!.amount] : [];
}
