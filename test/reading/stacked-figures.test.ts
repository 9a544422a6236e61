import { describe, expect, test } from 'vitest';
import { withStackedFigures } from '../../src/reading/table/stacked-figures.ts';
import { errorsIn, grid, read } from './drawing.ts';

/** A grid in whose texts / stands for the end of a line. */
const stacked = (text: string) => {
  const made = grid(text);
  return { ...made, cells: made.cells.map((cell) => ({ ...cell, text: cell.text.replaceAll('/', '\n') })) };
};
const head = '| 科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出 |';

describe('figures of several rows in the lines of one cell', () => {
  test('are those of the names in the same lines', () => {
    const readout = read(
      '2031年部门支出总表',
      '单位：万元',
      stacked(`
      ${head}
      | 205/20502/213 | 教育支出/普通教育/农林水支出/合　计 | 80.00/80.00/20.00/100.00 | 50.00/50.00/20.00/70.00 | 30.00/30.00/—/30.00 |`),
    );
    expect(readout.amounts.map(({ code, item, value }) => [code, item, value].join(' '))).toEqual(
      expect.arrayContaining(['20502 普通教育 80', '213 农林水支出 20', ' 合计 100']),
    );
    expect(errorsIn(readout)).toEqual([]);
  });

  test.each([
    [
      'cells do not agree on how many rows they are',
      '| 205 | 教育支出/普通教育 | 80.00/80.00 | 50.00/20.00/30.00 | 30.00 |',
    ],
    ['one column alone has several lines', '| 205 | 教育/支出 | 80.00/80.00 | 50.00 | 30.00 |'],
    ['a page wrapped its lines', null],
  ])('stay where %s', (_, row) => {
    const made = stacked(
      `${head}\n${row ?? '| 205 | 教育支出/普通教育 | 80.00/80.00 | 50.00/50.00 | 30.00/30.00 |'}`,
    );
    const given =
      row === null ? { ...made, method: 'aligned' as const } : { ...made, method: 'native' as const };
    expect(withStackedFigures(given)).toBe(given);
  });
});
