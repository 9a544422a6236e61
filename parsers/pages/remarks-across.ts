import type { Box } from '../../schemas/index.ts';
import { areaOf } from '../geometry/box-around.ts';
import type { Glyph, Ruling } from '../geometry/marks.ts';

/** A text that goes on beyond a line by this much on both sides lies across it, in ems: an entry may touch the side of its cell. */
const beyond = 0.7;

/**
 * Whether a text lies across lines between cells of which one says something already. What is typed into an empty cell may run over
 * into the next empty one; a remark is set where there is room.
 */
export function goesAcross(
  text: readonly Glyph[],
  rulings: readonly Ruling[],
  saysSomething: (area: Box) => boolean,
): boolean {
  if (text.length === 0) return false;
  const box = areaOf(text);
  const reach = beyond * text[0]!.size;
  const [x, y] = [(box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2];
  const [left, right] = [box.x0 + reach, box.x1 - reach];
  const area = { x0: -Infinity, y0: -Infinity, x1: Infinity, y1: Infinity };
  let isCrossed = false;
  for (const { orientation, position, start, end } of rulings) {
    const [along, across] = orientation === 'h' ? [x, y] : [y, x];
    if (start > along || end < along) continue;
    if (orientation === 'h') {
      if (position < across) area.y0 = Math.max(area.y0, position);
      else area.y1 = Math.min(area.y1, position);
    } else if (position <= left) area.x0 = Math.max(area.x0, position);
    else if (position >= right) area.x1 = Math.min(area.x1, position);
    else isCrossed = true;
  }
  return isCrossed && saysSomething(area);
}
