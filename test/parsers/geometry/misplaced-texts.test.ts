import { expect, test } from 'vitest';
import { misplacement } from '../../../parsers/geometry/grids/misplaced-texts.ts';
import type { PageCell, PageGrid } from '../../../parsers/geometry/grids/page-grid.ts';
import type { TextLine } from '../../../parsers/geometry/texts/lines.ts';

/** Characters of 10 points from a place on a base line, with blanks where they say so. */
function line(text: string, x0: number, baseline: number): TextLine {
  const glyphs = [...text].flatMap((one, i) =>
    one === ' '
      ? []
      : [
          {
            text: one,
            turn: 0,
            box: { x0: x0 + i * 10, x1: x0 + i * 10 + 10, y0: baseline - 9, y1: baseline + 1 },
          },
        ],
  );
  const box = { x0, x1: x0 + text.length * 10, y0: baseline - 9, y1: baseline + 1 };
  return { text, box, baseline, size: 10, glyphs } as unknown as TextLine;
}

const cell = (
  row: number,
  rowSpan: number,
  column: number,
  columnSpan: number,
  lines: TextLine[],
): PageCell => ({
  row,
  rowSpan,
  column,
  columnSpan,
  box: { x0: column * 100, x1: (column + columnSpan) * 100, y0: row * 30, y1: (row + rowSpan) * 30 },
  text: lines.map(({ text }) => text).join(''),
  lines,
  doubt: null,
});

const grid = (cells: PageCell[], method: PageGrid['method'] = 'aligned') =>
  ({ method, xs: [0, 100, 200, 300], cells }) as unknown as PageGrid;

test('texts that stand in their cells are no reason for doubt', () => {
  const wrapped = cell(0, 1, 0, 1, [line('产出指', 35, 13), line('标', 45, 25)]);
  expect(misplacement(grid([wrapped, cell(0, 1, 1, 1, [line('数量指标', 130, 19)])]))).toBeNull();
});

test('two texts side by side in a cell over several columns are of two', () => {
  const both = cell(0, 1, 0, 2, [line('年度资金总额   76.3', 20, 19)]);
  expect(misplacement(grid([both]))).toBe('columns');
  expect(misplacement(grid([both], 'ruled'))).toBeNull();
});

test('two labels side by side in a cell of one column are of two where no line is drawn', () => {
  const drawn = (written: string, confidence: number): PageGrid => ({
    ...grid([cell(0, 1, 0, 1, [line(written, 5, 19)])]),
    confidence,
  });
  expect(misplacement(drawn('财政拨款  其他', 0.7))).toBe('columns');
  expect(misplacement(drawn('财政拨款  93', 0.7))).toBe('columns');
  expect(misplacement(drawn('财政拨款  其他', 0.85))).toBeNull();
  expect(misplacement(drawn('单位：  其他', 0.7))).toBeNull();
});

test('two heads side by side under one over both columns are of two', () => {
  const heads = cell(0, 1, 0, 2, [line('年度目标值', 75, 13), line('指标值 度量单位', 65, 25)]);
  expect(misplacement(grid([heads]))).toBe('columns');
});

test('lines with neither side nor middle in common are of two labels', () => {
  const mixed = cell(0, 2, 0, 1, [line('产出', 60, 13), line('绩效指标', 5, 25), line('指标', 60, 37)]);
  expect(misplacement(grid([mixed]))).toBe('columns');
});

test('a label that reaches out of its rows stands in the middle of more', () => {
  const label = cell(0, 1, 0, 1, [line('产出', 40, 20), line('指标', 40, 32), line('（50', 35, 44)]);
  expect(misplacement(grid([label]))).toBe('rows');
});

test('texts of a row that stand above one another are of two rows', () => {
  const total = [cell(0, 1, 1, 1, [line('总分', 140, 12)]), cell(0, 1, 2, 1, [line('100', 235, 12)])];
  expect(misplacement(grid(total))).toBeNull();
  expect(misplacement(grid([cell(0, 1, 0, 1, [line('备注', 40, 26)]), ...total]))).toBe('rows');
});

test('figures over one another, each with a text beside it, are of two rows', () => {
  const names = cell(0, 1, 0, 1, [line('巡查次数', 20, 13), line('护栏长度', 20, 25)]);
  const figures = cell(0, 1, 1, 1, [line('12.5', 130, 13), line('12.5', 130, 25)]);
  expect(misplacement(grid([names, figures]))).toBe('rows');
  const wrapped = cell(0, 1, 1, 1, [line('123456789', 105, 13), line('12', 140, 25)]);
  expect(misplacement(grid([names, wrapped]))).toBeNull();
});

test('heads over their figures in one row, and a label with blank cells before its value, are of others', () => {
  const sources = [line('财政拨款', 110, 13), line('136.65', 110, 25)];
  const others = [line('其他资金', 210, 13), line('37.84', 210, 25)];
  const fused = [cell(0, 1, 0, 1, []), cell(0, 1, 1, 1, sources), cell(0, 1, 2, 1, others)];
  expect(misplacement(grid(fused))).toBe('rows');
  const label = cell(0, 1, 0, 1, [line('项目单位', 30, 19)]);
  const value = cell(0, 1, 2, 1, [line('柳河县水务局', 220, 19)]);
  expect(misplacement(grid([label, cell(0, 1, 1, 1, []), value]))).toBe('columns');
  expect(misplacement(grid([label, { ...value, column: 1 }, cell(0, 1, 2, 1, [])]))).toBeNull();
});

test('two words in one line of a cell of one column are of two', () => {
  const both = cell(0, 1, 0, 1, [line('水务局   项目期限', 5, 19)]);
  expect(misplacement(grid([both]))).toBe('columns');
});

test('two heads in one cell over two columns that have a text each are of two', () => {
  const heads = cell(0, 1, 1, 2, [line('年度指标值 实际完成值', 95, 19)]);
  const below = [cell(1, 1, 1, 1, [line('98%', 135, 49)]), cell(1, 1, 2, 1, [line('99%', 235, 49)])];
  expect(misplacement({ ...grid([heads, ...below]), xs: [0, 100, 190, 300] })).toBe('columns');
});

test('a row with no label beside it, above one that spans rows, and a label that ends within a list are in question', () => {
  const row = (at: number, first: number, columns: number) =>
    Array.from({ length: columns }, (_, i) => {
      const column = first + i;
      return cell(at, 1, column, 1, [line('甲乙', column * 100 + 40, at * 30 + 19)]);
    });
  const wide = (cells: PageCell[]) => ({ ...grid(cells), xs: [0, 100, 200, 300, 400, 500, 600] });
  const spanning = cell(1, 3, 0, 1, [line('产出', 40, 79)]);
  const list = [1, 2, 3].flatMap((at) => row(at, 1, 5));
  expect(misplacement(wide([...row(0, 0, 6), spanning, ...list]))).toBeNull();
  const open = [cell(4, 1, 0, 1, []), ...row(4, 1, 5)];
  const below = [cell(5, 2, 0, 1, [line('效益', 40, 184)]), ...row(5, 1, 5), ...row(6, 1, 5)];
  expect(misplacement(wide([...row(0, 0, 6), spanning, ...list, ...open]))).toBeNull();
  expect(misplacement(wide([...row(0, 0, 6), spanning, ...list, ...open, ...below]))).toBe('rows');
  const funds = [cell(1, 1, 1, 2, [line('资金', 180, 49)]), cell(1, 1, 3, 3, [line('甲乙', 430, 49)])];
  const next = cell(4, 1, 0, 1, [line('效益', 40, 139)]);
  const cut = [...row(0, 0, 6), spanning, ...funds, ...list.slice(5), next, ...row(4, 1, 5)];
  expect(misplacement(wide(cut))).toBe('rows');
});

test('rows of single digits alone are those of codes that were cut into their digits', () => {
  const own = (code: string) => [
    ...[...code].flatMap((digit, i) => [cell(i, 1, 0, 1, [line(digit, 10, i * 30 + 12)])]),
    cell(1, 1, 1, 1, [line('教育支出', 110, 42)]),
    cell(1, 1, 2, 1, [line('605.00', 210, 42)]),
  ];
  expect(misplacement(grid(own('205')))).toBe('rows');
  expect(misplacement(grid(own('20')))).toBe(null);
});
