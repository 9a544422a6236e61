import { expect, test } from 'vitest';
import { grid, read } from './drawing.ts';

test('units left of projects whose money stands in columns below a head of its own part the form as well', () => {
  const { amounts, filings, indicators } = read(
    '2031年省级部门预算项目绩效目标表',
    '单位：万元',
    grid(`
 | 单位名称 | 项目名称 | 项目金额 | < | < | 绩效目标 | 绩效指标 | < | < | < | < |
 | ^ | ^ | 总额 | 财政拨款 | 其他资金 | ^ | 一级指标 | 二级指标 | 三级指标 | 指标值 | 计量单位 |
 | 青禾省水利厅本级 | 山洪防治 | 680.00 | 600.00 | 80.00 | 维护监测设施 | 产出指标 | 数量指标 | 雨量站 | ≥420 | 座 |
 | ^ | ^ | ^ | ^ | ^ | ^ | ^ | 质量指标 | 完好率 | ≥95 | % |
 | ^ | 河湖管护 | 240.00 | 240.00 | 0.00 | 巡查清理 | 产出指标 | 数量指标 | 巡查河湖 | ＝86 | 条 |
 | 青禾省水文局 | 水文监测 | 460.00 | 400.00 | 60.00 | 完成监测 | 产出指标 | 数量指标 | 断面 | ≥128 | 个 |
 | 合计 | < | 1,380.00 | 1,240.00 | 140.00 | | | | | | |`),
  );
  expect(filings.map(({ organisation, project }) => [organisation, project])).toEqual([
    ['青禾省水利厅本级', '山洪防治'],
    ['青禾省水利厅本级', '河湖管护'],
    ['青禾省水文局', '水文监测'],
    [null, null],
  ]);
  expect(amounts.map(({ value }) => value)).toEqual([
    680, 600, 80, 240, 240, 0, 460, 400, 60, 1380, 1240, 140,
  ]);
  expect(indicators.map(({ level3, target }) => [level3, target?.value])).toEqual([
    ['雨量站', 420],
    ['完好率', 95],
    ['巡查河湖', 86],
    ['断面', 128],
  ]);
});
