import { encode as encodeJpeg } from 'jpeg-js';
import { describe, expect, it } from 'vitest';
import { defaultLimits } from '../../../parsers/limits.ts';
import { decodeImageFile, picturesOf } from '../../../parsers/scan/image/image-file.ts';
import { mendDirectories } from '../../../parsers/scan/image/tiff-directories.ts';
import { parseImage } from '../../../parsers/scan/parse-image.ts';

/** A TIFF of one grey picture, little end first: its fields are [tag, kind, count, value]. */
function tiff(extra: readonly [number, number, number, number][] = [], next = 0): Uint8Array {
  const [width, height] = [4, 3];
  const fields: [number, number, number, number][] = [
    [256, 3, 1, width],
    [257, 3, 1, height],
    [258, 3, 1, 8],
    [259, 3, 1, 1],
    [262, 3, 1, 1],
    [273, 4, 1, 400],
    [277, 3, 1, 1],
    [278, 4, 1, height],
    [279, 4, 1, width * height],
    ...extra,
  ];
  const view = new DataView(new ArrayBuffer(400 + width * height));
  view.setUint32(0, 0x002a4949, true);
  view.setUint32(4, 8, true);
  view.setUint16(8, fields.length, true);
  for (const [i, [tag, kind, count, value]] of fields.entries()) {
    const at = 10 + 12 * i;
    view.setUint16(at, tag, true);
    view.setUint16(at + 2, kind, true);
    view.setUint32(at + 4, count, true);
    view.setUint32(at + 8, value, true);
  }
  view.setUint32(10 + 12 * fields.length, next, true);
  const bytes = new Uint8Array(view.buffer);
  bytes.fill(77, 400);
  return bytes;
}

const options = { limits: defaultLimits, name: 'a.tif', format: 'image' } as const;

/** A page of 4 by 3 pixels, and behind it a directory of one that claims more than any memory holds. */
function twoPages(): Uint8Array {
  const page = tiff([], 412);
  const second = tiff();
  const view = new DataView(second.buffer);
  view.setUint16(18, 60_000, true);
  view.setUint16(30, 60_000, true);
  return Buffer.concat([page, second.subarray(8)]);
}

const rows = { tag: 278, entry: 10 + 12 * 7 };

describe('damaged pictures', () => {
  it('a field that names more values than the file holds has those that it holds', async () => {
    const bytes = tiff();
    const view = new DataView(bytes.buffer);
    view.setUint32(rows.entry + 4, 400_000_000, true);
    expect(view.getUint16(rows.entry, true)).toBe(rows.tag);
    expect(await decodeImageFile(bytes, 9)).toMatchObject([{ pixels: { width: 4, height: 3 } }]);
    mendDirectories(bytes, 9);
    expect(view.getUint32(rows.entry + 4, true)).toBe(Math.floor((bytes.length - 3) / 4));
  });

  it('fields that lead to small pictures are not followed', async () => {
    const [picture] = (await decodeImageFile(tiff([[330, 4, 90, 8]]), 9)) as { pixels: object }[];
    expect(picture).toMatchObject({ pixels: { width: 4, height: 3 } });
  });

  it('a chain of directories that comes back to its head ends there', async () => {
    expect(await decodeImageFile(tiff([], 8), 9)).toHaveLength(1);
  });

  it('a JPEG that cannot be read quickly is too large where its head says so', async () => {
    const { data } = encodeJpeg({ width: 64, height: 64, data: Buffer.alloc(64 * 64 * 4, 200) }, 80);
    const cut = new Uint8Array(data.subarray(0, Math.floor(data.length * 0.9)));
    const frame = cut.findIndex((byte, i) => byte === 0xff && cut[i + 1] === 0xc0);
    // Height and width stand behind the length and the depth of the frame.
    new DataView(cut.buffer).setUint16(frame + 5, 2_288);
    new DataView(cut.buffer).setUint16(frame + 7, 20_780);
    expect(await decodeImageFile(cut, 9)).toBe('too_large');
  });

  it('a whole JPEG is too large where its head names more than the memory of a process holds', async () => {
    const { data } = encodeJpeg({ width: 64, height: 64, data: Buffer.alloc(64 * 64 * 4, 200) }, 80);
    const whole = new Uint8Array(data);
    const frame = whole.findIndex((byte, i) => byte === 0xff && whole[i + 1] === 0xc0);
    const view = new DataView(whole.buffer);
    view.setUint16(frame + 5, 14_000);
    view.setUint16(frame + 7, 10_000);
    expect(await decodeImageFile(whole, 9)).toBe('too_large');
  });

  it('a page of a TIFF that is too large leaves the others to be read', async () => {
    const bytes = twoPages();
    const pictures = await Promise.all(picturesOf(bytes, 9).map((decode) => decode()));
    expect(pictures).toMatchObject([{ pixels: { width: 4, height: 3 } }, 'too_large']);
    const parsed = await parseImage(bytes, options);
    expect(parsed).toMatchObject({
      status: 'read',
      source: { pages: [{ number: 1 }, { number: 2 }], warnings: [{ code: 'page_failed', place: 'page 2' }] },
    });
  });

  it('a TIFF of which no page can be decoded says why', async () => {
    const bytes = tiff();
    const view = new DataView(bytes.buffer);
    view.setUint16(18, 60_000, true);
    view.setUint16(30, 60_000, true);
    expect(await parseImage(bytes, options)).toMatchObject({
      status: 'failed',
      error: { code: 'too_large' },
    });
  });
});
