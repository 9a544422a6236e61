import type { Issue } from '../../schemas/index.ts';
import { issue } from '../issue.ts';
import { readZipDirectory, unzipEntry } from '../zip.ts';
import { declareChineseFormats } from './number-formats.ts';
import { findUncalculated, readBorderedFormats, readSheetLayout } from './ooxml-layout.ts';
import { emptyLayout, type SheetLayout, type StoredCell, type Workbook } from './sheet.ts';
import { type PartContainer, readParts, toWorkbook } from './sheetjs.ts';

/** Parts that hold no cell: not unpacked, so that they cost nothing and cannot do harm. */
const leftOut =
  /^(?:docProps|customXml|xl\/(?:theme|media|drawings|charts|chartsheets|printerSettings|externalLinks|embeddings|ctrlProps|activeX|pivot\w*|tables|queryTables|worksheets\/_rels|comments\w*|threadedComments|persons)\/|xl\/(?:calcChain|vbaProject|comments\d*|connections|metadata|sharedLinks)\b)/i;

/** .xlsx, .xlsm and .xlsb: unpacked here, under the limit; parsed by SheetJS; borders and hidden rows read from the parts. */
export function readPackage(bytes: Uint8Array, maxUnpackedBytes: number): Workbook | Issue {
  const parts = unpack(bytes, maxUnpackedBytes);
  if (!(parts instanceof Map)) return parts;
  const styles = parts.get('xl/styles.xml');
  if (styles !== undefined) parts.set('xl/styles.xml', latin1(declareChineseFormats(text(styles))));
  const book = readParts(container(parts));
  const borderedFormats = styles === undefined ? [] : readBorderedFormats(text(styles));
  const paths = sheetPaths(parts, book.Workbook?.Sheets ?? []);
  return toWorkbook(book, (index) => {
    const path = paths[index] ?? '';
    const part = parts.get(path);
    return {
      layout: (worksheet) =>
        part === undefined || !path.endsWith('.xml')
          ? emptyLayout()
          : layoutOf(text(part), borderedFormats, (worksheet['!data'] ?? []) as StoredCell[][]),
      hasPicture: () => hasPicture(bytes, path, maxUnpackedBytes),
    };
  });
}

/** Parts are handled as one character a byte: all that is looked for is ASCII, and decoding would cost more than parsing. */
function text(part: Uint8Array): string {
  return Buffer.from(part.buffer, part.byteOffset, part.byteLength).toString('latin1');
}

function latin1(part: string): Uint8Array {
  return Buffer.from(part, 'latin1');
}

function unpack(bytes: Uint8Array, maxUnpackedBytes: number): Map<string, Uint8Array> | Issue {
  const parts = new Map<string, Uint8Array>();
  let left = maxUnpackedBytes;
  for (const entry of readZipDirectory(bytes) ?? []) {
    const name = entry.name.replace(/^\//, '');
    if (leftOut.test(name) || name.endsWith('/')) continue;
    const part = unzipEntry(bytes, entry, left);
    if (part === 'too_large') {
      return issue(
        'too_large',
        `解压后超过上限 ${maxUnpackedBytes} 字节`,
        `over the limit of ${maxUnpackedBytes} bytes when unpacked`,
        name,
      );
    }
    if (typeof part === 'string') continue;
    left -= part.length;
    parts.set(name, /^xl\/worksheets\/.*\.xml$/i.test(name) ? withoutLinks(part) : part);
  }
  return parts;
}

const links = Buffer.from('hyperlinks');

/** SheetJS makes a cell for every place a link covers, and a link may cover a whole sheet. */
function withoutLinks(part: Uint8Array): Uint8Array {
  if (!Buffer.from(part.buffer, part.byteOffset, part.byteLength).includes(links)) return part;
  return latin1(text(part).replace(/<(\w+:)?hyperlinks\b[\s\S]*?<\/(?:\w+:)?hyperlinks>/g, ''));
}

function container(parts: Map<string, Uint8Array>): PartContainer {
  const entries = [...parts];
  return {
    FullPaths: entries.map(([name]) => name),
    FileIndex: entries.map(([name, content]) => ({ name, type: 2, content })),
  };
}

/** The part of each sheet, through the relationships of the workbook. */
function sheetPaths(parts: Map<string, Uint8Array>, sheets: readonly object[]): (string | undefined)[] {
  const rels = [...parts].find(([name]) => /^xl\/_rels\/workbook\.(?:xml|bin)\.rels$/.test(name))?.[1];
  const targets = new Map<string, string>();
  for (const [tag] of rels === undefined ? [] : text(rels).matchAll(/<(?:\w+:)?Relationship\b[^>]*>/g)) {
    const id = /\bId="([^"]*)"/.exec(tag)?.[1];
    const target = /\bTarget="([^"]*)"/.exec(tag)?.[1];
    if (id !== undefined && target !== undefined) targets.set(id, resolve(target));
  }
  return sheets.map((sheet, index) => {
    const { id, strRelID } = sheet as { id?: string; strRelID?: string };
    return targets.get(id ?? strRelID ?? '') ?? `xl/worksheets/sheet${index + 1}.xml`;
  });
}

function resolve(target: string): string {
  return target.startsWith('/') ? target.slice(1) : `xl/${target.replace(/^\.\//, '')}`;
}

/** A formula without a value is read as 0: only where there is such a zero, it is worth looking for. */
function layoutOf(
  xml: string,
  borderedFormats: readonly boolean[],
  rows: readonly (StoredCell[] | undefined)[],
): SheetLayout {
  const layout = readSheetLayout(xml, borderedFormats);
  const suspicious = (cell: StoredCell | undefined) =>
    cell?.f !== undefined && (cell.v === 0 || cell.v === '');
  if (rows.some((row) => row?.some(suspicious) === true)) layout.uncalculated = findUncalculated(xml);
  return layout;
}

/** Whether the sheet's drawing holds a picture: read from the package only when asked. */
function hasPicture(bytes: Uint8Array, sheetPath: string, maxBytes: number): boolean {
  const entries = readZipDirectory(bytes) ?? [];
  const read = (name: string): string => {
    const entry = entries.find((candidate) => candidate.name.replace(/^\//, '') === name);
    const part = entry === undefined ? '' : unzipEntry(bytes, entry, maxBytes);
    return typeof part === 'string' ? '' : text(part);
  };
  const rels = read(sheetPath.replace(/([^/]+)$/, '_rels/$1.rels'));
  const targets = [...rels.matchAll(/Target="(?:\.\.\/|\/xl\/)(drawings\/[^"]+\.xml)"/g)].map(
    (match) => `xl/${match[1]}`,
  );
  return targets.some((target) => /<(?:\w+:)?(?:pic|blip)\b/.test(read(target)));
}
