import type { Issue } from '../../schemas/index.ts';
import { drawPage } from '../geometry/draw.ts';
import { defaultGeometry } from '../geometry/settings.ts';
import * as issue from './issues.ts';
import { openPdf } from './open.ts';
import { readPage } from './read-page.ts';
import { withoutInvisibleText } from './visible-text.ts';

/** An SVG picture of one page (from 1) with what was made of it, layer by layer; or why there is none. */
export async function drawPdfPage(
  bytes: Uint8Array,
  number: number,
  password?: string,
): Promise<{ svg: string } | { error: Issue }> {
  const opened = await openPdf(bytes, password);
  if ('error' in opened) return opened;
  const { pdf } = opened;
  try {
    if (number < 1 || number > pdf.numPages)
      return { error: issue.pageFailed(number, `the file has ${pdf.numPages} pages`) };
    const layers = await pdf.getOptionalContentConfig().catch(() => null);
    const marks = withoutInvisibleText((await readPage(pdf, number, defaultGeometry, layers)).marks);
    return { svg: drawPage(marks, defaultGeometry) };
  } catch (error) {
    return { error: issue.pageFailed(number, error) };
  } finally {
    await pdf.loadingTask.destroy();
  }
}
