import { type ColumnLine, lineInGutter, outerLine } from './column-lines.ts';
import type { Segment } from './segments.ts';

/** A strip that text keeps free: `from` and `to` along the axis. */
export interface Gutter {
  from: number;
  to: number;
}

/** Narrowest strip between two columns, in points. */
const minWidth = 2.5;

/** Share of the lines beside a strip that may cross it. */
const shallow = 0.5;

/** A stretch of the axis that the same number of lines write over. */
interface Stretch {
  from: number;
  to: number;
  depth: number;
}

/**
 * Strips down a region that (nearly) no line writes across, between stretches that more lines write over. `tolerance` is the
 * share of lines that may cross: headings and cells that span columns. A column of few labels counts as one of many figures.
 */
export function guttersOf(segments: readonly Segment[], tolerance: number): Gutter[] {
  const lines = new Set(segments.map((segment) => segment.line)).size;
  const allowed = Math.floor(lines * tolerance);
  const rise = lines >= 6 ? Math.max(2, Math.round(lines * 0.06)) : 1;
  const stretches = stretchesOf(segments);
  const order = stretches
    .map((stretch, index) => ({ ...stretch, index }))
    .filter(({ from, to, depth }) => depth <= allowed && to - from >= minWidth)
    .sort((a, b) => a.depth - b.depth || b.to - b.from - (a.to - a.from));
  const taken: number[] = [];
  for (const { index, depth } of order) {
    const before = Math.max(-1, ...taken.filter((other) => other < index));
    const after = Math.min(stretches.length, ...taken.filter((other) => other > index));
    const left = peak(stretches, before + 1, index);
    const right = peak(stretches, index + 1, after);
    const rim = Math.min(left, right);
    if (rim >= depth + rise && depth <= shallow * rim) taken.push(index);
  }
  return taken.sort((a, b) => a - b).map((index) => stretches[index]!);
}

function peak(stretches: readonly Stretch[], from: number, to: number): number {
  let highest = 0;
  for (let i = from; i < to; i++) highest = Math.max(highest, stretches[i]!.depth);
  return highest;
}

function stretchesOf(segments: readonly Segment[]): Stretch[] {
  const events = segments.flatMap((segment) => [
    { x: segment.box.x0, change: 1 },
    { x: segment.box.x1, change: -1 },
  ]);
  events.sort((a, b) => a.x - b.x || b.change - a.change);
  const stretches: Stretch[] = [];
  let depth = 0;
  let from = events[0]?.x ?? 0;
  for (const { x, change } of events) {
    if (x > from + 0.01) stretches.push({ from, to: x, depth });
    from = x;
    depth += change;
  }
  return stretches;
}

/** The column lines: beyond the outer sides of the text, and in every gutter. */
export function columnLines(segments: readonly Segment[], gutters: readonly Gutter[]): ColumnLine[] {
  return [
    outerLine(Math.min(...segments.map((segment) => segment.box.x0)), 'left'),
    ...gutters.map((gutter) => lineInGutter(gutter, segments)),
    outerLine(Math.max(...segments.map((segment) => segment.box.x1)), 'right'),
  ];
}

/** Bands of text lines that belong to one row each: lines closer than the gap between rows stand in one row. */
export function rowBands(segments: readonly Segment[]): { y0: number; y1: number }[] {
  const sorted = [...segments].sort((a, b) => a.box.y0 - b.box.y0);
  const bands: { y0: number; y1: number }[] = [];
  for (const { box } of sorted) {
    const last = bands[bands.length - 1];
    // Boxes are em boxes: text set solid touches, a baseline wobble overlaps.
    if (last && box.y0 < last.y1 - (box.y1 - box.y0) * 0.35) last.y1 = Math.max(last.y1, box.y1);
    else bands.push({ y0: box.y0, y1: box.y1 });
  }
  const gaps = bands.slice(1).map((band, i) => band.y0 - bands[i]!.y1);
  const threshold = rowGap(gaps);
  const rows: { y0: number; y1: number }[] = [];
  bands.forEach((band, i) => {
    const last = rows[rows.length - 1];
    if (last && i > 0 && gaps[i - 1]! < threshold) last.y1 = band.y1;
    else rows.push({ ...band });
  });
  return rows;
}

/** The gap that parts rows where gaps are of two kinds, small inside a cell and large between rows; else none is small. */
function rowGap(gaps: readonly number[]): number {
  const sorted = [...gaps].sort((a, b) => a - b);
  let best = 0;
  let threshold = -Infinity;
  for (let i = 1; i < sorted.length; i++) {
    const jump = sorted[i]! - sorted[i - 1]!;
    // Two kinds differ clearly; a stray wide gap at the end is a section, not the rule.
    if (jump <= best || jump < 2.5 || i > sorted.length * 0.9) continue;
    best = jump;
    threshold = (sorted[i]! + sorted[i - 1]!) / 2;
  }
  return threshold;
}
