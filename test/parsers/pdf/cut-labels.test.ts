import { describe, expect, test } from 'vitest';
import { show, writePdf } from './pdf-writer.ts';
import { gridsOf, readPdf, shape } from './reading.ts';
import { type DrawnCell, type DrawnTable, drawTable } from './table-drawing.ts';

const xs = [60, 130, 310, 430];
const cell = (row: number, column: number, text: string, rowSpan = 1, columnSpan = 1): DrawnCell => ({
  row,
  column,
  rowSpan,
  columnSpan,
  lines: text === '' ? [] : text.split('\n'),
});
const rowsOf = (first: number, texts: readonly string[][]): DrawnCell[] =>
  texts.flatMap((row, i) => row.map((text, column) => cell(first + i, column, text)));
/** Rows that end at the foot of the page, or begin at its head. */
const foot = (cells: DrawnCell[], rows: number): DrawnTable => ({
  xs,
  ys: Array.from({ length: rows + 1 }, (_, i) => 770 - (rows - i) * 25),
  cells,
});
const head = (cells: DrawnCell[], rows: number, height = 25): DrawnTable => ({
  xs,
  ys: Array.from({ length: rows + 1 }, (_, i) => 60 + i * height),
  cells,
});

async function joined(first: DrawnTable, second: DrawnTable, more = ''): Promise<string[]> {
  const pages = [{ content: drawTable(first, 'strokes') }, { content: drawTable(second, 'strokes') + more }];
  const [grid, ...others] = gridsOf(await readPdf(writePdf(pages)));
  expect(others).toEqual([]);
  return shape(grid!);
}

describe('labels at the end of a page', () => {
  test('the last line of one that is printed over the label of the next row is its own', async () => {
    const first = foot(
      [
        ...rowsOf(0, [['二级', '三级', '值']]),
        cell(1, 0, '可持续影响\n指标', 2),
        cell(1, 1, '护林员培训'),
        cell(1, 2, '长期'),
        cell(2, 1, '……'),
        cell(2, 2, ''),
        cell(3, 0, '可持续影响', 2),
        cell(3, 1, '巡查机制'),
        cell(3, 2, '健全'),
        cell(4, 1, '……'),
        cell(4, 2, ''),
      ],
      5,
    );
    const second = head(
      [...rowsOf(0, [['', '', '']]), ...rowsOf(1, [['满意度指标', '居民满意度', '95']])],
      2,
      15,
    );
    // The border of the rows is at 75 points from the top, the label below it reaches from 78 to 87.
    const rest = show('指标', 86, 842 - 79, 9);
    const cells = await joined(first, second, rest);
    expect(cells).toContain('3,0 2×1 可持续影响指标');
    expect(cells).toContain('5,0 满意度指标');
    expect(cells).toContain('5,2 95');
  });

  test('a list that begins below a sentence of the page before is a row of its own', async () => {
    const wide = (row: number, label: string, text: string): DrawnCell[] => [
      cell(row, 0, label),
      cell(row, 1, text, 1, 2),
    ];
    const columns: DrawnCell[] = rowsOf(0, [['类别', '名称', '数额']]);
    const first = foot([...columns, ...wide(1, '部门职能概述', '承担林场管护工作。')], 2);
    const second = head([...wide(0, '年度工作任务', '1. 巡护三千亩。'), ...wide(1, '说明', '无')], 2);
    const cells = await joined(first, second);
    expect(cells.slice(3)).toEqual([
      '1,0 部门职能概述',
      '1,1 1×2 承担林场管护工作。',
      '2,0 年度工作任务',
      '2,1 1×2 1. 巡护三千亩。',
      '3,0 说明',
      '3,1 1×2 无',
    ]);
  });

  test('a head of two rows does not merge the cells beneath it', async () => {
    const heading: DrawnCell[] = [
      cell(0, 0, '一级', 2),
      cell(0, 1, '二级', 2),
      cell(0, 2, '指标值'),
      cell(1, 2, '单位'),
    ];
    const first = foot(
      [
        ...heading,
        ...rowsOf(2, [
          ['产出指标', '数量指标', '26'],
          ['', '质量指标', '99'],
          ['', '', '80'],
        ]),
      ],
      5,
    );
    const second = head(
      [
        ...heading,
        ...rowsOf(2, [
          ['', '可持续影响指标', '长期'],
          ['满意度', '服务对象', '92'],
        ]),
      ],
      4,
    );
    const cells = await joined(first, second);
    expect(cells.slice(-9)).toEqual([
      '4,0',
      '4,1',
      '4,2 80',
      '5,0',
      '5,1 可持续影响指标',
      '5,2 长期',
      '6,0 满意度',
      '6,1 服务对象',
      '6,2 92',
    ]);
  });
});
