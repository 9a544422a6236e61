import type { Glyph } from '../marks.ts';
import type { CellFinder } from './page-grid.ts';

/** Least gap over a border, in ems, that parts the texts of two cells: both keep a point or two from their sides. */
const leastGap = 0.25;

/** Such a gap is this many times as wide as those before and behind it: a text spread over a border has the same everywhere. */
const timesAsWide = 2;

/**
 * Texts of one operator that a border parts: some systems set a whole row at once and move on from cell to cell, by less than
 * a character where a text fills its cell.
 */
export function partedByBorders(piece: readonly Glyph[], find: CellFinder): (readonly Glyph[])[] {
  const at = (glyph: Glyph) => find((glyph.box.x0 + glyph.box.x1) / 2, (glyph.box.y0 + glyph.box.y1) / 2);
  const crosses = (i: number): boolean => {
    const [a, b] = [at(piece[i - 1]!), at(piece[i]!)];
    return a !== null && b !== null && (a.lattice !== b.lattice || a.cell !== b.cell);
  };
  const gapBefore = (i: number): number =>
    i < 1 || i >= piece.length ? 0 : piece[i]!.box.x0 - piece[i - 1]!.box.x1;
  const isBorder = (i: number): boolean => {
    const gap = gapBefore(i);
    if (gap < leastGap * piece[i]!.size || isOneWord(piece[i - 1]!, piece[i]!) || !crosses(i)) return false;
    return [i - 1, i + 1].every((other) => timesAsWide * gapBefore(other) <= gap || crosses(other));
  };
  const parts: (readonly Glyph[])[] = [];
  let from = 0;
  for (let i = 1; i < piece.length; i++) {
    if (piece[i]!.turn !== 0 || !isBorder(i)) continue;
    parts.push(piece.slice(from, i));
    from = i;
  }
  return from === 0 ? [piece] : [...parts, piece.slice(from)];
}

/** Words of letters stand as far apart within a text. */
function isOneWord(a: Glyph, b: Glyph): boolean {
  return /^[A-Za-z,;:]$/.test(a.text) && /^[A-Za-z]$/.test(b.text);
}
