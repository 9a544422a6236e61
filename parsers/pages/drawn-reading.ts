import type { Issue } from '../../schemas/index.ts';
import { drawPage, type NamedBox } from '../geometry/draw.ts';
import { defaultGeometry } from '../geometry/settings.ts';
import { enlarged, enlargement } from '../geometry/small-print.ts';
import { uprightPage } from '../geometry/turned-page.ts';
import type { CellName } from '../scan/draw-cell.ts';
import { withoutOverprint } from './characters/overprint.ts';
import { withoutCoveredText, withoutInvisibleText } from './characters/visible-text.ts';
import * as issue from './issues.ts';
import type { PageReading } from './pictures/page-pictures.ts';
import { withoutSeals } from './pictures/seals.ts';

export type DrawnPage = { svg: string } | { error: Issue };

/**
 * An SVG picture of a page as it was read, with what was made of it, layer by layer; or why there is none. `roles` are boxes of
 * the page with the names of the fields read from them. A page that is written sideways is drawn upright, as it is read,
 * and a scan with its picture beneath. With a `cell` of a scan, what that was read from is drawn alone.
 */
export async function drawnReading(
  { marks: read, scan }: PageReading,
  roles: readonly NamedBox[],
  cell: CellName | null,
): Promise<DrawnPage> {
  const { number } = read;
  const marks = withoutOverprint(withoutSeals(withoutInvisibleText(withoutCoveredText(read))));
  if (cell !== null) {
    if (!scan || scan.length === 0)
      return { error: issue.notDrawn(number, { zh: '不是扫描页', en: 'it is no scan' }) };
    const { drawCell } = await import('../scan/draw-cell.ts');
    const svg = await drawCell(marks, scan, defaultGeometry, cell);
    if (svg === null)
      return {
        error: issue.notDrawn(number, {
          zh: `没有表格有单元格 ${cell.row},${cell.column}`,
          en: `no grid has a cell ${cell.row},${cell.column}`,
        }),
      };
    return { svg };
  }
  if (scan && scan.length > 0) {
    const { drawScan } = await import('../scan/draw-scan.ts');
    return { svg: await drawScan(marks, scan, defaultGeometry, roles) };
  }
  const { marks: upright, there } = enlarged(uprightPage(marks), enlargement(marks.glyphs, 1));
  const named = roles.map(({ box, role }) => ({ box: there(box), role }));
  return { svg: drawPage(upright, defaultGeometry, named) };
}
