import type { Raster } from '../image/raster.ts';
import type { PixelRuling } from './ruling.ts';

/** Takes rulings out of the picture and its ink; text that touches one loses no more than the ruling covers. */
export function eraseRulings(picture: Raster, ink: Raster, rulings: readonly PixelRuling[]): void {
  const { width, height } = ink;
  for (const { orientation, position, start, end, thickness } of rulings) {
    const half = thickness / 2;
    const limit = thickness + 5;
    const reach = Math.ceil(half + 3);
    const level = orientation === 'h';
    const [along, across] = level ? [1, width] : [width, 1];
    const extent = level ? height : width;
    const last = Math.min(level ? width : height, Math.ceil(end) + 2);
    const centre = Math.round(position - 0.5);
    for (let at = Math.max(0, Math.floor(start) - 2); at < last; at++) {
      const origin = at * along;
      const nearest = nearestInk(ink, origin, across, centre, reach, extent);
      if (nearest < 0) {
        // A faint line is no ink: its grey goes.
        for (let y = Math.max(0, centre - 1); y <= Math.min(extent - 1, centre + 1); y++)
          picture.data[origin + y * across] = 255;
        continue;
      }
      let a = nearest;
      let b = nearest;
      while (a > 0 && nearest - a < limit && ink.data[origin + (a - 1) * across] === 1) a--;
      while (b < extent - 1 && b - nearest < limit && ink.data[origin + (b + 1) * across] === 1) b++;
      if (b - a + 1 > limit) {
        a = Math.round(nearest - half);
        b = Math.round(nearest + half);
      } else {
        // The grey fringe of the line goes with it.
        a -= 2;
        b += 2;
      }
      for (let y = Math.max(0, a); y <= Math.min(extent - 1, b); y++) {
        picture.data[origin + y * across] = 255;
        ink.data[origin + y * across] = 0;
      }
    }
  }
}

/** The dark pixel across a ruling that is nearest to its middle; -1 where the line is broken. */
function nearestInk(
  ink: Raster,
  origin: number,
  across: number,
  centre: number,
  reach: number,
  extent: number,
): number {
  for (let away = 0; away <= reach; away++) {
    if (centre - away >= 0 && ink.data[origin + (centre - away) * across] === 1) return centre - away;
    if (centre + away < extent && ink.data[origin + (centre + away) * across] === 1) return centre + away;
  }
  return -1;
}
