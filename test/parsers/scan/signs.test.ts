import { describe, expect, it } from 'vitest';
import { signOf } from '../../../parsers/scan/figures/signs.ts';
import { blank, type Raster } from '../../../parsers/scan/image/raster.ts';
import { tightened } from '../../../parsers/scan/lines/text-lines.ts';
import { fill, inkOfPicture, stroke } from './drawing.ts';

const em = 40;

function read(draw: (page: Raster) => void): string | null {
  const page = blank(100, 100);
  draw(page);
  const ink = inkOfPicture(page);
  const glyph = tightened(ink, { x0: 0, y0: 0, x1: 100, y1: 100 });
  return glyph && signOf(ink, glyph, em);
}

const greater = (page: Raster): void => {
  stroke(page, [30, 30], [58, 42], 3);
  stroke(page, [58, 42], [30, 54], 3);
};
const less = (page: Raster): void => {
  stroke(page, [58, 30], [30, 42], 3);
  stroke(page, [30, 42], [58, 54], 3);
};
const bar = (y: number) => (page: Raster) => fill(page, 30, y, 61, y + 3);

describe('signs before figures', () => {
  it.each([
    ['>', [greater]],
    ['<', [less]],
    ['≥', [greater, bar(61)]],
    ['≤', [less, bar(61)]],
    ['≧', [greater, bar(60), bar(66)]],
    ['≦', [less, bar(60), bar(66)]],
    ['=', [bar(40), bar(50)]],
  ])('knows %s by its shape', (sign, strokes) => {
    expect(read((page) => strokes.forEach((draw) => void draw(page)))).toBe(sign);
  });

  it('knows the bar that runs along the lower arm', () => {
    const slanted = (page: Raster): void => stroke(page, [58, 52], [30, 64], 3);
    expect(read((page) => [greater, slanted].forEach((draw) => void draw(page)))).toBe('≥');
  });

  it.each([
    ['a box', (page: Raster) => fill(page, 30, 30, 60, 60)],
    ['a plus', (page: Raster) => [fill(page, 44, 30, 47, 60), fill(page, 30, 44, 60, 47)]],
    ['a single bar', bar(45)],
    [
      'a bow with a bar, narrow as a 2',
      (page: Raster) => {
        stroke(page, [32, 32], [46, 40], 3);
        stroke(page, [46, 40], [32, 55], 3);
        fill(page, 30, 57, 49, 60);
      },
    ],
    [
      'a bracket',
      (page: Raster) => {
        stroke(page, [40, 25], [33, 42], 3);
        stroke(page, [33, 42], [40, 60], 3);
      },
    ],
  ])('is not misled by %s', (_, draw) => {
    expect(read((page) => void draw(page))).toBeNull();
  });
});
