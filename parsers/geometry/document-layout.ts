import { markBoxedRows } from './boxed-rows.ts';
import { markFurniture } from './furniture.ts';
import { withoutNameRows } from './grids/name-rows.ts';
import type { PageGrid } from './grids/page-grid.ts';
import { beginsForm } from './grids/table-names.ts';
import { leftPages } from './joins/cut-pages.ts';
import { withoutCuts } from './joins/cut-sheets.ts';
import { goesOnBeside, leftHalfFirst } from './joins/facing-parts.ts';
import { joinPart } from './joins/join-parts.ts';
import { type LogicalGrid, logicalGrid } from './joins/logical-grid.ts';
import { isLoneRow } from './joins/lone-rows.ts';
import { hasRepeatedTitle, isBrokenByHand, textsOver } from './joins/page-breaks.ts';
import type { DocumentItem, PageLayout } from './layout.ts';
import { withoutFrames } from './no-tables/frames.ts';
import type { GeometrySettings } from './settings.ts';
import { isRightBehind } from './sheets/sheets-on-page.ts';

/** The last grid of a page that may go on on the next: its index among the items. */
interface OpenGrid {
  at: number;
  page: number;
  /** Height of the page below it, in points. */
  left: number;
  /** Whether its place says that the page's end may have cut it. */
  reachesEnd: boolean;
}

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
        firstLabels: firstLabels(grids),
      };
    }),
  );
  markBoxedRows(pages, settings);
  const items: DocumentItem[] = [];
  let open = null as OpenGrid | null;
  const lefts = leftPages(pages);
  const goneOn = new Set<number>();
  const byNumber = new Map(pages.map((page) => [page.number, page]));
  for (const page of pages.map((sheet) => leftHalfFirst(sheet, settings.partDrift))) {
    const first = firstGrid(page);
    const before: OpenGrid | null = open && isRightBehind(open.page, page.number) ? open : null;
    // What ends on one page does so in the columns that are printed on another.
    const left = lefts.get(page.number);
    const endsAtLeft = left !== undefined && lefts.has(before?.page ?? -1) && !goneOn.has(left);
    const joined: boolean =
      first !== null &&
      before !== null &&
      !endsAtLeft &&
      joinAt(items[before.at], first, page, before, byNumber, settings);
    if (joined && first) {
      goneOn.add(page.number);
      for (const text of textsOver(page, first.box.y0))
        if (!goesOnCaption.test(text.text)) text.role = 'furniture';
    }
    let lastAt: number | null = joined && before ? before.at : null;
    for (const item of page.items) {
      if (item === first && joined) continue;
      if (item.kind === 'grid' && isPutBeside(items[lastAt ?? -1], item, page, settings)) continue;
      if (item.kind === 'grid') lastAt = items.length;
      else if (item.role !== 'furniture' && !(joined && item.box.y1 <= first!.box.y0)) lastAt = null;
      items.push(item.kind === 'grid' ? logicalGrid(item, settings.partDrift) : item);
    }
    open = lastAt === null ? null : openGrid(lastAt, items[lastAt]!, page);
  }
  return withoutNameRows(withoutFrames(withoutCuts(items, pages, lefts)));
}

/** Rows of a form whose labels tell that another of its kind begins on another page. */
const labelRows = 4;

/** What stands first in the first rows of the uppermost grid, before a colon. */
function firstLabels(grids: readonly PageGrid[]): string[] {
  const top = Math.min(...grids.map(({ box }) => box.y0));
  const cells = grids.find(({ box }) => box.y0 === top)?.cells ?? [];
  return cells
    .filter(({ row, column }) => row < labelRows && column === 0)
    .map(({ text }) => text.split(/[：:]/)[0]!.replace(/\s/g, ''))
    .filter((label) => /\p{L}/u.test(label));
}

/** The first grid of a page, where it stands near its head. */
function firstGrid(page: PageLayout): PageGrid | null {
  const grid = page.items.find((item) => item.kind === 'grid');
  return grid && grid.box.y0 <= page.height * maxBegin ? grid : null;
}

/** Whether nothing but furniture (or the word that a table goes on) stands before the first grid of a page. */
function isFirst(grid: PageGrid, { items }: PageLayout): boolean {
  const before = items.slice(0, items.indexOf(grid));
  return before.every(
    (item) => item.kind === 'text' && (item.role === 'furniture' || goesOnCaption.test(item.text)),
  );
}

function joinAt(
  grid: DocumentItem | undefined,
  part: PageGrid,
  page: PageLayout,
  open: OpenGrid,
  pages: ReadonlyMap<number, PageLayout>,
  settings: GeometrySettings,
): boolean {
  if (grid?.kind !== 'grid') return false;
  const goesOn = isFirst(part, page)
    ? open.reachesEnd ||
      isLeftOpen(grid, part, page) ||
      isCarriedOver(grid, part, page, open) ||
      isBrokenByHand(grid, part)
    : hasRepeatedTitle(grid, part, page, pages.get(grid.parts[0]!.page)!);
  return (
    goesOn &&
    grid.method === part.method &&
    !beginsForm(grid, part) &&
    !isLoneRow(grid, part, page, open.left) &&
    joinPart(grid, part, hadRoom(part, open.left), settings)
  );
}

/** Whether a grid went on one in the other half of its page and was added to it. */
function isPutBeside(
  grid: DocumentItem | undefined,
  part: PageGrid,
  page: PageLayout,
  settings: GeometrySettings,
): boolean {
  return (
    grid?.kind === 'grid' &&
    goesOnBeside(grid.last, part, page, settings.partDrift) &&
    joinPart(grid, part, false, settings)
  );
}

function openGrid(at: number, item: DocumentItem, page: PageLayout): OpenGrid | null {
  if (item.kind !== 'grid') return null;
  const end = item.last.box.y1;
  return {
    at,
    page: page.number,
    left: page.height - end,
    reachesEnd: end >= page.height * minReach,
  };
}

/** A lower margin is higher than the upper one by less than this, in points. */
const spareMargin = 36;

/** Whether the first rows of a part, as far as a merged cell ties them, had room below a grid with `left` points of page below it. */
function hadRoom({ method, cells, ys, box }: PageGrid, left: number): boolean {
  const tied = Math.max(...cells.filter(({ row }) => row === 0).map(({ rowSpan }) => rowSpan));
  return method === 'ruled' && ys[tied]! - ys[0]! + spareMargin < left - box.y0;
}

/** Whether a label runs out of a grid that closes the rows beside it, and no line opens the part: browsers draw none where they cut a table. */
function isLeftOpen({ last }: LogicalGrid, next: PageGrid, page: PageLayout): boolean {
  const { openBottom } = last;
  return (
    next.box.y0 <= page.height * headOfPage &&
    next.openTop.every(Boolean) &&
    openBottom.some(Boolean) &&
    !openBottom.every(Boolean)
  );
}

/** Whether a part holds rows that a merged cell ties and that had no room below a grid that ends far above the page's end. Whose label stands in the grid already is a form that begins again. */
function isCarriedOver(
  { cells }: LogicalGrid,
  next: PageGrid,
  page: PageLayout,
  { left }: OpenGrid,
): boolean {
  if (next.box.y0 > page.height * headOfPage) return false;
  const first = next.cells.filter(({ row }) => row === 0);
  const tied = Math.max(...first.map(({ rowSpan }) => rowSpan));
  const label = first.find(({ rowSpan }) => rowSpan === tied)!;
  const isKnown = cells.some(
    ({ column, text }) => column === label.column && text !== '' && text === label.text,
  );
  const height = next.ys[tied]! - next.ys[0]!;
  return tied > 1 && !isKnown && height > left - next.box.y0;
}
