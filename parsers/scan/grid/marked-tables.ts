import type { Box } from '../../../schemas/index.ts';
import type { PageLayout } from '../../geometry/layout.ts';
import type { GridDoubt } from './check-grid.ts';

/**
 * Tables without lines over which marks lay that were taken out: their rows and columns are told by where their texts stand alone, and one that
 * was lost under a mark moves others. `marked`: what stood under marks, in points of the levelled page.
 */
export function markedTables(layouts: readonly PageLayout[], marked: readonly Box[]): GridDoubt[] {
  if (marked.length === 0) return [];
  const tables = layouts.flatMap(({ items }) =>
    items.flatMap((item) => (item.kind === 'grid' && item.method === 'aligned' ? [item.box] : [])),
  );
  return tables
    .filter((table) => marked.some((box) => touches(table, box)))
    .map((box) => ({ box, of: 'all', reason: 'marks lay over a table without lines' }));
}

const touches = (a: Box, b: Box): boolean => a.x0 < b.x1 && b.x0 < a.x1 && a.y0 < b.y1 && b.y0 < a.y1;
