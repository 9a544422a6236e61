import { expect, it } from 'vitest';
import { pixelRulings } from '../../../parsers/scan/grid/rulings.ts';
import { blank } from '../../../parsers/scan/image/raster.ts';
import { fill, inkOfPicture } from './drawing.ts';

const dpi = 200;
const [top, bottom, left, right] = [100, 740, 100, 700];

/** The upright pieces, from and to, that are seen of a border at 400 of a table with rows of 80 pixels. */
function piecesOfBorder(...drawn: readonly (readonly [number, number])[]): number[][] {
  const page = blank(900, 900);
  for (let y = top; y <= bottom; y += 80) fill(page, left, y, right + 3, y + 3, 0);
  for (const x of [left, right]) fill(page, x, top, x + 3, bottom + 3, 0);
  for (const [from, to] of drawn) fill(page, 400, from, 403, to, 0);
  const ink = inkOfPicture(page);
  return pixelRulings({ level: ink, upright: ink }, dpi)
    .rulings.filter(({ orientation, position }) => orientation === 'v' && Math.abs(position - 401) < 3)
    .map(({ start, end }) => [start, end]);
}

it('a border goes on over a figure that blots it out within a cell', () => {
  expect(piecesOfBorder([100, 440], [464, 743])).toEqual([[100, 743]]);
});

it('a border that closes at a line and opens at the next is none between them', () => {
  expect(piecesOfBorder([100, 423], [500, 743])).toEqual([
    [100, 423],
    [500, 743],
  ]);
});

it('the short last pieces of a border belong to it where they come to a line across', () => {
  expect(piecesOfBorder([100, 695], [705, 743])).toEqual([[100, 743]]);
  expect(piecesOfBorder([100, 655], [664, 697], [706, 743])).toEqual([[100, 743]]);
  expect(piecesOfBorder([100, 138], [148, 743])).toEqual([[100, 743]]);
});

it('a stroke of writing below a border is none of it', () => {
  expect(piecesOfBorder([100, 600], [608, 642])).not.toContainEqual([100, 642]);
});

it('a border that writing close beside it makes pale goes on where some of its ink is left', () => {
  const dots = [719, 725, 731].map((y) => [y, y + 4] as const);
  expect(piecesOfBorder([100, 715], ...dots)[0]?.[1]).toBeGreaterThan(738);
  expect(piecesOfBorder([100, 715])[0]?.[1]).toBe(715);
});
