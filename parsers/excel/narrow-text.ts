import type { StoredCell, Workbook } from './sheet.ts';

/** Encodings of the code pages that a workbook of Excel 5 or 95 names ([MS-XLS] 2.4.52), for texts of one byte a character. */
const encodings: Record<number, string> = { 936: 'gb18030', 950: 'big5', 54936: 'gb18030', 65001: 'utf-8' };
const codePageRecord = 0x42;
const wideVersion = 0x600;

/** The encoding of a stream's texts; null where they are Unicode, as they are since Excel 97, or need no decoding. */
export function narrowEncoding(stream: Uint8Array): string | null {
  const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength);
  if (view.byteLength < 8 || view.getUint16(4, true) >= wideVersion) return null;
  for (let at = 0; at + 6 <= view.byteLength; at += 4 + view.getUint16(at + 2, true)) {
    const type = view.getUint16(at, true);
    if (type === codePageRecord) return encodings[view.getUint16(at + 4, true)] ?? null;
    if (type === 0x0a) break;
  }
  return 'gb18030';
}

/** SheetJS without its code page tables gives such texts one character a byte: here they become what they say. */
export function decodeNarrowTexts(workbook: Workbook, encoding: string): void {
  const decoder = new TextDecoder(encoding);
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
