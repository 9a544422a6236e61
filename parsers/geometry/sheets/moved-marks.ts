import type { Box } from '../../../schemas/index.ts';
import type { Fill, Glyph, LeftOutText, PageMarks, Ruling } from '../marks.ts';

/** A point of a page that becomes the corner of another frame, in points, and how many times larger all is drawn there. */
export interface Frame {
  x: number;
  y: number;
  times: number;
}

/** What stands on a page as it stands in another frame; its width and height stay. */
export function movedMarks(marks: PageMarks, { x, y, times }: Frame): PageMarks {
  const box = (b: Box): Box => ({
    x0: (b.x0 - x) * times,
    x1: (b.x1 - x) * times,
    y0: (b.y0 - y) * times,
    y1: (b.y1 - y) * times,
  });
  const line = (ruling: Ruling): Ruling => {
    const [along, across] = ruling.orientation === 'h' ? [x, y] : [y, x];
    const { position, start, end, thickness } = ruling;
    return {
      ...ruling,
      position: (position - across) * times,
      start: (start - along) * times,
      end: (end - along) * times,
      thickness: thickness * times,
    };
  };
  const isLevel = ({ turn }: Glyph): boolean => turn === 0 || turn === 180;
  const moved = (glyph: Glyph): Glyph => ({
    ...glyph,
    box: box(glyph.box),
    size: glyph.size * times,
    baseline: (glyph.baseline - (isLevel(glyph) ? y : x)) * times,
    ...(glyph.home && { home: { x: (glyph.home.x - x) * times, y: (glyph.home.y - y) * times } }),
    ...(glyph.shown && { shown: box(glyph.shown) }),
    ...(glyph.unseen && { unseen: { ...glyph.unseen, glyphs: glyph.unseen.glyphs.map(moved) } }),
  });
  return {
    ...marks,
    glyphs: marks.glyphs.map(moved),
    rulings: marks.rulings.map(line),
    partings: (marks.partings ?? []).map(line),
    slants: (marks.slants ?? []).map(box),
    fills: marks.fills.map((fill): Fill => ({ ...fill, box: box(fill.box) })),
    images: marks.images.map(box),
    forms: (marks.forms ?? []).map(box),
    leftOut: marks.leftOut.map((text): LeftOutText => ({ ...text, box: box(text.box) })),
  };
}

/** The way back from a frame. */
export const backFrom =
  ({ x, y, times }: Frame): ((box: Box) => Box) =>
  (box) => ({
    x0: box.x0 / times + x,
    x1: box.x1 / times + x,
    y0: box.y0 / times + y,
    y1: box.y1 / times + y,
  });
