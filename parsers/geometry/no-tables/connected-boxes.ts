import type { Glyph } from '../marks.ts';
import type { Lattice, LatticeCell } from '../rulings/lattice.ts';

/** Fewest lines down between boxes below each other that show steps of a procedure. */
const fewestLinks = 2;

/** Whether a grid is boxes below each other that lines down connect: what lies between two of them is blank, and each is one cell. */
export function areConnectedBoxes({ xs, ys, cells }: Lattice, glyphs: readonly Glyph[]): boolean {
  const columns = xs.length - 1;
  const rows = ys.slice(1).map((_, row) => cells.filter((cell) => cell.row === row));
  const isBox = ([cell]: readonly LatticeCell[]): boolean =>
    cell !== undefined && cell.columnSpan === columns && cell.rowSpan === 1;
  if (columns < 2 || rows.length < 2 * fewestLinks + 1) return false;
  if (rows.some((row, i) => isBox(row) !== (i % 2 === 0))) return false;
  const links = rows.filter((_, i) => i % 2 === 1).flat();
  return !glyphs.some(({ text, box }) => text.trim() !== '' && links.some((cell) => holds(cell, box)));
}

function holds({ box: { x0, x1, y0, y1 } }: LatticeCell, box: Glyph['box']): boolean {
  const [x, y] = [(box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2];
  return x > x0 && x < x1 && y > y0 && y < y1;
}
