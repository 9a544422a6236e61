import type { Area, Raster } from '../image/raster.ts';
import { tightened } from '../lines/text-lines.ts';

/** Share of the way from one character to the next within which no cut is made, at both ends. */
const spared = 0.2;

/** A character and the column that it was seen at. */
interface SeenAt {
  text: string;
  x: number;
}

/**
 * Glyphs with those cut apart that run into one another: between two characters that were seen on one stretch of ink, at the column with
 * the least of it. `characters` from left to right; all in pixels.
 */
export function cutGlyphs(
  { picture, ink }: { picture: Raster; ink: Raster },
  glyphs: readonly Area[],
  characters: readonly SeenAt[],
): Area[] {
  const onGlyph = ({ x0, x1 }: Area): SeenAt[] => characters.filter(({ x }) => x >= x0 && x < x1);
  return glyphs.flatMap((glyph, i) => {
    const before = glyphs[i - 1];
    const free = before !== undefined && onGlyph(before).length === 0 ? before : null;
    const own = withoutPoint(onGlyph(glyph), free).map(({ x }) => x);
    const cuts = own.slice(1).map((x, i) => palest(picture, glyph, own[i]!, x));
    const edges = [glyph.x0, ...cuts, glyph.x1];
    return edges.slice(1).flatMap((x1, i) => tightened(ink, { ...glyph, x0: edges[i]!, x1 }) ?? []);
  });
}

/** A point is often seen on the digit behind it, nearer to a glyph that no character was seen on: it stands on that one. */
function withoutPoint(own: readonly SeenAt[], free: Area | null): readonly SeenAt[] {
  const [first, second] = own;
  if (free === null || second === undefined || !/^[.,]$/.test(first!.text)) return own;
  return first!.x - free.x1 < second.x - first!.x ? own.slice(1) : own;
}

function palest(picture: Raster, { y0, y1 }: Area, left: number, right: number): number {
  const room = (right - left) * spared;
  let best = Math.round((left + right) / 2);
  let least = Number.POSITIVE_INFINITY;
  for (let x = Math.ceil(left + room); x <= Math.floor(right - room); x++) {
    let ink = 0;
    for (let y = y0; y < y1; y++) ink += 255 - picture.data[y * picture.width + x]!;
    if (ink >= least) continue;
    least = ink;
    best = x;
  }
  return best;
}
