import type { RowName } from '../money-row.ts';
import { depthOf } from './outline.ts';
import type { OutlinePlace } from './outline-row.ts';

/** 减：累计折旧, 减:减值准备: what is taken off the line above. */
const takenOff = /^[\s(（]*减\s*[:：]/;
const net = /净(?:值|额|资产)?$|账面价值$/;
/** What is left to be paid of a sum: 当年可行性缺口补助, 实际应付金额, 政府付费. */
const due =
  /(?:缺口|财政|政府)(?:性?)(?:补助|补贴|付费|支付|承担|支出责任)(?:资金|总?额|金额|部分|数)?$|(?:实际?|应|净|尚需|仍需)(?:付|支付|拨付?|补助?|补贴|安排)(?:费用?|款|资金|总?额|金额|数)*$/;

/**
 * 固定资产原值, 减：累计折旧, 固定资产净值: the third is what the first leaves when the second is taken off, and stands in the list in place of
 * both. So does what is left of 小计 when 减：使用者付费 is taken off, and 小计 keeps its parts. Changes the places of the rows.
 */
export function netValues(rows: readonly RowName[], places: OutlinePlace[]): void {
  /** The parent of the lines that were part of a line that is part of something else now. */
  const moved = new Map<number, number | null>();
  const nets = new Map<number, number>();
  for (let first = 1; first < rows.length; first++) {
    if (!takenOff.test(rows[first]?.label ?? '') || takenOff.test(rows[first - 1]?.label ?? '')) continue;
    let at = first;
    while (at < rows.length && takenOff.test(rows[at]?.label ?? '')) at++;
    const isSum = rows[first - 1]?.total === true;
    const key = rows[at]?.key ?? '';
    if (rows[at]?.total || !(net.test(key) || (isSum && due.test(key)))) continue;
    const parent = places[first - 1]?.parent ?? null;
    for (let row = isSum ? first : first - 1; row <= at; row++) moved.set(row, parent);
    for (let part = first - 1; part < at; part++) nets.set(part, at);
    places[at] = { parent, depth: 0 };
    first = at;
  }
  if (nets.size === 0) return;
  const parents = places.map(({ parent }, row) => nets.get(row) ?? above(moved, parent));
  for (const [at, parent] of parents.entries()) places[at] = { parent, depth: depthOf(parents, parent) };
}

/** What a line is part of where its own whole is a net value or makes one up. */
function above(moved: ReadonlyMap<number, number | null>, parent: number | null): number | null {
  let at = parent;
  while (at !== null && moved.has(at)) at = moved.get(at) ?? null;
  return at;
}
