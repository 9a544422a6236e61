import type { Edge } from './edges.ts';
import type { Segment } from './segments.ts';

/** Lines of text of one column that belong together: one cell as far as its text tells. */
interface Group {
  y0: number;
  y1: number;
}

/** Two kinds of gaps between lines differ by at least this much, in points. */
const clearJump = 1.2;

/** A column where this share of the pieces are figures has a row for every figure. */
const figureShare = 0.6;

/** Lines of one cell are set no farther apart than this, in ems of white between them. */
const maxLeading = 0.85;

/** How far the middle of a label may lie from the middle of its rows, in points. */
const centreDrift = 5;

/**
 * Row lines of a table that draws none: between the texts of the columns, left out where the text of a column runs on.
 * `xs` are the column lines, `y0` and `y1` the ends of the table.
 */
export function impliedRows(
  xs: readonly number[],
  y0: number,
  y1: number,
  segments: readonly Segment[],
): Edge[] {
  const columns = xs.slice(1).map((right, i) => segments.filter((segment) => liesIn(segment, xs[i]!, right)));
  const leading = leadingOf(columns);
  const groups = columns.map((column) => groupsOf(column, leading));
  const ys = rowPositions(groups, emptyStrips(segments, leading), y0, y1);
  const bounds = [y0, ...ys, y1];
  const spans = groups.map((column) => labelBounds(column, bounds) ?? bounds);
  const edges: Edge[] = [];
  for (const position of bounds) {
    let current: Edge | null = null;
    for (let i = 0; i < xs.length - 1; i++) {
      const end = xs[i + 1]!;
      const runsOn = groups[i]!.some((group) => group.y0 < position - 0.5 && group.y1 > position + 0.5);
      const outer = position === y0 || position === y1;
      if (!outer && (runsOn || !spans[i]!.includes(position))) current = null;
      else if (current) current.end = end;
      else {
        current = { orientation: 'h', position, start: xs[i]!, end, thickness: 0, assumed: true };
        edges.push(current);
      }
    }
  }
  return edges;
}

function liesIn(segment: Segment, left: number, right: number): boolean {
  const middle = (segment.box.x0 + segment.box.x1) / 2;
  return middle > left && middle <= right;
}

/** White between lines up to which they are lines of one cell; negative where every line is a row. */
function leadingOf(columns: readonly Segment[][]): number {
  const gaps: number[] = [];
  let size = 0;
  let betweenFigures = Infinity;
  for (const column of columns) {
    const sorted = [...column].sort((a, b) => a.box.y0 - b.box.y0);
    const figures = sorted.filter((segment) => isFigure(segment.text)).length >= sorted.length * figureShare;
    sorted.forEach((segment, i) => {
      size = Math.max(size, segment.size);
      const before = sorted[i - 1];
      const gap = before ? segment.box.y0 - before.box.y1 : -1;
      if (!before || gap < -0.3 * segment.size || gap > 4 * segment.size) return;
      gaps.push(gap);
      if (figures && isFigure(segment.text) && isFigure(before.text))
        betweenFigures = Math.min(betweenFigures, gap);
    });
  }
  gaps.sort((a, b) => a - b);
  for (let i = 1; i < gaps.length; i++) {
    const small = gaps[i - 1]!;
    if (small > maxLeading * size || small >= betweenFigures - 0.3) break;
    if (gaps[i]! - small >= clearJump) return Math.min((small + gaps[i]!) / 2, betweenFigures - 0.2);
  }
  return -Infinity;
}

function isFigure(text: string): boolean {
  return /\d/.test(text) && /^[\s\d.,:%()$€£¥+\-–—≥≤=<>*]+$/.test(text);
}

function groupsOf(column: readonly Segment[], leading: number): Group[] {
  const groups: Group[] = [];
  for (const { box } of [...column].sort((a, b) => a.box.y0 - b.box.y0)) {
    const last = groups[groups.length - 1];
    // Pieces of one line overlap; lines of one cell follow each other closely.
    if (last && (box.y0 - last.y1 < leading || box.y0 < last.y1 - 0.5 * (box.y1 - box.y0)))
      last.y1 = Math.max(last.y1, box.y1);
    else groups.push({ y0: box.y0, y1: box.y1 });
  }
  return groups;
}

/** A place for a row line: between `from` and `to`. */
interface Gap {
  from: number;
  to: number;
  y: number;
}

/** Strips across the whole table that are empty and wider than the lines of one cell are apart: rows end there, whatever their columns. */
function emptyStrips(segments: readonly Segment[], leading: number): Gap[] {
  if (leading < 0) return [];
  const strips: Gap[] = [];
  let bottom = Infinity;
  for (const { box } of [...segments].sort((a, b) => a.box.y0 - b.box.y0)) {
    if (box.y0 - bottom >= leading) strips.push({ from: bottom, to: box.y0, y: (bottom + box.y0) / 2 });
    bottom = bottom === Infinity ? box.y1 : Math.max(bottom, box.y1);
  }
  return strips;
}

/** Boundaries at empty strips, and those that most columns with text on both sides agree to. */
function rowPositions(groups: readonly Group[][], strips: readonly Gap[], y0: number, y1: number): number[] {
  const candidates = groups
    .flatMap((column) =>
      column.slice(1).map((group, i) => clearGap({ from: column[i]!.y1, to: group.y0, y: 0 }, groups)),
    )
    .filter(({ y }) => y > y0 && y < y1)
    .sort((a, b) => a.to - a.from - (b.to - b.from));
  const taken: Gap[] = strips.filter(({ y }) => y > y0 && y < y1);
  for (const gap of candidates) {
    // A narrower gap within this one already parts the same two rows.
    if (taken.some((other) => other.y > gap.from - 0.5 && other.y < gap.to + 0.5)) continue;
    const crossing = groups.filter((column) =>
      column.some((g) => g.y0 < gap.y - 0.5 && g.y1 > gap.y + 0.5),
    ).length;
    const parted = groups.filter((column) => hasBoth(column, gap.y)).length;
    if (crossing * 2 <= parted) taken.push(gap);
  }
  return taken.map(({ y }) => y).sort((a, b) => a - b);
}

/** The middle of a gap, moved to where the texts of the other columns that reach into it leave room: a short label stands in the middle of a row of two lines. */
function clearGap({ from, to }: Gap, groups: readonly Group[][]): Gap {
  let above = from;
  let below = to;
  for (const { y0, y1 } of groups.flat()) {
    if (y0 < from && y1 > above && y1 < to) above = y1;
    if (y1 > to && y0 < below && y0 > from) below = y0;
  }
  return { from, to, y: above < below ? (above + below) / 2 : (from + to) / 2 };
}

/** Whether a column ends one text and begins another near a boundary. */
function hasBoth(column: readonly Group[], y: number): boolean {
  const near = 60;
  return (
    column.some((group) => group.y1 <= y + 0.5 && y - group.y1 < near) &&
    column.some((group) => group.y0 >= y - 0.5 && group.y0 - y < near)
  );
}

/**
 * Rows that the labels of a column span, where each label stands in the middle of its rows: from some label on, each span ends
 * as far below its label's middle as it began above, and the last ends with the table. Null where the labels do not fit that.
 */
function labelBounds(column: readonly Group[], bounds: readonly number[]): number[] | null {
  if (column.length < 2 || column.length >= bounds.length - 1) return null;
  for (let first = 0; first < column.length - 1; first++) {
    const top = bounds.filter((bound) => bound <= column[first]!.y0 + 1).at(-1) ?? bounds[0]!;
    const ends = chainedEnds(column.slice(first), top, bounds);
    if (!ends) continue;
    const above = bounds.filter((bound) => bound <= top);
    return [...above, ...ends];
  }
  return null;
}

/** Where the spans of labels end that follow each other without a gap from `top` down; null where one does not. */
function chainedEnds(labels: readonly Group[], top: number, bounds: readonly number[]): number[] | null {
  const bottom = bounds.at(-1)!;
  const ends: number[] = [];
  let start = top;
  let merged = 0;
  for (const [i, { y0, y1 }] of labels.entries()) {
    if (y0 < start - 1) return null;
    const ideal = y0 + y1 - start;
    const below = bounds.filter((bound) => bound > y1 - 1);
    const nearest = below.reduce<number | null>(
      (best, bound) => (best === null || Math.abs(bound - ideal) < Math.abs(best - ideal) ? bound : best),
      null,
    );
    const fits = nearest !== null && Math.abs(nearest - ideal) <= centreDrift;
    const last = i === labels.length - 1;
    if (last && y1 <= bottom + 1) {
      // The page may cut the last span short, and its label with it; what lies below a span that is not cut is no part of it.
      ends.push(...(fits ? bounds.filter((bound) => bound >= nearest) : [bottom]));
      break;
    }
    if (!fits) return null;
    if (bounds.some((bound) => bound > start + 1 && bound < nearest - 1)) merged++;
    ends.push(nearest);
    start = nearest;
  }
  return merged >= 1 ? ends : null;
}
