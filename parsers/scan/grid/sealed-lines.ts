import type { PageLattice } from '../../geometry/rulings/ruled-grids.ts';
import type { Raster } from '../image/raster.ts';
import { sidesWithin } from './resumed-lines.ts';
import type { PixelRuling } from './ruling.ts';

/** Ink by which lines are looked for, those across and those down. */
interface LineInk {
  level: Raster;
  upright: Raster;
}

/** Pixels to either side of a line within which its ink or the seal lies: lines drift, and colours are seen coarsely. */
const reach = 2;

/** Share of a line that is ink or lies under the seal. */
const explained = 0.95;

/** Share of a side that is ink, where the line does not go on at both of its ends. */
const seen = 0.15;

/**
 * Sides of cells that a seal hides the rest of: all of the line is ink or under the seal. Strokes of writing in a merged cell are no line from
 * end to end. `seals`: 0 where one lies that hides what is under it. Gives the sides whole, in pixels.
 */
export function linesUnderSeals(
  lattices: readonly PageLattice[],
  rulings: readonly PixelRuling[],
  ink: LineInk,
  seals: Raster,
  dpi: number,
): PixelRuling[] {
  return lattices
    .flatMap((lattice) => lattice.cells.flatMap((cell) => sidesWithin(cell, lattice, dpi)))
    .filter((side) => {
      const { inked, red, blank } = partsOf(side, ink, seals);
      const all = inked + red + blank;
      if (red === 0 || inked + red < explained * all) return false;
      return inked >= seen * all || goesOnBothWays(side, rulings);
    });
}

function partsOf(
  { orientation, position, start, end }: PixelRuling,
  { level, upright }: LineInk,
  seals: Raster,
): { inked: number; red: number; blank: number } {
  const lines = orientation === 'h' ? level : upright;
  const at = (raster: Raster, along: number, across: number): number => {
    const [x, y] = orientation === 'h' ? [along, across] : [across, along];
    return x < 0 || y < 0 || x >= raster.width || y >= raster.height
      ? -1
      : raster.data[y * raster.width + x]!;
  };
  const isNear = (along: number, holds: (along: number, across: number) => boolean): boolean => {
    for (let d = -reach; d <= reach; d++) if (holds(along, Math.round(position) + d)) return true;
    return false;
  };
  const isRed = (x: number, y: number): boolean => at(seals, x, y) >= 0 && at(seals, x, y) < 128;
  const parts = { inked: 0, red: 0, blank: 0 };
  for (let along = Math.ceil(start); along < end; along++) {
    if (isNear(along, (x, y) => at(lines, x, y) === 1)) parts.inked++;
    else if (isNear(along, (x, y) => isRed(x - reach, y) || isRed(x, y) || isRed(x + reach, y))) parts.red++;
    else parts.blank++;
  }
  return parts;
}

function goesOnBothWays(side: PixelRuling, rulings: readonly PixelRuling[]): boolean {
  const own = rulings.filter(
    ({ orientation, position }) =>
      orientation === side.orientation && Math.abs(position - side.position) <= 2 * reach,
  );
  const room = 2 * reach;
  return (
    own.some(({ start, end }) => start < side.start - room && end >= side.start - room) &&
    own.some(({ start, end }) => end > side.end + room && start <= side.end + room)
  );
}
