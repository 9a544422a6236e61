import { isFigure, isYear } from '../rows/written-lines.ts';
import type { Segment } from '../texts/segments.ts';
import { sideDrift } from './rule-stacks.ts';

/** Lines above the first rule of a table stand this near to each other, in ems; a text larger than those below it by this share is a heading. */
const bodyGap = 1.2;
const headingShare = 1.1;

/** Share of the columns behind the first that hold figures on the line right above the first rule. */
const filledShare = 0.5;

/**
 * The top of the rows above the first rule of a statement, which is drawn over its first sum: a line of figures stands right above
 * it, and all lines above that stand in the columns. The rule itself where there are none.
 */
export function rowsAbove(top: number, xs: readonly number[], segments: readonly Segment[]): number {
  const columnOf = ({ box }: Segment): number =>
    xs.findIndex((x, i) => i > 0 && box.x0 > xs[i - 1]! - sideDrift && box.x1 < x + sideDrift);
  const above = segments.filter(({ box }) => box.y1 < top + 2 && box.x1 > xs[0]! && box.x0 < xs.at(-1)!);
  const lines = [...Map.groupBy(above, ({ line }) => line)].sort(([a], [b]) => b - a);
  let end = top;
  for (const [, line] of lines) {
    const near = line.every(({ box, size }) => end - box.y1 < bodyGap * size);
    const size = lines[0]![1][0]!.size;
    const fits = line.every((piece) => columnOf(piece) > 0 && piece.size < headingShare * size);
    const figures = line.filter(({ text }) => isFigure(text) && !isYear(text)).length;
    const isRow = figures > 0 && figures >= filledShare * (xs.length - 2);
    // What stands alone behind the labels is the unit of the table, or its name.
    const alone = line.length === 1 && columnOf(line[0]!) > 1;
    if (!near || !fits || alone || (end === top && !isRow)) break;
    end = Math.min(...line.map(({ box }) => box.y0));
  }
  return end === top ? top : end - 2;
}
