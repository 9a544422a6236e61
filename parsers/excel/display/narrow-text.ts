import { encodingOfPage } from '../../code-pages.ts';
import type { StoredCell, Workbook } from '../sheet.ts';

/** Numbers that only workbooks give to code pages ([MS-XLS] 2.4.52): ASCII, and those of Macintosh and Windows in Excel 2 to 4. */
const ofWorkbooks: Record<number, number> = { 367: 1252, 32768: 10_000, 32769: 1252 };
/** Code pages of the West, which systems write beside texts in Chinese: the texts themselves say which it is. */
const western: ReadonlySet<number> = new Set([1250, 1252, 10_000]);
const chinese = 'gb18030';
const codePageRecord = 0x42;
const wideVersion = 0x600;

/** The code page that a stream names for its texts; null where it names none. */
export interface NarrowTexts {
  page: number | null;
}

/** What a stream says of texts of one byte a character; null where they are Unicode, as they are since Excel 97. */
export function narrowTexts(stream: Uint8Array): NarrowTexts | null {
  const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength);
  if (view.byteLength < 8 || view.getUint16(4, true) >= wideVersion) return null;
  for (let at = 0; at + 6 <= view.byteLength; at += 4 + view.getUint16(at + 2, true)) {
    const type = view.getUint16(at, true);
    if (type === codePageRecord) {
      const page = view.getUint16(at + 4, true);
      return { page: ofWorkbooks[page] ?? page };
    }
    if (type === 0x0a) break;
  }
  return { page: null };
}

/** Two bytes of a character of GB 2312: a sign, or a Chinese character. */
const chineseRuns = /^(?:[\xa1-\xa9\xb0-\xf7][\xa1-\xfe])+$/;
/** Fewer runs of such bytes prove nothing: two letters with accents may look like one. */
const fewestRuns = 4;

/** Whether all that is not ASCII is Chinese, byte by byte. */
function isChinese(texts: readonly string[]): boolean {
  const runs = texts.flatMap((text) => text.match(/[\x80-\xff]+/g) ?? []);
  return runs.length >= fewestRuns && runs.every((run) => chineseRuns.test(run));
}

/** The encoding of a page, or of what the texts are in spite of it; null where the page is not known. */
function encodingOf(page: number | null, workbook: Workbook): string | null {
  if (page === null || (western.has(page) && isChinese(textsOf(workbook)))) return chinese;
  return encodingOfPage(page);
}

/** SheetJS without its code page tables gives such texts one character a byte: here they become what they say. Those of a page that is not known are told. */
export function decodeNarrowTexts(workbook: Workbook, { page }: NarrowTexts): void {
  const encoding = encodingOf(page, workbook);
  if (encoding === null) {
    const count = textsOf(workbook).filter(isNarrow).length;
    if (count > 0) workbook.unknownTexts = { page: page!, count };
    return;
  }
  const decoder = new TextDecoder(encoding);
  const decode = (text: string) => (isNarrow(text) ? decoder.decode(Buffer.from(text, 'latin1')) : text);
  const decodeCell = (cell: StoredCell | undefined): void => {
    if (cell === undefined) return;
    if (cell.t === 's' && typeof cell.v === 'string') cell.v = decode(cell.v);
    if (cell.w !== undefined) cell.w = decode(cell.w);
    // Words of a format stand beside figures: the unit of money.
    if (typeof cell.z === 'string') cell.z = decode(cell.z);
  };
  for (const sheet of workbook.sheets) {
    sheet.name = decode(sheet.name);
    for (const row of sheet.rows) row?.forEach(decodeCell);
  }
}

/** What is not ASCII reads otherwise in each encoding; what Excel shows of itself (a format's €) is beyond bytes. */
const isNarrow = (text: string): boolean => /[\x80-\xff]/.test(text) && !/[^\0-\xff]/.test(text);

const textsOf = ({ sheets }: Workbook): string[] =>
  sheets.flatMap(({ rows }) =>
    rows.flatMap((row) => (row ?? []).flatMap((cell) => (typeof cell?.v === 'string' ? [cell.v] : []))),
  );
