import type * as XLSX from 'xlsx';
import type { Issue } from '../../schemas/index.ts';
import { decodeXml, isUtf8Xml } from '../decode.ts';
import { issue } from '../issue.ts';
import { readZipDirectory, unzipEntry } from '../zip.ts';
import type { ZipEntry } from '../zip-entry.ts';
import { readXlsbFormats, readXlsbLayout } from './binary/xlsb-layout.ts';
import { declareChineseFormats } from './display/number-formats.ts';
import { markUncomputed } from './display/uncomputed.ts';
import { plainCells, readFormats, readSheetLayout } from './ooxml/ooxml-layout.ts';
import { hasPicture, picturesOf, text, textsOf } from './ooxml/package-pictures.ts';
import { sheetPaths, withPlainTargets } from './ooxml/part-targets.ts';
import { writtenTypes } from './ooxml/part-types.ts';
import { emptied, fillPlainSheets } from './ooxml/plain-cells.ts';
import { type PlainSheet, readPlainSheet } from './ooxml/plain-sheet.ts';
import { withPlainEntries, withPlainInlines } from './ooxml/rich-texts.ts';
import { countMisplaced, withoutAlternatives, withTidyTags } from './ooxml/tidy-markup.ts';
import {
  countAstray,
  countDoubled,
  countRepeated,
  countStrings,
  inDoubleQuotes,
  withCapitals,
  withHonestValues,
  withKnownTypes,
  withOwnNames,
  withoutBlankRows,
  withoutComments,
  withTextsByType,
  withUnspeltFormulas,
} from './ooxml/usual-markup.ts';
import { hasAllFormats, isLostSheet, isShortened, isWholePart } from './ooxml/whole-parts.ts';
import { withoutReferences } from './references.ts';
import { emptyLayout, type SheetLayout, type Workbook } from './sheet.ts';
import { drawnTexts } from './sheet-pictures.ts';
import { type PartContainer, readParts, toWorkbook, worksheetNamed } from './sheetjs.ts';

/** Parts that hold no cell: not unpacked, so that they cost nothing and can do no harm. */
const leftOut =
  /^(?:docProps|customXml|xl\/(?:theme|media|drawings|charts|printerSettings|externalLinks|embeddings|ctrlProps|activeX|pivot\w*|tables|queryTables|worksheets\/_rels|threadedComments|persons)\/|xl\/(?:calcChain|vbaProject|comments\d*|connections)\b)/i;
const sheetPart = /^xl\/worksheets\/.*\.(xml|bin)$/i;

/** What SheetJS does not keep of the sheets, by the names of their parts. */
interface Prepared {
  layouts: Map<string, SheetLayout>;
  /** Sheets whose cells SheetJS does not get to see. */
  plain: PlainSheet[];
  hasFormulas: boolean;
  /** Cells whose shared text is not there. */
  lostTexts: number;
  /** Pieces of texts with a line through them, which are left out. */
  struckTexts: number;
  /** How many shared texts there are; null where there is no list of them. */
  sharedTexts: number | null;
  /** Cells whose reference is none. */
  lostCells: number;
  /** A sheet ends before its cells do. */
  isCut: boolean;
  /** Sheets and styles as they are given to SheetJS, a character a byte. */
  rewritten: Map<string, string>;
}

/** .xlsx, .xlsm and .xlsb: unpacked here, under the limit; parsed by SheetJS; borders and hidden rows read from the parts. */
export function readPackage(bytes: Uint8Array, maxUnpackedBytes: number): Workbook | Issue {
  const entries = readZipDirectory(bytes) ?? [];
  const parts = unpack(bytes, entries, maxUnpackedBytes);
  if (!(parts instanceof Map)) return parts;
  let prepared = prepare(parts, true);
  const first = readBook(parts, prepared);
  const isRead = first !== null && isWhole(first);
  if (!isRead) prepared = prepare(parts, false);
  const book = isRead ? first : readBook(parts, prepared);
  if (book === null) throw new TypeError('a sheet without plain cells has none that do not fit');
  const { layouts, lostTexts, lostCells, struckTexts, isCut } = prepared;
  const paths = sheetPaths(parts, book.Workbook?.Sheets ?? []);
  const hasDrawings = entries.some(({ name }) => /^xl\/drawings\/[^/]*\.xml$/i.test(name));
  const hasMedia = entries.some(({ name }) => name.startsWith('xl/media/'));
  const workbook = toWorkbook(book, (index) => {
    const path = paths[index] ?? '';
    return {
      layout: layouts.get(path) ?? emptyLayout(),
      hasPicture: () => hasPicture(bytes, entries, path, maxUnpackedBytes),
      ...(hasDrawings
        ? { drawnTexts: () => drawnTexts(path, textsOf(bytes, entries, maxUnpackedBytes)) }
        : {}),
      ...(hasMedia ? { pictures: () => picturesOf(bytes, entries, path, maxUnpackedBytes) } : {}),
    };
  });
  if (prepared.hasFormulas) markUncomputed(workbook, parts);
  const styles = parts.get('xl/styles.xml');
  const lostFormats = styles !== undefined && !hasAllFormats(text(styles));
  return { ...workbook, lostTexts, lostCells, lostFormats, struckTexts, isCut };
}

/** Null where plain cells name formats or texts that SheetJS does not know: then it is to read them itself. */
function readBook(parts: Map<string, Uint8Array>, prepared: Prepared): XLSX.WorkBook | null {
  const { hasFormulas, plain, rewritten, sharedTexts } = prepared;
  const book = readParts(container(parts, rewritten), hasFormulas);
  return fillPlainSheets(book, plain, sharedTexts) ? book : null;
}

const isWhole = ({ SheetNames, Sheets }: XLSX.WorkBook): boolean =>
  SheetNames.every((name) => worksheetNamed(Sheets, name) !== undefined);

/** A part that is not there costs SheetJS an exception; one that is empty costs nothing. */
const nothing = new Uint8Array(0);

function unpack(
  bytes: Uint8Array,
  entries: readonly ZipEntry[],
  maxUnpackedBytes: number,
): Map<string, Uint8Array> | Issue {
  const parts = new Map<string, Uint8Array>();
  const names = new Set(entries.map(({ name }) => name));
  const isPart = (name: string) => names.has(name);
  let left = maxUnpackedBytes;
  for (const entry of entries) {
    if (entry.name.endsWith('/')) continue;
    if (leftOut.test(entry.name)) {
      parts.set(entry.name, nothing);
      continue;
    }
    const part = unzipEntry(bytes, entry, left);
    if (part === 'too_large') return tooLarge(maxUnpackedBytes, entry.name);
    if (typeof part === 'string') {
      // A lost sheet is named later and the others are kept; without the other parts every sheet would be read wrong.
      if (sheetPart.test(entry.name)) continue;
      return damagedPart(entry.name);
    }
    left -= part.length;
    const content = entry.name.endsWith('.xml') ? withoutReferences(withoutComments(inUtf8(part))) : part;
    if (sheetPart.test(entry.name) && isLostSheet(entry.name, content)) continue;
    if (!isWholePart(entry.name, content)) return damagedPart(entry.name);
    parts.set(entry.name, withPlainTargets(entry.name, content, isPart));
  }
  const types = writtenTypes([...parts].flatMap(([name, part]) => (part.length > 0 ? [name] : [])));
  if (types !== null) parts.set(...types);
  return parts;
}

/** What follows looks for bytes. */
function inUtf8(part: Uint8Array): Uint8Array {
  if (isUtf8Xml(part)) return part;
  return Buffer.from(
    decodeXml(part).replace(/^\ufeff?<\?xml[^>]*\?>/, '<?xml version="1.0" encoding="UTF-8"?>'),
  );
}

function damagedPart(name: string): Issue {
  return issue('corrupt', `部件 ${name} 已损坏`, `the part ${name} is damaged`, name);
}

function tooLarge(limit: number, part: string): Issue {
  return issue(
    'too_large',
    `解压后超过上限 ${limit} 字节`,
    `over the limit of ${limit} bytes when unpacked`,
    part,
  );
}

/** Reads the layouts and rewrites the parts for SheetJS: formats by their Chinese meaning, plain cells, no links. */
function prepare(parts: Map<string, Uint8Array>, plainly: boolean): Prepared {
  const styles = parts.get('xl/styles.xml');
  const styleText = styles === undefined ? '' : withTidyTags(text(styles));
  const prepared: Prepared = {
    layouts: new Map(),
    plain: [],
    hasFormulas: false,
    lostTexts: 0,
    struckTexts: 0,
    sharedTexts: null,
    lostCells: 0,
    isCut: false,
    rewritten: new Map(),
  };
  if (styles !== undefined) prepared.rewritten.set('xl/styles.xml', declareChineseFormats(styleText));
  const formats = readFormats(styleText);
  const workbook = parts.get('xl/workbook.xml');
  if (workbook !== undefined)
    prepared.rewritten.set('xl/workbook.xml', withOwnNames(withTidyTags(text(workbook))));
  prepareSharedTexts(parts, prepared);
  const binaryStyles = parts.get('xl/styles.bin');
  const binaryFormats = binaryStyles === undefined ? [] : readXlsbFormats(binaryStyles);
  for (const [name, part] of parts) {
    const kind = sheetPart.exec(name)?.[1]?.toLowerCase();
    if (kind === 'bin') {
      prepared.hasFormulas = true;
      prepared.layouts.set(name, readXlsbLayout(part, binaryFormats));
    } else if (kind === 'xml') {
      prepared.isCut ||= isShortened(part);
      const plain = plainly ? readPlainSheet(part, formats) : null;
      if (plain === null) prepareSheet(name, part, formats, plainly, prepared);
      else keepPlain(name, plain, prepared);
    }
  }
  return prepared;
}

function prepareSharedTexts(parts: Map<string, Uint8Array>, prepared: Prepared): void {
  const [name, part] = [...parts].find(([, one]) => isSharedTexts(one)) ?? [];
  if (name === undefined || part === undefined) return;
  const texts = withPlainEntries(withoutAlternatives(withTidyTags(text(part))), () => prepared.struckTexts++);
  prepared.rewritten.set(name, texts);
  prepared.sharedTexts = countStrings(texts);
}

/** Lays out a sheet whose cells SheetJS is to read, and writes it as SheetJS reads it right. */
function prepareSheet(
  name: string,
  part: Uint8Array,
  formats: ReturnType<typeof readFormats>,
  plainly: boolean,
  prepared: Prepared,
): void {
  const xml = withPlainInlines(withoutAlternatives(withTidyTags(text(part))), () => prepared.struckTexts++);
  prepared.lostCells += countLost(xml);
  const layout = readSheetLayout(inDoubleQuotes(xml), formats);
  keepLayout(name, layout, xml, prepared);
  const cells = withHonestValues(
    withTextsByType(withKnownTypes(withCapitals(withoutBlankRows(withUnspeltFormulas(plainCells(xml)))))),
    plainly ? null : prepared.sharedTexts,
    () => prepared.lostTexts++,
  );
  prepared.rewritten.set(name, withoutLinks(cells));
}

/** Keeps a sheet that was read here: SheetJS gets it without its cells. */
function keepPlain(name: string, sheet: PlainSheet, prepared: Prepared): void {
  const xml = emptied(sheet, prepared.plain.push(sheet) - 1);
  keepLayout(name, sheet.layout, xml, prepared);
  prepared.rewritten.set(name, withoutLinks(xml));
}

function keepLayout(name: string, layout: SheetLayout, xml: string, prepared: Prepared): void {
  prepared.hasFormulas ||= /<(?:\w+:)?f[\s>/]/.test(xml);
  layout.hasObjects = /<(?:\w+:)?oleObject\s/.test(xml);
  prepared.layouts.set(name, layout);
}

/** Cells, or texts that belong to one, that SheetJS puts nowhere. */
const countLost = (xml: string): number =>
  countAstray(xml) + countRepeated(xml) + countDoubled(xml) + countMisplaced(xml);

const headBytes = 1024;
const isSharedTexts = (part: Uint8Array): boolean =>
  /<(?:\w+:)?sst[\s>/]/.test(text(part.subarray(0, headBytes)));

/** SheetJS makes a cell for every place a link covers, and a link may cover a whole sheet. */
function withoutLinks(xml: string): string {
  if (!xml.includes('hyperlinks')) return xml;
  return xml.replace(/<(?:\w+:)?hyperlinks\b[\s\S]*?<\/(?:\w+:)?hyperlinks>/g, '');
}

function container(parts: Map<string, Uint8Array>, rewritten: Map<string, string>): PartContainer {
  const entries = [...parts];
  for (const name of ['xl/worksheets/sheet.xml', ...entries.flatMap(([name]) => relationships(name))]) {
    if (!parts.has(name)) entries.push([name, nothing]);
  }
  return {
    FullPaths: entries.map(([name]) => name),
    FileIndex: entries.map(([name, content]) => {
      const data = rewritten.get(name);
      // SheetJS leaves its place of reading on the bytes themselves, and would go on from there at a second reading.
      return data === undefined ? { name, type: 2, content: content.subarray() } : { name, data };
    }),
  };
}

function relationships(part: string): string[] {
  return sheetPart.test(part) ? [part.replace(/([^/]+)$/, '_rels/$1.rels')] : [];
}
