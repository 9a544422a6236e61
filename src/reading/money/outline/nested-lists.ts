import type { RowName } from '../row-name.ts';
import { type Drafts, HALF } from './of-which.ts';
import { depthOf, type OutlinePlace } from './outline.ts';

/** Shortest list that may hold lists: a whole, two parts of it, and one line beside it. */
const SHORTEST = 4;

/** Longest list that is looked through, in rows; larger ones have marks or codes. */
const LONGEST = 60;

/** Steps of one search, in rows taken: where figures are 0 or alike there are too many ways to add them up to trust one. */
const MOST_STEPS = 20_000;

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
    const nested = nesting(sums, 0, 1, list.length + 1);
    if (nested !== null) {
      changed = true;
      nested.forEach((parent, k) => {
        const of = parent === null ? whole : (list[parent - 1] as number);
        places[list[k] as number] = { parent: of, depth: 0 };
      });
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

/** The figures of the rows in every column of money in which the first has one; null where there is none. */
export function sumsOf(drafts: Drafts, rows: readonly number[]): number[][] | null {
  const columns: number[] = [];
  for (const [column, { record }] of drafts[rows[0] as number] ?? [])
    if (record.measure !== 'rate' && record.measure !== 'count' && record.value !== null)
      columns.push(column);
  const sums = rows.map((row) => columns.map((column) => drafts[row]?.get(column)?.record.value ?? 0));
  return columns.length > 0 && (sums[0] as number[]).some((value) => value !== 0) ? sums : null;
}

export const range = (first: number, end: number): number[] =>
  Array.from({ length: end - first }, (_, k) => first + k);

export function fits(sums: readonly number[][], whole: number, parts: readonly number[]): boolean {
  return (sums[whole] as number[]).every((value, column) => {
    let rest = value;
    for (const part of parts) rest -= sums[part]?.[column] ?? 0;
    return Math.abs(rest) <= HALF * (parts.length + 1);
  });
}

/**
 * For each of the rows from `first` to `end` the row that it is part of, null for those of the whole itself; null where the rows
 * make up the whole in no way or in several. A whole has two parts that are not 0 at least; a row of 0 goes with the one above.
 */
function nesting(
  sums: readonly number[][],
  whole: number,
  first: number,
  end: number,
): (number | null)[] | null {
  const rows = range(first, end).filter((row) => (sums[row] as number[]).some((value) => value !== 0));
  let steps = 0;
  const found: (number | null)[][] = [];
  const parents: (number | null)[] = [];
  /** Open wholes from the outermost, with what each still lacks and how many parts it has. */
  const seek = (
    at: number,
    open: readonly { row: number | null; rest: readonly number[]; parts: number }[],
  ): void => {
    if (found.length > 1 || ++steps > MOST_STEPS) return;
    const top = open.at(-1);
    if (!top) return;
    const done = top.rest.every((value) => Math.abs(value) <= HALF * (top.parts + 1));
    if (done && top.parts > 1) {
      if (open.length === 1) {
        if (at === rows.length) found.push([...parents]);
        return;
      }
      seek(at, open.slice(0, -1));
      return;
    }
    if (done && top.parts > 0) return;
    const row = rows[at];
    if (row === undefined) return;
    const values = sums[row] as number[];
    const rest = top.rest.map((value, column) => value - (values[column] as number));
    parents[at] = top.row;
    const taken = [...open.slice(0, -1), { ...top, rest, parts: top.parts + 1 }];
    seek(at + 1, taken);
    parents[at] = top.row;
    seek(at + 1, [...taken, { row, rest: values, parts: 0 }]);
  };
  seek(0, [{ row: null, rest: sums[whole] as number[], parts: 0 }]);
  if (found.length !== 1 || steps > MOST_STEPS) return null;
  const parent = new Map(rows.map((row, k) => [row, found[0]?.[k] ?? null]));
  let last: number | null = null;
  return range(first, end).map((row) => {
    last = parent.has(row) ? (parent.get(row) ?? null) : last;
    return last;
  });
}
