import { encode as encodePng } from 'fast-png';
import { encode as encodeJpeg } from 'jpeg-js';
import { GifWriter } from 'omggif';
import UTIF from 'utif2';
import { describe, expect, it } from 'vitest';
import { decodeImageFile, type FilePicture } from '../../../parsers/scan/image/image-file.ts';
import { decodedPng } from '../../../parsers/scan/image/png.ts';

/** A little-endian file from fields of 2 or 4 bytes, and bytes as they are. */
function packed(...fields: (readonly [value: number, bytes: 2 | 4] | Uint8Array)[]): Uint8Array {
  return Uint8Array.from(
    fields.flatMap((field) => {
      if (field instanceof Uint8Array) return [...field];
      const [value, bytes] = field;
      return Array.from({ length: bytes }, (_, i) => (value >> (8 * i)) & 255);
    }),
  );
}

/** A bitmap of 40 × 2 pixels whose first row is dark; rows from the bottom, or from the top where the height is negative. */
function bitmap(bits: 1 | 4 | 8 | 24 | 32, height: 2 | -2): Uint8Array {
  const stride = Math.ceil((40 * bits) / 32) * 4;
  const palette = bits < 24 ? new Uint8Array([0, 0, 0, 0, 255, 255, 255, 0]) : new Uint8Array();
  const light = bits < 24 ? { 1: 0xff, 4: 0x11, 8: 1 }[bits as 1 | 4 | 8] : 255;
  const rows = [new Uint8Array(stride), new Uint8Array(stride).fill(light)];
  const offset = 54 + palette.length;
  return packed(
    new Uint8Array([0x42, 0x4d]),
    ...([
      [offset + 2 * stride, 4],
      [0, 4],
      [offset, 4],
      [40, 4],
      [40, 4],
      [height, 4],
    ] as const),
    ...([
      [1, 2],
      [bits, 2],
      [0, 4],
      [0, 4],
      [7874, 4],
      [7874, 4],
      [0, 4],
      [0, 4],
    ] as const),
    palette,
    ...(height < 0 ? rows : rows.toReversed()),
  );
}

const greyJpeg = (level: number): Uint8Array =>
  encodeJpeg({ width: 16, height: 8, data: Buffer.alloc(16 * 8 * 4, level) }, 95).data;

const colourJpeg = (...colour: [number, number, number]): Uint8Array => {
  const data = Buffer.alloc(16 * 8 * 4, 255);
  for (let at = 0; at < data.length; at += 4) data.set(colour, at);
  return encodeJpeg({ width: 16, height: 8, data }, 95).data;
};

/** A TIFF of 16 × 16 pixels in two strips, each a JPEG of its own. */
function tiffOfJpegs(strips = [greyJpeg(0), greyJpeg(240)]): Uint8Array {
  const [first, second] = [8, 8 + strips[0]!.length];
  const lists = second + strips[1]!.length;
  const directory = lists + 16;
  const entry = (tag: number, value: number, count = 1) =>
    [
      [tag, 2],
      [4, 2],
      [count, 4],
      [value, 4],
    ] as const;
  return packed(
    new Uint8Array([0x49, 0x49, 0x2a, 0]),
    [directory, 4],
    ...strips,
    ...([
      [first, 4],
      [second, 4],
      [strips[0]!.length, 4],
      [strips[1]!.length, 4],
    ] as const),
    [8, 2],
    ...entry(256, 16),
    ...entry(257, 16),
    ...entry(258, 8),
    ...entry(259, 7),
    ...entry(262, 6),
    ...entry(273, lists, 2),
    ...entry(278, 8),
    ...entry(279, lists + 8, 2),
    [0, 4],
  );
}

describe('other picture files', () => {
  it.each([1, 4, 8, 24, 32] as const)('a bitmap of %i bits a pixel, from either end', async (bits) => {
    for (const height of [2, -2] as const) {
      const [picture] = (await decodeImageFile(bitmap(bits, height), 1)) as Exclude<
        Awaited<ReturnType<typeof decodeImageFile>>,
        string
      >;
      expect(picture).toMatchObject({ dpi: 200, pixels: { width: 40, height: 2, channels: 3 } });
      expect([0, 39, 40, 79].map((pixel) => picture!.pixels.data[pixel * 3])).toEqual([0, 0, 255, 255]);
    }
  });

  it('a bitmap that is cut off throws, a compressed one is of an unknown kind', async () => {
    await expect(decodeImageFile(bitmap(24, 2).subarray(0, 100), 1)).rejects.toThrow();
    const compressed = bitmap(8, 2);
    compressed[30] = 1;
    expect(await decodeImageFile(compressed, 1)).toBe('unknown');
  });

  it('the first picture of a GIF', async () => {
    const bytes = new Uint8Array(200);
    const writer = new GifWriter(Buffer.from(bytes.buffer), 2, 1, { palette: [0x000000, 0xffffff] });
    writer.addFrame(0, 0, 2, 1, [0, 1]);
    const read = await decodeImageFile(bytes.subarray(0, writer.end()), 1);
    expect(read).toMatchObject([{ pixels: { width: 2, height: 1, channels: 4 } }]);
    expect([...(read as { pixels: { data: Uint8Array } }[])[0]!.pixels.data]).toEqual([
      0, 0, 0, 255, 255, 255, 255, 255,
    ]);
  });

  it('a TIFF whose strips are JPEG', async () => {
    const [page] = (await decodeImageFile(tiffOfJpegs(), 1)) as { pixels: { data: Uint8Array } }[];
    const at = (y: number): number => page!.pixels.data[y * 16]!;
    expect(at(2)).toBeLessThan(10);
    expect(at(12)).toBeGreaterThan(230);
  });

  it('a TIFF tells where its strips are bright red and blue: stamps are told by that', async () => {
    const strips = [colourJpeg(225, 50, 55), colourJpeg(40, 60, 170)];
    const [page] = (await decodeImageFile(tiffOfJpegs(strips), 1)) as FilePicture[];
    const { red, tint } = page!.pixels;
    expect([red![2 * 16]! < 128, red![13 * 16]! < 128]).toEqual([true, false]);
    expect([tint![2 * 16]! < 128, tint![13 * 16]! < 128]).toEqual([false, true]);
  });

  it('so does one of plain colours, and a PNG that is unpacked by strips', async () => {
    const rows = [...Array(3).fill([225, 50, 55]), ...Array(3).fill([40, 60, 170])] as number[][];
    const data = Uint8Array.from(rows.flatMap((colour) => Array<number[]>(4).fill(colour).flat()));
    const tiff = new Uint8Array(UTIF.encodeImage(toRgba(data), 4, 6));
    const [drawn] = (await decodeImageFile(tiff, 1)) as FilePicture[];
    const png = encodePng({ width: 4, height: 6, channels: 3, data });
    const striped = (await decodedPng(png, 1000, 1)) as FilePicture;
    for (const { red, tint } of [drawn!.pixels, striped.pixels]) {
      expect([red![0]! < 128, red![20]! < 128]).toEqual([true, false]);
      expect([tint![0]! < 128, tint![20]! < 128]).toEqual([false, true]);
    }
  });
});

function toRgba(rgb: Uint8Array): Uint8Array {
  return Uint8Array.from({ length: (rgb.length / 3) * 4 }, (_, i) =>
    i % 4 === 3 ? 255 : rgb[Math.floor(i / 4) * 3 + (i % 4)]!,
  );
}
