import { item } from '../rows/row-cost.ts';
import type { LatticeCell } from '../rulings/lattice.ts';
import type { Segment } from '../texts/segments.ts';

/** Most texts of a row of fields: one or two labels, each with its value, or a total. Rows of more are of a list. */
const mostTexts = 4;

/** A text stands in the middle of its cell to within this much, in ems: the lines beside it are known only as far as the white between texts tells them. */
const mostOff = 1;

/** The same of a label and its value alone: the right side of a table is not known at all. */
const mostOffInPair = 3.2;

/** A text that stands nearer than this to the middle of a smaller cell, in ems, is of that one alone. */
const mostWorse = 0.75;
const mostWorseInPair = 1.2;

/** How the first texts of a row fill the columns up to one: `off` is the farthest that one of them stands off its middle, in ems. */
interface Filling {
  off: number;
  ends: number[];
}

/**
 * In a table without lines down, the cells of a row that fill all of its columns, each with a text in its middle: a form leaves no blank cells between a label
 * and its value. Null where there are none such, or nothing is blank. `all` are those of the row from left to right.
 */
export function fieldCells(
  all: readonly LatticeCell[],
  texts: ReadonlyMap<LatticeCell, readonly Segment[]>,
  xs: readonly number[],
): LatticeCell[][] | null {
  const start = all.findLastIndex((cell, i) => i === 0 || endOf(all[i - 1]!) < cell.column);
  const [before, row] = [all.slice(0, start), all.slice(start)];
  const written = row.flatMap((cell, i) => (texts.get(cell)!.length > 0 ? [i] : []));
  // Beside a label of several rows stands its value alone.
  const fewest = row[0]!.column > 0 && endOf(row.at(-1)!) === xs.length - 1 ? 1 : 2;
  if (
    before.some((cell) => texts.get(cell)!.length > 0) ||
    written.length < fewest ||
    written.length > mostTexts ||
    written.some((i) => item.test(texts.get(row[i]!)![0]!.text)) ||
    written.length === row.length
  )
    return null;
  const [most, worse] = written.length > 2 ? [mostOff, mostWorse] : [mostOffInPair, mostWorseInPair];
  let fillings = new Map<number, Filling>([[0, { off: 0, ends: [] }]]);
  for (const [k, at] of written.entries()) {
    const next = new Map<number, Filling>();
    const last = written[k + 1] ?? row.length;
    const own = offOf(texts.get(row[at]!)!, xs[row[at]!.column]!, xs[endOf(row[at]!)]!);
    for (const [from, { off, ends }] of fillings)
      for (let end = k === written.length - 1 ? last : at + 1; end <= last; end++) {
        const here = offOf(texts.get(row[at]!)!, xs[row[from]!.column]!, xs[endOf(row[end - 1]!)]!);
        const farthest = Math.max(off, here);
        if (here > most || here > own + worse || farthest >= (next.get(end)?.off ?? Infinity)) continue;
        next.set(end, { off: farthest, ends: [...ends, end] });
      }
    fillings = next;
  }
  const ends = fillings.get(row.length)?.ends;
  return ends
    ? [...before.map((cell) => [cell]), ...ends.map((end, k) => row.slice(ends[k - 1] ?? 0, end))]
    : null;
}

const endOf = ({ column, columnSpan }: LatticeCell): number => column + columnSpan;

/** How far the texts of one cell stand off the middle between its sides, in ems. */
function offOf(texts: readonly Segment[], x0: number, x1: number): number {
  const left = Math.min(...texts.map(({ box }) => box.x0));
  const right = Math.max(...texts.map(({ box }) => box.x1));
  const { size } = texts[0]!;
  // What is wider is not in the middle of it.
  return right - left > x1 - x0 + size ? Infinity : Math.abs(left + right - x0 - x1) / 2 / size;
}
