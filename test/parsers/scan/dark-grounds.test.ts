import { describe, expect, it } from 'vitest';
import { cleanPage } from '../../../parsers/scan/clean-page.ts';
import { withoutDarkGrounds, withoutRedGrounds } from '../../../parsers/scan/image/dark-grounds.ts';
import { blank, type Raster } from '../../../parsers/scan/image/raster.ts';
import { fill } from './drawing.ts';

const dpi = 200;
const [width, height] = [1000, 700];
const ground = 70;

/** A table of two columns, three rows of 60 pixels and a head on a fill from y = 100 on; columns begin at 100 and 500 and end at 900. */
function headed(line: number): Raster {
  const page = blank(width, height);
  const black = (x0: number, y0: number, x1: number, y1: number, level = 0) =>
    fill(page, x0, y0, x1, y1, level);
  black(100, 100, 900, 160, ground);
  for (const y of [220, 280, 340]) black(100, y - 1, 902, y + 2);
  for (const x of [100, 500, 900]) black(x - 1, 160, x + 2, 341);
  black(499, 100, 502, 160, line);
  // Strokes of the head are light, those of the rows dark.
  for (const x of [150, 170, 190, 550, 570, 590]) {
    black(x, 118, x + 4, 142, 255);
    for (const y of [180, 240, 300]) black(x, y, x + 4, y + 24);
  }
  return page;
}

const clean = (picture: Raster, red: Raster | null = null) =>
  cleanPage({ number: 1, width: (width * 72) / dpi, height: (height * 72) / dpi, rotation: 0, picture, red });

const at = ({ data }: Raster, x: number, y: number): number => data[y * width + x]!;

describe('writing on a dark fill', () => {
  it.each([
    ['white', 255],
    ['black', 0],
  ])('is ink on paper, and %s lines between its cells are rulings', (_, line) => {
    const page = withoutDarkGrounds(headed(line), dpi);
    expect([at(page, 300, 130), at(page, 152, 130), at(page, 500, 130)]).toEqual([255, 0, 0]);
    const { rulings, doubts } = clean(headed(line));
    const down = rulings.filter(({ orientation }) => orientation === 'v');
    expect(down.map(({ start }) => Math.round((start * dpi) / 72 / 20) * 20)).toEqual([100, 100, 100]);
    expect(rulings.filter(({ orientation }) => orientation === 'h')).toHaveLength(5);
    expect(doubts).toEqual([]);
  });

  it('is left where the dark comes from the edge of the picture, ends by degrees or bears no writing', () => {
    const edge = headed(255);
    fill(edge, 0, 110, 101, 150, ground);
    const bar = blank(width, height);
    fill(bar, 100, 100, 900, 160, ground);
    const shadow = blank(width, height);
    for (let y = 100; y < 500; y++)
      for (let x = 100; x < 900; x++)
        shadow.data[y * width + x] = Math.min(255, ground + Math.abs(y - 300) + (x % 40 < 3 ? 150 : 0));
    for (const page of [edge, bar, shadow]) expect(withoutDarkGrounds(page, dpi)).toBe(page);
  });

  it('is found on a bright red, which is white in grey, and no ring of a seal is such a fill', () => {
    const red = blank(width, height);
    const page = headed(255);
    for (let y = 100; y < 160; y++)
      for (let x = 100; x < 900; x++) {
        if (at(page, x, y) === ground) red.data[y * width + x] = 0;
        page.data[y * width + x] = 255;
      }
    const turned = withoutRedGrounds(page, red, dpi);
    expect([at(turned.page, 152, 130), at(turned.page, 300, 130), at(turned.red, 300, 130)]).toEqual([
      0, 255, 255,
    ]);
    const ring = blank(width, height);
    for (let y = 0; y < height; y++)
      for (let x = 0; x < width; x++) {
        const away = Math.hypot(x - 500, y - 350);
        if (away < 200 && away > 170 && (x * 7 + y) % 60 > 3) ring.data[y * width + x] = 0;
      }
    expect(withoutRedGrounds(page, ring, dpi).page).toBe(page);
  });
});
