import type { NamedBox } from '../geometry/draw.ts';
import { defaultGeometry } from '../geometry/settings.ts';
import { defaultLimits } from '../limits.ts';
import { type DrawnPage, drawnReading } from '../pages/drawn-reading.ts';
import { pageBeyondLast } from '../pages/issues.ts';
import type { CellName } from '../scan/draw-cell.ts';
import { readContents } from './package/documents.ts';
import { openParts } from './package/parts.ts';
import { sharedParts } from './page-drawing.ts';
import { readPage } from './read-page.ts';

/** An SVG picture of one page (from 1) with what was made of it, as of a page of PDF. */
export async function drawOfdPage(
  bytes: Uint8Array,
  number: number,
  roles: readonly NamedBox[] = [],
  cell: CellName | null = null,
): Promise<DrawnPage> {
  const parts = openParts(bytes, defaultLimits);
  if ('code' in parts) return { error: parts };
  const contents = readContents(parts, defaultLimits.maxPages);
  if ('code' in contents) return { error: contents };
  const page = contents.pages[number - 1];
  if (page === undefined) return { error: pageBeyondLast(number, contents.total) };
  const shared = sharedParts(parts);
  const reading = await readPage(page, number, shared, defaultGeometry);
  return 'code' in reading ? { error: reading } : drawnReading(reading, roles, cell);
}
