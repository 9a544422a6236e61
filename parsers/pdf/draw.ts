import type { NamedBox } from '../geometry/draw.ts';
import { defaultGeometry } from '../geometry/settings.ts';
import { type DrawnPage, drawnReading } from '../pages/drawn-reading.ts';
import { pageBeyondLast, pageFailed } from '../pages/issues.ts';
import type { CellName } from '../scan/draw-cell.ts';
import { openPdf } from './open.ts';
import { fileParts, readPage } from './read-page.ts';

/** An SVG picture of one page (from 1) with what was made of it. */
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
    if (number < 1 || number > pdf.numPages) return { error: pageBeyondLast(number, pdf.numPages) };
    const reading = await readPage(pdf, number, defaultGeometry, await fileParts(pdf, bytes));
    return await drawnReading(reading, roles, cell);
  } catch (error) {
    return { error: pageFailed(number, error) };
  } finally {
    await opened.close();
  }
}
