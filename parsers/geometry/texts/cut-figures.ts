import type { Glyph } from '../marks.ts';

/** Characters of one text follow each other to within this, in ems. */
const adjacent = 0.1;

/** Whether a glyph follows right behind another on its line. */
function followsOn(last: Glyph, { box, baseline, size, turn }: Glyph): boolean {
  return (
    turn === 0 &&
    last.turn === 0 &&
    Math.abs(box.x0 - last.box.x1) < adjacent * size &&
    Math.abs(baseline - last.baseline) < adjacent * size
  );
}

/** Whether a glyph goes on the text of another that an operator before it set: browsers set each character with one of its own. */
export function goesOnText(last: Glyph, glyph: Glyph): boolean {
  return glyph.object !== undefined && last.object === glyph.object && followsOn(last, glyph);
}

/** Why a figure is doubtful of which no operator tells in which cell it stands. */
const doubt = 'runs over the border of its cell';

/** Marks two texts, each in a cell of its own, between which the border runs through a figure. */
export function markCutFigure(before: readonly Glyph[], behind: readonly Glyph[]): void {
  const [last, first] = [before.at(-1), behind[0]];
  const isFigure = last && first && /^[\d.,]$/.test(last.text) && /^[\d.,]$/.test(first.text);
  if (isFigure && followsOn(last, first)) last.doubt = first.doubt = doubt;
}
