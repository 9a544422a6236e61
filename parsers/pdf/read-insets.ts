import type { Issue } from '../../schemas/index.ts';
import type { PageLayout } from '../geometry/page-layout.ts';
import type { GeometrySettings } from '../geometry/settings.ts';
import { gridWarnings } from '../scan/grid/doubted-grids.ts';
import type { Inset, InsetTable } from '../scan/read-inset.ts';
import type { ScannedPages } from '../scan/scanned-pages.ts';
import * as issue from './issues.ts';
import type { ReadMarks } from './page-marks.ts';

/** Pictures that are read in one document: a report with more photographs than this is none of scanned forms. */
const mostInsets = 30;

/** Characters of a picture without a table that are told: fewer are the words of a photograph. */
const fewestCharacters = 20;

/** Reads the large pictures of a digital page and puts their tables where they stand; says what was not read. */
export async function readInsets(
  marks: ReadMarks,
  insets: readonly Inset[],
  layout: PageLayout,
  scans: ScannedPages,
  settings: GeometrySettings,
): Promise<Issue[]> {
  const { number } = marks;
  const warnings: Issue[] = [];
  for (const inset of insets) {
    if (scans.insets() >= mostInsets) return [...warnings, issue.pictureOnly(number, 'many')];
    if (inset.pictures.length === 0) {
      warnings.push(issue.pictureOnly(number, 'damaged'));
      continue;
    }
    // Recognition is loaded when the first picture is met.
    const { readInset } = await import('../scan/read-inset.ts');
    const reading = await readInset(marks, inset, settings);
    scans.addInset(number, inset.box, reading.kind === 'table' ? reading.scan : null);
    if (reading.kind === 'table') {
      placeItems(layout, reading);
      const where = { zh: `第 ${number} 页的图片中`, en: `a picture on page ${number}` };
      warnings.push(...gridWarnings(reading.gridDoubts, where, `page ${number}`));
    } else if (reading.text.length >= fewestCharacters)
      warnings.push(issue.pictureText(number, reading.text));
  }
  return warnings;
}

/** Before the first item that stands below the head of the picture. */
function placeItems(layout: PageLayout, { box, items }: InsetTable): void {
  const below = layout.items.findIndex((item) => item.box.y0 > box.y0);
  layout.items.splice(below < 0 ? layout.items.length : below, 0, ...items);
}
