import { encode as encodePng } from 'fast-png';
import { decode as decodeJpeg, encode as encodeJpeg } from 'jpeg-js';
import { describe, expect, it } from 'vitest';
import { parseDocument } from '../../../parsers/index.ts';
import { decodeImageFile } from '../../../parsers/scan/image/image-file.ts';
import { greyOf } from '../../../parsers/scan/image/page-picture.ts';

/** The head of a PNG that says how large it is, and nothing more. */
function hollowPng(width: number, height: number): Uint8Array {
  const bytes = new Uint8Array(40);
  bytes.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const view = new DataView(bytes.buffer);
  view.setUint32(16, width);
  view.setUint32(20, height);
  return bytes;
}

describe('picture files', () => {
  it('gives grey, grey with transparency and RGB of a PNG', async () => {
    const grey = encodePng({ width: 2, height: 1, channels: 1, depth: 8, data: new Uint8Array([0, 200]) });
    expect(await decodeImageFile(grey, 9)).toMatchObject([
      { pixels: { width: 2, height: 1, channels: 1 }, dpi: null },
    ]);
    const both = encodePng({ width: 1, height: 1, channels: 2, depth: 8, data: new Uint8Array([90, 255]) });
    expect(await decodeImageFile(both, 9)).toMatchObject([
      { pixels: { channels: 1, data: new Uint8Array([90]) } },
    ]);
    const deep = encodePng({ width: 1, height: 1, channels: 1, depth: 16, data: new Uint16Array([0x80ff]) });
    expect(await decodeImageFile(deep, 9)).toMatchObject([{ pixels: { data: new Uint8Array([0x80]) } }]);
  });

  it('gives a JPEG in grey as another decoder does, and throws where it is cut off', async () => {
    const pixels = Buffer.from(
      Uint8Array.from({ length: 64 * 64 * 4 }, (_, i) => (i % 4 === 3 ? 255 : (i * 7) % 251)),
    );
    const { data } = encodeJpeg({ width: 64, height: 64, data: pixels }, 90);
    const whole = await decodeImageFile(data, 9);
    expect(whole).toMatchObject([{ pixels: { width: 64, height: 64, channels: 1 } }]);
    const rgb = decodeJpeg(data, { useTArray: true, formatAsRGBA: false }).data;
    const other = greyOf({ width: 64, height: 64, channels: 3, data: rgb }).data;
    const own = typeof whole === 'string' ? [] : whole[0]!.pixels.data;
    expect(Math.max(...other.map((value, i) => Math.abs(value - own[i]!)))).toBeLessThanOrEqual(4);
    const cut = data.subarray(0, Math.floor(data.length * 0.6));
    await expect(decodeImageFile(cut, 9)).rejects.toThrow();
  });

  it('refuses a picture that says it has more pixels than any page', async () => {
    expect(await decodeImageFile(hollowPng(60_000, 60_000), 9)).toBe('too_large');
  });

  it('knows no other kinds', async () => {
    expect(await decodeImageFile(new TextEncoder().encode('RIFF____WEBP'), 9)).toBe('unknown');
  });

  it('makes a damaged file a value and no throw', async () => {
    const parsed = await parseDocument(hollowPng(10, 10), { name: 'scan.png' });
    expect(parsed.status).toBe('failed');
    expect(parsed.status === 'read' ? null : parsed.error.code).toBe('corrupt');
  });

  it('reads a blank page as one without text', async () => {
    const page = encodePng({
      width: 300,
      height: 400,
      channels: 1,
      depth: 8,
      data: new Uint8Array(120_000).fill(255),
    });
    const parsed = await parseDocument(page, { name: 'blank.png' });
    expect(parsed).toMatchObject({
      status: 'read',
      source: { format: 'image', blocks: [], pages: [{ kind: 'scanned' }] },
    });
  });
});
