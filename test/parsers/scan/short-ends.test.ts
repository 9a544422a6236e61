import { expect, it } from 'vitest';
import type { PixelRuling } from '../../../parsers/scan/grid/ruling.ts';
import { reachingAcross } from '../../../parsers/scan/grid/short-ends.ts';

const dpi = 150;
const line = (orientation: 'h' | 'v', position: number, start: number, end: number): PixelRuling => ({
  orientation,
  position,
  start,
  end,
  thickness: 2,
});
const levels = [300, 338, 376].map((position) => line('h', position, 100, 900));
const endsOf = (upright: PixelRuling) => {
  const [, , , { start, end }] = reachingAcross([...levels, upright], dpi) as [
    unknown,
    unknown,
    unknown,
    PixelRuling,
  ];
  return [start, end];
};

it('a ruling that stops short of a line across goes on to it, at either end', () => {
  expect(endsOf(line('v', 342, 300, 368))).toEqual([300, 376]);
  expect(endsOf(line('v', 342, 308, 376))).toEqual([300, 376]);
});

it('it stays where it ends at a line, or in the middle between two', () => {
  expect(endsOf(line('v', 342, 300, 340))).toEqual([300, 340]);
  expect(endsOf(line('v', 342, 300, 360))).toEqual([300, 360]);
});

it('it stays where neither end lies on a line, or no line is passed: an underline', () => {
  expect(endsOf(line('v', 342, 308, 368))).toEqual([308, 368]);
  expect(endsOf(line('v', 342, 338, 369))).toEqual([338, 369]);
});

it('a line that does not pass there is none to go on to', () => {
  expect(endsOf(line('v', 950, 300, 368))).toEqual([300, 368]);
});
