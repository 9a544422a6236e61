import type { Glyph } from '../marks.ts';
import type { LatticeCell } from '../rulings/lattice.ts';

/** How far, in ems, a text must begin above its cell to belong to the one above. */
const above = 0.3;

/** Depth and width, in ems, that a character covers of another it is laid over; lines set close may touch. */
const laidOver = 0.15;

/**
 * Takes the last line of a label out of the cell that it was laid over: a writer prints what its row has no room for over the
 * first line of the next, where it begins above the border and covers another text. `contents` are the glyphs of each cell.
 */
export function pullBack(cells: readonly LatticeCell[], contents: Glyph[][]): void {
  cells.forEach(({ row, column, columnSpan, box }, index) => {
    const strays = straysOf(contents[index]!, box.y0);
    if (strays.length === 0) return;
    const owner = cells.findIndex(
      (cell) => cell.row + cell.rowSpan === row && cell.column === column && cell.columnSpan === columnSpan,
    );
    if (owner < 0 || contents[owner]!.some((glyph) => strays.some((stray) => covers(stray, glyph)))) return;
    const taken = new Set(strays);
    contents[index] = contents[index]!.filter((glyph) => !taken.has(glyph));
    contents[owner]!.push(...strays);
  });
}

/** Upright text that begins above `top` and is laid over text that does not. */
function straysOf(glyphs: readonly Glyph[], top: number): Glyph[] {
  const crossing = glyphs.filter((glyph) => glyph.turn === 0 && glyph.box.y0 < top - above * glyph.size);
  if (crossing.length === 0 || crossing.length === glyphs.length) return [];
  const runs = new Set(crossing.map(({ run }) => run));
  const others = glyphs.filter(({ run }) => !runs.has(run));
  const isLaidOver = (glyph: Glyph): boolean => others.some((other) => covers(glyph, other));
  return crossing.some(isLaidOver) ? crossing : [];
}

function covers(a: Glyph, b: Glyph): boolean {
  if (a.text.trim() === '' || b.text.trim() === '') return false;
  const least = laidOver * Math.min(a.size, b.size);
  return (
    Math.min(a.box.x1, b.box.x1) - Math.max(a.box.x0, b.box.x0) > least &&
    Math.min(a.box.y1, b.box.y1) - Math.max(a.box.y0, b.box.y0) > least
  );
}
