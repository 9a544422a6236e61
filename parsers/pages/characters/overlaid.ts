import type { Box } from '../../../schemas/index.ts';
import { areaOf } from '../../geometry/box-around.ts';
import type { Glyph } from '../../geometry/marks.ts';
import type { ReadMarks } from '../page-marks.ts';

/** What makes a text doubtful that is printed over another. */
export const printedOver = 'printed over another text';

/** Share of the smaller of two characters that lies on the other where one was printed over the other. */
const shareOver = 0.5;

/** Side of the squares that characters are looked for in, in points. */
const square = 8;

/** Larger characters, in points, are no texts of cells. */
const largest = 64;

/** So many others are looked at for each character: more lie on it only where a file does harm. */
const mostLooks = 64;

/** What is never set over another on purpose, as signs, accents and the letters of a logo are. */
const isSolid = /^[\d\p{Script=Han}]$/u;

/** Marks what lies on another text as doubtful: the cell holds what does not belong to it. */
export function withOverlaidDoubts(marks: ReadMarks): ReadMarks {
  const overlaid = overlaidGlyphs(marks.glyphs);
  if (overlaid.size === 0) return marks;
  const glyphs = marks.glyphs.map((glyph) =>
    overlaid.has(glyph) ? { ...glyph, doubt: glyph.doubt ?? printedOver } : glyph,
  );
  return { ...marks, glyphs };
}

/** Characters of different texts that lie on one another, of which the page shows neither. The same one printed twice is bold. */
function overlaidGlyphs(glyphs: readonly Glyph[]): Set<Glyph> {
  // A run that its cell cuts off does not show where it lies on the next.
  const solid = glyphs.filter(
    ({ box, text, turn, cut, home }) =>
      turn === 0 &&
      !cut &&
      !home &&
      isSolid.test(text) &&
      box.x1 - box.x0 < largest &&
      box.y1 - box.y0 < largest,
  );
  const found = new Set<Glyph>();
  if (solid.length === 0) return found;
  const area = areaOf(solid);
  const columns = Math.floor((area.x1 - area.x0) / square) + 1;
  const column = (x: number): number => Math.floor((x - area.x0) / square);
  const row = (y: number): number => Math.floor((y - area.y0) / square);
  const first = new Map<number, number>();
  const next = new Int32Array(solid.length);
  for (const [i, { box }] of solid.entries()) {
    const at = row((box.y0 + box.y1) / 2) * columns + column((box.x0 + box.x1) / 2);
    next[i] = first.get(at) ?? -1;
    first.set(at, i);
  }
  for (const glyph of solid) {
    const { x0, x1, y0, y1 } = glyph.box;
    let looks = 0;
    for (let r = row(y0); r <= row(y1); r++)
      for (let c = column(x0); c <= column(x1); c++)
        for (let i = first.get(r * columns + c) ?? -1; i >= 0 && looks < mostLooks; i = next[i]!, looks++) {
          const other = solid[i]!;
          if (other.run === glyph.run || other.text === glyph.text || !lieOver(glyph.box, other.box))
            continue;
          found.add(glyph).add(other);
        }
  }
  return found;
}

function lieOver(a: Box, b: Box): boolean {
  const width = Math.min(a.x1, b.x1) - Math.max(a.x0, b.x0);
  const height = Math.min(a.y1, b.y1) - Math.max(a.y0, b.y0);
  const least = Math.min((a.x1 - a.x0) * (a.y1 - a.y0), (b.x1 - b.x0) * (b.y1 - b.y0));
  return width > 0 && height > 0 && width * height > shareOver * least;
}
