import * as XLSX from 'xlsx';
import { generateDocument } from '../generate/document.ts';
import { renderXls } from '../generate/render/xls.ts';
import { type Expectation, type HostileCase, refused } from './case.ts';
import { honest, put } from './odd-pdfs.ts';
import { documentPart, docxParts, part, relationships, sheetPart, simpleTable, xlsx } from './office.ts';
import { writeZip } from './zip-writer.ts';

const whole: Expectation = { status: ['ok'] };
const told: Expectation = { status: ['partial'] };

/** A record of BIFF ([MS-XLS] 2.1.4). */
function record(type: number, body: Uint8Array): Buffer {
  const head = Buffer.alloc(4);
  head.writeUInt16LE(type, 0);
  head.writeUInt16LE(body.length, 2);
  return Buffer.concat([head, body]);
}
const end = record(0x0a, Buffer.alloc(0));
const cell = Buffer.alloc(14);
/** A formula in A1 whose value is a text that follows. */
const textless = Buffer.from('000000000f00000000000000ffff00000000000003001e0500', 'hex');

/** A workbook whose stream was changed. */
function workbook(change: (stream: Buffer) => Buffer): Buffer {
  const file = XLSX.CFB.read(Buffer.from(renderXls(generateDocument(11).sections)), { type: 'buffer' });
  const stream = Buffer.from(XLSX.CFB.find(file, 'Workbook')!.content as Uint8Array);
  const next = XLSX.CFB.utils.cfb_new();
  XLSX.CFB.utils.cfb_add(next, '/Workbook', change(stream));
  return XLSX.CFB.write(next, { type: 'buffer' }) as Buffer;
}
const beforeEnd = (stream: Buffer, added: Buffer): Buffer => {
  const at = stream.lastIndexOf(end);
  return Buffer.concat([stream.subarray(0, at), added, stream.subarray(at)]);
};

/** A list of shared texts that ends with the first byte of a text's length. */
const cutTexts = (stream: Buffer): Buffer => {
  const first = 4 + stream.readUInt16LE(2);
  const list = record(0xfc, Buffer.from('0200000002000000010000610300'.slice(0, -2), 'hex'));
  return Buffer.concat([stream.subarray(0, first), list, stream.subarray(first)]);
};

function binary(change: (sheet: Buffer) => Buffer): Buffer {
  const book = XLSX.utils.book_new(
    XLSX.utils.aoa_to_sheet([
      ['指标', '数量'],
      ['里程', 5],
    ]),
    '表',
  );
  const file = XLSX.CFB.read(XLSX.write(book, { type: 'buffer', bookType: 'xlsb' }) as Buffer, {
    type: 'buffer',
  });
  const sheet = XLSX.CFB.find(file, '/xl/worksheets/sheet1.bin')!;
  sheet.content = change(Buffer.from(sheet.content as Uint8Array)) as never;
  return XLSX.CFB.write(file, { fileType: 'zip', type: 'buffer' }) as Buffer;
}

const page =
  '<html><table><tr><td>三级指标</td><td>指标值</td></tr><tr><td>演出场次</td><td>12场</td></tr></table></html>';
const frame = '<html><frameset><frame src="a.files/sheet001.htm"></frameset></html>';
const archive = (...pages: string[]): Buffer =>
  Buffer.from(
    `MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"\r\n\r\n${pages
      .map((text) => `--b\r\nContent-Type: text/html; charset="utf-8"\r\n\r\n${text}\r\n`)
      .join('')}--b--\r\n`,
  );

const blanks = () => {
  const rows = Array.from(
    { length: 1_000_000 },
    (_, i) => `<row r="${i + 2}"><c r="A${i + 2}" t="str"><v> </v></c></row>`,
  );
  const first = '<row r="1"><c r="A1" t="str"><v>三级指标</v></c><c r="B1" t="str"><v>12</v></c></row>';
  return xlsx(sheetPart(first + rows.join('')));
};

const offices: readonly HostileCase[] = [
  { name: 'texts-end-in-a-length.xls', make: () => workbook(cutTexts), expected: refused('corrupt') },
  {
    name: 'cells-behind-the-last-sheet.xls',
    make: () => workbook((stream) => Buffer.concat([stream, record(0x203, cell)])),
    expected: told,
  },
  {
    name: 'text-of-a-formula-lost.xls',
    make: () => workbook((stream) => beforeEnd(stream, record(0x06, textless))),
    expected: told,
  },
  { name: 'binary-sheet-whole.xlsb', make: () => binary((sheet) => sheet), expected: whole },
  {
    name: 'binary-sheet-cut.xlsb',
    make: () => binary((sheet) => sheet.subarray(0, -30)),
    expected: { status: ['failed'], codes: ['sheet_failed'] },
  },
  { name: 'sheets-in-frames.mht.xls', make: () => archive(frame, page), expected: whole },
  {
    name: 'chunk-of-rtf.docx',
    make: () =>
      writeZip([
        ...docxParts(documentPart(`${simpleTable}<w:altChunk r:id="rId1"/>`)),
        part('word/_rels/document.xml.rels', relationships('aFChunk', 'chunk.rtf')),
        part('word/chunk.rtf', '{\\rtf1 5}'),
      ]),
    expected: whole,
  },
  {
    name: 'million-rows-of-one-blank.xlsx',
    make: blanks,
    expected: { status: ['ok', 'partial'] },
    heavy: true,
  },
];

/** The page draws a picture first; its table is whole. */
const drawing = (dictionary: string, data = 'xyz', more = '') =>
  Buffer.from(
    put(
      'xref\n0',
      `90 0 obj\n<< /Type /XObject /Subtype /Image /BitsPerComponent 8 ${dictionary} /Length ${data.length} >>\nstream\n${data}\nendstream\nendobj\n${more}\nxref\n0`,
    )(put('/Resources <<', '/Resources << /XObject << /I 90 0 R >>')(put('0.5 w', '/I Do')(honest()))),
    'latin1',
  );
const size = '/Width 60 /Height 60';
const pictures: [name: string, dictionary: string, data?: string, more?: string][] = [
  [
    'endless-jpx',
    `${size} /Filter /JPXDecode`,
    '\xff\x4f\xff\x51\0\x29\0\0\x7f\xff\xff\xff\x7f\xff\xff\xff\0\0\0\0',
  ],
  [
    'fax-without-end',
    `${size} /ColorSpace /DeviceGray /Filter /CCITTFaxDecode /DecodeParms << /K -1 /Columns 2000000000 >>`,
  ],
  [
    'globals-of-itself',
    `${size} /ColorSpace /DeviceGray /Filter /JBIG2Decode /DecodeParms << /JBIG2Globals 90 0 R >>`,
  ],
  ['mask-of-itself', `${size} /ColorSpace /DeviceGray /SMask 90 0 R`],
  ['two-thousand-million-wide', '/Width 2147483647 /Height 2147483647 /ImageMask true'],
  [
    'colours-of-themselves',
    `${size} /ColorSpace 91 0 R`,
    'xyz',
    '91 0 obj\n[/Indexed 91 0 R 3 (abcdefgh)]\nendobj',
  ],
  ['negative', '/Width -60 /Height 60 /ColorSpace /DeviceGray'],
  [
    'filters-without-end',
    `${size} /ColorSpace /DeviceGray /Filter [${'/ASCIIHexDecode '.repeat(200)}]`,
    '00>',
  ],
];

/** What other readers lose without a word, and pictures that no page can be made of. */
export const oddLosses: readonly HostileCase[] = [
  ...offices,
  ...pictures.map(([name, dictionary, data, more]) => ({
    name: `picture-${name}.pdf`,
    make: () => drawing(dictionary, data, more),
    expected: { status: ['ok', 'partial'] } as Expectation,
  })),
];
