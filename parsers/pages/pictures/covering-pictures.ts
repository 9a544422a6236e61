import type { Glyph } from '../../geometry/marks.ts';
import type { DrawnPicture } from '../../scan/image/page-picture.ts';
import { leaveOut } from '../characters/clipped-runs.ts';
import type { DrawnImage } from '../drawing/drawn-objects.ts';
import type { ReadMarks } from '../page-marks.ts';
import type { DecodePictures } from './decode-pictures.ts';
import { largePictures, type PlacedPicture } from './insets.ts';

/**
 * Leaves out the text that a picture was laid over, whole or in strips: what a program of recognition read, put under its scan and not marked
 * as invisible. A picture that lets something through (a watermark) covers nothing, and a small one is a seal.
 */
export async function withoutTextUnderPictures(decode: DecodePictures, marks: ReadMarks): Promise<ReadMarks> {
  const hidden = new Set<Glyph>();
  const first = marks.glyphs.reduce((least, { run }) => Math.min(least, run), Number.POSITIVE_INFINITY);
  for (const picture of largePictures(marks)) {
    if (!picture.images.some(({ over }) => over > first)) continue;
    for (const [image, under] of Map.groupBy(marks.glyphs, (glyph) => imageOver(glyph, picture))) {
      const [drawn] = image === null ? [] : await decode([image]);
      if (drawn !== undefined && isSolid(drawn)) for (const glyph of under) hidden.add(glyph);
    }
  }
  if (hidden.size === 0) return marks;
  const leftOut = [...marks.leftOut];
  for (const run of Map.groupBy(hidden, (glyph) => glyph.run).values()) leaveOut(run, 'covered', { leftOut });
  return { ...marks, glyphs: marks.glyphs.filter((glyph) => !hidden.has(glyph)), leftOut };
}

/** Points that a character may look out from under the picture that hides it. */
const rim = 1;

/** The part of a picture that was drawn over a glyph, later than it. */
function imageOver({ run, box }: Glyph, { box: whole, images, boxes }: PlacedPicture): DrawnImage | null {
  const isWithin =
    box.x0 >= whole.x0 - rim &&
    box.x1 <= whole.x1 + rim &&
    box.y0 >= whole.y0 - rim &&
    box.y1 <= whole.y1 + rim;
  if (!isWithin) return null;
  const [x, y] = [(box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2];
  const isOver = ({ over }: DrawnImage, i: number): boolean => {
    const { x0, x1, y0, y1 } = boxes[i]!;
    return run < over && x >= x0 && x <= x1 && y >= y0 && y <= y1;
  };
  return images.find(isOver) ?? null;
}

function isSolid({ pixels: { channels, data } }: DrawnPicture): boolean {
  if (channels !== 4) return true;
  for (let i = 3; i < data.length; i += 4) if (data[i] !== 255) return false;
  return true;
}
