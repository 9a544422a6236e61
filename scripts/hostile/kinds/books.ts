import { failed, form, type Kind, told } from './kind.ts';
import {
  data,
  main,
  merges,
  sheetRelations,
  sheetRows,
  total,
  withCell,
  withSheet,
  worksheet,
  xlsx,
} from './sheet-markup.ts';
import { declaration, officeTypes, part, relationTypes } from './word-markup.ts';

/** Workbooks with other sheets, parts and markup around the cells. */
export const books: readonly Kind[] = [
  [
    'formula-external.xlsx',
    () =>
      withCell(total, '<c r="B4" s="1"><f>[1]汇总!$B$4</f><v>30</v></c>', {
        relations: [['rId9', 'externalLink', 'externalLinks/externalLink1.xml']],
        more: [
          part(
            'xl/externalLinks/externalLink1.xml',
            `${declaration}<externalLink ${main}><externalBook xmlns:r="${relationTypes}" r:id="rId1"/></externalLink>`,
          ),
        ],
      }),
    form,
  ],
  [
    'external-link-missing.xlsx',
    () => xlsx({ relations: [['rId9', 'externalLink', 'externalLinks/externalLink9.xml']] }),
    form,
  ],
  ['hidden-sheet-second.xlsx', () => withSheet(data(), ' state="hidden"'), told('hidden_content')],
  [
    'table-object.xlsx',
    () =>
      xlsx({
        sheet: data(sheetRows, `${merges}<tableParts count="1"><tablePart r:id="rId1"/></tableParts>`),
        more: [
          sheetRelations([['rId1', 'table', '../tables/table1.xml']]),
          part(
            'xl/tables/table1.xml',
            `${declaration}<table ${main} id="1" name="t" displayName="t" ref="A7:D9" totalsRowCount="1"><autoFilter ref="A7:D9"/><tableColumns count="4"><tableColumn id="1" name="一级指标"/></tableColumns></table>`,
          ),
        ],
      }),
    form,
  ],
  [
    'table-part-missing.xlsx',
    () =>
      xlsx({
        sheet: data(sheetRows, `${merges}<tableParts count="1"><tablePart r:id="rId1"/></tableParts>`),
      }),
    form,
  ],
  [
    'comments.xlsx',
    () =>
      xlsx({
        sheet: data(sheetRows, `${merges}<legacyDrawing r:id="rId1"/>`),
        more: [
          sheetRelations([
            ['rId1', 'vmlDrawing', '../drawings/vmlDrawing1.vml'],
            ['rId2', 'comments', '../comments1.xml'],
          ]),
          part(
            'xl/comments1.xml',
            `${declaration}<comments ${main}><authors><author>a</author></authors><commentList><comment ref="B5" authorId="0"><text><t>应为25</t></text></comment></commentList></comments>`,
          ),
          part('xl/drawings/vmlDrawing1.vml', '<xml><br></xml>'),
        ],
      }),
    form,
  ],
  [
    'comments-broken.xlsx',
    () =>
      xlsx({
        more: [
          sheetRelations([['rId2', 'comments', '../comments1.xml']]),
          part('xl/comments1.xml', '<comments><commentList><comment ref="ZZZZ9"'),
        ],
      }),
    form,
  ],
  [
    'threaded-comments.xlsx',
    () =>
      xlsx({
        more: [
          sheetRelations([
            [
              'rId2',
              'http://schemas.microsoft.com/office/2017/10/relationships/threadedComment',
              '../threadedComments/t1.xml',
            ],
          ]),
          part(
            'xl/threadedComments/t1.xml',
            '<ThreadedComments><threadedComment ref="B5"><text>x</text></threadedComment></ThreadedComments>',
          ),
        ],
      }),
    form,
  ],
  [
    'data-validation.xlsx',
    () =>
      xlsx({
        sheet: data(
          sheetRows,
          merges +
            '<dataValidations count="1"><dataValidation type="list" sqref="A1:XFD1048576"><formula1>"甲,乙"</formula1></dataValidation></dataValidations>',
        ),
      }),
    form,
  ],
  [
    'x14-extension.xlsx',
    () =>
      xlsx({
        sheet: data(
          sheetRows,
          merges +
            '<extLst><ext uri="{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}"><x14:dataValidations><x14:dataValidation><x14:formula1><xm:f>$A$1</xm:f></x14:formula1><xm:sqref>grant</xm:sqref></x14:dataValidation></x14:dataValidations></ext></extLst>',
        ),
      }),
    form,
  ],
  [
    'mce-in-sheet.xlsx',
    () =>
      xlsx({
        sheet: data(
          sheetRows,
          merges +
            '<mc:AlternateContent><mc:Choice Requires="x14"><controls><control shapeId="1"/></controls></mc:Choice></mc:AlternateContent>',
        ),
      }),
    form,
  ],
  [
    'hyperlinks.xlsx',
    () =>
      xlsx({
        sheet: data(
          sheetRows,
          `${merges}<hyperlinks><hyperlink ref="A1:ZZ99999" r:id="rId77" display="x"/></hyperlinks>`,
        ),
      }),
    form,
  ],
  [
    'chartsheet-second.xlsx',
    () =>
      withSheet(
        `${declaration}<chartsheet ${main}><sheetViews/></chartsheet>`,
        '',
        'chartsheet',
        `${officeTypes}spreadsheetml.chartsheet+xml`,
        'chartsheets/sheet1.xml',
      ),
    form,
  ],
  [
    'dialogsheet-second.xlsx',
    () =>
      withSheet(
        `${declaration}<dialogsheet ${main}/>`,
        '',
        'dialogsheet',
        `${officeTypes}spreadsheetml.dialogsheet+xml`,
        'dialogsheets/sheet1.xml',
      ),
    form,
  ],
  [
    'macrosheet-second.xlsm',
    () =>
      withSheet(
        `${declaration}<xm:macrosheet xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main"><sheetData/></xm:macrosheet>`,
        '',
        'http://schemas.microsoft.com/office/2006/relationships/xlMacrosheet',
        'application/vnd.ms-excel.macrosheet+xml',
        'macrosheets/sheet1.xml',
      ),
    form,
  ],
  ['second-sheet-empty.xlsx', () => withSheet(worksheet('<sheetData/>')), form],
  ['second-sheet-blank-part.xlsx', () => withSheet(''), form],
  [
    'second-sheet-missing-rel.xlsx',
    () =>
      xlsx({
        sheets: '<sheet name="表" sheetId="1" r:id="rId1"/><sheet name="附表" sheetId="2" r:id="rId99"/>',
      }),
    form,
  ],
  ['sheet-without-r-id.xlsx', () => xlsx({ sheets: '<sheet name="表" sheetId="1"/>' }), form],
  [
    'two-sheets-of-one-name.xlsx',
    () => {
      return xlsx({
        sheets: '<sheet name="表" sheetId="1" r:id="rId1"/><sheet name="表" sheetId="2" r:id="rId9"/>',
        types: [['/xl/worksheets/sheet2.xml', `${officeTypes}spreadsheetml.worksheet+xml`]],
        relations: [['rId9', 'worksheet', 'worksheets/sheet2.xml']],
        more: [part('xl/worksheets/sheet2.xml', worksheet('<sheetData/>'))],
      });
    },
    form,
  ],
  [
    'sheet-names-odd.xlsx',
    () =>
      xlsx({
        sheets:
          '<sheet name="&apos;a&apos;!:\\/?*[]&#10;很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长" sheetId="1" r:id="rId1"/>',
      }),
    form,
  ],
  ['sheet-name-empty.xlsx', () => xlsx({ sheets: '<sheet name="" sheetId="1" r:id="rId1"/>' }), form],
  ['sheet-without-name.xlsx', () => xlsx({ sheets: '<sheet sheetId="1" r:id="rId1"/>' }), failed('corrupt')],
  [
    '300-sheets.xlsx',
    () =>
      xlsx({
        sheets:
          '<sheet name="表" sheetId="1" r:id="rId1"/>' +
          Array.from({ length: 300 }, (_, i) => `<sheet name="s${i}" sheetId="${i + 2}" r:id="rId9"/>`).join(
            '',
          ),
        types: [['/xl/worksheets/sheet2.xml', `${officeTypes}spreadsheetml.worksheet+xml`]],
        relations: [['rId9', 'worksheet', 'worksheets/sheet2.xml']],
        more: [part('xl/worksheets/sheet2.xml', worksheet('<sheetData/>'))],
      }),
    form,
  ],
  ['no-dimension-no-styles-stream.xlsx', () => xlsx({ without: 'xl/styles.xml' }), failed('corrupt')],
  ['gbk-says-utf8-inline.xlsx', () => xlsx({ sheet: data() }), form],
  ['nulls-behind-sheet.xlsx', () => xlsx({ sheet: data() + '\0'.repeat(50) }), form],
  [
    'sheet-cut-in-cell.xlsx',
    () => xlsx({ sheet: data().slice(0, data().indexOf('观众满意度')) }),
    failed('sheet_failed'),
  ],
  [
    'sheet-protected.xlsx',
    () =>
      xlsx({ sheet: data(sheetRows, `<sheetProtection password="CC1A" sheet="1" objects="1"/>${merges}`) }),
    form,
  ],
  [
    'pivot.xlsx',
    () =>
      xlsx({
        more: [
          sheetRelations([['rId1', 'pivotTable', '../pivotTables/pivotTable1.xml']]),
          part('xl/pivotTables/pivotTable1.xml', '<pivotTableDefinition'),
        ],
      }),
    form,
  ],
  ['zip-stored.xlsx', () => xlsx(), form],
  [
    'google-sheets.xlsx',
    () =>
      xlsx({
        sheet: data(
          sheetRows,
          merges,
          '<sheetPr><outlinePr summaryBelow="0"/></sheetPr><sheetViews><sheetView showGridLines="0" workbookViewId="0"/></sheetViews><sheetFormatPr customHeight="1" defaultColWidth="12.63"/>',
        ),
      }),
    form,
  ],
];
