import * as XLSX from 'xlsx';
import { writeZip } from '../zip-writer.ts';
import { isNumber, rows } from './kind.ts';
import { declaration, part } from './word-markup.ts';

/** A compound file of these streams. */
export function compound(streams: Record<string, Uint8Array | string>): Buffer {
  const file = XLSX.CFB.utils.cfb_new();
  for (const [name, bytes] of Object.entries(streams))
    XLSX.CFB.utils.cfb_add(file, `/${name}`, Buffer.from(bytes as string));
  return XLSX.CFB.write(file, { type: 'buffer' }) as Buffer;
}

/** The form as SheetJS writes it, the texts in its cells or in one list. */
export function written(bookType: XLSX.BookType, properties?: XLSX.WBProps, bookSST = false): Buffer {
  const sheet = XLSX.utils.aoa_to_sheet(
    rows.map((row) => row.map((text) => (isNumber(text) ? Number(text) : text))),
  );
  sheet['!merges'] = [{ s: { r: 0, c: 0 }, e: { r: 0, c: 3 } }];
  for (const place of ['B4', 'B5', 'B6']) (sheet[place] as XLSX.CellObject).z = '0.00';
  const book = XLSX.utils.book_new();
  XLSX.utils.book_append_sheet(book, sheet, '表');
  if (properties !== undefined) book.Workbook = properties;
  return Buffer.from(XLSX.write(book, { type: 'buffer', bookType, bookSST }) as Uint8Array);
}

export const textType = 'application/vnd.oasis.opendocument.text';
export const sheetType = 'application/vnd.oasis.opendocument.spreadsheet';
const ofDocument =
  'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"';
export const ofManifest = 'xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"';

const openCell = (text: string): string =>
  `<table:table-cell office:value-type="string">${text === '' ? '' : `<text:p>${text}</text:p>`}</table:table-cell>`;
const openRow = (row: readonly string[]): string =>
  `<table:table-row>${
    row.length === 1
      ? `<table:table-cell table:number-columns-spanned="4" office:value-type="string"><text:p>${row[0]}</text:p></table:table-cell><table:covered-table-cell table:number-columns-repeated="3"/>`
      : row.map(openCell).join('')
  }</table:table-row>`;
const openBody = (kind: string, list: readonly (readonly string[])[]): string =>
  `<office:body><office:${kind}><table:table table:name="表">${list.map(openRow).join('')}</table:table></office:${kind}></office:body>`;

/** The form as the content of an OpenDocument file: `text`, `spreadsheet`. */
export const openContent = (kind: string, list = rows): string =>
  `${declaration}<office:document-content ${ofDocument} office:version="1.2">${openBody(kind, list)}</office:document-content>`;
export const openDocument = (type: string, content: string, entries = ''): Buffer =>
  writeZip([
    part('mimetype', type),
    part('content.xml', content),
    part(
      'META-INF/manifest.xml',
      `<manifest:manifest ${ofManifest}><manifest:file-entry manifest:full-path="/" manifest:media-type="${type}"/>${entries}</manifest:manifest>`,
    ),
  ]);
export const flatDocument = (kind: string, type: string): Buffer =>
  Buffer.from(
    `${declaration}<office:document ${ofDocument} office:version="1.2" office:mimetype="${type}">${openBody(kind, rows)}</office:document>`,
  );
