import * as XLSX from 'xlsx';
import { generateDocument } from '../generate/document.ts';
import { renderXls } from '../generate/render/xls.ts';
import { type HostileCase, read, refused } from './case.ts';
import { form } from './form.ts';
import {
  content,
  documentPart,
  docx,
  docxParts,
  inline,
  part,
  relationships,
  sheetPart,
  simpleRows,
  simpleTable,
  types,
  xlsx,
  xlsxParts,
} from './office.ts';
import { type LyingEntry, writeZip, type ZipOptions } from './zip-writer.ts';

const page = (): Uint8Array => Buffer.from(form());
const pages = (...names: string[]): LyingEntry[] => names.map((name) => ({ name, data: page() }));
const workbook = () => xlsxParts(sheetPart(simpleRows));
const document = () => docxParts(documentPart(simpleTable));
const renamed = (parts: LyingEntry[], name: (old: string) => string): Buffer =>
  writeZip(parts.map((entry) => ({ ...entry, name: name(String(entry.name)) })));
const unsupported = { status: ['unsupported' as const], codes: ['unsupported_format' as const] };
const lost = { status: ['failed' as const, 'partial' as const], codes: ['sheet_failed' as const] };
const mark = Buffer.from('PK\x05\x06 is the mark of an end', 'latin1');

/** A zip around `inner`, stored, that ends before its own directory does. */
function cutBehind(inner: Buffer): Buffer {
  const whole = writeZip([{ name: 'a.zip', data: inner, packed: inner, method: 0 }, ...pages('b.html')]);
  return whole.subarray(0, whole.length - 30);
}

/** A workbook whose list of properties claims two thousand million. */
function endlessProperties(): Buffer {
  const book = XLSX.CFB.read(Buffer.from(renderXls(generateDocument(11).sections)), { type: 'buffer' });
  const list = Buffer.alloc(72);
  list.writeUInt16LE(0xfffe, 0);
  list.writeUInt32LE(1, 24);
  list.write('e0859ff2f94f6810ab9108002b27b3d9', 28, 'hex');
  list.writeUInt32LE(48, 44);
  list.writeUInt32LE(24, 48);
  list.writeUInt32LE(0x7fffffff, 52);
  XLSX.CFB.utils.cfb_add(book, '/\u0005SummaryInformation', list);
  return XLSX.CFB.write(book, { type: 'buffer' }) as Buffer;
}

const zips: [name: string, entries: LyingEntry[], options: ZipOptions, expected: HostileCase['expected']][] =
  [
    ['counts-less.zip', pages('a.html', 'b.html'), { count: 1 }, { ...read, rows: 2 }],
    ['counts-none.zip', pages('a.html', 'b.html'), { count: 0 }, { ...read, rows: 2 }],
    ['counts-more.zip', pages('a.html', 'b.html'), { count: 3 }, refused('corrupt')],
    ['mark-in-comment.zip', pages('a.html'), { comment: mark }, read],
    ['nothing-in-it.zip', [], {}, refused('empty')],
    ['folders-only.zip', [{ name: 'a/', data: Buffer.alloc(0) }], {}, refused('empty')],
    ['bytes-in-a-folder.zip', pages('a.html/'), {}, { ...read, rows: 1 }],
    ['mark-in-comment.xlsx', workbook(), { comment: mark }, read],
    ['zeros-behind.xlsx', workbook(), { behind: Buffer.alloc(200_000) }, read],
    ['line-behind.docx', document(), { behind: Buffer.from('\r\n<html>') }, read],
  ];

/** Packages and archives as careless writers, half a copy and other programs leave them. */
export const oddPackages: readonly HostileCase[] = [
  ...zips.map(([name, entries, options, expected]) => ({
    name,
    make: () => writeZip(entries, options),
    expected,
  })),
  {
    name: 'cut-behind-another.zip',
    make: () => cutBehind(writeZip(pages('c.html'))),
    expected: refused('corrupt'),
  },
  {
    name: 'two-in-a-row.xlsx',
    make: () => Buffer.concat([writeZip(workbook()), writeZip(workbook())]),
    expected: read,
  },
  {
    name: 'names-in-capitals.docx',
    make: () => renamed(document(), (name) => name.toUpperCase()),
    expected: read,
  },
  { name: 'names-with-a-dot.xlsx', make: () => renamed(workbook(), (name) => `./${name}`), expected: read },
  {
    name: 'names-with-backslashes.docx',
    make: () => renamed(document(), (name) => name.replaceAll('/', '\\')),
    expected: read,
  },
  {
    name: 'main-part-at-the-root.docx',
    make: () =>
      writeZip([
        types(content('/document.xml', 'wordprocessingml.document')),
        part('_rels/.rels', relationships('officeDocument', 'document.xml')),
        { ...documentPart(simpleTable), name: 'document.xml' },
      ]),
    expected: read,
  },
  {
    name: 'main-part-elsewhere.xlsx',
    make: () =>
      writeZip([
        types(content('/book.xml', 'spreadsheetml.sheet')),
        part('_rels/.rels', relationships('officeDocument', 'book.xml')),
        part('book.xml', '<workbook/>'),
      ]),
    expected: unsupported,
  },
  {
    name: 'main-part-missing.docx',
    make: () => writeZip(document().filter(({ name }) => name !== 'word/document.xml')),
    expected: refused('corrupt'),
  },
  {
    name: 'slides-elsewhere.pptx',
    make: () => writeZip([types(content('/slides.xml', 'presentationml.presentation'))]),
    expected: unsupported,
  },
  {
    name: 'other-package.vsdx',
    make: () => writeZip([types(''), part('visio/document.xml', '<a/>')]),
    expected: unsupported,
  },
  {
    name: 'without-mimetype.ods',
    make: () => writeZip([part('META-INF/manifest.xml', '<a/>'), part('content.xml', '<a/>')]),
    expected: { ...unsupported, rows: 1 },
  },
  {
    name: 'odd-method.xlsx',
    make: () => writeZip(workbook().map((entry) => ({ ...entry, method: 9 }))),
    expected: unsupported,
  },
  {
    name: 'two-bodies.docx',
    make: () => docx(documentPart(`${simpleTable}</w:body><w:body>${simpleTable}`)),
    expected: refused('corrupt'),
  },
  {
    name: 'plain-doctype.docx',
    make: () => docx(documentPart(simpleTable, '<!DOCTYPE document>')),
    expected: read,
  },
  {
    name: 'two-lists-of-cells.xlsx',
    make: () => xlsx(sheetPart(`${simpleRows}</sheetData><sheetData>`)),
    expected: lost,
  },
  {
    name: 'page-for-a-sheet.xlsx',
    make: () => xlsx(part('xl/worksheets/sheet1.xml', form())),
    expected: lost,
  },
  {
    name: 'cells-without-a-place.xlsx',
    make: () =>
      xlsx(
        sheetPart(
          `${simpleRows}<row r="0">${inline('A0', '零')}</row><row r="3">${inline('??', '末')}</row>`,
        ),
      ),
    expected: { status: ['partial'] },
  },
  { name: 'properties-without-end.xls', make: endlessProperties, expected: read },
  {
    name: 'cut-workbook.xlsx',
    make: () =>
      writeZip(
        workbook().map((entry) =>
          entry.name === 'xl/workbook.xml' ? { ...entry, data: entry.data.subarray(0, -20) } : entry,
        ),
      ),
    expected: refused('corrupt'),
  },
];
