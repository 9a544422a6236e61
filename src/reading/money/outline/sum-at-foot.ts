import type { RowName } from '../money-row.ts';
import { fits, fitsSome, range, sumsOf } from './nesting.ts';
import type { Drafts } from './of-which.ts';
import { depthOf } from './outline.ts';
import type { OutlinePlace } from './outline-row.ts';

/** Most lines at the top that are added up. */
const LONGEST = 60;

/**
 * 一、转移支付 over its lines, 二、税收返还 over its own, and 税收返还和转移支付 at their foot, which no word calls a sum: where the lines at the
 * top make it up, it is their whole and no part of the last of them. So is 云溪县 below its towns, where nearly all columns say so. Changes
 * the places of the rows.
 */
export function sumAtFoot(rows: readonly RowName[], places: OutlinePlace[], drafts: Drafts): void {
  const at = rows.length - 1;
  const row = rows[at];
  if (row === undefined || row.mark !== null || row.total || row.ofWhich || row.code !== null) return;
  const tops = places.flatMap(({ parent }, k) => (parent === null && k !== at ? [k] : []));
  if (tops.length < 2 || tops.length > LONGEST || tops.some((k) => rows[k]?.total)) return;
  const sums = sumsOf(drafts, [at, ...tops]);
  if (sums === null) return;
  const marked = tops.every((k) => rows[k]?.mark !== null);
  if (marked ? !fitsSome(sums, 0, range(1, tops.length + 1)) : !ofPlaces(rows, tops, at, sums)) return;
  const parents = places.map(({ parent }) => parent);
  for (const k of tops) parents[k] = at;
  parents[at] = null;
  for (const [k, parent] of parents.entries()) places[k] = { parent, depth: depthOf(parents, parent) };
}

/** Fewest columns that tell that a place is all of those above it; one of them may have a slip. */
const FEWEST_COLUMNS = 3;

const place =
  /^(?!.*(?:收|支出|结余|结转|经费|资金)).{1,12}(?:省|市|县|区|州|盟|旗|乡|镇|街道|村|街道办事处)$/;

function ofPlaces(
  rows: readonly RowName[],
  tops: readonly number[],
  at: number,
  sums: readonly number[][],
): boolean {
  if (![at, ...tops].every((k) => rows[k]?.mark === null && place.test(rows[k]?.name ?? ''))) return false;
  const columns = range(0, (sums[0] as number[]).length).filter((column) => sums[0]?.[column] !== 0);
  const closing = columns.filter((column) =>
    fits(
      sums.map((values) => [values[column] as number]),
      0,
      range(1, tops.length + 1),
    ),
  );
  return closing.length >= FEWEST_COLUMNS && columns.length - closing.length < 2;
}
