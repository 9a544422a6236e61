import type { Box } from '../../../schemas/index.ts';
import { areaOf } from '../box-around.ts';
import type { Edge } from '../rulings/edges.ts';
import type { Segment } from '../texts/segments.ts';

/** Highest row of a table between two lines across, in points: what stands further apart are lines above and below prose. */
const highest = 100;

/** Fewest lines across of a table whose rows tell nothing of the columns of its page. */
const fewestLines = 4;

/** Lines across a page leave out this share of its width at most. */
const shortBy = 0.05;

/** Heights between which lines are drawn across all of a page, near to each other: tables over it, from the first line to the last. */
export type RuledBands = readonly (readonly [number, number])[];

export function ruledBands(segments: readonly Segment[], rules: readonly Edge[]): RuledBands {
  const { x0: left, x1: right } = areaOf(segments);
  const room = shortBy * (right - left);
  const heights = rules
    .filter(({ orientation, start, end }) => orientation === 'h' && start < left + room && end > right - room)
    .map(({ position }) => position)
    .sort((a, b) => a - b);
  return tablesOf(heights);
}

export function isInBand({ y0, y1 }: Box, bands: RuledBands): boolean {
  const y = (y0 + y1) / 2;
  return bands.some(([top, bottom]) => y > top && y < bottom);
}

/** The texts of a page without those between lines that are drawn across all of it, near to each other: rows of a table, however full. */
export function outsideRuledRows(segments: readonly Segment[], bands: RuledBands): readonly Segment[] {
  return bands.length === 0 ? segments : segments.filter(({ box }) => !isInBand(box, bands));
}

/** First and last line of each table. */
function tablesOf(heights: readonly number[]): [number, number][] {
  const starts = heights.flatMap((y, i) => (i === 0 || y - heights[i - 1]! > highest ? [i] : []));
  return starts.flatMap((start, i): [number, number][] => {
    const end = starts[i + 1] ?? heights.length;
    return end - start >= fewestLines ? [[heights[start]!, heights[end - 1]!]] : [];
  });
}
