import { describe, expect, test } from 'vitest';
import { reconcile } from '../../src/reconcile/index.ts';
import { counted, grid, read, told } from './drawing.ts';

/** Sources and uses in one list, ranks, ticks and points in columns; every name and figure is invented. */
const errors = (readout: ReturnType<typeof read>): string[] =>
  reconcile(readout)
    .findings.filter(({ severity }) => severity === 'error')
    .map(({ actual, expected, rule }) => `${rule} ${actual} ${expected}`);

describe('资金来源 over 资金结构 in one column', () => {
  const department = (own: string): ReturnType<typeof read> =>
    read(
      '2025年部门整体支出绩效目标表',
      grid(`
 | 部门名称 | 汾阳区城管局 | < |
 | 预算情况 | 部门预算总额（万元） | 8,600 |
 | ^ | 1、资金来源：（1）政府预算资金 | 8,500 |
 | ^ | （2）财政专户管理资金 | 0 |
 | ^ | （3）单位资金 | ${own} |
 | ^ | 2、资金结构：（1）基本支出 | 2,600 |
 | ^ | （2）项目支出 | 6,000 |`),
    );

  test('each of the two makes up the sum', () => {
    const readout = department('100');
    expect(counted(readout)).toContain('funding 政府预算资金 current 2025 8500 万元 of=部门预算总额');
    expect(counted(readout)).toContain('funding 基本支出 current 2025 2600 万元 of=部门预算总额');
    expect(errors(readout)).toEqual([]);
  });

  test('a source that is off is found', () => {
    expect(errors(department('300'))).toEqual(['SUM-01 8600 8800']);
  });
});

test('a rank is no money, and 其中 in a head is a part of the stage before it', () => {
  const readout = read(
    '2024年度县级部门预算执行情况分析表',
    '单位：万元',
    grid(`
 | 部门 | 调整后预算 | 支出数 | 其中：项目支出 | 执行率 | 排名 |
 | 教育局 | 12,800.00 | 12,544.00 | 3,200.00 | 98.00% | 1 |
 | 民政局 | 3,800.00 | 3,610.00 | 2,100.00 | 95.00% | 2 |
 | 合计 | 16,600.00 | 16,154.00 | 5,300.00 | 97.31% | |`),
  );
  expect(readout.amounts.some(({ column_label }) => column_label === '排名')).toBe(false);
  expect(counted(readout)).toContain('budget 教育局 executed 2024 3200 万元 of=合计');
  expect(errors(readout)).toEqual([]);
});

test('分值 | 得分 below a level in a summary are no indicators', () => {
  const { indicators } = read(
    '2024年度项目绩效评价得分汇总表',
    grid(`
 | 评价项目 | 决策 | < | 产出 | < | 合计 | < |
 | ^ | 分值 | 得分 | 分值 | 得分 | 分值 | 得分 |
 | 道路养护 | 40 | 38 | 60 | 57 | 100 | 95 |`),
  );
  expect(indicators).toEqual([]);
});

test('the value after the change counts, and a tick below a grade is no target', () => {
  const changed = read(
    '项目支出绩效目标调整表',
    grid(`
 | 一级指标 | 二级指标 | 三级指标 | 调整前指标值 | 调整后指标值 |
 | 产出指标 | 数量指标 | 养护道路面积 | ≥10万平方米 | ≥13万平方米 |`),
  );
  expect(told(changed)).toEqual(['annual 产出指标/数量指标/养护道路面积 >=13万平方米 ∅']);
  const ticked = read(
    '财政支出绩效评价自评表',
    grid(`
 | 评价指标 | 权重 | 评分等级 | < | < | 自评得分 |
 | ^ | ^ | 优 | 良 | 差 | ^ |
 | 资金到位率 | 40 | √ | | | 40 |
 | 产出完成情况 | 60 | | √ | | 54 |`),
  );
  expect(ticked.indicators.map(({ scoring_rule, target }) => [target, scoring_rule])).toEqual([
    [null, '优：√'],
    [null, '良：√'],
  ]);
});

test('指标 | 指标值 twice side by side are two lists, and a sum of money is no score', () => {
  const readout = read(
    '2025年部门整体绩效目标表',
    grid(`
 | 部门名称 | 宁远县司法局 | < | < |
 | 预算资金（万元） | 一般公共预算 | 960 | 占比90.57% |
 | ^ | 其他资金 | 100 | 占比9.43% |
 | ^ | 合计 | 1060 | 100% |
 | 指标 | 指标值 | 指标 | 指标值 |
 | 法律援助案件 | ≥300件 | 调解成功率 | ≥96% |`),
  );
  expect(told(readout)).toEqual(['annual ∅/∅/法律援助案件 >=300件 ∅', 'annual ∅/∅/调解成功率 >=96% ∅']);
  expect(readout.filings[0]?.total_score).toBeNull();
});

test('how far the goals were reached is no rate of execution', () => {
  const readout = read(
    '2024年部门预算项目支出绩效监控汇总表',
    '单位：万元',
    grid(`
 | 单位名称 | 项目名称 | 年初预算 | 1-9月支出 | 执行率 | 目标完成进度 |
 | 宁远县司法局 | 普法宣传 | 35 | 24.5 | 70% | 75% |
 | ^ | 法律援助 | 60 | 36 | 60% | 72% |
 | 合计 | < | 95 | 60.5 | 63.68% | |`),
  );
  expect(errors(readout)).toEqual([]);
});

describe('words that name the rows of a list', () => {
  test('a kind of assets does, where nothing else names them', () => {
    const readout = read(
      '国有资产占有使用情况表',
      '金额单位：万元',
      grid(`
 | 资产类别 | 数量 | 单位 | 账面原值 | 账面净值 |
 | 一、房屋及构筑物 | — | — | 1,860.00 | 1,440.00 |
 | 其中：房屋 | 6,200 | 平方米 | 1,800.00 | 1,390.00 |
 | 二、通用设备 | 186 | 台 | 320.50 | 110.20 |
 | 合计 | — | — | 2,180.50 | 1,550.20 |`),
    );
    const first = readout.amounts.filter(({ column_label }) => column_label === '账面原值');
    expect(first.map(({ item, parent, value }) => [item, parent, value])).toEqual([
      ['房屋及构筑物', '合计', 1860],
      ['房屋', '房屋及构筑物', 1800],
      ['通用设备', '合计', 320.5],
      ['合计', null, 2180.5],
    ]);
  });

  test('a head that nobody knows beside 项目名称 is no answer to it where rows are numbered', () => {
    const readout = read(
      '2032年城市维护费项目库汇总表',
      grid(`
 | 序号 | 项目名称 | 所在片区概貌 | 总投资（万元） | 2032年计划投资（万元） | 资金来源（万元） | < |
 | ^ | ^ | ^ | ^ | ^ | 财政资金 | 自筹资金 |
 | 1 | 路灯改造 | 老城北门一带 | 256 | 256 | 200 | 56 |
 | 2 | 人行道整治 | 新城沿江一带 | 540 | 300 | 300 | 0 |
 | 合计 | | | 796 | 556 | 500 | 56 |`),
    );
    expect(readout.filings[0]?.project).toBeNull();
    expect(new Set(readout.amounts.map(({ unit }) => unit))).toEqual(new Set(['万元']));
    expect(readout.amounts.map(({ item }) => item)).toContain('路灯改造');
  });

  test('a source by a name that nobody knows goes on in the list, beside one figure or several', () => {
    const pairs = read(
      '项目支出绩效目标申报表',
      grid(`
 | 项目名称 | 农村供水工程 | < |
 | 项目资金（万元） | 年度资金总额 | 300 |
 | ^ | 其中：超长期特别国债 | 150 |
 | ^ | 友好城市赠款 | 120 |
 | ^ | 以前年度结转 | 30 |
 | 一级指标 | 三级指标 | 指标值 |
 | 产出指标 | 供水工程 | 3处 |`),
    );
    expect(counted(pairs)).toEqual([
      'funding 年度资金总额 current ∅ 300 万元',
      'funding 超长期特别国债 current ∅ 150 万元 of=年度资金总额',
      'funding 友好城市赠款 current ∅ 120 万元 of=年度资金总额',
      'funding 以前年度结转 current ∅ 30 万元 of=年度资金总额',
    ]);
    const columns = read(
      '项目支出绩效自评表',
      grid(`
 | 项目资金（万元） | | 全年预算数 | 全年执行数 | 执行率 |
 | ^ | 年度资金总额 | 250 | 245 | 98.00% |
 | ^ | 其中：彩票公益金 | 200 | 200 | 100.00% |
 | ^ | 友好城市赠款 | 30 | 27 | 90.00% |
 | ^ | 门票收入 | 20 | 18 | 90.00% |
 | 一级指标 | 三级指标 | 指标值 | 实际完成值 | 得分 |
 | 产出指标 | 文化站 | 6个 | 6个 | 20 |`),
    );
    const parents = columns.amounts.map(({ item, parent }) => `${item} < ${parent}`);
    expect(new Set(parents)).toEqual(
      new Set([
        '年度资金总额 < null',
        '彩票公益金 < 年度资金总额',
        '友好城市赠款 < 年度资金总额',
        '门票收入 < 年度资金总额',
      ]),
    );
  });

  test('人员经费 and 公用经费 are parts of 基本支出 above them', () => {
    const readout = read(
      '部门整体支出绩效自评表',
      grid(`
 | 预算执行（万元） | | 年初预算 | 支出数 |
 | ^ | 基本支出 | 620 | 636 |
 | ^ | 其中：人员经费 | 520 | 538 |
 | ^ | 公用经费 | 100 | 98 |
 | ^ | 项目支出 | 380 | 342 |
 | ^ | 合计 | 1000 | 978 |
 | 一级指标 | 三级指标 | 目标值 | 完成值 | 得分 |
 | 产出指标 | 文化站 | 6个 | 6个 | 20 |`),
    );
    const parents = readout.amounts.map(({ item, parent, depth }) => `${item} < ${parent} ${depth}`);
    expect([...new Set(parents)]).toEqual([
      '基本支出 < 合计 1',
      '人员经费 < 基本支出 2',
      '公用经费 < 基本支出 2',
      '项目支出 < 合计 1',
      '合计 < null 0',
    ]);
  });

  test('the same beside one figure', () => {
    const readout = read(
      '部门整体支出绩效目标表',
      grid(`
 | 部门资金（万元） | 资金总额 | 1,000 |
 | ^ | （一）基本支出 | 620 |
 | ^ | 其中：人员经费 | 520 |
 | ^ | 公用经费 | 100 |
 | ^ | （二）项目支出 | 380 |
 | 一级指标 | 三级指标 | 目标值 |
 | 产出指标 | 文化站 | 6个 |`),
    );
    expect(readout.amounts.map(({ item, parent, depth }) => `${item} < ${parent} ${depth}`)).toEqual([
      '资金总额 < null 0',
      '基本支出 < 资金总额 1',
      '人员经费 < 基本支出 2',
      '公用经费 < 基本支出 2',
      '项目支出 < 资金总额 1',
    ]);
  });

  test('下达金额 under a title of use is what there was to spend', () => {
    const readout = read(
      '2031年度财政专项资金使用情况统计表',
      '单位：万元',
      grid(`
 | 资金名称 | 下达金额 | 实际拨付 | 结余 |
 | 困难群众救助补助 | 1,860 | 1,842.6 | 17.4 |
 | 养老服务体系建设 | 640 | 588.8 | 51.2 |
 | 合计 | 2,500 | 2,431.4 | 68.6 |`),
    );
    expect(readout.amounts.slice(0, 3).map(({ measure }) => measure)).toEqual([
      'budget',
      'executed',
      'balance',
    ]);
  });
});
