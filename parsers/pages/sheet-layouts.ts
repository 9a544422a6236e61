import type { Box } from '../../schemas/index.ts';
import type { PageMarks } from '../geometry/marks.ts';
import type { PageLayout } from '../geometry/page-layout.ts';
import type { GeometrySettings } from '../geometry/settings.ts';
import { sheetsOn } from '../geometry/sheets-on-page.ts';
import { withCharacterLines } from '../geometry/texts/character-lines.ts';
import { layoutWithTurned } from '../geometry/turned-tables.ts';

/** What stands on a page, or on one of the sheets that were printed on it, and the way of its boxes to the page. */
export interface SheetLayout {
  layout: PageLayout;
  back: (box: Box) => Box;
}

export const wholePage = (layout: PageLayout): SheetLayout => ({ layout, back: (box) => box });

/** Lays out a page of digital text; several pages printed on one are laid out one by one, and their tables go on from each to the next. */
export function sheetLayouts(
  marks: PageMarks,
  settings: GeometrySettings,
  before: PageLayout | null,
): SheetLayout[] {
  const sheets = sheetsOn(marks);
  if (!sheets) return [wholePage(layoutWithTurned(withCharacterLines(marks), settings, before))];
  let last = before;
  return sheets.map((sheet) => {
    last = layoutWithTurned(withCharacterLines(sheet.marks), settings, last);
    return { layout: last, back: sheet.back };
  });
}
