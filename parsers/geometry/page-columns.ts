import { guttersOf } from './gutters.ts';
import type { Segment } from './segments.ts';

/** Narrowest gutter between two columns of prose, in points. */
const minGutter = 8;

/** Share of its column that a line of prose fills with words. */
const fullness = 0.72;

/** Share of the lines of a column that must be prose, and of one beside such a column, which may hold a long table. */
const mostLines = 0.5;
const someLines = 0.3;

/** Fewest lines of prose in each column. */
const minLines = 6;

/** Share of the lines that may run across both columns: titles, tables, notes. */
const spanning = 0.3;

/**
 * Where a page of two columns of prose is parted: x of the middle of the gutter; null for a page of one column. Tables have
 * gutters too, but their pieces do not fill their columns.
 */
export function columnSplit(found: readonly Segment[]): number | null {
  const segments = withoutPageNumbers(found);
  if (segments.length < 2 * minLines) return null;
  const left = Math.min(...segments.map(({ box }) => box.x0));
  const right = Math.max(...segments.map(({ box }) => box.x1));
  for (const { from, to } of guttersOf(segments, spanning)) {
    const x = (from + to) / 2;
    if (to - from < minGutter || x < left + (right - left) * 0.3 || x > left + (right - left) * 0.7) continue;
    const before = segments.filter(({ box }) => box.x1 <= x);
    const after = segments.filter(({ box }) => box.x0 >= x);
    const shares = [proseShare(before, from - left), proseShare(after, right - to)];
    if (Math.max(...shares) >= mostLines && Math.min(...shares) >= someLines) return x;
  }
  return null;
}

/** Widest number of a page, in ems; it stands alone on its line, often in the gutter. */
const pageNumber = 3;

function withoutPageNumbers(segments: readonly Segment[]): Segment[] {
  const counts = new Map<number, number>();
  for (const { line } of segments) counts.set(line, (counts.get(line) ?? 0) + 1);
  return segments.filter(
    ({ box, line, size }) => counts.get(line)! > 1 || box.x1 - box.x0 > pageNumber * size,
  );
}

/** Share of the lines that are filled like prose; none where they are too few. */
function proseShare(segments: readonly Segment[], width: number): number {
  const filled = new Map<number, number>();
  for (const { line, box } of segments) filled.set(line, (filled.get(line) ?? 0) + box.x1 - box.x0);
  const full = [...filled.values()].filter((sum) => sum >= width * fullness).length;
  return full >= minLines ? full / filled.size : 0;
}

/** Side of a box on a page of two columns: −1 before the gutter, 1 behind it, 0 across it. */
export function sideOf(box: { x0: number; x1: number }, split: number): -1 | 0 | 1 {
  if (box.x1 <= split + 1) return -1;
  return box.x0 >= split - 1 ? 1 : 0;
}
