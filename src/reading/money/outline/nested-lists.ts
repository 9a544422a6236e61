import type { RowName } from '../money-row.ts';
import { fits, fitsSome, nesting, nestingButOne, range, sumsOf } from './nesting.ts';
import { type Drafts, HALF } from './of-which.ts';
import { depthOf } from './outline.ts';
import type { OutlinePlace } from './outline-row.ts';
import { NOWHERE, nestClasses } from './subject-classes.ts';

/** Shortest list that may hold lists: a whole, two parts of it, and one line beside it. */
const SHORTEST = 4;

/** Longest list that is looked through, in rows; larger ones have marks or codes. */
const LONGEST = 60;

/**
 * A list without marks, codes, blanks in front or 其中 prints 转移性收入 and the lines it is made of as if they were alike. Where
 * such a list does not make up its whole as it stands, the figures say which line is the sum of those below it: in every column,
 * and in one way only. A total at the head of lines that it does not make up is one of them; where the figures do not say how, and
 * are nowhere near, the lines are parts of nothing. Changes the places of the rows;
 * where nothing adds up, all stays as it is printed.
 */
export function nestLists(rows: readonly RowName[], places: OutlinePlace[], drafts: Drafts): void {
  const parts = Map.groupBy(places.keys(), (at) => places[at]?.parent ?? null);
  let changed = false;
  for (const [whole, place] of places.entries()) {
    const own = (parts.get(whole) ?? []).filter((at) => places[at]?.parent === whole);
    const list = flatList(rows, own);
    if (list.length + 1 < SHORTEST || list.length > LONGEST) continue;
    const sums = sumsOf(drafts, [whole, ...list]);
    if (sums === null || fits(sums, 0, range(1, list.length + 1))) continue;
    const above = place.parent;
    const head = (list[0] as number) > whole;
    const nested =
      nestingButOne(sums, 0, 1, list.length + 1) ??
      nestClasses(
        list.map((at) => rows[at]?.key ?? ''),
        sums,
      ) ??
      // 合计 over 水利局本级, 河道整治, 防汛物资, 水文站, 水文监测: an office with one project is a whole too; a line said twice is none.
      (saidTwice(rows, list) ? null : nestingButOne(sums, 0, 1, list.length + 1, 1));
    if (nested !== null) {
      changed = true;
      nested.forEach((parent, k) => {
        const of = parent === null ? whole : parent === NOWHERE ? null : (list[parent - 1] as number);
        places[list[k] as number] = { parent: of, depth: 0 };
      });
    } else if (head && above !== null && endsOwn(places, drafts, parts.get(above) ?? [], whole, list)) {
      changed = true;
    } else if (head && rows[whole]?.total && above !== null) {
      if (inAbove(places, drafts, above, whole, list)) changed = true;
      else if (isFar(sums)) {
        changed = true;
        for (const at of [whole, ...list]) places[at] = { parent: null, depth: 0 };
      }
    }
  }
  if (!changed) return;
  const parents = places.map(({ parent }) => parent);
  for (const [at, parent] of parents.entries()) places[at] = { parent, depth: depthOf(parents, parent) };
}

function saidTwice(rows: readonly RowName[], list: readonly number[]): boolean {
  return list.some((at, k) => k > 0 && rows[at]?.key === rows[list[k - 1] as number]?.key);
}

/** 本级收入合计 at the head of a list is a line of it where they make up the total below together. */
function inAbove(
  places: OutlinePlace[],
  drafts: Drafts,
  above: number,
  head: number,
  list: readonly number[],
): boolean {
  const beside = places.flatMap(({ parent }, at) => (parent === above && at !== head ? [at] : []));
  const lines = [...beside, head, ...list].sort((a, b) => a - b);
  const sums = sumsOf(drafts, [above, ...lines]);
  if (sums === null || lines.length > LONGEST) return false;
  const found = nesting(sums, 0, 1, lines.length + 1);
  found?.forEach((parent, k) => {
    places[lines[k] as number] = {
      parent: parent === null ? above : (lines[parent - 1] as number),
      depth: 0,
    };
  });
  return found !== null;
}

/**
 * 总计 over 各县小计, the counties and 未分配数: the first rows make up the sum at their head in every column that it has, but one of three or
 * two of more, where slips may be, and with it the others make up the total above, of which they are lines.
 */
function endsOwn(
  places: OutlinePlace[],
  drafts: Drafts,
  ofAbove: number[],
  head: number,
  list: readonly number[],
): boolean {
  const above = places[head]?.parent ?? null;
  const sums = sumsOf(drafts, [head, ...list]);
  if (sums === null || above === null || list.length < 3 || ofAbove.length > LONGEST) return false;
  const [whole, ...lines] = sums as [number[], ...number[][]];
  const most = whole.filter((value) => value !== 0).length;
  const rest = [...whole];
  for (const [k, line] of lines.entries()) {
    for (const [column, value] of line.entries()) rest[column] = (rest[column] as number) - value;
    if (k === 0 || k === lines.length - 1) continue;
    const closed = rest.filter((left, column) => whole[column] !== 0 && Math.abs(left) <= HALF * (k + 2));
    if (closed.length < (most < 3 ? most : Math.max(2, most - 2))) continue;
    const behind = list.slice(k + 1);
    const beside = ofAbove.filter((at) => at !== head && places[at]?.parent === above);
    const outer = sumsOf(drafts, [above, head, ...beside, ...behind]);
    if (outer === null || !fitsSome(outer, 0, range(1, outer.length))) continue;
    for (const at of behind) places[at] = { parent: above, depth: 0 };
    ofAbove.push(...behind);
    return true;
  }
  return false;
}

/** Part of a whole that its parts must miss in every column for them to be taken for no parts of it: no slip of the pen does so. */
const FAR = 0.2;

function isFar(sums: readonly number[][]): boolean {
  return (sums[0] as number[]).every((value, column) => {
    const rest = sums.slice(1).reduce((left, row) => left - (row[column] as number), value);
    return Math.abs(rest) > FAR * Math.abs(value);
  });
}

/** The parts of a whole that have none of their own, where nothing printed ranks them. */
function flatList(rows: readonly RowName[], parts: readonly number[]): readonly number[] {
  const ranked = parts.some((at) => {
    const { code, mark, ofWhich } = rows[at] as RowName;
    return mark !== null || code !== null || ofWhich;
  });
  return ranked ? [] : parts;
}
