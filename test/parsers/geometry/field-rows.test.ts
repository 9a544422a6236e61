import { expect, test } from 'vitest';
import { withCentredSpans } from '../../../parsers/geometry/borderless/centred-spans.ts';
import type { LatticeCell } from '../../../parsers/geometry/rulings/lattice.ts';

const xs = [0, 50, 70, 130, 190, 250, 320];

/** Where the cells of a row begin that holds texts about the given middles. */
function columnsOf(...texts: [text: string, middle: number][]): number[] {
  const cells = xs.slice(1).map((x1, column): LatticeCell => {
    const box = { x0: xs[column]!, x1, y0: 0, y1: 14 };
    return { row: 0, column, rowSpan: 1, columnSpan: 1, box };
  });
  const segments = texts.map(([text, middle]) => {
    const half = 4.5 * text.length;
    return { text, box: { x0: middle - half, x1: middle + half, y0: 3, y1: 12 }, size: 9, line: 1 };
  });
  return withCentredSpans({ xs, ys: [0, 14], cells }, segments).cells.map(({ column }) => column);
}

test('a label and its value, each in the middle of its columns, leave no blank cell between them', () => {
  // The lines are known to a few points alone: the value stands 6 points off.
  expect(columnsOf(['项目单位', 34], ['柳河县水务局', 201])).toEqual([0, 2]);
  expect(columnsOf(['项目名称', 36], ['河道清淤', 104], ['主管部门', 161], ['柳河县财政局', 250])).toEqual([
    0, 2, 3, 4,
  ]);
});

test('blank cells beside figures in the middle of their own columns stay', () => {
  expect(columnsOf(['数量指标', 26], ['清淤长度', 100], ['12', 220])).toEqual([0, 1, 2, 3, 4, 5]);
});

test('指标1： begins the name of an indicator, and no field', () => {
  expect(columnsOf(['指标1', 34], ['柳河县水务局', 201])).toEqual([0, 2]);
  expect(columnsOf(['指标1：', 34], ['柳河县水务局', 201])).toEqual([0, 1, 2, 3, 4, 5]);
});
