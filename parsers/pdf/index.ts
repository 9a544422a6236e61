import type { PDFDocumentProxy } from 'pdfjs-dist';
import type { Issue } from '../../schemas/index.ts';
import { defaultGeometry, type GeometrySettings } from '../geometry/settings.ts';
import * as ofPages from '../pages/issues.ts';
import { laidOutPages } from '../pages/laid-out-pages.ts';
import { isBlank } from '../pages/page-kind.ts';
import { keepYoungGenerationSmall } from '../pages/young-generation.ts';
import type { Parse, ParseOptions, ParseResult } from '../parser.ts';
import { damagedStreams } from './damage/damaged-streams.ts';
import { isOddlyEncrypted } from './damage/decryption.ts';
import { pagesDrawnBy, withPageDoubts } from './damage/doubted-pages.ts';
import { endedEarly } from './damage/early-ends.ts';
import { holdsSeveral, holdsUnlisted } from './damage/file-ends.ts';
import { lostContents, type PageSeen } from './damage/lost-contents.ts';
import {
  holdsMorePages,
  isOneShownTwice,
  isOtherShown,
  mendedTree,
  searchedHybrid,
} from './damage/page-tree.ts';
import { withStreamEnds } from './damage/stream-ends.ts';
import { isDynamicForm } from './fields/dynamic-forms.ts';
import * as issue from './issues.ts';
import { openPdf } from './open.ts';
import { fileParts, readPage } from './read-page.ts';

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
      reading.isTreeBroken ||
      holdsMorePages(bytes, opened.pdf.numPages) ||
      isOtherShown(bytes, blank) ||
      isOneShownTwice(
        bytes,
        reading.seen.map(({ ref }) => ref),
      );
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
  const objects = [...new Set([...damagedStreams(bytes, password), ...endedEarly(bytes)])];
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
  const torn =
    objects.length > 0 ? pagesDrawnBy(bytes, objects, seen) : pagesOf(seen.filter(({ damaged }) => damaged));
  const { source } = result;
  const blocks = torn.size > 0 ? withPageDoubts(source.blocks, torn) : source.blocks;
  return { ...result, source: { ...source, blocks, warnings: [...source.warnings, ...damage] } };
}

const pagesOf = (seen: readonly PageSeen[]): ReadonlySet<number> => new Set(seen.map(({ number }) => number));

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
  if (count === 0) return unread(ofPages.noPages());
  keepYoungGenerationSmall(count);
  const seenPages: PageSeen[] = [];
  let isTreeBroken = false;
  const laidOut = laidOutPages(total, settings);
  const attached = new Set(await attachments(pdf));
  const parts = await fileParts(pdf, bytes);
  for (let number = 1; number <= count; number++) {
    try {
      const read = await readPage(pdf, number, settings, parts);
      const blank = isBlank(read.marks);
      isTreeBroken ||= blank && read.ref === null;
      for (const name of read.attached) attached.add(name);
      seenPages.push({ number, ref: read.ref, blank, damaged: read.isDamaged });
      await laidOut.add(read);
    } catch (error) {
      laidOut.warnings.push(ofPages.pageFailed(number, error));
      isTreeBroken ||= astray.test(String(error));
    }
    // Fonts and pictures of pages gone by would stay until the end.
    if (number % pagesBetweenCleanups === 0) await pdf.cleanup().catch(() => undefined);
  }
  await laidOut.end();
  const { pages, warnings, lookAgain } = laidOut;
  if (pages.length === 0) return { ...unread(warnings.at(-1) ?? ofPages.noPages()), isTreeBroken };
  if (attached.size > 0) warnings.unshift(ofPages.attachments([...attached]));
  if (count < total) warnings.push(ofPages.pagesBeyondLimit(total, count));
  const blocks = laidOut.blocks();
  if (await isDynamicForm(pdf, blocks)) return { ...unread(issue.dynamicForm()), isTreeBroken };
  const result: ParseResult = {
    status: 'read',
    source: { format: 'pdf', pages, blocks, warnings },
    ...lookAgain(),
  };
  return { result, seen: seenPages, isTreeBroken };
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
