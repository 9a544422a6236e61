import { headLine, partsOfBasic } from '../../lexicon/money-items.ts';
import { linesUnderMarks } from './between-marks.ts';
import { type CodedRows, noCodes, placeCoded } from './coded-rows.ts';
import { besideHead, isTransfer } from './head-lines.ts';
import { goesOnIn, isVehicles, type Parts } from './open-list.ts';
import type { OpenLine, OutlinePlace, OutlineRow } from './outline-row.ts';
import { claim, headsOneOfSeveral, isPartOfTotal } from './totals.ts';

/** 上年结转, and 上级补助收入 without its kinds below it: lines beside 本年收入合计, which head nothing. */
function isBesideYear({ name }: OutlineRow, next: OutlineRow | undefined): boolean {
  return /^(?:上年结转|结转下年|年末结转)/.test(name) || (name === '上级补助收入' && !isTransfer(next));
}

/** 年初财政拨款结转和结余 over 一般公共预算财政拨款: what was carried over of each budget. */
const budgetOf = /^(?:一般公共预算|政府性基金预算?|国有资本经营预算?)(?:财政)?(?:拨款|资金)?$/;
const carries = (row: OutlineRow | undefined): boolean =>
  row !== undefined && row.mark === null && /(?:年[初末]|上年).*结转/.test(row.name);

const UNMARKED_ABOVE = 5;
const UNMARKED_BELOW = 80;

/**
 * Finds which row is part of which: by code prefixes, else by list marks, 其中, indentation and the order in which marked
 * and unmarked rows come. A total at the head of its rows takes those below it, one at their foot those above.
 */
export function outline(given: readonly OutlineRow[]): OutlinePlace[] {
  const rows = headsOneOfSeveral(given)
    ? [{ ...(given[0] as OutlineRow), total: false }, ...given.slice(1)]
    : given;
  const unmarkedFirst = firstIsUnmarked(rows);
  const kinds: Kinds = {
    unmarkedFirst,
    indented: new Set(rows.filter((row) => !row.total).map((row) => row.indent)).size > 1,
    underMarks: unmarkedFirst ? linesUnderMarks(rows) : new Map<number, number>(),
  };
  const parents: (number | null)[] = rows.map(() => null);
  const open: OpenLines = {
    stack: [],
    parts: null,
    head: null,
    grand: null,
    ofYear: false,
    again: false,
    source: null,
    codes: noCodes(),
    subtotals: false,
  };
  rows.forEach((row, at) => {
    if (row.detail) return;
    if (row.code !== null) {
      parents[at] = placeCoded(row, at, open.codes, open.head);
      if (row.ofOffice) open.stack = [{ row: at, rank: OFFICE }];
      return;
    }
    if (row.total && row.mark === null) {
      placeTotal(rows, parents, open, at);
      return;
    }
    // A unit whose subjects follow, each with its code: the subtotal of them.
    const follows = rows[at + 1];
    const heads = follows?.code != null && !follows.ofOffice;
    if (row.mark === null && !row.ofWhich && open.head !== null && heads) {
      open.grand ??= open.head;
      parents[at] = open.grand;
      open.head = at;
      open.codes.subjects.clear();
      return;
    }
    const given = rankInList(rows, kinds, open, at);
    const beside = open.parts === null ? besideHead(rows, open.stack, at) : null;
    const rank = beside?.rank ?? rankBelow(rows, kinds, open, at, given);
    while (open.stack.length > 0 && (open.stack.at(-1) as OpenLine).rank >= rank) open.stack.pop();
    parents[at] = open.stack.at(-1)?.row ?? null;
    open.stack.push({ row: at, rank });
  });
  return parents.map((parent) => ({ parent, depth: depthOf(parents, parent) }));
}

/** What all rows together say of the kinds of lines among them. */
interface Kinds {
  unmarkedFirst: boolean;
  indented: boolean;
  /** The mark that lines without one stand under. */
  underMarks: ReadonlyMap<number, number>;
}

/** What the rows above leave open for those below. */
interface OpenLines {
  /** Lines that may have parts yet, each part of the one before. */
  stack: OpenLine[];
  /** The list that 其中 opened. */
  parts: Parts | null;
  /** A total at the head of a list of codes. */
  head: number | null;
  /** The total above the units that head their lists of codes. */
  grand: number | null;
  /** 上年结转 and 上级补助收入 below 本年收入合计 are lines beside it like those that follow. */
  ofYear: boolean;
  /** A total at the foot that the next lines part once more. */
  again: boolean;
  /** 财政拨款 over 门票收入: a name that nobody knows goes on in the list of sources. */
  source: number | null;
  codes: CodedRows;
  /** Subtotals head the lists of codes below them. */
  subtotals: boolean;
}

/** A total without a mark: it takes what stands above it, or is open for what stands below. */
function placeTotal(
  rows: readonly OutlineRow[],
  parents: (number | null)[],
  open: OpenLines,
  at: number,
): void {
  const row = rows[at] as OutlineRow;
  const opening = open.stack[0];
  open.parts = null;
  if (opening?.rank === 0 && isPartOfTotal(row, rows[opening.row])) {
    parents[at] = opening.row;
    open.stack = [opening, { row: at, rank: SUBTOTAL }];
    headsCodes(rows, open, at);
    return;
  }
  const claimed = claim(rows, parents, at);
  open.source = null;
  open.ofYear = claimed && /^(?:本年)?(?:收入|支出)(?:合计|小计)$/.test(row.name);
  // 合计 and behind it 其中：市本级: what it is made of, told once more.
  const next = rows[at + 1];
  const isOpen = !claimed || (next?.ofWhich && next.mark === null);
  open.stack = isOpen ? [{ row: at, rank: 0 }] : [];
  open.again = claimed;
  open.head = claimed ? null : at;
  open.grand = null;
  open.codes.office = null;
}

/** 合计 over 小计 and the subjects of an office, each with its code, and the next 小计: they head their subjects where the first does. */
function headsCodes(rows: readonly OutlineRow[], open: OpenLines, at: number): void {
  const first = rows[at - 1];
  const heads = open.subtotals || (first?.total === true && first.code === null);
  if (!heads || rows[at + 1]?.code == null) return;
  open.subtotals = true;
  open.head = at;
  open.codes.subjects.clear();
}

/** The rank of a line by its own kind and by the list that it stands in, which it opens, goes on in or ends. */
function rankInList(rows: readonly OutlineRow[], kinds: Kinds, open: OpenLines, at: number): number {
  const row = rows[at] as OutlineRow;
  const { indented, unmarkedFirst } = kinds;
  const free = open.stack.length === 0 && !(open.ofYear && isBesideYear(row, rows[at + 1]));
  let rank = rankOf(row, unmarkedFirst || free, unmarkedFirst, indented);
  const above = open.stack.at(-1);
  const belowMark = above !== undefined && (rows[above.row]?.mark != null || open.parts?.underMark === true);
  if (row.ofWhich && row.mark === null && (row.funding === null || belowMark)) {
    // 其中 again below 其中 is the sibling of the first.
    const before = open.parts?.rank ?? null;
    rank = before !== null && above && above.rank >= before ? before : (above?.rank ?? rank) + 1;
    open.parts = {
      rank,
      indent: row.indent,
      unit: row.unit,
      underMark: belowMark,
      // 项目支出 stands beside 基本支出, and in no list of what that is made of.
      headLines: headLine.test(row.name) && rows[above?.row ?? at]?.name !== '基本支出',
      ofVehicles: before === null ? isVehicles(rows[above?.row ?? at]) : open.parts?.ofVehicles === true,
    };
  } else if (open.parts !== null && !appended.test(row.name) && goesOnIn(open.parts, row, indented)) {
    rank = open.parts.rank;
  } else {
    open.parts = null;
    if (open.again) open.stack = [];
    open.again = false;
  }
  if (row.funding !== null || row.mark !== null || open.parts !== null || headLine.test(row.name))
    open.source = row.mark === null && row.funding !== null && row.funding > 0 ? row.funding : null;
  else if (open.source !== null && !indented) rank = open.source;
  return rank;
}

/** The rank of a line below lines whose parts may be of any kind, else the given one. */
function rankBelow(
  rows: readonly OutlineRow[],
  { underMarks }: Kinds,
  { parts, stack }: OpenLines,
  at: number,
  given: number,
): number {
  const row = rows[at] as OutlineRow;
  if (row.mark === null && partsOfBasic.test(row.name)) {
    const basic = basicAbove(rows, stack);
    if (basic !== null) return basic.rank + HALF_RANK;
  }
  const listed = underMarks.get(at);
  if (listed !== undefined && parts === null) return 10 * listed + HALF_RANK;
  const marked = parts === null ? markedLeftOf(rows, stack, at) : null;
  if (marked !== null && given <= marked.rank) return marked.rank + HALF_RANK + row.indent * INDENT_RANK;
  if (budgetOf.test(row.name)) {
    const over = stack.findLast((line) => carries(rows[line.row]));
    if (over) return over.rank + 1;
  }
  const sum = row.mark === null && !isBesideYear(row, rows[at + 1]) ? markedSum(rows, stack) : null;
  return sum !== null && given < sum.rank ? given + sum.rank : given;
}

const HALF_RANK = 0.5;
/** Of a half-width blank below a marked line: far fewer of them stand in a row than lead to the next kind of mark. */
const INDENT_RANK = 0.01;

/** 1.公务用车 over 购置 further right: no line of its own beside the marked ones, but a part of the last. */
function markedLeftOf(rows: readonly OutlineRow[], stack: readonly OpenLine[], at: number): OpenLine | null {
  const row = rows[at] as OutlineRow;
  if (row.mark !== null || row.ofWhich || row.funding !== null) return null;
  const marked = stack.findLast((line) => rows[line.row]?.mark != null);
  return marked !== undefined && (rows[marked.row]?.indent ?? 0) < row.indent ? marked : null;
}

/** 一、收入合计 over 财政拨款 without a mark: what follows until the next mark is part of it, whatever it is elsewhere. */
function markedSum(rows: readonly OutlineRow[], stack: readonly OpenLine[]): OpenLine | null {
  const sum = stack.findLast(({ row }) => rows[row]?.mark != null);
  return sum !== undefined && rows[sum.row]?.total ? sum : null;
}

/** The row of 基本支出 that the last rows are, or are part of. */
function basicAbove(rows: readonly OutlineRow[], stack: readonly OpenLine[]): OpenLine | null {
  return stack.slice(-2).findLast(({ row }) => rows[row]?.name === '基本支出') ?? null;
}

/** Rank of an office whose projects follow it: above whatever has no code. */
const OFFICE = -1;

/** Rank of 县区小计 below 全市合计 at the head of their rows: above whatever follows. */
const SUBTOTAL = 1;
/** 附：提前下达的限额 below 二、新增限额 is told beside the marked lines, and part of none. */
const appended = /^附[:：]/;

/** 政府采购金额 and 部门整体支出预算调整 below 2.运行维护专项, the last of the marked lines: they are told beside what is spent, and part of none. */
const besideSpending = /^(?:政府采购金额|部门.{0,4}支出预算调整)$/;

function rankOf(row: OutlineRow, free: boolean, unmarkedFirst: boolean, indented: boolean): number {
  const isBeside = appended.test(row.name) || (!unmarkedFirst && besideSpending.test(row.name));
  if (row.mark !== null || isBeside) return 10 * (row.mark ?? 1);
  if (row.funding !== null) return row.funding;
  if (free && headLine.test(row.name)) return UNMARKED_ABOVE;
  const unmarked = unmarkedFirst ? UNMARKED_ABOVE : UNMARKED_BELOW;
  return indented ? unmarked + row.indent : unmarked;
}

/** Whether rows without marks stand above those with: 三公经费 before 1、公务用车. */
function firstIsUnmarked(rows: readonly OutlineRow[]): boolean {
  const first = rows.find((row) => !row.total && row.code === null);
  return first === undefined || first.mark === null;
}

/** How many rows the row with this parent is part of, one of the other. */
export function depthOf(parents: readonly (number | null)[], parent: number | null): number {
  let depth = 0;
  for (let row = parent; row !== null && depth < parents.length; row = parents[row] ?? null) depth++;
  return depth;
}
