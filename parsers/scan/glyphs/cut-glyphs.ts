import type { Area, Raster } from '../image/raster.ts';
import { tightened } from '../lines/text-lines.ts';

/** Share of the way from one character to the next within which no cut is made, at both ends. */
const spared = 0.2;

/**
 * Glyphs with those cut apart that run into one another: between two characters that were seen on one stretch of ink, at the column with
 * the least of it. `seenAt`: columns of the characters, from left to right; all in pixels.
 */
export function cutGlyphs(
  { picture, ink }: { picture: Raster; ink: Raster },
  glyphs: readonly Area[],
  seenAt: readonly number[],
): Area[] {
  return glyphs.flatMap((glyph) => {
    const own = seenAt.filter((x) => x >= glyph.x0 && x < glyph.x1);
    const cuts = own.slice(1).map((x, i) => palest(picture, glyph, own[i]!, x));
    const edges = [glyph.x0, ...cuts, glyph.x1];
    return edges.slice(1).flatMap((x1, i) => tightened(ink, { ...glyph, x0: edges[i]!, x1 }) ?? []);
  });
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
