import { expect, test } from 'vitest';
import { fixedLine, settledLines } from '../../../parsers/geometry/columns/column-lines.ts';
import type { Segment } from '../../../parsers/geometry/texts/segments.ts';

const size = 12;
const piece = (x0: number, x1: number, line: number): Segment => ({
  box: { x0, x1, y0: 20 * line, y1: 20 * line + size },
  text: '权重',
  size,
  line,
});
const centred = (middle: number, ...widths: number[]): Segment[] =>
  widths.map((width, i) => piece(middle - width / 2, middle + width / 2, i));

test('lines told by the middles of their texts cut none that stands off the middle, as a browser sets a bracket that begins a line', () => {
  // The half of the bracket that was left out moves its line to the right: the strip between the columns is narrow.
  const texts = [
    ...centred(435.9, 24, 13, 13, 20, 7, 13, 13),
    piece(421, 456.6, 9),
    ...centred(475, 24, 24, 13, 13, 20, 7, 13),
    piece(460.2, 495.4, 10),
  ];
  const lines = [
    fixedLine(417),
    { x: 458, from: 456.6, to: 460.2 },
    { x: 506, from: 495.4, to: 516.7 },
    fixedLine(561),
  ];
  const [, second, third] = settledLines(lines, texts);
  expect(second).toBeGreaterThanOrEqual(456.6);
  expect(second).toBeLessThanOrEqual(460.2);
  expect(third).toBeGreaterThanOrEqual(495.4);
});
