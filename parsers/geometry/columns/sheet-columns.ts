import { areaOf } from '../box-around.ts';
import { isFigure } from '../rows/written-lines.ts';
import type { Segment } from '../texts/segments.ts';
import type { Gutter } from './gutter.ts';

/** Texts of one column begin, and its figures end, at one place to within this, in points. */
const drift = 0.4;

/** The white that a sheet leaves between the figures of a column and the texts of the next, in points: the same between all of its columns to the drift. */
const leastWhite = 0.8;
const mostWhite = 4;

/** Fewest lines on which figures end at one place, or texts begin, and fewest ends that texts begin right behind. */
const fewestLines = 2;
const fewestPairs = 2;

/** Share of the places at which figures end that texts begin right behind: where figures stand in the middle of their cells, some do by chance. */
const pairedShare = 0.6;

const besideShare = 0.2;

/** Fewest columns that the texts of a row begin in whose other texts begin columns, too. */
const fewestStarts = 3;

interface Place {
  x: number;
  lines: Set<number>;
}

type Piece = Pick<Segment, 'box' | 'text' | 'line'>;

/**
 * Strips between the columns of a sheet that is printed as it was typed, its texts to the left of their cells and its figures to the right:
 * figures end right before the texts of the next column, with the same white everywhere, and stand nearer to its head than to their own.
 * The strips that were `found` are kept where texts stand on both sides of them, level, within one column. Null where a table is no such sheet.
 */
export function sheetColumns(found: readonly Gutter[], segments: readonly Segment[]): Gutter[] | null {
  const white = whiteOf(segments);
  if (white === null) return null;
  const pieces = segments.flatMap(piecesOf);
  const { starts, ends } = placesOf(pieces);
  const { x0, x1 } = areaOf(segments);
  const strips = [
    ...starts.map(({ x, lines }) => ({ from: x - white, to: x, lines })),
    ...ends.map(({ x, lines }) => ({ from: x, to: x + white, lines })),
  ]
    .filter(({ from, to }) => from > x0 && to < x1 - drift)
    .sort((a, b) => a.from - b.from);
  const joined: (Gutter & { lines: Set<number> })[] = [];
  for (const strip of strips) {
    const last = joined.at(-1);
    if (last && strip.from - last.from <= 2 * drift) for (const line of strip.lines) last.lines.add(line);
    else joined.push({ ...strip, lines: new Set(strip.lines) });
  }
  const sure = joined.filter(
    ({ from, to, lines }) => lines.size >= fewestLines && crossing(from, to, pieces) <= lines.size,
  );
  const headed = linesAt(sure, pieces);
  const own = joined.filter(
    (strip) =>
      sure.includes(strip) ||
      ([...strip.lines].some((line) => headed.has(line)) && crossing(strip.from, strip.to, pieces) === 0),
  );
  const apart = found.filter(({ from, to }) => !own.some((strip) => strip.from < to && from < strip.to));
  const more = apart.filter((gutter, i) =>
    isBetweenTexts(gutter, [...own, ...apart.toSpliced(i, 1)], pieces),
  );
  return [...own.map(({ from, to }) => ({ from, to })), ...more].sort((a, b) => a.from - b.from);
}

/** Lines whose texts begin in several columns: a head may be the only text of its own, over figures that are set to the right. */
function linesAt(strips: readonly Gutter[], pieces: readonly Piece[]): ReadonlySet<number> {
  const counts = new Map<number, number>();
  for (const { box, line } of pieces)
    if (strips.some(({ to }) => Math.abs(to - box.x0) <= drift))
      counts.set(line, (counts.get(line) ?? 0) + 1);
  return new Set([...counts].flatMap(([line, count]) => (count >= fewestStarts ? [line] : [])));
}

/** The white between figures and the texts behind them; null where it is not the same behind several columns of figures. */
function whiteOf(segments: readonly Segment[]): number | null {
  const { starts, ends } = placesOf(segments);
  const figured = ends.filter(({ lines }) => lines.size >= fewestLines);
  const whites = figured
    .flatMap(({ x }) => {
      const next = starts.find((start) => start.x > x);
      return next && next.x - x >= leastWhite && next.x - x <= mostWhite ? [next.x - x] : [];
    })
    .sort((a, b) => a - b);
  const middle = whites[whites.length >> 1];
  if (middle === undefined) return null;
  const pairs = whites.filter((white) => Math.abs(white - middle) <= drift).length;
  const last = starts.at(-1)?.x ?? -Infinity;
  const inner = figured.filter(({ x }) => x < last).length;
  return pairs >= fewestPairs && pairs >= pairedShare * inner ? middle : null;
}

/** Where texts begin, and where the figures end that are not set to the left as texts are, from left to right. */
function placesOf(pieces: readonly Piece[]): { starts: Place[]; ends: Place[] } {
  const figures = pieces.filter(({ text }) => isFigure(text));
  const starts = placesAt(
    pieces.filter(({ text }) => !isFigure(text)),
    ({ x0 }) => x0,
  );
  const isStart = (x: number): boolean =>
    starts.some((start) => Math.abs(start.x - x) <= drift && start.lines.size >= fewestLines);
  const ends = placesAt(
    figures.filter(({ box }) => !isStart(box.x0)),
    ({ x1 }) => x1,
  );
  return { starts, ends };
}

function placesAt(pieces: readonly Piece[], sideOf: (box: Segment['box']) => number): Place[] {
  const places: Place[] = [];
  for (const { box, line } of [...pieces].sort((a, b) => sideOf(a.box) - sideOf(b.box))) {
    const last = places.at(-1);
    if (last && sideOf(box) - last.x <= drift) last.lines.add(line);
    else places.push({ x: sideOf(box), lines: new Set([line]) });
  }
  return places;
}

/** The parts of a text that operators of their own set: figures of a column and the text of the next may look like one. */
function piecesOf({ box, text, line, breaks = [] }: Segment): Piece[] {
  const apart = breaks.filter(({ from, to }) => to - from >= leastWhite);
  const all = [...apart, { from: box.x1, to: box.x1, length: text.length }];
  return all.map((end, i) => ({
    box: { ...box, x0: all[i - 1]?.to ?? box.x0, x1: end.from },
    text: text.slice(all[i - 1]?.length ?? 0, end.length).trim(),
    line,
  }));
}

/** Lines with a text that is written over a strip. */
function crossing(from: number, to: number, pieces: readonly Piece[]): number {
  return new Set(
    pieces.filter(({ box }) => box.x0 < from - drift && box.x1 > to + drift).map(({ line }) => line),
  ).size;
}

/** Whether texts of one column, as strips part them, stand side by side before and behind another strip. */
function isBetweenTexts({ from, to }: Gutter, strips: readonly Gutter[], pieces: readonly Piece[]): boolean {
  const middle = (from + to) / 2;
  const left = strips.reduce(
    (last, strip) => (strip.to <= from ? Math.max(last, strip.from) : last),
    -Infinity,
  );
  const right = strips.reduce(
    (next, strip) => (strip.from >= to ? Math.min(next, strip.to) : next),
    Infinity,
  );
  const own = pieces.filter(({ box }) => box.x0 > left && box.x1 < right);
  const before = own.filter(({ box }) => box.x1 <= middle);
  return own.some(({ box }) => box.x0 >= middle && before.some((other) => areBeside(other.box, box)));
}

/** Whether two texts are level in part: a head of one line stands beside the middle of one of two. */
const areBeside = (a: Segment['box'], b: Segment['box']): boolean =>
  Math.min(a.y1, b.y1) - Math.max(a.y0, b.y0) > besideShare * Math.min(a.y1 - a.y0, b.y1 - b.y0);
