import { isFigure } from '../rows/written-lines.ts';
import type { Edge } from '../rulings/edges.ts';
import type { Segment } from '../texts/segments.ts';
import { sideDrift } from './rule-stacks.ts';

/** Where lines across begin and end within a table: columns part there. */
export function columnEnds(
  stack: readonly Edge[],
  inside: readonly Segment[],
  x0: number,
  x1: number,
): number[] {
  const xs: number[] = [];
  const lineEnds = stack.map(({ end }) => end);
  const ends = stack.flatMap((edge) => [beforeSign(edge.start, lineEnds, inside), edge.end]);
  for (const x of ends) {
    const isInner = x > x0 + sideDrift && x < x1 - sideDrift;
    if (isInner && !xs.some((other) => Math.abs(other - x) < sideDrift) && !cutsFigures(x, inside))
      xs.push(x);
  }
  return withoutBlanks(xs, inside, x0, x1);
}

/** Figures that the end of a line would cut: it was drawn shorter than its column is wide. */
const fewestCut = 2;

function cutsFigures(x: number, inside: readonly Segment[]): boolean {
  const cut = inside.filter(
    ({ box, text }) => box.x0 < x - 1 && box.x1 > x + 1 && isFigure(text) && !/^[$€£¥]/.test(text),
  );
  return cut.length >= fewestCut;
}

/** A strip without text at the side of a table is none of its columns where it is this narrow, in points. */
const narrow = 12;

/** Ends of lines from left to right, those with no text between them taken as one: the white between the lines over two heads is no column. */
function withoutBlanks(
  ends: readonly number[],
  inside: readonly Segment[],
  x0: number,
  x1: number,
): number[] {
  const kept: number[] = [];
  for (const x of [...ends].sort((a, b) => a - b)) {
    const last = kept.at(-1);
    // A head over the columns on both sides of a strip may have its middle there.
    const holds = ({ box }: Segment): boolean =>
      (box.x0 + box.x1) / 2 > last! && (box.x0 + box.x1) / 2 < x && !(box.x0 < last! && box.x1 > x);
    if (last === undefined || inside.some(holds)) kept.push(x);
    else kept[kept.length - 1] = (last + x) / 2;
  }
  const middles = inside.map(({ box }) => (box.x0 + box.x1) / 2);
  const [left, right] = [x0 + narrow, x1 - narrow];
  return kept.filter(
    (x) =>
      (x > left || middles.some((middle) => middle < x)) &&
      (x < right || middles.some((middle) => middle > x)),
  );
}

/** A sum's line begins behind the sign of its currency, which stands before the figure from end to end of the column: $ 9,809. */
function beforeSign(x: number, lineEnds: readonly number[], inside: readonly Segment[]): number {
  const signs = inside.filter(
    ({ box, text }) => box.x0 < x - 1 && box.x1 > x + 1 && isFigure(text) && /^[$€£¥]\s/.test(text),
  );
  if (signs.length === 0) return x;
  const sign = Math.min(...signs.map(({ box }) => box.x0)) - 1;
  // Nothing stands between it and the end of the line over the column before: that is where the columns part.
  const before = Math.max(...lineEnds.filter((end) => end < sign));
  return inside.some(({ box }) => box.x0 < sign && box.x1 > before + sideDrift) ? sign : before;
}

/** Leaders before a line that is drawn over figures may end a little beyond its end: the column does behind them. */
export function besideTexts(x: number, inside: readonly Segment[]): number {
  const over = inside.filter(({ box }) => box.x0 < x - 2 * sideDrift && box.x1 > x && box.x1 < x + sideDrift);
  const end = Math.max(x, ...over.map(({ box }) => box.x1));
  const isFree = inside.every(({ box }) => box.x0 < x || box.x0 > end);
  return isFree ? end : x;
}

/** Where lines down end within their table: cells that span columns begin or end there, so rows do. */
export function innerEnds(stack: readonly Edge[], y0: number, y1: number): number[] {
  const ends = stack.flatMap(({ start, end }) => [start, end]);
  return ends.filter((y) => y > y0 + sideDrift && y < y1 - sideDrift);
}
