import { deflateRawSync } from 'node:zlib';
import type { HostileCase } from './case.ts';
import { read, refused, survived } from './case.ts';
import { type LyingEntry, repeatedText, writeZip } from './zip-writer.ts';

const word = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const sheet = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const xml = '<?xml version="1.0" encoding="UTF-8"?>';
export const part = (name: string, text: string): LyingEntry => ({ name, data: Buffer.from(text) });

export const types = (list: string) =>
  part(
    '[Content_Types].xml',
    `${xml}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${list}</Types>`,
  );
/** The type of a main part: `wordprocessingml.document`, `spreadsheetml.sheet`. */
export const content = (name: string, kind: string): string =>
  `<Override PartName="${name}" ContentType="application/vnd.openxmlformats-officedocument.${kind}.main+xml"/>`;
/** One relationship. */
export const relationships = (kind: string, target: string): string =>
  `${xml}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${relations}/${kind}" Target="${target}"/></Relationships>`;
const root = (target: string) => part('_rels/.rels', relationships('officeDocument', target));

/** A package around a document part that is written by hand. */
export const docx = (document: LyingEntry, ...more: LyingEntry[]): Buffer =>
  writeZip([...docxParts(document), ...more]);

export const docxParts = (document: LyingEntry): LyingEntry[] => [
  types(content('/word/document.xml', 'wordprocessingml.document')),
  root('word/document.xml'),
  document,
];

export const documentPart = (body: string, doctype = '') =>
  part('word/document.xml', `${xml}${doctype}<w:document ${word}><w:body>${body}</w:body></w:document>`);

const cell = (content: string, properties = '') => `<w:tc>${properties}${content}</w:tc>`;
const text = (words: string) => `<w:p><w:r><w:t>${words}</w:t></w:r></w:p>`;
const table = (rows: string) => `<w:tbl>${rows}</w:tbl>`;
const row = (...cells: string[]) => `<w:tr>${cells.join('')}</w:tr>`;
export const simpleTable = table(
  row(cell(text('三级指标')), cell(text('指标值'))) + row(cell(text('演出场次')), cell(text('12场'))),
);

export const xlsx = (sheetPart: LyingEntry, sheetName = '表', ...more: LyingEntry[]): Buffer =>
  writeZip([...xlsxParts(sheetPart, sheetName), ...more]);

export const xlsxParts = (sheetPart: LyingEntry, sheetName = '表'): LyingEntry[] => [
  types(
    `${content('/xl/workbook.xml', 'spreadsheetml.sheet')}<Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>`,
  ),
  root('xl/workbook.xml'),
  part(
    'xl/workbook.xml',
    `${xml}<workbook ${sheet} xmlns:r="${relations}"><sheets><sheet name="${sheetName}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  ),
  part('xl/_rels/workbook.xml.rels', relationships('worksheet', 'worksheets/sheet1.xml')),
  sheetPart,
];

export const sheetPart = (rows: string, after = '') =>
  part(
    'xl/worksheets/sheet1.xml',
    `${xml}<worksheet ${sheet}><sheetData>${rows}</sheetData>${after}</worksheet>`,
  );
export const inline = (ref: string, words: string) =>
  `<c r="${ref}" t="inlineStr"><is><t>${words}</t></is></c>`;
export const simpleRows = `<row r="1">${inline('A1', '三级指标')}${inline('B1', '指标值')}</row><row r="2">${inline('A2', '演出场次')}${inline('B2', '12场')}</row>`;

const billion = `<!DOCTYPE lolz [<!ENTITY a "哈哈哈哈哈哈哈哈哈哈">${'abcdefghi'
  .split('')
  .map((name, i) => `<!ENTITY ${'bcdefghij'[i]} "${`&${name};`.repeat(10)}">`)
  .join('')}]>`;
const outside = '<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]>';
const spanProperties = (span: number) => `<w:tcPr><w:gridSpan w:val="${span}"/></w:tcPr>`;

/** Word and Excel packages by hand, each with one thing that no writer would write. */
export const office: readonly HostileCase[] = [
  {
    name: 'entity-of-a-file.docx',
    make: () => docx(documentPart(text('&x;') + simpleTable, outside)),
    expected: { ...survived, absent: 'root:' },
  },
  {
    name: 'billion-laughs.docx',
    make: () => docx(documentPart(text('&j;'), billion)),
    expected: {
      ...refused('corrupt', 'timeout', 'out_of_memory', 'too_large', 'no_table'),
      absent: '哈哈哈哈',
    },
  },
  {
    name: 'deep-elements.docx',
    make: () =>
      docx(
        documentPart(
          '<w:sdt><w:sdtContent>'.repeat(20_000) + simpleTable + '</w:sdtContent></w:sdt>'.repeat(20_000),
        ),
      ),
    expected: survived,
  },
  {
    name: 'nested-tables.docx',
    make: () =>
      docx(
        documentPart('<w:tbl><w:tr><w:tc>'.repeat(3000) + text('x') + '</w:tc></w:tr></w:tbl>'.repeat(3000)),
      ),
    expected: survived,
  },
  {
    name: 'element-constructor.docx',
    make: () => docx(documentPart(`<constructor/><__proto__/><w:constructor/>${simpleTable}`)),
    expected: { status: ['ok', 'partial', 'failed'], codes: ['corrupt'] },
  },
  {
    name: 'wide-span.docx',
    make: () =>
      docx(documentPart(table(row(cell(text('一'), spanProperties(1_000_000_000)), cell(text('二')))))),
    expected: survived,
  },
  {
    name: 'many-paragraphs.docx',
    heavy: true,
    make: () =>
      docx(
        repeatedText(
          'word/document.xml',
          `${xml}<w:document ${word}><w:body>`,
          text('一'),
          12_000_000,
          '</w:body></w:document>',
        ),
      ),
    expected: refused('too_large', 'out_of_memory', 'timeout', 'corrupt'),
  },
  {
    name: 'many-cells.docx',
    heavy: true,
    make: () =>
      docx(
        repeatedText(
          'word/document.xml',
          `${xml}<w:document ${word}><w:body><w:tbl>`,
          row(cell(text('一')), cell(text('二'))),
          2_000_000,
          '</w:tbl></w:body></w:document>',
        ),
      ),
    expected: { status: ['failed', 'partial'], codes: ['too_large', 'out_of_memory', 'timeout', 'corrupt'] },
  },
  {
    name: 'many-parts.docx',
    heavy: true,
    make: () =>
      docx(
        documentPart(simpleTable),
        ...Array.from({ length: 70_000 }, (_, i) => part(`word/x${i}.xml`, '')),
      ),
    expected: survived,
  },
  {
    name: 'two-gigabyte-sheet.xlsx',
    make: () =>
      xlsx({
        name: 'xl/worksheets/sheet1.xml',
        data: Buffer.alloc(0),
        size: 2_000_000_000,
        packed: deflateRawSync(Buffer.alloc(1 << 20)),
      }),
    expected: refused('too_large', 'corrupt'),
  },
  {
    name: 'many-rows.xlsx',
    heavy: true,
    make: () =>
      xlsx(
        repeatedText(
          'xl/worksheets/sheet1.xml',
          `${xml}<worksheet ${sheet}><sheetData>`,
          '<row><c t="inlineStr"><is><t>一二三四</t></is></c></row>',
          12_000_000,
          '</sheetData></worksheet>',
        ),
      ),
    expected: { status: ['failed', 'partial'], codes: ['too_large', 'out_of_memory', 'timeout', 'corrupt'] },
  },
  {
    name: 'many-columns.xlsx',
    heavy: true,
    make: () =>
      xlsx(
        repeatedText(
          'xl/worksheets/sheet1.xml',
          `${xml}<worksheet ${sheet}><sheetData><row r="1">`,
          '<c><v>1</v></c>',
          20_000_000,
          '</row></sheetData></worksheet>',
        ),
      ),
    expected: {
      status: ['failed', 'partial'],
      codes: ['too_large', 'out_of_memory', 'timeout', 'corrupt', 'no_table'],
    },
  },
  {
    name: 'merge-of-everything.xlsx',
    make: () =>
      xlsx(
        sheetPart(simpleRows, `<mergeCells>${'<mergeCell ref="A1:XFD1048576"/>'.repeat(1000)}</mergeCells>`),
      ),
    expected: survived,
  },
  {
    name: 'row-at-the-end.xlsx',
    make: () => xlsx(sheetPart(`${simpleRows}<row r="1048576">${inline('XFD1048576', '末')}</row>`)),
    expected: survived,
  },
  {
    name: 'row-beyond.xlsx',
    make: () => xlsx(sheetPart(`${simpleRows}<row r="4294967295">${inline('ZZZZZ4294967295', '末')}</row>`)),
    expected: survived,
  },
  { name: 'sheet-called-proto.xlsx', make: () => xlsx(sheetPart(simpleRows), '__proto__'), expected: read },
  {
    name: 'headers-constructor.xlsx',
    make: () =>
      xlsx(
        sheetPart(
          `<row r="1">${inline('A1', 'constructor')}${inline('B1', '__proto__')}${inline('C1', 'toString')}</row><row r="2">${inline('A2', '1')}${inline('B2', '2')}${inline('C2', '3')}</row>`,
        ),
      ),
    expected: read,
  },
  {
    name: 'entity-of-a-file.xlsx',
    make: () =>
      xlsx(
        part(
          'xl/worksheets/sheet1.xml',
          `${xml}${outside}<worksheet ${sheet}><sheetData><row r="1">${inline('A1', '&x;')}${inline('B1', '指标值')}</row></sheetData></worksheet>`,
        ),
      ),
    expected: { ...survived, absent: 'root:' },
  },
  {
    name: 'billion-laughs.xlsx',
    make: () =>
      xlsx(
        part(
          'xl/worksheets/sheet1.xml',
          `${xml}${billion}<worksheet ${sheet}><sheetData><row r="1">${inline('A1', '&j;')}</row></sheetData></worksheet>`,
        ),
      ),
    expected: { ...survived, absent: '哈哈哈哈哈哈哈哈哈哈哈哈' },
  },
  {
    name: 'formula-texts.xlsx',
    make: () =>
      xlsx(
        sheetPart(
          `${simpleRows}<row r="3">${inline('A3', '=cmd|&apos;/c calc&apos;!A0')}${inline('B3', '@SUM(1)')}</row>`,
        ),
      ),
    expected: read,
  },
];
