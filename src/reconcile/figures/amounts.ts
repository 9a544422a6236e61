import type { Amount } from '../../../schemas/index.ts';
import { normalised } from '../keys.ts';
import {
  adds,
  countsTheSame,
  fundsIn,
  isCoded,
  isExhaustive,
  isOfWhich,
  isOnlyLine,
  isOnlySource,
  isOnlySubject,
  isOpenedUnseen,
  leavesOthersBlank,
  lineOf,
  listsBlanks,
  mayBeSome,
  ROUND_OFF,
  rowIn,
  withOthers,
  withoutDetails,
  withoutSubtotals,
} from '../sums/whole-lists.ts';
import { columnsOf, isMean, placesIn } from './amount-columns.ts';

/** A whole of a money or head-count table and the figures in its column that make it up. */
export interface Whole {
  whole: Amount | null;
  /** The reading that the structure of the table suggests. */
  parts: readonly Amount[];
  /** Other readings of the same column (running totals, subtotals in the list); one that closes is right. Seldom needed. */
  alternatives: () => readonly (readonly Amount[])[];
  /** The parts are all of the whole: equality; else each part and their sum stay below it. */
  exhaustive: boolean;
  /** The structure leaves no doubt which cells are the parts. */
  certain: boolean;
  /** One source has a figure and a blank row waits for every other: it should be all of the whole, however far off. */
  covers?: true;
}

const NO_OTHERS = (): readonly (readonly Amount[])[] => [];

const CACHE = new WeakMap<readonly Amount[], readonly Whole[]>();

/** The wholes of one filing's amounts, by parent links first, else by the place of total rows in their column. */
export function wholesOf(amounts: readonly Amount[]): readonly Whole[] {
  const kept = CACHE.get(amounts);
  if (kept !== undefined) return kept;
  const made = [...linked(amounts), ...byColumn(amounts)].filter((of) => !countsTheSame(of));
  CACHE.set(amounts, made);
  return made;
}

function linked(amounts: readonly Amount[]): Whole[] {
  const byId = new Map(amounts.map((amount) => [amount.amount_id, amount]));
  const children = new Map<Amount, Amount[]>();
  for (const amount of amounts) {
    const parent = amount.parent_id === null ? undefined : byId.get(amount.parent_id);
    if (parent === undefined || parent === amount || amount.measure === 'rate' || isMean(amount)) continue;
    // 国内公务接待批次（个） below 公务接待费: what is counted is no part of a sum of money.
    if ((amount.measure === 'count') !== (parent.measure === 'count')) continue;
    const group = children.get(parent);
    if (group === undefined) children.set(parent, [amount]);
    else group.push(amount);
  }
  const closing = Map.groupBy(
    [...children].flatMap(([whole, parts]) => (isCoded(whole, parts) && adds(whole, parts) ? [whole] : [])),
    ({ column_label: column }) => column,
  );
  const columns = Map.groupBy(children, ([whole]) => fundsIn(whole));
  const rows = Map.groupBy(children, ([whole]) => rowIn(whole));
  const lines = new Map(amounts.map((amount) => [lineOf(amount), amount]));
  const places = placesIn(amounts);
  return [...children].flatMap(([whole, given]) => {
    const again = toldAgain(whole, given, children);
    const all = withoutPeriods(given.filter((part) => !again.includes(part)));
    const { parts, subtotals } = bySubject(all);
    const told =
      (isExhaustive(whole, parts) && !isOpenedUnseen(whole, parts, lines)) ||
      isOnlySubject(whole, parts, closing);
    const only =
      isOnlySource(whole, parts, columns) ||
      isOnlyLine(whole, parts, rows) ||
      (!told && listsBlanks(whole, parts, columns, rows));
    const own: Whole = {
      whole,
      parts,
      alternatives: () => [
        ...withoutSubtotals(parts),
        ...(subtotals.length > 0 ? [all] : []),
        ...withoutDetails(parts),
        withoutParts(parts),
        withOthers(whole, parts, places()),
      ],
      exhaustive: only || told,
      certain: !only && !mayBeSome(whole, parts, rows),
      ...(only && leavesOthersBlank(whole, parts) ? { covers: true as const } : {}),
    };
    const parted = { whole, parts: again, alternatives: NO_OTHERS, exhaustive: false, certain: true };
    return again.length > 0 ? [own, ...subtotals, parted] : [own, ...subtotals];
  });
}

/** 合计 at the foot of its parts, and behind it 其中：市本级: some of it told once more. */
function toldAgain(
  whole: Amount,
  parts: readonly Amount[],
  children: ReadonlyMap<Amount, readonly Amount[]>,
): Amount[] {
  const row = whole.source.value?.row ?? null;
  if (row === null) return [];
  const again = parts.filter(isOfWhich);
  const list = parts.slice(0, -again.length);
  // 1、 2、 3、 and, of all of them, 其中 at their foot.
  if (again.length > 0 && list.length > 1 && !list.some(isOfWhich) && adds(whole, list)) return again;
  const behind = parts.filter(({ source }) => (source.value?.row ?? row) > row);
  const beside = parts.filter(({ source }) => source.value?.row === row);
  // 总额 | 人员经费 | 公用经费 in a row, and the rest of the parts in the next: the sum stands at no foot.
  if (beside.length > 0) {
    const rows = new Set(behind.map(rowOf));
    if (!beside.every((part) => standsIn(rows, children.get(part)))) return [];
  }
  return behind.length < parts.length && behind.some(isOfWhich) ? behind : [];
}

/** 合计 | 财政拨款 | 其他资金 over 其中：省级 with a figure in each column: who gives it, and then who of each. */
const standsIn = (rows: ReadonlySet<string>, own: readonly Amount[] = []): boolean =>
  own.length > 0 && own.every((part) => rows.has(rowOf(part)));

const rowOf = ({ source: { value } }: Amount): string => `${value?.grid}|${value?.row}`;

/** 其中：本年度 beside the sources of a sum is no source of it: the one says when, the others from where. */
function withoutPeriods(all: Amount[]): Amount[] {
  const others = all.filter(({ item, label }) => !(isOfWhich({ label }) && PERIOD.test(item)));
  return others.length === 0 ? all : others;
}

const PERIOD = /^(?:本|当)年度?(?:预算|资金|安排|投资|金额)?(?:数|额)?$|^(?:19|20)\d\d年度?/;

/** A list of units with their projects, where each unit has a row of its own without a project: the subtotal of its projects. */
function bySubject(all: readonly Amount[]): { parts: readonly Amount[]; subtotals: Whole[] } {
  const subtotals: Whole[] = [];
  const inside = new Set<Amount>();
  if (!all.some(({ project }) => project !== null)) return { parts: all, subtotals };
  for (const rows of Map.groupBy(all, ({ item }) => item).values()) {
    const [whole, ...others] = rows.filter(({ project }) => project === null);
    const parts = rows.filter(({ project }) => project !== null);
    if (whole === undefined || others.length > 0 || parts.length === 0) continue;
    subtotals.push({ whole, parts, alternatives: NO_OTHERS, exhaustive: true, certain: true });
    for (const part of parts) inside.add(part);
  }
  return { parts: all.filter((part) => !inside.has(part)), subtotals };
}

/** Totals that no figure names as its parent: what stands above them in their column, or below where they come first. */
function byColumn(amounts: readonly Amount[]): Whole[] {
  const parents = new Set(amounts.map((amount) => amount.parent_id));
  const wholes: Whole[] = [];
  for (const column of columnsOf(amounts)) {
    const tops = column.filter((amount) => amount.parent_id === null);
    // 其中：定向捐赠合计 is some of the line above it, whatever it adds up.
    const totals = tops.filter((amount) => amount.role === 'total' && !isOfWhich(amount));
    for (const total of totals) {
      if (parents.has(total.amount_id)) continue;
      const made = around(
        total,
        tops.filter((amount) => isMoney(amount) === isMoney(total)),
      );
      if (made !== null) wholes.push(made);
    }
    if (totals.length === 0 && tops.length > 1 && tops.some((top) => top.share !== null)) {
      wholes.push({ whole: null, parts: tops, alternatives: NO_OTHERS, exhaustive: false, certain: false });
    }
  }
  return wholes;
}

/** 增减 beside persons, vehicles and money: what is counted makes up no sum of money. */
const isMoney = ({ unit }: Amount): boolean => unit === null || unit.endsWith('元');

function around(total: Amount, tops: readonly Amount[]): Whole | null {
  const at = tops.indexOf(total);
  const above = tops.slice(0, at);
  if (above.length === 0) {
    const next = tops.findIndex((amount, i) => i > at && amount.role === 'total');
    const below = tops.slice(at + 1, next < 0 ? undefined : next);
    return below.length === 0 ? null : { ...readings(total, [below]), certain: next < 0 && uniform(below) };
  }
  const last = above.findLastIndex((amount) => amount.role === 'total');
  const since = above.slice(last + 1);
  const items = above.filter((amount) => amount.role !== 'total');
  if (last < 0) return readings(total, [items]);
  if (since.length === 0 && isOtherSide(total, above[last] as Amount)) return null;
  // 上年预算额 | 上年执行数: two sums that are labelled and nothing else make up none of each other.
  if (since.length === 0 && above.length === 1 && total.section === 'funding') return null;
  const running = [above[last]!, ...since];
  const totals = above.filter((amount) => amount.role === 'total');
  const choices =
    since.length === 0 ? [totals, items, running] : isGrand(total) ? [running, items] : [since, items];
  return { ...readings(total, [...choices, running, [...totals, ...since]]), certain: false };
}

/** 支出合计 right below 收入合计 is no sum of it, and 净资产合计 below 资产合计 and 负债合计 is what is left between them. */
function isOtherSide(total: Amount, before: Amount): boolean {
  if (/^净/.test(normalised(total.item))) return true;
  const side = (amount: Amount): string | undefined => /收入|支出/.exec(normalised(amount.item))?.[0];
  return side(total) !== undefined && side(before) !== undefined && side(total) !== side(before);
}

const GRAND = /总计|总额|总合计/;
const isGrand = (total: Amount): boolean => GRAND.test(normalised(total.item));

function readings(whole: Amount, choices: readonly (readonly Amount[])[]): Whole {
  const [parts = [], ...others] = choices;
  const alternatives = (): readonly (readonly Amount[])[] => {
    const tops = [topMarked(parts), withoutParts(parts)];
    return [...others, ...tops.filter((some) => some.length > 0 && some.length < parts.length)];
  };
  return { whole, parts, alternatives, exhaustive: true, certain: uniform(parts) };
}

/** Items without those that an item above them is the sum of: a list whose marks and indents are lost. */
function withoutParts(parts: readonly Amount[]): Amount[] {
  const tops: Amount[] = [];
  for (let i = 0; i < parts.length; i += 1) {
    tops.push(parts[i]!);
    const value = parts[i]!.value ?? 0;
    let sum = 0;
    for (let k = i + 1; value !== 0 && k < parts.length; k += 1) {
      sum += parts[k]!.value ?? 0;
      if (k < i + 2 || Math.abs(sum - value) > ROUND_OFF * (k - i + 1)) continue;
      i = k;
      break;
    }
  }
  return tops;
}

const TOP_MARK = /^\s*[（(]?[一二三四五六七八九十]+[)）]?[、.．]/;

/** Items that carry the highest list mark of the column: 一、二、 */
function topMarked(parts: readonly Amount[]): Amount[] {
  return parts.filter((part) => TOP_MARK.test(part.label));
}

function uniform(parts: readonly Amount[]): boolean {
  const marked = topMarked(parts).length;
  const depth = parts[0]?.depth;
  return (marked === 0 || marked === parts.length) && parts.every((part) => part.depth === depth);
}
