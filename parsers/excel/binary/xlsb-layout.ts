import { borderedSides, countLines } from '../borders.ts';
import { emptyLayout, type SheetLayout } from '../sheet.ts';

/** Record types of [MS-XLSB] 2.3.2. */
const record = {
  row: 0,
  lastCell: 11,
  richCell: 62,
  border: 46,
  format: 47,
  column: 60,
  formats: 617,
  endFormats: 618,
} as const;

interface XlsbRecord {
  type: number;
  /** Offset of the record's data. */
  at: number;
  length: number;
}

/** Whether a part of a binary workbook is there to its end: its last record closes what the first one opens. */
export function endsWith(part: Uint8Array, closing: number): boolean {
  const view = new DataView(part.buffer, part.byteOffset, part.byteLength);
  for (const { type } of records(view)) if (type === closing) return true;
  return false;
}

/** Which cell formats of a styles part draw lines around their cells. */
export function readXlsbFormats(styles: Uint8Array): boolean[] {
  const view = new DataView(styles.buffer, styles.byteOffset, styles.byteLength);
  const borders: boolean[] = [];
  const formats: boolean[] = [];
  let inCellFormats = false;
  for (const { type, at, length } of records(view)) {
    if (type === record.formats) inCellFormats = true;
    else if (type === record.endFormats) inCellFormats = false;
    // One byte of flags, then top, bottom, left and right of ten bytes each, the style first (2.4.302).
    else if (type === record.border && length >= 41) {
      const sides = [1, 11, 21, 31].map((side) => view.getUint8(at + side));
      borders.push(countLines(sides) >= borderedSides);
    } else if (type === record.format && inCellFormats && length >= 10) {
      formats.push(borders[view.getUint16(at + 8, true)] ?? false);
    }
  }
  return formats;
}

/** Lines, hidden rows and hidden columns of a binary sheet part. */
export function readXlsbLayout(sheet: Uint8Array, formats: readonly boolean[]): SheetLayout {
  const view = new DataView(sheet.buffer, sheet.byteOffset, sheet.byteLength);
  const layout = emptyLayout();
  let row = -1;
  let columns: number[] = [];
  for (const { type, at, length } of records(view)) {
    if (type === record.row && length >= 12) {
      row = view.getUint32(at, true);
      columns = layout.bordered.get(row) ?? [];
      layout.bordered.set(row, columns);
      if ((view.getUint8(at + 11) & 0x10) !== 0) layout.hiddenRows.add(row);
    } else if ((type <= record.lastCell || type === record.richCell) && length >= 8) {
      if (formats[view.getUint32(at + 4, true) & 0xffffff] === true) columns.push(view.getUint32(at, true));
    } else if (type === record.column && length >= 18 && (view.getUint16(at + 16, true) & 1) !== 0) {
      layout.hiddenColumns.push([view.getUint32(at, true), view.getUint32(at + 4, true)]);
    }
  }
  return layout;
}

/** Types and lengths are written seven bits a byte, the last one without its high bit ([MS-XLSB] 2.1.4). */
function* records(view: DataView): Generator<XlsbRecord> {
  let at = 0;
  const number = (bytes: number): number => {
    let value = 0;
    for (let i = 0; i < bytes && at < view.byteLength; i++) {
      const byte = view.getUint8(at++);
      value |= (byte & 0x7f) << (7 * i);
      if ((byte & 0x80) === 0) break;
    }
    return value;
  };
  while (at < view.byteLength) {
    const type = number(2);
    const length = number(4);
    if (at + length > view.byteLength) return;
    yield { type, at, length };
    at += length;
  }
}
