import { crc32, deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { decodeImageFile } from '../../../parsers/scan/image/image-file.ts';
import { greyOf, pagePicture } from '../../../parsers/scan/image/page-picture.ts';
import { decodedPng } from '../../../parsers/scan/image/png.ts';

const word = (value: number): number[] => [
  value >>> 24,
  (value >> 16) & 255,
  (value >> 8) & 255,
  value & 255,
];

function chunk(name: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  return Buffer.concat([Buffer.from(word(data.length)), body, Buffer.from(word(crc32(body)))]);
}

interface Kind {
  type: number;
  depth: number;
  channels: number;
  interlaced?: boolean;
}

/** Any bytes behind the number of a filter are rows of a PNG; filters by turns. `data` is cut into two chunks. */
function png(
  width: number,
  height: number,
  { type, depth, channels, interlaced }: Kind,
  cut = 0,
): Uint8Array {
  const row = Math.ceil((width * depth * channels) / 8);
  const rows = Uint8Array.from({ length: height * (row + 1) }, (_, i) =>
    i % (row + 1) === 0 ? Math.floor(i / (row + 1)) % 5 : (i * 131 + (i >> 3) * 17) % 251,
  );
  const packed = deflateSync(rows).subarray(0, cut === 0 ? undefined : -cut);
  const palette = Uint8Array.from({ length: 3 << Math.min(depth, 8) }, (_, i) => (i * 37) % 256);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', Uint8Array.from([...word(width), ...word(height), depth, type, 0, 0, interlaced ? 1 : 0])),
    chunk('pHYs', Uint8Array.from([...word(11811), ...word(11811), 1])),
    ...(type === 3 ? [chunk('PLTE', palette)] : []),
    chunk('IDAT', packed.subarray(0, 20)),
    chunk('IDAT', packed.subarray(20)),
    chunk('IEND', new Uint8Array()),
  ]);
}

/** A TIFF of one strip that is not there: 8 bits of so many colours a pixel. */
function hollowTiff(width: number, height: number, colours: number): Uint8Array {
  const fields = [
    [256, width],
    [257, height],
    [258, 8],
    [259, 8],
    [262, colours === 1 ? 1 : 2],
    [273, 8],
    [277, colours],
    [278, height],
    [279, 8],
  ];
  const bytes = new Uint8Array(26 + 12 * fields.length);
  const view = new DataView(bytes.buffer);
  bytes.set([0x49, 0x49, 42, 0, 16, 0, 0, 0]);
  view.setUint16(16, fields.length, true);
  for (const [i, [tag, value]] of fields.entries()) {
    view.setUint16(18 + 12 * i, tag!, true);
    view.setUint16(20 + 12 * i, 4, true);
    view.setUint32(22 + 12 * i, 1, true);
    view.setUint32(26 + 12 * i, value!, true);
  }
  return bytes;
}

const kinds: Kind[] = [
  ...[1, 2, 4, 8, 16].map((depth) => ({ type: 0, depth, channels: 1 })),
  ...[8, 16].flatMap((depth) => [
    { type: 2, depth, channels: 3 },
    { type: 4, depth, channels: 2 },
    { type: 6, depth, channels: 4 },
  ]),
  ...[1, 2, 4, 8].map((depth) => ({ type: 3, depth, channels: 1 })),
];

describe('large pictures', () => {
  it('gives a PNG that is unpacked by strips in the grey of one that is unpacked whole', async () => {
    const small = kinds.map((kind) => ({ kind, width: 37, height: 23 }));
    // Several strips, and rows of which one is more than a strip.
    const rgb = { type: 2, depth: 8, channels: 3 };
    const large = [
      { kind: rgb, width: 1000, height: 900 },
      { kind: rgb, width: 400_001, height: 6 },
    ];
    for (const { kind, width, height } of [...small, ...large]) {
      const bytes = png(width, height, kind);
      const whole = await decodedPng(bytes, 1e9);
      const parts = await decodedPng(bytes, 1e9, 0);
      if (whole === 'too_large' || parts === 'too_large') throw new TypeError('too large');
      expect(parts.dpi).toBe(whole.dpi);
      const { data } = greyOf(whole.pixels);
      expect(parts.pixels).toMatchObject({ width, height, channels: 1 });
      expect(Buffer.compare(data, parts.pixels.data as Uint8Array), JSON.stringify(kind)).toBe(0);
    }
  });

  it('throws where such a PNG is cut off', async () => {
    const bytes = png(400, 300, { type: 2, depth: 8, channels: 3 }, 50);
    await expect(decodedPng(bytes, 1e9, 0)).rejects.toThrow();
  });

  it('tells as too large what cannot be unpacked in the memory of a process', async () => {
    const kind = { type: 2, depth: 8, channels: 3 };
    const interlaced = png(10, 10, { ...kind, interlaced: true });
    new DataView(interlaced.buffer, interlaced.byteOffset).setUint32(16, 12_000);
    new DataView(interlaced.buffer, interlaced.byteOffset).setUint32(20, 12_000);
    expect(await decodeImageFile(interlaced, 9)).toBe('too_large');
    expect(await decodeImageFile(hollowTiff(12_000, 12_000, 3), 9)).toBe('too_large');
  });

  it('draws a page larger than any sheet more coarsely', () => {
    const pixels = { width: 4, height: 4, channels: 1, data: new Uint8Array(16) } as const;
    const page = pagePicture([{ pixels, frame: [20_000, 0, 0, -20_000, 0, 20_000] }], 20_000, 20_000);
    expect(page.width * page.height).toBeLessThan(36_000_000);
  });
});
