import { form, type Kind, rows, told } from './kind.ts';
import { cellOf, data, grant, merges, sheetRows, styles, withCell, xlsx } from './sheet-markup.ts';

const dense = rows
  .map(
    (row, at) =>
      `<row>${row.map((text, column) => (text === '' ? '<c/>' : cellOf(at + 1, column, text).replace(/ r="[A-Z]+\d+"/, ''))).join('')}</row>`,
  )
  .join('');

/** Cells and rows as Excel, WPS, POI, openpyxl, EasyExcel and others write them. */
export const sheetCells: readonly Kind[] = [
  ['cells-without-r.xlsx', () => xlsx({ sheet: data(dense) }), form],
  [
    'rows-without-r-cells-with.xlsx',
    () => xlsx({ sheet: data(sheetRows.replace(/<row r="\d+"/g, '<row')) }),
    form,
  ],
  [
    'cells-without-r-rows-with.xlsx',
    () =>
      xlsx({
        sheet: data(
          dense.replace(
            /<row>/g,
            (() => {
              let n = 0;
              return () => `<row r="${++n}">`;
            })(),
          ),
        ),
      }),
    form,
  ],
  [
    'lower-case-refs.xlsx',
    () => xlsx({ sheet: data(sheetRows.replace(/ r="([A-D])/g, (_, c) => ` r="${c.toLowerCase()}`)) }),
    form,
  ],
  [
    'cells-out-of-order.xlsx',
    () => xlsx({ sheet: data(sheetRows.replace(/(<c r="B8".*?<\/c>)(<c r="C8".*?<\/c>)/, '$2$1')) }),
    form,
  ],
  ['dimension-lies-a1.xlsx', () => xlsx({ sheet: data(sheetRows, merges, '<dimension ref="A1"/>') }), form],
  [
    'dimension-lies-all.xlsx',
    () => xlsx({ sheet: data(sheetRows, merges, '<dimension ref="A1:XFD1048576"/>') }),
    form,
  ],
  [
    'dimension-garbage.xlsx',
    () => xlsx({ sheet: data(sheetRows, merges, '<dimension ref="#REF!"/>') }),
    form,
  ],
  ['style-index-beyond.xlsx', () => withCell(grant, '<c r="B5" s="70000"><v>20</v></c>'), form],
  [
    'cellstylexfs-before-cellxfs.xlsx',
    () =>
      xlsx({
        styles: styles().replace(
          '<cellXfs>',
          '<cellStyleXfs><xf numFmtId="9"/><xf numFmtId="9"/></cellStyleXfs><cellXfs>',
        ),
      }),
    form,
  ],
  [
    'hidden-row.xlsx',
    () => xlsx({ sheet: data(sheetRows.replace('<row r="8"', '<row r="8" hidden="1"')) }),
    form,
  ],
  [
    'zero-height.xlsx',
    () => xlsx({ sheet: data(sheetRows.replace('<row r="8"', '<row r="8" ht="0" customHeight="1"')) }),
    form,
  ],
  [
    'outline-collapsed.xlsx',
    () =>
      xlsx({
        sheet: data(
          sheetRows
            .replace('<row r="8"', '<row r="8" outlineLevel="1" hidden="1"')
            .replace('<row r="9"', '<row r="9" collapsed="1"'),
        ),
      }),
    form,
  ],
  [
    'zeroheight-default.xlsx',
    () => xlsx({ sheet: data(sheetRows, merges, '<sheetFormatPr defaultRowHeight="15" zeroHeight="1"/>') }),
    form,
  ],
  [
    'hidden-column.xlsx',
    () =>
      xlsx({ sheet: data(sheetRows, merges, '<cols><col min="3" max="3" width="9" hidden="1"/></cols>') }),
    form,
  ],
  [
    'hidden-columns-all-right.xlsx',
    () =>
      xlsx({
        sheet: data(sheetRows, merges, '<cols><col min="5" max="16384" width="0" hidden="1"/></cols>'),
      }),
    form,
  ],
  [
    'autofilter.xlsx',
    () =>
      xlsx({
        sheet: data(
          sheetRows.replace('<row r="9"', '<row r="9" hidden="1"'),
          '<autoFilter ref="A7:D9"><filterColumn colId="0"><filters><filter val="产出指标"/></filters></filterColumn></autoFilter>' +
            merges,
        ),
      }),
    form,
  ],
  [
    'covered-values.xlsx',
    () =>
      xlsx({
        sheet: data(
          sheetRows.replace(
            '</row>',
            '<c r="B1"><v>99</v></c><c r="C1" t="inlineStr"><is><t>旧题</t></is></c></row>',
          ),
        ),
      }),
    form,
  ],
  [
    'comment-in-sheetdata.xlsx',
    () =>
      xlsx({
        sheet: data(
          sheetRows.replace('<row r="8"', '<!-- <row r="8"><c r="A8"><v>1</v></c></row> --><row r="8"'),
        ),
      }),
    form,
  ],
  [
    'html-br-in-sheet.xlsx',
    () => xlsx({ sheet: data(sheetRows.replace('演出场次', '演出<br>场次')) }),
    told('sheet_failed'),
  ],
  [
    'row-spans-wrong.xlsx',
    () => xlsx({ sheet: data(sheetRows.replaceAll('<row ', '<row spans="9:2" ')) }),
    form,
  ],
  [
    'rows-with-1048576-blank-styled.xlsx',
    () =>
      xlsx({
        sheet: data(
          sheetRows +
            Array.from(
              { length: 200000 },
              (_, i) => `<row r="${i + 20}"><c r="A${i + 20}" s="1"/></row>`,
            ).join(''),
        ),
      }),
    form,
  ],
  [
    'wide-styled-blanks.xlsx',
    () =>
      xlsx({
        sheet: data(
          sheetRows.replace(
            '</row>',
            `${Array.from({ length: 5000 }, (_, i) => {
              let n = i + 5,
                s = '';
              while (n > 0) {
                s = String.fromCharCode(65 + ((n - 1) % 26)) + s;
                n = Math.floor((n - 1) / 26);
              }
              return `<c r="${s}1" s="1"/>`;
            }).join('')}</row>`,
          ),
        ),
      }),
    form,
  ],
  [
    'cell-far-away.xlsx',
    () =>
      xlsx({
        sheet: data(
          `${sheetRows}<row r="1048000"><c r="XFA1048000" t="inlineStr"><is><t>.</t></is></c></row>`,
        ),
      }),
    form,
  ],
];
