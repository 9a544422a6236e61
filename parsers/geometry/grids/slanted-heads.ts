import type { Box } from '../../../schemas/index.ts';
import type { Glyph, Slant } from '../marks.ts';
import type { CellFinder } from './page-grid.ts';

/** A slanted line ends this near to the corner and the sides of its cell, in points. */
const drift = 3;

/** Characters of one text follow each other to within this, in ems, and stand on one line to within as much. */
const sameText = 0.6;
const sameLine = 0.2;

/** The slanted lines of each cell, by lattice and cell. */
export function slantsByCell(
  slants: readonly Slant[],
  find: CellFinder,
): (lattice: number, cell: number) => readonly Slant[] {
  if (slants.length === 0) return () => [];
  const byCell = Map.groupBy(slants, ({ x0, y0, x1, y1 }) => {
    const place = find((x0 + x1) / 2, (y0 + y1) / 2);
    return place ? `${place.lattice} ${place.cell}` : '';
  });
  return (lattice, cell) => byCell.get(`${lattice} ${cell}`) ?? [];
}

/**
 * The glyphs of a cell that is cut across from a corner (斜线表头) by the parts that its lines make, from top to bottom: each holds a
 * head of its own. All in one where no such line lies in the cell.
 */
export function partsAcross(glyphs: readonly Glyph[], box: Box, slants: readonly Slant[]): Glyph[][] {
  const own = slants.filter((slant) => isAcross(slant, box));
  if (own.length === 0 || glyphs.some(({ turn }) => turn !== 0)) return [[...glyphs]];
  const sideOf = (text: readonly Glyph[]): string => {
    // Blanks move a text to its place.
    const written = text.filter((glyph) => glyph.text.trim() !== '');
    const [first, last] = [(written[0] ?? text[0]!).box, (written.at(-1) ?? text.at(-1)!).box];
    const [x, y] = [(first.x0 + last.x1) / 2, (first.y0 + first.y1) / 2];
    return own.map(({ x0, y0, x1, y1 }) => (y0 + ((x - x0) * (y1 - y0)) / (x1 - x0) > y ? 1 : 0)).join('');
  };
  const parts = [...Map.groupBy(textsOf(glyphs), sideOf).values()].map((texts) => texts.flat());
  return parts.sort((a, b) => Math.round(topOf(a) - topOf(b)) || a[0]!.box.x0 - b[0]!.box.x0);
}

/** Whether a line begins in a corner of a box and ends at its sides. */
function isAcross({ x0, y0, x1, y1 }: Slant, box: Box): boolean {
  const isNear = (a: number, b: number): boolean => Math.abs(a - b) < drift;
  const inCorner = (x: number, y: number): boolean =>
    (isNear(x, box.x0) || isNear(x, box.x1)) && (isNear(y, box.y0) || isNear(y, box.y1));
  const onSide = (x: number, y: number): boolean =>
    isNear(x, box.x0) || isNear(x, box.x1) || isNear(y, box.y0) || isNear(y, box.y1);
  return (inCorner(x0, y0) && onSide(x1, y1)) || (inCorner(x1, y1) && onSide(x0, y0));
}

/** Glyphs that follow each other on one line. */
function textsOf(glyphs: readonly Glyph[]): Glyph[][] {
  const texts: Glyph[][] = [];
  for (const glyph of glyphs) {
    const last = texts.at(-1)?.at(-1);
    const follows =
      last !== undefined &&
      Math.abs(glyph.box.x0 - last.box.x1) < sameText * glyph.size &&
      Math.abs(glyph.baseline - last.baseline) < sameLine * glyph.size;
    if (follows) texts.at(-1)!.push(glyph);
    else texts.push([glyph]);
  }
  return texts;
}

function topOf(glyphs: readonly Glyph[]): number {
  return Math.min(...glyphs.map(({ box }) => box.y0));
}
