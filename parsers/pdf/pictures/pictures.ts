import type { PDFPageProxy } from 'pdfjs-dist';
import type { DrawnImage } from '../../pages/drawing/drawn-objects.ts';
import type { DrawnPicture, Pixels } from '../../scan/image/page-picture.ts';

/** How long a picture may take to decode, in milliseconds. */
const patience = 20_000;

/** A picture as pdf.js decodes it. `kind` (ImageKind in its source): 1 one bit a pixel, 2 RGB, 3 RGBA. */
interface DecodedImage {
  width: number;
  height: number;
  kind?: number;
  data?: unknown;
  /** The pixels, where they were decoded for pdf.js and not by it. */
  bitmap?: Partial<Pixels>;
}

/** The pixels of the pictures of a page; one that cannot be decoded is left out. */
export async function drawnPictures(
  page: PDFPageProxy,
  images: readonly DrawnImage[],
): Promise<DrawnPicture[]> {
  const drawn: DrawnPicture[] = [];
  for (const { source, isMask, frame } of images) {
    const image = await decoded(page, source);
    const pixels = image && (isMask ? pixelsOfBits(image) : pixelsOf(image));
    if (pixels) drawn.push({ pixels, frame });
  }
  return drawn;
}

async function decoded(page: PDFPageProxy, source: unknown): Promise<DecodedImage | null> {
  if (typeof source === 'string') return asImage(await objectNamed(page, source));
  const image = asImage(source);
  // A mask may name its bits.
  if (typeof image?.data !== 'string') return image;
  return asImage(await objectNamed(page, image.data)) ?? null;
}

function objectNamed(page: PDFPageProxy, name: string): Promise<unknown> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(null), patience);
    const done = (found: unknown): void => {
      clearTimeout(timer);
      resolve(found);
    };
    // Names of pictures that several pages share begin so (GlobalImageCache in the source of pdf.js).
    (name.startsWith('g_') ? page.commonObjs : page.objs).get(name, done);
  });
}

function asImage(found: unknown): DecodedImage | null {
  if (typeof found !== 'object' || found === null) return null;
  const { width, height } = found as Partial<DecodedImage>;
  return typeof width === 'number' && typeof height === 'number' ? (found as DecodedImage) : null;
}

function pixelsOf(image: DecodedImage): Pixels | null {
  const { width, height, kind, bitmap } = image;
  if (bitmap?.data && bitmap.channels) {
    const { channels, data, red, tint } = bitmap;
    return { width, height, channels, data, ...(red && { red }), ...(tint && { tint }) };
  }
  const data = bytesOf(image.data);
  if (!data) return null;
  if (kind === 1) return pixelsOfBits(image);
  const channels = kind === 2 ? 3 : 4;
  return data.length >= width * height * channels ? { width, height, channels, data } : null;
}

/** One bit a pixel, 0 black, rows filled up to bytes. */
function pixelsOfBits(image: DecodedImage): Pixels | null {
  const { width, height } = image;
  const bits = bytesOf(image.data);
  const stride = (width + 7) >> 3;
  if (!bits || bits.length < stride * height) return null;
  const data = new Uint8Array(width * height);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      data[y * width + x] = (bits[y * stride + (x >> 3)]! >> (7 - (x & 7))) & 1 ? 255 : 0;
  return { width, height, channels: 1, data };
}

function bytesOf(data: unknown): Uint8Array | Uint8ClampedArray | null {
  return data instanceof Uint8Array || data instanceof Uint8ClampedArray ? data : null;
}
