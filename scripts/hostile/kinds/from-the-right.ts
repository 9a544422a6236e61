import { openContent, openDocument, sheetType, textType } from './containers.ts';
import { changed, form, type Kind, rows } from './kind.ts';
import { merges, rowOf, worksheet, xlsx } from './sheet-markup.ts';
import { docx, tableRow, tbl } from './word-markup.ts';

const turned = rows.map((row) => [...row].reverse());
const style =
  '<office:automatic-styles><style:style style:name="r" style:family="table"><style:table-properties style:writing-mode="rl-tb"/></style:style></office:automatic-styles>';
const open = (kind: string): string =>
  changed(
    changed(openContent(kind, turned), '<office:body>', `${style}<office:body>`),
    '<table:table ',
    '<table:table table:style-name="r" ',
  );
const inRtf = (text: string): string =>
  Array.from(text, (sign) => (sign.charCodeAt(0) < 128 ? sign : `\\u${sign.charCodeAt(0)}?`)).join('');
const rtf = (): string =>
  turned
    .map((row) => {
      const cells = row.length === 1 ? [row[0] ?? '', '', '', ''] : row;
      const edges = cells.map(
        (_, n) => `${row.length > 1 ? '' : n === 0 ? '\\clmgf' : '\\clmrg'}\\cellx${2000 * (n + 1)}`,
      );
      return `\\trowd\\rtlrow${edges.join('')}${cells.map((text) => `\\intbl ${inRtf(text)}\\cell`).join('')}\\row`;
    })
    .join('\n');
const cellsOf = (row: readonly string[]): string =>
  row.length === 1 ? `<td colspan=4>${row[0]}</td>` : row.map((text) => `<td>${text}</td>`).join('');

/** Tables whose first cell stands at their right end: what is seen is what counts. */
export const fromTheRight: readonly Kind[] = [
  [
    'from-the-right.docx',
    () => docx(changed(tbl(turned.map(tableRow).join('')), '<w:tblPr>', '<w:tblPr><w:bidiVisual/>')),
    form,
  ],
  [
    'from-the-right.xlsx',
    () =>
      xlsx({
        sheet: worksheet(
          `<sheetViews><sheetView rightToLeft="1" workbookViewId="0"/></sheetViews><sheetData>${turned.map(rowOf).join('')}</sheetData>${merges}`,
        ),
      }),
    form,
  ],
  ['from-the-right.odt', () => openDocument(textType, open('text')), form],
  ['from-the-right.ods', () => openDocument(sheetType, open('spreadsheet')), form],
  ['from-the-right.rtf', () => Buffer.from(`{\\rtf1\\ansi ${rtf()}\\pard}`), form],
  [
    'from-the-right.html',
    () =>
      Buffer.from(
        `<!doctype html><meta charset="utf-8"><table dir="rtl">${turned.map((row) => `<tr>${cellsOf(row)}</tr>`).join('')}</table>`,
      ),
    form,
  ],
];
