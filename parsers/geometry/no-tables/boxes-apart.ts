import type { Box } from '../../../schemas/index.ts';
import type { Lattice } from '../rulings/lattice.ts';
import type { Segment } from '../texts/segments.ts';

/** Boxes stand apart by this much at least, in points: less is the spacing of a table's cells. */
const leastGap = 6;

/** Sides of boxes in one row, and of the table that their lines would make, lie this near to each other, in points. */
const drift = 2;

/** Fewest boxes of a row. */
const fewestBoxes = 2;

/** The drawn boxes of which a table would be a row, where they stand apart with every text in one of them: a level of a chart of offices. */
export function boxesApart({ xs, ys }: Lattice, boxes: readonly Box[], segments: readonly Segment[]): Box[] {
  const [x0, x1, y0, y1] = [xs[0]!, xs.at(-1)!, ys[0]!, ys.at(-1)!];
  const row = boxes
    .filter((box) => Math.abs(box.y0 - y0) <= drift && Math.abs(box.y1 - y1) <= drift)
    .filter((box) => box.x0 >= x0 - drift && box.x1 <= x1 + drift)
    .sort((a, b) => a.x0 - b.x0);
  if (row.length < fewestBoxes) return [];
  if (row.some((box, i) => i > 0 && box.x0 - row[i - 1]!.x1 < leastGap)) return [];
  const isInside = segments
    .filter(({ box }) => box.x1 > x0 && box.x0 < x1 && isBetween((box.y0 + box.y1) / 2, y0, y1))
    .every(({ box }) => row.some((own) => box.x0 >= own.x0 - drift && box.x1 <= own.x1 + drift));
  return isInside ? row : [];
}

const isBetween = (y: number, y0: number, y1: number): boolean => y > y0 && y < y1;
