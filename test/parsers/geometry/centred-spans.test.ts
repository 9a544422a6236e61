import { expect, test } from 'vitest';
import { withCentredSpans } from '../../../parsers/geometry/borderless/centred-spans.ts';
import type { Lattice } from '../../../parsers/geometry/rulings/lattice.ts';

const xs = [0, 100, 138, 180, 222];
const rows = [0, 1, 2, 3];
const lattice: Lattice = {
  xs,
  ys: [...rows, 4].map((row) => row * 12),
  cells: rows.flatMap((row) =>
    xs.slice(1).map((x1, column) => ({
      row,
      column,
      rowSpan: 1,
      columnSpan: 1,
      box: { x0: xs[column]!, y0: row * 12, x1, y1: row * 12 + 12 },
    })),
  ),
};
const text = (written: string, row: number, middle: number) => {
  const half = written.length * 2;
  return {
    box: { x0: middle - half, y0: row * 12 + 2, x1: middle + half, y1: row * 12 + 10 },
    text: written,
    size: 8,
    line: row,
  };
};

/** How many columns the cells of the first row span: a text in its third column, with blank cells beside it, above rows of marks. */
function spansBeside(first: string): number[] {
  const marks = ['x', '(x)', '(x)'].flatMap((mark, i) =>
    [119, 161, 201].map((middle) => text(mark, i + 1, middle)),
  );
  const labels = rows.map((row) => text('Loans', row, 30));
  const { cells } = withCentredSpans(lattice, [...labels, text(first, 0, 161), ...marks]);
  return cells.filter(({ row }) => row === 0).map(({ columnSpan }) => columnSpan);
}

test('a text in the middle of blank cells spans them', () => {
  expect(spansBeside('y')).toEqual([1, 3]);
});

test('a mark between blank cells is of its column where another of it stands there', () => {
  expect(spansBeside('x')).toEqual([1, 1, 1, 1]);
});
