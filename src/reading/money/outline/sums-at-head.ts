import type { RowName } from '../money-row.ts';
import { fits, fitsSome, nestingButOne, range, sumsOf } from './nesting.ts';
import type { Drafts } from './of-which.ts';
import { depthOf } from './outline.ts';
import type { OutlinePlace } from './outline-row.ts';

/** Longest list that is looked through, in rows. */
const LONGEST = 60;

/**
 * 一般公共预算收入 over 税收收入小计, 增值税, 企业所得税, 非税收入小计, 罚没收入: a sum between lines takes those above it elsewhere, and here it
 * heads those below, which the figures say: what it took makes it up in no column, and what follows to the next sum does in one at
 * least. A first line that all lines without a whole make up is their whole. Changes the places of the rows; where nothing adds up,
 * all stays as it is printed.
 */
export function sumsAtHead(rows: readonly RowName[], places: OutlinePlace[], drafts: Drafts): void {
  const before = places.map(({ parent }) => parent);
  const parts = Map.groupBy(places.keys(), (at) => places[at]?.parent ?? null);
  const heads = rows.flatMap((row, at) =>
    row.total && row.mark === null ? headOf(rows, places, drafts, at, parts.get(at) ?? []) : [],
  );
  for (const { at } of heads)
    for (const [row, { parent }] of places.entries())
      if (parent === at) places[row] = { parent: null, depth: 0 };
  for (const { at, below } of heads) for (const row of below) places[row] = { parent: at, depth: 0 };
  headsOfRuns(rows, places, drafts);
  firstIsWhole(rows, places, drafts);
  const parents = places.map(({ parent }) => parent);
  if (parents.some((parent, at) => parent !== before[at]))
    for (const [at, parent] of parents.entries()) places[at] = { parent, depth: depthOf(parents, parent) };
}

/** A sum and the rows below that it heads; nothing where what it took from above may be its parts, or it has others. */
function headOf(
  rows: readonly RowName[],
  places: readonly OutlinePlace[],
  drafts: Drafts,
  at: number,
  taken: readonly number[],
): { at: number; below: number[] }[] {
  if (taken.length === 0 || taken.some((row) => row > at)) return [];
  const below: number[] = [];
  for (let row = at + 1; row < rows.length && isPlain(rows[row]); row++) {
    const parent = places[row]?.parent ?? null;
    if (parent !== null && !rows[parent]?.total) return [];
    below.push(row);
  }
  if (below.length > LONGEST || taken.length > LONGEST) return [];
  const sums = sumsOf(drafts, [at, ...taken, ...below]);
  if (sums === null || fitsSome(sums, 0, range(1, taken.length + 1))) return [];
  const own = range(taken.length + 1, sums.length);
  return (below.length > 1 ? fitsSome(sums, 0, own) : fits(sums, 0, own)) ? [{ at, below }] : [];
}

/**
 * 经常性支出合计 over its lines, and behind them those of 建设性收入合计 at their foot: a sum with nothing above it that it could take heads the
 * rows below that make it up, where what is left of them makes up the later sum that took them all, and did not before.
 */
function headsOfRuns(rows: readonly RowName[], places: OutlinePlace[], drafts: Drafts): void {
  const whole = new Set(places.map(({ parent }) => parent));
  rows.forEach((row, at) => {
    const later = places[at + 1]?.parent ?? null;
    if (!row.total || row.mark !== null || whole.has(at) || later === null || later <= at) return;
    if (!rows[later]?.total || places[at]?.parent === later) return;
    const list = places.flatMap(({ parent }, k) => (parent === later && k > at && k < later ? [k] : []));
    if (list.length < 3 || list.length > LONGEST) return;
    const [head, foot] = [sumsOf(drafts, [at, ...list]), sumsOf(drafts, [later, ...list])];
    if (head === null || foot === null || fitsSome(foot, 0, range(1, list.length + 1))) return;
    const end = range(2, list.length).find((k) => fits(head, 0, range(1, k + 1)));
    if (end === undefined) return;
    // 经常性预算结余 between both is what is left, and part of neither.
    const begin = range(end, Math.min(end + BETWEEN, list.length - 2) + 1).find((k) =>
      fits(foot, 0, range(k + 1, list.length + 1)),
    );
    if (begin === undefined) return;
    for (const k of list.slice(0, begin)) places[k] = { parent: null, depth: 0 };
    for (const k of list.slice(0, end)) places[k] = { parent: at, depth: 0 };
  });
}

/** Most rows between the parts of two sums. */
const BETWEEN = 2;

/** 全市 over 市本级, 所辖县区 and the districts, 资产总额 over what it is made of: the first row is the sum of the others. */
function firstIsWhole(rows: readonly RowName[], places: OutlinePlace[], drafts: Drafts): void {
  const first = rows[0];
  if (first === undefined || first.total || places[0]?.parent !== null) return;
  if (places.some(({ parent }) => parent === 0)) return;
  const tops = places.flatMap(({ parent }, at) => (at > 0 && parent === null ? [at] : []));
  if (tops.length < 2 || tops.length > LONGEST) return;
  const sums = sumsOf(drafts, [0, ...tops]);
  if (sums === null || !(wholeName.test(first.key) || isToldTwice(sums))) return;
  // 资金来源：（1）财政拨款 | 215.3 and 资金结构：（1）基本支出 | 215.3 under marks of one kind: the same sum told from another side.
  const filled = tops.filter((_, k) => (sums[k + 1] as number[]).some((value) => value !== 0));
  if (first.mark !== null && filled.length === 1 && rows[filled[0] as number]?.mark === first.mark) return;
  const whole = range(1, tops.length + 1);
  const nested = fits(sums, 0, whole) ? whole.map(() => null) : nestingButOne(sums, 0, 1, tops.length + 1);
  nested?.forEach((parent, k) => {
    places[tops[k] as number] = { parent: parent === null ? 0 : (tops[parent - 1] as number), depth: 0 };
  });
}

/** A name that says that it is all there is. */
const wholeName = /^全[省市区县州盟旗]|(?:总额|总量|总数|总计|合计)$/;

/** Whether figures of two columns at least, not alike, say how rows add up: one may do so by chance. */
function isToldTwice(sums: readonly number[][]): boolean {
  return new Set((sums[0] as number[]).filter((value) => value !== 0)).size > 1;
}

/** Nothing printed says what the row is part of, and it is no sum itself. */
function isPlain(row: RowName | undefined): boolean {
  return row !== undefined && row.mark === null && row.code === null && !row.ofWhich && !row.total;
}
