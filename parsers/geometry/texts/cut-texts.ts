import type { Glyph } from '../marks.ts';

/** The next text begins no farther than this before the end of what the clip shows, in points. */
const drift = 1;

/** Right end of what is drawn of a glyph, in points. */
export function shownEnd({ box, shown }: Glyph): number {
  return shown ? Math.max(Math.min(box.x1, shown.x1), Math.min(box.x0, shown.x1)) : box.x1;
}

/**
 * The glyphs of a line in the order of the texts they are of: what a text loses at the end of its cell lies under the text of the next,
 * and comes before it.
 */
export function asShown(glyphs: readonly Glyph[]): readonly Glyph[] {
  if (!glyphs.some(isBeyond)) return glyphs;
  const placeOf = (glyph: Glyph): number =>
    isBeyond(glyph) ? Math.min(middleOf(glyph), glyph.shown!.x1) : middleOf(glyph);
  return glyphs
    .map((glyph) => ({ glyph, place: placeOf(glyph) }))
    .sort((a, b) => a.place - b.place)
    .map(({ glyph }) => glyph);
}

/** Whether a text that its clip cuts off at the right ends with a glyph, and another begins behind the cut. */
export function endsClipped(last: Glyph, glyph: Glyph): boolean {
  return isBeyond(last) && last.shown!.x1 !== glyph.shown?.x1 && glyph.box.x0 >= last.shown!.x1 - drift;
}

const isBeyond = ({ box, shown }: Glyph): boolean => shown !== undefined && box.x1 > shown.x1 + drift;

const middleOf = ({ box }: Glyph): number => (box.x0 + box.x1) / 2;
