import type { Box } from '../../schemas/index.ts';
import type { PageGrid } from './grids/page-grid.ts';
import type { PageItem, PageLayout } from './layout.ts';
import type { GeometrySettings } from './settings.ts';
import { isRightBehind } from './sheets/sheets-on-page.ts';
import type { PageText } from './texts/paragraphs.ts';
import { wrappedText } from './texts/wrapped-text.ts';

/** Heights on two pages differ by this much where they are the same, in points. */
const drift = 1;

/**
 * Makes a box with a text a row of the table that goes on over the page's end: a title in its first row, alone at the end of a page,
 * or a note in its last one, alone at the head of the next. The box is as wide as the table, and the page had no room for what follows.
 */
export function markBoxedRows(pages: readonly PageLayout[], settings: GeometrySettings): void {
  pages.forEach((page, i) => {
    const before = pages[i - 1];
    if (!before || !isRightBehind(before.number, page.number)) return;
    const last = before.items.findLast(isBody);
    const first = page.items.find(isBody);
    if (last?.kind === 'text' && first?.kind === 'grid') {
      const box = boxAround(last, before, first, settings);
      if (box && before.height - box.y1 - first.box.y0 < leastPart(first) + drift) makeRow(before, box);
    } else if (last?.kind === 'grid' && first?.kind === 'text') {
      const box = boxAround(first, page, last, settings);
      if (!box || before.height - last.box.y1 - box.y0 >= box.y1 - box.y0 + drift) return;
      const next = page.items.find((item) => isBody(item) && !isWithin(item, box));
      // Right above another table it is more likely the head of that.
      if (next?.kind !== 'grid') makeRow(page, box);
    }
  });
}

const isBody = (item: PageItem): boolean => item.kind === 'grid' || item.role !== 'furniture';

function boxAround(
  text: PageText,
  { boxes }: PageLayout,
  grid: PageGrid,
  { partDrift }: GeometrySettings,
): Box | undefined {
  if (grid.method !== 'ruled') return undefined;
  return boxes.find(
    (box) =>
      isWithin(text, box) &&
      Math.abs(box.x0 - grid.box.x0) <= partDrift &&
      Math.abs(box.x1 - grid.box.x1) <= partDrift,
  );
}

function isWithin({ box }: PageItem, { x0, y0, x1, y1 }: Box): boolean {
  return box.x0 >= x0 - drift && box.x1 <= x1 + drift && box.y0 >= y0 - drift && box.y1 <= y1 + drift;
}

/** Height that the first rows of a part need at least: those that a merged cell ties stay together. */
function leastPart({ cells, ys }: PageGrid): number {
  const tied = Math.max(...cells.filter(({ row }) => row === 0).map(({ rowSpan }) => rowSpan));
  return ys[tied]! - ys[0]!;
}

function makeRow(page: PageLayout, box: Box): void {
  const at = page.items.findIndex((item) => isWithin(item, box));
  const lines = page.items.flatMap((item) => (item.kind === 'text' && isWithin(item, box) ? item.lines : []));
  const cell = { row: 0, column: 0, rowSpan: 1, columnSpan: 1, box, lines, doubt: null };
  const row: PageGrid = {
    kind: 'grid',
    page: page.number,
    box,
    xs: [box.x0, box.x1],
    ys: [box.y0, box.y1],
    cells: [{ ...cell, text: wrappedText(lines, box.x1 - box.x0) }],
    method: 'ruled',
    confidence: 1,
    openTop: [false],
    openBottom: [false],
  };
  const rest = page.items.filter((item) => !isWithin(item, box));
  page.items = [...rest.slice(0, at), row, ...rest.slice(at)];
}
