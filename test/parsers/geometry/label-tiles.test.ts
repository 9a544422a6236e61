import { describe, expect, test } from 'vitest';
import { withTiledLabels } from '../../../parsers/geometry/borderless/tiled-labels.ts';
import type { LatticeCell } from '../../../parsers/geometry/rulings/lattice.ts';
import type { Segment } from '../../../parsers/geometry/texts/segments.ts';

/**
 * A table of three columns, each row `height` points high: labels at the rows that they stand in the middle of, and a text and a figure in every row,
 * `off` rows off its middle.
 */
function table(
  rows: number,
  labels: readonly (readonly [text: string, middle: number])[],
  off: readonly number[] = [],
  height = 14,
) {
  const xs = [0, 60, 160, 220];
  const ys = Array.from({ length: rows + 1 }, (_, i) => i * height);
  const cells = ys.slice(1).flatMap((y1, row) =>
    xs.slice(1).map(
      (x1, column): LatticeCell => ({
        row,
        column,
        rowSpan: 1,
        columnSpan: 1,
        box: { x0: xs[column]!, x1, y0: ys[row]!, y1 },
      }),
    ),
  );
  const piece = (text: string, x: number, middle: number): Segment => {
    const box = { x0: x, x1: x + 9 * text.length, y0: middle - 4.5, y1: middle + 4.5 };
    return { text, box, size: 9, line: Math.round(middle * 2) };
  };
  const texts = ys.slice(1).flatMap((y1, row) => {
    const middle = y1 + ((off[row] ?? 0) - 0.5) * height;
    return [
      piece(row === 0 ? '指标名称' : `护栏长度${row}`, 70, middle),
      piece(row === 0 ? '指标值' : `${row}0`, 170, middle),
    ];
  });
  const segments = [...texts, ...labels.map(([text, middle]) => piece(text, 10, middle * height))];
  const found = withTiledLabels({ xs, ys, cells }, segments, () => false);
  const spans = found.table.cells
    .filter(({ column }) => column === 0)
    .map(({ row, rowSpan }) => [row, rowSpan]);
  return { spans, isUnsettled: found.isUnsettled };
}

const head = ['一级指标', 0.5] as const;

describe('labels over several rows', () => {
  test('stand in the middle of them, whatever their count', () => {
    const labels = [head, ['产出指标', 3], ['效益指标', 6.5], ['满意度', 8.5]] as const;
    expect(table(9, labels)).toEqual({
      spans: [
        [0, 1],
        [1, 4],
        [5, 3],
        [8, 1],
      ],
      isUnsettled: false,
    });
  });

  test('stand in the first of them where they cannot stand in the middle, and span none', () => {
    // 效益指标 has as many blank rows above as below.
    const { spans, isUnsettled } = table(6, [head, ['产出指标', 1.5], ['效益指标', 4.5]]);
    expect(spans).toEqual([0, 1, 2, 3, 4, 5].map((row) => [row, 1]));
    expect(isUnsettled).toBe(false);
  });

  test('are in question where they stand right either way, and where a row between them is of none', () => {
    expect(table(5, [head, ['产出指标', 1.5], ['效益指标', 3.5]]).isUnsettled).toBe(true);
    const gap = [head, ['产出指标', 2], ['效益指标', 4.5], ['成本指标', 5.5], ['满意度', 6.5]] as const;
    expect(table(7, gap).isUnsettled).toBe(true);
  });

  test('end with what they are worth: the next line begins another', () => {
    const worth = [
      head,
      ['产出质量', 1.23],
      ['（10分）', 1.73],
      ['产出时效', 2.27],
      ['（5分）', 2.77],
      ['项目效益', 3.25],
      ['（25分）', 3.75],
      ['满意度', 6],
    ] as const;
    expect(table(8, worth, [], 24).spans).toEqual([
      [0, 1],
      [1, 1],
      [2, 1],
      [3, 1],
      [4, 4],
    ]);
  });

  test('are no figures that stand one a row: the same sum over its part is no number broken in two', () => {
    const sums = [
      ['总计', 0.5],
      ['2581', 1.5],
      ['1086', 2.75],
      ['1086', 3.25],
    ] as const;
    expect(table(5, sums, [0, 0, 0.25, -0.25]).spans).toEqual([0, 1, 2, 3, 4].map((row) => [row, 1]));
  });
});
