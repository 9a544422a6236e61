import type { Issue, SourceDocument } from '../../schemas/index.ts';
import type { PictureReading } from '../embedded/read-picture.ts';
import { cellWarnings } from '../flow/cell-content.ts';
import { type Draft, locateBlocks } from '../flow/drafts.ts';
import { joinContinued } from '../flow/join.ts';
import { assignRoles } from '../flow/roles.ts';
import { withTabbedTables } from '../flow/tabbed-rows.ts';
import { issue, thrownDetail } from '../issue.ts';
import type { ParserLimits } from '../limits.ts';
import type { Parse, ParseResult } from '../parser.ts';
import { chunksOf, withChunks, withUnread } from './chunks.ts';
import { readContents } from './contents.ts';
import { openFlat } from './flat-package.ts';
import { bareTextsOf, lostNotes, unknownTexts } from './left-out.ts';
import { type ModelDocument, readModel } from './model.ts';
import { readNumbering } from './numbering.ts';
import { outerTablesOf } from './outer-tables.ts';
import { openPackage, type Package } from './package.ts';
import {
  emptyPart,
  mainPartName,
  type Relationship,
  readPart,
  relationshipsName,
  relationshipsOf,
  transitionalRelationships,
} from './parts.ts';
import type { Scan } from './pass.ts';
import { pictureMarkOf, readEach, withPictures } from './picture-blocks.ts';
import { type LargePicture, largePictures } from './pictures.ts';
import { type PlacedTable, placeCells } from './placement.ts';
import { scanMarkup } from './scan.ts';
import { readStyleMarks } from './style-marks.ts';
import { tableReader } from './tables.ts';
import { partLost, unevenTables, wordWarnings } from './warnings.ts';

export type { LargePicture } from './pictures.ts';

/** A Word document with the pictures that may be scanned forms, for a reader of scans. */
export type WordReading = { result: ParseResult; pictures: LargePicture[]; chunks?: Chunks };

/** Documents within the document, and where they lie. */
interface Chunks {
  list: Relationship[];
  pack: Package;
  folder: string;
}

/** Reads a .docx (transitional or strict, by Word, WPS, LibreOffice or others) into paragraphs and grids. */
export const parseWord: Parse = async (bytes, options) => {
  const { result, chunks } = await readWord(bytes, options.limits, readEach);
  if (chunks === undefined) return result;
  // A chunk's own chunks are not looked for: a document could hold itself.
  const parseChunk: Parse = async (chunk, { limits }) => {
    const read = await readWord(chunk, limits, readEach);
    return withUnread(read.result, read.chunks?.list ?? []);
  };
  return withChunks(result, chunks.list, {
    ...chunks,
    readers: { parseWord: parseChunk, readParts: readWordParts },
    options,
  });
};

/** Reads the pictures of a document, in their order. */
type ReadPictures = (pictures: readonly LargePicture[]) => Promise<PictureReading[]>;

/** As {@link parseWord}, with the large pictures and where they stand among the blocks; they are read only by the reader given. */
export async function readWord(
  bytes: Uint8Array,
  limits: ParserLimits,
  readPictures: ReadPictures = async () => [],
): Promise<WordReading> {
  const pack = bytes[0] === 0x50 ? openPackage(bytes, limits) : openFlat(bytes);
  return 'code' in pack ? failed(pack) : readWordParts(pack, limits, readPictures);
}

/** As {@link readWord}, of parts that need not come from a file of Word: other formats are written as such parts, and read by what reads these. */
export async function readWordParts(
  pack: Package,
  limits: ParserLimits,
  readPictures: ReadPictures = readEach,
): Promise<WordReading> {
  const opened = openDocument(pack, limits);
  if ('code' in opened) return failed(opened);
  try {
    const { document, messages } = await readModel({ package: pack, texts: opened.texts });
    const reading = await assemble(document, opened, messages, readPictures);
    const { folder, chunks: list } = opened;
    return list.length === 0 ? reading : { ...reading, chunks: { list, pack, folder } };
  } catch (error) {
    // What mammoth throws on is a part that is well-formed and yet no document.
    return failed(noDocument(error));
  }
}

function noDocument(error: unknown): Issue {
  if (error instanceof Error && error.message.startsWith('Could not find the body element'))
    return issue('corrupt', '缺少正文', 'the text of the document is missing');
  const { zh, en } = thrownDetail(error);
  return issue(
    'corrupt',
    `文档部件已损坏，无法读取${zh}`,
    `a part of the document is damaged and cannot be read${en}`,
  );
}

function failed(error: Issue): WordReading {
  return { result: { status: 'failed', format: 'docx', error }, pictures: [] };
}

/** The parts that are read, checked and made lean; the tables of the main part by their order in the file. */
interface Opened {
  texts: Map<string, string>;
  scan: Scan;
  placed: PlacedTable[];
  /** Folder of the main part. */
  folder: string;
  chunks: Relationship[];
  /** Parts beside the main one that could not be read. */
  lostParts: string[];
}

function openDocument(pack: Package, limits: ParserLimits): Opened | Issue {
  const texts = new Map<string, string>();
  const take = (name: string): Issue | null => {
    if (!pack.has(name) || texts.has(name)) return null;
    const xml = readPart(pack, name);
    if (typeof xml !== 'string') return xml;
    texts.set(name, name.endsWith('.rels') ? transitionalRelationships(xml) : xml);
    return null;
  };
  const problem = take('[Content_Types].xml') ?? take('_rels/.rels');
  if (problem) return problem;
  const main = mainPartName(pack, texts.get('_rels/.rels') ?? null);
  if (main === null) {
    return issue(
      'corrupt',
      '缺少正文部件 document.xml',
      'the main part of the document is missing',
      'word/document.xml',
    );
  }
  const folder = main.slice(0, main.lastIndexOf('/') + 1);
  const companions = ['styles', 'numbering', 'footnotes', 'endnotes'].map((name) => `${folder}${name}.xml`);
  const lostParts: string[] = [];
  for (const name of [main, relationshipsName(main), ...companions, ...companions.map(relationshipsName)]) {
    const fault = take(name);
    if (fault && (fault.code !== 'corrupt' || name === main)) return fault;
    if (fault) {
      // The text stands in the main part; mammoth is given a part that says nothing.
      lostParts.push(name);
      texts.set(name, emptyPart(name));
    }
  }
  if ((texts.get(main)?.match(/<w:body[\s>]/g)?.length ?? 0) > 1)
    return issue('corrupt', '正文部件有两个正文', 'the main part has more than one body', main);
  const text = (name: string) => texts.get(`${folder}${name}.xml`) ?? null;
  const relations = texts.get(relationshipsName(main)) ?? '';
  const scan = scanMarkup(texts.get(main) ?? '', {
    limits,
    labels: readNumbering(text('numbering'), text('styles')),
    relationships: new Set(relationshipsOf(relations).map(({ id }) => id)),
    styles: readStyleMarks(text('styles')),
  });
  scan.leftOut.unknown += bareTextsOf(texts.get(main) ?? '');
  scan.leftOut.outerTables += outerTablesOf(pack, folder, relations);
  if (scan.tooLarge) return issue('too_large', scan.tooLarge.zh, scan.tooLarge.en, scan.tooLarge.place);
  texts.set(main, scan.xml);
  const placed = scan.tables.map(placeCells);
  return oversized(placed, limits) ?? { texts, scan, placed, lostParts, folder, chunks: chunksOf(relations) };
}

function oversized(tables: PlacedTable[], limits: ParserLimits): Issue | null {
  const { maxColumns, maxCells } = limits;
  const index = tables.findIndex(({ rows, columns }) => columns > maxColumns || rows * columns > maxCells);
  if (index < 0) return null;
  return issue(
    'too_large',
    `表格超过上限（${maxColumns} 列，${maxCells} 个单元格）`,
    `a table is over the limits (${maxColumns} columns, ${maxCells} cells)`,
    `table ${index}`,
  );
}

async function assemble(
  document: ModelDocument,
  { scan, placed, lostParts }: Opened,
  messages: string[],
  readPictures: ReadPictures,
): Promise<WordReading> {
  const seen = new Set<number>();
  const contents = readContents(
    document.children,
    document.notes,
    tableReader(scan.tableOfCell, placed, seen),
  );
  const pictures = largePictures(contents, scan.pictures);
  const readings = await readPictures(pictures);
  const marks = new Map(pictures.map(({ content }, i) => [content, i]));
  const drafts = contents.flatMap((content): Draft[] => {
    if (content.kind !== 'picture') return [content];
    const index = marks.get(content);
    return index !== undefined && readings[index]?.kind === 'table' ? [pictureMarkOf(index)] : [];
  });
  const located = locateBlocks(
    joinContinued(assignRoles(withTabbedTables(drafts)), { adjacentIsBroken: true }),
  );
  const { blocks, lookAgain } = withPictures(located, readings);
  // A table within a paragraph is none to mammoth: its texts come as one.
  const unread = new Set(scan.tableOfCell.filter(({ index }) => !seen.has(index)));
  scan.leftOut.unknown += unknownTexts(scan.xml, messages) + unread.size;
  if (scan.hasNotes && !lostParts.some((name) => /notes\.xml$/.test(name)))
    scan.leftOut.notes += lostNotes(document);
  const mergedTexts = placed.reduce((sum, { hiddenTexts }) => sum + hiddenTexts, 0);
  const source: SourceDocument = {
    format: 'docx',
    pages: [],
    blocks,
    warnings: [
      ...lostParts.map(partLost),
      ...wordWarnings(scan, mergedTexts, pictures, messages, readings),
      ...unevenTables(placed.reduce((sum, { unevenRows }) => sum + unevenRows, 0)),
      ...cellWarnings(drafts),
    ],
  };
  const result = { status: 'read', source, ...(lookAgain === undefined ? {} : { lookAgain }) } as const;
  return { result, pictures };
}
