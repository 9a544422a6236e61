import type { Box } from '../../schemas/index.ts';
import { errorValue } from '../cell-doubts.ts';
import type { PageItem } from '../geometry/layout.ts';
import type { PageMarks } from '../geometry/marks.ts';
import type { ReadMarks } from './page-marks.ts';

/** Share of the page that pictures must cover for it to be a scan. */
const pictureShare = 0.6;

/** Visible characters that a scan may bear on top: a stamp, a page number, the line of a scanning program. */
const maxVisible = 40;

/** `scanned`: a picture of a page, with or without a hidden text layer, or a page that has its characters as drawings. */
export function pageKind(marks: ReadMarks): 'digital' | 'scanned' {
  if (isDrawnPage(marks)) return 'scanned';
  return isMostOf(marks, marks.images) && visibleOf(marks) <= maxVisible ? 'scanned' : 'digital';
}

/** Whether boxes are together most of a page, as the picture of one is. */
export function isMostOf({ width, height }: PageMarks, boxes: readonly Box[]): boolean {
  const area = width * height;
  return area > 0 && boxes.reduce((sum, box) => sum + areaOf(box), 0) / area >= pictureShare;
}

/** Whether hardly a character of a page is text, and its shapes are characters: it is read as a picture of itself. */
export function isDrawnPage(marks: ReadMarks): boolean {
  return isDrawnText(marks) && visibleOf(marks) <= maxVisible;
}

/** Whether nothing at all stands on a page. */
export function isBlank({ glyphs, rulings, fills, images, leftOut, shapes, lost }: ReadMarks): boolean {
  return [glyphs, rulings, fills, images, leftOut, shapes].every(({ length }) => length === 0) && lost === 0;
}

function visibleOf({ glyphs }: ReadMarks): number {
  return glyphs.filter((glyph) => glyph.text.trim() !== '').length;
}

/** Whether so many characters have no known meaning that the page should be read as a picture. */
export function isIllegible(marks: ReadMarks): boolean {
  return marks.unreadable > 10 && marks.unreadable > marks.glyphs.length * 0.2;
}

/** A sign of a symbol font (a box to tick, a bullet) may stand alone in a cell, or be repeated; this many different ones are a word. */
const fewestUnknown = 2;

/** Fewest characters of such cells that make a page one of which something is not read. */
const fewestIllegible = 4;

/** A figure of which a digit is not known: 2\ufffd.00. */
const holedFigure = /^(?=.*\d)(?=.*\ufffd)[\d.,%\ufffd-]+$/;

/**
 * Count of characters in cells none of whose characters has a known meaning, heads in a font that the file has lost, and of those that are missing
 * from figures.
 */
export function illegibleInCells(items: readonly PageItem[]): number {
  let count = 0;
  let missing = 0;
  for (const item of items)
    for (const { text } of item.kind === 'grid' ? item.cells : []) {
      const signs = [...text.replace(/\s/g, '')];
      if (holedFigure.test(signs.join(''))) missing += signs.filter((sign) => sign === '\ufffd').length;
      const isWord = signs.length >= fewestUnknown && (signs.includes('\ufffd') || new Set(signs).size > 1);
      if (isWord && signs.every((sign) => /[\ufffd\p{Co}]/u.test(sign))) count += signs.length;
    }
  return count >= fewestIllegible ? count + missing : missing;
}

/** Count of cells that show an error, or #### for want of room, in place of a figure. */
export function errorsInCells(items: readonly PageItem[]): number {
  let count = 0;
  for (const item of items)
    for (const { doubt } of item.kind === 'grid' ? item.cells : [])
      if (doubt?.startsWith(errorValue)) count += 1;
  return count;
}

/** Shapes that make a page one whose characters are drawn: some fifty characters, and twice as many as it has as text. */
const fewestShapes = 120;

/** Sizes among them, to a tenth of a point: characters differ, the marks of a chart do not. */
const fewestSizes = 30;

/** Lines each way that the page of a form has; the emblem on a cover has none. */
const fewestRulings = 3;

/** Whether the text of a form was turned into curves before it was printed. */
export function isDrawnText({ shapes, glyphs, rulings }: ReadMarks): boolean {
  if (shapes.length < fewestShapes || shapes.length <= 2 * glyphs.length) return false;
  const across = rulings.filter(({ orientation }) => orientation === 'h').length;
  if (Math.min(across, rulings.length - across) < fewestRulings) return false;
  const sizes = shapes.map(({ x0, y0, x1, y1 }) => `${(x1 - x0).toFixed(1)} ${(y1 - y0).toFixed(1)}`);
  return new Set(sizes).size >= fewestSizes;
}

function areaOf(box: Box): number {
  return (box.x1 - box.x0) * (box.y1 - box.y0);
}
