import type { PDFDocumentProxy } from 'pdfjs-dist';
import type { Issue, Page } from '../../schemas/index.ts';
import { joinPages } from '../geometry/document-layout.ts';
import type { PageMarks } from '../geometry/marks.ts';
import { layoutOf, type PageLayout } from '../geometry/page-layout.ts';
import { defaultGeometry, type GeometrySettings } from '../geometry/settings.ts';
import { withCharacterLines } from '../geometry/texts/character-lines.ts';
import { type UprightPage, uprightPage } from '../geometry/turned-page.ts';
import { layoutWithTurned } from '../geometry/turned-tables.ts';
import type { Parse, ParseOptions, ParseResult } from '../parser.ts';
import { pageGridWarnings, withGridDoubts } from '../scan/grid/doubted-grids.ts';
import type { DrawnPicture } from '../scan/image/page-picture.ts';
import type { Inset, InsetTable } from '../scan/read-inset.ts';
import type { ScannedPage } from '../scan/read-page.ts';
import { type ScannedPages, scannedPages } from '../scan/scanned-pages.ts';
import { besideTextLayer } from '../scan/text-layer.ts';
import { blocksOf } from './blocks.ts';
import { withoutBrowserLines } from './browser-lines.ts';
import { withoutOverprint } from './characters/overprint.ts';
import { withoutCoveredText, withoutInvisibleText } from './characters/visible-text.ts';
import { damagedStreams } from './damage/damaged-streams.ts';
import { isOddlyEncrypted } from './damage/decryption.ts';
import { holdsSeveral, holdsUnlisted } from './damage/file-ends.ts';
import { lostContents, type PageSeen } from './damage/lost-contents.ts';
import { holdsMorePages, isBranchShown, mendedTree, searchedHybrid } from './damage/page-tree.ts';
import { withStreamEnds } from './damage/stream-ends.ts';
import { keepYoungGenerationSmall } from './engine/young-generation.ts';
import { isDynamicForm } from './fields/dynamic-forms.ts';
import * as issue from './issues.ts';
import { openPdf } from './open.ts';
import { illegibleInCells, isBlank, isDrawnText, isIllegible, isMostOf, pageKind } from './page-kind.ts';
import type { ReadMarks } from './page-marks.ts';
import { withoutPageNumbers } from './page-numbers.ts';
import { placeTables, type ReadInsets, readInsets } from './pictures/read-insets.ts';
import { withoutSeals } from './pictures/seals.ts';
import { watermarks } from './pictures/watermarks.ts';
import { fileParts, type ReadPage, readPage } from './read-page.ts';

/** Reads a PDF: its pages, grids and paragraphs in reading order. Points from the top left of each page as shown. */
export const parsePdf: Parse = async (given, options) => {
  if (given.length === 0) return failed(issue.emptyFile());
  if (given.length > options.limits.maxBytes)
    return failed(issue.tooLarge(given.length, options.limits.maxBytes));
  const bytes = withStreamEnds(given);
  const reading = await readHybrid(bytes, options);
  const tree = reading.isTreeBroken ? mendedTree(bytes) : null;
  const again = tree && (await readFile(tree.bytes, options));
  return tree && again?.result.status === 'read'
    ? withDamage(again, bytes, options, [issue.treeDamaged(tree.pages, tree.lost)])
    : withDamage(reading, bytes, options, []);
};

async function readHybrid(bytes: Uint8Array, options: ParseOptions): Promise<Reading> {
  const reading = await readFile(bytes, options);
  const searched = reading.result.status === 'read' || !reading.isTreeBroken ? null : searchedHybrid(bytes);
  const again = searched && (await readFile(searched, options));
  return again?.result.status === 'read' ? again : reading;
}

/** What was read, with what it takes to tell what was lost. */
interface Reading {
  result: ParseResult;
  seen: PageSeen[];
  /** Whether pdf.js lost its way to a page. */
  isTreeBroken: boolean;
}

async function readFile(bytes: Uint8Array, options: ParseOptions): Promise<Reading> {
  const opened = await openPdf(bytes, options.password);
  if ('error' in opened) return unread(opened.error);
  try {
    const reading = await readDocument(opened.pdf, bytes, options, defaultGeometry);
    const blank = reading.seen.filter((page) => page.blank).map(({ ref }) => ref);
    const isTreeBroken =
      reading.isTreeBroken || holdsMorePages(bytes, opened.pdf.numPages) || isBranchShown(bytes, blank);
    return { ...reading, isTreeBroken };
  } finally {
    await opened.close();
  }
}

/** What pdf.js passes over in silence is told; a file that could not be read has said why. */
function withDamage(
  { result, seen }: Reading,
  bytes: Uint8Array,
  { password }: ParseOptions,
  found: readonly Issue[],
): ParseResult {
  if (result.status !== 'read') return result;
  if (result.source.blocks.length === 0 && isOddlyEncrypted(bytes)) return failed(issue.unknownCipher());
  const objects = damagedStreams(bytes, password);
  const damage = [
    ...found,
    ...(holdsSeveral(bytes) ? [issue.severalDocuments()] : []),
    ...(holdsUnlisted(bytes) ? [issue.unlistedObjects()] : []),
    ...lostContents(bytes, seen).map(issue.contentLost),
    ...(objects.length > 0
      ? [issue.damagedText(objects)]
      : seen.filter(({ damaged }) => damaged).map(issue.damagedPiece)),
  ];
  if (damage.length === 0) return result;
  return { ...result, source: { ...result.source, warnings: [...result.source.warnings, ...damage] } };
}

/** pdf.js says so of a page that its tree does not lead to. */
const astray = /Pages tree|Page dictionary kid/;

/** Pages after which pdf.js lets go of what it keeps: rarer holds more memory, oftener loads shared fonts again. */
const pagesBetweenCleanups = 50;

function failed(error: Issue): ParseResult {
  return { status: 'failed', format: 'pdf', error };
}

const unread = (error: Issue): Reading => ({ result: failed(error), seen: [], isTreeBroken: false });

async function readDocument(
  pdf: PDFDocumentProxy,
  bytes: Uint8Array,
  options: ParseOptions,
  settings: GeometrySettings,
): Promise<Reading> {
  const total = pdf.numPages;
  const count = Math.min(total, options.limits.maxPages);
  if (count === 0) return unread(issue.noPages());
  keepYoungGenerationSmall(count);
  const pages: Page[] = [];
  const seenPages: PageSeen[] = [];
  let isTreeBroken = false;
  const layouts: PageLayout[] = [];
  const back = new Map<number, UprightPage['back']>();
  const scans = scannedPages();
  const warnings: Issue[] = [];
  const attached = new Set(await attachments(pdf));
  const parts = await fileParts(pdf, bytes);
  for (let number = 1; number <= count; number++) {
    try {
      const read = await readPage(pdf, number, settings, parts);
      const blank = isBlank(read.marks);
      isTreeBroken ||= blank && read.ref === null;
      for (const name of read.attached) attached.add(name);
      seenPages.push({ number, ref: read.ref, blank, damaged: read.isDamaged });
      const { content, insets, scan, upright } = await contentOf(read, total, scans, settings);
      const { page, layout, warnings: found } = readLayout(content, layouts.at(-1) ?? null, settings);
      back.set(number, upright.back);
      if (scan) scans.add(number, scan);
      pages.push(page);
      if (layout) layouts.push(scan ? withGridDoubts(layout, scan.gridDoubts) : layout);
      warnings.push(
        ...found,
        ...(insets?.warnings ?? []),
        ...pageGridWarnings(scan?.gridDoubts ?? [], number),
      );
    } catch (error) {
      warnings.push(issue.pageFailed(number, error));
      isTreeBroken ||= astray.test(String(error));
    }
    // Fonts and pictures of pages gone by would stay until the end.
    if (number % pagesBetweenCleanups === 0) await pdf.cleanup().catch(() => undefined);
  }
  if (pages.length === 0) return { ...unread(warnings.at(-1) ?? issue.noPages()), isTreeBroken };
  if (attached.size > 0) warnings.unshift(issue.attachments([...attached]));
  if (count < total) warnings.push(issue.pagesBeyondLimit(total, count));
  const blocks = blocksOf(
    joinPages(layouts, settings),
    (page, box) => back.get(page)?.(box) ?? box,
    scans.note,
  );
  if (await isDynamicForm(pdf, blocks)) return { ...unread(issue.dynamicForm()), isTreeBroken };
  const result: ParseResult = {
    status: 'read',
    source: { format: 'pdf', pages, blocks, warnings },
    ...(scans.count() > 0 ? { lookAgain: scans.lookAgain } : {}),
  };
  return { result, seen: seenPages, isTreeBroken };
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

/** What stands on a page without what nobody sees or a program set there, with what its pictures say. */
async function contentOf(
  read: ReadPage,
  total: number,
  scans: ScannedPages,
  settings: GeometrySettings,
): Promise<{
  content: PageContent;
  insets: ReadInsets | null;
  scan: ScannedPage | null;
  upright: Pick<UprightPage, 'marks' | 'back'>;
}> {
  const marks = withoutOverprint(
    withoutPageNumbers(
      withoutBrowserLines(withoutSeals(withoutInvisibleText(withoutCoveredText(read.marks)))),
      total,
    ),
  );
  const isApart = read.scan !== null && (await areApart(marks, read.insets, settings));
  const whole = isApart ? null : read.scan;
  const scan = whole && (await readScan(marks, whole, settings));
  const upright = scan ?? uprightPage(marks);
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
  return { content, insets, scan, upright };
}

/** One page: what it is, what stands on it, and what was not read. A scan was read from its picture, or not at all. */
function readLayout(
  { kind, marks, upright, isRecognised, tables }: PageContent,
  before: PageLayout | null,
  settings: GeometrySettings,
): { page: Page; layout: PageLayout | null; warnings: Issue[] } {
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
    return { page, layout: layoutOf(upright, settings, before), warnings: [] };
  if (kind === 'scanned') return { page, layout: null, warnings: [issue.noText(number)] };
  const warnings = issue.leftOutIssues(marks);
  if (marks.lost > 0) warnings.push(issue.lostTexts(number, marks.lost));
  if (marks.isCutShort) warnings.push(issue.cutShort(number));
  if (marks.lostObjects > 0) warnings.push(issue.lostObjects(number, marks.lostObjects));
  if (marks.unreadFields > 0) warnings.push(issue.unreadFields(number, marks.unreadFields));
  const layout = layoutWithTurned(withCharacterLines(upright), settings, before);
  const illegible =
    isIllegible(marks) || marks.rubbish > 0 ? marks.unreadable : illegibleInCells(layout.items);
  if (illegible > 0) warnings.push(issue.illegible(number, illegible));
  if (isDrawnText(marks)) warnings.push(issue.drawnText(number));
  placeTables(layout, tables);
  layout.items.push(...watermarks(marks));
  return { page, layout, warnings };
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

async function attachments(pdf: PDFDocumentProxy): Promise<string[]> {
  try {
    const listed: unknown = await pdf.getAttachments();
    return (listed instanceof Map ? [...listed.keys()] : Object.keys(listed ?? {})).map(String);
  } catch {
    // A damaged list of attachments hides nothing that is read.
    return [];
  }
}
