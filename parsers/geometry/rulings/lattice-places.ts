import type { Box } from '../../../schemas/index.ts';
import type { Edge } from './edges.ts';
import type { Lattice } from './lattice.ts';

export function boxOf({ xs, ys }: Lattice): Box {
  return { x0: xs[0]!, y0: ys[0]!, x1: xs[xs.length - 1]!, y1: ys[ys.length - 1]! };
}

export function touches(a: Lattice, b: Lattice): boolean {
  return overlap(boxOf(a), boxOf(b));
}

export function overlap(p: Box, q: Box): boolean {
  return p.x0 < q.x1 && q.x0 < p.x1 && p.y0 < q.y1 && q.y0 < p.y1;
}

export function holds(lattice: Lattice, box: Box): boolean {
  return holdsMiddle(boxOf(lattice), box);
}

export function holdsMiddle({ x0, y0, x1, y1 }: Box, box: Box): boolean {
  const x = (box.x0 + box.x1) / 2;
  const y = (box.y0 + box.y1) / 2;
  return x >= x0 && x <= x1 && y >= y0 && y <= y1;
}

export function isOnArea(area: Box, { orientation, position, start, end }: Edge): boolean {
  const middle = (start + end) / 2;
  const [x, y] = orientation === 'h' ? [middle, position] : [position, middle];
  return holdsMiddle(area, { x0: x, x1: x, y0: y, y1: y });
}

export function crosses(lattice: Lattice, edge: Edge): boolean {
  return isOnArea(boxOf(lattice), edge);
}
