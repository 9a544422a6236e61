import type { Slant } from '../../geometry/marks.ts';

/** Least width and height of a slanted line that may lie over a cell, in points. */
const leastSide = 8;

/** More of them are a drawing. */
const mostSlants = 500;

/** Files a line that is neither level nor upright. */
export function addSlant(slants: Slant[], x0: number, y0: number, x1: number, y1: number): void {
  if (Math.min(Math.abs(x1 - x0), Math.abs(y1 - y0)) < leastSide || slants.length >= mostSlants) return;
  slants.push(x0 < x1 ? { x0, y0, x1, y1 } : { x0: x1, y0: y1, x1: x0, y1: y0 });
}

/** Files a filled area of four corners as the line that it is where it is so thin: two of its sides are no longer than `thickest`. */
export function addThinArea(slants: Slant[], points: readonly number[], thickest: number): void {
  const [ax = 0, ay = 0, bx = 0, by = 0, cx = 0, cy = 0, dx = 0, dy = 0] = points;
  if (points.length < 8 || points.length > 10) return;
  if (Math.hypot(cx - bx, cy - by) <= thickest && Math.hypot(dx - ax, dy - ay) <= thickest)
    addSlant(slants, (ax + dx) / 2, (ay + dy) / 2, (bx + cx) / 2, (by + cy) / 2);
  else if (Math.hypot(bx - ax, by - ay) <= thickest && Math.hypot(dx - cx, dy - cy) <= thickest)
    addSlant(slants, (ax + bx) / 2, (ay + by) / 2, (cx + dx) / 2, (cy + dy) / 2);
}
