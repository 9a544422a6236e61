import type { Block, Issue, Page } from '../../schemas/index.ts';
import { joinPages } from '../geometry/document-layout.ts';
import { misplacedConfidence } from '../geometry/grids/misplaced-texts.ts';
import type { PageLayout } from '../geometry/layout.ts';
import type { PageMarks } from '../geometry/marks.ts';
import { layoutOf } from '../geometry/page-layout.ts';
import { withoutFoldLines } from '../geometry/rulings/fold-lines.ts';
import type { GeometrySettings } from '../geometry/settings.ts';
import type { Division } from '../geometry/sheets/flat-sheets.ts';
import { enlarged, enlargement } from '../geometry/small-print.ts';
import { type UprightPage, uprightPage } from '../geometry/turned-page.ts';
import type { LookAgain } from '../parser.ts';
import { pageGridWarnings, withGridDoubts } from '../scan/grid/doubted-grids.ts';
import { layoutDoubts } from '../scan/grid/layout-doubts.ts';
import type { DrawnPicture } from '../scan/image/page-picture.ts';
import type { Inset, InsetTable } from '../scan/read-inset.ts';
import type { ScannedPage } from '../scan/read-page.ts';
import { type ScannedPages, scannedPages } from '../scan/scanned-pages.ts';
import { besideTextLayer } from '../scan/text-layer.ts';
import { blocksOf } from './blocks.ts';
import { withoutBrowserLines } from './browser-lines.ts';
import { withoutEchoedRuns } from './characters/echoed-runs.ts';
import { printedOver, withOverlaidDoubts } from './characters/overlaid.ts';
import { withoutOverprint } from './characters/overprint.ts';
import { withoutCoveredText, withoutInvisibleText } from './characters/visible-text.ts';
import { doubtCutTables } from './cut-tables.ts';
import { pagesInTurn } from './held-back.ts';
import * as issue from './issues.ts';
import {
  errorsInCells,
  illegibleInCells,
  isDrawnText,
  isIllegible,
  isMostOf,
  pageKind,
} from './page-kind.ts';
import type { ReadMarks } from './page-marks.ts';
import { withoutPageNumbers } from './page-numbers.ts';
import type { PageReading } from './pictures/page-pictures.ts';
import { placeTables, type ReadInsets, readInsets } from './pictures/read-insets.ts';
import { withoutSeals } from './pictures/seals.ts';
import { watermarks } from './pictures/watermarks.ts';
import { withoutSheetHeadings } from './sheet-headings.ts';
import { type PageOfSheets, sheetLayouts, wholePage } from './sheet-layouts.ts';

/** The pages of a document of fixed layout while they are read one after another, and what they come to. */
export interface LaidOutPages {
  pages: Page[];
  warnings: Issue[];
  /** Takes the next page; its pictures are read by the reader of scans. */
  add: (read: PageReading) => Promise<void>;
  /** There are no more: the last is laid out. */
  end: () => Promise<void>;
  /** What all pages hold, joined. */
  blocks: () => Block[];
  /** For those that look at a cell of a scan again, where there is one. */
  lookAgain: () => { lookAgain?: LookAgain };
}

/** `total`: pages of the document, of which some may not be read. */
export function laidOutPages(total: number, settings: GeometrySettings): LaidOutPages {
  const pages: Page[] = [];
  const warnings: Issue[] = [];
  const layouts: PageLayout[] = [];
  const back = new Map<number, UprightPage['back']>();
  const scans = scannedPages();
  let division: Division | null = null;
  let times = 1;
  let isHeaded = false;
  const layOut = async (read: PageReading): Promise<void> => {
    const { number } = read.marks;
    const found = await contentOf(read, { total, times, isHeaded }, scans, settings);
    const { content, insets, scan, upright } = found;
    times = upright.times;
    isHeaded = found.isHeaded;
    const before = { layouts, division };
    const { page, sheets, warnings: told, division: parted } = readLayout(content, before, settings);
    division = parted;
    for (const { layout, back: there } of sheets) back.set(layout.number, (box) => upright.back(there(box)));
    if (scan) scans.add(number, scan);
    pages.push(page);
    const own = sheets.map(({ layout }) => layout);
    const doubts = scan ? layoutDoubts(scan, own) : [];
    layouts.push(...own.map((layout) => withGridDoubts(layout, doubts)));
    warnings.push(...told, ...(insets?.warnings ?? []), ...pageGridWarnings(doubts, number));
  };
  const inTurn = pagesInTurn(layOut, (number, error) => warnings.push(issue.pageFailed(number, error)));
  return {
    pages,
    warnings,
    ...inTurn,
    blocks: () =>
      blocksOf(joinPages(layouts, settings), (page, box) => back.get(page)?.(box) ?? box, scans.note),
    lookAgain: () => (scans.count() > 0 ? { lookAgain: scans.lookAgain } : {}),
  };
}

/** What is known of a page before it is laid out. */
interface PageContent {
  kind: Page['kind'];
  marks: ReadMarks;
  /** The same as it stands upright. */
  upright: PageMarks;
  isRecognised: boolean;
  /** Tables of its pictures. */
  tables: readonly InsetTable[];
}

/**
 * What stands on a page without what nobody sees or a program set there, with what its pictures say. `total`: pages of the document,
 * `times`: how much larger than it is the page before was read, `isHeaded`: whether one before had letters and numbers around a sheet.
 */
async function contentOf(
  read: PageReading,
  { total, times: before, isHeaded }: { total: number; times: number; isHeaded: boolean },
  scans: ScannedPages,
  settings: GeometrySettings,
): Promise<{
  content: PageContent;
  insets: ReadInsets | null;
  scan: ScannedPage | null;
  upright: Pick<UprightPage, 'marks' | 'back'> & { times: number };
  isHeaded: boolean;
}> {
  const shown = withoutEchoedRuns(withoutInvisibleText(withoutCoveredText(withoutFoldLines(read.marks))));
  const sheet = withoutSheetHeadings(shown, isHeaded);
  const marks = withOverlaidDoubts(
    withoutOverprint(withoutPageNumbers(withoutBrowserLines(withoutSeals(sheet)), total)),
  );
  const isApart = read.scan !== null && (await areApart(marks, read.insets, settings));
  const whole = isApart ? null : read.scan;
  const scan = whole && (await readScan(marks, whole, settings));
  // Pictures stay in the frame of the page.
  const isPlain = whole === null && read.insets.length === 0;
  const times = isPlain ? enlargement(marks.glyphs, before) : 1;
  const upright = scan ?? enlarged(uprightPage(marks), times);
  // A page that was turned has its pictures in another frame.
  const standing = upright.marks === marks && whole === null;
  const insets = standing ? await readInsets(marks, read.insets, scans, settings) : null;
  const content: PageContent = {
    kind: isApart ? 'digital' : pageKind(marks),
    marks: insets?.marks ?? marks,
    upright: insets?.marks ?? upright.marks,
    isRecognised: scan !== null,
    tables: insets?.tables ?? [],
  };
  return { content, insets, scan, upright: { ...upright, times }, isHeaded: isHeaded || sheet !== shown };
}

const noDivision = { division: null, isOrderDoubtful: false } as const;

/** One page: what it is, what stands on it, and what was not read. A scan was read from its picture, or not at all. */
function readLayout(
  { kind, marks, upright, isRecognised, tables }: PageContent,
  before: { layouts: readonly PageLayout[]; division: Division | null },
  settings: GeometrySettings,
): { page: Page; warnings: Issue[] } & PageOfSheets {
  const { number, width, height, rotation } = marks;
  const isScan =
    kind === 'scanned' ||
    isMostOf(
      marks,
      tables.map(({ box }) => box),
    );
  const page: Page = {
    number,
    name: null,
    width,
    height,
    rotation,
    kind: isScan ? 'scanned' : 'digital',
    hidden: false,
  };
  if (kind === 'scanned' && isRecognised)
    return {
      page,
      sheets: [wholePage(layoutOf(upright, settings, before.layouts.at(-1) ?? null))],
      warnings: [],
      ...noDivision,
    };
  if (kind === 'scanned') return { page, sheets: [], warnings: [issue.noText(number)], ...noDivision };
  const warnings: Issue[] = [];
  if (marks.lost > 0) warnings.push(issue.lostTexts(number, marks.lost));
  if (marks.isCutShort) warnings.push(issue.cutShort(number));
  if (marks.lostObjects > 0) warnings.push(issue.lostObjects(number, marks.lostObjects));
  if (marks.unreadFields > 0) warnings.push(issue.unreadFields(number, marks.unreadFields));
  const { sheets, ...parted } = sheetLayouts(
    tables.length > 0 ? { ...upright, forms: [] } : upright,
    settings,
    before.layouts,
    before.division,
    upright !== marks,
  );
  // What a cell has no room for is known to be read once the grids are.
  warnings.unshift(...issue.leftOutIssues(marks));
  const items = sheets.flatMap(({ layout }) => layout.items);
  if (items.some((item) => item.kind === 'grid' && item.confidence <= misplacedConfidence))
    warnings.push(issue.uncertainGrid(number));
  if (items.some((item) => item.kind === 'grid' && item.cells.some(({ doubt }) => doubt === printedOver)))
    warnings.push(issue.overlaidTexts(number));
  const errors = errorsInCells(items);
  if (errors > 0) warnings.push(issue.errorValues(number, errors));
  const illegible = isIllegible(marks) || marks.rubbish > 0 ? marks.unreadable : illegibleInCells(items);
  if (illegible > 0) warnings.push(issue.illegible(number, illegible));
  if (isDrawnText(marks)) warnings.push(issue.drawnText(number));
  if (sheets.length === 1) doubtCutTables(sheets[0]!.layout, upright);
  placeTables(sheets[0]!.layout, tables);
  sheets.at(-1)!.layout.items.push(...watermarks(marks));
  if (parted.isOrderDoubtful) warnings.push(issue.doubtfulOrder(number, sheets.length));
  return { page, sheets, warnings, ...parted };
}

/** Whether the pictures of a scan are sheets of their own, to be read one by one. */
async function areApart(
  marks: ReadMarks,
  insets: readonly Inset[],
  settings: GeometrySettings,
): Promise<boolean> {
  if (insets.length < 2 || insets.some(({ pictures }) => pictures.length === 0)) return false;
  const { areSheetsApart } = await import('../scan/sheets-apart.ts');
  return areSheetsApart(marks, insets, settings);
}

/** A scan read from its pictures; null where there are none or nothing is found in them. */
async function readScan(
  marks: ReadMarks,
  pictures: readonly DrawnPicture[],
  settings: GeometrySettings,
): Promise<ScannedPage | null> {
  if (pictures.length === 0) return null;
  // Recognition is loaded when the first scan is met.
  const { readPictures, typedOn } = await import('../scan/index.ts');
  const scan = await readPictures(marks, pictures, settings);
  return typedOn({ ...scan, readings: besideTextLayer(scan, marks.leftOut) }, marks, settings);
}
