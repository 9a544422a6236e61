import type { Box } from '../../../schemas/index.ts';
import type { PageLayout } from '../../geometry/layout.ts';
import type { GridDoubt } from './check-grid.ts';

/** Fewest columns and rows of a table whose figures may come into others. */
const fewest = 3;

/**
 * Tables of a scan that no lines draw: their rows and columns are told by where texts stand, and recognition loses and joins words. What was
 * measured of such forms stands in `docs/scans-measured.md`. A list of labels and answers is in question where marks that were taken out lay over
 * it: a text that was lost under one moves others. `marked`: what stood under marks, in points of the levelled page.
 */
export function linelessTables(layouts: readonly PageLayout[], marked: readonly Box[] = []): GridDoubt[] {
  const tables = layouts.flatMap(({ items }) =>
    items.flatMap((item) => (item.kind === 'grid' && item.method === 'aligned' ? [item] : [])),
  );
  const under = tables.filter(({ box }) => marked.some((mark) => touches(box, mark)));
  const large = tables.filter(({ xs, ys }) => xs.length > fewest && ys.length > fewest);
  return [
    ...under.map(({ box }) => doubtOf(box, 'marks lay over a table without lines')),
    ...large.map(({ box }) => doubtOf(box, 'no lines draw the table of a scan')),
  ];
}

const doubtOf = (box: Box, reason: GridDoubt['reason']): GridDoubt => ({ box, of: 'all', reason });

const touches = (a: Box, b: Box): boolean => a.x0 < b.x1 && b.x0 < a.x1 && a.y0 < b.y1 && b.y0 < a.y1;
