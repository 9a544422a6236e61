import { expect, it } from 'vitest';
import { type DrawnPicture, greyOf, pagePicture } from '../../../parsers/scan/image/page-picture.ts';

/** A picture drawn over a part of a page, in points from its top left. */
function drawn(pixels: [number, number], [x0, y0, x1, y1]: [number, number, number, number]): DrawnPicture {
  const [width, height] = pixels;
  return {
    pixels: { width, height, channels: 1, data: new Uint8Array(width * height).fill(7) },
    frame: [x1 - x0, 0, 0, y0 - y1, x0, y1],
  };
}

it('a page of many strips is as fine as they are, each of them small', () => {
  const strips = Array.from({ length: 20 }, (_, i) => drawn([300, 20], [0, 10 * i, 150, 10 * i + 10]));
  const page = pagePicture(strips, 150, 200);
  expect([page.width, page.height]).toEqual([300, 400]);
  expect(page.data.every((level) => level === 7)).toBe(true);
});

it('a small picture that is finer than the page does not count', () => {
  const page = pagePicture(
    [drawn([300, 400], [0, 0, 150, 200]), drawn([120, 120], [10, 10, 30, 30])],
    150,
    200,
  );
  expect([page.width, page.height]).toEqual([300, 400]);
});

it('white shows through what is half transparent, so that soft edges stay', () => {
  const data = new Uint8Array([0, 0, 0, 255, 0, 0, 0, 100, 0, 0, 0, 0, 200, 200, 200, 255]);
  expect([...greyOf({ width: 4, height: 1, channels: 4, data }).data]).toEqual([0, 155, 255, 200]);
});
