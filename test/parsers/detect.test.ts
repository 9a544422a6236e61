import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as XLSX from 'xlsx';
import { detectFormat } from '../../parsers/detect.ts';
import { parseDocument } from '../../parsers/index.ts';
import { packageOf, rowsOf, zip } from './excel/package.ts';

const ascii = (text: string) => Buffer.from(text, 'latin1');
const utf8 = (text: string) => Buffer.from(text);
const png = Buffer.concat([Buffer.from([0x89]), ascii('PNG\r\n\u001a\n'), Buffer.alloc(16)]);

/** A compound file of these streams. */
function compound(streams: Record<string, Buffer>): Buffer {
  const file = XLSX.CFB.utils.cfb_new();
  for (const [name, content] of Object.entries(streams)) XLSX.CFB.utils.cfb_add(file, name, content);
  return XLSX.CFB.write(file, { type: 'buffer' }) as Buffer;
}

/** A stream of 4 096 bytes, which stands outside the mini stream. */
function streamOf(...head: number[]): Buffer {
  const bytes = Buffer.alloc(4096);
  bytes.set(head);
  return bytes;
}

const globals = [0x09, 0x08, 0x04, 0x00, 0x00, 0x06, 0x05, 0x00];
const workbook = packageOf([{ rows: rowsOf([['甲', '乙']]) }]);
const spreadsheet2003 =
  '<?xml version="1.0"?>\r\n<?mso-application progid="Excel.Sheet"?>\r\n<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"></Workbook>';

const cases: [what: string, bytes: Buffer, name: string, format: string][] = [
  ['a PDF', ascii('%PDF-1.7\n'), 'a.doc', 'pdf'],
  ['a PDF with the header of PostScript', ascii('%!PS-Adobe-3.0 PDF-1.4\n'), 'a.pdf', 'pdf'],
  ['a PDF that lost its header', ascii('1 0 obj\nendobj\nstartxref\n9\n%%EOF\n'), 'a.pdf', 'pdf'],
  ['a PDF behind a few stray bytes', ascii('\r\n\r\n%PDF-1.4\n'), 'a.pdf', 'pdf'],
  ['a workbook package', workbook, 'a.xls', 'xlsx'],
  ['a workbook package under a name of WPS', workbook, 'a.et', 'xlsx'],
  [
    'a workbook package with macros',
    zip({ '[Content_Types].xml': '', 'xl/workbook.xml': '', 'xl/vbaProject.bin': '' }),
    'a.xlsx',
    'xlsm',
  ],
  ['a binary workbook package', zip({ '[Content_Types].xml': '', 'xl/workbook.bin': '' }), 'a.xlsx', 'xlsb'],
  [
    'a Word package under a name of WPS',
    zip({ '[Content_Types].xml': '', 'word/document.xml': '' }),
    'a.wps',
    'docx',
  ],
  [
    'a Word package with a numbered part',
    zip({ '[Content_Types].xml': '', 'word/document2.xml': '' }),
    'a.docx',
    'docx',
  ],
  ['RTF', ascii('{\\rtf1\\ansi'), 'a.doc', 'rtf'],
  ['RTF behind a mark and a line break', utf8('\ufeff\r\n{\\rtf1\\ansi'), 'a.doc', 'rtf'],
  [
    'an OpenDocument text',
    zip({ mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': '' }),
    'a.doc',
    'odt',
  ],
  [
    'an OpenDocument workbook without its first part',
    zip({
      'META-INF/manifest.xml':
        '<m:file-entry m:full-path="/" m:media-type="application/vnd.oasis.opendocument.spreadsheet-template"/>',
      'content.xml': '',
    }),
    'a.xls',
    'ods',
  ],
  ['a zip of files', zip({ 'a.xlsx': workbook, 'b.txt': 'b' }), 'a.xlsx', 'archive'],
  ['an old workbook', compound({ '/Workbook': streamOf(...globals) }), 'a.xls', 'xls'],
  ['an old workbook of WPS', compound({ '/Workbook': streamOf(...globals) }), 'A.ET', 'et'],
  ['a workbook of Excel 95', compound({ '/Book': streamOf(...globals) }), 'a.xls', 'xls'],
  ['a bare workbook stream', Buffer.from([9, 8, 8, 0, 0, 5, 5, 0]), 'a.xls', 'xls'],
  ['an old Word document', compound({ '/WordDocument': streamOf(0xec, 0xa5) }), 'a.docx', 'doc'],
  ['an old document of WPS', compound({ '/WordDocument': streamOf(0xec, 0xa5) }), 'a.wps', 'wps'],
  ['a page', utf8('\ufeff<html><table><tr><td>甲'), 'a.xls', 'html'],
  ['a page behind a declaration', utf8('<?xml version="1.0"?>\n<!DOCTYPE html><html>'), 'a.xls', 'html'],
  ['a bare table', utf8('<TABLE border=1><tr><td>甲</table>'), 'a.xls', 'html'],
  ['an XML Spreadsheet', utf8(spreadsheet2003), 'a.xls', 'xml_spreadsheet'],
  ['an XML Spreadsheet with a mark', utf8(`\ufeff${spreadsheet2003}`), 'a.xml', 'xml_spreadsheet'],
  ['a PNG picture', png, 'a.xls', 'image'],
  ['a JPEG picture', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16]), 'a.xls', 'image'],
  ['a TIFF picture', ascii('II*\u0000\u0008\u0000\u0000\u0000'), 'a.tif', 'image'],
  ['a GIF picture', ascii('GIF89a\u0001\u0000'), 'a.pdf', 'image'],
  ['a BMP picture', Buffer.concat([ascii('BM'), Buffer.alloc(52)]), 'a.bmp', 'image'],
  ['a WebP picture', ascii('RIFF\u0010\u0000\u0000\u0000WEBPVP8 '), 'a.jpg', 'image'],
  ['delimited text', utf8('指标,权重\n里程,20\n'), 'a.csv', 'csv'],
  ['delimited text under another name', utf8('指标\t权重\n里程\t20\n'), 'a.xls', 'csv'],
  ['one field a line under a name of delimited text', utf8('指标\n里程\n'), 'a.csv', 'csv'],
  [
    'delimited text in UTF-16 without a mark',
    Buffer.from('一级指标,权重\n里程,20\n', 'utf16le'),
    'a.csv',
    'csv',
  ],
  [
    'a page in UTF-16 without a mark',
    Buffer.from('<html><table><tr><td>一', 'utf16le').swap16(),
    'a.xls',
    'html',
  ],
  ['prose', utf8('今年完成了三个项目，其中养护, 绿化各一个。\n资金全部到位。\n'), 'a.xls', 'text'],
  ['prose in GB18030', Buffer.from('d6b8b1eac8abb2bfcdeab3c9a1a30a', 'hex'), 'a.doc', 'text'],
  ['prose in UTF-16', Buffer.from('\ufeff今年完成了三个项目。', 'utf16le'), 'a.txt', 'text'],
];

describe('the format of a file', () => {
  it.each([
    ['one NUL byte', `<html><body><table>${'<tr><td>里程</td><td>20</td></tr>'.repeat(20)}\u0000</table>`],
    ['a last block of NUL', `<html><body><table><tr><td>里程</td></tr></table>${'\u0000'.repeat(400)}`],
  ])('of a page with %s is that of a page', (_, text) => {
    for (const bytes of [utf8(text), Buffer.concat([Buffer.from('\ufeff'), utf8(text)])])
      expect(detectFormat(bytes, 'a.html')).toEqual({ format: 'html', error: null });
  });

  it.each(cases)('%s is known by its content', (_, bytes, name, format) => {
    expect(detectFormat(bytes, name)).toEqual({ format, error: null });
  });

  const refused: [what: string, bytes: Buffer, name: string, format: string, code: string][] = [
    ['an empty file', Buffer.alloc(0), 'a.xlsx', 'unknown', 'empty'],
    ['a file of NUL bytes', Buffer.alloc(2048), 'a.xlsx', 'unknown', 'empty'],
    ['a file of blanks', utf8(' \r\n\t\u3000'), 'a.csv', 'text', 'empty'],
    [
      'bytes of no kind',
      Buffer.from([1, 2, 0, 3, 0xfe, 0, 9, 9, 200, 1]),
      'a.xls',
      'unknown',
      'unknown_format',
    ],
    [
      'a text with NUL bytes in it',
      utf8('指标,权重\u0000\n里程,20\u0000\n'),
      'a.csv',
      'unknown',
      'unknown_format',
    ],
    [
      'an OpenDocument package without its directory',
      utf8('PK\u0003\u0004____mimetypeapplication/vnd.oasis.opendocument.spreadsheetPK\u0003\u0004'),
      '附件',
      'ods',
      'corrupt',
    ],
    ['a zip without its directory', workbook.subarray(0, workbook.length - 60), 'a.xlsx', 'xlsx', 'corrupt'],
    [
      'a compound file that is cut off',
      compound({ '/Workbook': streamOf(...globals) }).subarray(0, 700),
      'a.xls',
      'unknown',
      'corrupt',
    ],
    [
      'an encrypted workbook package',
      compound({ '/EncryptionInfo': streamOf(), '/EncryptedPackage': streamOf() }),
      'a.xlsx',
      'xlsx',
      'encrypted',
    ],
    [
      'an encrypted Word package',
      compound({ '/EncryptionInfo': streamOf(), '/EncryptedPackage': streamOf() }),
      'a.docx',
      'docx',
      'encrypted',
    ],
    [
      'an encrypted old workbook',
      compound({ '/Workbook': streamOf(9, 8, 4, 0, 0, 6, 5, 0, 0x2f, 0, 2, 0, 0, 0) }),
      'a.xls',
      'xls',
      'encrypted',
    ],
    [
      'an encrypted old document',
      compound({ '/WordDocument': streamOf(0xec, 0xa5, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1) }),
      'a.doc',
      'doc',
      'encrypted',
    ],
    [
      'an old presentation',
      compound({ '/PowerPoint Document': streamOf() }),
      'a.xls',
      'unknown',
      'unsupported_format',
    ],
    [
      'a presentation of OpenDocument',
      zip({ mimetype: 'application/vnd.oasis.opendocument.presentation', 'content.xml': '' }),
      'a.odp',
      'unknown',
      'unsupported_format',
    ],
    [
      'OpenDocument behind a password',
      zip({
        mimetype: 'application/vnd.oasis.opendocument.text',
        'META-INF/manifest.xml':
          '<m:manifest><m:file-entry m:full-path="content.xml"><m:encryption-data/></m:file-entry></m:manifest>',
        'content.xml': 'x',
      }),
      'a.odt',
      'odt',
      'encrypted',
    ],
    ['RAR', ascii('Rar!\u001a\u0007\u0000'), 'a.zip', 'archive', 'unsupported_format'],
    ['Zstandard', Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0x24]), 'a.tar.zst', 'archive', 'unsupported_format'],
    ['LZH', ascii('\u0020P-lh5-x'), 'a.lzh', 'archive', 'unsupported_format'],
    [
      'the first of split parts',
      ascii('PK\u0007\u0008PK\u0003\u0004x'),
      'a.z01',
      'archive',
      'unsupported_format',
    ],
    ['one that was only cut', ascii('PK\u0003\u0004x'), 'a.zip.001', 'archive', 'unsupported_format'],
    ['a part within', Buffer.from([0x81, 0x00, 0x8f, 0x9d]), 'a.z02', 'archive', 'unsupported_format'],
    [
      'the last one',
      ascii(`\u0081\u0000PK\u0005\u0006\u0002${'\u0000'.repeat(17)}`),
      'a.zip',
      'archive',
      'unsupported_format',
    ],
    [
      'a mail',
      ascii('Received: by x\r\nMIME-Version: 1.0\r\n\r\na'),
      'a.doc',
      'unknown',
      'unsupported_format',
    ],
    ['PostScript', ascii('%!PS-Adobe-3.0\n/Times findfont'), 'a.pdf', 'unknown', 'unsupported_format'],
    ['form data of a PDF', ascii('%FDF-1.2\n1 0 obj'), 'a.pdf', 'unknown', 'unsupported_format'],
    ['SYLK', ascii('ID;PWXL;N;E\r\nC;Y1;X1;K"a"\r\n'), 'a.xls', 'unknown', 'unsupported_format'],
    ['DIF', ascii('TABLE\r\n0,1\r\n"EXCEL"\r\n'), 'a.xls', 'unknown', 'unsupported_format'],
    ['Word 2.0', Buffer.from([0xdb, 0xa5, 0x2d, 0, 0, 0]), 'a.doc', 'doc', 'unsupported_format'],
    ['WordPerfect', Buffer.from([0xff, 0x57, 0x50, 0x43, 0, 0]), 'a.doc', 'unknown', 'unsupported_format'],
    ['Lotus 1-2-3', Buffer.from([0, 0, 2, 0, 6, 4, 6, 0, 8, 0]), 'a.xls', 'unknown', 'unsupported_format'],
    ['a metafile', Buffer.from([0xd7, 0xcd, 0xc6, 0x9a, 0, 0]), 'a.doc', 'unknown', 'unsupported_format'],
    ['bzip2', ascii('BZh91AY&SY\u0000'), 'a.docx', 'archive', 'unsupported_format'],
    [
      'OpenDocument as flat XML of no kind that is read, tables and all',
      utf8('<?xml version="1.0"?><office:document xmlns:table="x"><table:table/><body/></office:document>'),
      'a.xls',
      'unknown',
      'unsupported_format',
    ],
    [
      'a drawing',
      utf8('<svg xmlns="http://www.w3.org/2000/svg"/>'),
      'a.pdf',
      'unknown',
      'unsupported_format',
    ],
    [
      'an old workbook of other bytes',
      compound({ '/Workbook': streamOf(1, 2, 3) }),
      'a.xls',
      'xls',
      'corrupt',
    ],
    [
      'XML of another kind',
      utf8('<?xml version="1.0"?><invoice/>'),
      'a.xls',
      'unknown',
      'unsupported_format',
    ],
  ];
  it.each(refused)('%s is refused with its reason', (_, bytes, name, format, code) => {
    expect(detectFormat(bytes, name)).toMatchObject({ format, error: { code, place: null } });
  });

  it('is that of a page where a web archive holds one', () => {
    const browser =
      'From: <Saved by Blink>\r\nSubject: a\r\n b\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related';
    for (const text of ['MIME-Version: 1.0\r\nContent-Type: multipart/related', browser])
      expect(detectFormat(ascii(text), 'a.doc')).toEqual({ format: 'html', error: null });
  });
});

describe('a document', () => {
  it('that no reader takes is unsupported, and says what it is and what it is called', async () => {
    const prose = await parseDocument(utf8('今年完成了三个项目。'), { name: '目标表.xls' });
    expect(prose).toMatchObject({ status: 'unsupported', format: 'text' });
    expect(prose.status === 'unsupported' && prose.error.message.zh).toContain('（文件名为 .xls）');
    expect(prose.status === 'unsupported' && prose.error.message.en).toContain('(named .xls)');
    const word = await parseDocument(compound({ '/WordDocument': streamOf(0xec, 0xa5) }), {
      name: '目标表.doc',
    });
    expect(word).toMatchObject({ status: 'unsupported', format: 'doc' });
  });

  it('whose encryption cannot be undone stays encrypted, password or not', async () => {
    const old = compound({ '/Workbook': streamOf(9, 8, 4, 0, 0, 6, 5, 0, 0x2f, 0, 6, 0, 1, 0, 1, 0, 1, 0) });
    for (const options of [{}, { password: 'secret' }]) {
      const result = await parseDocument(old, { name: 'a.xls', ...options });
      expect(result).toMatchObject({ status: 'failed', format: 'xls', error: { code: 'encrypted' } });
    }
  });

  it('over the limit of bytes is not opened', async () => {
    const result = await parseDocument(workbook, { name: 'a.xlsx', limits: { maxBytes: 100 } });
    expect(result).toMatchObject({ status: 'failed', error: { code: 'too_large' } });
  });

  it('never throws and is never our mistake, whatever the bytes are', async () => {
    const old = XLSX.write(XLSX.read(workbook), { type: 'buffer', bookType: 'biff8' }) as Buffer;
    const binary = XLSX.write(XLSX.read(workbook), { type: 'buffer', bookType: 'xlsb' }) as Buffer;
    const whole = fc.constantFrom(workbook, old, binary, utf8(spreadsheet2003), utf8('a,b\n1,2\n'));
    const change = fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.integer({ min: 0, max: 255 }));
    const damaged = fc
      .tuple(whole, fc.array(change, { maxLength: 12 }), fc.double({ min: 0.2, max: 1, noNaN: true }))
      .map(([bytes, changes, part]) => {
        const copy = Buffer.from(bytes.subarray(0, Math.ceil(bytes.length * part)));
        for (const [where, byte] of changes) copy[Math.floor(where * (copy.length - 1))] = byte;
        return copy;
      });
    await fc.assert(
      fc.asyncProperty(fc.oneof(damaged, fc.uint8Array({ maxLength: 600 })), async (bytes) => {
        const result = await parseDocument(bytes, { name: 'a.xls' });
        if (result.status !== 'read') expect(result.error.code).not.toBe('internal');
      }),
      { numRuns: 400 },
    );
  });
});
