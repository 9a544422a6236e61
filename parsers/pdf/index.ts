import type { PDFDocumentProxy } from 'pdfjs-dist';
import type { Issue, Page } from '../../schemas/index.ts';
import { joinPages } from '../geometry/document-layout.ts';
import type { PageMarks } from '../geometry/marks.ts';
import { layoutOf, type PageLayout } from '../geometry/page-layout.ts';
import { defaultGeometry, type GeometrySettings } from '../geometry/settings.ts';
import { type UprightPage, uprightPage } from '../geometry/turned-page.ts';
import type { Parse, ParseOptions, ParseResult } from '../parser.ts';
import { withGridDoubts } from '../scan/grid/doubted-grids.ts';
import type { DrawnPicture } from '../scan/image/page-picture.ts';
import type { ScannedPage } from '../scan/read-page.ts';
import { scannedPages } from '../scan/scanned-pages.ts';
import { besideTextLayer } from '../scan/text-layer.ts';
import { blocksOf } from './blocks.ts';
import { damagedStreams } from './damaged-streams.ts';
import * as issue from './issues.ts';
import { openPdf } from './open.ts';
import { withoutOverprint } from './overprint.ts';
import { isDrawnText, isIllegible, pageKind } from './page-kind.ts';
import type { ReadMarks } from './page-marks.ts';
import { fileParts, readPage } from './read-page.ts';
import { withoutSeals } from './seals.ts';
import { withoutCoveredText, withoutInvisibleText } from './visible-text.ts';
import { watermarks } from './watermarks.ts';
import { keepYoungGenerationSmall } from './young-generation.ts';

/** Reads a PDF: its pages, grids and paragraphs in reading order. Points from the top left of each page as shown. */
export const parsePdf: Parse = async (bytes, options) => {
  if (bytes.length === 0) return failed(issue.emptyFile());
  if (bytes.length > options.limits.maxBytes)
    return failed(issue.tooLarge(bytes.length, options.limits.maxBytes));
  const opened = await openPdf(bytes, options.password);
  if ('error' in opened) return failed(opened.error);
  try {
    return withDamage(await readDocument(opened.pdf, options, defaultGeometry), bytes);
  } finally {
    await opened.close();
  }
};

/** What pdf.js passes over in silence is told; a file that could not be read has said why. */
function withDamage(result: ParseResult, bytes: Uint8Array): ParseResult {
  const objects = result.status === 'read' ? damagedStreams(bytes) : [];
  if (result.status !== 'read' || objects.length === 0) return result;
  const warnings = [...result.source.warnings, issue.damagedText(objects)];
  return { ...result, source: { ...result.source, warnings } };
}

/** Pages after which pdf.js lets go of what it keeps: rarer holds more memory, oftener loads shared fonts again. */
const pagesBetweenCleanups = 50;

function failed(error: Issue): ParseResult {
  return { status: 'failed', format: 'pdf', error };
}

async function readDocument(
  pdf: PDFDocumentProxy,
  options: ParseOptions,
  settings: GeometrySettings,
): Promise<ParseResult> {
  const total = pdf.numPages;
  const count = Math.min(total, options.limits.maxPages);
  if (count === 0) return failed(issue.noPages());
  keepYoungGenerationSmall(count);
  const pages: Page[] = [];
  const layouts: PageLayout[] = [];
  const back = new Map<number, UprightPage['back']>();
  const scans = scannedPages();
  const warnings: Issue[] = await documentWarnings(pdf);
  const parts = await fileParts(pdf);
  for (let number = 1; number <= count; number++) {
    try {
      const read = await readPage(pdf, number, settings, parts);
      const marks = withoutOverprint(withoutSeals(withoutInvisibleText(withoutCoveredText(read.marks))));
      const scan = read.scan && (await readScan(marks, read.scan, settings));
      const upright = scan ?? uprightPage(marks);
      const {
        page,
        layout,
        warnings: found,
      } = readLayout(marks, upright.marks, scan !== null, layouts.at(-1) ?? null, settings);
      back.set(number, upright.back);
      if (scan) scans.add(number, scan);
      pages.push(page);
      if (layout) layouts.push(scan ? withGridDoubts(layout, scan.gridDoubts) : layout);
      warnings.push(...found);
    } catch (error) {
      warnings.push(issue.pageFailed(number, error));
    }
    // Fonts and pictures of pages gone by would stay until the end.
    if (number % pagesBetweenCleanups === 0) await pdf.cleanup().catch(() => undefined);
  }
  if (pages.length === 0) return failed(warnings.at(-1) ?? issue.noPages());
  if (count < total) warnings.push(issue.pagesBeyondLimit(total, count));
  return {
    status: 'read',
    source: {
      format: 'pdf',
      pages,
      blocks: blocksOf(joinPages(layouts, settings), (page, box) => back.get(page)?.(box) ?? box, scans.note),
      warnings,
    },
    ...(scans.count() > 0 ? { lookAgain: scans.lookAgain } : {}),
  };
}

/** One page: what it is, what stands on it, and what was not read. A scan was read from its picture, or not at all. */
function readLayout(
  marks: ReadMarks,
  upright: PageMarks,
  recognised: boolean,
  before: PageLayout | null,
  settings: GeometrySettings,
): { page: Page; layout: PageLayout | null; warnings: Issue[] } {
  const { number, width, height, rotation } = marks;
  const kind = pageKind(marks);
  const page: Page = { number, name: null, width, height, rotation, kind, hidden: false };
  if (kind === 'scanned' && recognised)
    return { page, layout: layoutOf(upright, settings, before), warnings: [] };
  if (kind === 'scanned') return { page, layout: null, warnings: [issue.noText(number)] };
  const warnings = issue.leftOutIssues(marks);
  if (marks.lost > 0) warnings.push(issue.lostTexts(number, marks.lost));
  if (isIllegible(marks)) warnings.push(issue.illegible(number, marks.unreadable));
  if (isDrawnText(marks)) warnings.push(issue.drawnText(number));
  const layout = layoutOf(upright, settings, before);
  layout.items.push(...watermarks(marks));
  return { page, layout, warnings };
}

/** A scan read from its pictures; null where there are none or nothing is found in them. */
async function readScan(
  marks: ReadMarks,
  pictures: readonly DrawnPicture[],
  settings: GeometrySettings,
): Promise<ScannedPage | null> {
  if (pictures.length === 0) return null;
  // Recognition is loaded when the first scan is met.
  const { readPictures } = await import('../scan/index.ts');
  const scan = await readPictures(marks, pictures, settings);
  return { ...scan, readings: besideTextLayer(scan, marks.leftOut) };
}

async function documentWarnings(pdf: PDFDocumentProxy): Promise<Issue[]> {
  try {
    const attachments: unknown = await pdf.getAttachments();
    const names = attachments instanceof Map ? [...attachments.keys()] : Object.keys(attachments ?? {});
    return names.length > 0 ? [issue.attachments(names.map(String))] : [];
  } catch {
    // A damaged list of attachments hides nothing that is read.
    return [];
  }
}
