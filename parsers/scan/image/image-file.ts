import { decode as decodePng } from 'fast-png';
import { GifReader } from 'omggif';
import { decodedBitmap } from './bitmap.ts';
import { decodedJpeg, patientlyDecoded } from './jpeg.ts';
import type { Pixels } from './page-picture.ts';
import { decodedTiff } from './tiff.ts';

/** A picture of a file with the resolution that the file gives, in pixels an inch; null where it gives none. */
export interface FilePicture {
  pixels: Pixels;
  dpi: number | null;
}

/** Most pixels of one picture: A3 at 600 dpi has 70 million. */
const maxPixels = 150_000_000;

export type DecodedFile = FilePicture[] | 'unknown' | 'too_large';

/** The pictures of a PNG, JPEG, TIFF, GIF or BMP file, in order; only a TIFF has several. Throws where its bytes are damaged. */
export async function decodeImageFile(bytes: Uint8Array, maxPages: number): Promise<DecodedFile> {
  if (startsWith(bytes, [0x89, 0x50, 0x4e, 0x47])) return png(bytes);
  if (startsWith(bytes, [0xff, 0xd8, 0xff])) return jpeg(bytes);
  if (startsWith(bytes, [0x49, 0x49, 0x2a, 0]) || startsWith(bytes, [0x4d, 0x4d, 0, 0x2a]))
    return decodedTiff(bytes, maxPages, maxPixels);
  if (startsWith(bytes, [0x47, 0x49, 0x46, 0x38])) return gif(bytes);
  if (startsWith(bytes, [0x42, 0x4d])) return bitmap(bytes);
  return 'unknown';
}

const startsWith = (bytes: Uint8Array, magic: readonly number[]): boolean =>
  magic.every((byte, i) => bytes[i] === byte);

function png(bytes: Uint8Array): DecodedFile {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  // IHDR stands first: width and height at 16 and 20 (PNG §11.2.1).
  if (bytes.length > 24 && view.getUint32(16) * view.getUint32(20) > maxPixels) return 'too_large';
  const image = decodePng(bytes);
  const { width, height, resolution } = image;
  const dpi = resolution?.unit === 1 ? Math.round(resolution.x * 0.0254) : null;
  return [{ pixels: { width, height, ...channelsOf(image) }, dpi }];
}

/** PNG of any depth as grey, RGB or RGBA with eight bits. */
function channelsOf(image: ReturnType<typeof decodePng>): Pick<Pixels, 'channels' | 'data'> {
  const { width, height, depth, channels, palette } = image;
  const count = width * height;
  const sample = (at: number): number => image.data[at] ?? 255;
  if (palette) {
    const data = new Uint8Array(count * 3);
    const stride = Math.ceil((width * depth) / 8);
    for (let i = 0; i < count; i++) {
      const x = i % width;
      const byte = sample(((i - x) / width) * stride + ((x * depth) >> 3));
      const colour = palette[(byte >> (8 - depth - ((x * depth) & 7))) & ((1 << depth) - 1)];
      for (let c = 0; c < 3; c++) data[i * 3 + c] = colour?.[c] ?? 255;
    }
    return { channels: 3, data };
  }
  if (depth < 8) {
    const data = new Uint8Array(count);
    const stride = Math.ceil((width * depth) / 8);
    const most = (1 << depth) - 1;
    for (let i = 0; i < count; i++) {
      const x = i % width;
      const byte = sample(((i - x) / width) * stride + ((x * depth) >> 3));
      data[i] = (((byte >> (8 - depth - ((x * depth) & 7))) & most) * 255) / most;
    }
    return { channels: 1, data };
  }
  const shift = depth === 16 ? 8 : 0;
  const [from, to] = channels === 2 ? [2, 1] : [channels, channels];
  if (shift === 0 && from === to) return { channels: to as 1 | 3 | 4, data: image.data as Uint8Array };
  const data = new Uint8Array(count * to);
  for (let i = 0; i < count; i++)
    for (let c = 0; c < to; c++) data[i * to + c] = sample(i * from + c) >> shift;
  return { channels: to as 1 | 3 | 4, data };
}

/** One that is cut off or unusual is left to a second decoder, slower and more patient. */
async function jpeg(bytes: Uint8Array): Promise<DecodedFile> {
  const dpi = jfifResolution(bytes);
  const pixels = (await decodedJpeg(bytes, maxPixels)) ?? patientlyDecoded(bytes);
  return pixels === 'too_large' ? pixels : [{ pixels, dpi }];
}

/** Density of the JFIF header: unit 1 an inch, 2 a centimetre. */
function jfifResolution(bytes: Uint8Array): number | null {
  if (!startsWith(bytes.subarray(6, 10), [0x4a, 0x46, 0x49, 0x46])) return null;
  const density = (bytes[14] ?? 0) * 256 + (bytes[15] ?? 0);
  if (bytes[13] === 1) return density;
  return bytes[13] === 2 ? Math.round(density * 2.54) : null;
}

/** The first picture of a GIF: what moves is no form. */
function gif(bytes: Uint8Array): DecodedFile {
  const reader = new GifReader(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  const { width, height } = reader;
  if (width * height > maxPixels) return 'too_large';
  const data = new Uint8Array(width * height * 4);
  reader.decodeAndBlitFrameRGBA(0, data);
  return [{ pixels: { width, height, channels: 4, data }, dpi: null }];
}

function bitmap(bytes: Uint8Array): DecodedFile {
  const decoded = decodedBitmap(bytes, maxPixels);
  if (decoded === null) return 'unknown';
  return decoded === 'too_large' ? decoded : [decoded];
}
