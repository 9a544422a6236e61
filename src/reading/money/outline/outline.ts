import { headLine, partsOfBasic } from '../../lexicon/money-items.ts';
import { linesUnderMarks } from './between-marks.ts';

/** A row of a money table as its outline sees it. */
export interface OutlineRow {
  /** Folded name without marks. */
  name: string;
  /** Level of its list mark from 1 (一、), null where it has none. */
  mark: number | null;
  /** The number of that mark: 2 of 2.运行专项. */
  ordinal?: number | null;
  ofWhich: boolean;
  code: string | null;
  /** Whether that is the code of an office: what has none below it is the office's own. */
  ofOffice?: boolean;
  /** Width of the blanks in front of the name in half-width characters, or columns that it stands further right than the first. */
  indent: number;
  total: boolean;
  /** Rank in a funding block: 0 total, 1 source, 2 part of a source; null elsewhere. */
  funding: number | null;
  /** Unit that a column of its own or the name says, where it is none of money: 亩; null for money. */
  unit: string | null;
}

export interface OutlinePlace {
  /** Index of the row that this one is part of; null at the top. */
  parent: number | null;
  depth: number;
}

/** 上年结转, and 上级补助收入 without its kinds below it: lines beside 本年收入合计, which head nothing. */
function isBesideYear({ name }: OutlineRow, next: OutlineRow | undefined): boolean {
  return /^(?:上年结转|结转下年|年末结转)/.test(name) || (name === '上级补助收入' && !isTransfer(next));
}

/** Kinds of what comes from above: 返还性收入, 一般性转移支付收入, 专项转移支付收入. */
const isTransfer = (row: OutlineRow | undefined): boolean =>
  row !== undefined && /^(?:税收)?返还|转移支付/.test(row.name);

/** 年初财政拨款结转和结余 over 一般公共预算财政拨款: what was carried over of each budget. */
const budgetOf = /^(?:一般公共预算|政府性基金预算?|国有资本经营预算?)(?:财政)?(?:拨款|资金)?$/;
const carries = (row: OutlineRow | undefined): boolean =>
  row !== undefined && row.mark === null && /(?:年[初末]|上年).*结转/.test(row.name);

const UNMARKED_ABOVE = 5;
const UNMARKED_BELOW = 80;

/** Width of 其中： in half-width characters: a line that far right of it stands under the first part's name, and is its sibling. */
const OF_WHICH = 6;

/**
 * Finds which row is part of which: by code prefixes, else by list marks, 其中, indentation and the order in which marked
 * and unmarked rows come. A total at the head of its rows takes those below it, one at their foot those above.
 */
export function outline(given: readonly OutlineRow[]): OutlinePlace[] {
  const rows = headsOneOfSeveral(given)
    ? [{ ...(given[0] as OutlineRow), total: false }, ...given.slice(1)]
    : given;
  const parents: (number | null)[] = rows.map(() => null);
  const byCode = new Map<string, number>();
  const unmarkedFirst = firstIsUnmarked(rows);
  const underMarks = unmarkedFirst ? linesUnderMarks(rows) : new Map<number, number>();
  const indented = new Set(rows.filter((row) => !row.total).map((row) => row.indent)).size > 1;
  const stack: { row: number; rank: number }[] = [];
  let partRank: number | null = null;
  // 其中：基本支出 before 项目支出: lines that head their tables are parts like the first of them.
  let headLines = false;
  let ofWhich = 0;
  let ofUnit: string | null = null;
  // 一、基本支出 over 其中：人员经费: until the next mark the sources and uses of funds are parts of the marked line too.
  let underMark = false;
  // A total at the head of a list of codes.
  let head: number | null = null;
  // 上年结转 and 上级补助收入 below 本年收入合计 are lines beside it like those that follow.
  let ofYear = false;
  let grand: number | null = null;
  // A total at the foot that the next lines part once more.
  let again = false;
  // 财政拨款 over 门票收入: a name that nobody knows goes on in the list of sources.
  let source: number | null = null;
  rows.forEach((row, at) => {
    if (row.code !== null) {
      parents[at] = codeParent(row.code, byCode) ?? head;
      byCode.set(row.code, at);
      if (row.ofOffice) stack.splice(0, stack.length, { row: at, rank: OFFICE });
      return;
    }
    const opening = stack[0];
    if (row.total && row.mark === null && opening?.rank === 0 && isPartOfTotal(row, rows[opening.row])) {
      parents[at] = opening.row;
      stack.splice(1, stack.length, { row: at, rank: SUBTOTAL });
      partRank = null;
      return;
    }
    if (row.total && row.mark === null) {
      const claimed = claim(rows, parents, at);
      source = null;
      ofYear = claimed && /^(?:本年)?(?:收入|支出)(?:合计|小计)$/.test(row.name);
      stack.length = 0;
      partRank = null;
      // 合计 and behind it 其中：市本级: what it is made of, told once more.
      const next = rows[at + 1];
      if (!claimed || (next?.ofWhich && next.mark === null)) stack.push({ row: at, rank: 0 });
      again = claimed;
      head = claimed ? null : at;
      grand = null;
      return;
    }
    // A unit whose subjects follow, each with its code: the subtotal of them.
    const follows = rows[at + 1];
    const heads = follows?.code != null && !follows.ofOffice;
    if (row.mark === null && !row.ofWhich && head !== null && heads) {
      grand ??= head;
      parents[at] = grand;
      head = at;
      byCode.clear();
      return;
    }
    const plain = rankOf(
      row,
      unmarkedFirst || (stack.length === 0 && !(ofYear && isBesideYear(row, follows))),
      unmarkedFirst,
      indented,
    );
    let rank = plain;
    const above = stack.at(-1);
    const belowMark =
      above !== undefined && (rows[above.row]?.mark != null || (underMark && partRank !== null));
    if (row.ofWhich && row.mark === null && (row.funding === null || belowMark)) {
      underMark = belowMark;
      // 其中 again below 其中 is the sibling of the first.
      rank = partRank !== null && above && above.rank >= partRank ? partRank : (above?.rank ?? plain) + 1;
      partRank = rank;
      ofWhich = row.indent;
      ofUnit = row.unit;
      headLines = headLine.test(row.name);
    } else if (
      partRank !== null &&
      row.mark === null &&
      (row.funding === null || underMark) &&
      row.unit === ofUnit &&
      (!indented || Math.abs(row.indent - ofWhich - OF_WHICH) <= 1) &&
      (headLines || !headLine.test(row.name))
    ) {
      rank = partRank;
    } else {
      partRank = null;
      if (again) stack.length = 0;
    }
    if (partRank === null) again = false;
    if (row.funding !== null || row.mark !== null || partRank !== null || headLine.test(row.name))
      source = row.mark === null && row.funding !== null && row.funding > 0 ? row.funding : null;
    else if (source !== null && !indented) rank = source;
    const sum = row.mark === null && !isBesideYear(row, follows) ? markedSum(rows, stack) : null;
    if (sum !== null && rank < sum.rank) rank += sum.rank;
    const over =
      row.mark === null && budgetOf.test(row.name) ? stack.findLast((at) => carries(rows[at.row])) : null;
    if (over) rank = over.rank + 1;
    const listed = underMarks.get(at);
    if (listed !== undefined && partRank === null) rank = 10 * listed + HALF_RANK;
    const basic = row.mark === null && partsOfBasic.test(row.name) ? basicAbove(rows, stack) : null;
    if (basic !== null) rank = basic.rank + HALF_RANK;
    while (stack.length > 0 && (stack.at(-1) as { rank: number }).rank >= rank) stack.pop();
    parents[at] = stack.at(-1)?.row ?? null;
    stack.push({ row: at, rank });
  });
  return parents.map((parent) => ({ parent, depth: depthOf(parents, parent) }));
}

const HALF_RANK = 0.5;

/** 一、收入合计 over 财政拨款 without a mark: what follows until the next mark is part of it, whatever it is elsewhere. */
function markedSum<At extends { row: number }>(rows: readonly OutlineRow[], stack: readonly At[]): At | null {
  const sum = stack.findLast(({ row }) => rows[row]?.mark != null);
  return sum !== undefined && rows[sum.row]?.total ? sum : null;
}

/** The row of 基本支出 that the last rows are, or are part of. */
function basicAbove<At extends { row: number }>(
  rows: readonly OutlineRow[],
  stack: readonly At[],
): At | null {
  return stack.slice(-2).findLast(({ row }) => rows[row]?.name === '基本支出') ?? null;
}

/** 三公经费小计 over 1. 2. 3., then 会议费 | 培训费 and 合计: the first sum is a line like those behind its parts, and no sum of all. */
function headsOneOfSeveral(rows: readonly OutlineRow[]): boolean {
  const [first] = rows;
  if (!first?.total || first.mark !== null || first.name.length <= BARE_TOTAL) return false;
  const lastMarked = rows.findLastIndex(({ mark }) => mark !== null);
  const lines = rows.flatMap((row, at) =>
    at > 0 && row.mark === null && !row.total && !row.ofWhich && row.code === null ? [at] : [],
  );
  if (lastMarked < 1 || lines.length === 0 || lines[0]! < lastMarked) return false;
  const foot = rows.at(-1);
  const isSummed = foot?.total === true && foot.mark === null && foot.name.length <= BARE_TOTAL;
  return isSummed || lines.every((at) => besideThree.test((rows[at] as OutlineRow).name));
}

/** What stands beside the three public expenses and is none of them. */
const besideThree = /^(?:(?:会议|培训|差旅|会议培训|会议费?[、和]培训)费|.{0,4}运行(?:维护)?经费)$/;

/** 合计, 总计: such a name says of no line in particular that it is its sum. */
const BARE_TOTAL = 2;

/** Rank of an office whose projects follow it: above whatever has no code. */
const OFFICE = -1;

/** Rank of 县区小计 below 全市合计 at the head of their rows: above whatever follows. */
const SUBTOTAL = 1;
const ofSome =
  /^(?:各|[省市州县区]本?级|本级|县[区市]|区县|市县|所属|直属|下属|乡镇|街道|其他)[^/]{0,8}合计$|小计$/;

/** 各县市小计 where 全州合计 heads the list: the next rows are its own, and it is part of that total. */
function isPartOfTotal(row: OutlineRow, opening: OutlineRow | undefined): boolean {
  return opening?.total === true && !ofSome.test(opening.name) && ofSome.test(row.name);
}

function rankOf(row: OutlineRow, free: boolean, unmarkedFirst: boolean, indented: boolean): number {
  if (row.mark !== null) return 10 * row.mark;
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

function codeParent(code: string, byCode: Map<string, number>): number | null {
  for (let length = code.length - 1; length >= 3; length--) {
    const parent = byCode.get(code.slice(0, length));
    if (parent !== undefined) return parent;
  }
  return null;
}

/** A total takes the rows above it that are part of nothing yet: 小计 back to the last total, 合计 and 总计 all. */
function claim(rows: readonly OutlineRow[], parents: (number | null)[], at: number): boolean {
  const { name } = rows[at] as OutlineRow;
  const subtotal = name.endsWith('小计');
  let claimed = false;
  for (let row = at - 1; row >= 0; row--) {
    const above = rows[row] as OutlineRow;
    // 收入总计 is no part of 支出合计 below it.
    if (above.total && (subtotal || isOtherSide(above.name, name))) break;
    if (parents[row] !== null) continue;
    if (isLineOfOtherSide(above.name, name)) break;
    parents[row] = at;
    claimed = true;
  }
  return claimed;
}

/** 财政拨款收入 above 支出合计 is none of what was spent. */
function isLineOfOtherSide(name: string, total: string): boolean {
  const [, side] = /^(?:本年|全年|当年)?(收入|支出)(?:合计|总计|小计|总额)$/.exec(total) ?? [];
  return side === '支出' ? /收入$/.test(name) : side === '收入' && /支出$/.test(name);
}

function isOtherSide(name: string, than: string): boolean {
  const [one, other] = [name, than].map((each) => /^(?:本年|全年|当年)?(收入|支出)/.exec(each)?.[1]);
  return one !== undefined && other !== undefined && one !== other;
}

/** How many rows the row with this parent is part of, one of the other. */
export function depthOf(parents: readonly (number | null)[], parent: number | null): number {
  let depth = 0;
  for (let row = parent; row !== null && depth < parents.length; row = parents[row] ?? null) depth++;
  return depth;
}
