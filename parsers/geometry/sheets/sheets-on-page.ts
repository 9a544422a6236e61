import type { Box } from '../../../schemas/index.ts';
import type { PageMarks, Ruling } from '../marks.ts';
import { uprightPage } from '../turned-page.ts';
import { boxOf, holds } from './boxes.ts';
import { backFrom, movedMarks } from './moved-marks.ts';

/** One of several pages of a document that were printed on one: its marks in a frame of its own, and the way back to the page as shown. */
export interface Sheet {
  marks: PageMarks;
  back: (box: Box) => Box;
}

/** Sheets are of one size, to this share of it; they do not reach into each other by more points than this. */
const sizeDrift = 0.02;
const edge = 2;

/** Share of the page that they take together (two broad ones of four places take a quarter), and fewest characters of one that is written on. */
const leastShare = 0.15;
const fewestCharacters = 10;

/** Sheets on one page: what is drawn as so many forms is no page. */
const most = 32;

/** What one page is further from the next than one sheet on it from another. */
const step = 1 / (4 * most);

/** Whether what is numbered `number` comes right behind what is numbered `before`: sheets on a page are numbered between it and the next. */
export const isRightBehind = (before: number, number: number): boolean =>
  before < number && Math.floor(number) - Math.floor(before) <= 1;

/** Number of the page that a sheet is on. */
export const pageOf = (number: number): number => Math.floor(number);

/**
 * Pages of a document that a printer put on one (two or four to a page), in the order that they were drawn in: forms of one size, side by
 * side or below one another, that hold all that is written. Null where the page is one.
 */
export function sheetsOn(marks: PageMarks): Sheet[] | null {
  const boxes = marks.forms ?? [];
  if (boxes.length < 2 || boxes.length > most || !areSheets(boxes, marks)) return null;
  const written = marks.glyphs.filter(({ text }) => text.trim() !== '');
  if (!written.every(({ box }) => boxes.some((sheet) => holds(sheet, box)))) return null;
  // Pages have margins: what goes on beyond a side is a strip of one page.
  if (marks.rulings.some((ruling) => boxes.some((sheet) => isCut(ruling, sheet)))) return null;
  const sheets = sheetsIn(boxes, marks);
  const isWritten = ({ marks: { glyphs } }: Sheet): boolean => glyphs.length >= fewestCharacters;
  return sheets.filter(isWritten).length > 1 ? sheets.map(upright) : null;
}

/** What stands in each of the boxes, in their order. */
export const sheetsIn = (boxes: readonly Box[], marks: PageMarks): Sheet[] =>
  boxes.map((box, i) => sheetOf(marks, box, marks.number + i * step));

/** Some printers turn a broad page on its side to put it on a sheet. */
function upright({ marks, back }: Sheet): Sheet {
  const turned = uprightPage(marks);
  return { marks: turned.marks, back: (box) => back(turned.back(box)) };
}

function areSheets(boxes: readonly Box[], { width, height }: PageMarks): boolean {
  const [first, ...others] = boxes.map(({ x0, x1, y0, y1 }) => ({ width: x1 - x0, height: y1 - y0 }));
  const isAlike = (a: number, b: number): boolean => Math.abs(a - b) <= sizeDrift * b;
  if (!others.every((other) => isAlike(other.width, first!.width) && isAlike(other.height, first!.height)))
    return false;
  const areApart = boxes.every((box, i) =>
    boxes
      .slice(i + 1)
      .every(
        (other) =>
          Math.min(box.x1, other.x1) - Math.max(box.x0, other.x0) <= edge ||
          Math.min(box.y1, other.y1) - Math.max(box.y0, other.y0) <= edge,
      ),
  );
  return areApart && boxes.length * first!.width * first!.height >= leastShare * width * height;
}

/** Longer side of the paper that sheets were drawn for, in points: they are read at that size, whatever a printer made them smaller by. */
const paperSide = 842;

function sheetOf(marks: PageMarks, sheet: Box, number: number): Sheet {
  const { x0: x, y0: y } = sheet;
  const [width, height] = [sheet.x1 - x, sheet.y1 - y];
  const times = Math.max(1, paperSide / Math.max(width, height));
  const lines = (rulings: readonly Ruling[]): Ruling[] =>
    rulings.filter((ruling) => holds(sheet, boxOf(ruling)) && !isFrame(ruling, sheet));
  const held: PageMarks = {
    ...marks,
    number,
    width: width * times,
    height: height * times,
    glyphs: marks.glyphs.filter(({ box }) => holds(sheet, box)),
    rulings: lines(marks.rulings),
    partings: lines(marks.partings ?? []),
    slants: (marks.slants ?? []).filter((slant) => holds(sheet, slant)),
    fills: marks.fills.filter(({ box }) => holds(sheet, box)),
    images: marks.images.filter((box) => holds(sheet, box)),
    leftOut: [],
    forms: [],
  };
  return { marks: movedMarks(held, { x, y, times }), back: backFrom({ x, y, times }) };
}

/** Whether a line ends at a side of a sheet, or goes on beyond it. */
function isCut(ruling: Ruling, sheet: Box): boolean {
  const { x0, x1, y0, y1 } = boxOf(ruling);
  if (isFrame(ruling, sheet)) return false;
  if (x1 < sheet.x0 || x0 > sheet.x1 || y1 < sheet.y0 || y0 > sheet.y1) return false;
  return ruling.orientation === 'h'
    ? x0 < sheet.x0 + edge || x1 > sheet.x1 - edge
    : y0 < sheet.y0 + edge || y1 > sheet.y1 - edge;
}

/** Whether a line is one of those that a printer draws round the sheets. */
function isFrame({ orientation, position }: Ruling, { x0, x1, y0, y1 }: Box): boolean {
  const sides = orientation === 'h' ? [y0, y1] : [x0, x1];
  return sides.some((side) => Math.abs(position - side) <= edge);
}
