import type { Edge } from '../rulings/edges.ts';
import type { Segment } from '../texts/segments.ts';

/** Heads stand in the middle of their cells to within this much, in points: their cells end within twice as much. */
const drift = 1.25;

/**
 * Heads side by side over one line that is drawn under all of them: their cells fill it, each head in the middle of its own. The
 * first begins with the line, so that the end of each follows from the one before: between two columns, the last where the line ends.
 * Gives the count of columns that each head spans, of those between `xs`; null where the heads stand otherwise.
 */
export function columnsOfHeads(
  { start, end, position }: Edge,
  texts: readonly Segment[],
  xs: readonly number[],
  segments: readonly Segment[],
): number[] | null {
  const below = segments.filter(({ box }) => box.y0 > position - drift);
  const counts: number[] = [];
  let [from, column] = [start, 0];
  for (const { box } of [...texts].sort((a, b) => a.box.x0 - b.box.x0)) {
    const to = box.x0 + box.x1 - from;
    if (to < box.x1 || box.x0 < from) return null;
    const last = Math.abs(to - end) < 2 * drift ? xs.length - 2 : columnBefore(to, xs, below);
    if (last === null || last < column) return null;
    counts.push(last + 1 - column);
    [from, column] = [to, last + 1];
  }
  return column === xs.length - 1 ? counts : null;
}

/**
 * The same for heads set to the left: each begins where the text below it does and spans the columns up to the next head, where
 * a part of its own stands below the line in every column.
 */
export function columnsOfLeftHeads(
  { position }: Edge,
  texts: readonly Segment[],
  xs: readonly number[],
  segments: readonly Segment[],
): number[] | null {
  const parts = xs.slice(1).map((right, column) => {
    const own = segments.filter(({ box }) => {
      const x = (box.x0 + box.x1) / 2;
      return x > xs[column]! && x < right && box.y0 > position - drift;
    });
    return own.reduce((top, one) => (one.box.y0 < top.box.y0 ? one : top), own[0]!);
  });
  const [first] = parts;
  if (parts.some((part) => !part || part.line !== first!.line)) return null;
  const starts = [...texts]
    .sort((a, b) => a.box.x0 - b.box.x0)
    .map(({ box }) => parts.findIndex((part) => Math.abs(part.box.x0 - box.x0) < drift));
  if (starts[0] !== 0 || starts.some((start, i) => i > 0 && start <= starts[i - 1]!)) return null;
  return starts.map((start, i) => (starts[i + 1] ?? xs.length - 1) - start);
}

/** The column behind whose texts a place lies, before those of the next. */
function columnBefore(x: number, xs: readonly number[], below: readonly Segment[]): number | null {
  const exact = xs.slice(1, -1).findIndex((line) => Math.abs(line - x) < drift);
  if (exact >= 0) return exact;
  const middleOf = ({ box }: Segment): number => (box.x0 + box.x1) / 2;
  const found = xs.slice(1, -1).findIndex((line) => {
    const [before, behind] = [
      below.filter((s) => middleOf(s) < line),
      below.filter((s) => middleOf(s) > line),
    ];
    return (
      before.every(({ box }) => box.x1 < x + 2 * drift) && behind.every(({ box }) => box.x0 > x - 2 * drift)
    );
  });
  return found < 0 ? null : found;
}
