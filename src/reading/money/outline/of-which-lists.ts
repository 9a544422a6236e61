import type { RowName } from '../money-row.ts';
import { type Drafts, HALF } from './of-which.ts';
import { depthOf } from './outline.ts';
import type { OutlinePlace } from './outline-row.ts';

/** Longest list whose lists below 其中 are looked for, in rows. */
const LONGEST = 100;

/** Steps of one search, in rows taken. */
const MOST_STEPS = 20_000;

/** Fewest columns of which one may hold a slip, and the others still tell how the rows belong together. */
const COLUMNS_TO_SPARE = 3;

/**
 * 总计 over 一般公共服务支出, 其中：人大事务, 政府办公厅事务, 农林水支出, 其中：农业农村 …: several lists below 其中 that nothing printed ends.
 * The rows that make up the total together, in every column and in one way only, are its parts, and the rest stay below 其中, none
 * of them more than its whole. Changes the places of the rows; where nothing adds up so, all stays as it is printed.
 */
export function endListsOfWhich(rows: readonly RowName[], places: OutlinePlace[], drafts: Drafts): void {
  const parents = new Set<number>();
  rows.forEach((row, at) => {
    const whole = row.ofWhich && row.mark === null ? places[at]?.parent : null;
    const around = whole == null ? null : places[whole]?.parent;
    if (around != null) parents.add(around);
  });
  let changed = false;
  for (const around of parents) {
    const list = plainList(rows, places, around);
    if (list.length < 3 || list.length > LONGEST) continue;
    const tops = topsOf(rows, drafts, around, list);
    if (tops === null) continue;
    changed = true;
    let top = around;
    for (const at of list) {
      if (tops.has(at)) top = at;
      places[at] = { parent: tops.has(at) ? around : top, depth: 0 };
    }
  }
  if (!changed) return;
  const above = places.map(({ parent }) => parent);
  for (const [at, parent] of above.entries()) places[at] = { parent, depth: depthOf(above, parent) };
}

/** The parts of a whole and their parts, where nothing but 其中 ranks them; empty where a mark, a code or a total does. */
function plainList(rows: readonly RowName[], places: readonly OutlinePlace[], around: number): number[] {
  const list: number[] = [];
  for (const [at, { parent }] of places.entries()) {
    const inside = parent === around || (parent !== null && places[parent]?.parent === around);
    if (!inside) continue;
    const { code, mark, total } = rows[at] as RowName;
    if (mark !== null || code !== null || total) return [];
    list.push(at);
  }
  return list;
}

/** The rows that make up the whole; null where they do as they stand, in no way or in several. */
function topsOf(
  rows: readonly RowName[],
  drafts: Drafts,
  around: number,
  list: readonly number[],
): ReadonlySet<number> | null {
  const columns = [...(drafts[around] ?? [])].flatMap(([column, { record }]) =>
    record.measure === 'rate' || record.measure === 'count' || record.value === null ? [] : [column],
  );
  if (columns.length === 0) return null;
  const all = search(rows, drafts, around, list, columns);
  if (all !== undefined || columns.length < COLUMNS_TO_SPARE) return all ?? null;
  const others = columns.flatMap((left) => {
    const kept = columns.filter((column) => column !== left);
    return search(rows, drafts, around, list, kept) ?? [];
  });
  return others.length === 1 ? (others[0] ?? null) : null;
}

/** One way to add up the whole; null where there are several, undefined where there is none. */
function search(
  rows: readonly RowName[],
  drafts: Drafts,
  around: number,
  list: readonly number[],
  columns: readonly number[],
): ReadonlySet<number> | null | undefined {
  const valuesOf = (at: number): number[] =>
    columns.map((column) => drafts[at]?.get(column)?.record.value ?? 0);
  const figures = list.map(valuesOf);
  const found: number[][] = [];
  const tops: number[] = [];
  let steps = 0;
  /** What the whole still lacks, and what the last row above 其中 can still hold; null where no 其中 is open. */
  const seek = (k: number, rest: readonly number[], room: readonly number[] | null): void => {
    if (found.length > 1 || ++steps > MOST_STEPS) return;
    const at = list[k];
    if (at === undefined) {
      if (rest.every((value) => Math.abs(value) <= HALF * (tops.length + 1))) found.push([...tops]);
      return;
    }
    const values = figures[k] as number[];
    const row = rows[at] as RowName;
    const last = tops.at(-1);
    const held = row.ofWhich && last !== undefined ? (room ?? valuesOf(last)) : room;
    const left = held?.map((value, column) => value - (values[column] as number)) ?? null;
    // What is added here and taken off there: parts of a change may be larger than the change.
    const holds = (value: number, column: number): boolean =>
      value >= -HALF * list.length ||
      drafts[around]?.get(columns[column] as number)?.record.measure === 'adjustment';
    if (left?.every(holds)) seek(k + 1, rest, left);
    // A row of 0 goes with the one above it.
    if (row.ofWhich || (left !== null && values.every((value) => value === 0))) return;
    tops.push(at);
    const open = rest.map((value, column) => value - (values[column] as number));
    seek(k + 1, open, null);
    tops.pop();
  };
  seek(0, valuesOf(around), null);
  if (steps > MOST_STEPS) return null;
  if (found.length === 0) return undefined;
  return found.length === 1 ? new Set(found[0]) : null;
}
