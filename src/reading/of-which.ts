import type { AmountDraft } from './money.ts';
import type { OutlinePlace } from './outline.ts';
import type { RowName } from './row-name.ts';

/**
 * Where 其中 opens a list that neither marks nor blanks in front of its lines end, the figures say where it does: of the ways to
 * end it, the only one with which the whole around it adds up in every column. Changes the places of the rows behind that end.
 */
export function endOfWhich(
  rows: readonly RowName[],
  places: OutlinePlace[],
  drafts: readonly ReadonlyMap<number, AmountDraft>[],
): void {
  rows.forEach((row, at) => {
    const whole = row.ofWhich && row.mark === null ? (places[at]?.parent ?? null) : null;
    const around = whole === null ? null : (places[whole]?.parent ?? null);
    if (whole === null || around === null) return;
    const list = listFrom(rows, places, at, whole);
    const beside = places.flatMap((place, k) => (place.parent === around ? [k] : []));
    if (list.length < 2 || addsUp(drafts, around, beside)) return;
    const ends = list.slice(1).flatMap((_, k) => {
      const behind = list.slice(k + 1);
      return addsUp(drafts, around, [...beside, ...behind]) ? [behind] : [];
    });
    const [behind] = ends;
    if (behind === undefined || ends.length > 1) return;
    const depth = (places[whole]?.depth ?? 0) as number;
    for (const k of behind) places[k] = { parent: around, depth };
  });
}

/** The rows of the list from its first on, none with a mark, a code or 其中 of its own. */
function listFrom(
  rows: readonly RowName[],
  places: readonly OutlinePlace[],
  first: number,
  whole: number,
): number[] {
  const list = [first];
  for (let at = first + 1; at < rows.length; at++) {
    const row = rows[at];
    const plain = row && row.mark === null && row.code === null && !row.ofWhich && !row.total;
    if (!plain || places[at]?.parent !== whole) break;
    list.push(at);
  }
  return list;
}

/** Half a unit in the second decimal for every figure that takes part. */
const HALF = 0.005;

/** Whether the whole is the sum of the parts in every column of money, and in one at least. */
function addsUp(
  drafts: readonly ReadonlyMap<number, AmountDraft>[],
  whole: number,
  parts: readonly number[],
): boolean {
  let columns = 0;
  for (const [column, { record }] of drafts[whole] ?? []) {
    if (record.measure === 'rate' || record.value === null) continue;
    let sum = 0;
    for (const part of parts) sum += drafts[part]?.get(column)?.record.value ?? 0;
    if (Math.abs(sum - record.value) > HALF * (parts.length + 1)) return false;
    columns++;
  }
  return columns > 0;
}
