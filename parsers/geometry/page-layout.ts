import { columnAt, flowsOf } from './columns/page-columns.ts';
import { fillGrids } from './grids/grids.ts';
import { misplacedConfidence, misplacement } from './grids/misplaced-texts.ts';
import type { PageGrid } from './grids/page-grid.ts';
import { openColumns } from './joins/continued-table.ts';
import { hasStrandedRow } from './joins/stranded-rows.ts';
import type { PageItem, PageLayout } from './layout.ts';
import type { Glyph, PageMarks } from './marks.ts';
import { findLattices } from './page-lattices.ts';
import type { GeometrySettings } from './settings.ts';
import { isRightBehind } from './sheets/sheets-on-page.ts';
import type { TextLine } from './texts/lines.ts';
import { type PageText, paragraphsOf, turnedTexts } from './texts/paragraphs.ts';

/** Marks of a page → its grids and texts in reading order. `before` is the page before it, whose table may go on here. */
export function layoutOf(
  marks: PageMarks,
  settings: GeometrySettings,
  before: PageLayout | null = null,
): PageLayout {
  const goesOn = before && isRightBehind(before.number, marks.number) ? openColumns(before, settings) : null;
  const { lattices, boxes, splits } = findLattices(marks, goesOn, settings);
  const { grids: filled, rest } = fillGrids(lattices, marks, settings);
  const grids = filled.filter((grid) => !isMark(grid));
  for (const grid of grids)
    if (grid.isUnsettled || misplacement(grid))
      grid.confidence = Math.min(grid.confidence, misplacedConfidence);
  const upright = rest.filter((glyph) => glyph.turn === 0);
  if (before) doubtStrandedRows(grids, before, upright, settings);
  const texts = flowsOf(upright, splits, settings).flatMap((lines) =>
    textsBetween(lines, grids, marks.number, splits.length === 0, settings),
  );
  const turned = turnedTexts(rest, marks.number, settings);
  const items = inReadingOrder([...grids, ...texts, ...turned], splits);
  giveRoles(items);
  releaseGlyphs(items);
  return { number: marks.number, width: marks.width, height: marks.height, items, boxes };
}

/** Puts a table that goes on here in question, with what it had on the page before, where a row of it stands above its lines. */
function doubtStrandedRows(
  grids: readonly PageGrid[],
  { items }: PageLayout,
  glyphs: readonly Glyph[],
  settings: GeometrySettings,
): void {
  const [first] = grids;
  const last = items.findLast((item) => item.kind === 'grid');
  if (!first || !last || !hasStrandedRow(first, last, glyphs, settings)) return;
  for (const grid of [first, last]) grid.confidence = Math.min(grid.confidence, misplacedConfidence);
}

/** Largest side, in points, of what is printed for machines: marks where a page is cut, codes of squares. */
const largestMark = 110;

/** Whether a grid without a word is too small for the blank rest of a table. */
function isMark({ box, cells }: PageGrid): boolean {
  const side = Math.max(box.x1 - box.x0, box.y1 - box.y0);
  return side <= largestMark && cells.every(({ text }) => text === '');
}

/** Lets go of the glyphs behind the lines: a document keeps its pages until its last one is read, and they are most of a page. */
function releaseGlyphs(items: readonly PageItem[]): void {
  for (const item of items) {
    const lists = item.kind === 'grid' ? item.cells.map((cell) => cell.lines) : [item.lines];
    for (const lines of lists) for (const line of lines) line.glyphs = [];
  }
}

/** Paragraphs never run across a grid: the lines before, between and after the grids are read apart. `isWhole`: the lines are of the whole width of the page. */
function textsBetween(
  lines: readonly TextLine[],
  grids: readonly PageGrid[],
  page: number,
  isWhole: boolean,
  settings: GeometrySettings,
): PageText[] {
  const tops = grids.map((grid) => grid.box.y0).sort((a, b) => a - b);
  const edge = isWhole ? Math.max(...grids.map((grid) => grid.box.x1), 0) : 0;
  const bands = Map.groupBy(lines, ({ baseline }) => tops.filter((top) => top < baseline).length);
  return [...bands.values()].flatMap((band) => paragraphsOf(band, page, settings, edge));
}

/**
 * From top to bottom; what stands side by side from left to right. On a page of several columns one column after the other,
 * between what runs across them.
 */
export function inReadingOrder(items: readonly PageItem[], splits: readonly number[]): PageItem[] {
  if (splits.length === 0) return byRows(items);
  const across = byRows(items.filter((item) => columnAt(item.box, splits) === null));
  const bandOf = (item: PageItem): number => across.filter((other) => other.box.y0 < item.box.y0).length;
  const ordered: PageItem[] = [];
  for (let band = 0; band <= across.length; band++) {
    for (let column = 0; column <= splits.length; column++)
      ordered.push(
        ...byRows(items.filter((item) => columnAt(item.box, splits) === column && bandOf(item) === band)),
      );
    const next = across[band];
    if (next) ordered.push(next);
  }
  return ordered;
}

function byRows(items: readonly PageItem[]): PageItem[] {
  const sorted = [...items].sort((a, b) => a.box.y0 - b.box.y0 || a.box.x0 - b.box.x0);
  const result: PageItem[] = [];
  for (let i = 0; i < sorted.length; ) {
    let bottom = sorted[i]!.box.y1;
    let j = i + 1;
    // Items that share half of the lower one's height stand beside each other.
    while (j < sorted.length && sorted[j]!.box.y0 < bottom - (sorted[j]!.box.y1 - sorted[j]!.box.y0) / 2) {
      bottom = Math.max(bottom, sorted[j]!.box.y1);
      j++;
    }
    result.push(...sorted.slice(i, j).sort((a, b) => sideways(a, b)));
    i = j;
  }
  return result;
}

function sideways(a: PageItem, b: PageItem): number {
  if (a.box.x1 <= b.box.x0 + 1) return -1;
  if (b.box.x1 <= a.box.x0 + 1) return 1;
  return a.box.y0 - b.box.y0;
}

/** A heading is larger than the text around it, or stands alone and centred above a grid; a caption is what else stands right above one. */
function giveRoles(items: readonly PageItem[]): void {
  const sizes = items.flatMap((item) =>
    item.kind === 'text' ? [item.size] : item.cells.flatMap((cell) => cell.lines.map((line) => line.size)),
  );
  sizes.sort((a, b) => a - b);
  const body = sizes[sizes.length >> 1] ?? 0;
  items.forEach((item, index) => {
    if (item.kind !== 'text') return;
    const short = item.lines.length <= 3 && item.text.length <= 60 && !/[。；;]$/.test(item.text);
    if (!short) return;
    const grid = nextGrid(items, index);
    if (item.size > body * 1.15) item.role = 'heading';
    else if (grid && isCentred(item, grid) && !/[：:]/.test(item.text)) item.role = 'heading';
    else if (grid) item.role = 'caption';
  });
}

/** The grid that follows with nothing but short texts between. */
function nextGrid(items: readonly PageItem[], index: number): PageGrid | null {
  for (let i = index + 1; i < items.length && i <= index + 4; i++) {
    const item = items[i]!;
    if (item.kind === 'grid') return item;
    if (item.text.length > 60) return null;
  }
  return null;
}

function isCentred(text: PageText, grid: PageGrid): boolean {
  const left = text.box.x0 - grid.box.x0;
  const right = grid.box.x1 - text.box.x1;
  return left > 2 * text.size && Math.abs(left - right) < 2 * text.size;
}
