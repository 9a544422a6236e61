import { isSpread } from '../borderless/prose-lines.ts';
import { wideRows } from '../borderless/wide-rows.ts';
import { areaOf } from '../box-around.ts';
import { isInBand, type RuledBands } from '../half-ruled/ruled-rows.ts';
import type { Glyph } from '../marks.ts';
import { isFigure } from '../rows/written-lines.ts';
import type { Lattice } from '../rulings/lattice.ts';
import type { GeometrySettings } from '../settings.ts';
import { linesOf, type TextLine } from '../texts/lines.ts';
import { piecesOf, type Segment, segmentsOf } from '../texts/segments.ts';
import type { Gutter } from './gutter.ts';
import { guttersOf } from './gutters.ts';

/** Narrowest gutter between two columns of prose, in points. */
const minGutter = 8;

/** Share of its column that a line of prose fills with words. */
const fullness = 0.72;

/** Share of the lines of a column that must be prose, and of one beside such a column, which may hold a long table. */
const mostLines = 0.5;
const someLines = 0.3;

/** Share of the lines of two of three columns that must be prose. */
const sureLines = 0.6;

/** Fewest lines of prose in each column. */
const minLines = 6;

/** Share of the lines that may run across both columns: titles, tables, notes. */
const spanning = 0.3;

/** The same between three, into which the texts of a table over them may reach. */
const minGutterOfThree = 6;

/** Widths of three columns of prose differ by at most this share. */
const widthDrift = 0.2;

/**
 * Where a page of two or three columns of prose is parted: x of the middle of each gutter; none for a page of one column. Tables
 * have gutters too, but their pieces do not fill their columns.
 */
export function columnSplits(found: readonly Segment[]): number[] {
  const segments = withoutPageNumbers(found);
  if (segments.length < 2 * minLines) return [];
  // A table over three columns has figures in their gutters.
  const texts = segments.filter(({ text }) => !isFigure(text));
  const parted = threeColumns(texts) ?? twoColumns(segments);
  return (parted ?? []).map(({ from, to }) => (from + to) / 2);
}

function twoColumns(segments: readonly Segment[]): Gutter[] | null {
  const { left, right } = sidesOf(segments);
  const gutter = guttersOf(segments, spanning).find((candidate) => {
    const x = (candidate.from + candidate.to) / 2;
    const wide = candidate.to - candidate.from >= minGutter;
    const central = x >= left + (right - left) * 0.3 && x <= left + (right - left) * 0.7;
    if (!wide || !central) return false;
    const shares = proseShares([candidate], segments);
    return Math.max(...shares) >= mostLines && Math.min(...shares) >= someLines;
  });
  return gutter ? [gutter] : null;
}

function threeColumns(segments: readonly Segment[]): Gutter[] | null {
  const { left, right } = sidesOf(segments);
  const wide = guttersOf(segments, spanning).filter(({ from, to }) => to - from >= minGutterOfThree);
  for (const first of wide)
    for (const second of wide) {
      if (second.from <= first.to) continue;
      const widths = [first.from - left, second.from - first.to, right - second.to];
      const alike = Math.min(...widths) >= (1 - widthDrift) * Math.max(...widths);
      if (!alike) continue;
      const [, more, most] = proseShares([first, second], segments).sort((a, b) => a - b);
      if (more! >= sureLines && most! >= sureLines) return [first, second];
    }
  return null;
}

function sidesOf(segments: readonly Segment[]): { left: number; right: number } {
  const { x0: left, x1: right } = areaOf(segments);
  return { left, right };
}

/** The share of prose in each of the columns between gutters. */
function proseShares(gutters: readonly Gutter[], segments: readonly Segment[]): number[] {
  const { left, right } = sidesOf(segments);
  const starts = [left, ...gutters.map(({ to }) => to)];
  const ends = [...gutters.map(({ from }) => from), right];
  const splits = gutters.map(({ from, to }) => (from + to) / 2);
  return starts.map((start, i) => {
    const own = segments.filter(
      ({ box }) => (i === 0 || box.x0 >= splits[i - 1]!) && (i === splits.length || box.x1 <= splits[i]!),
    );
    return proseShare(own, start, ends[i]!);
  });
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
function proseShare(segments: readonly Segment[], from: number, to: number): number {
  const lines = Map.groupBy(segments, ({ line }) => line);
  const full = [...lines.values()].filter(
    (pieces) =>
      pieces.reduce((sum, { box }) => sum + box.x1 - box.x0, 0) >= (to - from) * fullness ||
      isSpread(pieces, from, to),
  );
  // Texts of a table fill two of its columns too: the white between those runs down all of their lines.
  if (full.length < minLines || isParted(full)) return 0;
  return full.length / lines.size;
}

/** Fewest lines, in shares of all, that have several pieces where white runs down between columns. */
const partedShare = 0.6;

function isParted(lines: readonly (readonly Segment[])[]): boolean {
  const parted = lines.filter((pieces) => pieces.length > 1);
  return (
    parted.length >= partedShare * lines.length &&
    guttersOf(lines.flat(), 0).some(({ from, to }) => to - from >= minGutter)
  );
}

/** The column that a box stands in, from 0; null where it runs across several. */
export function columnAt({ x0, x1 }: { x0: number; x1: number }, splits: readonly number[]): number | null {
  const column = splits.filter((x) => x <= x0 + 1).length;
  return x1 <= (splits[column] ?? Infinity) + 1 ? column : null;
}

/**
 * Lines of each column of a page; of a page of one column, all its lines. What runs across several columns is a flow of its own,
 * the first, and so are tables over them, with `bands` of lines across or without.
 */
export function flowsOf(
  glyphs: readonly Glyph[],
  splits: readonly number[],
  settings: GeometrySettings,
  bands: RuledBands = [],
): TextLine[][] {
  const lines = linesOf(glyphs, settings);
  if (splits.length === 0) return [lines];
  const wide = wideRows(segmentsOf(lines, settings.columnGap), splits[0]!);
  const across: Glyph[] = [];
  const columns = Array.from({ length: splits.length + 1 }, (): Glyph[] => []);
  for (const piece of piecesOf(lines, settings.proseGap, splits)) {
    const isWide = wide.has(piece.line) || isInBand(piece.box, bands);
    const column = isWide ? null : columnAt(piece.box, splits);
    (column === null ? across : columns[column]!).push(...piece.glyphs);
  }
  return [across, ...columns].map((flow) => linesOf(flow, settings));
}

/** A table without outer lines ends with the column of the page that its texts stand in. */
export function withinColumn(
  lattice: Lattice,
  texts: readonly Segment[],
  splits: readonly number[],
): Lattice {
  const [x0, x1] = [lattice.xs[0]!, lattice.xs.at(-1)!];
  const { x0: left, x1: right } = areaOf(texts);
  const end = splits.find((x) => x < x1 && x >= right);
  const start = splits.findLast((x) => x > x0 && x <= left);
  if (end === undefined && start === undefined) return lattice;
  const moved = (x: number): number => (x === x1 ? (end ?? x) : x === x0 ? (start ?? x) : x);
  return {
    ...lattice,
    xs: lattice.xs.map(moved),
    cells: lattice.cells.map((cell) => ({
      ...cell,
      box: { ...cell.box, x0: moved(cell.box.x0), x1: moved(cell.box.x1) },
    })),
  };
}
