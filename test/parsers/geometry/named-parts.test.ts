import { expect, test } from 'vitest';
import { explainedRows } from '../../../parsers/geometry/rows/explained-rows.ts';
import type { Segment } from '../../../parsers/geometry/texts/segments.ts';

const size = 10;
const pitch = 17;

/** One line a row, each with its name and, where there are any, three figures: nothing but the places of the texts tells the rows. */
function rowsOf(rows: readonly (readonly [name: string, figure: string])[]): number[] {
  const xs = [30, 170, 240, 310, 380];
  const segments = rows.flatMap(([name, figure], row): Segment[] => {
    const y0 = 100 + row * pitch + (pitch - size) / 2;
    const piece = (text: string, x0: number, width: number, line: number): Segment => ({
      text,
      box: { x0, y0, x1: x0 + width, y1: y0 + size },
      size,
      line,
    });
    const line = row * 4;
    const figures = figure === '' ? [] : [1, 2, 3].map((at) => piece(figure, xs[at]! + 8, 24, line + at));
    return [piece(name, xs[0]! + 3, [...name].length * size, line), ...figures];
  });
  return explainedRows(xs, segments).bounds.map((bound) => (bound - 100) / pitch);
}

test('其中 and numbered parts without figures are rows of their own, and no more of the name above', () => {
  const bounds = rowsOf([
    ['经费控制', '2030年'],
    ['三公经费', '2.48'],
    ['1、公务用车购置和维护', '1.77'],
    ['其中：公车购置', ''],
    ['公车运行维护', '1.77'],
    ['2、出国经费', ''],
    ['3、公务接待', '0.71'],
    ['项目支出', '115.50'],
    ['公用经费', '21.35'],
  ]);
  expect(bounds.map((bound) => Math.round(bound))).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
});
