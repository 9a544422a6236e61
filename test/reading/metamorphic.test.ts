import { expect, test } from 'vitest';
import type { Grid } from '../../schemas/index.ts';
import { counted, grid, read } from './drawing.ts';

/** What a form says must not hang on how its texts and cells were typed. */
const department = () =>
  grid(`
  | 部门（单位）名称 | 青禾县图书馆 | < | < | < | < | < |
  | 部门总体资金情况 | 总体资金情况 | < | 当年金额 | 占比 | 近两年收支金额 | < |
  | ^ | ^ | ^ | ^ | ^ | 2031年 | 2032年 |
  | ^ | 收入构成 | 财政拨款 | 900.00 | 90% | 810.00 | 850.00 |
  | ^ | ^ | 单位资金 | 100.00 | 10% | 90.00 | 95.00 |
  | ^ | ^ | 合计 | 1000.00 | 100% | 900.00 | 945.00 |`);

const targets = () =>
  grid(`
  | 年度目标1： | 保持河道清洁。 | < | < | < |
  | 年度目标绩效指标 | 一级指标 | 二级指标 | 指标名称 | 指标值 |
  | ^ | 产出指标（50分） | 数量指标 | 清运漂浮物 | ≥1823吨 |
  | 年度目标2： | 保障堤防安全。 | < | < | < |
  | 年度目标绩效指标 | 一级指标 | 二级指标 | 指标名称 | 指标值 |
  | ^ | 产出指标（50分） | 数量指标 | 巡查堤防 | 56公里 |`);

const typed = (given: Grid, type: (text: string) => string): Grid => ({
  ...given,
  cells: given.cells.map((cell) => ({ ...cell, text: type(cell.text) })),
});

const widened = (text: string): string => (/^[\u4e00-\u9fff]{2,8}$/.test(text) ? [...text].join(' ') : text);
const wide = (text: string): string =>
  text.replace(/[0-9]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));

/** Every row of two rows of the sheet, in the second of which no cell begins. */
const deepened = (given: Grid): Grid => ({
  ...given,
  rows: 2 * given.rows,
  cells: given.cells.map((cell) => ({
    ...cell,
    row: 2 * cell.row,
    rowSpan: 2 * cell.rowSpan,
    location: { ...cell.location, row: 2 * cell.row },
  })),
});

test.each([
  ['blanks that widen its words', widened],
  ['digits as wide as its words', wide],
])('a table of money says the same with %s', (_, type) => {
  const plain = counted(read('部门整体绩效目标申报表', '单位：万元', department()));
  expect(plain.filter((line) => line.includes(' 2033 '))).toHaveLength(3);
  expect(counted(read('部门整体绩效目标申报表', '单位：万元', typed(department(), type)))).toEqual(plain);
});

test.each([
  ['blanks that widen its words', (given: Grid) => typed(given, widened)],
  ['digits as wide as its words', (given: Grid) => typed(given, wide)],
  ['rows of two rows of the sheet', deepened],
])('a table of targets says the same with %s', (_, change) => {
  const said = (given: Grid) =>
    read('部门整体绩效目标申报表（2032年）', given).indicators.map(
      ({ goal, level1, level1_weight, target }) => [goal, level1, level1_weight, target?.value],
    );
  const plain = said(targets());
  expect(plain).toEqual([
    ['保持河道清洁。', '产出指标', 50, 1823],
    ['保障堤防安全。', '产出指标', 50, 56],
  ]);
  expect(said(change(targets()))).toEqual(plain);
});

test('a title whose cell is merged less wide than half of its table is one above all else, and none beside a label', () => {
  const titled = (rows: string) => read(grid(rows)).filings.map(({ title }) => title);
  const body = `
  | 项目名称 | < | 青禾县河道保洁 | < | < | < |
  | 一级指标 | < | 二级指标 | 三级指标 | 指标值 | < |
  | 产出指标 | < | 数量指标 | 清运漂浮物 | ≥1823吨 | < |`;
  expect(titled(`\n| 2032年项目支出绩效目标表 | < | | | | |${body}`)).toEqual(['2032年项目支出绩效目标表']);
  expect(titled(`${body}\n| 项目绩效目标表 | < | | | | |`)).toEqual([null]);
});
