import { encode } from 'jpeg-js';
import { expect, test, vi } from 'vitest';
import { parseDocument } from '../../../parsers/index.ts';
import { decodedJpeg } from '../../../parsers/scan/image/jpeg.ts';
import { picturesPdf } from '../../../scripts/scan/pictures-pdf.ts';

vi.mock('../../../parsers/scan/image/jpeg.ts', async (original) => {
  const own = await original<{ decodedJpeg: typeof decodedJpeg }>();
  return { decodedJpeg: vi.fn(own.decodedJpeg) };
});

test('a JPEG in a PDF is decoded by libjpeg-turbo, not by pdf.js', async () => {
  const [width, height] = [300, 200];
  const data = Buffer.alloc(width * height * 4, 255);
  const jpeg = encode({ width, height, data }, 90).data;
  const pdf = picturesPdf([{ jpeg, pixelWidth: width, pixelHeight: height, width: 150, height: 100 }]);
  const parsed = await parseDocument(pdf, { name: 'frame.pdf' });
  expect(parsed.status).toBe('read');
  expect(decodedJpeg).toHaveBeenCalledOnce();
  const decoded = await vi.mocked(decodedJpeg).mock.results[0]!.value;
  expect(decoded).toMatchObject({ width, height, channels: 1 });
});
