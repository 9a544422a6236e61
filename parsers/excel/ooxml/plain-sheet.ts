import { addLines, placeOf, type SheetLayout } from '../sheet.ts';
import { type CellFormats, looksOn } from './looks.ts';
import { isHidden, noteAround, readSheetLayout } from './ooxml-layout.ts';

/**
 * A sheet whose cells are all written in the plain way that nearly all writers keep to: a reference, a format, a type, one
 * value. SheetJS takes each cell apart with half a dozen patterns that also fit everything else; such a sheet is gone
 * through once instead, for cells and layout together. Any other sheet is left to SheetJS.
 */
export interface PlainSheet {
  /** Rows of cells, sparse in both directions. */
  rows: PlainCell[][];
  layout: SheetLayout;
  /** What stands before and after the cells, one character a byte. */
  head: string;
  tail: string;
}

/** A cell as it is written: the number of its format, its type, and the text of its value. */
export interface PlainCell {
  format: number;
  /** As in ECMA-376 18.18.11: a number, the place of a shared text, a text. */
  type: 'n' | 's' | 'str';
  value: string;
}

const opening = '<sheetData>';
const closing = '</sheetData>';

/** Row and cell one after another, each from where the last one ended; what they do not fit is not plain. */
const rowStart = /<row r="(\d{1,7})"([^<>]*?)(\/)?>\s*/y;
const rowEnd = /<\/row>\s*/y;
const cell =
  /<c r="([A-Z]{1,3})(\d{1,7})"(?: s="(\d{1,5})")?(?: t="(n|s|str|inlineStr)")?(?:\/>|><\/c>|><v>([^<&_]*)<\/v><\/c>|><is><t(?: xml:space="preserve")?>([^<_]*)<\/t><\/is><\/c>)\s*/y;
const number = /^-?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?$/;

/** Null where anything of the cells is not plain: formulas, logical values, errors, rich texts, prefixes. */
export function readPlainSheet(part: Uint8Array, formats: CellFormats): PlainSheet | null {
  const bytes = Buffer.from(part.buffer, part.byteOffset, part.byteLength);
  const start = bytes.indexOf(opening);
  const end = bytes.indexOf(closing, start);
  if (start < 0 || end < 0) return null;
  const head = bytes.toString('latin1', 0, start);
  const tail = bytes.toString('latin1', end + closing.length);
  const layout = readSheetLayout(head, formats);
  noteAround(layout, tail, formats);
  const seen = { ...formats, looks: looksOn(head + tail, formats) };
  const rows = readRows(bytes.toString('utf8', start + opening.length, end), layout, seen);
  return rows === null ? null : { rows, layout, head, tail };
}

function readRows(
  xml: string,
  layout: SheetLayout,
  { bordered, looks, shown }: CellFormats,
): PlainCell[][] | null {
  const rows: PlainCell[][] = [];
  let lastShown = -1;
  let at = xml.length - xml.trimStart().length;
  while (at < xml.length) {
    rowStart.lastIndex = at;
    const start = rowStart.exec(xml);
    if (start === null) return null;
    at = rowStart.lastIndex;
    const row = Number(start[1]) - 1;
    if (row < 0) return null;
    if (isHidden(start[2] as string)) layout.hiddenRows.add(row);
    if (start[3] !== undefined) continue;
    for (;;) {
      cell.lastIndex = at;
      const found = cell.exec(xml);
      if (found === null) break;
      at = cell.lastIndex;
      const [, letters, ordinal, style, type = 'n', value, text] = found;
      if (Number(ordinal) !== row + 1) return null;
      const column = columnOf(letters as string);
      const format = style === undefined ? 0 : Number(style);
      if (bordered[format] === true) addLines(layout, row, column);
      const look = looks[format];
      if (look !== undefined) layout.looks.set(placeOf(row, column), look);
      const given = cellOf(format, type, value, text);
      if (given === null) return null;
      if (given === 'blank') continue;
      if (given.type === 'n' && shown[format] !== true) layout.formatless.add(placeOf(row, column));
      rows[row] ??= [];
      // Two cells at one place: which of them is counted as lost.
      if (rows[row]?.[column] !== undefined) return null;
      (rows[row] as PlainCell[])[column] = given;
      if (given !== blankTexts.get(given.value)) lastShown = Math.max(lastShown, row);
    }
    rowEnd.lastIndex = at;
    if (!rowEnd.test(xml)) return null;
    at = rowEnd.lastIndex;
  }
  if (rows.length - lastShown > mostBlankRows) rows.length = lastShown + 1;
  return rows;
}

/** Programs fill a sheet down to its last row with texts of one blank: more rows of them below all that is shown are none of a form. */
const mostBlankRows = 10_000;

/** Texts in which nothing is to be seen, without a format: one object for all of each. */
const blankTexts = new Map(
  ['', ' '].map((value): [string, PlainCell] => [value, { format: 0, type: 'str', value }]),
);

function textCell(format: number, value: string): PlainCell {
  return (format === 0 ? blankTexts.get(value) : undefined) ?? { format, type: 'str', value };
}

function cellOf(
  format: number,
  type: string,
  value: string | undefined,
  text: string | undefined,
): PlainCell | 'blank' | null {
  if (type === 'inlineStr') {
    const read = text === undefined ? null : unescaped(text);
    return read === null ? null : textCell(format, plainText(read));
  }
  if (text !== undefined) return null;
  if (type === 'str') return value === undefined ? null : textCell(format, plainText(value));
  if (type === 's') return value !== undefined && /^\d+$/.test(value) ? { format, type, value } : null;
  if (value === undefined) return 'blank';
  return number.test(value) && Number.isFinite(Number(value)) ? { format, type: 'n', value } : null;
}

/** A reference, or an ampersand that begins none of these kinds. */
const references = /&(?:(?:(quot|apos|gt|lt|amp)|#(\d{1,5})|#x([\da-fA-F]{1,4}));)?/g;
const named: Readonly<Record<string, string>> = { quot: '"', apos: "'", gt: '>', lt: '<', amp: '&' };

/** Character references (XML 1.0, 4.1) put in; null where one is of another kind, or spells what Excel escapes itself. */
function unescaped(text: string): string | null {
  if (!text.includes('&')) return text;
  let isPlain = true;
  const read = text.replace(references, (_, name?: string, decimal?: string, hex?: string) => {
    if (name !== undefined) return named[name] as string;
    if (decimal !== undefined) return String.fromCharCode(Number(decimal));
    if (hex !== undefined) return String.fromCharCode(Number.parseInt(hex, 16));
    isPlain = false;
    return '';
  });
  return isPlain && !read.includes('_') ? read : null;
}

const plainText = (text: string): string => (text.includes('\r') ? text.replaceAll('\r\n', '\n') : text);

/** Column from 0: A → 0, AA → 26. */
function columnOf(letters: string): number {
  let column = 0;
  for (let i = 0; i < letters.length; i += 1) column = column * 26 + letters.charCodeAt(i) - 64;
  return column - 1;
}
