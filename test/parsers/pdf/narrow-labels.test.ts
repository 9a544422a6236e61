import { describe, expect, test } from 'vitest';
import { explainedRows } from '../../../parsers/geometry/rows/explained-rows.ts';
import type { Segment } from '../../../parsers/geometry/texts/segments.ts';

const size = 10;
const pitch = 14;
/** The labels have room for three characters. */
const xs = [60, 97, 180, 220, 320];

function segment(column: number, text: string, middle: number): Segment {
  const x0 = xs[column]! + 3;
  const width = [...text].reduce((sum, c) => sum + (c > '\u00ff' ? size : size / 2), 0);
  const box = { x0, y0: middle - size / 2, x1: x0 + width, y1: middle + size / 2 };
  return { box, text, size, line: Math.round(middle) };
}

/** Lines of a text around the middle of its rows. */
const lines = (column: number, texts: readonly string[], middle: number): Segment[] =>
  texts.map((text, i) => segment(column, text, middle + (i - (texts.length - 1) / 2) * pitch));

/** Rows of a name, a figure and a standard of so many lines, from 100 down; with where each ends. */
function table(heights: readonly number[]): { segments: Segment[]; bounds: number[] } {
  const bounds = [100];
  const segments = heights.flatMap((count, i) => {
    const top = bounds.at(-1)!;
    bounds.push(top + count * pitch);
    const middle = top + (count * pitch) / 2;
    const standard = ['按指标完成数量核对', '逐项计算'].slice(0, count);
    return [segment(1, `名称${i}`, middle), segment(2, `${31 + i}`, middle), ...lines(3, standard, middle)];
  });
  return { segments, bounds };
}

describe('labels in narrow columns without lines across', () => {
  const { segments, bounds } = table([1, 1, 2, 2, 1, 1, 2, 2]);
  const label = (texts: readonly string[], from: number): Segment[] =>
    lines(0, texts, (bounds[from]! + bounds[from + 2]!) / 2);
  const spans = (first: readonly string[], third: readonly string[]): number[] =>
    explainedRows(xs, [
      ...segments,
      ...label(first, 0),
      ...label(['成本指', '标'], 2),
      ...label(third, 4),
      ...label(['满意度'], 6),
    ]).ofColumn[0]!.map(Math.round);
  const ends = [2, 4, 6].map((row) => bounds[row]);

  test('span the rows that their lines stand in, where a word would be torn', () => {
    expect(spans(['时效指', '标'], ['经济效', '益指标'])).toContain(bounds[2]);
    expect(spans(['时效指', '标'], ['受益对', '象'])).toEqual(ends);
  });

  test('that are words by themselves have a row each', () => {
    expect(spans(['时效类', '质量类'], ['受益对', '象'])).toEqual([bounds[1], ...ends]);
  });
});

test('a label of two lines beside two rows is one, in a column where the others have a row each', () => {
  const { segments, bounds } = table([1, 1, 1, 1, 1, 1, 1, 1]);
  const middle = (row: number): number => (bounds[row]! + bounds[row + 1]!) / 2;
  const kinds = ['数量类', '质量类', '时效类', '成本类', '社会类', '生态类'];
  const spans = (above: string, below: string): number[] =>
    explainedRows(xs, [
      ...segments,
      ...kinds.map((text, row) => segment(0, text, middle(row))),
      segment(0, above, middle(6)),
      segment(0, below, middle(7)),
    ]).ofColumn[0]!.map(Math.round);
  expect(spans('满意程', '度类')).toEqual(bounds.slice(1, 7));
  expect(spans('满意类', '影响类')).toEqual(bounds.slice(1, 8));
  expect(spans('满意1', '度类2')).toEqual(bounds.slice(1, 8));
});

test('rows end where it is known that some do', () => {
  const { segments, bounds } = table([1, 1, 2, 2]);
  const last = bounds.at(-1)!;
  const all = [...segments, segment(3, '全年累计数', last + 2.6 * pitch)];
  const known = last + 0.5 * pitch;
  expect(explainedRows(xs, all, [known]).bounds).toContain(known);
  expect(explainedRows(xs, all).bounds).not.toContain(known);
});
