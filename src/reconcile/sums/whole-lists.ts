import type { Amount } from '../../../schemas/index.ts';
import { mostBlankParts } from '../../values/index.ts';
import { nameColumn } from '../keys.ts';

const OF_WHICH = /^[\s（(]*其\s*中/;

export function isOfWhich({ label }: Pick<Amount, 'label'>): boolean {
  return OF_WHICH.test(label);
}

/** Half a unit of two decimals, for each figure of a list. */
export const ROUND_OFF = 0.005;

/** One part alone is a detail of its whole, not a breakdown; a list under 其中 is one only in a fund block. */
export function isExhaustive(whole: Amount, parts: readonly Amount[]): boolean {
  if (parts.length === 1 && isOfWhich(parts[0] as Amount)) return false;
  // 总投资 with 债券额度 beside it: what else it is made of is not printed.
  const [only] = parts;
  if (
    parts.length === 1 &&
    whole.section === 'funding' &&
    !whole.column_label &&
    only?.role !== 'total' &&
    (!/财政/.test(only?.item ?? '') || (only !== undefined && isLessBeside(whole, only)))
  )
    return false;
  if (isFlow(whole) && isOpenList(parts)) return false;
  if (whole.role === 'total') return true;
  if (parts.length < 2) return false;
  if (isOfBothKinds(whole, parts)) return true;
  return whole.section === 'funding' || !parts.some(isOfWhich);
}

/**
 * 项目资金 | 1260.50 over 财政拨款 | 1000.00 and 其他资金 with nothing beside it: the form asks for all parts, and what is not filled in is
 * nothing, or is missing. A list under 其中 is all there is only in a fund block; where another column is no sum of its parts either, the
 * form means something else. Of a list too long to be kept whole, nobody knows whether it stands under 其中.
 */
export function listsBlanks(
  whole: Amount,
  parts: readonly Amount[],
  columns: ReadonlyMap<string | null, readonly Listed[]>,
  rows: ReadonlyMap<string | null, readonly Listed[]>,
): boolean {
  const { blank_parts: blanks = [], section } = whole;
  const labels = [...blanks, ...parts.map(({ label }) => label)];
  if (blanks.length === 0 || blanks.length === mostBlankParts || isFlow(whole)) return false;
  const [name, row] = [fundsIn(whole), rowIn(whole)];
  const beside = (name !== null ? columns.get(name) : row !== null ? rows.get(row) : null) ?? [];
  if (beside.some(([other, list]) => other !== whole && other.value !== 0 && !adds(other, list)))
    return false;
  return section === 'funding' || !labels.some((label) => OF_WHICH.test(label));
}

/** 年度资金总额 | 72 over 其中：财政拨款 | 27 and 其他资金 with nothing beside it: whoever else paid has a row, and nobody did. */
export function leavesOthersBlank(
  { blank_parts: blanks = [], section }: Amount,
  parts: readonly Amount[],
): boolean {
  const [only] = parts;
  if (section !== 'funding' || only === undefined || parts.length > 1 || !/财政/.test(only.item))
    return false;
  return blanks.some((label) =>
    /^\s*其[他它](?:来源)?(?:资金)?\s*[:：]?\s*(?:[（(](?:万|亿)?元[)）])?$/.test(label),
  );
}

/** 本年收入 of a fund over 其中：保险费收入 and 财政补贴收入: interest and transfers are seldom printed, where the list does not end in 其他. */
const isFlow = ({ item, section }: Amount): boolean =>
  section === 'funding' && /^(?:本年|本年度|当年|本期)(?:基金)?(?:收入|支出)$/.test(item);
const isOpenList = (parts: readonly Amount[]): boolean =>
  parts.some(isOfWhich) && !/^其[他它]/.test(parts.at(-1)?.item ?? '');

/** 预算金额 | 1260.5 | 财政资金 | 1000: whoever pays the rest has no place in the form. */
function isLessBeside(whole: Amount, part: Amount): boolean {
  const [one, other] = [whole.source.value, part.source.value];
  const beside = one?.row != null && one.row === other?.row && one.block === other.block;
  return beside && (part.value ?? 0) < (whole.value ?? 0);
}

/** 债务余额 over 其中：一般债务 and 专项债务: there is no third kind. */
function isOfBothKinds({ item }: Amount, parts: readonly Amount[]): boolean {
  const [first, second] = parts.map((part) => part.item);
  if (parts.length !== 2 || first === undefined || second === undefined || !/债/.test(item)) return false;
  return /一般债[务券]/.test(first) && first.replace('一般债', '专项债') === second;
}

/** Whether a subject of a classification stands over its own: 20810 over 2081002. */
export function isCoded({ code }: Amount, parts: readonly Amount[]): boolean {
  return code !== null && parts.length > 0 && parts.every((part) => part.code?.startsWith(code));
}

/** A subject with one below it is all of that where the table lists subjects whole: another one of the column closes. */
export function isOnlySubject(
  whole: Amount,
  parts: readonly Amount[],
  closing: ReadonlyMap<string | null, readonly Amount[]>,
): boolean {
  if (parts.length !== 1 || !isCoded(whole, parts)) return false;
  const others = closing.get(whole.column_label) ?? [];
  return others.some((other) => other !== whole);
}

/**
 * 年度资金总额 over 其中：财政拨款 with the other sources left blank: all of it where another column (全年预算数, 全年执行数) says so. What
 * the blanks stand for is not printed, so that the structure leaves a doubt.
 */
export function isOnlySource(
  whole: Amount,
  parts: readonly Amount[],
  columns: ReadonlyMap<string | null, readonly Listed[]>,
): boolean {
  const [only] = parts;
  const name = fundsIn(whole);
  if (only === undefined || parts.length > 1 || name === null || !isOfWhich(only) || adds(whole, parts))
    return false;
  const others = (columns.get(name) ?? []).filter(([other]) => other !== whole && (other.value ?? 0) !== 0);
  return (
    others.length > 0 &&
    others.every(([other, list]) => adds(other, list) && list.some(({ label }) => label === only.label))
  );
}

/**
 * 支出合计 | 100 over 其中：人员经费 | 40 and 公用经费 | 10 outside a block of funds: what else there is may have no row. All of it where
 * the shares make a hundred or another column of the rows adds up; parts above their whole are wrong either way.
 */
export function mayBeSome(
  whole: Amount,
  parts: readonly Amount[],
  rows: ReadonlyMap<string | null, readonly Listed[]>,
): boolean {
  const [first] = parts;
  if (first === undefined || whole.role !== 'total' || whole.section === 'funding' || !isOfWhich(first))
    return false;
  if (sumOf(parts) > (whole.value ?? 0)) return false;
  const shares = parts.reduce((all, { share }) => all + (share ?? 0), 0);
  if (Math.abs(shares - ALL) <= ALL * ROUND_OFF * parts.length) return false;
  const row = rowIn(whole);
  const beside = row === null ? [] : (rows.get(row) ?? []);
  return !beside.some(([other, list]) => other !== whole && adds(other, list));
}

const ALL = 100;

/** A whole of a table and its parts in one column. */
type Listed = readonly [Amount, readonly Amount[]];

/**
 * 本年支出 under 政府性基金预算 with one line filled, 项目支出 of one year: all of it where the other columns of its row add up over that
 * line and others. What the blanks stand for is not printed, so that the structure leaves a doubt.
 */
export function isOnlyLine(
  whole: Amount,
  parts: readonly Amount[],
  rows: ReadonlyMap<string | null, readonly Listed[]>,
): boolean {
  const [only] = parts;
  const row = rowIn(whole);
  if (only === undefined || parts.length > 1 || row === null || whole.role === 'total' || isOfWhich(only))
    return false;
  const others = (rows.get(row) ?? []).filter(([other, list]) => other !== whole && list.length > 1);
  return (
    others.length > 0 &&
    others.every(([other, list]) => adds(other, list) && list.some(({ label }) => label === only.label))
  );
}

/** Where a line stands whose columns are funds or years; null of any other. */
export function rowIn({ measure, section, source: { value }, year }: Amount): string | null {
  if (!value || (section !== 'budget' && section !== 'base_data')) return null;
  const stage = section === 'budget' ? `${measure}|${year ?? ''}` : '';
  return `${value.grid}|${value.row}|${stage}`;
}

/**
 * 公用经费 over 其中：办公经费 that is left blank, and 水费 and 会议费 without marks below it: the row that opened the list has no figure in this
 * column, and said that it is one of some parts, or has none at all and may have said so. A list of funds is all there is either way.
 */
export function isOpenedUnseen(
  whole: Amount,
  parts: readonly Amount[],
  lines: ReadonlyMap<string, Amount>,
): boolean {
  const row = whole.source.value?.row ?? null;
  const below = parts[0]?.source.value?.row ?? null;
  if (row === null || below === null || below < row + 2 || whole.role === 'total') return false;
  if (isCoded(whole, parts) || parts.some(({ item, label }) => item !== label)) return false;
  const next = lines.get(lineOf(whole, 1));
  return next === undefined ? whole.section !== 'funding' : isOfWhich(next);
}

/** The place of the line of a figure, or of one so many rows below it. */
export function lineOf(amount: Amount, below = 0): string {
  const { value } = amount.source;
  return `${value?.grid}|${(value?.row ?? 0) + below}|${nameColumn(amount)}`;
}

/** The label of a sum of funds in columns; null of any other. */
export const fundsIn = ({ column_label: column, label, section }: Amount): string | null =>
  section === 'funding' && column ? label : null;

export function adds({ value }: Amount, parts: readonly Amount[]): boolean {
  return value !== null && value !== 0 && Math.abs(sumOf(parts) - value) <= ROUND_OFF * (parts.length + 1);
}

const sumOf = (parts: readonly Amount[]): number => parts.reduce((all, { value }) => all + (value ?? 0), 0);

/** 人数 46 beside each kind of cost and beside their sum: the same people in every row, whom nothing adds up. */
export function countsTheSame({ whole, parts }: { whole: Amount | null; parts: readonly Amount[] }): boolean {
  if (whole?.measure !== 'count' || parts.length < 2) return false;
  return parts.filter(({ value }) => value === whole.value).length * 2 > parts.length;
}

/** 人员经费 | 项目经费 | 其中：政府采购: behind parts that say nothing of the kind it is a detail of one of them. */
export function withoutDetails(parts: readonly Amount[]): Amount[][] {
  const [first] = parts;
  const others = parts.filter((part) => !isOfWhich(part));
  const has = first !== undefined && !isOfWhich(first) && others.length < parts.length && others.length > 1;
  return has ? [others] : [];
}

/** Readings of a list in which subtotals stand beside their parts. */
export function withoutSubtotals(parts: readonly Amount[]): Amount[][] {
  const totals = parts.filter((part) => part.role === 'total');
  if (totals.length === 0 || totals.length === parts.length) return [];
  return [parts.filter((part) => part.role !== 'total'), totals];
}

/** The columns that figures stand in, and how far down. */
export type Places = ReadonlyMap<Amount, { at: number; column: readonly Amount[] }>;

/** 财政拨款 and 上年结转 over 本年收入合计: all that stands in front of the sum in its column, though one of them is no part by its name. */
export function withOthers(whole: Amount, parts: readonly Amount[], places: Places): readonly Amount[] {
  const [first] = parts;
  const [from, to] = [first === undefined ? undefined : places.get(first), places.get(whole)];
  if (from === undefined || to === undefined || from.column !== to.column) return parts;
  const own = new Set(parts);
  const above = to.column.slice(from.at, to.at);
  return above.filter((amount) => own.has(amount) || (amount.parent_id === null && amount.role !== 'total'));
}
