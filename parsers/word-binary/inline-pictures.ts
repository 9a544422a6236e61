import { recordsIn } from './art-records.ts';
import { asFile, pictureOf, type StoredPicture } from './blips.ts';
import { byteAt, longAt, shortAt, wordAt } from './bytes.ts';

/** A picture in the line, as large as it is shown, in points; nought where the file does not say. */
export interface InlinePicture {
  width: number;
  height: number;
  /** Null where there is no picture of it: a line across the page, a link to a file elsewhere, a damaged place. */
  stored: StoredPicture | null;
}

const shape = 0x64;
const namedShape = 0x66;
const shapeContainer = 0xf004;
const twipsPerPoint = 20;

/** The picture at a place of the Data stream ([MS-DOC] 2.9.190 PICFAndOfficeArtData). */
export function inlinePictureAt(data: Uint8Array, at: number): InlinePicture | null {
  const bytes = longAt(data, at);
  const header = wordAt(data, at + 4);
  if (at + 68 > data.length || header < 44 || bytes < header) return null;
  const end = Math.min(data.length, at + bytes);
  const side = (goal: number, scale: number): number =>
    (Math.max(0, shortAt(data, at + goal)) * (wordAt(data, at + scale) || 1000)) / 1000 / twipsPerPoint;
  const size = { width: side(28, 32), height: side(30, 34) };
  const kind = wordAt(data, at + 6);
  if (kind !== shape && kind !== namedShape)
    return { ...size, stored: { extension: 'wmf', read: () => asFile(data.subarray(at + header, end)) } };
  const from = at + header + (kind === namedShape ? 1 + byteAt(data, at + header) : 0);
  for (const record of recordsIn(data, from, end)) {
    const stored = record.type === shapeContainer ? null : pictureOf(data, record, null);
    if (stored !== null) return { ...size, stored };
  }
  return { ...size, stored: null };
}
