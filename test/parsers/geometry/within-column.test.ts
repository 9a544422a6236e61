import { expect, test } from 'vitest';
import { withinColumn } from '../../../parsers/geometry/columns/page-columns.ts';
import type { Lattice } from '../../../parsers/geometry/rulings/lattice.ts';

const table = (xs: readonly number[]): Lattice => ({
  xs: [...xs],
  ys: [100, 112],
  cells: xs.slice(1).map((x1, column) => ({
    row: 0,
    column,
    rowSpan: 1,
    columnSpan: 1,
    box: { x0: xs[column]!, y0: 100, x1, y1: 112 },
  })),
});
const text = (x0: number, x1: number) => ({
  box: { x0, y0: 100, x1, y1: 110 },
  text: 'text',
  size: 9,
  line: 0,
});

test('the outer line of a table without lines does not lie in the next column of prose', () => {
  const { xs, cells } = withinColumn(table([58, 180, 240, 322]), [text(60, 120), text(250, 290)], [298]);
  expect(xs).toEqual([58, 180, 240, 298]);
  expect(cells.at(-1)!.box.x1).toBe(298);
  const right = withinColumn(table([280, 380, 540]), [text(306, 370), text(400, 530)], [298]);
  expect(right.xs).toEqual([298, 380, 540]);
});

test('a table that stands over two columns keeps its outer lines', () => {
  const wide = table([58, 180, 240, 540]);
  expect(withinColumn(wide, [text(60, 120), text(250, 530)], [298])).toBe(wide);
});
