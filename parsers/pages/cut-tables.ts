import { misplacedConfidence } from '../geometry/grids/misplaced-texts.ts';
import type { PageGrid } from '../geometry/grids/page-grid.ts';
import type { PageLayout } from '../geometry/layout.ts';
import type { LeftOutText, PageMarks } from '../geometry/marks.ts';

/** The lines of a table that the page cuts off end this near to the page's edge, in points. */
const atEdge = 6;

/** Puts tables in question that the edge of the page cuts off with texts of their rows or columns: a sum may want just those. */
export function doubtCutTables({ items }: PageLayout, marks: PageMarks): void {
  const outside = marks.leftOut.filter(({ reason }) => reason === 'outside');
  if (outside.length === 0) return;
  for (const item of items)
    if (item.kind === 'grid' && outside.some((text) => isCutOff(item, text, marks)))
      item.confidence = Math.min(item.confidence, misplacedConfidence);
}

/** Whether a text beyond an edge of the page stands in a row or a column of a grid that reaches that edge. */
function isCutOff(
  { box: grid }: PageGrid,
  { box }: LeftOutText,
  { width, height }: Pick<PageMarks, 'width' | 'height'>,
): boolean {
  const [x, y] = [(box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2];
  if (y > grid.y0 && y < grid.y1)
    return (x > width && grid.x1 > width - atEdge) || (x < 0 && grid.x0 < atEdge);
  if (x > grid.x0 && x < grid.x1)
    return (y > height && grid.y1 > height - atEdge) || (y < 0 && grid.y0 < atEdge);
  return false;
}
