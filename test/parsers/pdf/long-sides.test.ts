import { expect, test } from 'vitest';
import { openPdf } from '../../../parsers/pdf/open.ts';
import { writePdf } from './pdf-writer.ts';

/** White, 2 400 pixels by 2 in JPEG 2000: longer than 2 048, which pdf.js takes for the longest where it finds no canvas. */
const jpeg2000 =
  '/0//UQApAAAAAAlgAAAAAgAAAAAAAAAAAAAJYAAAAAIAAAAAAAAAAAABDwEB/1IADAAAAAEAAQQEAAH/XAAHQICIiJD/ZAAlAAFDcmVhdGVkIGJ5IE9wZW5KUEVHIHZlcnNpb24gMi41LjD/kAAKAAAAAABbAAH/k/5+PH48f48fjx/48fjx/jx+PH/48YACry4Cry4Cry4Cry4Cry4Cry4Cry4Cry4Cry4Cry4Cry4Cry4Cry4Cry4Cry4Cry4Cry4Cry6A/9k=';

test('a long picture of JPEG 2000 is decoded whole', async () => {
  const dict =
    '/Type /XObject /Subtype /Image /Width 2400 /Height 2 /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /JPXDecode';
  const stream = Buffer.from(jpeg2000, 'base64').toString('latin1');
  const bytes = writePdf(
    [{ content: 'q 500 0 0 9 40 400 cm /I Do Q', resources: '/XObject << /I 100 0 R >>' }],
    {
      objects: [{ number: 100, dict, stream }],
    },
  );
  const opened = await openPdf(bytes, undefined);
  if ('error' in opened) throw new Error(opened.error.message.en);
  const page = await opened.pdf.getPage(1);
  const { argsArray } = await page.getOperatorList();
  const name = argsArray.flat().find((argument) => /^img_/.test(String(argument)));
  const picture = await new Promise((resolve) => page.objs.get(name, resolve));
  expect(picture).toMatchObject({ width: 2400, height: 2 });
  expect(globalThis).not.toHaveProperty('OffscreenCanvas');
  await opened.close();
});
