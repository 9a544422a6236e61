import { headAbove } from '../half-ruled/table-ends.ts';
import type { Glyph } from '../marks.ts';
import type { Lattice } from '../rulings/lattice.ts';
import type { GeometrySettings } from '../settings.ts';
import { type Segment, segmentsIn } from '../texts/segments.ts';
import { isFigure, isYear } from './written-lines.ts';

/** Fewest columns and rows of a grid that draws its body alone. */
const fewestColumns = 4;
const fewestRows = 3;

/** Share of the columns behind the first that hold figures in its first row. */
const figureShare = 0.6;

/** Highest head, in points. */
const headHeight = 40;

/** A grid whose first row is one of figures, with a head above its first line: a name over each column behind the first. Null where there is none. */
export function withHeadOutside(
  lattice: Lattice,
  glyphs: readonly Glyph[],
  settings: GeometrySettings,
): Lattice | null {
  const { xs, ys, cells } = lattice;
  if (xs.length - 1 < fewestColumns || ys.length - 1 < fewestRows) return null;
  if (cells.filter(({ row }) => row === 0).length < xs.length - 1) return null;
  const [x0, x1, y0, y1] = [xs[0]!, xs.at(-1)!, ys[0]!, ys[1]!];
  const first = segmentsIn({ x0, y0, x1, y1 }, glyphs, settings);
  if (columnsOf(first.filter(isAmount), xs).size < figureShare * (xs.length - 2)) return null;
  const above = segmentsIn({ x0, y0: y0 - headHeight, x1, y1: y0 }, glyphs, settings);
  const top = headAbove(y0, xs, above);
  if (top === null) return null;
  const heads = above.filter(({ box }) => box.y1 > top);
  const named = columnsOf(heads, xs);
  const isHead = heads.every(
    (head) => (!isAmount(head) || isUnitBelow(head, heads)) && !/[：:]/.test(head.text),
  );
  if (!isHead || xs.slice(2).some((_, i) => !named.has(i + 1))) return null;
  const row = xs.slice(1).map((right, column) => ({
    row: 0,
    column,
    rowSpan: 1,
    columnSpan: 1,
    box: { x0: xs[column]!, y0: top, x1: right, y1: y0 },
  }));
  return { xs, ys: [top, ...ys], cells: [...row, ...cells.map((cell) => ({ ...cell, row: cell.row + 1 }))] };
}

const isAmount = ({ text }: Pick<Segment, 'text'>): boolean => isFigure(text) && !isYear(text);

/** Whether a figure in brackets says in what the head right above it is counted: Index (2000=100), Sales ($000). */
function isUnitBelow({ box, text }: Segment, heads: readonly Segment[]): boolean {
  const isOver = (other: Segment): boolean =>
    other.box.x0 < box.x1 && other.box.x1 > box.x0 && other.box.y1 < box.y1 && !isAmount(other);
  return /^\([^()]*\)$/.test(text) && heads.some(isOver);
}

/** The columns that texts stand in, from 0. */
function columnsOf(segments: readonly Segment[], xs: readonly number[]): Set<number> {
  return new Set(segments.map(({ box }) => xs.findIndex((x) => x > (box.x0 + box.x1) / 2) - 1));
}
