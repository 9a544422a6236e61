import type { Amount } from '../../../schemas/index.ts';
import { nameColumn, normalised } from '../keys.ts';
import { remembered } from '../remembered.ts';
import { withoutInner } from './of-which-columns.ts';

const TOTAL_COLUMN = /^(合计|小计|总计|总额|资金总额|金额合计|合计数)$/;
const SEPARATOR = ' / ';

/** A figure of a row with the heads of its column, the outermost first. */
export interface Placed {
  amount: Amount;
  path: readonly string[];
}

export const labelOf = ({ column_label: column, fund }: Amount): string | null => column ?? fund;
export const pathOf = remembered((label): readonly string[] => label.split(SEPARATOR).map(normalised));
export const lastHead = (amount: Amount): string => pathOf(labelOf(amount) ?? '').at(-1) ?? '';
/** Whether a column adds up the places beside it: 全县. */
export const isOfAllPlaces = (head: string): boolean => /^(?:全[省市区县州盟旗]|本地区)$/.test(head);

/** Whether a head is that of a column of sums. */
export const isTotal = (head: string): boolean => TOTAL_COLUMN.test(head);
export const isTotalColumn = (label: string): boolean => {
  const head = pathOf(label).at(-1) ?? '';
  return isTotal(head) || isOfAllPlaces(head);
};

/** Figures of one row of one grid that share year and, `ofStage`, measure, with their header paths: rows of at least `fewest`. */
export function rowsOf(amounts: readonly Amount[], ofStage = true, fewest = 3): Placed[][] {
  const rows = new Map<string, Placed[]>();
  for (const amount of amounts) {
    const label = labelOf(amount);
    const cell = amount.source.value;
    if (label === null || cell == null || amount.measure === 'rate' || amount.measure === 'count') continue;
    const { section, item, measure, year } = amount;
    const stage = ofStage ? measure : '';
    const key = `${cell.grid}|${cell.row}|${nameColumn(amount)}|${section}|${item}|${stage}|${year ?? ''}`;
    const placed = { amount, path: pathOf(label) };
    const row = rows.get(key);
    if (row === undefined) rows.set(key, [placed]);
    else row.push(placed);
  }
  return [...rows.values()].filter((row) => row.length >= fewest);
}

export const startsWith = (path: readonly string[], prefix: readonly string[]): boolean =>
  prefix.every((part, i) => path[i] === part);

/** Columns under a header: where a group has a total of its own, the total stands for it, and so in each group within a group. */
export function leavesOf(under: readonly Placed[], depth: number): Amount[][] {
  const plain = under.filter(({ path }) => !TOTAL_COLUMN.test(path.at(-1) ?? ''));
  const readings = [byTotalsOf(under, depth), plain.map(({ amount }) => amount)];
  const outer = withoutInner(under, isTotal);
  return outer.length < under.length ? [byTotalsOf(outer, depth), ...readings] : readings;
}

function byTotalsOf(under: readonly Placed[], depth: number): Amount[] {
  const groups = Map.groupBy(under, ({ path }) => path[depth] ?? '');
  return [...groups.values()].flatMap((group) => {
    const inner = group.filter(({ path }) => path.length > depth + 1);
    const total = inner.find(({ path }) => path.length === depth + 2 && TOTAL_COLUMN.test(path.at(-1) ?? ''));
    if (total !== undefined) return [total.amount];
    const own = group.filter(({ path }) => path.length <= depth + 1 && !TOTAL_COLUMN.test(path.at(-1) ?? ''));
    return [...own.map(({ amount }) => amount), ...(inner.length > 0 ? byTotalsOf(inner, depth + 1) : [])];
  });
}
