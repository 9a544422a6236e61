import { expect, test } from 'vitest';
import { withChainedRows, withTotalNames } from '../../../parsers/geometry/half-ruled/chained-rows.ts';
import type { Lattice } from '../../../parsers/geometry/rulings/lattice.ts';

const xs = [0, 60, 100, 170, 240, 300];
const lattice: Lattice = {
  xs,
  ys: [0, 14, 28],
  cells: [0, 1].flatMap((row) =>
    xs.slice(1).map((x1, column) => ({
      row,
      column,
      rowSpan: 1,
      columnSpan: 1,
      box: { x0: xs[column]!, y0: row * 14, x1, y1: row * 14 + 14 },
    })),
  ),
};
const text = (written: string, middle: number, row = 0) => ({
  box: {
    x0: middle - written.length * 4,
    y0: row * 14 + 3,
    x1: middle + written.length * 4,
    y1: row * 14 + 11,
  },
  text: written,
  size: 8,
  line: row,
});
const spans = ({ cells }: Lattice, row = 0) =>
  cells.filter((cell) => cell.row === row).map(({ column, columnSpan }) => [column, columnSpan]);

test('a label and its value in the middles of what is left of their row are two cells', () => {
  const { table } = withChainedRows(lattice, [text('项目名称', 50), text('城区路灯维护', 200)]);
  expect(spans(table)).toEqual([
    [0, 2],
    [2, 3],
  ]);
});

test('texts between which no other row parts its columns part them', () => {
  const { table } = withChainedRows(lattice, [
    text('单位', 50),
    text('财政局', 120),
    text('项目类别项目类别项目类别项目', 220),
  ]);
  expect(table.xs).toContain(140);
  expect(spans(table)).toEqual([
    [0, 2],
    [2, 1],
    [3, 3],
  ]);
});

test('texts that leave part of their row blank tell nothing', () => {
  const { table } = withChainedRows(lattice, [text('数量', 30), text('12', 135), text('10', 275)]);
  expect(table).toBe(lattice);
});

test('the name of a total spans the blank cells in whose middle it stands', () => {
  const row = [text('合计', 85), text('100', 205), text('99.4', 270)];
  expect(spans(withChainedRows(lattice, row).table)).toEqual([
    [0, 3],
    [3, 1],
    [4, 1],
  ]);
  expect(spans(withTotalNames(lattice, [text('总分', 87), text('100', 205)]))).toEqual([
    [0, 3],
    [3, 1],
    [4, 1],
  ]);
});

/** A table whose first column is a label over all rows, with its other lines where blanks between texts tell them. */
function labelled(xs: number[], rows: number): Lattice {
  const ys = Array.from({ length: rows + 1 }, (_, row) => row * 14);
  const label = { row: 0, column: 0, rowSpan: rows, columnSpan: 1 };
  const cells = ys.slice(1).flatMap((y1, row) =>
    xs.slice(2).map((x1, i) => ({
      row,
      column: i + 1,
      rowSpan: 1,
      columnSpan: 1,
      box: { x0: xs[i + 1]!, y0: ys[row]!, x1, y1 },
    })),
  );
  return { xs, ys, cells: [{ ...label, box: { x0: xs[0]!, y0: 0, x1: xs[1]!, y1: rows * 14 } }, ...cells] };
}

test('lines between columns stand where several rows say, and what spans two of these columns is told by them', () => {
  const rows = [0, 1, 2].flatMap((row) => [
    text('产出', 80, row),
    text(['质量指标', '数量', '时效指标'][row]!, 150, row),
    text('100%', 250, row),
  ]);
  const total = [text('合计', 120, 3), text('100', 250, 3)];
  const { table } = withChainedRows(labelled([0, 60, 92, 196, 300], 4), [...rows, ...total]);
  expect(table.xs).toEqual([0, 60, 100, 200, 300]);
  expect(table.cells.find(({ column }) => column === 0)?.rowSpan).toBe(4);
  expect(spans(table, 2)).toEqual([
    [1, 1],
    [2, 1],
    [3, 1],
  ]);
});

test('the row in which a label that spans rows begins has cells as the others', () => {
  const { table } = withChainedRows(labelled([0, 60, 110, 200, 300], 2), [
    text('年度资金总额', 130),
    text('164', 250),
  ]);
  expect(table.cells.find(({ column }) => column === 0)?.rowSpan).toBe(2);
  expect(spans(table).slice(1)).toEqual([
    [1, 2],
    [3, 1],
  ]);
});

test('合计 in the middle of its own column is a head among others', () => {
  const heads = [text('合计', 30), text('财政拨款', 205)];
  const { table, spans: known } = withChainedRows(lattice, heads);
  expect(table).toBe(lattice);
  expect(known.size).toBe(0);
});

test('a head over columns whose line the rows put elsewhere is one for each', () => {
  const rows = [0, 1, 2].flatMap((row) => [
    text('产出', 80, row),
    text('数量', 150, row),
    text('100%', 250, row),
  ]);
  const both = labelled([0, 60, 92, 215, 300], 4);
  const fused = both.cells.filter(({ row, column }) => row !== 3 || column < 2 || column > 3);
  const [x0, x1, y0, y1] = [92, 300, 42, 56];
  const cells = [...fused, { row: 3, column: 2, rowSpan: 1, columnSpan: 2, box: { x0, y0, x1, y1 } }];
  const heads = [text('指标', 80, 3), text('年度指标值年度指标', 160, 3), text('实际完成值', 232, 3)];
  const { table } = withChainedRows({ ...both, cells }, [...rows, ...heads]);
  expect(spans(table, 3).slice(-2)).toEqual([
    [2, 1],
    [3, 1],
  ]);
});
