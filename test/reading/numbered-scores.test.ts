import { describe, expect, test } from 'vitest';
import { reconcile } from '../../src/reconcile/index.ts';
import { grid, read } from './drawing.ts';

/** Points, scores and rates where heads or ordinals say what they are; every name and figure is invented. */
const wrong = (readout: ReturnType<typeof read>): string[] =>
  reconcile(readout)
    .findings.filter(({ severity }) => severity !== 'info')
    .map(({ rule }) => rule);

const rows = (readout: ReturnType<typeof read>): (string | number | null)[][] =>
  readout.indicators.map(({ level1, level3, weight, score }) => [level1, level3, weight, score]);

describe('scores in a list numbered by 一、 and （一）', () => {
  const scored = (below: string): ReturnType<typeof read> =>
    read(
      '2032年重点项目事前绩效评估评分表',
      grid(`
 | 评估指标 | 分值 | 得分 |
 | 一、立项必要性 | 30 | 26 |
 | （一）政策相关性 | 15 | 14 |
 | （二）绩效目标 | 15 | 12 |
 | 二、投入经济性 | 30 | 25 |
 | （一）投入合理性 | 20 | 17 |
 | （二）成本控制 | 10 | 8 |
 ${below}
 | 总分 | 100 | 88 |`),
    );

  test('what a form may ask for in words names a row where points stand beside it', () => {
    const readout = scored('| 三、实施方案 | 40 | 37 |\n | （一）方案可行性 | 40 | 37 |');
    expect(rows(readout)).toEqual([
      ['立项必要性', '政策相关性', 15, 14],
      ['立项必要性', '绩效目标', 15, 12],
      ['投入经济性', '投入合理性', 20, 17],
      ['投入经济性', '成本控制', 10, 8],
      ['实施方案', '方案可行性', 40, 37],
    ]);
    expect(wrong(readout)).toEqual([]);
  });

  test('a group with nothing below it is an indicator itself, and of no group above', () => {
    const readout = scored('| 三、实施方案 | 40 | 37 |');
    expect(rows(readout).at(-1)).toEqual([null, '实施方案', 40, 37]);
    expect(readout.indicators).toHaveLength(5);
    expect(wrong(readout)).toEqual([]);
  });

  test('a goal in words still ends the table', () => {
    const readout = scored('| 绩效目标 | 建成并投入使用 | < |');
    expect(readout.indicators).toHaveLength(4);
    expect(readout.texts.map(({ text }) => text)).toContain('建成并投入使用');
  });
});

describe('points in the heads of a table of execution', () => {
  const executed = (heads: string, cells: readonly string[]): ReturnType<typeof read> =>
    read(
      '2031年度部门整体支出绩效自评表',
      grid(`
 | 部门名称 | 绵溪县应急管理局 | < | < | < | < |
 | 预算执行情况（万元） | 名称 | 全年预算数 | 全年执行数 | ${heads} |
 | ^ | 合计 | 1,610.00 | 1,577.80 | ${cells[0]} |
 | ^ | 基本支出 | 880.00 | 880.00 | ${cells[1]} |
 | ^ | 项目支出 | 730.00 | 697.80 | ${cells[2]} |`),
    );
  const rates = (readout: ReturnType<typeof read>): (number | null)[] =>
    readout.amounts.filter(({ measure }) => measure === 'rate').map(({ value }) => value);

  test.each([
    ['分值（10分） | 得分', ['10 | 9.80', '- | -', '- | -'], [10, 9.8, null], []],
    ['执行率（10分） | 得分', ['98% | 9.80', '100% | -', '95.59% | -'], [10, 9.8, 98], [98, 100, 95.59]],
    ['执行率（10分） | 备注', ['9.80 | 无', '- | -', '- | -'], [10, 9.8, null], []],
  ])('%s', (heads, cells, of, expected) => {
    const readout = executed(heads, cells);
    const [filing] = readout.filings;
    expect([filing?.execution_weight, filing?.execution_score, filing?.execution_rate]).toEqual(of);
    expect(rates(readout)).toEqual(expected);
  });
});

test('较上年增减 between three years and 增长率 is the difference of the last two, in the unit of the row', () => {
  const readout = read(
    '绩效基础数据表',
    grid(`
 | 序号 | 指标名称 | 计量单位 | 2029年 | 2030年 | 2031年 | 较上年增减 | 增长率（%） |
 | 1 | 编制床位 | 张 | 600 | 600 | 650 | 50 | 8.33 |
 | 2 | 在职职工 | 人 | 842 | 867 | 901 | 34 | 3.92 |
 | 3 | 总收入 | 万元 | 41,200 | 43,850 | 46,920 | 3,070 | 7.00 |`),
  );
  const changes = readout.amounts.filter(({ measure }) => measure === 'adjustment');
  expect(changes.map(({ item, value, unit }) => [item, value, unit])).toEqual([
    ['编制床位', 50, '张'],
    ['在职职工', 34, '人'],
    ['总收入', 3070, '万元'],
  ]);
  expect(wrong(readout)).toEqual([]);
});
