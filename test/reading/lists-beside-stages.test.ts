import { describe, expect, test } from 'vitest';
import { counted, errorsIn, grid, read } from './drawing.ts';

/** Lists of names and figures among columns of stages, and sums whose heads name them. Every name and figure is invented. */
test('一般公共预算 | 1720 | 基本支出 | 640 below heads of stages are pairs', () => {
  const readout = read(
    '2031年度部门整体绩效自评表',
    grid(`
 | 部门名称 | 松坪县退役军人局 | < | < | < | < |
 | 年度预算申请（万元） | < | 年初预算 | 决算 | 执行率 | 得分 |
 | 资金总额 | < | 1860 | 1748.4 | 94.00% | 9.4 |
 | 按收入性质分： | < | < | 按支出性质分： | < | < |
 | 其中：一般公共预算 | 1720 | < | 基本支出 | 640 | < |
 | 政府性基金 | 140 | < | 项目支出 | 1220 | < |
 | 分解目标 | 指标内容 | 目标值 | 完成值 | 分值 | 得分 |
 | 产出 | 安置率 | 100% | 100% | 90 | 88 |`),
  );
  expect(counted(readout)).toEqual([
    'funding 资金总额 initial_budget 2031 1860 万元',
    'funding 资金总额 final 2031 1748.4 万元',
    'funding 资金总额 rate 2031 94 %',
    'funding 一般公共预算 current 2031 1720 万元',
    'funding 基本支出 current 2031 640 万元',
    'funding 政府性基金 current 2031 140 万元',
    'funding 项目支出 current 2031 1220 万元',
  ]);
});

describe('金额 and 比例 below sources of funds', () => {
  const form = (share: string) =>
    read(
      '2031年度项目绩效目标申报表',
      grid(`
 | 项目名称 | 再生水管网 | < | < | < | < |
 | 资金构成（万元） | 市财政 | 县区配套 | 企业自筹 | 银行贷款 | 合计 |
 | 金额 | 1200 | 480 | 360 | 960 | 3000 |
 | 比例 | 40.00% | ${share} | 12.00% | 32.00% | 100.00% |
 | 一级指标 | 二级指标 | 三级指标 | 指标值 | 权重 | 备注 |
 | 产出 | 数量 | 铺设管网 | 22公里 | 100 | - |`),
    );

  test('name the sums and give their shares', () => {
    expect(counted(form('16.00%'))).toEqual([
      'funding 市财政 current 2031 1200 万元 share=40',
      'funding 县区配套 current 2031 480 万元 share=16',
      'funding 企业自筹 current 2031 360 万元 share=12',
      'funding 银行贷款 current 2031 960 万元 share=32',
      'funding 合计 current 2031 3000 万元 share=100',
    ]);
    expect(errorsIn(form('16.00%'))).toEqual([]);
    expect(errorsIn(form('61.00%'))).not.toEqual([]);
  });
});

test('who uses the funds is asked, and heads no column', () => {
  const readout = read(
    '2031年度转移支付资金绩效自评表',
    grid(`
 | 专项名称 | 粮食生产发展资金 | < | < | < | < |
 | 省级主管部门 | 松岭省农业农村厅 | < | < | 资金使用地区 | 松坪市 |
 | 项目资金（万元） |  | 预算数 | 到位数 | 执行数 | 执行率 |
 | ^ | 总额 | 3260 | 3260 | 3097 | 95.00% |`),
  );
  expect(counted(readout).map((line) => line.split(' ')[2])).toEqual([
    'budget',
    'arrived',
    'executed',
    'rate',
  ]);
  expect(readout.filings[0]).toMatchObject({ supervisor: '松岭省农业农村厅', organisation: '松坪市' });
});

test('codes in brackets behind names are given apart', () => {
  const readout = read(
    '2031年度项目绩效目标表',
    grid(`
 | 单位名称（编码） | 松岭省博物馆（205001） | 项目名称（编码） | 文物修复（5300002105） |
 | 一级指标 | 二级指标 | 三级指标 | 指标值 |
 | 产出 | 数量 | 修复文物 | 120件 |`),
  );
  expect(readout.filings[0]).toMatchObject({
    organisation: '松岭省博物馆（205001）',
    organisation_code: '205001',
    project: '文物修复',
    project_code: '5300002105',
  });
});

test('years that add up are those of a plan, filed for the first of them', () => {
  const readout = read(
    '项目绩效目标申报表',
    '单位：万元',
    grid(`
 | 资金来源 | 合计 | 2031年 | 2032年 | 2033年 |
 | 合计 | 960 | 240 | 420 | 300 |
 | 省级补助 | 500 | 120 | 220 | 160 |
 | 市县自筹 | 460 | 120 | 200 | 140 |`),
  );
  expect(readout.filings[0]?.year).toBe(2031);
});

test('评分 over 决策 | 产出 | 效益 heads points, and no indicators', () => {
  const readout = read(
    '2031年度专项资金绩效自评得分表（按单位）',
    grid(`
 | 单位 | 资金（万元） | < | < | 评分 | < | < | < |
 | ^ | 预算 | 支出 | 支出率 | 决策 | 产出 | 效益 | 总分 |
 | 松坪一中 | 320 | 304 | 95.00% | 19 | 29 | 18 | 94 |
 | 松坪二中 | 286 | 268.84 | 94.00% | 18 | 28 | 17.5 | 90.5 |`),
  );
  expect(readout.indicators).toEqual([]);
  expect(readout.amounts.map(({ value }) => value)).toEqual([320, 304, 95, 286, 268.84, 94]);
});

test('年度支出 beside 年度收入 | 合计 has its own parts', () => {
  const readout = read(
    '部门整体支出绩效目标申报表（2031年度）',
    grid(`
 | 部门名称 | 松岭省气象中心 | < | < | < |
 | 年度收入（万元） | 合计 | 4620 | 年度支出（万元） | 4620 |
 | ^ | 财政拨款 | 4200 | 基本支出 | 2760 |
 | ^ | 事业收入 | 420 | 项目支出 | 1860 |
 | 一级指标 | 二级指标 | 三级指标 | 指标值 | 说明 |
 | 履职效能 | 监测 | 预报准确率 | ≥88% | - |`),
  );
  expect(counted(readout)).toEqual([
    'income 合计 current 2031 4620 万元',
    'expenditure 年度支出 current 2031 4620 万元',
    'income 财政拨款 current 2031 4200 万元 of=合计',
    'expenditure 基本支出 current 2031 2760 万元 of=年度支出',
    'income 事业收入 current 2031 420 万元 of=合计',
    'expenditure 项目支出 current 2031 1860 万元 of=年度支出',
  ]);
  expect(errorsIn(readout)).toEqual([]);
});

test('一、项目决策 over 1.1 and 1.2 is their group', () => {
  const readout = read(
    '2031年度项目支出绩效评价计分表',
    grid(`
 | 指标 | 权重 | 评价分 | 加权得分 | 依据 |
 | 一、项目决策 | 40 | 94 | 37.6 | - |
 | 1.1 立项规范性 | 20 | 95 | 19 | 材料齐全 |
 | 1.2 目标合理性 | 20 | 93 | 18.6 | 未量化 |
 | 二、项目产出 | 60 | 90 | 54 | - |
 | 2.1 建设任务 | 40 | 91 | 36.4 | 完成 |
 | 2.2 工程质量 | 20 | 88 | 17.6 | 合格 |
 | 合计 | 100 | 91.6 | 91.6 | - |`),
  );
  expect(readout.indicators.map(({ level1, level3, weight }) => [level1, level3, weight])).toEqual([
    ['项目决策', '1.1 立项规范性', 20],
    ['项目决策', '1.2 目标合理性', 20],
    ['项目产出', '2.1 建设任务', 40],
    ['项目产出', '2.2 工程质量', 20],
  ]);
  expect(errorsIn(readout)).toEqual([]);
});

test('a title may name the tables that it is one of', () => {
  const readout = read(
    '2031年部门决算公开表：支出决算表',
    '公开03表 部门：松坪县城管局 金额单位：万元',
    grid(`
 | 项目 | < | 本年支出合计 | 基本支出 |
 | 科目编码 | 科目名称 | ^ | ^ |
 | 208 | 社会保障和就业支出 | 142.66 | 142.66 |`),
  );
  expect(readout.filings[0]?.title).toBe('2031年部门决算公开表：支出决算表');
  expect(readout.amounts[0]).toMatchObject({ measure: 'final', year: 2031 });
});

test('a list of sums may say what each is for', () => {
  const readout = read(
    '松坪县2031年重点支出项目表',
    '单位：万元',
    grid(`
 | 项目 | 2030年执行数 | 2031年预算数 | 为上年% | 主要绩效目标 |
 | 教育支出 | 42860 | 45260 | 105.6 | 巩固率≥96% |
 | 卫生健康支出 | 18640 | 19020 | 102.0 | 签约率≥70% |
 | 农林水支出 | 36520 | 35880 | 98.2 | 新建农田2.1万亩 |`),
  );
  expect(counted(readout).slice(0, 3)).toEqual([
    'budget 教育支出 executed 2030 42860 万元',
    'budget 教育支出 budget 2031 45260 万元',
    'budget 教育支出 rate 2031 105.6 %',
  ]);
  expect(readout.texts.map(({ text }) => text)).toEqual(['巩固率≥96%', '签约率≥70%', '新建农田2.1万亩']);
});

test('names of money that print its unit end a table of indicators', () => {
  const readout = read(
    '2031年度项目绩效目标申报表',
    grid(`
 | 项目名称 | 河道保洁 | < | < |
 | 一级指标 | 三级指标 | 指标值 | 备注 |
 | 产出指标 | 保洁河道 | ≥86公里 | - |
 | 申报资金（万元） | 248 | 审定资金（万元） | 229.4 |`),
  );
  expect(counted(readout).map((line) => line.split(' ').at(-2))).toEqual(['248', '229.4']);
  expect(readout.indicators).toHaveLength(1);
});
