import type { Area, Raster } from '../image/raster.ts';

/** Levels of a glyph at which the middle of its ink is looked at. */
const levels = 6;

/** The middle of the ink of the top level, in shares of the width: 0.19 to 0.36 in ≥ and ≧, 0.42 and more in a 2. */
const atSide = 0.38;

/** How far the middle of its ink goes over to the other side from there on. */
const across = 0.2;

/**
 * Which way a sign too small to be known by its strokes points: the arms of > begin at the left, go to the right and come back, those of <
 * the other way round; a 2 and letters begin in the middle. null where it is like neither.
 */
export function leanOf(ink: Raster, glyph: Area): '>' | '<' | null {
  const [top, ...middles] = middlesOf(ink, glyph);
  if (top == null) return null;
  const turns = middles.slice(0, 2).flatMap((middle) => middle ?? []);
  const back = middles.slice(2).flatMap((middle) => middle ?? []);
  if (turns.length === 0 || back.length === 0) return null;
  if (top < atSide && Math.max(...turns) > top + across && Math.min(...back) < Math.max(...turns) - 0.15)
    return '>';
  if (top > 1 - atSide && Math.min(...turns) < top - across && Math.max(...back) > Math.min(...turns) + 0.15)
    return '<';
  return null;
}

/** The middle of the ink of each level, from the left in shares of the width; null where a level has none. */
function middlesOf({ data, width }: Raster, { x0, x1, y0, y1 }: Area): (number | null)[] {
  const level = (y1 - y0) / levels;
  return Array.from({ length: levels }, (_, k) => {
    const from = y0 + Math.floor(k * level);
    const to = Math.max(from + 1, y0 + Math.floor((k + 1) * level));
    let sum = 0;
    let count = 0;
    for (let y = from; y < to; y++)
      for (let x = x0; x < x1; x++) {
        if (data[y * width + x] !== 1) continue;
        sum += x + 0.5 - x0;
        count++;
      }
    return count === 0 ? null : sum / count / (x1 - x0);
  });
}

/** Forms print ≥ and ≤ far more often than > and <. */
export const barred = (lean: '>' | '<'): '≥' | '≤' => (lean === '>' ? '≥' : '≤');
