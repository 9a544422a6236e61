import { describe, expect, test } from 'vitest';
import { reconcile } from '../../src/reconcile/index.ts';
import { counted, grid, read, told } from './drawing.ts';

/** Units that rows, columns or heads print; every name and figure is invented. */
describe('units of rows and heads', () => {
  test('a column of units tells persons and areas from money, and 其中： is as wide as the blanks below it', () => {
    const readout = read(
      '行政事业单位人员及资产基础数据表（2024年度）',
      grid(`
 | 项目 | 单位 | 2024年 | 增减 | 增减率（%） |
 | 一、人员情况 | | | | |
 | 编制人数 | 人 | 93 | 0 | 0 |
 | ␣␣其中：行政编制 | 人 | 38 | 0 | 0 |
 | ␣␣␣␣␣␣␣␣事业编制 | 人 | 55 | 0 | 0 |
 | 二、资产情况 | | | | |
 | 固定资产原值 | 万元 | 2730.00 | 130.00 | 5.00 |
 | 办公用房面积 | 平方米 | 3200 | 0 | 0 |
 | 资产使用率 | % | 96 | 1 | |`),
    );
    const told = counted(readout);
    expect(told).toContain('base_data 编制人数 count 2024 93 人 of=人员情况');
    expect(told).toContain('base_data 行政编制 count 2024 38 人 of=编制人数');
    expect(told).toContain('base_data 事业编制 count 2024 55 人 of=编制人数');
    expect(told).toContain('base_data 固定资产原值 budget 2024 2730 万元 of=资产情况');
    expect(told).toContain('base_data 办公用房面积 count 2024 3200 平方米 of=资产情况');
    expect(told).toContain('base_data 资产使用率 rate 2024 96 % of=资产情况');
    expect(reconcile(readout).findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  test('the unit of what is bought is none of the money beside it', () => {
    const readout = read(
      '2024年政府采购预算表',
      '单位：元',
      grid(`
 | 采购项目 | 数量 | 单位 | 单价 | 金额 |
 | 办公电脑 | 20 | 台 | 4500 | 90000 |`),
    );
    expect(counted(readout)).toEqual(['budget 办公电脑 budget 2024 90000 元']);
  });

  test('what one pupil costs is no money of the row, and what was spent is beside 预算数', () => {
    const readout = read(
      '2025年学校经费预算明细表',
      '单位：元',
      grid(`
 | 项目 | 学生人数（人） | 定额（元/生） | 金额 |
 | 公用经费 | 1860 | 1050 | 1,953,000 |
 | 营养改善 | 1200 | 1000 | 1,200,000 |
 | 合计 | | | 3,153,000 |`),
    );
    expect(readout.amounts.map(({ value }) => value)).toEqual([1860, 1953000, 1200, 1200000, 3153000]);
    const pairs = read(
      '2024年度项目绩效自评表',
      grid(`
 | 项目名称 | 健身活动 | 主管部门 | 某文体局 |
 | 预算数 | 80万元 | 支出数 | 78.4万元 |`),
    );
    expect(pairs.amounts.map(({ measure, value }) => [measure, value])).toEqual([
      ['budget', 80],
      ['executed', 78.4],
    ]);
  });

  test('an area in a head is no money; levels of a classification are no units', () => {
    const areas = read(
      '部门整体支出绩效评价基础数据表（2023年度）',
      '单位：万元',
      grid(`
 | 楼堂馆所控制情况 | 批复规模（㎡） | 实际规模（㎡） | 规模控制率 | 预算投资（万元） |
 | ^ | 1200 | 1188 | 99% | 360 |`),
    );
    expect(counted(areas)).toEqual([
      'base_data 批复规模 count 2023 1200 ㎡',
      'base_data 实际规模 count 2023 1188 ㎡',
      'base_data 规模控制率 rate 2023 99 %',
      'base_data 预算投资 budget 2023 360 万元',
    ]);
    const classes = read(
      '2024年支出预算表',
      '单位：万元',
      grid(`
 | 科目名称 | 预算数 |
 | 教育支出（类） | 120 |
 | 普通教育（款） | 120 |`),
    );
    expect(counted(classes).every((line) => line.includes('budget 2024 120 万元'))).toBe(true);
  });
});

describe('wholes and parts over the columns of a table', () => {
  test('a total that spans two of three halves holds the rows of both', () => {
    const readout = read(
      '一般公共预算财政拨款基本支出决算明细表',
      '金额单位：万元',
      grid(`
 | 人员经费 | < | < | 公用经费 | < | < | < | < | < |
 | 科目编码 | 科目名称 | 决算数 | 科目编码 | 科目名称 | 决算数 | 科目编码 | 科目名称 | 决算数 |
 | 301 | 工资福利支出 | 612.40 | 302 | 商品和服务支出 | 78.50 | 310 | 资本性支出 | 6.20 |
 | 30101 | 基本工资 | 612.40 | 30201 | 办公费 | 78.50 | 31002 | 办公设备购置 | 6.20 |
 | 人员经费合计 | < | 612.40 | 公用经费合计 | < | < | < | < | 84.70 |`),
    );
    const total = readout.amounts.find(({ item }) => item === '公用经费合计');
    const parts = readout.amounts.filter(({ parent_id: id }) => id === total?.amount_id);
    expect(parts.map(({ item }) => item)).toEqual(['商品和服务支出', '资本性支出']);
    expect(reconcile(readout).findings).toEqual([]);
  });

  test('dates beside 项目起止时间 head no column, and one fund under 其中 is not all of it', () => {
    const readout = read(
      '2025年项目支出绩效目标表',
      '金额单位：万元',
      grid(`
 | 项目名称 | 泵站更新 | < | 预算单位 | 某管理处 | < |
 | 项目类别 | 特定目标类 | < | 项目起止时间 | 2025年1月-2026年12月 | < |
 | 预算金额 | 项目总额 | 640.00 | 当年预算 | 320.00 | < |
 | ^ | ^ | ^ | 其中：财政资金 | 300.00 | < |`),
    );
    expect(counted(readout)).toEqual([
      'funding 项目总额 total_budget ∅ 640 万元',
      'funding 当年预算 current 2025 320 万元',
      'funding 财政资金 current 2025 300 万元 of=当年预算',
    ]);
    expect(reconcile(readout).findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  test('points of a level that nobody merged down go down with its name', () => {
    const readout = read(
      '2024年部门整体支出绩效自评指标计分表',
      grid(`
 | 一级指标 | 分值 | 二级指标 | 分值 | 三级指标 | 分值 | 计分标准 | 自评得分 |
 | 过程 | 100 | 预算执行 | 100 | 预算完成率 | 60 | 按完成率计分 | 60 |
 | | | | | 预算调整率 | 40 | 按调整率计分 | 40 |`),
    );
    expect(readout.indicators.map((row) => [row.level1_weight, row.level2_weight])).toEqual([
      [100, 100],
      [100, 100],
    ]);
    expect(reconcile(readout).findings.filter(({ rule }) => rule.startsWith('WGT'))).toEqual([]);
  });

  test('points of the execution in the row of a fund, where the total has a stroke for them', () => {
    const readout = read(
      '项目支出绩效自评表（2023年度）',
      grid(`
 | 项目名称 | 公园管护 | < | < | < | < | < |
 | 资金来源 | 年初预算 | 调整预算 | 实际执行 | 执行率 | 权重 | 得分 |
 | 财政资金 | 420.00 | 400.00 | 396.00 | 99.00% | 10 | 9.90 |
 | 其他资金 | 20.00 | 20.00 | 20.00 | 100.00% | / | / |
 | 小计 | 440.00 | 420.00 | 416.00 | 99.05% | / | / |
 | 年度绩效目标 | 预期目标 | < | < | 实际完成 | < | < |
 | ^ | 管护12个公园 | < | < | 已管护12个公园 | < | < |
 | 一级指标 | 二级指标 | 三级指标 | 年初指标值 | 全年实际值 | 权重 | 得分 |
 | 产出指标 | 数量指标 | 管护公园数量 | 12个 | 12个 | 90 | 90 |
 | 总分 | < | < | < | < | 100 | 99.9 |`),
    );
    expect(readout.filings[0]).toMatchObject({ execution_weight: 10, execution_score: 9.9 });
    expect(readout.texts.map(({ role, text }) => [role, text])).toEqual([
      ['goal', '管护12个公园'],
      ['achievement', '已管护12个公园'],
    ]);
    expect(reconcile(readout).findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  test('scores under heads with their points are no money, and those of the project that they stand beside', () => {
    const readout = read(
      '2023年度项目绩效评价结果',
      grid(`
 | 序号 | 项目名称 | 预算数（万元） | 决策（15分） | 产出（35分） | 效益（50分） | 总得分 |
 | 1 | 农村公路 | 4800 | 14 | 34 | 28.5 | 76.5 |`),
    );
    expect(counted(readout)).toEqual(['budget 农村公路 budget 2023 4800 万元']);
    expect(readout.indicators.map(({ level3, scope, score }) => [level3, scope, score])).toEqual([
      ['总得分', '农村公路', 76.5],
    ]);
  });

  test('one set of indicators folded into two halves under 绩效目标', () => {
    const readout = read(
      '财政支出项目绩效目标申报表（2024年度）',
      grid(`
 | 项目名称 | 平台运维 | < | 填报单位 | 某中心 | < |
 | 本年度申请 | 180万元 | < | 上年度安排 | 175.5万元 | < |
 | 绩效目标 | 指标内容 | 指标目标值 | 绩效目标 | 指标内容 | 指标目标值 |
 | 产出指标 | 数量：运维系统 | 6个 | 效益指标 | 社会效益：预警信息 | ≥400条 |
 | ^ | 质量：可用率 | ≥99% | 满意度指标 | 用户满意度 | ≥90% |`),
    );
    expect(told(readout)).toEqual([
      'annual 产出指标/数量/运维系统 =6个 ∅',
      'annual 效益指标/社会效益/预警信息 >=400条 ∅',
      'annual 产出指标/质量/可用率 >=99% ∅',
      'annual 满意度指标/∅/用户满意度 >=90% ∅',
    ]);
    expect(counted(readout)).toEqual([
      'funding 本年度申请 current 2024 180 万元',
      'funding 上年度安排 prior 2023 175.5 万元',
    ]);
  });

  test('a unit above the codes of its subjects is their subtotal', () => {
    const readout = read(
      '2024年部门支出总表',
      '单位：元',
      grid(`
 | 科目编码 | 科目名称（单位名称） | 合计 | 基本支出 | 项目支出 |
 | | 合计 | 5600000 | 4100000 | 1500000 |
 | | 某市养老服务指导中心 | 5600000 | 4100000 | 1500000 |
 | 2080299 | 其他民政管理事务支出 | 1500000 | | 1500000 |
 | 2081002 | 老年福利 | 4100000 | 4100000 | |`),
    );
    const parents = new Map(readout.amounts.map(({ item, parent }) => [item, parent]));
    expect(parents.get('某市养老服务指导中心')).toBe('合计');
    expect(parents.get('老年福利')).toBe('某市养老服务指导中心');
    expect(reconcile(readout).findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  test('names and values under one head, points of the execution in the head of its scores', () => {
    const readout = read(
      '2024年市本级项目绩效自评表',
      grid(`
 | 项目名称 | 智慧养老平台 | < | < | 实施单位 | 某中心 | < |
 | 资金情况（万元） | | 年初预算数 | 全年执行数 | 执行率 | 得分（10分） | < |
 | ^ | 年度资金总额 | 96.00 | 90.24 | 94.0% | 9.40 | < |
 | 绩效指标 | 一级指标 | 二级指标 | 三级指标及目标值 | 实际完成值 | 分值 | 得分 |
 | ^ | 产出指标（90分） | 数量指标 | 接入养老机构≥30家 | 31家 | 60 | 60 |
 | ^ | ^ | 质量指标 | 服务老人5000人次以上 | 4800人次 | 30 | 28.8 |
 | 合计 | < | < | < | < | 100 | 98.2 |`),
    );
    expect(told(readout)).toEqual([
      'evaluation 产出指标/数量指标/接入养老机构 >=30家 60',
      'evaluation 产出指标/质量指标/服务老人 >=5000人次 30',
    ]);
    expect(readout.filings[0]).toMatchObject({ execution_weight: 10, execution_score: 9.4 });
    expect(reconcile(readout).findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  test('the execution of a budget in one row of labels, its score in a text of its own', () => {
    const readout = read(
      '2023年度项目支出绩效自评表',
      grid(`
 | 项目名称 | 免费开放补助 | < | < | < | < | < |
 | 预算安排（万元） | 45.60 | 实际支出（万元） | 44.92 | 执行率（%） | 98.51 | 得分：9.85（满分10分） |
 | 一级指标 | 二级指标 | 三级指标 | 指标值 | 完成值 | 分值 | 得分 |
 | 产出 | 数量 | 免费开放天数 | ≥300天 | 312天 | 90分 | 90分 |
 | 自评总分 | < | < | < | < | 100分 | 99.85分 |`),
    );
    expect(counted(readout)).toEqual([
      'funding 预算安排 current 2023 45.6 万元',
      'funding 实际支出 executed 2023 44.92 万元',
      'funding 预算安排 rate 2023 98.51 %',
    ]);
    expect(readout.filings[0]).toMatchObject({ execution_weight: 10, execution_score: 9.85 });
    expect(reconcile(readout).findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  test('two totals of one name are wholes of their own sides', () => {
    const readout = read(
      '2024年单位收支情况表',
      '单位：万元',
      grid(`
 | 收入 | < | 支出 | < |
 | 项目 | 预算数 | 项目 | 预算数 |
 | 拨款 | 100 | 工资 | 90 |
 | 合计 | | 合计 | 90 |`),
    );
    const [total] = readout.amounts.filter(({ item }) => item === '合计');
    expect(readout.amounts.find(({ item }) => item === '拨款')?.parent_id).toBeNull();
    expect(readout.amounts.find(({ item }) => item === '工资')?.parent_id).toBe(total?.amount_id);
  });

  test('实际完成 over figures heads a column of money', () => {
    const readout = read(
      '2024年项目收支情况表',
      '单位：万元',
      grid(`
 | 项目 | 预算数 | 实际完成 |
 | 道路 | 120 | 118 |`),
    );
    expect(counted(readout)).toEqual([
      'budget 道路 budget 2024 120 万元',
      'budget 道路 executed 2024 118 万元',
    ]);
  });

  test('a label may begin with a year or a number of its own, a sum that says what it is made of is none', () => {
    const unitUnder = (label: string, note = '') =>
      read(
        '项目支出绩效目标表',
        grid(`
 | 项目名称 | 管网改造 | < | < |
 | ${label} | < | < | < |
 | 合计 | 财政拨款 | 其他资金 | 备注 |
 | 120 | 100 | 20 | ${note} |
 | 一级指标 | 二级指标 | 三级指标 | 指标值 |
 | 产出指标 | 数量指标 | 改造管网 | 50公里 |`),
      ).amounts.map(({ unit }) => unit);
    for (const label of ['2031年资金安排（万元）', '2031—2033年资金安排（万元）', '1.资金安排（万元）'])
      expect(unitUnder(label)).toEqual(['万元', '万元', '万元']);
    expect(unitUnder('资金安排', '600米×2000元/米')).toEqual([null, null, null]);
    expect(unitUnder('资金安排', '2031年600米×2000元')).toEqual([null, null, null]);
  });
});
