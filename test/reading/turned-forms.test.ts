import { expect, test } from 'vitest';
import type { Grid } from '../../schemas/index.ts';
import { counted, grid, read } from './drawing.ts';

const onItsSide = (upright: Grid): Grid => ({
  ...upright,
  rows: upright.columns,
  columns: upright.rows,
  cells: upright.cells
    .map((cell) => ({
      ...cell,
      row: cell.column,
      column: cell.row,
      rowSpan: cell.columnSpan,
      columnSpan: cell.rowSpan,
    }))
    .sort((a, b) => a.row - b.row || a.column - b.column),
});

/** Every name and figure is invented. */
const form = (title: string): Grid =>
  grid(`
 | ${title} |
 | 项目名称 | 老桥加固 | < | < | < | < | < | < |
 | 项目资金（万元） | | 年初预算数 | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分 |
 | ^ | 年度资金总额 | 240.00 | 236.00 | 230.10 | 10 | 97.50% | 9.75 |
 | ^ | 其中：财政拨款 | 200.00 | 196.00 | 190.10 | — | — | — |
 | ^ | 其他资金 | 40.00 | 40.00 | 40.00 | — | — | — |
 | 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 | 偏差原因 |
 | 产出指标 | 数量指标 | 加固桥梁座数 | ≥6座 | 6座 | 30 | 30 | |
 | ^ | 质量指标 | 验收合格率 | 100% | 100% | 20 | 20 | |
 | 效益指标 | 社会效益指标 | 恢复通行村数 | ≥14个 | 15个 | 30 | 30 | |
 | 满意度指标 | 服务对象满意度指标 | 村民满意度 | ≥90% | 94% | 10 | 10 | |
 | 总分 | < | < | < | < | 100 | 99.75 | |
 | 填报人 | | 联系电话 | | 审核人 | | 日期 | |`);

const MERGED = '项目支出绩效自评表（2031年度） | < | < | < | < | < | < | <';
const ALONE = '项目支出绩效自评表（2031年度） | | | | | | | ';

test.each([
  ['covers its rows', MERGED],
  ['stands in a cell of its own', ALONE],
])('a whole form that was pasted on its side, whose title %s, is read as it is upright', (_, title) => {
  const upright = read(form(title));
  const side = read(onItsSide(form(title)));
  expect(upright.indicators).toHaveLength(4);
  // Records follow their places in the file, and so by columns.
  expect(counted(side).sort()).toEqual(counted(upright).sort());
  const told = ({ indicators }: typeof upright): unknown[] =>
    indicators.map(({ level1, level2, level3, target, actual, weight, score }) => [
      ...[level1, level2, level3, target?.raw, actual?.raw, weight, score],
    ]);
  expect(told(side)).toEqual(told(upright));
  expect(side.filings[0]).toMatchObject({ project: '老桥加固', total_weight: 100, total_score: 99.75 });
  // Places are those of the file.
  expect(side.indicators[1]?.source.weight).toMatchObject({ row: 5, column: 8 });
});

const fromTheRight = (upright: Grid): Grid => ({
  ...upright,
  cells: upright.cells
    .map((cell) => ({ ...cell, column: upright.columns - cell.column - cell.columnSpan }))
    .sort((a, b) => a.row - b.row || a.column - b.column),
});

test('a form whose columns run from the right, as one of a sheet that was set so by mistake, is read as it is from the left', () => {
  const upright = read(form(MERGED));
  const mirrored = read(fromTheRight(form(MERGED)));
  expect(counted(mirrored).sort()).toEqual(counted(upright).sort());
  expect(mirrored.indicators.map(({ level3, weight, score }) => [level3, weight, score])).toEqual(
    upright.indicators.map(({ level3, weight, score }) => [level3, weight, score]),
  );
  expect(mirrored.filings[0]).toMatchObject({ project: '老桥加固', total_weight: 100, total_score: 99.75 });
  expect(mirrored.indicators[1]?.source.weight).toMatchObject({ row: 8, column: 2 });
});

test('heads of levels in another order, right of what they are measured by, turn nothing', () => {
  const { indicators } = read(
    '项目支出绩效目标表（2031年度）',
    grid(`
 | 年度指标值 | 分值 | 一级指标 | 二级指标 | 三级指标 |
 | ≥6座 | 30 | 产出指标 | 数量指标 | 加固桥梁座数 |
 | 100% | 20 | ^ | 质量指标 | 验收合格率 |`),
  );
  expect(indicators.map(({ level1, level3, weight }) => [level1, level3, weight])).toEqual([
    ['产出指标', '加固桥梁座数', 30],
    ['产出指标', '验收合格率', 20],
  ]);
});
