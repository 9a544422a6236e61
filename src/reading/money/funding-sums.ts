import type { Measure } from '../../../schemas/index.ts';
import type { FundingField } from '../fields/field.ts';
import { isVoidText } from '../table/label.ts';
import { cellIndexAt, cellOf } from '../table/table.ts';
import type { AmountDraft } from './money.ts';
import { addBlankPart } from './outline/blank-parts.ts';
import { range } from './outline/nesting.ts';

/** A labelled figure of the funds, its draft and the figure it is part of. */
export interface Placed {
  field: FundingField;
  draft: AmountDraft | null;
  measure: Measure;
  whole: Placed | null;
}

/**
 * 一般公共预算 | 960, 其他资金 | 100, 合计 | 1060: sources right above a total, and part of nothing else, are its parts. Where
 * they stand two on a row, 中央 | 126 | 省级 | 54 over 县级 | 18 | 合计 | 198, all of them are.
 */
export function addUpAbove(total: Placed, placed: readonly Placed[]): void {
  const { column, row, table } = total.field;
  const earlier = placed.slice(0, placed.indexOf(total));
  const before = earlier.toReversed();
  const [first] = before;
  // 公共财政拨款 | 1560 | 基本支出 | 920 over 合计 | 1600 | 合计 | 1600: two lists, each with its own total.
  const own = rightAbove(total.field, earlier) !== null;
  const twoOnRow =
    first?.field.table === table && first.field.row === row && !(own && first.field.rank === 0);
  let last = row;
  for (const { draft, field, measure, whole } of before) {
    if (own && !twoOnRow && field.column !== column) continue;
    if (!total.draft || field.table !== table || !isNext(field, last)) return;
    if (!twoOnRow && (field.column !== column || field.row === last)) return;
    if (whole !== null || field.rank === 0 || measure !== total.measure || draft === null) return;
    last = field.row;
    draft.whole = total.draft;
    draft.record.parent = total.draft.record.item;
    draft.record.role = 'part';
    draft.record.depth = 1;
  }
}

/** The source right above a bare 合计 in its column; null where none is. */
export function rightAbove(
  { column, key, rank, row, table }: FundingField,
  placed: readonly Placed[],
): Placed | null {
  if (rank !== 0 || !/^(?:合计|总计|小计)$/.test(key)) return null;
  const above = placed.findLast(({ field }) => field.table === table && field.column === column);
  return above !== undefined && isNext(above.field, row) && above.field.rank > 0 ? above : null;
}

/** Whether the row stands right below the field, or below blanks in its column: one of two lists side by side is the shorter. */
function isNext({ column, row: own, table }: FundingField, row: number): boolean {
  for (let between = own + 1; between < row; between++)
    if (cellOf(table, cellIndexAt(table, between, column)).text.trim() !== '') return false;
  return own <= row;
}

/**
 * 累计完成投资 | 4860 | 本年申请资金 | 2600 over 其中：中央 | 1000 | 地方 | 1600: the figures of a row below two sums that make up one of them
 * together are its parts.
 */
export function joinRows(placed: readonly Placed[]): void {
  const rows = Map.groupBy(
    placed.filter(({ draft, field, whole }) => draft !== null && field.rank > 0 && whole !== null),
    ({ field }) => `${field.table.index}|${field.row}`,
  );
  for (const parts of rows.values()) {
    const wholes = [...new Set(parts.map(({ whole }) => whole as Placed))];
    if (wholes.length < 2 || new Set(wholes.map(({ field }) => field.row)).size > 1) continue;
    // 实施期总额 | 2400 | 年度总额 | 800 over 中央 | 1800 | 中央 | 600 and 省级 | 600 | 省级 | 200: each column adds up to its own.
    if (wholes.every((whole) => addsUp(whole, placed))) continue;
    const sum = parts.reduce((all, { draft }) => all + (draft?.record.value ?? 0), 0);
    const all = wholes.filter(
      ({ draft }) => Math.abs((draft?.record.value ?? 0) - sum) < HALF * parts.length,
    );
    // 项目总金额 | 186 | 本年度资金 | 186: what a project costs in its only year has the sources of that year.
    const whole = all.length > 1 ? all.find(({ measure }) => measure === 'current') : all[0];
    if (!whole?.draft) continue;
    for (const part of parts) {
      part.whole = whole;
      part.measure = whole.measure;
      if (part.draft === null) continue;
      part.draft.whole = whole.draft;
      const { item: parent } = whole.draft.record;
      Object.assign(part.draft.record, { measure: whole.measure, parent, depth: depthOf(part) });
    }
  }
}

/**
 * 财政拨款 | 700 over 其中：本级财力 | 400, 上级补助 | 300 and 其他资金 | 40: what adds up to the source right above 其中, or leaves the total
 * to the others, is made of that source, whatever rank the names have elsewhere. So is what an office earns right below 自有资金.
 */
export function partSources(placed: readonly Placed[]): void {
  for (const [at, first] of placed.entries()) {
    const isOwn = ownIncome.test(first.field.key);
    if (!isOwn && !/^\s*其\s*中\s*[:：]/.test(first.field.label)) continue;
    const { column, row, table } = first.field;
    const ofColumn = ({ field }: Placed): boolean => field.table === table && field.column === column;
    const above = placed.slice(0, at).findLast(ofColumn);
    if (isOwn && !ownFunds.test(above?.field.key ?? '')) continue;
    if (!above?.draft || above.field.rank === 0 || above.field.row !== row - 1) continue;
    if (first.whole !== above && first.whole !== above.whole) continue;
    const own = placed.slice(at).filter(ofColumn);
    const end = own.findIndex(({ draft, field }, k) => !draft || field.rank === 0 || field.row !== row + k);
    const list = own.slice(0, end < 0 ? own.length : end);
    const parts = range(isOwn ? 1 : 2, list.length + 1).find((n) =>
      makeUp(above, list.slice(0, n), list.slice(n)),
    );
    for (const part of list.slice(0, parts ?? 0)) putBelow(part, above);
  }
}

/**
 * 其中：中央资金 | 829.3 over 彩票公益金 | 0 and 地方资金 | 2530.32: where governments stand right below the total, another source between them holds
 * those that follow no more than they do, unless they make it up.
 */
export function levelsBeside(placed: readonly Placed[]): void {
  const lists = Map.groupBy(
    placed.filter(({ whole }) => whole !== null && whole.whole !== null),
    ({ whole }) => whole as Placed,
  );
  for (const [source, parts] of lists) {
    const total = source.whole as Placed;
    const isBeside = ({ field }: Placed): boolean =>
      field.table === source.field.table && field.column === source.field.column;
    if (!parts.every((part) => isBeside(part) && !/^\s*其\s*中/.test(part.field.label))) continue;
    const before = placed.slice(0, placed.indexOf(source));
    const rank = Math.min(...parts.map(({ field }) => field.rank));
    if (!before.some((each) => isBeside(each) && each.whole === total && each.field.rank >= rank)) continue;
    if (worth(source) !== 0 && makeUp(source, parts, [])) continue;
    for (const part of parts) putBelow(part, total);
  }
}

const ownFunds = /^(?:单位)?自[有筹]资金$/;
const ownIncome = /^(?:事业(?:单位)?(?:收入)?|(?:事业单位)?经营性?收入)$/;

/**
 * 其中：国有资本经营预算 | 380 | 其中：上年结转 | 30 over 企业自筹 | 40 of 420: behind a source 其中 is some of that source, where the others make up the
 * total without it.
 */
export function partBesides(placed: readonly Placed[]): void {
  for (const [at, part] of placed.entries()) {
    const { draft, field, whole } = part;
    const source = placed[at - 1];
    if (!draft || !whole?.draft || !source?.draft || !/^\s*其\s*中/.test(field.label)) continue;
    if (source.whole !== whole || rowOf(source.field) !== rowOf(field)) continue;
    if (source.field.column > field.column || worth(part) > worth(source)) continue;
    const others = placed.filter((other) => other.whole === whole && other !== part && other.draft);
    const slack = HALF * (others.length + 1);
    if (worth(part) > slack && Math.abs(worth(whole) - sumOf(others)) < slack) putBelow(part, source);
  }
}

const worth = ({ draft }: Placed): number => draft?.record.value ?? 0;
const sumOf = (of: readonly Placed[]): number => of.reduce((all, part) => all + worth(part), 0);

/** Whether the parts make up the source, or it and the others the total above it. */
function makeUp(source: Placed, parts: readonly Placed[], others: readonly Placed[]): boolean {
  const slack = HALF * (parts.length + others.length + 1);
  if (Math.abs(worth(source) - sumOf(parts)) < slack) return true;
  const total = source.whole;
  return total?.draft != null && Math.abs(worth(total) - worth(source) - sumOf(others)) < slack;
}

function putBelow(part: Placed, whole: Placed): void {
  if (part.whole === whole || !part.draft || !whole.draft) return;
  part.whole = whole;
  part.draft.whole = whole.draft;
  const { item: parent } = whole.draft.record;
  Object.assign(part.draft.record, { parent, role: 'part', depth: depthOf(part) });
}

function addsUp(whole: Placed, placed: readonly Placed[]): boolean {
  const parts = placed.filter((part) => part.whole === whole && part.draft !== null);
  const sum = parts.reduce((all, { draft }) => all + (draft?.record.value ?? 0), 0);
  return parts.length > 1 && Math.abs((whole.draft?.record.value ?? 0) - sum) < HALF * parts.length;
}

/** Half a unit in the second decimal. */
const HALF = 0.005;

export function depthOf(place: Placed): number {
  let depth = 0;
  for (let whole = place.whole; whole && depth < 8; whole = whole.whole) depth++;
  return depth;
}

export const yearAlone = /^(?:19|20)\d\d年度?$/;

/** 资金总额 over 2024年 | 2025年, or beside 其中：2024年 and less money: it is of several years. */
export function hasYears(sum: Placed, placed: readonly Placed[]): boolean {
  const years = placed.filter(({ field, whole }) => whole === sum && yearAlone.test(field.key));
  const [only, value] = [years[0]?.draft?.record.value, sum.draft?.record.value];
  return years.length > 1 || (only != null && value != null && only < value);
}

export const rowOf = ({ row, table }: FundingField): string => `${table.index}|${row}`;

/**
 * 部门预算 | 基本支出 | 1260 | 项目支出 | 480 | 合计 | 1740 over 部门决算 with the same: the column of the total that ends each row, where several
 * rows end so; one alone may add up rows above it too.
 */
export function rowTotals(fields: readonly FundingField[]): Map<string, number> {
  const totals = fields.filter(({ key, rank }) => rank === 0 && /^(?:合计|总计|小计)$/.test(key));
  const columns = Map.groupBy(totals, ({ column, table }) => `${table.index}|${column}`);
  const starts = new Set(fields.filter(({ rank }) => rank > 0).map(rowOf));
  const ends = new Map<string, number>();
  for (const rows of columns.values()) {
    const beside = rows.filter((total) => starts.has(rowOf(total)));
    if (beside.length > 1) for (const total of beside) ends.set(rowOf(total), total.column);
  }
  return ends;
}

/** The figure before on the same row, where it is a part. */
export function partBefore(field: FundingField, placed: readonly Placed[]): Placed | null {
  const last = placed.at(-1);
  return last && last.field.rank > 0 && rowOf(last.field) === rowOf(field) ? last : null;
}

/** Tells every sum of which of its parts the cell is left blank. */
export function setBlankParts(placed: readonly Placed[]): void {
  for (const { draft, field, whole } of placed) {
    if (draft !== null || !whole?.draft || !isVoidText(field.value)) continue;
    addBlankPart(whole.draft, field.label);
  }
}
