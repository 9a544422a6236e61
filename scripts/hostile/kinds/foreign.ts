import { gzipSync } from 'node:zlib';
import { writeZip } from '../zip-writer.ts';
import { compound, flatDocument, openContent, openDocument, textType, written } from './containers.ts';
import { failed, form, type Kind, unsupported } from './kind.ts';
import { xlsx } from './sheet-markup.ts';
import { docx, part, table } from './word-markup.ts';

/** Files of other kinds under the names of documents, cut and filled up files. */
export const foreign: readonly Kind[] = [
  ['one-byte.docx', () => Buffer.from('P'), unsupported],
  ['pk-only.docx', () => Buffer.from('PK\x03\x04'), failed('corrupt')],
  ['zero.docx', () => Buffer.from(''), failed('empty')],
  ['nuls.docx', () => Buffer.alloc(9000), failed('empty')],
  ['ff-bytes.xls', () => Buffer.alloc(5000, 255), failed('unknown_format')],
  ['no-name', () => docx(table), form],
  ['no-name-sheet', () => xlsx(), form],
  ['docx-named.txt', () => docx(table), form],
  ['xlsx-named.csv', () => xlsx(), form],
  ['truncated-docx.docx', () => docx(table).subarray(0, 1500), failed('corrupt')],
  [
    'truncated-xlsx-tail.xlsx',
    () => {
      const b = xlsx();
      return b.subarray(0, b.length - 30);
    },
    failed('corrupt'),
  ],
  ['html-behind-docx.docx', () => Buffer.concat([docx(table), Buffer.from('<html>done</html>')]), form],
  ['base64-of-docx.docx', () => Buffer.from(docx(table).toString('base64')), unsupported],
  [
    'data-uri.docx',
    () => Buffer.from(`data:application/vnd.openxmlformats;base64,${docx(table).toString('base64')}`),
    unsupported,
  ],
  ['gz-of-xlsx.xlsx', () => gzipSync(xlsx()), unsupported],
  [
    'ascii-mode-ftp.docx',
    () => Buffer.from(docx(table).toString('latin1').replace(/\n/g, '\r\n'), 'latin1'),
    failed('corrupt'),
  ],
  ['utf8-mangled.docx', () => Buffer.from(docx(table).toString('utf8')), failed('corrupt')],
  ['sylk.slk', () => written('sylk'), unsupported],
  ['sylk-named.xls', () => written('sylk'), unsupported],
  ['dif.dif', () => written('dif'), unsupported],
  ['dbf.dbf', () => written('dbf'), failed('unknown_format')],
  ['prn.prn', () => written('prn'), unsupported],
  ['eth.eth', () => written('eth'), unsupported],
  ['wk1.wk1', () => Buffer.from([0, 0, 2, 0, 6, 4, 6, 0, ...Array<number>(90).fill(1)]), unsupported],
  ['wk3.wk3', () => Buffer.from([0, 0, 0x1a, 0, 0, 0x10, ...Array<number>(90).fill(1)]), unsupported],
  [
    'numbers-zip.numbers',
    () =>
      writeZip([
        part('Index/Document.iwa', Buffer.alloc(50, 1)),
        part('Index/Tables/DataList.iwa', Buffer.alloc(50)),
        part('preview.jpg', Buffer.from([255, 216, 255, 0])),
      ]),
    unsupported,
  ],
  [
    'pages-zip-named.docx',
    () =>
      writeZip([
        part('Index/Document.iwa', Buffer.alloc(50, 1)),
        part('Metadata/Properties.plist', 'x'),
        part('preview.jpg', Buffer.from([255, 216, 255, 0])),
      ]),
    unsupported,
  ],
  [
    'pages-09.pages',
    () => writeZip([part('index.xml', '<sl:document/>'), part('QuickLook/Preview.pdf', '%PDF-1.4')]),
    unsupported,
  ],
  [
    'works.wps',
    () => compound({ MatOST: 'x', CONTENTS: Buffer.concat([Buffer.from('CHNKWKS'), Buffer.alloc(5000)]) }),
    unsupported,
  ],
  ['works-4-old.wps', () => compound({ MM: Buffer.alloc(5000, 1) }), unsupported],
  ['wps-office-storage.wps', () => compound({ WpsCustomData: 'x' }), unsupported],
  ['et-without-workbook.et', () => compound({ ETExtData: 'x' }), unsupported],
  [
    'msg.msg',
    () => compound({ '__properties_version1.0': Buffer.alloc(200), '__substg1.0_0037001F': '主题' }),
    unsupported,
  ],
  ['visio.vsd', () => compound({ VisioDocument: Buffer.alloc(5000) }), unsupported],
  ['project.mpp', () => compound({ Props: Buffer.alloc(5000) }), unsupported],
  ['hwp.hwp', () => compound({ FileHeader: Buffer.from('HWP Document File') }), unsupported],
  ['thumbs.db', () => compound({ Catalog: Buffer.alloc(100) }), unsupported],
  [
    'quattro.wb3',
    () => compound({ PerfectOffice_MAIN: Buffer.alloc(5000), NativeContent_MAIN: Buffer.alloc(5000) }),
    unsupported,
  ],
  [
    'irm-docx.docx',
    () =>
      compound({
        EncryptedPackage: Buffer.alloc(5000, 7),
        '\u0006DataSpaces/Version': Buffer.alloc(80),
        '\u0006DataSpaces/DataSpaceInfo/DRMEncryptedDataSpace': Buffer.alloc(40),
      }),
    failed('encrypted'),
  ],
  [
    'irm-xls.xls',
    () =>
      compound({
        '\u0009DRMContent': Buffer.alloc(5000, 7),
        '\u0006DataSpaces/Version': Buffer.alloc(80),
        Workbook: Buffer.alloc(10),
      }),
    failed('encrypted'),
  ],
  [
    'irm-doc.doc',
    () =>
      compound({ '\u0009DRMContent': Buffer.alloc(5000, 7), '\u0006DataSpaces/Version': Buffer.alloc(80) }),
    failed('encrypted'),
  ],
  ['pfile.pfile', () => Buffer.from(`.pfile\x01\x00${'x'.repeat(400)}`), unsupported],
  [
    'doc-with-workbook-both.doc',
    () => compound({ WordDocument: Buffer.alloc(5000), Workbook: written('biff8') }),
    failed('corrupt'),
  ],
  [
    'word-95.doc',
    () => compound({ WordDocument: Buffer.concat([Buffer.from([0xdc, 0xa5, 0x68, 0]), Buffer.alloc(6000)]) }),
    unsupported,
  ],
  [
    'word-6-bare.doc',
    () => Buffer.concat([Buffer.from([0xdc, 0xa5, 0x65, 0]), Buffer.alloc(6000)]),
    unsupported,
  ],
  [
    'wordperfect.doc',
    () => Buffer.concat([Buffer.from([255]), Buffer.from('WPC'), Buffer.alloc(3000, 1)]),
    unsupported,
  ],
  ['write.doc', () => Buffer.concat([Buffer.from([0x31, 0xbe, 0, 0]), Buffer.alloc(3000, 1)]), unsupported],
  ['starwriter.sdw', () => compound({ StarWriterDocument: Buffer.from('SW5HDR') }), unsupported],
  ['starcalc.sdc', () => compound({ StarCalcDocument: Buffer.alloc(300) }), unsupported],
  [
    'staroffice-xml-sxw.sxw',
    () => openDocument('application/vnd.sun.xml.writer', '<office:document-content/>'),
    unsupported,
  ],
  ['sxc.sxc', () => openDocument('application/vnd.sun.xml.calc', '<office:document-content/>'), unsupported],
  ['fodt-named.xml', () => flatDocument('text', textType), form],
  ['odt-named.docx', () => openDocument(textType, openContent('text')), form],
  [
    'epub.epub',
    () => writeZip([part('mimetype', 'application/epub+zip'), part('META-INF/container.xml', '<x/>')]),
    unsupported,
  ],
  [
    'jar-named.docx',
    () => writeZip([part('META-INF/MANIFEST.MF', 'Manifest-Version: 1.0'), part('a.class', Buffer.alloc(9))]),
    unsupported,
  ],
  [
    'apk.xlsx',
    () => writeZip([part('AndroidManifest.xml', Buffer.alloc(99)), part('classes.dex', Buffer.alloc(9))]),
    unsupported,
  ],
  [
    'xps.docx',
    () =>
      writeZip([
        part('[Content_Types].xml', '<Types/>'),
        part('_rels/.rels', '<Relationships/>'),
        part('FixedDocSeq.fdseq', '<x/>'),
        part('Documents/1/Pages/1.fpage', '<x/>'),
      ]),
    unsupported,
  ],
  [
    'onenote.one',
    () => Buffer.concat([Buffer.from('e4525c7b8cd8a74daeb15378d02996d3', 'hex'), Buffer.alloc(900)]),
    failed('unknown_format'),
  ],
  [
    'mdb.xls',
    () => Buffer.concat([Buffer.from([0, 1, 0, 0]), Buffer.from('Standard Jet DB'), Buffer.alloc(900)]),
    failed('unknown_format'),
  ],
  ['sqlite.xls', () => Buffer.from(`SQLite format 3\0${'x'.repeat(900)}`), unsupported],
  ['mz-exe.doc', () => Buffer.from(`MZ${'\0\x01\x02'.repeat(900)}`), failed('unknown_format')],
  [
    'lnk.docx',
    () => Buffer.concat([Buffer.from('4c0000000114020000000000c000000000000046', 'hex'), Buffer.alloc(400)]),
    failed('unknown_format'),
  ],
  ['url-shortcut.xls', () => Buffer.from('[InternetShortcut]\r\nURL=http://x/\r\n'), unsupported],
  [
    'owner-file.docx',
    () => Buffer.concat([Buffer.from([6]), Buffer.from('张三    '), Buffer.alloc(150, 0x20)]),
    unsupported,
  ],
  ['plist.docx', () => Buffer.from(`bplist00${'\xd1\x01'.repeat(30)}`), failed('unknown_format')],
  [
    'appledouble.docx',
    () =>
      Buffer.concat([
        Buffer.from('0005160700020000', 'hex'),
        Buffer.from('Mac OS X        '),
        Buffer.alloc(100),
      ]),
    failed('unknown_format'),
  ],
  [
    'macbinary-docx.docx',
    () =>
      Buffer.concat([
        (() => {
          const h = Buffer.alloc(128);
          h[1] = 6;
          h.write('a.docx', 2);
          h.write('W8BN', 65);
          return h;
        })(),
        docx(table),
      ]),
    failed('unknown_format'),
  ],
  ['caj.caj', () => Buffer.from(`CAJ\0${'x'.repeat(500)}`), unsupported],
  ['ceb.ceb', () => Buffer.from(`Founder CEB${'x'.repeat(500)}`), unsupported],
  ['gd.gd', () => Buffer.concat([Buffer.from('%GW-'), Buffer.alloc(500, 2)]), failed('unknown_format')],
  [
    'uof.uof',
    () =>
      Buffer.from(
        '<?xml version="1.0" encoding="UTF-8"?><uof:UOF xmlns:uof="http://schemas.uof.org/cn/2003/uof"><uof:文字处理/></uof:UOF>',
      ),
    unsupported,
  ],
  [
    'uot-zip.uot',
    () =>
      writeZip([
        part('uof.xml', '<x/>'),
        part('content.xml', '<字:文字处理文档/>'),
        part('_meta/meta.xml', '<x/>'),
      ]),
    unsupported,
  ],
  ['zip-with-docx-inside-named-docx.docx', () => writeZip([part('报表.docx', docx(table))]), unsupported],
  [
    'infopath.xml',
    () => Buffer.from('<?xml version="1.0"?><?mso-infoPathSolution name="x"?><my:f xmlns:my="x"/>'),
    unsupported,
  ],
  ['xfdl-etc-xml.xml', () => Buffer.from('<?xml version="1.0"?><root><a>1</a></root>'), unsupported],
  [
    'ooxml-standard-enc-named-doc.doc',
    () =>
      compound({
        EncryptionInfo: Buffer.from([2, 0, 2, 0, 0x24, 0, 0, 0]),
        EncryptedPackage: Buffer.alloc(4096, 9),
      }),
    failed('encrypted'),
  ],
  [
    'ooxml-enc-no-name',
    () =>
      compound({
        EncryptionInfo: Buffer.from([4, 0, 4, 0, 0x40, 0, 0, 0]),
        EncryptedPackage: Buffer.alloc(4096, 9),
      }),
    failed('encrypted'),
  ],
];
