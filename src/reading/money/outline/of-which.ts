import type { AmountDraft } from '../money.ts';
import type { RowName } from '../money-row.ts';
import type { OutlinePlace } from './outline-row.ts';

/** The figures of each row by column. */
export type Drafts = readonly ReadonlyMap<number, AmountDraft>[];

/**
 * Where 其中 opens a list that neither marks nor blanks in front of its lines end, the figures say where it does: where its own
 * whole adds up, else where the whole around that does, in every column, else where both do in one. Changes the places of the rows
 * behind that end; where nothing adds up, all stays as it is printed.
 */
export function endOfWhich(rows: readonly RowName[], places: OutlinePlace[], drafts: Drafts): void {
  rows.forEach((row, at) => {
    const whole = row.ofWhich && row.mark === null ? (places[at]?.parent ?? null) : null;
    if (whole === null) return;
    const list = listFrom(rows, places, at, whole);
    if (list.length < 2 || list.length > LONGEST || addsUp(drafts, whole, list)) return;
    const around = places[whole]?.parent ?? null;
    const beside = around === null ? [] : places.flatMap((place, k) => (place.parent === around ? [k] : []));
    const end =
      endByWhole(drafts, whole, list) ??
      endByAround(drafts, around, beside, list) ??
      endByColumn(drafts, whole, around, beside, list) ??
      endByMost(drafts, around, beside, list);
    if (end === null) return;
    const behind = list.slice(end);
    // 其他资金 | 5 at the foot of the sources of 年度资金总额: a source of no other sum, whatever the others add up to.
    if (rows[whole]?.funding === 0 && behind.every((k) => rows[k]?.funding === 1)) return;
    const outside = around !== null && addsUp(drafts, around, beside);
    const parent = outside ? (places[around]?.parent ?? null) : around;
    const depth = parent === null ? 0 : (places[parent]?.depth ?? 0) + 1;
    for (const k of behind) places[k] = { parent, depth };
    moveListBelow(rows, places, whole, behind.at(-1) as number);
  });
}

/** 编制人数, 其中：行政编制, 事业编制, 年末实有人数, 其中：在职人员: a second list right below a line that left the first one is of that line. */
function moveListBelow(rows: readonly RowName[], places: OutlinePlace[], whole: number, above: number): void {
  if (rows[above + 1]?.ofWhich !== true) return;
  const depth = (places[above]?.depth ?? 0) + 1;
  for (let at = above + 1; places[at]?.parent === whole; at++) places[at] = { parent: above, depth };
}

/**
 * 其中：授予中小企业 and then 其中：授予小微企业: where both together exceed their whole in most columns, or far in the only one, the second
 * is part of the first.
 */
export function nestOfWhich(rows: readonly RowName[], places: OutlinePlace[], drafts: Drafts): void {
  ofAllPurchases(rows, places);
  rows.forEach((row, at) => {
    const { parent: whole = null, depth = 0 } = places[at] ?? {};
    const before = places.findLastIndex(({ parent }, k) => k < at && parent === whole);
    if (whole === null || before < whole || !row.ofWhich || rows[before]?.ofWhich !== true) return;
    if (exceeds(drafts, whole, before, at)) places[at] = { parent: before, depth: depth + 1 };
  });
}

/** 其中：授予中小企业合同金额 below （三）政府采购服务支出 is of all purchases, whatever line stands right above it. */
function ofAllPurchases(rows: readonly RowName[], places: OutlinePlace[]): void {
  rows.forEach((row, at) => {
    const line = places[at]?.parent ?? null;
    const whole = line === null ? null : (places[line]?.parent ?? null);
    if (line === null || whole === null || !/^授予(?:中小|小微)/.test(row.name)) return;
    if (!/采购(?:货物|工程|服务)/.test(rows[line]?.name ?? '')) return;
    places[at] = { parent: whole, depth: places[line]?.depth ?? 0 };
  });
}

/** Part of a whole by which two parts of it exceed it where that is no slip of the pen. */
const FAR = 0.1;

function exceeds(drafts: Drafts, whole: number, first: number, second: number): boolean {
  let columns = 0;
  let over = 0;
  let far = true;
  for (const [column, { record }] of drafts[whole] ?? []) {
    const [all, one, other] = [record, ...[first, second].map((at) => drafts[at]?.get(column)?.record)].map(
      (each) => each?.value ?? 0,
    ) as [number, number, number];
    if (record.measure === 'rate' || one === 0 || other === 0) continue;
    columns++;
    if (one > all || other > one || one + other <= all) continue;
    over++;
    far &&= one + other > all * (1 + FAR);
  }
  return columns > 1 ? over * 2 > columns : over === 1 && far;
}

/** Longest list below 其中 whose end is looked for, in rows: every end of it is tried. */
const LONGEST = 100;

/** How many rows make up the whole of 其中; the longest list of them, as a row of 0 belongs to it too. */
function endByWhole(drafts: Drafts, whole: number, list: readonly number[]): number | null {
  for (let end = list.length - 1; end > 0; end--) if (addsUp(drafts, whole, list.slice(0, end))) return end;
  return null;
}

/** How many rows stay below 其中 where those behind them, with the whole, make up the one around; null where several may. */
function endByAround(
  drafts: Drafts,
  around: number | null,
  beside: readonly number[],
  list: readonly number[],
): number | null {
  if (around === null || addsUp(drafts, around, beside)) return null;
  let found: number | null = null;
  for (let end = 1; end < list.length; end++) {
    if (!addsUp(drafts, around, [...beside, ...list.slice(end)])) continue;
    if (found !== null) return null;
    found = end;
  }
  return found;
}

/** The same where a slip in another column keeps either whole from adding up: in one column both do, neither of them 0. */
function endByColumn(
  drafts: Drafts,
  whole: number,
  around: number | null,
  beside: readonly number[],
  list: readonly number[],
): number | null {
  if (around === null) return null;
  const columns = moneyColumns(drafts, around);
  for (let end = list.length - 1; end > 0; end--) {
    const [own, behind] = [list.slice(0, end), [...beside, ...list.slice(end)]];
    const closes = (column: number): boolean =>
      isMoney(drafts, whole, column) &&
      closesIn(drafts, column, whole, own) &&
      closesIn(drafts, column, around, behind);
    if (columns.some(closes)) return end;
  }
  return null;
}

/** The same where a slip keeps one column from adding up: the one end under which more columns do than under any other. */
function endByMost(
  drafts: Drafts,
  around: number | null,
  beside: readonly number[],
  list: readonly number[],
): number | null {
  if (around === null) return null;
  const columns = moneyColumns(drafts, around);
  if (columns.length < 2) return null;
  const closing = list.map((_, k) => {
    const parts = [...beside, ...list.slice(k + 1)];
    return columns.filter((column) => closesIn(drafts, column, around, parts)).length;
  });
  const most = Math.max(...closing);
  const end = closing.indexOf(most) + 1;
  return most > 0 && closing.lastIndexOf(most) + 1 === end && end < list.length ? end : null;
}

const moneyColumns = (drafts: Drafts, row: number): number[] =>
  [...(drafts[row]?.keys() ?? [])].filter((column) => isMoney(drafts, row, column));

function isMoney(drafts: Drafts, row: number, column: number): boolean {
  const record = drafts[row]?.get(column)?.record;
  return record !== undefined && record.measure !== 'rate' && (record.value ?? 0) !== 0;
}

function closesIn(drafts: Drafts, column: number, whole: number, parts: readonly number[]): boolean {
  const at = (row: number): number => drafts[row]?.get(column)?.record.value ?? 0;
  const sum = parts.reduce((all, part) => all + at(part), 0);
  return Math.abs(sum - at(whole)) <= HALF * (parts.length + 1);
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
export const HALF = 0.005;

/** Whether the whole is the sum of the parts in every column of money, and in one at least that is not 0. */
function addsUp(drafts: Drafts, whole: number, parts: readonly number[]): boolean {
  let columns = 0;
  for (const [column, { record }] of drafts[whole] ?? []) {
    if (record.measure === 'rate' || record.value === null) continue;
    if (!closesIn(drafts, column, whole, parts)) return false;
    if (record.value !== 0) columns++;
  }
  return columns > 0;
}
