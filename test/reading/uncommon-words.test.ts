import { describe, expect, test } from 'vitest';
import { counted, grid, read, told } from './drawing.ts';

/** Heads in words that few templates use; every name and figure is invented. */
describe('uncommon words of heads', () => {
  test('what is not yet paid is a balance, and a title of both plans and use makes nothing spent', () => {
    const readout = read(
      '2031年度县级重点建设项目资金安排及使用情况表',
      '单位：万元',
      grid(`
 | 序号 | 项目名称 | 建设单位 | 批复概算 | 累计到账 | 本年计划投资 | 累计拨付 | 未支出金额 | 送审额 | 存在问题 |
 | 1 | 县医院传染病区改造 | 县医院 | 4860 | 3200 | 2000 | 2845.6 | 354.4 | 4900 | 材料涨价 |
 | 2 | 污水管网延伸 | 县住建局 | 2150 | 1500 | 800 | 1210.35 | 289.65 | 2200 | |
 | 合计 | < | < | 7010 | 4700 | 2800 | 4055.95 | 644.05 | 7100 | |`),
    );
    expect(told(readout)).toEqual([]);
    expect(counted(readout).slice(0, 7)).toEqual([
      'budget 县医院传染病区改造 total_budget ∅ 4860 万元 of=合计',
      'budget 县医院传染病区改造 arrived 2031 3200 万元 of=合计',
      'budget 县医院传染病区改造 budget 2031 2000 万元 of=合计',
      'budget 县医院传染病区改造 executed 2031 2845.6 万元 of=合计',
      'budget 县医院传染病区改造 balance 2031 354.4 万元 of=合计',
      'budget 县医院传染病区改造 budget 2031 4900 万元 of=合计',
      'budget 污水管网延伸 total_budget ∅ 2150 万元 of=合计',
    ]);
  });

  test('期初预算 | 年中调剂 | 最终预算数 | 资金支出 | 尚未支付金额 | 执行比例', () => {
    const readout = read(
      '2031年度部门预算项目调整情况表',
      '填报单位：海岬市应急管理局　　单位：元',
      grid(`
 | 预算科目 | 项目名称 | 期初预算 | 年中调剂 | 最终预算数 | 资金支出 | 尚未支付金额 | 执行比例 |
 | 2240106 安全监管 | 执法装备购置 | 1,200,000 | -150,000 | 1,050,000 | 998,000 | 52,000 | 95.05% |
 | 2240109 应急管理 | 应急演练 | 500,000 | 110,000 | 610,000 | 572,400 | 37,600 | 93.84% |
 | 合计 | < | 1,700,000 | -40,000 | 1,660,000 | 1,570,400 | 89,600 | 94.60% |`),
    );
    expect(told(readout)).toEqual([]);
    expect(counted(readout).slice(0, 6)).toEqual([
      'budget 安全监管 initial_budget 2031 1200000 元 code=2240106 of=合计',
      'budget 安全监管 adjustment 2031 -150000 元 code=2240106 of=合计',
      'budget 安全监管 annual_budget 2031 1050000 元 code=2240106 of=合计',
      'budget 安全监管 executed 2031 998000 元 code=2240106 of=合计',
      'budget 安全监管 balance 2031 52000 元 code=2240106 of=合计',
      'budget 安全监管 rate 2031 95.05 % code=2240106 of=合计',
    ]);
  });

  test('two columns of names under heads that nobody knows: the first groups the second', () => {
    const readout = read(
      '2031年特色产业发展资金分配表',
      '金额单位：万元',
      grid(`
 | 受援地 | 结对单元 | 申报金额 | 拟分配金额 |
 | 河套 | 前河 | 860 | 700 |
 | ^ | 后河 | 540 | 480 |
 | 乌兰 | 白山 | 320 | 300 |
 | 合计 | < | 1720 | 1480 |`),
    );
    expect(told(readout)).toEqual([]);
    expect(counted(readout).map((each) => each.split(' ')[1])).toEqual([
      '前河',
      '前河',
      '后河',
      '后河',
      '白山',
      '白山',
      '合计',
      '合计',
    ]);
  });

  test('计算单位 holds the units of the targets', () => {
    const readout = read(
      '政府购买服务项目绩效目标表',
      grid(`
 | 一级指标 | 二级指标 | 三级指标 | 指标设定值 | 计算单位 | 配分 |
 | 产出 | 数量 | 上门服务老人数 | ≥420 | 人 | 60 |
 | 效益 | 社会效益 | 服务覆盖率 | ≥95 | % | 40 |`),
    );
    expect(readout.indicators.map(({ target, weight }) => [target?.value, target?.unit, weight])).toEqual([
      [420, '人', 60],
      [95, '%', 40],
    ]);
  });

  test('a line of dashes heads nothing below it', () => {
    const readout = read(
      '部门整体支出绩效评价基础数据表',
      '单位：万元',
      grid(`
 | 经费控制情况 | 2030年决算数 | 2031年预算数 | 2031年决算数 |
 | 公用经费 | 186 | 190 | 178.2 |
 | 部门整体支出预算调整 | — | — | — |
 | 楼堂馆所控制情况 | 批复规模（㎡） | 实际规模（㎡） | 预算投资（万元） |
 | ^ | 1,200 | 1,180 | 360 |`),
    );
    expect(counted(readout).slice(3)).toEqual([
      'base_data 批复规模 count 2031 1200 ㎡',
      'base_data 实际规模 count 2031 1180 ㎡',
      'base_data 预算投资 budget 2031 360 万元',
    ]);
  });

  test('增减变化 over 金额 | 比例: a sum and a rate', () => {
    const readout = read(
      '会议费支出预算表',
      '单位：元',
      grid(`
 | 单位名称 | 2030年 | 2031年 | 增减变化 | < |
 | ^ | ^ | ^ | 金额 | 比例 |
 | 市统计局本级 | 186,000 | 171,000 | -15,000 | -8.06% |
 | 市普查中心 | 48,000 | 46,000 | -2,000 | -4.17% |
 | 合计 | 234,000 | 217,000 | -17,000 | -7.26% |`),
    );
    expect(readout.amounts.slice(2, 4).map(({ measure, unit }) => [measure, unit])).toEqual([
      ['adjustment', '元'],
      ['rate', '%'],
    ]);
  });
});

test('自评项目 | 自评指标 heads indicators, and 实际可用 is the budget of the year', () => {
  const readout = read(
    '2031年度基层治理专项经费绩效自评情况表',
    grid(`
 | 单位名称 | 洪湖街道办事处 | < | < | < | < |
 | 资金安排（万元） | 年初预算 | 追加（减） | 实际可用 | 实际使用 | 使用率 |
 | ^ | 86 | 10 | 96 | 93.12 | 97% |
 | 自评项目 | 自评指标 | 标准分值 | 目标值 | 实际值 | 自评得分 |
 | 产出 | 事件办结率 | 50 | ≥98% | 98.6% | 50 |
 | 效果 | 居民满意度 | 50 | ≥90% | 92% | 50 |
 | 总分 | < | 100 | < | < | 100 |`),
  );
  expect(readout.amounts.map(({ measure, value }) => `${measure} ${value}`)).toEqual([
    'initial_budget 86',
    'adjustment 10',
    'annual_budget 96',
    'executed 93.12',
    'rate 97',
  ]);
  expect(readout.indicators.map(({ level3, weight, score }) => [level3, weight, score])).toEqual([
    ['事件办结率', 50, 50],
    ['居民满意度', 50, 50],
  ]);
});

test('合计 over the budgets of a list and all columns right of them is no sum of points', () => {
  const readout = read(
    '部门预算支出绩效目标表',
    '单位：万元',
    grid(`
 | 项目名称 | 预算金额 | 一级指标 | 三级指标 | 指标值 | 权重 |
 | 科技宣传 | 18.00 | 产出指标 | 科普活动 | 12场 | 50 |
 | ^ | ^ | 效益指标 | 参与人数 | ≥6000人次 | 40 |
 | 合计 | 18.00 | < | < | < | < |`),
  );
  expect(readout.filings.map(({ total_weight }) => total_weight).filter((each) => each !== null)).toEqual([]);
});

test('a stage with its figure behind a sum on the row is a sum of its own', () => {
  const readout = read(
    '2031年项目支出绩效目标完成情况表',
    grid(`
 | 项目名称 | 绿地养护 | < | < | < | < | < |
 | 资金（万元） | 预算安排数 | 560 | 调整后金额 | 548 | 实际支出额 | 537.04 |
 | 一级指标 | 三级指标 | < | 目标值 | < | 完成值 | 得分 |
 | 产出 | 补植苗木 | < | 12000株 | < | 11820株 | 98.5 |`),
  );
  expect(readout.amounts.map(({ measure, value }) => `${measure} ${value}`)).toEqual([
    'current 560',
    'annual_budget 548',
    'executed 537.04',
  ]);
});
