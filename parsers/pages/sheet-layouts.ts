import type { Box } from '../../schemas/index.ts';
import { isAsHigh, pagesBefore } from '../geometry/joins/cut-pages.ts';
import type { PageLayout } from '../geometry/layout.ts';
import type { PageMarks } from '../geometry/marks.ts';
import type { GeometrySettings } from '../geometry/settings.ts';
import { type Division, type FlatSheets, flatSheets } from '../geometry/sheets/flat-sheets.ts';
import { type Sheet, sheetsIn, sheetsOn } from '../geometry/sheets/sheets-on-page.ts';
import { withCharacterLines } from '../geometry/texts/character-lines.ts';
import { layoutWithTurned } from '../geometry/turned-tables.ts';
import { ordered, sheetOrder } from './sheet-orders.ts';

/** What stands on a page, or on one of the sheets that were printed on it, and the way of its boxes to the page. */
export interface SheetLayout {
  layout: PageLayout;
  back: (box: Box) => Box;
}

export const wholePage = (layout: PageLayout): SheetLayout => ({ layout, back: (box) => box });

/** A page laid out, and how flat sheets lie on it, if any do. */
export interface PageOfSheets {
  sheets: SheetLayout[];
  division: Division | null;
  /** Set where they may follow one another otherwise. */
  isOrderDoubtful: boolean;
}

/**
 * Lays out a page of digital text; several pages printed on one are laid out one by one, and their tables go on from each to the next.
 * `pages`: those that were laid out, `division`: how sheets lay on the last of them; `isTurned`: the page was turned upright, and several rows of sheets may count along its other side.
 */
export function sheetLayouts(
  marks: PageMarks,
  settings: GeometrySettings,
  pages: readonly PageLayout[],
  division: Division | null,
  isTurned: boolean,
): PageOfSheets {
  const before = pages.at(-1) ?? null;
  const forms = sheetsOn(marks);
  if (forms) return { sheets: laidOut(forms, settings, before), division: null, isOrderDoubtful: false };
  const flat = flatSheets(marks, division);
  if (!flat || (division === null && isOtherHalf(flat, marks, pages))) {
    const layout = layoutWithTurned(withCharacterLines(marks), settings, before);
    return { sheets: [wholePage(layout)], division: null, isOrderDoubtful: false };
  }
  const layOut = (boxes: readonly Box[], after: PageLayout | null): SheetLayout[] =>
    laidOut(sheetsIn(boxes, marks), settings, after);
  const known = sheetOrder(flat.boxes, flat.division, settings, (boxes) =>
    layOut(boxes, null).map(({ layout }) => layout),
  );
  const sheets = layOut(ordered(flat.boxes, known.order), before);
  const isOrderDoubtful = known.isDoubtful || (isTurned && sheets.length > 2);
  if (isOrderDoubtful) for (const { layout } of sheets) doubtOrder(layout);
  return { sheets, division: flat.division, isOrderDoubtful };
}

/** Whether tables below one another stand as high as those of an earlier page, which was one: the columns behind theirs, without the titles between them. */
function isOtherHalf(
  { boxes, division }: FlatSheets,
  { rulings, width }: PageMarks,
  pages: readonly PageLayout[],
): boolean {
  if (division.columns > 1) return false;
  const tables = boxes.map((box) => {
    const heights = rulings
      .filter(({ orientation, position }) => orientation === 'h' && position > box.y0 && position < box.y1)
      .map(({ position }) => position);
    return { y0: Math.min(...heights), y1: Math.max(...heights) };
  });
  return pagesBefore(pages, pages.length).some(
    (page) =>
      Math.abs(page.width - width) <= 1 &&
      tables.every((table) => page.items.some(({ box, kind }) => kind === 'grid' && isAsHigh(box, table))),
  );
}

/** Confidence of tables that may go on from another sheet than they were read to. */
const doubtfulOrder = 0.8;

function doubtOrder({ items }: PageLayout): void {
  for (const item of items)
    if (item.kind === 'grid') item.confidence = Math.min(item.confidence, doubtfulOrder);
}

function laidOut(
  sheets: readonly Sheet[],
  settings: GeometrySettings,
  before: PageLayout | null,
): SheetLayout[] {
  let last = before;
  return sheets.map((sheet) => {
    last = layoutWithTurned(withCharacterLines(sheet.marks), settings, last);
    return { layout: last, back: sheet.back };
  });
}
