import type { StoredCell, Workbook } from '../sheet.ts';

/** Encodings of the code pages that a workbook of Excel 5 or 95 names ([MS-XLS] 2.4.52), for texts of one byte a character. */
const encodings: Record<number, string> = { 936: 'gb18030', 950: 'big5', 54936: 'gb18030', 65001: 'utf-8' };
/** Code pages of the West, which systems write beside texts in Chinese: the texts themselves say which it is. */
const western: ReadonlySet<number> = new Set([367, 1250, 1252, 32_769]);
const codePageRecord = 0x42;
const wideVersion = 0x600;

/** What a stream says its texts are in. */
export type NarrowEncoding = { name: string; isSure: boolean };

/** The encoding of a stream's texts; null where they are Unicode, as they are since Excel 97, or need no decoding. */
export function narrowEncoding(stream: Uint8Array): NarrowEncoding | null {
  const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength);
  if (view.byteLength < 8 || view.getUint16(4, true) >= wideVersion) return null;
  for (let at = 0; at + 6 <= view.byteLength; at += 4 + view.getUint16(at + 2, true)) {
    const type = view.getUint16(at, true);
    if (type === codePageRecord) {
      const page = view.getUint16(at + 4, true);
      if (western.has(page)) return { name: 'gb18030', isSure: false };
      return encodings[page] === undefined ? null : { name: encodings[page], isSure: true };
    }
    if (type === 0x0a) break;
  }
  return { name: 'gb18030', isSure: true };
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

/** SheetJS without its code page tables gives such texts one character a byte: here they become what they say. */
export function decodeNarrowTexts(workbook: Workbook, { name, isSure }: NarrowEncoding): void {
  if (!isSure && !isChinese(textsOf(workbook))) return;
  const decoder = new TextDecoder(name);
  const decode = (text: string) => decoder.decode(Buffer.from(text, 'latin1'));
  const decodeCell = (cell: StoredCell | undefined): void => {
    if (cell?.t !== 's') return;
    if (typeof cell.v === 'string') cell.v = decode(cell.v);
    if (cell.w !== undefined) cell.w = decode(cell.w);
  };
  for (const sheet of workbook.sheets) {
    sheet.name = decode(sheet.name);
    for (const row of sheet.rows) row?.forEach(decodeCell);
  }
}

const textsOf = ({ sheets }: Workbook): string[] =>
  sheets.flatMap(({ rows }) =>
    rows.flatMap((row) => (row ?? []).flatMap((cell) => (typeof cell?.v === 'string' ? [cell.v] : []))),
  );
