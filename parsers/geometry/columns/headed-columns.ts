import { isFigure } from '../rows/written-lines.ts';
import type { Edge } from '../rulings/edges.ts';
import type { Segment } from '../texts/segments.ts';
import type { Gutter } from './gutter.ts';

/** Share of the columns that a line of heads has a text in, and the fewest of them. */
const headedShare = 0.7;
const fewestHeaded = 3;

/** Share of its height by which a text of a row of heads stands beside the line of the others: it may be of two lines or three. */
const besideShare = 0.2;

/** Least white between two heads, in ems, and fewest characters of each: a label spread over its cell is one. */
const headGap = 0.6;
const fewestCharacters = 2;

/** Fewest rows right below two heads that write under one of them at most. */
const fewestRows = 2;

/**
 * Strips between columns, with those of columns that are blank below their heads: two heads side by side in what is one column by the
 * texts below. No text of the rows right below may write across the strip, and fewer of other rows than keep it free.
 */
export function withHeadedColumns(gutters: readonly Gutter[], segments: readonly Segment[]): Gutter[] {
  if (gutters.length + 1 < fewestHeaded) return [...gutters];
  const columnOf = columnFinder(gutters);
  const found: Gutter[] = [];
  for (const heads of headLines(segments, columnOf, gutters.length + 1))
    for (const own of byColumn(heads, columnOf)) {
      const column = columnOf(own[0]!);
      const rest = segments.filter((segment) => !heads.includes(segment) && columnOf(segment) === column);
      for (const strip of stripsBetween(own)) {
        const gutter = keptFree(strip, rest, Math.max(...own.map(({ box }) => box.y1)));
        if (gutter && !found.some(({ from, to }) => from < gutter.to && gutter.from < to)) found.push(gutter);
      }
    }
  return [...gutters, ...found].sort((a, b) => a.from - b.from);
}

/** The column that a text stands in; null where it writes over a strip. */
function columnFinder(gutters: readonly Gutter[]): (segment: Segment) => number | null {
  const middles = gutters.map(({ from, to }) => (from + to) / 2);
  return ({ box }) =>
    middles.some((x) => box.x0 < x && box.x1 > x) ? null : middles.filter((x) => box.x0 > x).length;
}

/** Rows without figures that write in most columns: the texts of a line with those that stand beside it. */
function headLines(
  segments: readonly Segment[],
  columnOf: (segment: Segment) => number | null,
  columns: number,
): Segment[][] {
  const lines = [...new Set(segments.map(({ line }) => line))];
  return lines.flatMap((line) => {
    const own = segments.filter((segment) => segment.line === line);
    const [y0, y1] = [Math.min(...own.map(({ box }) => box.y0)), Math.max(...own.map(({ box }) => box.y1))];
    const row = segments.filter(
      ({ box }) => Math.min(box.y1, y1) - Math.max(box.y0, y0) > besideShare * (box.y1 - box.y0),
    );
    const headed = new Set(row.map(columnOf).filter((column) => column !== null));
    const isHead = headed.size >= Math.max(fewestHeaded, headedShare * columns);
    return isHead && row.every(({ text }) => !isFigure(text)) ? [row] : [];
  });
}

function byColumn(
  heads: readonly Segment[],
  columnOf: (segment: Segment) => number | null,
): readonly Segment[][] {
  const columns = new Map<number, Segment[]>();
  for (const head of heads) {
    const column = columnOf(head);
    if (column !== null) columns.set(column, [...(columns.get(column) ?? []), head]);
  }
  return [...columns.values()];
}

/** The white between the heads of one column, from left to right; lines of one head stand over one another. */
function stripsBetween(own: readonly Segment[]): Gutter[] {
  const heads: { x0: number; x1: number; text: string }[] = [];
  for (const { box, text } of [...own].sort((a, b) => a.box.x0 - b.box.x0)) {
    const last = heads.at(-1);
    if (last && box.x0 < last.x1) {
      last.x1 = Math.max(last.x1, box.x1);
      last.text += text;
    } else heads.push({ x0: box.x0, x1: box.x1, text });
  }
  const white = headGap * own[0]!.size;
  return heads.slice(1).flatMap((head, i) => {
    const before = heads[i]!;
    const long = [before, head].every(({ text }) => text.length >= fewestCharacters);
    // A word that begins small goes on with the one before it.
    const goesOn = /^\p{Ll}/u.test(head.text);
    return long && !goesOn && head.x0 - before.x1 >= white ? [{ from: before.x1, to: head.x0 }] : [];
  });
}

/** The strip as far as the texts of its column keep it free; null where they do not, or write on both of its sides below the heads. */
function keptFree(strip: Gutter, rest: readonly Segment[], bottom: number): Gutter | null {
  const below = rest
    .filter(({ box }) => box.y0 > bottom - (box.y1 - box.y0) / 2)
    .sort((a, b) => a.box.y0 - b.box.y0);
  const middle = leastCrossed(strip, below);
  const crosses = ({ box }: Segment): boolean => box.x0 < middle && box.x1 > middle;
  const end = below.findIndex(crosses);
  const rows = new Set((end < 0 ? below : below.slice(0, end)).map(({ line }) => line)).size;
  const crossing = rest.filter(crosses).length;
  if (rows < fewestRows || crossing > rest.length - crossing) return null;
  const from = Math.max(
    strip.from,
    ...rest.filter((s) => !crosses(s) && s.box.x1 <= middle).map(({ box }) => box.x1),
  );
  const to = Math.min(
    strip.to,
    ...rest.filter((s) => !crosses(s) && s.box.x0 >= middle).map(({ box }) => box.x0),
  );
  return { from, to };
}

/** Figures that are set to the right end beyond the middle between two heads: the place is taken, right behind them, that fewest texts write over. */
function leastCrossed({ from, to }: Gutter, texts: readonly Segment[]): number {
  const crossing = (x: number): number => texts.filter(({ box }) => box.x0 < x && box.x1 > x).length;
  let best = { x: (from + to) / 2, count: crossing((from + to) / 2) };
  if (best.count === 0) return best.x;
  for (const x of new Set(texts.map(({ box }) => Math.ceil(box.x1 / behindFigures + 1) * behindFigures))) {
    const count = x > from && x < to ? crossing(x) : Infinity;
    if (count < best.count) best = { x, count };
  }
  return best.x;
}

/** Step in which places behind figures are tried, in points. */
const behindFigures = 0.5;

/** Most lines of a head over a line, and the share of its table that the line is drawn over. */
const mostHeadLines = 3;
const ruledShare = 0.9;

/** Whether a line across is drawn under the head of a table whose rows no line parts: a text in each column above it. */
export function isHeadRuled(run: readonly Segment[], xs: readonly number[], rules: readonly Edge[]): boolean {
  const [left, right] = [
    Math.min(...run.map(({ box }) => box.x0)),
    Math.max(...run.map(({ box }) => box.x1)),
  ];
  return rules.some(({ position, start, end }) => {
    if (Math.min(end, right) - Math.max(start, left) < ruledShare * (right - left)) return false;
    const head = run.filter(({ box }) => (box.y0 + box.y1) / 2 < position);
    const columns = xs
      .slice(1)
      .filter((x, i) => head.some(({ box }) => box.x0 > xs[i]! - 1 && box.x1 < x + 1));
    return new Set(head.map(({ line }) => line)).size <= mostHeadLines && columns.length === xs.length - 1;
  });
}
