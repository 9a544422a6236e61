import { describe, expect, test } from 'vitest';
import { linesInGutters } from '../../../parsers/geometry/columns/column-lines.ts';
import { withFiguredColumns } from '../../../parsers/geometry/columns/figured-columns.ts';
import { guttersOf } from '../../../parsers/geometry/columns/gutters.ts';
import type { Segment } from '../../../parsers/geometry/texts/segments.ts';

const text = (line: number, x0: number, x1: number): Segment => ({
  box: { x0, x1, y0: line * 20, y1: line * 20 + 10 },
  text: 'x',
  size: 10,
  line,
});

/** Figures of one digit under a wider head, closely beside which the next column begins. */
const points = (head: [number, number], beside: number): Segment[] => [
  text(1, ...head),
  text(1, beside, beside + 50),
  ...Array.from({ length: 9 }, (_, i) => [text(i + 2, 110, 117), text(i + 2, 144, 240)]).flat(),
];

describe('strips between columns', () => {
  test('are none where as many lines write across as half of those beside them', () => {
    const columns = [1, 2].flatMap((line) => [text(line, 20, 80), text(line, 120, 200)]);
    const written = (lines: number) => Array.from({ length: lines }, (_, i) => text(i + 3, 20, 200));
    expect(guttersOf([...columns, ...written(2)], 0.6)).toHaveLength(1);
    expect(guttersOf([...columns, ...written(3)], 0.6)).toEqual([]);
  });

  test('between two figures are known by another line that parts there', () => {
    const figure = (line: number, x0: number) => ({ ...text(line, x0, x0 + 40), text: '12.50' });
    const two = [figure(1, 20), figure(1, 70)];
    expect(withFiguredColumns([], two, 0)).toEqual([]);
    expect(withFiguredColumns([], [...two, figure(2, 20), figure(2, 70)], 0)).toEqual([{ from: 60, to: 70 }]);
  });

  test('a head that is wider than its figures is not cut, though texts over both columns begin behind it', () => {
    const amounts = [11, 12, 13].map((line) => text(line, 128, 170));
    const [gutter, ...more] = guttersOf([...points([100, 127], 150), ...amounts], 0.35);
    expect(more).toEqual([]);
    expect(gutter!.from).toBeGreaterThanOrEqual(127);
    expect(gutter!.to).toBeLessThanOrEqual(144);
  });

  test('the end of a text over several columns bounds no column', () => {
    const segments = [...points([108, 119], 150), text(11, 40, 136)];
    const first = segments.map((segment, i) => ({ ...segment, line: segment.line, text: `${i}` }));
    const left = Array.from({ length: 10 }, (_, i) => text(i + 1, 20, 60));
    const all = [...first, ...left];
    const gutters = guttersOf(all, 0.35);
    expect(gutters).toHaveLength(2);
    const line = linesInGutters(gutters, all)[1]!;
    expect([line.from, line.to]).toEqual([119, 144]);
  });

  test('a figure in the strip between two narrow heads is of the column that holds nothing else on its line', () => {
    const heads = [text(1, 20, 40), text(1, 100, 140), text(1, 200, 240)];
    const strips = [
      { from: 60, to: 100 },
      { from: 140, to: 200 },
    ];
    const figure = text(2, 165, 185);
    const between = (...beside: Segment[]) => linesInGutters(strips, [...heads, figure, ...beside])[1]!;
    expect(between(text(2, 20, 60), text(2, 215, 240)).from).toBe(185);
    expect(between(text(2, 20, 60), text(2, 105, 130)).to).toBe(165);
    expect(between(text(2, 105, 130), text(2, 215, 240))).toMatchObject(strips[1]!);
  });
});
