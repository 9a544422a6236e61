import { subjectClass } from '../../lexicon/money-items.ts';
import { fitsSome, nestingButOne, range } from './nesting.ts';

/** A line that is part of none that is known. */
export const NOWHERE = -1;

/**
 * 合计 over 一般公共服务支出, 市场监督管理事务, 行政运行, 社会保障和就业支出: budget subjects without codes or blanks in front. Their classes make
 * up the whole; what stands between two classes is nested as the figures say, one line below one line too, and belongs to nothing
 * where they do not say. For each row from 1 on the row that it is part of, null for those of the whole itself; null altogether
 * where the names are no classes or these do not make up the whole in any column.
 */
export function nestClasses(
  names: readonly string[],
  sums: readonly number[][],
): readonly (number | null)[] | null {
  const classes = range(1, sums.length).filter((row) => subjectClass.test(names[row - 1] as string));
  if (classes[0] !== 1 || classes.length === names.length || !fitsSome(sums, 0, classes)) return null;
  return classes.flatMap((head, k) => [null, ...belowClass(sums, head, classes[k + 1] ?? sums.length)]);
}

function belowClass(sums: readonly number[][], head: number, end: number): readonly (number | null)[] {
  const below = range(head + 1, end);
  if (below.length > 0 && fitsSome(sums, head, below)) return below.map(() => head);
  const nested = nestingButOne(sums, head, head + 1, end, 1);
  return nested === null ? below.map(() => NOWHERE) : nested.map((parent) => parent ?? head);
}
