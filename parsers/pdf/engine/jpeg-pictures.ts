import { decodedJpeg } from '../../scan/image/jpeg.ts';
import type { Pixels } from '../../scan/image/page-picture.ts';

/** Most pixels of a picture that is decoded here; pdf.js decodes larger ones itself. */
const maxPixels = 150_000_000;

/** A picture as browsers decode it (WebCodecs, VideoFrame), as far as pdf.js looks at it. */
interface Frame extends Pixels {
  displayWidth: number;
  displayHeight: number;
  close: () => void;
}

/** What pdf.js needs of the decoder of pictures that browsers have (WebCodecs, ImageDecoder). */
interface PictureDecoder {
  decode: () => Promise<{ image: Frame }>;
  close: () => void;
}

/** pdf.js calls it with `new`; what cannot be decoded it then decodes itself, more slowly. */
const pictureDecoder = Object.assign(
  function decoderOf({ data }: { data: Uint8Array }): PictureDecoder {
    return {
      decode: async () => {
        const pixels = await decodedJpeg(data, maxPixels);
        if (!pixels) throw new Error('not a whole JPEG of one or three colours');
        const { width, height } = pixels;
        return {
          image: { ...pixels, displayWidth: width, displayHeight: height, close: () => undefined },
        };
      },
      close: () => undefined,
    };
  },
  { isTypeSupported: (type: string): Promise<boolean> => Promise.resolve(type === 'image/jpeg') },
);

/**
 * Offers pdf.js a decoder of JPEG in some third of the time of its own, under the name that it looks for while it is loaded. False where
 * the process has one of that name already: its pictures would not show their pixels.
 */
export function offerJpegDecoder(): boolean {
  const known = globalThis as { ImageDecoder?: unknown };
  if (known.ImageDecoder === undefined)
    Object.defineProperty(globalThis, 'ImageDecoder', { value: pictureDecoder, configurable: true });
  return known.ImageDecoder === pictureDecoder;
}
