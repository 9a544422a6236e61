import { describe, expect, test } from 'vitest';
import { errorsIn, grid, read } from './drawing.ts';

/** Sums broken down twice, forecasts, means and deductions. Every name and figure is invented. */
const amounts = (readout: ReturnType<typeof read>): string[] =>
  readout.amounts.map(
    ({ item, parent, value }) => `${item} ${value}${parent === null ? '' : ` of ${parent}`}`,
  );

describe('按支出性质：基本支出 in the first row of a breakdown', () => {
  const form = (fund: string) =>
    read(
      '2031年度部门整体支出绩效自评表',
      '部门名称：松坪县卫生局',
      grid(`
 | 部门预算资金（万元） |  | 预算数 | 执行数 |
 | ^ | 整体支出总额 | 1240 | 1180 |
 | ^ | 按支出性质：基本支出 | 720 | 700 |
 | ^ | 项目支出 | 520 | 480 |
 | ^ | 按资金来源：一般公共预算 | ${fund} | 1080 |
 | ^ | 政府性基金 | 110 | 100 |`),
    );

  test('begins a breakdown of its own', () => {
    expect(amounts(form('1130')).filter((_, at) => at % 2 === 0)).toEqual([
      '整体支出总额 1240',
      '基本支出 720 of 整体支出总额',
      '项目支出 520 of 整体支出总额',
      '一般公共预算 1130 of 按资金来源',
      '政府性基金 110 of 按资金来源',
    ]);
    expect(errorsIn(form('1130'))).toEqual([]);
  });
  test('is added up on its own', () => {
    expect(errorsIn(form('1140'))).toEqual(['SUM-01']);
  });
});

test('三年平均 behind the years is told, and no figure of the last of them', () => {
  const readout = read(
    '绩效评价基础数据表',
    '填报单位：松坪县住建局',
    grid(`
 | 指标 | 单位 | 2029年 | 2030年 | 2031年 | 三年平均 |
 | 到位资金 | 万元 | 1200 | 1350 | 1500 | 1350 |
 | 改造户数 | 户 | 420 | 465 | 510 | 465 |`),
  );
  expect(readout.amounts.map(({ year, value }) => `${year} ${value}`)).toEqual([
    '2029 1200',
    '2030 1350',
    '2031 1500',
    '2029 420',
    '2030 465',
    '2031 510',
  ]);
  expect(readout.warnings.map(({ code }) => code)).toEqual(['figures_left_out']);
});

describe('a sum that runs down beside its parts', () => {
  const form = (later: string) =>
    read(
      '地方政府专项债券项目绩效目标表',
      grid(`
 | 项目名称 | 松坪县净水厂 | < | < |
 | 总投资（万元） | 3600 | 资本金（万元） | 900 |
 | 专项债券融资（万元） | 2700 | 其中：已发行 | 1200 |
 | ^ | ^ | 本年拟发行 | 800 |
 | ^ | ^ | 后续发行 | ${later} |
 | 一级指标 | 二级指标 | 三级指标 | 指标值 |
 | 产出指标 | 数量指标 | 新建管网 | ≥48公里 |`),
    );

  test('is their whole, whatever their names', () => {
    expect(amounts(form('700')).slice(2)).toEqual([
      '专项债券融资 2700 of 总投资',
      '已发行 1200 of 专项债券融资',
      '本年拟发行 800 of 专项债券融资',
      '后续发行 700 of 专项债券融资',
    ]);
    expect(errorsIn(form('700'))).toEqual([]);
  });
  test('is checked against them', () => {
    expect(errorsIn(form('800'))).toEqual(['SUM-01']);
  });
});

test('对应项目 names the rows of a list of tasks, and its total is none', () => {
  const readout = read(
    '部门整体支出绩效目标表（2031年度）',
    grid(`
 | 年度主要任务 | 对应项目 | 预算资金情况（万元） | < | < |
 | ^ | ^ | 总额 | 财政拨款 | 其他资金 |
 | 任务一：公共文化服务 | 图书馆免费开放 | 186.5 | 186.5 | 0 |
 | ^ | 非遗传承保护 | 74.2 | 60 | 14.2 |
 | 金额合计 |  | 260.7 | 246.5 | 14.2 |`),
  );
  expect(amounts(readout).filter((_, at) => at % 3 === 0)).toEqual([
    '图书馆免费开放 186.5 of 金额合计',
    '非遗传承保护 74.2 of 金额合计',
    '金额合计 260.7',
  ]);
  expect(readout.texts.map(({ text }) => text)).toEqual(['任务一：公共文化服务']);
});

describe('全年预计执行数 | 预计执行率', () => {
  const form = (rate: string) =>
    read(
      '2031年度项目绩效运行监控表',
      grid(`
 | 项目资金（万元） |  | 年初预算数 | 1-8月执行数 | 1-8月执行率 | 全年预计执行数 | 预计执行率 |
 | ^ | 年度资金总额 | 480 | 296 | 61.67% | 470 | 97.92% |
 | ^ | 其中：财政拨款 | 400 | 256 | 64.00% | 395 | ${rate} |
 | ^ | 事业收入 | 80 | 40 | 50.00% | 75 | 93.75% |`),
    );

  test('is of the forecast', () => {
    expect(errorsIn(form('98.75%'))).toEqual([]);
    expect(errorsIn(form('89.75%'))).toEqual(['PCT-05']);
  });
});

describe('扣分情况 over numbers', () => {
  const form = (taken: string) =>
    read(
      '项目绩效评价评分表',
      grid(`
 | 一级指标 | 二级指标 | 三级指标 | 分值 | 扣分情况 | 得分 |
 | 决策 | 项目立项 | 立项依据 | 40 | 0 | 40 |
 | ^ | ^ | 立项程序 | 40 | ${taken} | 39 |
 | 过程 | 资金管理 | 预算执行率 | 20 | 0.8 | 19.2 |`),
    );

  test('holds the points taken', () => {
    expect(form('1').indicators.map(({ deducted, deviation }) => [deducted, deviation])).toEqual([
      [0, null],
      [1, null],
      [0.8, null],
    ]);
    expect(errorsIn(form('1'))).toEqual([]);
    expect(errorsIn(form('2'))).toEqual(['SCR-12']);
  });
  test('and reasons where they are words', () => {
    const [, second] = form('缺会议纪要，扣1分').indicators;
    expect(second).toMatchObject({ deviation: '缺会议纪要，扣1分' });
  });
});
