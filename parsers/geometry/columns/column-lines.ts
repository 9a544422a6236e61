import type { Segment } from '../texts/segments.ts';
import type { Gutter } from './gutter.ts';

/** A line down that is not drawn: its likely place, and the white strip that it may lie in. */
export interface ColumnLine extends Gutter {
  x: number;
}

export const fixedLine = (x: number): ColumnLine => ({ x, from: x, to: x });

/** The lines of gutters from left to right, each between the texts that end and those that begin in it. */
export const linesInGutters = (gutters: readonly Gutter[], segments: readonly Segment[]): ColumnLine[] =>
  gutters.map((gutter, i) => lineInGutter(gutter, gutters[i - 1], gutters[i + 1], segments));

/** The line of a gutter; a text over several columns has its side there too. */
function lineInGutter(
  gutter: Gutter,
  previous: Gutter | undefined,
  next: Gutter | undefined,
  segments: readonly Segment[],
): ColumnLine {
  let { from, to } = gutter;
  for (const { box, line } of segments) {
    const before = box.x1 > from && box.x1 < to && box.x0 < from;
    const behind = box.x0 > from && box.x0 < to && box.x1 > to;
    // With nothing beside it, a text may as well reach into the columns behind the line.
    if (before && segments.some((other) => other.line === line && other.box.x0 > box.x1)) from = box.x1;
    if (behind && segments.some((other) => other.line === line && other.box.x1 < box.x0)) to = box.x0;
    if (box.x0 < from || box.x1 > to) continue;
    // What stands between narrow heads is of the column that holds nothing else on its line.
    const beside = segments.filter((other) => other.line === line && other.box !== box);
    const left = beside.some((other) => other.box.x1 <= box.x0 && other.box.x1 > (previous?.to ?? -Infinity));
    const right = beside.some((other) => other.box.x0 >= box.x1 && other.box.x0 < (next?.from ?? Infinity));
    if (right && !left) from = box.x1;
    if (left && !right) to = box.x0;
  }
  return from < to ? { x: (from + to) / 2, from, to } : { ...gutter, x: (gutter.from + gutter.to) / 2 };
}

/** The outer lines of a table of text lie somewhere before its first and behind its last character. */
export function outerLine(edge: number, side: 'left' | 'right'): ColumnLine {
  const x = side === 'left' ? edge - outerPadding : edge + outerPadding;
  return side === 'left' ? { x, from: edge - outerRoom, to: edge } : { x, from: edge, to: edge + outerRoom };
}

/** Distance of an assumed outer line from the text, and the farthest that it may be, in points. */
const outerPadding = 2;
const outerRoom = 60;

/** Middles of centred texts of one column agree to this much, in points. */
const centreDrift = 1.2;

/** Fewest texts of differing width that show how a column is set. */
const fewest = 3;

/**
 * Column lines whose columns have centred texts are put where the middles say: halfway between two lines lies the middle of
 * the texts between them. A gutter alone tells a line only to half its width.
 */
export function settledLines(lines: readonly ColumnLine[], segments: readonly Segment[]): number[] {
  const xs = lines.map(({ x }) => x);
  const middles = lines.slice(1).map((right, i) => centreOf(lines[i]!, right, segments));
  for (let first = 0; first < middles.length; ) {
    if (middles[first] === null) {
      first++;
      continue;
    }
    let end = first;
    while (end < middles.length && middles[end] !== null) end++;
    const run = lines.slice(first, end + 1);
    const settled = chained(run, middles.slice(first, end) as number[]);
    // The middles are as true as their texts; what stands beside the line must not be cut.
    settled?.forEach((x, i) => {
      xs[first + i] = Math.min(Math.max(x, run[i]!.from), run[i]!.to);
    });
    first = end;
  }
  return xs;
}

/** The middle of the texts between two lines where they are centred; null where they are not, or it cannot be told. */
function centreOf(left: ColumnLine, right: ColumnLine, segments: readonly Segment[]): number | null {
  const own = segments.filter(({ box }) => box.x0 >= left.from - 1 && box.x1 <= right.to + 1);
  if (own.length < fewest) return null;
  const centres = own.map(({ box }) => (box.x0 + box.x1) / 2).sort((a, b) => a - b);
  const middle = centres[centres.length >> 1]!;
  const near = centres.filter((centre) => Math.abs(centre - middle) <= centreDrift).length;
  const starts = own.map(({ box }) => box.x0);
  const varied = Math.max(...starts) - Math.min(...starts) > 4 * centreDrift;
  return varied && near >= centres.length * 0.8 ? middle : null;
}

/** Lines of columns side by side, all centred: each is as far behind its column's middle as the one before lies before it. */
function chained(lines: readonly ColumnLine[], middles: readonly number[]): number[] | null {
  // x[i] = base[i] + sign[i] · t, for t the place of the first line.
  const base = [0];
  for (const middle of middles) base.push(2 * middle - base.at(-1)!);
  let from = -Infinity;
  let to = Infinity;
  lines.forEach((line, i) => {
    const [a, b] = [line.from - centreDrift - base[i]!, line.to + centreDrift - base[i]!];
    const rising = i % 2 === 0;
    from = Math.max(from, rising ? a : -b);
    to = Math.min(to, rising ? b : -a);
  });
  if (from > to) return null;
  const t = (from + to) / 2;
  return base.map((at, i) => at + (i % 2 === 0 ? t : -t));
}
