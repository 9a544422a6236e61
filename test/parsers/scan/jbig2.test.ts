import { describe, expect, test } from 'vitest';
import { picturesOf } from '../../../parsers/scan/image/image-file.ts';

/** A page of 40 × 16 pixels, black in a corner of 20 × 8 and in the last column: two segments, as PDF embeds them. */
const embedded = Buffer.from(
  'AAAAADAAAQAAABMAAAAoAAAAEAAAAAAAAAAAAAAAAAAAASYAAQAAAC0AAAAoAAAAEAAAAAAAAAAAAAAD//3/Av7+/v82rc5pX7eJ8Eyv/3oKvKFP/6w=',
  'base64',
);
const head = [0x97, 0x4a, 0x42, 0x32, 0x0d, 0x0a, 0x1a, 0x0a];
const end = Buffer.from([0, 0, 0, 2, 51, 0, 0, 0, 0, 0, 0]);
const pieces = [0, 11, 30, 41].map((from, i, all) => embedded.subarray(from, all[i + 1]));

const decoded = async (bytes: Uint8Array) => {
  const [decode] = picturesOf(new Uint8Array(bytes), 1);
  const picture = await decode!();
  if (typeof picture === 'string') throw new Error(picture);
  return picture.pixels;
};

describe('a picture of JBIG2', () => {
  test.each([
    ['embedded', embedded],
    ['a file', Buffer.concat([Buffer.from([...head, 1, 0, 0, 0, 1]), embedded, end])],
    [
      'a file with all heads before the data',
      Buffer.concat([
        Buffer.from([...head, 0, 0, 0, 0, 1]),
        pieces[0]!,
        pieces[2]!,
        end,
        pieces[1]!,
        pieces[3]!,
      ]),
    ],
  ])('is decoded, black on white: %s', async (_, bytes) => {
    const { width, height, channels, data } = await decoded(bytes);
    expect([width, height, channels]).toEqual([40, 16, 1]);
    const expected = Array.from({ length: 640 }, (_, i) =>
      (i % 40 < 20 && i < 320) || i % 40 === 39 ? 0 : 255,
    );
    expect([...data]).toEqual(expected);
  });

  test('that is cut off is damaged, and no page that is half white', async () => {
    await expect(decoded(embedded.subarray(0, embedded.length - 8))).rejects.toThrow();
  });

  test('that says it is larger than any page is not unpacked', async () => {
    const large = Buffer.from(embedded);
    large.writeUInt32BE(200_000_000, 11);
    await expect(decoded(large)).rejects.toThrow('too_large');
  });
});
