import type { Box, Issue } from '../../../schemas/index.ts';
import type { PageLayout } from '../../geometry/layout.ts';
import type { GeometrySettings } from '../../geometry/settings.ts';
import { gridWarnings } from '../../scan/grid/doubted-grids.ts';
import type { Inset, InsetTable } from '../../scan/read-inset.ts';
import type { ScannedPages } from '../../scan/scanned-pages.ts';
import * as issue from '../issues.ts';
import type { ReadMarks } from '../page-marks.ts';

/** Pictures that are read in one document: a report with more photographs than this is none of scanned forms. */
const mostInsets = 30;

/** Characters of a picture without a table that are told: fewer are the words of a photograph. */
const fewestCharacters = 20;

/** Pictures that pages are written on and that hold no table: after so many a document is one on coloured pages. */
const mostGrounds = 20;

/** What the large pictures of a digital page hold, and the page without what stands in their tables. */
export interface ReadInsets {
  tables: InsetTable[];
  marks: ReadMarks;
  warnings: Issue[];
}

/** Reads the large pictures of a digital page; says what was not read. */
export async function readInsets(
  marks: ReadMarks,
  insets: readonly Inset[],
  scans: ScannedPages,
  settings: GeometrySettings,
): Promise<ReadInsets> {
  const { number } = marks;
  const read: ReadInsets = { tables: [], marks, warnings: [] };
  for (const inset of insets) {
    if (inset.isGround && scans.grounds() >= mostGrounds) continue;
    if (scans.insets() >= mostInsets) {
      read.warnings.push(issue.pictureOnly(number, 'many'));
      return read;
    }
    if (inset.pictures.length === 0) {
      if (!inset.isGround) read.warnings.push(issue.pictureOnly(number, 'damaged'));
      continue;
    }
    // Recognition is loaded when the first picture is met.
    const { readInset } = await import('../../scan/read-inset.ts');
    const reading = await readInset(read.marks, inset, settings);
    const isTable = reading.kind === 'table';
    if (inset.isGround && !isTable) scans.addGround();
    else scans.addInset(number, inset.box, isTable ? reading.scan : null);
    if (isTable) take(reading, read);
    else if (reading.text.length >= fewestCharacters)
      read.warnings.push(issue.pictureText(number, reading.text));
  }
  return read;
}

/** A table and what was typed in it; its hidden text was heard and is no loss. */
function take(table: InsetTable, read: ReadInsets): void {
  const { number, glyphs, leftOut } = read.marks;
  const where = { zh: `第 ${number} 页的图片中`, en: `a picture on page ${number}` };
  read.warnings.push(...gridWarnings(table.gridDoubts, where, `page ${number}`));
  read.tables.push(table);
  read.marks = {
    ...read.marks,
    glyphs: glyphs.filter((glyph) => !table.taken.has(glyph)),
    leftOut: leftOut.filter(({ box }) => !holds(table.box, box)),
  };
}

/** Puts tables of pictures where they stand: each thing before the first of the page that stands below its head. What pictures beside each other hold is not mixed. */
export function placeTables(layout: PageLayout, tables: readonly InsetTable[]): void {
  const own = new Set(layout.items);
  for (const { items } of tables) {
    let at = 0;
    for (const item of items) {
      const below = layout.items.findIndex(
        (other, i) => i >= at && own.has(other) && other.box.y0 > item.box.y0,
      );
      at = below < 0 ? layout.items.length : below;
      layout.items.splice(at, 0, item);
      at++;
    }
  }
}

function holds(outer: Box, box: Box): boolean {
  const [x, y] = [(box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2];
  return x >= outer.x0 && x <= outer.x1 && y >= outer.y0 && y <= outer.y1;
}
