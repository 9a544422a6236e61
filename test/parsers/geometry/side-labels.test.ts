import { describe, expect, test } from 'vitest';
import { withBlockColumns } from '../../../parsers/geometry/columns/block-columns.ts';
import { columnsOfHeads } from '../../../parsers/geometry/columns/heads-in-line.ts';
import { withSideLabels } from '../../../parsers/geometry/columns/side-labels.ts';
import { impliedRows } from '../../../parsers/geometry/rows/implied-rows.ts';
import { writtenTable } from '../../../parsers/geometry/rows/written-lines.ts';
import type { Segment } from '../../../parsers/geometry/texts/segments.ts';

/** A text with its middle at `x`, ten points a character. */
const text = (line: number, written: string, x: number): Segment => ({
  box: { x0: x - 5 * written.length, x1: x + 5 * written.length, y0: line * 20, y1: line * 20 + 10 },
  text: written,
  size: 10,
  line,
});
const gutters = [
  { from: 160, to: 170 },
  { from: 240, to: 260 },
];

describe('a label beside the rows of a block', () => {
  const names = ['一级指标', '产出指标', '产出指标', '效益指标', '效益指标'];
  const rows = names.map((name, line) => text(line + 1, name, 120));
  const fields = [text(0, '项目单位名称', 85), text(6, '其他说明事项', 85)];

  test('has a column of its own, in whichever row it stands', () => {
    const [strip, ...others] = withSideLabels(gutters, [...fields, ...rows, text(3, '绩效指标', 65)]);
    expect(strip).toEqual({ from: 85, to: 100 });
    expect(others).toEqual(gutters);
  });

  test('is none where texts stand below each other in its column, or nothing stands above it', () => {
    expect(withSideLabels(gutters, [...fields, ...rows, text(3, '绩效', 90)])).toEqual(gutters);
    expect(withSideLabels(gutters, [...rows, text(1, '绩效指标', 65)].slice(1))).toEqual(gutters);
  });
});

test('a name before its figure on two lines below each other is of a column of its own', () => {
  const sums = (lines: number[]) =>
    lines.flatMap((line) => [text(line, '年度资金总额', 60), text(line, '185.37', 130)]);
  expect(withBlockColumns(gutters, sums([1]))).toEqual(gutters);
  expect(withBlockColumns(gutters, sums([1, 2]))).toEqual([{ from: 90, to: 100 }, ...gutters]);
});

test('a head that ends on a line between columns spans none behind it, whatever is written below', () => {
  const rule = { orientation: 'h' as const, position: 30, start: 0, end: 300, thickness: 1, assumed: false };
  const heads = [text(1, '合计', 50), text(1, '其他资金', 200)];
  const below = [text(2, '60', 50), text(2, '40', 200), text(3, '完成年度各项任务提升能力', 100)];
  expect(columnsOfHeads(rule, heads, [0, 100, 200, 300], [...heads, ...below])).toEqual([1, 2]);
});

test('a bracket that is closed in the next line goes on there', () => {
  const { lines } = writtenTable(
    [0, 60, 160],
    [text(0, '（10', 30), text(1, '分）', 30), text(3, '备注', 30)],
  );
  expect(lines.map(({ full, torn }) => full && torn)).toEqual([true, false, false]);
});

test('the usual end of labels, or a character alone below a full line, is the end of the label above it', () => {
  const goesOn = (written: string[]): boolean[] =>
    writtenTable(
      [0, 60, 160],
      written.map((one, line) => ({
        ...text(0, one, 30),
        line,
        box: { x0: 30 - 5 * one.length, x1: 30 + 5 * one.length, y0: line * 12, y1: line * 12 + 10 },
      })),
    ).lines.map(({ torn }) => torn);
  expect(goesOn(['经济成本', '指标'])).toEqual([false, false]);
  expect(goesOn(['经济成本', '指标', '数量指标', '质量指标', '时效指标'])[0]).toBe(true);
  expect(goesOn(['可持续影', '响', '质量'])).toEqual([true, false, false]);
  expect(goesOn(['度量单位', '人', '质量'])).toEqual([false, false, false]);
  expect(goesOn(['大于等于', '等于'])).toEqual([false, false]);
});

test('dots below the name of the last row are of a row of their own', () => {
  const rows = [
    ['数量指标', '培训班次', '≥12期'],
    ['质量指标', '培训合格率', '≥95%'],
    ['满意度指标', '服务对象满意度', '≥92%'],
    ['', '参训人员满意度', '≥95%'],
    ['', '……', ''],
  ];
  const texts = rows.flatMap((row, line) =>
    row.flatMap((written, column) => {
      const one = text(line, written, [30, 110, 200][column]!);
      return written === '' ? [] : [{ ...one, box: { ...one.box, y0: line * 15, y1: line * 15 + 10 } }];
    }),
  );
  expect(impliedRows([0, 60, 160, 240], -2, 75, texts)).toHaveLength(rows.length + 1);
});
