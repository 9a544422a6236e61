import { isFigure } from '../rows/written-lines.ts';
import type { Segment } from '../texts/segments.ts';
import type { Gutter } from './gutter.ts';

/** Narrowest strip between two figures side by side, in points. */
const minWidth = 2.5;

/** Fewest characters of the longer of two figures: those of a matrix in an equation are shorter. */
const fewestCharacters = 3;

/** Least part of the narrower of two blanks that both have in common: less is the end of the blank behind the next column. */
const sharedPart = 0.25;

/** Fewest other lines that part where two figures do: the heads over them, or more figures. */
const fewestLike = 1;

/**
 * Strips between columns, with those between figures side by side in what is one column by the other texts: a cell holds one
 * figure. Another line, of heads or of figures, has to part at the same place; texts of other rows may write across and span both,
 * up to `mostCrossing` to each line that parts there. Where one of the `known` lines lies between two figures, they part already.
 */
export function withFiguredColumns(
  gutters: readonly Gutter[],
  segments: readonly Segment[],
  mostCrossing: number,
  known: readonly number[] = [],
): Gutter[] {
  let found = [...gutters];
  const lines = linesOf(segments);
  for (const line of lines)
    for (const strip of figureStrips(line)) {
      if (found.some(({ from, to }) => from < strip.to && strip.from < to)) continue;
      if (known.some((x) => x > strip.from && x < strip.to)) continue;
      const gutter = narrowed(
        strip,
        lines.filter((other) => other !== line),
        mostCrossing,
      );
      if (gutter) found = [...found, gutter].sort((a, b) => a.from - b.from);
    }
  return found;
}

function linesOf(segments: readonly Segment[]): Segment[][] {
  const lines = Map.groupBy(segments, ({ line }) => line);
  return [...lines.values()].map((line) => line.sort((a, b) => a.box.x0 - b.box.x0));
}

/** The white between figures that are neighbours on a line. */
function figureStrips(line: readonly Segment[]): Gutter[] {
  return line.slice(1).flatMap((segment, i) => {
    const before = line[i]!;
    const long = Math.max(before.text.length, segment.text.length) >= fewestCharacters;
    return long && isFigure(before.text) && isFigure(segment.text)
      ? [{ from: before.box.x1, to: segment.box.x0 }]
      : [];
  });
}

/** The strip as far as the lines that part in it leave it white; null where too few do. */
function narrowed(strip: Gutter, others: readonly Segment[][], mostCrossing: number): Gutter | null {
  let { from, to } = strip;
  let like = 0;
  for (const line of others)
    line.slice(1).forEach((segment, i) => {
      const [left, right] = [line[i]!.box.x1, segment.box.x0];
      const common = Math.min(right, to) - Math.max(left, from);
      if (common < minWidth || common < sharedPart * Math.min(right - left, strip.to - strip.from)) return;
      // A wide blank says nothing of where the columns part.
      if (left < from - reach(strip) || right > to + reach(strip)) return;
      [from, to] = [Math.max(from, left), Math.min(to, right)];
      like++;
    });
  if (like < fewestLike || to - from < minWidth) return null;
  const crossing = others.filter((line) => line.some(({ box }) => box.x0 < from && box.x1 > to)).length;
  return crossing <= mostCrossing * (like + 1) ? { from, to } : null;
}

/** How far the blank of a line may reach over the strip between two figures: a head may be narrower than they are. */
function reach({ from, to }: Gutter): number {
  return 2 * (to - from) + 20;
}
