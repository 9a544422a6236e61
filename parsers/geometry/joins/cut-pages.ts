import type { Box } from '../../../schemas/index.ts';
import type { PageGrid } from '../grids/page-grid.ts';
import type { PageLayout } from '../layout.ts';

/** Pages between the halves of a sheet that a workbook printed cut between columns, at most; tables of both stand as high, to so many points. */
const farthest = 100;
const drift = 1;

/** Whether two tables stand as high as each other on their pages. */
export function isAsHigh(one: Pick<Box, 'y0' | 'y1'>, other: Pick<Box, 'y0' | 'y1'>): boolean {
  return Math.abs(one.y0 - other.y0) <= drift && Math.abs(one.y1 - other.y1) <= drift;
}

/** The earlier pages that one may hold the columns behind of, in their order. */
export const pagesBefore = (pages: readonly PageLayout[], at: number): PageLayout[] =>
  pages.slice(Math.max(0, at - farthest), at);

const gridsOf = ({ items }: PageLayout): PageGrid[] => items.filter((item) => item.kind === 'grid');

/**
 * Numbers of the pages that hold the columns behind those of an earlier page, and the number of that: all their tables stand as high as tables
 * of the other, have other columns and no name. Forms that are alike stand as high as each other: each page goes on the first that none goes on.
 */
export function leftPages(pages: readonly PageLayout[]): Map<number, number> {
  const found = new Map<number, number>();
  const taken = new Set<number>();
  for (const [at, page] of pages.entries()) {
    const grids = gridsOf(page);
    if (grids.length === 0 || hasName(page, grids)) continue;
    const left = pagesBefore(pages, at).find((other) => {
      const own = taken.has(other.number) ? [] : gridsOf(other);
      return grids.every((grid) =>
        own.some(({ box, xs }) => isAsHigh(box, grid.box) && !isAlike(xs, grid.xs)),
      );
    });
    if (!left) continue;
    found.set(page.number, left.number);
    taken.add(left.number);
  }
  return found;
}

function isAlike(xs: readonly number[], others: readonly number[]): boolean {
  return xs.length === others.length && xs.every((x, i) => Math.abs(x - others[i]!) <= drift);
}

/** Whether more than the end of a name that another page cuts stands over the first table: that begins at its side. */
function hasName({ items }: PageLayout, grids: readonly PageGrid[]): boolean {
  const [x0, y0] = [Math.min(...grids.map(({ box }) => box.x0)), Math.min(...grids.map(({ box }) => box.y0))];
  return items.some(
    (item) =>
      item.kind === 'text' &&
      item.role !== 'furniture' &&
      item.box.y1 < y0 + drift &&
      item.box.x0 >= x0 + item.size,
  );
}
