import type { MoneyRegion } from '../../form.ts';
import type { MoneyRole } from '../../lexicon/money-columns.ts';
import { labelOf } from '../../table/table.ts';
import { groups } from './column-contents.ts';
import type { Head } from './figure-columns.ts';
import { isFigureRole } from './money-heads.ts';

export const namingRoles = new Set<MoneyRole | null>(['item', 'project', 'organisation']);

/** 资金来源 | 预算金额 | 支出类型 | 预算金额: words between two columns of figures of one head name those of the second. */
export function beginsSide({ headerTable }: MoneyRegion, heads: readonly Head[], at: number): boolean {
  const keyOf = (head: Head | undefined): string => {
    const lowest = head?.path.at(-1);
    return lowest === undefined ? '' : labelOf(headerTable, lowest).key;
  };
  const head = heads[at] as Head;
  const next = heads[at + 1];
  const key = keyOf(next);
  if (key === '' || !isFigureRole(next?.role ?? null) || head.words < FEWEST_NAMES || head.figures > 0)
    return false;
  return heads
    .slice(0, at)
    .some(
      (before) => before.figures > 0 && keyOf(before) === key && before.path.at(-1) !== next?.path.at(-1),
    );
}

/** 单位/项目 | 类别: behind a column that names as many rows or more, the kind of what each is. */
export function tellsKind({ headerTable }: MoneyRegion, heads: readonly Head[], at: number): boolean {
  const { path, role, words } = heads[at] as Head;
  const lowest = path.at(-1);
  if (role !== 'item' || lowest === undefined || !/^(?:类别|分类)$/.test(labelOf(headerTable, lowest).key))
    return false;
  return heads
    .slice(0, at)
    .some((before) => (before.role === null || namingRoles.has(before.role)) && before.words >= words);
}

/** Names that tell a side of a table from a word beside it. */
const FEWEST_NAMES = 2;

/** 类别 | 培训班名称: the first runs down beside several of the second, whose head nobody knows, and it is these that are listed. */
export function namesGrouped(region: MoneyRegion, heads: readonly Head[]): void {
  for (const [at, head] of heads.entries()) {
    const before = heads[at - 1];
    const lowest = head.path.at(-1);
    if (before?.role !== 'item' || head.role !== null || lowest === undefined) continue;
    if (head.figures > 0 || head.words < FEWEST_NAMES || head.words < before.words) continue;
    if (!/名称?$/.test(labelOf(region.headerTable, lowest).key)) continue;
    if (groups(region, before.column, head.column)) head.role = 'item';
  }
}
