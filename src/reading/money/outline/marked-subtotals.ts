import type { RowName } from '../money-row.ts';
import { fitsSome, range, sumsOf } from './nesting.ts';
import type { Drafts } from './of-which.ts';
import { depthOf } from './outline.ts';
import type { OutlinePlace } from './outline-row.ts';

/** Longest list before a subtotal that is added up, in rows. */
const LONGEST = 100;

/** 五、本年收入小计, 六、本年支出合计: of what came in or went out in the year. */
const ofYear = /^本(?:年|期)度?(?:基金)?(?:收入|支出)(?:小计|合计)$/;
const closing = /^(?:年末|期末)?(?:滚存|累计)结(?:余|存)|^(?:年末|期末)结(?:余|存)/;
const left = /^(?:本|当)(?:年|期)度?(?:收支)?(?:结余|盈余)$/;

/**
 * 一、保险费收入, 二、利息收入, 三、本年收入小计, 四、上年结余 over 总计: marks of one kind for the lines of the year, their subtotal and what
 * stands beside it. The subtotal takes the lines before it that make it up in some column. 五、本年收支结余 between 四、本年支出小计 and
 * 六、年末滚存结余 is no part of 总计 where the others make it up without: it is within what is left in all. Changes the places of the rows.
 */
export function markedSubtotals(rows: readonly RowName[], places: OutlinePlace[], drafts: Drafts): void {
  const parents = places.map(({ parent }) => parent);
  rows.forEach((row, at) => {
    if (row.mark !== null && row.total && ofYear.test(row.name)) takeBefore(rows, parents, drafts, at);
  });
  rows.forEach((row, at) => {
    const whole = left.test(row.name) ? (parents[at] ?? null) : null;
    if (whole === null || !rows[whole]?.total) return;
    const beside = parents.flatMap((parent, k) => (parent === whole && k !== at ? [k] : []));
    if (beside.length > LONGEST || !beside.some((k) => closing.test(rows[k]?.name ?? ''))) return;
    if (makeUp(drafts, whole, beside)) parents[at] = null;
  });
  if (parents.some((parent, at) => parent !== places[at]?.parent))
    for (const [at, parent] of parents.entries()) places[at] = { parent, depth: depthOf(parents, parent) };
}

/** Gives a subtotal the lines of its own kind of mark before it, back to the last total; nothing where it has lines of its own. */
function takeBefore(rows: readonly RowName[], parents: (number | null)[], drafts: Drafts, at: number): void {
  if (parents.includes(at)) return;
  const list: number[] = [];
  for (let row = at - 1; row >= 0 && list.length <= LONGEST; row--) {
    if (parents[row] !== parents[at]) continue;
    if (rows[row]?.total || rows[row]?.mark !== rows[at]?.mark) break;
    list.push(row);
  }
  if (list.length > LONGEST || !makeUp(drafts, at, list)) return;
  for (const row of list) parents[row] = at;
}

function makeUp(drafts: Drafts, whole: number, parts: readonly number[]): boolean {
  if (parts.length === 0) return false;
  const sums = sumsOf(drafts, [whole, ...parts]);
  return sums !== null && fitsSome(sums, 0, range(1, parts.length + 1));
}
