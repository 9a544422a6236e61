import type { PageLattice } from '../../geometry/rulings/ruled-grids.ts';
import type { Raster } from '../image/raster.ts';

/** Lines that go on beyond one side of a grid from which the table goes on there. */
const fewest = 3;

/** Where ink is followed, in inches from the side: behind what a line sticks out by, and for longer than a stroke of writing. */
const followed = { from: 0.06, to: 0.28 } as const;

/** How far, in inches, from its place in the grid a line that bends may be when it is seen first. */
const drift = 0.035;

/** Pixels along a line without ink that faint print leaves. */
const gap = 2;

/**
 * Whether level lines of a grid go on as ink beyond its left or its right side: where a sheet bends they drift off, are found in part, and
 * the columns behind are lost. `level`: ink in which level lines are looked for; `dpi`: pixels an inch.
 */
export function goesOnBeyond({ xs, ys }: PageLattice, level: Raster, dpi: number): boolean {
  const scale = dpi / 72;
  return [
    { side: xs[0]! * scale, step: -1 },
    { side: xs.at(-1)! * scale, step: 1 },
  ].some(({ side, step }) => {
    let lines = 0;
    for (const y of ys) if (isFollowed(level, side, step, y * scale, dpi) && ++lines >= fewest) return true;
    return false;
  });
}

/** Whether ink can be followed from a side outwards, by a pixel up or down a step. */
function isFollowed({ data, width, height }: Raster, side: number, step: number, y: number, dpi: number) {
  const inked = (x: number, y: number): boolean => y >= 0 && y < height && data[y * width + x] === 1;
  const reach = Math.ceil(drift * dpi);
  let at: number | null = null;
  let missing = 0;
  for (let away = Math.round(followed.from * dpi); away <= followed.to * dpi; away++) {
    const x = Math.round(side) + step * away;
    if (x < 0 || x >= width) return false;
    const next = nearest(inked, x, at ?? Math.round(y - 0.5), at === null ? reach : 1);
    if (next === null && (at === null || ++missing > gap)) return false;
    if (next === null) continue;
    at = next;
    missing = 0;
  }
  return true;
}

function nearest(
  inked: (x: number, y: number) => boolean,
  x: number,
  y: number,
  reach: number,
): number | null {
  for (let away = 0; away <= reach; away++) {
    if (inked(x, y - away)) return y - away;
    if (inked(x, y + away)) return y + away;
  }
  return null;
}
