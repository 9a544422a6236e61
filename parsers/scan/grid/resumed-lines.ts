import type { LatticeCell } from '../../geometry/rulings/lattice.ts';
import type { PageLattice } from '../../geometry/rulings/ruled-grids.ts';
import { inches, type PixelRuling } from './ruling.ts';

/** Share of a side that must be seen: the rest lies behind what was stamped over it. */
const seen = 0.3;

/** Share that must be seen of a side that a stamp hides to its far end. */
const seenOfHidden = 0.5;

/** Share that must be seen of a side of a low row, which is no longer than a stroke: it meets a border, as no stroke does. */
const seenOfLow = 0.7;

/** What meets a border ends no farther from its middle than this, in pixels. */
const flush = 2;

/** Pieces of one line lie this far apart at most, in pixels. */
const drift = 2.5;

/** A cell that a line going on parts may have lost a side to the cell below: its line goes on too. */
const passes = 2;

/** Lines with those that go on, and the grids that they draw; `drawn` are the grids without. */
export function withResumed<Grids extends { lattices: readonly PageLattice[] }>(
  lines: readonly PixelRuling[],
  drawn: Grids,
  refused: readonly PixelRuling[],
  dpi: number,
  gridsOf: (lines: readonly PixelRuling[]) => Grids,
): { lines: readonly PixelRuling[]; grids: Grids } {
  let found = { lines, grids: drawn };
  for (let pass = 0; pass < passes; pass++) {
    const more = resumedLines(found.grids.lattices, found.lines, refused, dpi);
    if (more.length === 0) break;
    const all = [...found.lines, ...more];
    found = { lines: all, grids: gridsOf(all) };
  }
  return found;
}

/**
 * Sides of cells of which a stamp leaves only pieces. The line is one of the grid; within a cell that stands over it a piece starts at
 * a border, and at the other border another does, or the line goes on behind it; or it comes out of the next cell and
 * goes on over half of this one. Strokes of writing in a merged cell touch no border,
 * and a line that ends there on purpose leaves no piece. Gives the sides whole, in pixels. `dpi`: pixels an inch.
 */
function resumedLines(
  lattices: readonly PageLattice[],
  rulings: readonly PixelRuling[],
  refused: readonly PixelRuling[],
  dpi: number,
): PixelRuling[] {
  const sides = lattices.flatMap((lattice) =>
    lattice.cells.flatMap((cell) => sidesWithin(cell, lattice, dpi)),
  );
  const drawn = [...rulings, ...refused];
  const found = sides.filter((side) => goesOn(side, drawn, dpi));
  // A seal lies over the next cell too: the line goes on behind it there, now that it does here.
  const rest = found.length === 0 ? [] : sides.filter((side) => !found.includes(side));
  return [...found, ...rest.filter((side) => goesOn(side, [...drawn, ...found], dpi))];
}

/** The lines of the grid that a merged cell stands over, as far as it does. */
export function sidesWithin(
  { box, columnSpan, rowSpan }: LatticeCell,
  { xs, ys }: PageLattice,
  dpi: number,
): PixelRuling[] {
  const scale = dpi / 72;
  const thickness = 2;
  const side = (orientation: 'h' | 'v', position: number, start: number, end: number): PixelRuling => ({
    orientation,
    position: position * scale,
    start: start * scale,
    end: end * scale,
    thickness,
  });
  return [
    ...(rowSpan > 1
      ? ys.filter((y) => y > box.y0 && y < box.y1).map((y) => side('h', y, box.x0, box.x1))
      : []),
    ...(columnSpan > 1
      ? xs.filter((x) => x > box.x0 && x < box.x1).map((x) => side('v', x, box.y0, box.y1))
      : []),
  ];
}

function goesOn(
  { orientation, position, start, end }: PixelRuling,
  lines: readonly PixelRuling[],
  dpi: number,
): boolean {
  const touch = inches.touch * dpi;
  const own = lines.filter(
    (line) => line.orientation === orientation && Math.abs(line.position - position) <= drift,
  );
  const inside = own
    .map((line) => ({ from: Math.max(line.start, start), to: Math.min(line.end, end) }))
    .filter(({ from, to }) => to - from > touch);
  const covered = inside.reduce((sum, { from, to }) => sum + to - from, 0);
  const meets = inside.some(({ from, to }) => from <= start + flush || to >= end - flush);
  const isSide = covered >= inches.stroke * dpi || (meets && covered >= seenOfLow * (end - start));
  if (!isSide || covered < seen * (end - start)) return false;
  const startsAt = inside.some(({ from }) => from <= start + touch);
  const endsAt = inside.some(({ to }) => to >= end - touch);
  const goesBefore = own.some((line) => line.start < start - touch && line.end >= start - touch);
  const goesBehind = own.some((line) => line.end > end + touch && line.start <= end + touch);
  if (startsAt ? endsAt || goesBehind : endsAt && goesBefore) return true;
  return covered >= seenOfHidden * (end - start) && (startsAt ? goesBefore : endsAt && goesBehind);
}
