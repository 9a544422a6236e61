import type { Box } from '../../../schemas/index.ts';
import { boxAround } from '../../geometry/box-around.ts';
import type { GridDoubt } from '../grid/check-grid.ts';
import type { LineReading } from './read-line.ts';

/** Most that a text is believed over which strokes run. */
const crossedConfidence = 0.6;

const crossed = 'strokes run over the writing';

export const crossedReading = (reading: LineReading): LineReading => ({
  ...reading,
  confidence: Math.min(reading.confidence, crossedConfidence),
  doubt: reading.doubt ?? crossed,
});

/** Lines with strokes over them from which these are lines of a table: a note by hand crosses one or two, and a page on its side shows some that hold no word. */
const fewest = 8;

/**
 * A table whose lines were not found leaves its writing beside the grids, with strokes over line after line of it: two sheets in one picture lie at different angles, and the page is
 * level by one of them. What was made out of the other is in question, and rows of it are lost.
 */
export function lostTable(lines: readonly LineReading[], scale: number): GridDoubt[] {
  const among = lines.filter(({ doubt, text }) => doubt === crossed && text.length > 1);
  if (among.length < fewest) return [];
  const box = among.map(({ area }) => area).reduce(boxAround);
  const inPoints: Box = { x0: box.x0 * scale, y0: box.y0 * scale, x1: box.x1 * scale, y1: box.y1 * scale };
  return [{ box: inPoints, of: 'all', reason: 'lines run through writing beside the grids' }];
}
