import { areaOf } from '../box-around.ts';
import type { Segment } from '../texts/segments.ts';
import { type ColumnLine, linesInGutters, outerLine } from './column-lines.ts';
import type { Gutter } from './gutter.ts';

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
  taken.sort((a, b) => a - b);
  const strips = taken.map((index, i) =>
    uncrossed(stretches, index, (taken[i - 1] ?? -1) + 1, taken[i + 1] ?? stretches.length, segments),
  );
  const parting = strips.filter((strip, i) => standsBetween(strip, strips[i - 1], strips[i + 1], segments));
  return parting.map((strip, i) => betweenColumns(strip, parting.toSpliced(i, 1), segments));
}

/** Texts this near in height, in ems, stand beside each other: a label in the middle of two rows beside both. */
const besideDrift = 1.2;

/**
 * Whether a text of the column before a strip stands beside one of the column behind it. Where none does, the texts are of one
 * column, some set to its side and others in its middle.
 */
function standsBetween(
  { from, to }: Gutter,
  before: Gutter | undefined,
  behind: Gutter | undefined,
  segments: readonly Segment[],
): boolean {
  const left = segments.filter(({ box }) => box.x1 < to + 0.01 && box.x1 > (before?.to ?? -Infinity));
  const right = segments.filter(({ box }) => box.x0 > from - 0.01 && box.x0 < (behind?.from ?? Infinity));
  return left.some(({ box, size }) =>
    right.some(({ box: other }) => Math.abs(other.y0 + other.y1 - box.y0 - box.y1) / 2 < besideDrift * size),
  );
}

/**
 * Strips whose columns have texts side by side, where the drawn ends of columns are known as well: 小计 over figures that are set to the
 * right stands in one column with them, whatever stands beside it behind a drawn line.
 */
export function partingStrips(
  strips: readonly Gutter[],
  drawn: readonly number[],
  segments: readonly Segment[],
): Gutter[] {
  const known = [...strips, ...drawn.map((x) => ({ from: x, to: x }))].sort((a, b) => a.from - b.from);
  return strips.filter((strip) => {
    const before = known.findLast(({ to }) => to <= strip.from);
    const behind = known.find(({ from }) => from >= strip.to);
    return standsBetween(strip, before, behind, segments);
  });
}

/** The whole blank between the texts of the two columns beside a strip: the end of a text over several columns bounds none. */
function betweenColumns(strip: Gutter, others: readonly Gutter[], segments: readonly Segment[]): Gutter {
  let [from, to] = [-Infinity, Infinity];
  for (const { box } of segments) {
    if (others.some((other) => box.x0 < other.from + 0.01 && box.x1 > other.to - 0.01)) continue;
    if (box.x1 < strip.to + 0.01) from = Math.max(from, box.x1);
    if (box.x0 > strip.from - 0.01) to = Math.min(to, box.x0);
  }
  return { from: Math.max(from, strip.from - widest), to: Math.min(to, strip.to + widest) };
}

/** Farthest that the blank between two columns reaches beyond the strip that nothing writes over, in points. */
const widest = 60;

/** What it costs that a line down cuts a text: much where another stands beside it behind the line, little where its row has room. */
const cutBeside = 1;
const cutAlone = 0.25;

/**
 * A strip that a text ends or begins beyond, in the same valley between two columns, cuts that text: the strip of the valley is
 * taken that cuts the fewest. Texts that write over the whole valley span both columns wherever the line lies.
 */
function uncrossed(
  stretches: readonly Stretch[],
  index: number,
  after: number,
  before: number,
  segments: readonly Segment[],
): Gutter {
  const found = stretches[index]!;
  if (found.depth === 0) return found;
  const most = shallow * Math.min(peak(stretches, after, index), peak(stretches, index + 1, before));
  let [first, last] = [index, index];
  while (first > after && stretches[first - 1]!.depth <= most) first--;
  while (last + 1 < before && stretches[last + 1]!.depth <= most) last++;
  const [from, to] = [stretches[first]!.from, stretches[last]!.to];
  const [left, right] = [stretches[after]!.from, stretches[before - 1]!.to];
  const cut = segments
    .filter(({ box }) => box.x0 < to && box.x1 > from && (box.x0 > from - 0.01 || box.x1 < to + 0.01))
    .map(({ box, line }) => ({ box, cost: isBeside(box, line) ? cutBeside : cutAlone }));
  function isBeside(box: Segment['box'], line: number): boolean {
    return segments.some(
      (other) =>
        other.line === line &&
        (box.x1 < to + 0.01
          ? other.box.x0 > box.x1 && other.box.x0 < right
          : other.box.x1 < box.x0 && other.box.x1 > left),
    );
  }
  const costOf = (strip: Gutter): number =>
    cut.reduce(
      (sum, { box, cost }) => (box.x0 < strip.to - 0.01 && box.x1 > strip.from + 0.01 ? sum + cost : sum),
      0,
    );
  let best = { strip: found as Gutter, cost: costOf(found) };
  for (let i = first; i <= last && best.cost > 0; i++) {
    const cost = costOf(stretches[i]!);
    if (cost < best.cost) best = { strip: stretches[i]!, cost };
  }
  return best.strip;
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
    outerLine(areaOf(segments).x0, 'left'),
    ...linesInGutters(gutters, segments),
    outerLine(areaOf(segments).x1, 'right'),
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

/** Fewest gaps between rows of a table. */
const fewestGaps = 2;

/** The gap that parts rows where gaps are of two kinds, small inside a cell and large between rows; else none is small. */
function rowGap(gaps: readonly number[]): number {
  const sorted = [...gaps].sort((a, b) => a - b);
  let best = 0;
  let threshold = -Infinity;
  for (let i = 1; i < sorted.length; i++) {
    const jump = sorted[i]! - sorted[i - 1]!;
    // Two kinds differ clearly; a stray wide gap, below the head or above the sum, is not the rule.
    const isStray = sorted.length - i < fewestGaps || i > sorted.length * 0.9;
    if (jump <= best || jump < 2.5 || isStray) continue;
    best = jump;
    threshold = (sorted[i]! + sorted[i - 1]!) / 2;
  }
  return threshold;
}
