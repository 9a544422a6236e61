import type { PageLayout } from '../../geometry/layout.ts';
import type { ScannedPage } from '../read-page.ts';
import type { GridDoubt } from './check-grid.ts';
import { linelessTables } from './lineless-tables.ts';
import { rowsBeside } from './rows-beside.ts';

/** What speaks against the grids of a scanned page, by its picture and by how it was laid out. `layouts`: its sheets. */
export const layoutDoubts = (
  { gridDoubts, marked = [] }: ScannedPage,
  layouts: readonly PageLayout[],
): GridDoubt[] => [...gridDoubts, ...rowsBeside(layouts), ...linelessTables(layouts, marked)];
