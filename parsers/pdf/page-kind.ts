import type { Box } from '../../schemas/index.ts';
import type { ReadMarks } from './page-marks.ts';

/** Share of the page that pictures must cover for it to be a scan. */
const pictureShare = 0.6;

/** Visible characters that a scan may bear on top: a stamp, a page number, the line of a scanning program. */
const maxVisible = 40;

/** `scanned`: a picture of a page, with or without a hidden text layer. */
export function pageKind(marks: ReadMarks): 'digital' | 'scanned' {
  const area = marks.width * marks.height;
  const covered = marks.images.reduce((sum, box) => sum + areaOf(box), 0);
  if (area <= 0 || covered / area < pictureShare) return 'digital';
  const visible = marks.glyphs.filter((glyph) => glyph.text.trim() !== '').length;
  return visible <= maxVisible ? 'scanned' : 'digital';
}

/** Whether a scan brings a text layer of its own, which an OCR put under the picture. */
export function hasHiddenText(marks: ReadMarks): boolean {
  return marks.leftOut.some(({ reason }) => reason === 'invisible' || reason === 'background_colour');
}

/** Whether so many characters have no known meaning that the page should be read as a picture. */
export function isIllegible(marks: ReadMarks): boolean {
  return marks.unreadable > 10 && marks.unreadable > marks.glyphs.length * 0.2;
}

/** Shapes that make a page one whose characters are drawn: some fifty characters, and twice as many as it has as text. */
const fewestShapes = 120;

/** Whether the text of a page was turned into curves before it was printed. */
export function isDrawnText({ shapes, glyphs }: ReadMarks): boolean {
  return shapes >= fewestShapes && shapes > 2 * glyphs.length;
}

function areaOf(box: Box): number {
  return (box.x1 - box.x0) * (box.y1 - box.y0);
}
