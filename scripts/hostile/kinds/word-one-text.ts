import { form, type Kind, unsupported } from './kind.ts';
import { declaration, documentXml, officeTypes, relations, table, target } from './word-markup.ts';

const flat = (
  parts: [name: string, type: string, xml: string][],
  head = '<?mso-application progid="Word.Document"?>',
): Buffer =>
  Buffer.from(
    `${declaration}${head}<pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage">${parts.map(([name, type, xml]) => `<pkg:part pkg:name="${name}" pkg:contentType="${type}"><pkg:xmlData>${xml.replace(/<\?xml[^>]*\?>/, '')}</pkg:xmlData></pkg:part>`).join('')}</pkg:package>`,
  );
const flatDocument = (body: string): Buffer =>
  flat([
    [
      '/_rels/.rels',
      'application/vnd.openxmlformats-package.relationships+xml',
      relations([['rId1', 'officeDocument', 'word/document.xml']]),
    ],
    ['/word/document.xml', `${officeTypes}wordprocessingml.document.main+xml`, documentXml(body)],
  ]);
const word2003 = (body: string, before = ''): Buffer =>
  Buffer.from(
    `${declaration}<?mso-application progid="Word.Document"?><w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml" xmlns:wx="http://schemas.microsoft.com/office/word/2003/auxHint" xmlns:aml="http://schemas.microsoft.com/aml/2001/core" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office">${before}<w:body><wx:sect>${body}<w:sectPr/></wx:sect></w:body></w:wordDocument>`,
  );
/** Word documents as one XML text: flat OPC, and XML of Word 2003. */
export const wordOneText: readonly Kind[] = [
  ['flat-opc.xml', () => flatDocument(table), form],
  ['flat-opc-named-doc.doc', () => flatDocument(table), form],
  [
    'flat-opc-binary-part.xml',
    () =>
      Buffer.from(
        flatDocument(table)
          .toString()
          .replace(
            '</pkg:package>',
            '<pkg:part pkg:name="/word/media/a.png" pkg:contentType="image/png"><pkg:binaryData>iVBORw0KGgo=</pkg:binaryData></pkg:part></pkg:package>',
          ),
      ),
    form,
  ],
  [
    'flat-opc-utf16.xml',
    () => Buffer.from(`\ufeff${flatDocument(table).toString().replace('UTF-8', 'UTF-16')}`, 'utf16le'),
    form,
  ],
  [
    'flat-opc-long-head.xml',
    () =>
      Buffer.from(
        flatDocument(table)
          .toString()
          .replace('<pkg:package', `<!--${'x'.repeat(20000)}--><pkg:package`),
      ),
    form,
  ],
  ['flat-opc-cut.xml', () => flatDocument(table).subarray(0, 6000), form],
  [
    'flat-opc-of-a-workbook.xml',
    () =>
      flat(
        [['/xl/workbook.xml', `${officeTypes}spreadsheetml.sheet.main+xml`, '<workbook/>']],
        '<?mso-application progid="Excel.Sheet"?>',
      ),
    unsupported,
  ],
  [
    'flat-opc-of-slides.xml',
    () =>
      flat(
        [['/ppt/presentation.xml', `${officeTypes}presentationml.presentation.main+xml`, '<p/>']],
        '<?mso-application progid="PowerPoint.Show"?>',
      ),
    unsupported,
  ],
  ['word-2003.xml', () => word2003(table), form],
  ['word-2003-named-doc.doc', () => word2003(table), form],
  [
    'word-2003-with-docoledata.xml',
    () =>
      word2003(
        table,
        '<w:docOleData><w:binData w:name="oledata.mso">AAAA</w:binData></w:docOleData><w:fonts/><w:styles/>',
      ),
    form,
  ],
  [
    'word-2003-long-head.xml',
    () =>
      word2003(
        table,
        `<w:ignoreElements w:val="x"/><o:DocumentProperties>${'<o:Title>题</o:Title>'.repeat(2000)}</o:DocumentProperties>`,
      ),
    form,
  ],
  ['word-2003-gbk.xml', () => word2003(table), form],
  [
    'word-2003-tracked.xml',
    () =>
      word2003(
        table.replace(
          target,
          `<aml:annotation aml:id="1" w:type="Word.Deletion"><aml:content><w:r><w:delText>≥99场</w:delText></w:r></aml:content></aml:annotation><aml:annotation aml:id="2" w:type="Word.Insertion"><aml:content>${target}</aml:content></aml:annotation>`,
        ),
      ),
    form,
  ],
  ['word-2003-sub-section.xml', () => word2003(`<wx:sub-section>${table}</wx:sub-section>`), form],
  ['word-2003-cut.xml', () => word2003(table).subarray(0, 5000), form],
  [
    'word-2003-prefix-other.xml',
    () =>
      Buffer.from(
        word2003(table)
          .toString()
          .replaceAll('<w:', '<ns0:')
          .replaceAll('</w:', '</ns0:')
          .replaceAll(' w:', ' ns0:')
          .replace('xmlns:w=', 'xmlns:ns0='),
      ),
    form,
  ],
  [
    'word-2003-picture.xml',
    () =>
      word2003(
        table +
          '<w:p><w:r><w:pict><w:binData w:name="wordml://1.png">iVBORw0KGgo=</w:binData><v:shape><v:imagedata src="wordml://1.png"/></v:shape></w:pict></w:r></w:p>',
      ),
    form,
  ],
];
