import type { Issue } from '../../schemas/index.ts';
import { drawPage, type NamedBox } from '../geometry/draw.ts';
import { defaultGeometry } from '../geometry/settings.ts';
import { uprightPage } from '../geometry/turned-page.ts';
import type { CellName } from '../scan/draw-cell.ts';
import { withoutOverprint } from './characters/overprint.ts';
import { withoutCoveredText, withoutInvisibleText } from './characters/visible-text.ts';
import * as issue from './issues.ts';
import { openPdf } from './open.ts';
import type { PageReading } from './pictures/page-pictures.ts';
import { withoutSeals } from './pictures/seals.ts';
import { fileParts, readPage } from './read-page.ts';

export type DrawnPage = { svg: string } | { error: Issue };

/**
 * An SVG picture of one page (from 1) with what was made of it, layer by layer; or why there is none. `roles` are boxes of
 * the page with the names of the fields read from them. A page that is written sideways is drawn upright, as it is read,
 * and a scan with its picture beneath. With a `cell` of a scan, what that was read from is drawn alone.
 */
export async function drawPdfPage(
  bytes: Uint8Array,
  number: number,
  password?: string,
  roles: readonly NamedBox[] = [],
  cell: CellName | null = null,
): Promise<DrawnPage> {
  const opened = await openPdf(bytes, password);
  if ('error' in opened) return opened;
  const { pdf } = opened;
  try {
    if (number < 1 || number > pdf.numPages)
      return { error: issue.pageFailed(number, `the file has ${pdf.numPages} pages`) };
    const reading = await readPage(pdf, number, defaultGeometry, await fileParts(pdf, bytes));
    return await drawnReading(reading, roles, cell);
  } catch (error) {
    return { error: issue.pageFailed(number, error) };
  } finally {
    await opened.close();
  }
}

/** The same of a page of any format, as it was read. */
export async function drawnReading(
  { marks: read, scan }: PageReading,
  roles: readonly NamedBox[],
  cell: CellName | null,
): Promise<DrawnPage> {
  const { number } = read;
  const marks = withoutOverprint(withoutSeals(withoutInvisibleText(withoutCoveredText(read))));
  if (cell !== null) {
    if (!scan || scan.length === 0) return { error: issue.pageFailed(number, 'it is no scan') };
    const { drawCell } = await import('../scan/draw-cell.ts');
    const svg = await drawCell(marks, scan, defaultGeometry, cell);
    if (svg === null)
      return { error: issue.pageFailed(number, `no grid has a cell ${cell.row},${cell.column}`) };
    return { svg };
  }
  if (scan && scan.length > 0) {
    const { drawScan } = await import('../scan/draw-scan.ts');
    return { svg: await drawScan(marks, scan, defaultGeometry, roles) };
  }
  const { marks: upright, there } = uprightPage(marks);
  const named = roles.map(({ box, role }) => ({ box: there(box), role }));
  return { svg: drawPage(upright, defaultGeometry, named) };
}
