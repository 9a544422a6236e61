import { describe, expect, it } from 'vitest';
import { eraseRulings } from '../../../parsers/scan/grid/erase-rulings.ts';
import type { PixelRuling } from '../../../parsers/scan/grid/ruling.ts';
import type { Raster } from '../../../parsers/scan/image/raster.ts';

const [width, height] = [40, 200];

/** An upright line of some darkness, and a stroke of a digit beside it; ink is what is darker than 150. */
function page(line: number, stroke: { x: number; width: number }): { picture: Raster; ink: Raster } {
  const picture = { width, height, data: new Uint8Array(width * height).fill(255) };
  for (let y = 0; y < height; y++) picture.data[y * width + 10] = line;
  for (let y = 90; y < 104; y++)
    for (let x = stroke.x; x < stroke.x + stroke.width; x++) picture.data[y * width + x] = 60;
  return { picture, ink: { ...picture, data: picture.data.map((level) => (level < 150 ? 1 : 0)) } };
}

const ruling: PixelRuling = { orientation: 'v', position: 10.5, start: 0, end: height, thickness: 1 };

const darkAt = ({ data }: Raster, x: number): number =>
  Array.from({ length: 14 }, (_, i) => data[(90 + i) * width + x]!).filter((level) => level < 150).length;

describe('a ruling close to a digit', () => {
  it('goes, and the stroke of the digit stays where the line is too pale to be ink', () => {
    const { picture, ink } = page(190, { x: 13, width: 2 });
    eraseRulings(picture, ink, [ruling]);
    expect([13, 14].map((x) => darkAt(picture, x))).toEqual([14, 14]);
    expect([13, 14].map((x) => ink.data[95 * width + x])).toEqual([1, 1]);
    expect(picture.data[95 * width + 10]).toBe(255);
  });

  it('is found where it lies a pixel or two beside its place', () => {
    const { picture, ink } = page(190, { x: 13, width: 2 });
    eraseRulings(picture, ink, [{ ...ruling, position: 12.5 }]);
    expect(darkAt(picture, 13)).toBe(14);
    expect(picture.data[20 * width + 10]).toBe(255);
  });

  it('takes no more of a stroke that touches it than it covers itself', () => {
    const { picture, ink } = page(60, { x: 11, width: 3 });
    eraseRulings(picture, ink, [ruling]);
    expect([12, 13].map((x) => darkAt(picture, x))).toEqual([14, 14]);
    expect(darkAt(picture, 10)).toBe(0);
  });

  it('goes with its grey fringe', () => {
    const { picture, ink } = page(60, { x: 30, width: 2 });
    for (let y = 0; y < height; y++)
      for (const [x, level] of [
        [9, 180],
        [11, 180],
        [12, 230],
      ] as const)
        picture.data[y * width + x] = level;
    eraseRulings(picture, ink, [ruling]);
    expect([9, 10, 11, 12].map((x) => picture.data[50 * width + x])).toEqual([255, 255, 255, 255]);
  });
});
