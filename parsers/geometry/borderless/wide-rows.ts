import { areaOf } from '../box-around.ts';
import { isFigure } from '../rows/written-lines.ts';
import type { Segment } from '../texts/segments.ts';

/** Fewest rows of a table over two columns of prose, and the most white between two of its lines, in ems. */
const fewestRows = 3;
const maxGap = 2.5;

/** Share of its column that a line of prose fills. */
const fullness = 0.65;

/** Most lines of the head above the first row of figures, and the most white between them, in ems. */
const headLines = 3;
const headGap = 1;

interface Line {
  number: number;
  pieces: Segment[];
  y0: number;
  y1: number;
  size: number;
}

/**
 * Lines of tables without rules that lie over both columns of a page of prose, parted at `split`: the figures behind the gutter
 * have no labels there, so that the labels before it are theirs.
 */
export function wideRows(segments: readonly Segment[], split: number): Set<number> {
  const lines = linesOf(segments);
  const left = areaOf(segments).x0;
  const isRow = lines.map((line) => isRowOverBoth(line, left, split));
  const rows = new Set<number>();
  for (let first = 0; first < lines.length; first++) {
    if (!isRow[first]) continue;
    let [last, count] = [first, 1];
    for (let next = first + 1; next < lines.length; next++) {
      if (lines[next]!.y0 - lines[last]!.y1 > maxGap * lines[last]!.size) break;
      if (!isRow[next]) continue;
      last = next;
      count++;
    }
    if (count >= fewestRows) {
      const top = headOf(lines, first, left, split);
      for (const { number } of lines.slice(top, last + 1)) rows.add(number);
    }
    first = last;
  }
  return rows;
}

function linesOf(segments: readonly Segment[]): Line[] {
  const pieces = Map.groupBy(segments, ({ line }) => line);
  return [...pieces]
    .map(([number, own]) => ({
      number,
      pieces: own,
      y0: Math.min(...own.map(({ box }) => box.y0)),
      y1: Math.max(...own.map(({ box }) => box.y1)),
      size: Math.max(...own.map(({ size }) => size)),
    }))
    .sort((a, b) => a.y0 - b.y0);
}

/** What stands for a figure that is not known, and a figure with the letter of a note. */
const noFigure = /^(?:[-–—.:…*]+|[\d.,\s]+\d ?\(?[a-z]\)?|n\.?\s?[a.]+|n\/a|p\.?m\.?|\([a-z]\)|\(na\))$/i;

function isRowOverBoth({ pieces }: Line, left: number, split: number): boolean {
  const before = pieces.filter(({ box }) => box.x1 <= split);
  const behind = pieces.filter(({ box }) => box.x1 > split);
  if (before.length === 0 || behind.length === 0 || isFilled(before, left, split)) return false;
  // A single figure may be the number of a page.
  return (
    behind.length > 1 &&
    behind.some(({ text }) => isFigure(text)) &&
    behind.every(({ text }) => isFigure(text) || noFigure.test(text))
  );
}

/** Whether the pieces of a line fill their column as prose does. */
function isFilled(pieces: readonly Segment[], left: number, right: number): boolean {
  const words = pieces.filter(({ text }) => !isFigure(text));
  return words.reduce((sum, { box }) => sum + box.x1 - box.x0, 0) > fullness * (right - left);
}

/** The first line of the head above a row: lines of several short pieces, near to each other. */
function headOf(lines: readonly Line[], row: number, left: number, split: number): number {
  let top = row;
  while (top > 0 && row - top < headLines) {
    const line = lines[top - 1]!;
    const near = lines[top]!.y0 - line.y1 < headGap * line.size;
    const before = line.pieces.filter(({ box }) => box.x1 <= split);
    const behind = line.pieces.filter(({ box }) => box.x0 >= split);
    const short = !isFilled(before, left, split) && !isFilled(behind, split, 2 * split - left);
    const acrossAlone = line.pieces.length === 1 && before.length + behind.length === 0;
    if (!near || !short || behind.length === 0 || acrossAlone) break;
    top--;
  }
  return top;
}
