import { firstAtLeast, firstFrom } from '../first-from.ts';
import type { Glyph, Ruling } from '../marks.ts';
import type { GeometrySettings } from '../settings.ts';

/** A border ends at the lines down beside it to within this, in points; what ends farther off and still near enough to touch them may be an underline. */
const offBorder = 1.3;

/** How far below the base line of its text a line underlines it, in ems. */
const drop = { from: -0.02, to: 0.3 };

/** Share of its length that the text over an underline takes, written blanks too. */
const leastText = 0.5;

/** Rulings without the lines under texts that fill the width of their cells: such a line ends near both sides of the cell, but at neither. */
export function withoutUnderlines(
  rulings: readonly Ruling[],
  glyphs: readonly Glyph[],
  { touch }: GeometrySettings,
): readonly Ruling[] {
  const sides = Float64Array.from(
    new Set(rulings.flatMap(({ orientation, position }) => (orientation === 'v' ? [position] : []))),
  ).sort();
  const isNear = (x: number): boolean => {
    const off = distanceTo(sides, x);
    return off > offBorder && off <= touch;
  };
  const suspects = rulings.filter(
    ({ orientation, start, end }) => orientation === 'h' && isNear(start) && isNear(end),
  );
  if (suspects.length === 0) return rulings;
  const sorted = [...glyphs].sort((a, b) => a.baseline - b.baseline);
  const underlines = new Set(suspects.filter((ruling) => isUnderText(ruling, sorted)));
  return rulings.filter((ruling) => !underlines.has(ruling));
}

/** Glyphs in the order of their base lines. */
function isUnderText({ position, start, end }: Ruling, sorted: readonly Glyph[]): boolean {
  let covered = 0;
  for (let i = firstFrom(sorted.length, (at) => sorted[at]!.baseline >= position - highest); ; i++) {
    const glyph = sorted[i];
    if (!glyph || glyph.baseline > position + 1) break;
    const below = (position - glyph.baseline) / glyph.size;
    if (below < drop.from || below > drop.to) continue;
    covered += Math.max(0, Math.min(end, glyph.box.x1) - Math.max(start, glyph.box.x0));
  }
  return covered >= leastText * (end - start);
}

/** No underline is farther below the base line of a text, in points. */
const highest = 8;

function distanceTo(sorted: Float64Array, x: number): number {
  const at = firstAtLeast(sorted, x);
  return Math.min(Math.abs((sorted[at] ?? Infinity) - x), Math.abs((sorted[at - 1] ?? Infinity) - x));
}
