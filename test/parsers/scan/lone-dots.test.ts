import { describe, expect, it } from 'vitest';
import { cleanPage } from '../../../parsers/scan/clean-page.ts';
import { withoutLoneDots } from '../../../parsers/scan/image/lone-dots.ts';
import { blank } from '../../../parsers/scan/image/raster.ts';
import { fill, inkOfPicture } from './drawing.ts';

const dpi = 200;
const side = 800;

/** Four inches square of white paper with dark boxes on it: column, row, width and height in pixels. */
function paper(boxes: readonly (readonly [number, number, number, number])[]) {
  const picture = blank(side, side);
  for (const [x, y, width, height] of boxes) fill(picture, x, y, x + width, y + height);
  return { picture, ink: inkOfPicture(picture) };
}

const inkOf = ({ picture, ink }: ReturnType<typeof paper>): [number, number] => [
  picture.data.filter((level) => level < 128).length,
  ink.data.filter((pixel) => pixel === 1).length,
];

/** Dots as large as points, too large for specks. */
const dirt = [60, 300, 540, 780].map((x) => [x - 10, 700, 4, 4] as const);

describe('dots that stand alone', () => {
  it('go, from the picture and from its ink', () => {
    expect(inkOf(withoutLoneDots(paper(dirt), dpi))).toEqual([0, 0]);
  });

  it('leave points beside digits, rows of dots, short dashes and the pieces of a broken character', () => {
    const figure = [
      [100, 100, 12, 20],
      [116, 116, 4, 4],
      [133, 100, 12, 20],
    ] as const;
    const dots = [300, 308, 316, 324].map((x) => [x, 116, 4, 4] as const);
    const dash = [[500, 110, 9, 2]] as const;
    const broken = [
      [600, 300, 3, 4],
      [608, 300, 4, 3],
      [600, 309, 3, 3],
      [609, 309, 4, 4],
      [604, 316, 3, 3],
    ] as const;
    const kept = [...figure, ...dots, ...dash, ...broken];
    const all = withoutLoneDots(paper([...dirt, ...figure, ...dots, ...dash, ...broken]), dpi);
    expect(inkOf(all)).toEqual(inkOf(paper(kept)));
  });

  it('go where dirt lies so close that others are beside most', () => {
    let seed = 7;
    const next = (): number => {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
      return 20 + Math.floor((seed / 2_147_483_648) * 760);
    };
    const scattered = Array.from({ length: 1000 }, () => [next(), next(), 2, 2] as const);
    const [before] = inkOf(paper(scattered));
    expect(inkOf(withoutLoneDots(paper(scattered), dpi))[0]).toBeLessThan(0.1 * before);
  });

  it('are gone from a page that is ready to be read', () => {
    const points = (72 * side) / dpi;
    const shown = { number: 1, picture: paper(dirt).picture, width: points, height: points, rotation: 0 };
    expect(cleanPage(shown).page.ink.data.includes(1)).toBe(false);
  });

  it('stay on paper that has hardly any', () => {
    const page = paper([[100, 100, 4, 4]]);
    expect(withoutLoneDots(page, dpi)).toBe(page);
  });
});
