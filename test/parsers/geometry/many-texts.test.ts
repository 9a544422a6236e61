import { expect, test } from 'vitest';
import { proseLines } from '../../../parsers/geometry/borderless/prose-lines.ts';
import { areaOf } from '../../../parsers/geometry/box-around.ts';
import { ruledBands } from '../../../parsers/geometry/half-ruled/ruled-rows.ts';
import type { Segment } from '../../../parsers/geometry/texts/segments.ts';

/** More than a call takes as arguments. */
const segments = Array.from({ length: 150_000 }, (_, i) => ({
  box: { x0: i % 500, y0: i / 500, x1: (i % 500) + 1, y1: i / 500 + 1 },
  line: i,
  text: '甲',
  size: 1,
})) as Segment[];

test('a page may hold more texts than a call takes arguments', () => {
  expect(areaOf(segments)).toEqual({ x0: 0, y0: 0, x1: 500, y1: 149_999 / 500 + 1 });
  expect(ruledBands(segments, [])).toEqual([]);
  expect(proseLines(new Map(segments.map((segment) => [segment.line, [segment]]))).size).toBe(0);
});

test('the area of nothing holds nothing', () => {
  expect(areaOf([])).toEqual({ x0: Infinity, y0: Infinity, x1: -Infinity, y1: -Infinity });
});
