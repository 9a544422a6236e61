import { describe, expect, it } from 'vitest';
import { barePicture } from '../../../parsers/scan/image/page-picture.ts';

type Colour = readonly [number, number, number];
const black: Colour = [20, 20, 20];
const blue: Colour = [45, 65, 170];
const green: Colour = [30, 130, 70];
const violet: Colour = [115, 60, 150];

/** A page of 6 by 4 inches at 100 dpi whose boxes are multiplied onto it, as ink is. */
function page(boxes: readonly (readonly [number, number, number, number, Colour])[]) {
  const [width, height] = [600, 400];
  const data = new Uint8Array(width * height * 3).fill(245);
  for (const [x0, y0, x1, y1, colour] of boxes)
    for (let y = y0; y < y1; y++)
      for (let x = x0; x < x1; x++)
        for (let c = 0; c < 3; c++) {
          const at = (y * width + x) * 3 + c;
          data[at] = (data[at]! * colour[c]!) / 255;
        }
  const pixels = { width, height, channels: 3 as const, data };
  const { page: drawn, taken } = barePicture([{ pixels, frame: [432, 0, 0, -288, 0, 288] }], 432, 288);
  return {
    at: (x: number, y: number): number => drawn.data[y * width + x]!,
    isTaken: (x: number, y: number): boolean => taken?.data[y * width + x] === 0,
  };
}

/** Lines of writing, of strokes of 3 by 12 pixels, 7 apart. */
const writing = (y: number, colour: Colour, x0 = 60, x1 = 540) =>
  Array.from(
    { length: Math.floor((x1 - x0) / 7) },
    (_, i) => [x0 + 7 * i, y, x0 + 7 * i + 3, y + 12, colour] as const,
  );

/** The frame of a stamp, from 200, 100 to 340, 160. */
const frame = (colour: Colour) =>
  [
    [200, 100, 340, 103, colour],
    [200, 157, 340, 160, colour],
    [200, 103, 203, 157, colour],
    [337, 103, 340, 157, colour],
  ] as const;

const rows = [60, 96, 150, 200].flatMap((y) => writing(y, black));

describe('a stamp over what is printed', () => {
  it.each([
    ['blue', blue],
    ['green', green],
    ['violet', violet],
  ])('is taken out where it is %s, and the print below it stays', (_, colour) => {
    const { at, isTaken } = page([...rows, ...frame(colour)]);
    expect(at(201, 130)).toBeGreaterThan(235);
    expect(at(268, 102)).toBeGreaterThan(235);
    expect(at(243, 101)).toBeLessThan(60);
    expect(at(61, 101)).toBeLessThan(60);
    expect([isTaken(201, 130), isTaken(61, 101)]).toEqual([true, false]);
  });

  it('is left where the form is written in its colour', () => {
    const { at, isTaken } = page([...rows, ...frame(blue), ...writing(240, blue), ...writing(280, blue)]);
    expect(at(201, 130)).toBeLessThan(120);
    expect(at(61, 245)).toBeLessThan(120);
    expect(isTaken(201, 130)).toBe(false);
  });
});

describe('colour that lies over nothing', () => {
  it('is left: writing, a line under writing, a fill', () => {
    const line = [60, 300, 500, 303, black] as const;
    const { at } = page([...rows, ...writing(286, blue, 60, 200), line, [60, 330, 300, 370, blue]]);
    expect(at(61, 290)).toBeLessThan(120);
    expect(at(100, 350)).toBeLessThan(120);
  });
});
