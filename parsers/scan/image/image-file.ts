import { GifReader } from 'omggif';
import { decodedBitmap } from './bitmap.ts';
import { decodingBytes } from './decoding-memory.ts';
import { decodedJbig2, isJbig2 } from './jbig2.ts';
import { decodedJpeg, patientlyDecoded } from './jpeg.ts';
import type { Pixels } from './page-picture.ts';
import { decodedPng } from './png.ts';
import { tiffPictures } from './tiff.ts';

/** A picture of a file with the resolution that the file gives, in pixels an inch; null where it gives none. */
export interface FilePicture {
  pixels: Pixels;
  dpi: number | null;
  /** Height of a pixel over its width, where they differ: fax. */
  stretch?: number;
}

/** Most pixels of one picture: A3 at 600 dpi has 70 million. */
const maxPixels = 150_000_000;

/** What comes of one picture of a file. */
export type DecodedPicture = FilePicture | 'unknown' | 'too_large';

/** Decodes one picture when it is asked for: the pages of a TIFF all at once would be 9 MB each. Throws where its bytes are damaged. */
export type DecodePicture = () => Promise<DecodedPicture>;

/** The pictures of a PNG, JPEG, TIFF, GIF, BMP or JBIG2 file, in order; only a TIFF has several. Throws where none can be told from another. */
export function picturesOf(bytes: Uint8Array, maxPages: number): DecodePicture[] {
  if (startsWith(bytes, [0x89, 0x50, 0x4e, 0x47])) return [() => decodedPng(bytes, maxPixels)];
  if (startsWith(bytes, [0xff, 0xd8, 0xff])) return [() => jpeg(bytes)];
  if (startsWith(bytes, [0x49, 0x49, 0x2a, 0]) || startsWith(bytes, [0x4d, 0x4d, 0, 0x2a]))
    return tiffPictures(bytes, maxPages, maxPixels);
  if (startsWith(bytes, [0x47, 0x49, 0x46, 0x38])) return [async () => gif(bytes)];
  if (startsWith(bytes, [0x42, 0x4d])) return [async () => decodedBitmap(bytes, maxPixels) ?? 'unknown'];
  if (isJbig2(bytes)) return [() => decodedJbig2(bytes, maxPixels)];
  return [async () => 'unknown'];
}

/** All of them at once; what the first says that is not read. Throws where one is damaged. */
export async function decodeImageFile(
  bytes: Uint8Array,
  maxPages: number,
): Promise<FilePicture[] | 'unknown' | 'too_large'> {
  const pictures: FilePicture[] = [];
  for (const decode of picturesOf(bytes, maxPages)) {
    const picture = await decode();
    if (typeof picture === 'string') return picture;
    pictures.push(picture);
  }
  return pictures;
}

const startsWith = (bytes: Uint8Array, magic: readonly number[]): boolean =>
  magic.every((byte, i) => bytes[i] === byte);

/** One that is cut off or unusual is left to a second decoder, slower and more patient. */
async function jpeg(bytes: Uint8Array): Promise<DecodedPicture> {
  const dpi = jfifResolution(bytes);
  const pixels = (await decodedJpeg(bytes, maxPixels)) ?? patientlyDecoded(bytes);
  return pixels === 'too_large' ? pixels : { pixels, dpi };
}

/** Density of the JFIF header: unit 1 an inch, 2 a centimetre. */
function jfifResolution(bytes: Uint8Array): number | null {
  if (!startsWith(bytes.subarray(6, 10), [0x4a, 0x46, 0x49, 0x46])) return null;
  const density = (bytes[14] ?? 0) * 256 + (bytes[15] ?? 0);
  if (bytes[13] === 1) return density;
  return bytes[13] === 2 ? Math.round(density * 2.54) : null;
}

/** Bytes for each pixel of a GIF: its colours, its number in the palette, its grey. */
const gifBytes = 6;

/** The first picture of a GIF: what moves is no form. */
function gif(bytes: Uint8Array): DecodedPicture {
  const reader = new GifReader(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  const { width, height } = reader;
  if (width * height * gifBytes > decodingBytes) return 'too_large';
  const data = new Uint8Array(width * height * 4);
  reader.decodeAndBlitFrameRGBA(0, data);
  return { pixels: { width, height, channels: 4, data }, dpi: null };
}
