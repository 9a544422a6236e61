import { encode } from 'jpeg-js';
import { expect, onTestFinished, test } from 'vitest';
import { parseDocument } from '../../../parsers/index.ts';
import { loadPdfjs } from '../../../parsers/pdf/engine/load-pdfjs.ts';
import { picturesPdf } from '../../../scripts/scan/pictures-pdf.ts';

interface PictureDecoder {
  decode: () => Promise<{ image: object }>;
  close: () => void;
}

test('a JPEG in a PDF is decoded by libjpeg-turbo, not by pdf.js', async () => {
  const [width, height] = [300, 200];
  const data = Buffer.alloc(width * height * 4, 255);
  const jpeg = encode({ width, height, data }, 90).data;
  const pdf = picturesPdf([{ jpeg, pixelWidth: width, pixelHeight: height, width: 150, height: 100 }]);
  expect((await loadPdfjs()).isImageDecoderSupported).toBe(true);
  const decoded = watchedDecoder();
  const parsed = await parseDocument(pdf, { name: 'frame.pdf' });
  expect(parsed.status).toBe('read');
  expect(await Promise.all(decoded)).toMatchObject([{ image: { width, height, channels: 1 } }]);
});

/**
 * What the decoder that pdf.js was offered gives until the test ends. Watched under its name in the process: a mock of its module comes too
 * late where test files share one.
 */
function watchedDecoder(): ReturnType<PictureDecoder['decode']>[] {
  const known = Object.getOwnPropertyDescriptor(globalThis, 'ImageDecoder')!;
  const offered = known.value as (asked: { data: Uint8Array }) => PictureDecoder;
  const decoded: ReturnType<PictureDecoder['decode']>[] = [];
  const watched = function watchedDecoderOf(asked: { data: Uint8Array }): PictureDecoder {
    const decoder = offered(asked);
    const decode = (): ReturnType<PictureDecoder['decode']> => {
      const given = decoder.decode();
      decoded.push(given);
      return given;
    };
    return { ...decoder, decode };
  };
  Object.defineProperty(globalThis, 'ImageDecoder', { ...known, value: Object.assign(watched, offered) });
  onTestFinished(() => {
    Object.defineProperty(globalThis, 'ImageDecoder', known);
  });
  return decoded;
}
