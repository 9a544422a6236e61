import { inflateSync } from 'node:zlib';
import { type ArtRecord, recordAt } from './art-records.ts';
import { byteAt, longAt, wordAt } from './bytes.ts';

/** A picture as it is stored in a document. */
export interface StoredPicture {
  /** How a file of it would end. */
  extension: string;
  /** Its bytes; throws where they cannot be unpacked. */
  read: (mostBytes: number) => Uint8Array;
}

const store = 0xf007;
const storeBytes = 36;
const extensions = new Map([
  [0xf01a, 'emf'],
  [0xf01b, 'wmf'],
  [0xf01c, 'pict'],
  [0xf01d, 'jpeg'],
  [0xf01e, 'png'],
  [0xf01f, 'bmp'],
  [0xf029, 'tiff'],
  [0xf02a, 'jpeg'],
]);

/**
 * The picture of a record: of a blip itself, or of an entry of the store ([MS-ODRAW] 2.2.32 OfficeArtFBSE), which holds it or names its place in
 * the stream `delayed`.
 */
export function pictureOf(
  bytes: Uint8Array,
  record: ArtRecord,
  delayed: Uint8Array | null,
): StoredPicture | null {
  if (record.type !== store) return blipOf(bytes, record);
  const within = recordAt(bytes, record.start + storeBytes + byteAt(bytes, record.start + 33), record.end);
  if (within !== null && within.end > within.start) return blipOf(bytes, within);
  const elsewhere = longAt(bytes, record.start + 28);
  const blip = delayed === null ? null : recordAt(delayed, elsewhere, delayed.length);
  return blip === null ? null : blipOf(delayed!, blip);
}

/** [MS-ODRAW] 2.2.23 OfficeArtBlip: one identifier of 16 bytes or two, by the lowest bit of the instance. */
function blipOf(bytes: Uint8Array, { type, instance, start, end }: ArtRecord): StoredPicture | null {
  const extension = extensions.get(type);
  if (extension === undefined) return null;
  const from = start + 16 * (1 + (instance & 1));
  const isDrawing = type <= 0xf01c;
  if (isDrawing) return { extension, read: (most) => drawing(bytes.subarray(from, end), extension, most) };
  const content = bytes.subarray(from + 1, end);
  return { extension, read: () => (extension === 'bmp' ? withFileHeader(content) : content) };
}

const drawingHeader = 34;
const placeable = Uint8Array.of(0xd7, 0xcd, 0xc6, 0x9a);
const placeableBytes = 22;

function drawing(blip: Uint8Array, extension: string, mostBytes: number): Uint8Array {
  const content = blip.subarray(drawingHeader);
  const isPacked = byteAt(blip, 32) === 0;
  const unpacked = isPacked ? inflateSync(content, { maxOutputLength: mostBytes }) : content;
  return extension === 'wmf' ? asFile(unpacked) : unpacked;
}

/** A file of Windows metafile is told by the header in front, which is not stored. */
export function asFile(metafile: Uint8Array): Uint8Array {
  const file = new Uint8Array(placeableBytes + metafile.length);
  file.set(placeable);
  file.set(metafile, placeableBytes);
  return file;
}

/** A bitmap is stored without the header of its file. */
function withFileHeader(bitmap: Uint8Array): Uint8Array {
  const header = longAt(bitmap, 0);
  const bits = wordAt(bitmap, 14);
  const masks = header === 40 && longAt(bitmap, 16) === 3 ? 12 : 0;
  const colours = longAt(bitmap, 32) || (bits <= 8 ? 1 << bits : 0);
  const file = Buffer.alloc(14 + bitmap.length);
  file.write('BM', 'latin1');
  file.writeUInt32LE(file.length, 2);
  file.writeUInt32LE(Math.min(file.length, 14 + header + masks + colours * 4), 10);
  file.set(bitmap, 14);
  return file;
}
