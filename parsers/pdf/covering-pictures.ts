import type { PDFPageProxy } from 'pdfjs-dist';
import type { DrawnPicture } from '../scan/image/page-picture.ts';
import { leaveOut } from './glyphs.ts';
import { pictureShare } from './page-kind.ts';
import type { ReadMarks } from './page-marks.ts';
import { drawnPictures } from './pictures.ts';

/**
 * Leaves out the text that a picture of the page was laid over: what a program of recognition read, put under its scan and not marked as
 * invisible. A picture that lets something through (a watermark) covers nothing.
 */
export async function withoutTextUnderPictures(page: PDFPageProxy, marks: ReadMarks): Promise<ReadMarks> {
  const area = marks.width * marks.height;
  for (const [i, image] of marks.pictures.entries()) {
    const box = marks.images[i]!;
    const share = ((box.x1 - box.x0) * (box.y1 - box.y0)) / area;
    if (image.over === 0 || share < pictureShare) continue;
    const isUnder = ({ run, box: { x0, y0, x1, y1 } }: ReadMarks['glyphs'][number]): boolean =>
      run < image.over && x0 >= box.x0 - 1 && x1 <= box.x1 + 1 && y0 >= box.y0 - 1 && y1 <= box.y1 + 1;
    const under = marks.glyphs.filter(isUnder);
    if (under.length === 0) continue;
    const [picture] = await drawnPictures(page, [image]);
    if (picture === undefined || !isSolid(picture)) continue;
    const leftOut = [...marks.leftOut];
    for (const run of Map.groupBy(under, (glyph) => glyph.run).values())
      leaveOut(run, 'covered', { leftOut });
    const hidden = new Set(under);
    return { ...marks, glyphs: marks.glyphs.filter((glyph) => !hidden.has(glyph)), leftOut };
  }
  return marks;
}

function isSolid({ pixels: { channels, data } }: DrawnPicture): boolean {
  if (channels !== 4) return true;
  for (let i = 3; i < data.length; i += 4) if (data[i] !== 255) return false;
  return true;
}
