import type { Box } from '../../../schemas/index.ts';
import { firstAtLeast } from '../first-from.ts';
import type { Fill, Glyph } from '../marks.ts';
import type { Edge } from '../rulings/edges.ts';
import type { Segment } from '../texts/segments.ts';

/** Figures at an axis end this near before it, in ems. */
const labelRoom = 3;

/** The middle of a figure at an axis lies this near to its line, in ems; that of a text in a row lies farther off. */
const labelDrift = 0.3;

/** Fewest figures at an axis, and the share of its lines that they stand at. */
const fewestLabels = 3;
const labelledShare = 0.6;

/** Words around a chart reach this far, in ems: the figures at its axes, its years. */
const rim = 3;

/**
 * Areas of charts: lines across with a figure in front of each, on its height, as an axis has them and no table; and bars that
 * stand on one line with ends apart. The lines of a drawn frame are among those of its grid.
 */
export function chartAreas(
  edges: readonly Edge[],
  fills: readonly Fill[],
  segments: readonly Segment[],
): Box[] {
  return [...axes(edges, segments), ...bars(fills), ...standingBars(fills)];
}

/** Figures of unlike sizes beside each other have their middle a little elsewhere than each has, in ems. */
const looseDrift = 0.4;

/** Whether digits stand at the heights of lines and left of them, as many as an axis has: a look at the characters, before lines of text are made of them. */
export function mayHaveAxis(edges: readonly Edge[], glyphs: readonly Glyph[]): boolean {
  const positions = edges.map(({ position }) => position).sort((a, b) => a - b);
  const last = Math.max(...edges.map(({ start }) => start));
  const heights = new Set<number>();
  for (const { text, box, size } of glyphs) {
    if (box.x1 > last + 1 || !/\d/.test(text)) continue;
    const middle = (box.y0 + box.y1) / 2;
    const next = positions[firstAtLeast(positions, middle - looseDrift * size)];
    if (next !== undefined && next <= middle + looseDrift * size) heights.add(Math.round(middle));
    if (heights.size >= fewestLabels) return true;
  }
  return false;
}

function axes(edges: readonly Edge[], segments: readonly Segment[]): Box[] {
  const areas: Box[] = [];
  const rest = edges.filter(({ orientation }) => orientation === 'h');
  while (rest.length > 0) {
    const { start, end } = rest[0]!;
    const isOfSet = (edge: Edge): boolean =>
      Math.abs(edge.start - start) <= sideDrift && Math.abs(edge.end - end) <= sideDrift;
    const set = rest.filter(isOfSet);
    rest.splice(0, rest.length, ...rest.filter((edge) => !isOfSet(edge)));
    const labels = segments.filter(
      ({ box, size, text }) =>
        /^[-−(]?[\d.,\s]+[%)]?$/.test(text) &&
        box.x1 <= start + 1 &&
        box.x1 > start - labelRoom * size &&
        set.some(({ position }) => Math.abs(position - (box.y0 + box.y1) / 2) <= labelDrift * size),
    );
    if (labels.some((label) => segments.some((other) => isBefore(other, label)))) continue;
    const heights = new Set(labels.map(({ line }) => line)).size;
    if (heights < fewestLabels || heights < set.length * labelledShare) continue;
    if (areInCells(labels, edges)) continue;
    const size = labels[0]!.size;
    const ys = set.map(({ position }) => position);
    const last = lastAtAxis(labels, segments);
    areas.push({
      x0: Math.min(...labels.map(({ box }) => box.x0)) - size,
      x1: end + rim * size,
      y0: Math.min(...ys) - size,
      y1: Math.max(...ys, (last.y0 + last.y1) / 2) + rim * size,
    });
  }
  return areas;
}

/** Points of several rows each, 12 over 20, right of which a line parts the rows: lines part the figures themselves too, and no axis has such. */
function areInCells(labels: readonly Segment[], edges: readonly Edge[]): boolean {
  const boxes = labels.map(({ box }) => box).sort((a, b) => a.y0 - b.y0);
  const pairs = boxes.slice(1).map((box, at) => [boxes[at]!, box] as const);
  const parted = pairs.filter(([above, below]) =>
    edges.some(
      ({ orientation, position, start, end }) =>
        orientation === 'h' &&
        position > above.y1 - 1 &&
        position < below.y0 + 1 &&
        start < Math.min(above.x0, below.x0) &&
        end > Math.max(above.x1, below.x1),
    ),
  );
  return parted.length * 2 >= pairs.length;
}

/** The last figure at an axis, which may stand at no line of its own, a step below the others. */
function lastAtAxis(labels: readonly Segment[], segments: readonly Segment[]): Box {
  const boxes = labels.map(({ box }) => box).sort((a, b) => a.y0 - b.y0);
  const last = boxes.at(-1)!;
  const step = last.y0 - boxes.at(-2)!.y0;
  const under = segments.find(
    ({ box, text }) =>
      /^[-−]?[\d.,]+%?$/.test(text) &&
      Math.abs(box.x1 - last.x1) <= sideDrift &&
      Math.abs(box.y0 - last.y0 - step) <= sideDrift,
  );
  return under?.box ?? last;
}

/** Nothing stands before a figure at an axis for this many ems; before the last one of another table does the one before it. */
const blankBefore = 6;

function isBefore({ box, line }: Segment, label: Segment): boolean {
  const gap = label.box.x0 - box.x1;
  return line === label.line && gap >= 0 && gap < blankBefore * label.size;
}

/** Lines of one axis begin and end this near to each other, in points. */
const sideDrift = 2;

/** Fewest bars of a chart, of ends that differ, in points. */
const fewestBars = 4;
const endDrift = 1;

/** Names before bars and figures behind them reach this far, in points. */
const nameRoom = 160;
const figureRoom = 50;

/** Backgrounds of two cells of one row or column part by no more than this, in points: a thick border that is not drawn. */
const cellGap = 4;

/** Whether areas go on beside or below in their own colour, most of them: backgrounds of cells. The parts of a stacked bar differ. */
function areCells(set: readonly Fill[], fills: readonly Fill[]): boolean {
  const goOn = set.filter((area) => fills.some((other) => isNextCell(area, other)));
  return goOn.length > set.length * labelledShare;
}

function isNextCell({ box: a, colour }: Fill, { box: b, colour: other }: Fill): boolean {
  if (colour !== other) return false;
  const isSame = (p: number, q: number): boolean => Math.abs(p - q) < endDrift;
  const isNext = (end: number, start: number): boolean => start > end - endDrift && start < end + cellGap;
  if (isSame(a.y0, b.y0) && isSame(a.y1, b.y1)) return isNext(a.x1, b.x0) || isNext(b.x1, a.x0);
  return isSame(a.x0, b.x0) && isSame(a.x1, b.x1) && (isNext(a.y1, b.y0) || isNext(b.y1, a.y0));
}

/** Bars of one thickness from one line, side by side with gaps between them, most of them of other lengths. */
function bars(fills: readonly Fill[]): Box[] {
  return setsOf(fills, isOfOneAxis).flatMap((areas) => {
    const set = areas.map(({ box }) => box);
    const ends = new Set(set.map(({ x1 }) => Math.round(x1 / endDrift)));
    if (set.length < fewestBars || ends.size < set.length * labelledShare || !areApart(set)) return [];
    if (areCells(areas, fills)) return [];
    return [
      {
        x0: set[0]!.x0 - nameRoom,
        x1: Math.max(...set.map(({ x1 }) => x1)) + figureRoom,
        y0: Math.min(...set.map(({ y0 }) => y0)) - endDrift,
        y1: Math.max(...set.map(({ y1 }) => y1)) + endDrift,
      },
    ];
  });
}

function setsOf(fills: readonly Fill[], isOfSet: (first: Box, box: Box) => boolean): Fill[][] {
  const sets: Fill[][] = [];
  for (const fill of fills) {
    const set = sets.find(([first]) => isOfSet(first!.box, fill.box));
    if (set) set.push(fill);
    else sets.push([fill]);
  }
  return sets;
}

function isOfOneAxis(a: Box, b: Box): boolean {
  return Math.abs(a.x0 - b.x0) < endDrift && Math.abs(a.y1 - a.y0 - b.y1 + b.y0) < endDrift;
}

function areApart(set: readonly Box[]): boolean {
  const sorted = [...set].sort((a, b) => a.y0 - b.y0);
  return sorted.every((box, i) => i === 0 || box.y0 > sorted[i - 1]!.y1 + endDrift);
}

/** Figures above standing bars reach this far, in points. */
const figureHeight = 14;

/** The same standing on one line, beside each other: of one width, most of them of other heights. */
function standingBars(fills: readonly Fill[]): Box[] {
  return setsOf(fills, standOnOneLine).flatMap((areas) => {
    const set = areas.map(({ box }) => box);
    const tops = new Set(set.map(({ y0 }) => Math.round(y0 / endDrift)));
    if (set.length < fewestBars || tops.size < set.length * labelledShare) return [];
    const sorted = [...set].sort((a, b) => a.x0 - b.x0);
    if (sorted.some((box, i) => i > 0 && box.x0 < sorted[i - 1]!.x1 - endDrift)) return [];
    if (areCells(areas, fills)) return [];
    return [
      {
        x0: sorted[0]!.x0 - endDrift,
        x1: sorted.at(-1)!.x1 + endDrift,
        y0: Math.min(...set.map(({ y0 }) => y0)) - figureHeight,
        y1: set[0]!.y1 + endDrift,
      },
    ];
  });
}

function standOnOneLine(a: Box, b: Box): boolean {
  return Math.abs(a.y1 - b.y1) < endDrift && Math.abs(a.x1 - a.x0 - b.x1 + b.x0) < endDrift;
}
