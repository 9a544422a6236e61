import { written } from './containers.ts';
import { changed, failed, form, type Kind, rows, told } from './kind.ts';
import { data, rowOf, share, sheetRows, styles, value, withCell, worksheet, xlsx } from './sheet-markup.ts';
import { part } from './word-markup.ts';

const inShares = '<xf numFmtId="0"/><xf numFmtId="2"/><xf numFmtId="9"/>';
const asShare = '<c r="C4" s="2"><v>1</v></c>';
const counted = '<dimension ref="A1:D9"/>';

/** A list of texts one of which claims a byte of the next, whose characters of two bytes then pass over the end. */
function textsOutOfStep(): Buffer {
  const book = written('biff8', undefined, true);
  const text = Buffer.from('观众满意度', 'utf16le');
  const at = book.indexOf(text);
  book.writeUInt16LE(text.length + 1, at - 3);
  book[at - 1] = 0;
  return book;
}

/** Workbooks of which a part was damaged or lost, and that someone or some program made whole again as XML. */
export const mendedBooks: readonly Kind[] = [
  [
    'format-beyond-list.xlsx',
    () => withCell(share, '<c r="C4" s="9"><v>1</v></c>', { styles: styles('', inShares) }),
    told('sheet_failed'),
  ],
  [
    'format-unspelt.xlsx',
    () =>
      withCell(share, asShare, {
        styles: styles('', '<xf numFmtId="0"/><xf numFmtId="2"/><xf numFmtId="164"/>'),
      }),
    told('sheet_failed'),
  ],
  ['formats-none.xlsx', () => withCell(share, asShare, { styles: '' }), told('sheet_failed')],
  [
    'formats-fewer-than-counted.xlsx',
    () =>
      withCell(share, asShare, {
        styles: changed(styles('', inShares), '<cellXfs>', '<cellXfs count="4">'),
      }),
    told('sheet_failed'),
  ],
  [
    'sheet-cut-and-closed.xlsx',
    () =>
      xlsx({ sheet: worksheet(`${counted}<sheetData>${rows.slice(0, 8).map(rowOf).join('')}</sheetData>`) }),
    told('sheet_failed'),
  ],
  ['sheet-with-nothing-behind.xlsx', () => xlsx({ sheet: data(sheetRows, '', counted) }), form],
  [
    'dimension-too-long.xlsx',
    () => xlsx({ sheet: data(undefined, undefined, '<dimension ref="A1:D90"/>') }),
    form,
  ],
  [
    'damaged-sign.xlsx',
    () => withCell(value, '<c r="C8" t="inlineStr"><is><t>≥1�场</t></is></c>'),
    told('page_failed'),
  ],
  [
    'types-empty.xlsx',
    () =>
      withCell(share, asShare, {
        styles: styles('', inShares),
        without: '[Content_Types].xml',
        more: [part('[Content_Types].xml', '')],
      }),
    form,
  ],
  ['shared-texts.xls', () => written('biff8', undefined, true), form],
  ['shared-texts-out-of-step.xls', textsOutOfStep, failed('corrupt')],
];
