import type { Amount } from '../../../schemas/index.ts';
import { entry } from '../remembered.ts';

/** A row's figure, and those right of it that its heads call parts: 预算安排 | 其中：财政拨款 | 其他资金. */
export interface PartedLine {
  total: Amount;
  parts: readonly Amount[];
}

/** A figure with its heads from the top, folded. */
export interface Headed {
  amount: Amount;
  path: readonly string[];
}

/** Fewest lines that tell that the columns are all of the sum. */
const FEWEST = 2;

/**
 * Lines of tables whose heads name a part and others behind it, 其中：财政拨款 | 其他资金, by the column of their sum. 其中 need not be all of it:
 * only where most lines add up, and two at least of more than one part, are they held against their sums.
 */
export function ofWhichLines(
  rows: readonly (readonly Headed[])[],
  isTotal: (head: string) => boolean,
  closes: (line: PartedLine) => boolean,
): PartedLine[] {
  const columns = new Map<string, PartedLine[]>();
  for (const row of rows) {
    for (const line of partedLines(row, isTotal)) {
      const { value } = line.total.source;
      // A grid may hold several tables, one below another.
      const heads = [line.total, ...line.parts].map(({ column_label: head }) => head);
      const key = JSON.stringify([value?.grid, value?.column, ...heads]);
      entry(columns, key, (): PartedLine[] => []).push(line);
    }
  }
  return [...columns.values()].flatMap((lines) => {
    const told = lines.filter(({ total }) => total.value !== null && total.value !== 0);
    const closing = told.filter(closes);
    const telling = closing.filter(({ parts }) => parts.filter(({ value }) => value).length > 1);
    return closing.length * 2 > told.length && closing.length >= FEWEST && telling.length > 0 ? lines : [];
  });
}

/** The sums of a row, each with the columns behind it that are its parts: 累计支出 and 当月支出, each over 其中：低保金 | 其中：物价补贴. */
function partedLines(row: readonly Headed[], isTotal: (head: string) => boolean): PartedLine[] {
  const sorted = [...row].sort((a, b) => columnOf(a) - columnOf(b));
  const lines: PartedLine[] = [];
  const groups = new Set<string>();
  for (const [at, first] of sorted.entries()) {
    const group = JSON.stringify(first.path.slice(0, -1));
    if (groups.has(group) || !first.path.slice(-2).some((head) => head.startsWith('其中'))) continue;
    groups.add(group);
    const line = partedLine(sorted, at, isTotal);
    if (line !== null) lines.push(line);
  }
  return lines;
}

function partedLine(
  sorted: readonly Headed[],
  at: number,
  isTotal: (head: string) => boolean,
): PartedLine | null {
  const [total, first] = [sorted[at - 1], sorted[at]];
  if (total === undefined || first === undefined || isTotal(total.path.at(-1) ?? '')) return null;
  // 其中 over 基本支出 | 其中：人员支出 | 项目支出: the second is a part of the first.
  const isGroup = (first.path.at(-2) ?? '').startsWith('其中');
  const isInner = ({ path }: Headed): boolean => isGroup && (path.at(-1) ?? '').startsWith('其中');
  const parts = sorted.slice(at).filter((part) => alike(part.path, first.path) && !isInner(part));
  // 其中 is a head of its own over 抚恤补助 | 医疗补助.
  const nested = total.path.length === first.path.length - 1;
  return parts.length > 1 && (alike(total.path, first.path) || nested)
    ? { total: total.amount, parts: parts.map(({ amount }) => amount) }
    : null;
}

/**
 * 预算数 | 其中：财政拨款: figures that are some of the one in the column before, by their two columns. 其中：财政拨款 | 其中：自有资金 are both
 * of the same one.
 */
export function ofWhichPairs(rows: readonly (readonly Headed[])[]): Map<string, PartedLine[]> {
  const pairs = new Map<string, PartedLine[]>();
  for (const row of rows) {
    const sorted = [...row].sort((a, b) => columnOf(a) - columnOf(b));
    let whole: Headed | null = null;
    for (const [at, own] of sorted.entries()) {
      if (!own.path.at(-1)?.startsWith('其中')) {
        whole = own;
        continue;
      }
      const isNext = at > 0 && columnOf(sorted[at - 1]!) + 1 === columnOf(own);
      if (!isNext || whole === null || !alike(whole.path, own.path)) {
        whole = null;
        continue;
      }
      const { value } = own.amount.source;
      const heads = [whole.amount, own.amount].map(({ column_label: head }) => head);
      const key = JSON.stringify([value?.grid, value?.column, ...heads]);
      entry(pairs, key, (): PartedLine[] => []).push({ total: whole.amount, parts: [own.amount] });
    }
  }
  return pairs;
}

/** The figures of a row that are none of another beside them: 事业收入 | 其中：教育收费 | 其他收入, where 小计 | 其中：省级 is the first part of a sum. */
export function withoutInner<T extends Headed>(row: readonly T[], isTotal: (head: string) => boolean): T[] {
  const sorted = [...row].sort((a, b) => columnOf(a) - columnOf(b));
  return sorted.filter(({ path }, i) => {
    const before = sorted[i - 1]?.path ?? [];
    const isPart = before.length === path.length && alike(before, path) && path.at(-1)?.startsWith('其中');
    return !isPart || isTotal(before.at(-1) ?? '');
  });
}

/** Whether two columns stand under the same heads. */
const alike = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.slice(0, -1).every((head, i) => head === b[i]);

const columnOf = ({ amount }: Headed): number => amount.source.value?.column ?? -1;
