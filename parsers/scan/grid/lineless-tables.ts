import type { PageLayout } from '../../geometry/layout.ts';
import type { GridDoubt } from './check-grid.ts';

/** Fewest columns and rows of a table whose figures may come into others. */
const fewest = 3;

/**
 * Tables of a scan that no lines draw: their rows and columns are told by where texts stand, and recognition loses and joins words. What was
 * measured of such forms stands in `docs/scans-measured.md`.
 */
export function linelessTables(layouts: readonly PageLayout[]): GridDoubt[] {
  return layouts.flatMap(({ items }) =>
    items.flatMap((item): GridDoubt[] => {
      if (item.kind !== 'grid' || item.method !== 'aligned') return [];
      if (item.xs.length <= fewest || item.ys.length <= fewest) return [];
      return [{ box: item.box, of: 'all', reason: 'no lines draw the table of a scan' }];
    }),
  );
}
