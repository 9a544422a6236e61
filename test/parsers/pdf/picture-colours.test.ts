import type { PDFPageProxy } from 'pdfjs-dist';
import { expect, it } from 'vitest';
import { drawnPictures } from '../../../parsers/pdf/pictures/pictures.ts';

it('a picture that was decoded in grey keeps where it was red and where of another colour', async () => {
  const [data, red, tint] = [1, 2, 3].map((value) => new Uint8Array(4).fill(value));
  const source = { width: 2, height: 2, bitmap: { channels: 1, data, red, tint } };
  const frame = [2, 0, 0, -2, 0, 2] as const;
  const drawn = await drawnPictures({} as PDFPageProxy, [{ source, isMask: false, frame }] as never);
  expect(drawn).toEqual([{ pixels: { width: 2, height: 2, channels: 1, data, red, tint }, frame }]);
});
