import { expect, test } from 'vitest';
import { reconcile } from '../../src/reconcile/index.ts';
import { errorsIn, grid, read } from './drawing.ts';

/** Rows of kinds behind their ordinals, and units right of their targets; every name and figure is invented. */
test('一 | 产业发展 before a blank 项目名称 is called by its words and not by its number', () => {
  const readout = read(
    '东河县2031年衔接资金项目绩效目标汇总表（单位：万元）',
    grid(`
 | 序号 | 乡镇 | 项目名称 | 建设内容及规模 | 资金规模 | < | < |
 | ^ | ^ | ^ | ^ | 小计 | 中央 | 县级 |
 | | 合计 | | | 685.50 | 420.00 | 265.50 |
 | 一 | 产业发展 | | | 560.50 | 360.00 | 200.50 |
 | 1 | 白石乡 | 中药材种植基地 | 种植黄精600亩 | 240.50 | 160.00 | 80.50 |
 | 2 | 云台镇 | 冷链仓储中心 | 冷库1200立方米 | 320.00 | 200.00 | 120.00 |
 | 二 | 基础设施 | | | 125.00 | 60.00 | 65.00 |
 | 3 | 白石乡 | 安全饮水提升 | 管网8.5公里 | 125.00 | 60.00 | 65.00 |`),
  );
  const totals = readout.amounts.filter(({ fund }) => fund === null);
  expect(totals.map(({ item, parent }) => [item, parent])).toEqual([
    ['合计', null],
    ['产业发展', '合计'],
    ['中药材种植基地', '产业发展'],
    ['冷链仓储中心', '产业发展'],
    ['基础设施', '合计'],
    ['安全饮水提升', '基础设施'],
  ]);
  expect(errorsIn(readout)).toEqual([]);
});

test('a unit right of the target below the one head of both serves the actual value too', () => {
  const form = (done: string) =>
    read(
      '2031年度项目支出绩效自评表',
      grid(`
 | 一级指标 | 二级指标 | 三级指标 | 预期指标值 | < | 完成指标值 | 完成率（%） | 偏差说明 |
 | 项目完成指标 | 数量指标 | 改造小区数量 | 12 | 个 | 12 | 100 | |
 | ^ | ^ | 改造面积 | 18.6 | 万平方米 | ${done} | 95 | 1栋楼未改造 |
 | 项目效益指标 | 社会效益指标 | 受益居民户数 | 2,300 | 户 | 2,185 | 95 | |
 | 满意度指标 | 满意度指标 | 居民满意度 | 90 | % | 93 | 103.33 | |`),
    );
  const readout = form('17.67');
  expect(readout.indicators.map(({ actual }) => [actual?.value, actual?.unit, actual?.base_value])).toEqual([
    [12, '个', 12],
    [17.67, '万平方米', 176_700],
    [2185, '户', 2185],
    [93, '%', 0.93],
  ]);
  expect(errorsIn(readout)).toEqual([]);
  expect(reconcile(form('16.67')).findings.map(({ rule }) => rule)).toContain('RAT-13');
});
