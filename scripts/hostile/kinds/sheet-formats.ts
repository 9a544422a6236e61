import { changed, form, type Kind } from './kind.ts';
import { data, grant, inFormat, sheetRows, styles, value, withCell, workbook, xlsx } from './sheet-markup.ts';

const date = (serial: string): string => `<c r="D2" s="2"><v>${serial}</v></c>`;

/** Numbers in the formats that Chinese workbooks have, and in none. */
export const sheetFormats: readonly Kind[] = [
  [
    'date-1904.xlsx',
    () =>
      xlsx({
        sheet: data(changed(sheetRows, '<c r="D2" t="inlineStr"><is><t>2024年</t></is></c>', date('43830'))),
        styles: styles(
          '<numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;"/></numFmts>',
          '<xf numFmtId="0"/><xf numFmtId="2"/><xf numFmtId="164"/>',
        ),
        book: workbook('', '<workbookPr date1904="1"/>'),
      }),
    form,
  ],
  [
    'date-1904-true.xlsx',
    () =>
      xlsx({
        sheet: data(changed(sheetRows, '<c r="D2" t="inlineStr"><is><t>2024年</t></is></c>', date('43830'))),
        styles: styles(
          '<numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;"/></numFmts>',
          '<xf numFmtId="0"/><xf numFmtId="2"/><xf numFmtId="164"/>',
        ),
        book: workbook('', '<workbookPr date1904="true"/>'),
      }),
    form,
  ],
  [
    'date-iso-cell.xlsx',
    () =>
      xlsx({
        sheet: data(
          changed(
            sheetRows,
            '<c r="D2" t="inlineStr"><is><t>2024年</t></is></c>',
            '<c r="D2" s="2" t="d"><v>2024-03-01T00:00:00</v></c>',
          ),
        ),
        styles: styles(
          '<numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;"/></numFmts>',
          '<xf numFmtId="0"/><xf numFmtId="2"/><xf numFmtId="164"/>',
        ),
      }),
    form,
  ],
  [
    'year-number.xlsx',
    () => withCell('<c r="D2" t="inlineStr"><is><t>2024年</t></is></c>', '<c r="D2"><v>2024</v></c>'),
    form,
  ],
  [
    'year-format.xlsx',
    () =>
      inFormat(
        '0&quot;年&quot;',
        '<c r="D2" s="2"><v>2024</v></c>',
        '<c r="D2" t="inlineStr"><is><t>2024年</t></is></c>',
      ),
    form,
  ],
  ['wan-0-0-万.xlsx', () => inFormat('0!.0,&quot;万&quot;', '<c r="B5" s="2"><v>200000</v></c>'), form],
  ['wan-0-0000.xlsx', () => inFormat('0!.0000', '<c r="B5" s="2"><v>200000</v></c>'), form],
  ['wan-0-00.xlsx', () => inFormat('0!.00,,', '<c r="B5" s="2"><v>2000000000</v></c>'), form],
  ['thousand-scaling-0-00.xlsx', () => inFormat('0.00,', '<c r="B5" s="2"><v>20000</v></c>'), form],
  ['dbnum2.xlsx', () => inFormat('[DBNum2][$-804]General', '<c r="B5" s="2"><v>20</v></c>'), form],
  ['dbnum1-locale.xlsx', () => inFormat('[DBNum1][$-804]0', '<c r="B5" s="2"><v>20</v></c>'), form],
  [
    'accounting-yuan.xlsx',
    () =>
      inFormat(
        '_ &quot;￥&quot;* #,##0.00_ ;_ &quot;￥&quot;* \\-#,##0.00_ ;_ &quot;￥&quot;* &quot;-&quot;??_ ;_ @_ ',
        '<c r="B5" s="2"><v>20</v></c>',
      ),
    form,
  ],
  [
    'conditional-section.xlsx',
    () => inFormat('[&gt;=10000]0.00,&quot;千&quot;;0.00', '<c r="B5" s="2"><v>20</v></c>'),
    form,
  ],
  ['fraction-format.xlsx', () => inFormat('# ?/?', '<c r="B5" s="2"><v>20</v></c>'), form],
  [
    'percent-of-share.xlsx',
    () => inFormat('0%', '<c r="C4" s="2"><v>1</v></c>', '<c r="C4" t="inlineStr"><is><t>100%</t></is></c>'),
    form,
  ],
  ['format-hides.xlsx', () => inFormat(';;;', '<c r="B5" s="2"><v>20</v></c>'), form],
  ['format-of-a-broken-code.xlsx', () => inFormat('0.00&quot;万', '<c r="B5" s="2"><v>20</v></c>'), form],
  ['format-with-a-bracket-open.xlsx', () => inFormat('[红色0.00', '<c r="B5" s="2"><v>20</v></c>'), form],
  ['format-is-red-chinese.xlsx', () => inFormat('[红色]0.00', '<c r="B5" s="2"><v>20</v></c>'), form],
  ['format-chinese-general.xlsx', () => inFormat('G/通用格式', '<c r="B5" s="2"><v>20</v></c>'), form],
  ['format-text-on-number.xlsx', () => inFormat('@', '<c r="B5" s="2"><v>20</v></c>'), form],
  [
    'format-ge-sign.xlsx',
    () => inFormat('&quot;≥&quot;0&quot;场&quot;', '<c r="C8" s="2"><v>12</v></c>', value),
    form,
  ],
  [
    'format-of-100k-sections.xlsx',
    () => inFormat('0;'.repeat(100000), '<c r="B5" s="2"><v>20</v></c>'),
    form,
  ],
  [
    'numfmt-id-missing.xlsx',
    () =>
      xlsx({
        sheet: data(changed(sheetRows, grant, '<c r="B5" s="2"><v>20</v></c>')),
        styles: styles('', '<xf numFmtId="0"/><xf numFmtId="2"/><xf numFmtId="199"/>'),
      }),
    form,
  ],
  [
    'numfmt-builtin-57-in-zh.xlsx',
    () =>
      xlsx({
        sheet: data(changed(sheetRows, grant, '<c r="B5" s="2"><v>20</v></c>')),
        styles: styles('', '<xf numFmtId="0"/><xf numFmtId="2"/><xf numFmtId="41"/>'),
      }),
    form,
  ],
];
