import { writeZip } from '../zip-writer.ts';
import { flatDocument, openContent, openDocument, sheetType, textType, written } from './containers.ts';
import { gbk } from './encodings.ts';
import { failed, form, isNumber, type Kind, rows, told, unsupported } from './kind.ts';
import { part } from './word-markup.ts';

const spreadsheetOf = (inner: string, head = '<?mso-application progid="Excel.Sheet"?>'): Buffer =>
  Buffer.from(
    `<?xml version="1.0"?>${head}<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet" xmlns:html="http://www.w3.org/TR/REC-html40"><Styles><Style ss:ID="n"><NumberFormat ss:Format="0.00"/></Style><Style ss:ID="f"><NumberFormat ss:Format="Fixed"/></Style></Styles>${inner}</Workbook>`,
  );
const text2003 = (text: string): string => {
  if (text === '') return '<Cell/>';
  return isNumber(text)
    ? `<Cell${text.includes('.') ? ' ss:StyleID="n"' : ''}><Data ss:Type="Number">${Number(text)}</Data></Cell>`
    : `<Cell><Data ss:Type="String">${text}</Data></Cell>`;
};
const spreadsheetRows = rows
  .map(
    (row) =>
      `<Row>${row.length === 1 ? `<Cell ss:MergeAcross="3"><Data ss:Type="String">${row[0]}</Data></Cell>` : row.map(text2003).join('')}</Row>`,
  )
  .join('');
const spreadsheet = (inner = spreadsheetRows, head?: string): Buffer =>
  spreadsheetOf(`<Worksheet ss:Name="表"><Table>${inner}</Table></Worksheet>`, head);

/** XML Spreadsheet 2003, OpenDocument and binary workbooks. */
export const olderBooks: readonly Kind[] = [
  ['ss2003.xml', () => spreadsheet(), form],
  ['ss2003-named-xls.xls', () => spreadsheet(), form],
  ['ss2003-no-mso-application.xls', () => spreadsheet(spreadsheetRows, ''), form],
  [
    'ss2003-prefix.xls',
    () =>
      Buffer.from(
        spreadsheet()
          .toString()
          .replace(/<(\/?)(Workbook|Worksheet|Table|Row|Cell|Data|Styles|Style|NumberFormat)\b/g, '<$1ss:$2'),
      ),
    form,
  ],
  [
    'ss2003-index-gaps.xls',
    () =>
      spreadsheet(
        spreadsheetRows
          .replace('<Cell/><Cell/></Row>', '</Row>')
          .replace(
            '<Row><Cell><Data ss:Type="String">产出指标',
            '<Row ss:Index="8"><Cell><Data ss:Type="String">产出指标',
          ),
      ),
    form,
  ],
  [
    'ss2003-merged-down.xls',
    () =>
      spreadsheet(
        spreadsheetRows.replace(
          '<Cell><Data ss:Type="String">产出指标',
          '<Cell ss:MergeDown="0"><Data ss:Type="String">产出指标',
        ),
      ),
    form,
  ],
  [
    'ss2003-html-data.xls',
    () =>
      spreadsheet(
        spreadsheetRows.replace(
          '<Data ss:Type="String">演出场次</Data>',
          '<ss:Data ss:Type="String" xmlns="http://www.w3.org/TR/REC-html40"><Font html:Size="10">演出</Font><B>场次</B></ss:Data>',
        ),
      ),
    form,
  ],
  [
    'ss2003-comment.xls',
    () =>
      spreadsheet(
        spreadsheetRows.replace(
          '演出场次</Data>',
          '演出场次</Data><Comment ss:Author="a"><ss:Data>应为场</ss:Data></Comment>',
        ),
      ),
    form,
  ],
  [
    'ss2003-formula-no-data.xls',
    () =>
      spreadsheet(
        spreadsheetRows.replace(
          '<Cell ss:StyleID="n"><Data ss:Type="Number">30</Data></Cell>',
          '<Cell ss:StyleID="n" ss:Formula="=SUM(R[1]C:R[2]C)"/>',
        ),
      ),
    told('figures_left_out'),
  ],
  [
    'ss2003-error-data.xls',
    () =>
      spreadsheet(
        spreadsheetRows.replace('<Data ss:Type="Number">20</Data>', '<Data ss:Type="Error">#REF!</Data>'),
      ),
    told('figures_left_out'),
  ],
  [
    'ss2003-hidden-rows.xls',
    () =>
      spreadsheet(
        spreadsheetRows.replace(
          '<Row><Cell><Data ss:Type="String">产出指标',
          '<Row ss:Hidden="1"><Cell><Data ss:Type="String">产出指标',
        ),
      ),
    form,
  ],
  [
    'ss2003-hidden-sheet.xls',
    () =>
      spreadsheetOf(
        `<Worksheet ss:Name="表"><Table>${spreadsheetRows}</Table></Worksheet><Worksheet ss:Name="藏"><Table><Row><Cell><Data ss:Type="String">旧</Data></Cell></Row></Table><WorksheetOptions xmlns="urn:schemas-microsoft-com:office:excel"><Visible>SheetHidden</Visible></WorksheetOptions></Worksheet>`,
      ),
    form,
  ],
  [
    'ss2003-gbk.xls',
    () => gbk(spreadsheet().toString().replace('version="1.0"', 'version="1.0" encoding="gb2312"')),
    form,
  ],
  ['ss2003-cut.xls', () => spreadsheet().subarray(0, 1800), told('sheet_failed')],
  [
    'ss2003-control-entity.xls',
    () => spreadsheet(spreadsheetRows.replace('演出场次', '演出&#10;场次')),
    form,
  ],
  [
    'ss2003-named-formats.xls',
    () => spreadsheet(spreadsheetRows.replaceAll('ss:StyleID="n"', 'ss:StyleID="f"')),
    form,
  ],
  [
    'ss2003-named-range.xls',
    () =>
      spreadsheet(
        spreadsheetRows.replace('演出场次</Data>', '演出场次</Data><NamedCell ss:Name="Print_Area"/>'),
      ),
    form,
  ],
  [
    'ss2003-doctype.xls',
    () =>
      Buffer.from(
        spreadsheet().toString().replace('<?xml version="1.0"?>', '<?xml version="1.0"?><!DOCTYPE Workbook>'),
      ),
    form,
  ],
  [
    'ss2003-long-styles.xls',
    () =>
      Buffer.from(
        spreadsheet()
          .toString()
          .replace('<Workbook', `<!--${'y'.repeat(9000)}--><Workbook`),
      ),
    form,
  ],
  ['biff8.xls', () => written('biff8'), form],
  ['xlml-by-sheetjs.xls', () => written('xlml'), form],
  ['xlsb.xlsb', () => written('xlsb'), form],
  ['xlsb-named-xlsx.xlsx', () => written('xlsb'), form],
  ['fods-by-sheetjs.fods', () => written('fods'), form],
  ['ods-by-sheetjs.ods', () => written('ods'), form],
  ['odt.odt', () => openDocument(textType, openContent('text')), form],
  ['ods.ods', () => openDocument(sheetType, openContent('spreadsheet')), form],
  ['ott-template.ott', () => openDocument(`${textType}-template`, openContent('text')), form],
  ['ots-template.ots', () => openDocument(`${sheetType}-template`, openContent('spreadsheet')), form],
  ['odm-master.odm', () => openDocument(`${textType}-master`, openContent('text')), form],
  [
    'odt-encrypted.odt',
    () =>
      openDocument(
        textType,
        'xx',
        '<manifest:file-entry manifest:full-path="content.xml"><manifest:encryption-data manifest:checksum="x"/></manifest:file-entry>',
      ),
    failed('encrypted'),
  ],
  [
    'odf-1-3-pgp-package.odt',
    () =>
      writeZip([
        part('mimetype', textType),
        part('encrypted-package', Buffer.alloc(300, 5)),
        part(
          'META-INF/manifest.xml',
          '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><manifest:file-entry manifest:full-path="encrypted-package" manifest:media-type="x"><manifest:encryption-data/></manifest:file-entry></manifest:manifest>',
        ),
      ]),
    failed('encrypted'),
  ],
  [
    'odt-encrypted-other-prefix.odt',
    () =>
      writeZip([
        part('mimetype', textType),
        part('content.xml', 'xx'),
        part(
          'META-INF/manifest.xml',
          `<manifest xmlns="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><file-entry full-path="/" media-type="${textType}"/><file-entry full-path="content.xml"><encryption-data/></file-entry></manifest>`,
        ),
      ]),
    failed('encrypted'),
  ],
  ['fodt.fodt', () => flatDocument('text', textType), form],
  ['fods.fods', () => flatDocument('spreadsheet', sheetType), form],
  [
    'odt-mimetype-deflated-last.odt',
    () =>
      writeZip([
        part('content.xml', openContent('text')),
        part('META-INF/manifest.xml', '<m/>'),
        part('mimetype', `${textType}\n`),
      ]),
    form,
  ],
  [
    'odt-without-mimetype-manifest.odt',
    () => writeZip([part('content.xml', openContent('text'))]),
    unsupported,
  ],
];
