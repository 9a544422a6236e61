import { endsWith } from '../binary/xlsb-layout.ts';
import { section } from './style-lists.ts';

/** Before so many bytes are over, a part has said what it is, and in the last of them how it ends. */
const edgeBytes = 2048;

/**
 * Whether SheetJS would lose cells of a sheet without a word: it takes one whose cells have no end, or a part that is no sheet, for one without
 * cells; of two lists of cells it reads the first, and what a DTD stands for (OOXML forbids it: ECMA-376 part 2 §9.1) it leaves out.
 */
export function isLostSheet(name: string, part: Uint8Array): boolean {
  if (/\.bin$/i.test(name)) return !endsWith(part, endOfSheet);
  const bytes = Buffer.from(part.buffer, part.byteOffset, part.byteLength);
  const head = bytes.toString('latin1', 0, edgeBytes);
  if (/<!DOCTYPE[^>]*\[/.test(head)) return true;
  let last = bytes.indexOf(list);
  if (last < 0) return !/<(?:\w+:)?(?:work|chart|dialog|macro)sheet\b/i.test(head);
  if (bytes[bytes.indexOf('>', last) - 1] === slash) return false;
  for (let next = bytes.indexOf(list, last + 1); next >= 0; next = bytes.indexOf(list, last + 1)) {
    last = next;
    if (/<(?:\w+:)?$/.test(before(bytes, last))) return true;
  }
  return !/<\/(?:\w+:)?$/.test(before(bytes, last));
}

/** The record that closes a sheet ([MS-XLSB] 2.3.2). */
const endOfSheet = 130;
/** Records that close the parts of a binary workbook that all sheets are read by. */
const closing = new Map([
  ['xl/workbook.bin', 132],
  ['xl/styles.bin', 279],
  ['xl/sharedStrings.bin', 160],
]);

const list = 'sheetData';
const slash = 0x2f;

/** Enough for a bracket, a slash and a prefix. */
const before = (bytes: Buffer, at: number): string => bytes.toString('latin1', Math.max(0, at - 40), at);

/** Parts that every sheet is read by, and the names of their elements. */
const shared = new Map([
  ['xl/workbook.xml', 'workbook'],
  ['xl/styles.xml', 'styleSheet'],
]);

/** Whether the one element of a part that all sheets depend on ends as it should; true for other parts. */
export function isWholePart(name: string, part: Uint8Array): boolean {
  const end = closing.get(name);
  if (end !== undefined) return endsWith(part, end);
  const root = shared.get(name);
  if (root === undefined || part.length === 0) return true;
  const bytes = Buffer.from(part.buffer, part.byteOffset, part.byteLength);
  const tail = bytes.toString('latin1', Math.max(0, bytes.length - edgeBytes));
  return new RegExp(`(?:</(?:\\w+:)?${root}\\s*|<(?:\\w+:)?${root}\\b[^<>]*/)>[\\s\\0]*$`).test(tail);
}

/**
 * Whether a sheet that was cut off has been closed again by whoever mended its markup: writers put something behind the cells (margins at
 * least), and count their rows before they write them (ECMA-376 18.3.1.35).
 */
export function isShortened(part: Uint8Array): boolean {
  const bytes = Buffer.from(part.buffer, part.byteOffset, part.byteLength);
  const tail = bytes.toString('latin1', bytes.lastIndexOf(list));
  if (!/^sheetData\s*>\s*<\/(?:\w+:)?worksheet\s*>\s*$/.test(tail)) return false;
  const head = bytes.toString('latin1', 0, edgeBytes);
  const counted = /<(?:\w+:)?dimension\b[^<>]*\bref="[A-Z]+\d+:[A-Z]+(\d+)"/.exec(head)?.[1];
  if (counted === undefined) return false;
  const lastRow = bytes.toString('latin1', bytes.lastIndexOf('row r="'));
  const last = /^row r="(\d+)"/.exec(lastRow)?.[1];
  return last !== undefined && Number(last) < Number(counted);
}

/** Whether the list of the formats of cells is as long as it says. */
export function hasAllFormats(styles: string): boolean {
  const counted = /<(?:\w+:)?cellXfs\b[^<>]*\bcount="(\d+)"/.exec(styles)?.[1];
  const formats = section(styles, 'cellXfs').match(/<(?:\w+:)?xf\b/g)?.length ?? 0;
  return counted === undefined || formats >= Number(counted);
}
