import type { PageGrid } from '../grids/page-grid.ts';
import type { PageItem, PageLayout } from '../layout.ts';
import type { LogicalGrid } from './logical-grid.ts';

/** What is measured on two pages differs by this much, in points. */
const drift = 1;

/** Characters that the labels of two tables begin with where they are about one thing: 年度目标 over 年度绩效指标. */
const sameBeginning = 2;

/**
 * Whether a table of one row at the head of a page is none of the rows of the table before, with another table right below it, no
 * text between: its label begins as one of that table does and none at the end of the table before; or the page before had room
 * for the row, but not for the blank above it as well, which parts it from the table below. The lower margin counts as the upper one.
 */
export function isLoneRow(before: LogicalGrid, row: PageGrid, page: PageLayout, left: number): boolean {
  if (row.ys.length !== 2 || before.method !== 'ruled' || row.method !== 'ruled') return false;
  const below = page.items[page.items.indexOf(row) + 1];
  if (!standsUnder(below, row)) return false;
  const blank = below.box.y0 - row.box.y1;
  const height = row.box.y1 - row.box.y0;
  const room = left - row.box.y0;
  if (room > height + drift && room < height + blank + drift) return true;
  const label = beginning(row.cells.find(({ column }) => column === 0)?.text);
  return (
    label !== null &&
    below.cells.some(({ column, text }) => column === 0 && beginning(text) === label) &&
    !before.bottom.some(({ column, text }) => column === 0 && beginning(text) === label)
  );
}

function standsUnder(below: PageItem | undefined, { box }: PageGrid): below is PageGrid {
  return (
    below?.kind === 'grid' &&
    below.box.y0 > box.y1 + drift &&
    Math.abs(below.box.x0 - box.x0) <= drift &&
    Math.abs(below.box.x1 - box.x1) <= drift
  );
}

/** The first characters of a label; null where it has none that could tell. */
function beginning(text = ''): string | null {
  const start = text.replace(/\s/g, '').slice(0, sameBeginning);
  return /^\p{Script=Han}{2}$/u.test(start) ? start : null;
}
