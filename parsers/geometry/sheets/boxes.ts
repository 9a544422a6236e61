import type { Box } from '../../../schemas/index.ts';
import type { Ruling } from '../marks.ts';

export function boxOf({ orientation, position, start, end }: Ruling): Box {
  return orientation === 'h'
    ? { x0: start, x1: end, y0: position, y1: position }
    : { x0: position, x1: position, y0: start, y1: end };
}

/** Whether the middle of a box lies in another. */
export function holds(sheet: Box, { x0, x1, y0, y1 }: Box): boolean {
  const [x, y] = [(x0 + x1) / 2, (y0 + y1) / 2];
  return x >= sheet.x0 && x <= sheet.x1 && y >= sheet.y0 && y <= sheet.y1;
}
