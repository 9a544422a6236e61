import { describe, expect, test } from 'vitest';
import { reconcile } from '../../src/reconcile/index.ts';
import { errorsIn, grid, read } from './drawing.ts';

/** Tables that print what was spent twice, or changes from a named year; every name and figure is invented. */
describe('columns of what was spent and of changes', () => {
  const progress = (rate: string) =>
    read(
      '2031年12月部门预算支出执行进度表',
      '单位：万元',
      grid(`
 | 科目 | 年初预算 | 追加 | 全年预算 | 本月支出 | 累计支出 | 支出进度% | 预算结余 |
 | 一、基本支出 | 860.00 | 24.00 | 884.00 | 81.20 | 879.60 | 99.50 | 4.40 |
 | 二、项目支出 | 520.00 | 110.00 | 630.00 | 92.00 | 585.90 | ${rate} | 44.10 |
 | 合计 | 1,380.00 | 134.00 | 1,514.00 | 173.20 | 1,465.50 | 96.80 | 48.50 |`),
    );

  test('本月支出 | 累计支出 | 支出进度: the rate is of what was spent up to the day', () => {
    expect(errorsIn(progress('93.00'))).toEqual([]);
    expect(errorsIn(progress('90.00'))).toEqual(['PCT-05']);
  });

  test('完成投资 | 资金支付: a rate is of what was spent in its own word', () => {
    const ledger = (rate: string) =>
      read(
        '重点项目资金使用进度台账',
        '2031年　单位：万元',
        grid(`
 | 项目名称 | 年度计划投资 | 1-9月完成投资 | 投资完成率 | 资金到位 | 资金支付 | 支付率 |
 | 县城更新 | 4,000.00 | 3,200.00 | 80.00% | 2,800.00 | 2,520.00 | 90.00% |
 | 产业园区 | 3,000.00 | 2,250.00 | ${rate} | 2,000.00 | 1,900.00 | 95.00% |
 | 合计 | 7,000.00 | 5,450.00 | 77.86% | 4,800.00 | 4,420.00 | 92.08% |`),
      );
    const readout = ledger('75.00%');
    expect(readout.filings[0]?.title).toBe('重点项目资金使用进度台账');
    expect(errorsIn(readout)).toEqual([]);
    expect(errorsIn(ledger('78.00%'))).toEqual(['PCT-05']);
  });

  test('a rate beside several sources of what was planned and of what was spent is of all of them', () => {
    const evaluated = (rate: string) =>
      read(
        '2031年安居工程补助资金绩效自评表',
        grid(`
 | 转移支付名称 | < | 安居工程补助资金 | < | < | < | < |
 | 资金情况（万元） | | 全年预算数（A） | < | 全年执行数（B） | < | 预算执行率（B/A） |
 | ^ | | 中央资金 | 地方资金 | 中央资金 | 地方资金 | ^ |
 | ^ | 小区改造 | 3,200.00 | 1,800.00 | 3,040.00 | 1,720.00 | ${rate} |
 | ^ | 棚户改造 | 1,500.00 | 500.00 | 1,350.00 | 450.00 | 90.00% |
 | ^ | 租赁补贴 | 260.00 | 140.00 | 260.00 | 140.00 | 100.00% |
 | ^ | 合计 | 4,960.00 | 2,440.00 | 4,650.00 | 2,310.00 | 94.05% |`),
      );
    const told = (rate: string) =>
      reconcile(evaluated(rate)).findings.filter(({ severity }) => severity !== 'info');
    expect(told('95.20%')).toEqual([]);
    expect(told('92.20%').map(({ message }) => message.zh)).toEqual([
      '“小区改造”执行率 92.20% 应为执行数 （3,040.00 + 1,720.00） ÷（3,200.00 + 1,800.00）',
    ]);
  });

  test('上年结转 | 本年预算 | 合计 | 本年支出 | 执行率: what was spent is no part of the sum', () => {
    const readout = read(
      '2031年度政府性基金预算支出绩效自评表',
      grid(`
 | 项目名称 | 配套费项目 | < | < | < | < |
 | 资金（万元） | 上年结转 | 本年预算 | 合计 | 本年支出 | 执行率 |
 | ^ | 20.00 | 600.00 | 620.00 | 578.00 | 93.23% |
 | 一级指标 | 二级指标 | 三级指标 | 指标值 | 完成值 | 得分 |
 | 产出指标 | 数量指标 | 新建道路 | ≥3.2公里 | 3.3公里 | 90 |`),
    );
    expect(readout.amounts.map(({ measure, value }) => `${measure} ${value}`)).toContain('executed 578');
    expect(errorsIn(readout)).toEqual([]);
  });

  test('总额 | 财政拨款 | 其他 over tasks: the sources are no second list of what is spent', () => {
    const readout = read(
      '部门整体支出绩效目标申报表',
      '（2031年度）　　单位：万元',
      grid(`
 | 部门名称 | 海岬市事务局 | < | < | < | < |
 | 预算资金情况（万元） | 按支出性质分 | < | < | < | < |
 | ^ | 合计 | 基本支出 | 项目支出 | < | < |
 | ^ | 1,640.50 | 560.50 | 1,080.00 | < | < |
 | 年度主要任务 | 任务名称 | 任务内容 | 预算金额 | < | < |
 | ^ | ^ | ^ | 总额 | 财政拨款 | 其他 |
 | ^ | 优抚保障 | 发放补助 | 860.00 | 840.00 | 20.00 |
 | ^ | 安置就业 | 安置退役士兵 | 160.00 | 150.00 | 10.00 |
 | ^ | 双拥慰问 | 慰问 | 60.00 | 60.00 | 0.00 |
 | 一级指标 | 二级指标 | 三级指标 | < | 指标值 | 备注 |
 | 产出指标 | 数量指标 | 发放补助人数 | < | ≥2300人 | |`),
    );
    expect(readout.amounts.filter(({ fund }) => fund === '其他')).toHaveLength(3);
    expect(reconcile(readout).findings.filter(({ rule }) => rule === 'SUM-04')).toEqual([]);
  });

  test('补助比例（%） is a rate and adds up to nothing', () => {
    const readout = read(
      '专项资金项目申报汇总表',
      '2031年',
      grid(`
 | 序号 | 项目名称 | 项目总投资（万元） | 申请补助资金（万元） | 补助比例（%） | 核定补助金额（万元） |
 | 1 | 产线改造 | 2,600 | 260 | 10 | 200 |
 | 2 | 冷链升级 | 1,800 | 180 | 10 | 150 |
 | 合计 | < | 4,400 | 440 | 10 | 350 |`),
    );
    expect(readout.amounts.filter(({ value }) => value === 10).map(({ measure }) => measure)).toEqual(
      Array(3).fill('rate'),
    );
    expect(errorsIn(readout)).toEqual([]);
  });

  test('发行额度 and 到位金额 beside a side label are stages of money in the unit of the caption', () => {
    const readout = read(
      '专项债券项目资金绩效自评表',
      '（2031年度）　　单位：万元',
      grid(`
 | 项目名称 | 城南水厂扩建 | < | < | < |
 | 债券资金 | 发行额度 | 8,000.00 | 到位金额 | 8,000.00 |
 | ^ | 已支出金额 | 7,360.00 | 支出进度 | 92.00% |
 | 一级指标 | 二级指标 | 三级指标 | 目标值 | 完成值 |
 | 产出指标 | 数量指标 | 完成工程量 | ≥70% | 72% |`),
    );
    expect(
      readout.amounts.slice(0, 3).map(({ item, measure, value }) => `${item} ${measure} ${value}`),
    ).toEqual(['发行额度 current 8000', '到位金额 arrived 8000', '已支出金额 executed 7360']);
  });

  test('2032年比2031年增减 beside its rate is a sum', () => {
    const readout = read(
      '收费和罚没收入征收计划表',
      '单位：万元',
      grid(`
 | 收入项目 | 2031年预计完成 | 2032年征收计划 | 2032年比2031年增减 | 增减幅度 |
 | 一、行政事业性收费 | 920.00 | 980.00 | 60.00 | 6.52% |
 | 二、罚没收入 | 110.00 | 100.00 | -10.00 | -9.09% |
 | 合计 | 1,030.00 | 1,080.00 | 50.00 | 4.85% |`),
    );
    const changes = readout.amounts.filter(({ column_label: label }) => label === '2032年比2031年增减');
    expect(changes.map(({ measure, unit }) => `${measure} ${unit}`)).toEqual(
      Array(3).fill('adjustment 万元'),
    );
    expect(reconcile(readout).findings.filter(({ severity }) => severity !== 'info')).toEqual([]);
  });
});
