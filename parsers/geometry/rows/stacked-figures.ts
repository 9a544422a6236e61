import type { Glyph } from '../marks.ts';
import type { Lattice, LatticeCell } from '../rulings/lattice.ts';
import type { Segment } from '../texts/segments.ts';
import { explainedRows } from './explained-rows.ts';
import { rowsOf } from './parted-row.ts';
import { isFigure } from './written-lines.ts';

/** Fewest lines of figures in a cell, and of cells with such, that show rows without lines between them. */
interface Fewest {
  lines: number;
  columns: number;
}
const betweenLines: Fewest = { lines: 4, columns: 2 };

/** The same between coloured bars, which part groups of rows. */
export const betweenBars: Fewest = { lines: 2, columns: 3 };

/** Least height of a row, in points, fewest cells in it and least share of figures among the characters of some, where it may hold several rows. */
const highRow = 40;
const fewestCells = 3;
const figureShare = 0.3;

/** Share of the lines of one cell that must stand beside lines of the others. */
const besideShare = 0.8;

/** Whether a row is high enough to hold several that no line parts, and holds figures enough in cells enough. */
export function mayHoldStacks(lattice: Lattice, glyphs: readonly Glyph[]): boolean {
  const { ys, cells } = lattice;
  return ys.some((y0, row) => {
    const y1 = ys[row + 1];
    if (y1 === undefined || y1 - y0 < highRow) return false;
    const own = cells.filter((cell) => cell.row === row && cell.rowSpan === 1);
    if (own.length < fewestCells) return false;
    const inside = glyphs.filter(({ box, text }) => {
      const y = (box.y0 + box.y1) / 2;
      return y > y0 && y < y1 && text.trim() !== '';
    });
    const figured = own.filter(({ box: { x0, x1 } }) => {
      const written = inside.filter(({ box }) => box.x0 + box.x1 > 2 * x0 && box.x0 + box.x1 < 2 * x1);
      return written.filter(({ text }) => /\d/.test(text)).length > written.length * figureShare;
    });
    return figured.length >= betweenLines.columns;
  });
}

/**
 * A grid that draws its columns, its head and its outer sides, but no lines between its rows: cells in which figures stand over
 * one another, beside those of the next cell, are as many rows. Null where no row is of that kind.
 */
export function withStackedFigures(
  lattice: Lattice,
  segments: readonly Segment[],
  fewest = betweenLines,
): Lattice | null {
  let result = lattice;
  for (let row = lattice.ys.length - 2; row >= 0; row--)
    if (lattice.ys[row + 1]! - lattice.ys[row]! > fewest.lines * leastLine)
      result = parted(result, row, segments, fewest);
  return result === lattice ? null : result;
}

/** Least height of a line of text, in points. */
const leastLine = 5;

function parted(lattice: Lattice, row: number, segments: readonly Segment[], fewest: Fewest): Lattice {
  const { xs, ys, cells } = lattice;
  const [y0, y1] = [ys[row]!, ys[row + 1]!];
  const band = cells.filter((cell) => cell.row === row && cell.rowSpan === 1);
  const inside = segments.filter(({ box }) => {
    const [x, y] = [(box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2];
    return y > y0 && y < y1 && band.some((cell) => x > cell.box.x0 && x < cell.box.x1);
  });
  if (!hasStacks(band, inside, fewest)) return lattice;
  const { bounds, ofColumn } = explainedRows(xs, inside);
  const inner = bounds.filter((y) => y > y0 + leastLine && y < y1 - leastLine);
  if (inner.length + 1 < fewest.lines) return lattice;
  return rowsOf(lattice, row, inner, (column) => ofColumn[column]!);
}

/** Share of the lines of a cell that must be figures where the others are marks. */
const leastFigures = 0.5;

/** What stands where there is no figure: dashes, dots, letters such as NA or (X). */
function isMark(text: string): boolean {
  return !isFigure(text) && (/^[^\p{Ll}\p{Lo}\d]{1,4}$/u.test(text) || /^[.…·\s]+$/.test(text));
}

/** Whether several cells hold figures alone, line beside line. */
function hasStacks(band: readonly LatticeCell[], inside: readonly Segment[], fewest: Fewest): boolean {
  const stacks = band.flatMap(({ box }) => {
    const own = inside.filter((piece) => {
      const x = (piece.box.x0 + piece.box.x1) / 2;
      return x > box.x0 && x < box.x1;
    });
    const lines = new Set(own.map(({ line }) => line));
    const figures = own.filter(({ text }) => isFigure(text)).length;
    const marks = own.filter(({ text }) => isMark(text)).length;
    const isStack = figures >= own.length * leastFigures && figures + marks >= own.length * besideShare;
    return lines.size >= fewest.lines && isStack ? [lines] : [];
  });
  const fullest = Math.max(0, ...stacks.map(({ size }) => size));
  const first = stacks.find(({ size }) => size === fullest);
  if (!first) return false;
  const beside = stacks.filter(
    (lines) => [...lines].filter((line) => first.has(line)).length >= lines.size * besideShare,
  );
  return beside.length >= fewest.columns;
}
