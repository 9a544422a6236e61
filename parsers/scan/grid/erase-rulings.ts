import type { Raster } from '../image/raster.ts';
import type { PixelRuling } from './ruling.ts';

/** Takes rulings out of the picture and its ink; text that touches one loses no more than the ruling covers. */
export function eraseRulings(picture: Raster, ink: Raster, rulings: readonly PixelRuling[]): void {
  const { width, height } = ink;
  for (const { orientation, position, start, end, thickness } of rulings) {
    const half = thickness / 2;
    const limit = thickness + 5;
    const reach = Math.ceil(half + 1);
    const level = orientation === 'h';
    const [along, across] = level ? [1, width] : [width, 1];
    const extent = level ? height : width;
    const last = Math.min(level ? width : height, Math.ceil(end) + 2);
    const centre = Math.round(position - 0.5);
    const first = Math.max(0, Math.floor(start) - 2);
    const places = Array.from({ length: Math.max(0, last - first) }, (_, i) => (first + i) * along);
    const middles = middlesOf(picture, places, across, centre, Math.ceil(half + 3), extent);
    const usual = usualThickness(ink, across, places, middles, reach, limit, extent);
    let lone: InkRun | null = null;
    for (const [i, origin] of places.entries()) {
      const centre = middles[i]!;
      const nearest = nearestInk(ink, origin, across, centre, reach, extent);
      if (nearest < 0) {
        // A faint line is no ink: its grey goes.
        for (let y = Math.max(0, centre - 1); y <= Math.min(extent - 1, centre + 1); y++)
          picture.data[origin + y * across] = 255;
        continue;
      }
      const run = inkRun(ink, nearest, origin, across, limit, extent);
      const isAlone = run.to - run.from + 1 <= usual + 1;
      if (isAlone) lone = run;
      // Where a stroke of text runs into the line, no more goes than the line covers beside it.
      else if (lone !== null) run.from = Math.max(run.from, lone.from - 1);
      if (!isAlone && lone !== null) run.to = Math.min(run.to, lone.to + 1);
      if (run.to - run.from + 1 > limit) {
        run.from = Math.round(nearest - half);
        run.to = Math.round(nearest + half);
      }
      for (let y = run.from; y <= run.to; y++) {
        if (y < 0 || y >= extent) continue;
        picture.data[origin + y * across] = 255;
        ink.data[origin + y * across] = 0;
      }
      if (!isAlone) continue;
      whitenFringe(picture, ink, origin, across, run.to, 1, extent);
      whitenFringe(picture, ink, origin, across, run.from, -1, extent);
    }
  }
}

/** Places along a ruling over which its middle is looked for: text beside it is shorter. */
const stretch = 60;

/** Darker by this much than the place that was found first, the middle of a ruling lies elsewhere. */
const darker = 12;

/**
 * The middle of a ruling at each of its places: the darkest line along a stretch of it. A thin pale line beside a digit is no ink, and the
 * digit's stroke must not be taken for it.
 */
function middlesOf(
  picture: Raster,
  places: readonly number[],
  across: number,
  centre: number,
  reach: number,
  extent: number,
): Int32Array {
  const middles = new Int32Array(places.length).fill(centre);
  for (let from = 0; from < places.length; from += stretch) {
    const part = places.slice(Math.max(0, from - stretch / 2), from + stretch * 1.5);
    let best = centre;
    let least = meanOf(picture, part, across, centre) - darker;
    for (let y = Math.max(0, centre - reach); y <= Math.min(extent - 1, centre + reach); y++) {
      const mean = meanOf(picture, part, across, y);
      if (y === centre || mean >= least) continue;
      least = mean;
      best = y;
    }
    middles.fill(best, from, from + stretch);
  }
  return middles;
}

function meanOf(picture: Raster, places: readonly number[], across: number, y: number): number {
  let sum = 0;
  for (const origin of places) sum += picture.data[origin + y * across]!;
  return sum / Math.max(1, places.length);
}

interface InkRun {
  from: number;
  to: number;
}

/** The ink across a ruling that hangs together with a dark pixel of it. */
function inkRun(
  ink: Raster,
  nearest: number,
  origin: number,
  across: number,
  limit: number,
  extent: number,
): InkRun {
  let from = nearest;
  let to = nearest;
  while (from > 0 && nearest - from < limit && ink.data[origin + (from - 1) * across] === 1) from--;
  while (to < extent - 1 && to - nearest < limit && ink.data[origin + (to + 1) * across] === 1) to++;
  return { from, to };
}

/** The grey fringe of a line goes with it, to where the next stroke begins. */
const fringe = 2;

function whitenFringe(
  picture: Raster,
  ink: Raster,
  origin: number,
  across: number,
  edge: number,
  step: 1 | -1,
  extent: number,
): void {
  let before = 0;
  for (let away = 1; away <= fringe; away++) {
    const y = edge + away * step;
    const at = origin + y * across;
    if (y < 0 || y >= extent || ink.data[at] === 1 || picture.data[at]! < before) return;
    before = picture.data[at]!;
    picture.data[at] = 255;
  }
}

/** Ink across a ruling where nothing touches it, in pixels: the middle of what its places have. */
function usualThickness(
  ink: Raster,
  across: number,
  places: readonly number[],
  middles: Int32Array,
  reach: number,
  limit: number,
  extent: number,
): number {
  const widths = places.flatMap((origin, i) => {
    const nearest = nearestInk(ink, origin, across, middles[i]!, reach, extent);
    if (nearest < 0) return [];
    const { from, to } = inkRun(ink, nearest, origin, across, limit, extent);
    return [to - from + 1];
  });
  return widths.sort((a, b) => a - b)[Math.floor(widths.length / 2)] ?? 1;
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
