import type { Box } from '../../schemas/index.ts';
import type { PageText } from './texts/paragraphs.ts';

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
  /** Labels of the first rows of its first grid, by which it is known whether a form begins there. */
  firstLabels: readonly string[];
}

/** Share of the page's height at its head and foot where page headers, footers and numbers stand. */
const marginBand = 0.11;

/** A page number: 12, - 12 -, 第 3 页, 第3页 共9页, 3/9, Page 3 of 9. */
const pageNumber =
  /^[-–—·\s]*(?:第?\s*\d{1,4}\s*页?|\d{1,4}\s*[/／]\s*\d{1,4}|第?\s*\d{1,4}\s*页?[\s，,/]*共\s*\d{1,4}\s*页|page\s*\d{1,4}(?:\s*of\s*\d{1,4})?)[-–—·\s]*$/i;

/** What a page number has beside figures, by which it is known wherever it stands: a page that was scaled has wide margins. */
const saysPage = /页|page|^[-–—·].*[-–—·]$/i;

/** Larger than the text of the body by this, a text is no page header; by less than the second, it has to show that it is one. */
const headSize = 1.05;
const largestHead = 1.4;

/** How much page headers may move between pages, in points. */
const drift = 4;

/**
 * Marks page headers, footers and page numbers: texts at the very edge of the page that are a page number, or that stand at
 * the same place with the same words (figures and signs aside) on at least two pages and are no larger than the text of the body, or
 * hardly larger and over a title on one page and over the rest of a table on another. A name right over forms that begin alike is
 * that of each of them, and one that is repeated over the rest of a table is its name on the first page.
 */
export function markFurniture(pages: readonly TextPage[]): void {
  markRisingNumbers(pages);
  markTextsBeside(pages);
  const seen = new Map<string, { text: PageText; page: number; opens: boolean }[]>();
  for (const page of pages) {
    for (const text of page.texts) {
      if (isOutermost(text, page) && saysPage.test(text.text) && pageNumber.test(text.text))
        text.role = 'furniture';
      if (!inMargin(text, page)) continue;
      if (pageNumber.test(text.text)) text.role = 'furniture';
      else if (printedOn.test(text.text.trim()) || !isTitle(text, page)) {
        const key = wordsOf(text.text);
        seen.set(key, [...(seen.get(key) ?? []), { text, page: page.number, opens: opensTable(text, page) }]);
      }
    }
  }
  const body = medianSize(pages);
  const running = new Map<PageText, number>();
  const byNumber = new Map(pages.map((page) => [page.number, page]));
  for (const entries of seen.values()) {
    // Over the title of the first page and right over the table on the next: no title of a form stands so.
    const runs = entries.some(({ opens }) => opens) && entries.some(({ opens }) => !opens);
    for (const entry of entries) {
      const twin = entries.some(
        (other) => other.page !== entry.page && Math.abs(other.text.box.y0 - entry.text.box.y0) <= drift,
      );
      if (!runs && (namesForms(entry, entries, byNumber) || namesFirst(entry, entries, byNumber))) continue;
      const isSmall = entry.text.size <= body * (runs ? largestHead : headSize);
      if (twin && (isSmall || (runs && isPrintersOwn(entry.text, byNumber.get(entry.page)!))))
        running.set(entry.text, entry.page);
    }
  }
  // The year of each form beneath its title, at the same place on every page, is no line of the pages.
  const isAround = (text: PageText): boolean => text.role === 'furniture' || running.has(text);
  const outer = [...running].filter(([text, number]) => !isBehindText(text, byNumber.get(number)!, isAround));
  for (const [text] of outer) text.role = 'furniture';
}

/** What a text says beside figures and signs: 12/1/26 may be recognised as 12/1/≥6 on the next page. A text of nothing else is known by its signs. */
function wordsOf(text: string): string {
  const words = text.replace(/[\d一二三四五六七八九十]+/g, '').replace(/[^\p{L}]/gu, '');
  return words !== '' ? words : text.replace(/\d+/g, '#').replace(/\s/g, '');
}

/** Labels of two forms that tell that they are of one kind. */
const fewestLabels = 2;

/** Whether a text stands close over the table of its page, and on another page over one that begins with the same labels: forms of one kind, each on its page. */
function namesForms(
  entry: { text: PageText; page: number },
  entries: readonly { text: PageText; page: number }[],
  pages: ReadonlyMap<number, TextPage>,
): boolean {
  const page = pages.get(entry.page)!;
  if (!isClose(entry.text, page) || printedOn.test(entry.text.text.trim())) return false;
  const labels = new Set(page.firstLabels);
  return entries.some(({ text, page: number }) => {
    const other = pages.get(number)!;
    const shared = other === page ? [] : other.firstLabels.filter((label) => labels.has(label));
    return shared.length >= fewestLabels && isClose(text, other);
  });
}

/** Whether a text stands close over the table of the first page that has it: a sheet repeats its title and unit on every page. */
function namesFirst(
  { text, page }: { text: PageText; page: number },
  entries: readonly { page: number }[],
  pages: ReadonlyMap<number, TextPage>,
): boolean {
  const isFirst = entries[0]!.page === page;
  return isFirst && isClose(text, pages.get(page)!) && !printedOn.test(text.text.trim());
}

/** Whether no blank line lies between a text and the table below it, nor between the texts that stand there. */
function isClose({ box, size }: PageText, { texts, gridTop }: TextPage): boolean {
  if (gridTop === null || box.y1 > gridTop + 1) return false;
  const tops = texts.map((other) => other.box.y0).filter((y0) => y0 >= box.y1 - 1 && y0 <= gridTop);
  return Math.min(gridTop, ...tops) - box.y1 < size;
}

/** The day on which a page was printed, at the end of its head: 11/30/2026, 2026-11-30. */
const printedOn = /\d{1,4}([-/])\d{1,2}\1\d{1,4}(?:\s*\d{1,2}:\d{2}(?::\d{2})?)?$/;

/** Whether a head is of the size of the page number, or ends with a date: a sheet that is made to fit its paper is scaled, and its heads are not. */
function isPrintersOwn({ text, size }: PageText, { texts }: TextPage): boolean {
  const ofNumber = texts.some(
    (other) =>
      other.role === 'furniture' && pageNumber.test(other.text) && Math.abs(other.size - size) < drift / 8,
  );
  return ofNumber || printedOn.test(text.trim());
}

/** Bare figures outside everything else on their pages that rise with these. */
function markRisingNumbers(pages: readonly TextPage[]): void {
  const outermost = pages.flatMap((page) =>
    page.texts
      .filter((text) => /^\d{1,4}$/.test(text.text.trim()) && isOutermost(text, page))
      .map((text) => ({ text, page: page.number, first: Number(text.text) - page.number })),
  );
  for (const texts of Map.groupBy(outermost, ({ first }) => first).values())
    if (new Set(texts.map(({ page }) => page)).size > 1)
      for (const { text } of texts) text.role = 'furniture';
}

/** Marks texts left or right of all tables that stand at the same place on another page: 装 订 线 where pages are bound. */
function markTextsBeside(pages: readonly TextPage[]): void {
  const beside = pages.flatMap((page) => {
    const left = Math.min(...page.grids.map(({ x0 }) => x0));
    const right = Math.max(...page.grids.map(({ x1 }) => x1));
    return page.texts
      .filter(({ box }) => box.x1 <= left || box.x0 >= right)
      .map((text) => ({ text, page: page.number }));
  });
  const isTwin = (a: PageText, b: PageText): boolean =>
    Math.abs(a.box.x0 - b.box.x0) <= drift && Math.abs(a.box.y0 - b.box.y0) <= drift;
  for (const entries of Map.groupBy(beside, ({ text }) => text.text).values())
    for (const { text, page } of entries)
      if (entries.some((other) => other.page !== page && isTwin(text, other.text))) text.role = 'furniture';
}

/** Whether a text that stands in no margin lies between a text and the edge of the page. */
function isBehindText(
  { box }: PageText,
  { texts, height }: TextPage,
  isAround: (text: PageText) => boolean,
): boolean {
  const isHead = (box.y0 + box.y1) / 2 < height / 2;
  return texts.some(
    (other) => !isAround(other) && (isHead ? other.box.y1 <= box.y0 + 1 : other.box.y0 >= box.y1 - 1),
  );
}

/** Whether a text at the head of a page stands above its first table with nothing between them. */
function opensTable({ box }: PageText, { texts, gridTop }: TextPage): boolean {
  if (gridTop === null || box.y1 > gridTop) return false;
  return !texts.some((other) => other.box.y0 >= box.y1 - 1 && other.box.y1 <= gridTop + 1);
}

/** Whether a text stands below everything else on its page, or above it. */
function isOutermost(text: PageText, { texts, gridTop, gridBottom }: TextPage): boolean {
  const others = texts.filter((other) => other !== text).map(({ box }) => box);
  const tops = [...others.map(({ y0 }) => y0), gridTop ?? Infinity];
  const bottoms = [...others.map(({ y1 }) => y1), gridBottom ?? -Infinity];
  return text.box.y0 >= Math.max(...bottoms) - 1 || text.box.y1 <= Math.min(...tops) + 1;
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

/** Share of the width of its table that a title leaves at either side: what runs from side to side is the head of the page. */
const titleInset = 0.06;

/** A text that stands centred right above a grid is its title, though every page may have one. */
function isTitle(text: PageText, page: TextPage): boolean {
  return page.grids.some((grid) => {
    const gap = grid.y0 - text.box.y1;
    const left = text.box.x0 - grid.x0;
    const right = grid.x1 - text.box.x1;
    const inset = Math.max(text.size, titleInset * (grid.x1 - grid.x0));
    return gap > -1 && gap < 3 * text.size && left > inset && Math.abs(left - right) < 2 * text.size;
  });
}
