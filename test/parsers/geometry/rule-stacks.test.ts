import { describe, expect, test } from 'vitest';
import {
  filledStacks,
  stacks,
  statementStacks,
  withLabels,
} from '../../../parsers/geometry/half-ruled/rule-stacks.ts';
import type { Edge } from '../../../parsers/geometry/rulings/edges.ts';
import type { Segment } from '../../../parsers/geometry/texts/segments.ts';

const across = (position: number, start: number, end: number): Edge => ({
  orientation: 'h',
  position,
  start,
  end,
  thickness: 0.5,
  assumed: false,
});
const text = (line: number, x0: number, x1: number, words = '12.50'): Segment => ({
  box: { x0, x1, y0: line * 20, y1: line * 20 + 10 },
  text: words,
  size: 10,
  line,
});
const ends = (all: readonly (readonly Edge[])[]) =>
  all.map((stack) => stack.map(({ start, end }) => [start, end]));

describe('lines over one another', () => {
  test('are of one stack where a line lies under any of those above it', () => {
    const lines = [across(0, 0, 50), across(50, 0, 100), across(100, 60, 100)];
    expect(stacks(lines)).toEqual([lines]);
  });

  test('with white between them are of one stack where they stand level over figures alone', () => {
    const left = [across(10, 0, 100), across(50, 0, 100)];
    const beside = (x0: number, second: number) => [across(10, x0, 240), across(50, second, 240)];
    const figures = [text(1, 40, 90), text(1, 180, 230)];
    const whole = [
      [
        [0, 240],
        [0, 240],
      ],
    ];
    // The one of its lines that begins first tells how wide the white is; none is needed.
    expect(ends(statementStacks([left, beside(150, 170)], figures))).toEqual(whole);
    expect(ends(statementStacks([left, beside(100, 100)], figures))).toEqual(whole);
    expect(statementStacks([left, beside(170, 170)], figures)).toHaveLength(2);
    expect(statementStacks([left, beside(150, 170)], [...figures, text(2, 180, 230, '合计')])).toHaveLength(
      2,
    );
  });

  test('over figures alone reach over the labels before them, if there are three', () => {
    const stack = [across(10, 100, 300), across(90, 100, 300)];
    const rows = (count: number) =>
      Array.from({ length: count }, (_, i) => [
        text(i + 1, 20, 90, '办公费'),
        text(i + 1, 120, 160),
        text(i + 1, 220, 260),
      ]).flat();
    expect(withLabels(stack, rows(3)).map(({ start }) => start)).toEqual([18, 18]);
    expect(withLabels(stack, rows(2))).toEqual(stack);
  });
});

test('a blank row without the height of a line ends no table', () => {
  const lines = (gap: number) => [0, 20, 20 + gap, 40 + gap].map((y) => across(y, 0, 100));
  const texts = [text(0, 10, 40), text(0, 60, 90), text(1.3, 10, 40), text(1.3, 60, 90)];
  expect(filledStacks(lines(3.75), texts)).toHaveLength(1);
  expect(filledStacks(lines(6), texts)).toHaveLength(2);
});
