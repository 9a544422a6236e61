import { type Drafts, HALF } from './of-which.ts';

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

/** Whether the parts make up the whole in a column at least that is not 0: in another there may be a slip. */
export function fitsSome(sums: readonly number[][], whole: number, parts: readonly number[]): boolean {
  return (sums[whole] as number[]).some(
    (value, column) =>
      value !== 0 &&
      fits(
        sums.map((values) => [values[column] as number]),
        whole,
        parts,
      ),
  );
}

/** Steps of one search, in rows taken: where figures are 0 or alike there are too many ways to add them up to trust one. */
const MOST_STEPS = 20_000;

/** A whole whose parts are looked for, with what it still lacks of each column. */
interface OpenWhole {
  row: number | null;
  rest: readonly number[];
  parts: number;
}

/**
 * For each of the rows from `first` to `end` the row that it is part of, null for those of the whole itself; null where the rows
 * make up the whole in no way or in several. A whole has two parts that are not 0 at least, or one where the names of the rows say
 * that they are of several ranks; a row of 0 goes with the one above.
 */
export function nesting(
  sums: readonly number[][],
  whole: number,
  first: number,
  end: number,
  fewest = 2,
): (number | null)[] | null {
  const rows = range(first, end).filter((row) => (sums[row] as number[]).some((value) => value !== 0));
  let steps = 0;
  const found: (number | null)[][] = [];
  const parents: (number | null)[] = [];
  /** Open wholes from the outermost, with what each still lacks and how many parts it has. */
  const seek = (at: number, open: readonly OpenWhole[]): void => {
    if (found.length > 1 || ++steps > MOST_STEPS) return;
    const top = open.at(-1);
    if (!top) return;
    const done = top.rest.every((value) => Math.abs(value) <= HALF * (top.parts + 1));
    if (done && top.parts >= fewest) {
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

/** Fewest columns of which one may hold a slip, and most that are left out in turn. */
const COLUMNS = 3;
const MOST_COLUMNS = 12;

/** The same by all columns, else by all but one of three at least: what is wrong with that one the rule of sums tells. */
export function nestingButOne(
  sums: readonly number[][],
  whole: number,
  first: number,
  end: number,
  fewest = 2,
): (number | null)[] | null {
  const all = nesting(sums, whole, first, end, fewest);
  const columns = (sums[whole] as number[]).length;
  if (all !== null || columns < COLUMNS || columns > MOST_COLUMNS) return all;
  for (const left of range(0, columns)) {
    const others = sums.map((values) => values.filter((_, column) => column !== left));
    const nested = nesting(others, whole, first, end, fewest);
    if (nested !== null) return nested;
  }
  return null;
}
