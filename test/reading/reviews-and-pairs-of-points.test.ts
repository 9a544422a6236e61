import { expect, test } from 'vitest';
import { errorsIn, grid, read, told } from './drawing.ts';

/** Forms that judge goals, and names beside values under the heads of levels. Every name and figure is invented. */
test('审核内容 over two columns of names holds two levels, and the form is one of scores', () => {
  const { filings, indicators } = read(
    '预算项目绩效目标审核表',
    grid(`
 | 项目名称 | 数字方志馆 | < | < | < |
 | 审核内容 | < | 审核要点 | 分值 | 得分 |
 | 一、立项必要性（40分） | 明确相关性 | 目的明确 | 20 | 19 |
 | ^ | 必要可行性 | 不重复交叉 | 20 | 18 |
 | 二、投入经济性（60分） | 预算科学性 | 明细清晰 | 60 | 57.5 |
 | 总分 | < | < | 100 | 94.5 |`),
  );
  expect(filings[0]?.form_type).toBe('scoring_framework');
  expect(indicators.map((row) => [row.level1, row.level1_weight, row.level2, row.level3])).toEqual([
    ['一、立项必要性', 40, '明确相关性', '目的明确'],
    ['一、立项必要性', 40, '必要可行性', '不重复交叉'],
    ['二、投入经济性', 60, '预算科学性', '明细清晰'],
  ]);
});

test('评估内容 | 分值 | 评估要点 | 分值: each has its own points', () => {
  const readout = read(
    '事前绩效评估评分表',
    grid(`
 | 评估内容 | 分值 | 评估要点 | 分值 | 得分 |
 | 立项必要性 | 40 | 依据充分 | 25 | 24 |
 | ^ | ^ | 需求迫切 | 15 | 13 |
 | 投入经济性 | 60 | 标准合理 | 60 | 55 |
 | 合计 | 100 | | 100 | 92 |`),
  );
  expect(readout.indicators.map((row) => [row.level1, row.level1_weight, row.level3, row.weight])).toEqual([
    ['立项必要性', 40, '依据充分', 25],
    ['立项必要性', 40, '需求迫切', 15],
    ['投入经济性', 60, '标准合理', 60],
  ]);
  expect(errorsIn(readout)).toEqual([]);
});

test('三级指标 | 指标值 below each level beside the money of projects are names and their values', () => {
  const readout = read(
    '2031年部门预算项目绩效目标表',
    grid(`
 | 单位编码（项目编码） | 项目单位（项目名称） | 资金总额 | 政府预算资金 | 单位资金 | 绩效目标 | < | < | < |
 | ^ | ^ | ^ | ^ | ^ | 产出指标 | < | 满意度指标 | < |
 | ^ | ^ | ^ | ^ | ^ | 三级指标 | 指标值 | 三级指标 | 指标值 |
 | 309001 | 白鹭县林业站 | 486 | 466 | 20 | | | | |
 | 3090011 | 古树保护 | 126 | 126 | 0 | 保护古树 | ≥315株 | 群众满意度 | ≥90% |
 | 3090012 | 造林补助 | 360 | 340 | 20 | 造林面积 | ≥6000亩 | 林农满意度 | ≥92% |`),
  );
  expect(told(readout)).toEqual([
    'annual 产出指标/∅/保护古树 >=315株 ∅',
    'annual 满意度指标/∅/群众满意度 >=90% ∅',
    'annual 产出指标/∅/造林面积 >=6000亩 ∅',
    'annual 满意度指标/∅/林农满意度 >=92% ∅',
  ]);
  expect(readout.amounts.filter(({ fund }) => fund === '政府预算资金').map(({ value }) => value)).toEqual([
    466, 126, 340,
  ]);
  expect(readout.warnings).toEqual([]);
});

test('绩效目标内容 beside 时效目标 and 数量目标 names what is aimed at', () => {
  const readout = read(
    '绩效目标评审申报表',
    grid(`
 | 项目年度绩效目标 | 一级指标 | 二级指标 | 绩效目标内容 |
 | ^ | 投入 | 时效目标 | 周期12个月 |
 | ^ | 产出 | 数量目标 | 更换灯具1200盏 |`),
  );
  expect(told(readout)).toEqual([
    'annual 投入/时效目标/周期12个月 ∅ ∅',
    'annual 产出/数量目标/更换灯具1200盏 ∅ ∅',
  ]);
});

test('其他资金 at the foot of the sources is one of them, whatever the others add up to', () => {
  const form = (other: string) =>
    read(
      '2031年度项目支出绩效自评表',
      grid(`
 | 项目资金（万元） | | 年初预算数 | 全年预算数 | 全年执行数 |
 | ^ | 年度资金总额 | 86.00 | 86.00 | 79.12 |
 | ^ | 其中：当年财政拨款 | 80.00 | 80.00 | 73.12 |
 | ^ | 上年结转资金 | 6.00 | 6.00 | 6.00 |
 | ^ | 其他资金 | ${other} | 0.00 | 0.00 |`),
    );
  expect(form('1.00').amounts.at(-1)?.parent).toBe('年度资金总额');
  expect(errorsIn(form('0.00'))).toEqual([]);
  expect(errorsIn(form('1.00'))).toEqual(['SUM-01']);
});
