import type { Box } from '../../schemas/index.ts';

/** The smallest box that holds both. */
export const boxAround = (a: Box, b: Box): Box => ({
  x0: Math.min(a.x0, b.x0),
  y0: Math.min(a.y0, b.y0),
  x1: Math.max(a.x1, b.x1),
  y1: Math.max(a.y1, b.y1),
});

/** The smallest box that holds all of these. A page may have more marks than a call takes arguments (some 120 000). */
export function areaOf(marks: Iterable<{ box: Box }>): Box {
  const area = { x0: Infinity, y0: Infinity, x1: -Infinity, y1: -Infinity };
  for (const { box } of marks) {
    area.x0 = Math.min(area.x0, box.x0);
    area.y0 = Math.min(area.y0, box.y0);
    area.x1 = Math.max(area.x1, box.x1);
    area.y1 = Math.max(area.y1, box.y1);
  }
  return area;
}
