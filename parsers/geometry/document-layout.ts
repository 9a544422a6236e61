import { markFurniture } from './furniture.ts';
import type { PageGrid } from './grids.ts';
import { joinPart } from './join-parts.ts';
import { type LogicalGrid, logicalGrid } from './logical-grid.ts';
import { withoutFrames } from './no-tables/frames.ts';
import type { PageLayout } from './page-layout.ts';
import type { PageText } from './paragraphs.ts';
import type { GeometrySettings } from './settings.ts';

/** The last grid of a page that may go on on the next: its index among the items. */
interface OpenGrid {
  at: number;
  page: number;
  /** Height that was left below it, in points; 0 where it reaches the page's end. */
  left: number;
}

export type DocumentItem = LogicalGrid | PageText;

/** A table that goes on says so above its next part. */
const goesOnCaption = /^[（(【[]?\s*(?:接?上[页表]|续上?表?|转下页|接下页|continued)/i;

/** A grid that ends above this share of the page's height ended by itself, not by the page end. */
const minReach = 0.45;

/** Whoever prints keeps rows together that a merged cell ties: what is left of a page above is less than they need. Margins count as at the head of the next page. */
const headOfPage = 0.12;

/** A part that goes on begins above this share of the page's height. */
const maxBegin = 0.4;

/** Pages in order → grids and texts in reading order, grids that run over pages as one. */
export function joinPages(pages: readonly PageLayout[], settings: GeometrySettings): DocumentItem[] {
  markFurniture(
    pages.map((page) => {
      const grids = page.items.filter((item) => item.kind === 'grid');
      return {
        number: page.number,
        height: page.height,
        texts: page.items.filter((item) => item.kind === 'text'),
        cellSizes: grids.flatMap((grid) => grid.cells.flatMap((cell) => cell.lines.map((line) => line.size))),
        grids: grids.map((grid) => grid.box),
        gridTop: grids.length > 0 ? Math.min(...grids.map((grid) => grid.box.y0)) : null,
        gridBottom: grids.length > 0 ? Math.max(...grids.map((grid) => grid.box.y1)) : null,
      };
    }),
  );
  const items: DocumentItem[] = [];
  let open = null as OpenGrid | null;
  for (const page of pages) {
    const first = firstGrid(page);
    const before: OpenGrid | null = open?.page === page.number - 1 ? open : null;
    const fits = before === null || first === null || mayGoOn(before, first, page);
    const joined: boolean =
      first !== null && before !== null && fits && joinAt(items[before.at], first, settings);
    let lastAt: number | null = joined && before ? before.at : null;
    for (const item of page.items) {
      if (item === first && joined) continue;
      if (item.kind === 'grid') lastAt = items.length;
      else if (item.role !== 'furniture' && !(joined && item.box.y1 <= first!.box.y0)) lastAt = null;
      items.push(item.kind === 'grid' ? logicalGrid(item, settings.partDrift) : item);
    }
    open = lastAt === null ? null : { at: lastAt, page: page.number, left: leftBelow(items[lastAt]!, page) };
  }
  return withoutFrames(items);
}

/** The first grid of a page where nothing but furniture (or the word that a table goes on) stands before it. */
function firstGrid(page: PageLayout): PageGrid | null {
  for (const item of page.items) {
    if (item.kind === 'grid') return item.box.y0 <= page.height * maxBegin ? item : null;
    if (item.role !== 'furniture' && !goesOnCaption.test(item.text)) return null;
  }
  return null;
}

function joinAt(grid: DocumentItem | undefined, part: PageGrid, settings: GeometrySettings): boolean {
  return grid?.kind === 'grid' && grid.method === part.method && joinPart(grid, part, settings);
}

/** Height left on the page below a grid that ends by itself as far as its place says, in points; 0 where the page's end may have cut it. */
function leftBelow(item: DocumentItem, page: PageLayout): number {
  if (item.kind !== 'grid') return Infinity;
  return item.last.box.y1 >= page.height * minReach ? 0 : page.height - item.last.box.y1;
}

/** A grid that ends far above the page's end goes on only with rows that a merged cell ties and that had no room there. */
function mayGoOn({ left }: OpenGrid, next: PageGrid, page: PageLayout): boolean {
  if (left === 0) return true;
  if (next.box.y0 > page.height * headOfPage) return false;
  const tied = Math.max(...next.cells.filter(({ row }) => row === 0).map(({ rowSpan }) => rowSpan));
  const height = next.ys[tied]! - next.ys[0]!;
  return tied > 1 && height > left - next.box.y0;
}
