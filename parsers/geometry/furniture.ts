import type { Box } from '../../schemas/index.ts';
import type { PageText } from './paragraphs.ts';

/** What the marking of furniture needs of a page. */
export interface TextPage {
  number: number;
  height: number;
  texts: PageText[];
  /** Sizes of the lines in the cells of the page. */
  cellSizes: number[];
  /** Boxes of the grids. */
  grids: Box[];
  /** Top and bottom of the grids of the page; null where it has none. */
  gridTop: number | null;
  gridBottom: number | null;
}

/** Share of the page's height at its head and foot where page headers, footers and numbers stand. */
const marginBand = 0.11;

/** A page number: 12, - 12 -, 第 3 页, 第3页 共9页, 3/9, Page 3 of 9. */
const pageNumber =
  /^[-–—·\s]*(?:第?\s*\d{1,4}\s*页?|\d{1,4}\s*[/／]\s*\d{1,4}|第?\s*\d{1,4}\s*页?[\s，,/]*共\s*\d{1,4}\s*页|page\s*\d{1,4}(?:\s*of\s*\d{1,4})?)[-–—·\s]*$/i;

/** How much page headers may move between pages, in points. */
const drift = 4;

/**
 * Marks page headers, footers and page numbers: texts at the very edge of the page that are a page number, or that stand at
 * the same place with the same words (figures aside) on at least two pages and are no larger than the text of the body.
 */
export function markFurniture(pages: readonly TextPage[]): void {
  const seen = new Map<string, { text: PageText; page: number }[]>();
  for (const page of pages) {
    for (const text of page.texts) {
      if (!inMargin(text, page)) continue;
      if (pageNumber.test(text.text)) text.role = 'furniture';
      else if (!isTitle(text, page)) {
        const key = text.text.replace(/[\d一二三四五六七八九十]+/g, '#').replace(/\s/g, '');
        seen.set(key, [...(seen.get(key) ?? []), { text, page: page.number }]);
      }
    }
  }
  const body = medianSize(pages);
  for (const entries of seen.values()) {
    for (const entry of entries) {
      const twin = entries.some(
        (other) => other.page !== entry.page && Math.abs(other.text.box.y0 - entry.text.box.y0) <= drift,
      );
      if (twin && entry.text.size <= body * 1.05) entry.text.role = 'furniture';
    }
  }
}

function inMargin(text: PageText, page: TextPage): boolean {
  const above =
    text.box.y1 <= page.height * marginBand && (page.gridTop === null || text.box.y1 <= page.gridTop);
  const below =
    text.box.y0 >= page.height * (1 - marginBand) &&
    (page.gridBottom === null || text.box.y0 >= page.gridBottom);
  return above || below;
}

function medianSize(pages: readonly TextPage[]): number {
  const sizes = pages.flatMap((page) => [...page.cellSizes, ...page.texts.map((text) => text.size)]);
  sizes.sort((a, b) => a - b);
  return sizes[sizes.length >> 1] ?? 0;
}

/** A text that stands centred right above a grid is its title, though every page may have one. */
function isTitle(text: PageText, page: TextPage): boolean {
  return page.grids.some((grid) => {
    const gap = grid.y0 - text.box.y1;
    const left = text.box.x0 - grid.x0;
    const right = grid.x1 - text.box.x1;
    return gap > -1 && gap < 3 * text.size && left > text.size && Math.abs(left - right) < 2 * text.size;
  });
}
