import type { RowName } from '../money-row.ts';
import { fits, range, sumsOf } from './nesting.ts';
import type { Drafts } from './of-which.ts';
import { depthOf } from './outline.ts';
import type { OutlinePlace } from './outline-row.ts';

/**
 * 转移性收入 over 上年结转 below 本年收入合计: elsewhere the first is the sum of what follows, here both are lines of 收入总计. Where the
 * parts of a line do not make it up, and the total above it is made up by its own lines and them, they are lines of that total. One
 * column that closes is enough: in another there may be a slip. 预算安排 over 其中：就业补助资金 over 市级配套 is such a list too: the rank of
 * the second elsewhere makes it no part of the first. Nor is 地方资金 of 彩票公益金 where 其中：中央财政资金 stands above both.
 */
export function liftLists(rows: readonly RowName[], places: OutlinePlace[], drafts: Drafts): void {
  const parts = Map.groupBy(places.keys(), (at) => places[at]?.parent ?? null);
  let changed = false;
  for (const [whole, { parent }] of places.entries()) {
    const own = parts.get(whole) ?? [];
    const heads = parent !== null && (rows[parent]?.total || rows[parent]?.funding === 0);
    const opens = heads || (parent !== null && rows[whole]?.ofWhich);
    // A heading without figures of its own is made up by nothing.
    if (rows[whole]?.headsOnly || !opens || own.length === 0 || !own.every((at) => isPlain(rows[at])))
      continue;
    const beside = parts.get(parent) ?? [];
    if (addsUp(drafts, whole, own) || addsUp(drafts, parent, beside)) continue;
    const goOn = heads && ofRankAbove(rows, whole, own, beside);
    if (!goOn && !addsUpWith(drafts, parent, beside, own)) continue;
    changed = true;
    for (const at of own) places[at] = { parent, depth: 0 };
  }
  if (!changed) return;
  const parents = places.map(({ parent }) => parent);
  for (const [at, parent] of parents.entries()) places[at] = { parent, depth: depthOf(parents, parent) };
}

/** Whether the list around the line held one of a government before it, as its parts are: they go on in that list. */
function ofRankAbove(
  rows: readonly RowName[],
  whole: number,
  parts: readonly number[],
  beside: readonly number[],
): boolean {
  const rank = (at: number): number => rows[at]?.funding ?? 0;
  const least = Math.min(...parts.map(rank));
  return least > rank(whole) && beside.some((at) => at < whole && rank(at) >= least);
}

/**
 * 预算 over 其中：财政 over 自筹, no line of which is known to head the others: where the sources right behind 其中 make up, with it, the
 * whole in every column, they are parts of that whole too.
 */
export function lowerLists(rows: readonly RowName[], places: OutlinePlace[], drafts: Drafts): void {
  for (const [at, row] of rows.entries()) {
    const whole = row.ofWhich && row.mark === null ? (places[at]?.parent ?? null) : null;
    if (whole === null || whole !== at - 1 || places.some(({ parent }, k) => k > at && parent === whole))
      continue;
    const beside = places[whole]?.parent ?? null;
    let end = at + 1;
    while (
      end < rows.length &&
      isPlain(rows[end]) &&
      rows[end]?.funding != null &&
      places[end]?.parent === beside
    )
      end++;
    if (end === at + 1 || addsUp(drafts, whole, [at])) continue;
    if (!addsUp(drafts, whole, range(at, end))) continue;
    for (let k = at + 1; k < end; k++) places[k] = { parent: whole, depth: places[at]?.depth ?? 0 };
  }
}

/** Longest list below 其中 whose end is looked for, in rows. */
const LONGEST = 30;

/**
 * 本级财政资金 over 其中：一般公共预算 and 政府性基金, all of one rank: the sources from 其中 on that make up the line right above it, in a column at
 * least, are its parts. Of several such lists the one counts
 * that does so in most columns.
 */
export function lowerOfWhich(rows: readonly RowName[], places: OutlinePlace[], drafts: Drafts): void {
  for (const [at, row] of rows.entries()) {
    const [whole, parent] = [at - 1, places[at]?.parent ?? null];
    if (!row.ofWhich || row.mark !== null || row.funding === null || parent === null || parent === whole)
      continue;
    if (whole < 0 || places[whole]?.parent !== parent) continue;
    let end = at + 1;
    while (
      end < at + LONGEST &&
      isPlain(rows[end]) &&
      rows[end]?.funding != null &&
      places[end]?.parent === parent
    )
      end++;
    const closing = range(at + 1, end + 1).map((behind) =>
      columnsThatAddUp(drafts, whole, range(at, behind)),
    );
    const most = Math.max(...closing);
    if (most === 0) continue;
    end = at + 1 + closing.indexOf(most);
    for (let k = at; k < end; k++) places[k] = { parent: whole, depth: (places[whole]?.depth ?? 0) + 1 };
  }
}

/**
 * 其中：中央用于三农投资 below 5、其他, the last of a marked list: where the list makes up its whole, and 其中 is more than the line right above
 * it and no more than that whole, it is some of the whole.
 */
export function raiseOfWhich(rows: readonly RowName[], places: OutlinePlace[], drafts: Drafts): void {
  for (const [at, row] of rows.entries()) {
    const line = places[at]?.parent ?? null;
    const whole = line === null ? null : (places[line]?.parent ?? null);
    if (!row.ofWhich || row.mark !== null || line !== at - 1 || whole === null) continue;
    if (rows[line]?.mark === null || places[at + 1]?.parent === line) continue;
    const sums = sumsOf(drafts, [whole, line, at]);
    const exceeds = sums?.[0]?.every((all, column) => {
      const [own = 0, part = 0] = [sums[1]?.[column], sums[2]?.[column]];
      return part > own && part <= all;
    });
    const list = places.flatMap(({ parent }, k) => (parent === whole ? [k] : []));
    if (exceeds && list.at(-1) === line && list.length > 1 && addsUp(drafts, whole, list))
      places[at] = { parent: whole, depth: places[line]?.depth ?? 0 };
  }
}

/** Nothing printed says what the row is part of. */
function isPlain(row: RowName | undefined): boolean {
  return row !== undefined && row.mark === null && row.code === null && !row.ofWhich;
}

function addsUp(drafts: Drafts, whole: number, parts: readonly number[]): boolean {
  const sums = sumsOf(drafts, [whole, ...parts]);
  return sums !== null && fits(sums, 0, range(1, parts.length + 1));
}

/** In one column at least in which the added rows have something, to the last figure: 1,200 of others alone says nothing of them. */
function addsUpWith(
  drafts: Drafts,
  whole: number,
  beside: readonly number[],
  added: readonly number[],
): boolean {
  const sums = sumsOf(drafts, [whole, ...beside, ...added]) ?? [];
  const parts = range(1, sums.length);
  return (sums[0] ?? []).some((value, column) => {
    const own = sums.map((row) => [row[column] as number]);
    const held = own.slice(1 + beside.length).some(([part]) => part !== 0);
    return value !== 0 && held && fits(own, 0, parts);
  });
}

/** Of the columns in which the whole is not 0 those in which the parts make it up. */
function columnsThatAddUp(drafts: Drafts, whole: number, parts: readonly number[]): number {
  const sums = sumsOf(drafts, [whole, ...parts]) ?? [];
  const column = (at: number): number[][] => sums.map((row) => [row[at] as number]);
  return (sums[0] ?? []).filter((value, at) => value !== 0 && fits(column(at), 0, range(1, parts.length + 1)))
    .length;
}
