import { describe, expect, test } from 'vitest';
import { reconcile } from '../../src/reconcile/index.ts';
import { grid, read } from './drawing.ts';

/** Fields below a table of funds, sources across, weights of one. Every name and figure is invented. */
type Readout = ReturnType<typeof read>;
const errors = (readout: Readout): string[] =>
  reconcile(readout)
    .findings.filter(({ severity }) => severity === 'error')
    .map(({ message }) => message.zh);

test('labels with their answers below a table of funds are no rows of it', () => {
  const readout = read(
    '2031年专项债券项目绩效自评表',
    '金额单位：万元',
    grid(`
 | 项目名称 | 北港停车场 | < | < | < |
 | 资金来源 | 预算数 | 到位数 | 执行数 | 执行率 |
 | 年度资金总额 | 150.00 | 140.00 | 126.00 | 84.00% |
 | 其中：专项债券资金 | 100.00 | 100.00 | 90.00 | 90.00% |
 | 项目资本金 | 50.00 | 40.00 | 36.00 | 72.00% |
 | 债券期限（年） | 15 | 票面利率 | 3.25% | < |
 | 当年付息额 | 6.50 | 累计付息额 | 13.00 | < |
 | 一级指标 | 二级指标 | 三级指标 | 指标值 | 完成值 |
 | 产出指标 | 数量指标 | 新建车位 | ≥26个 | 27个 |`),
  );
  expect(readout.amounts.map(({ item }) => item)).not.toContain('票面利率');
  expect(readout.amounts).toHaveLength(12);
  expect(errors(readout)).toEqual([]);
});

test('sources behind 其中 in a row of their own are parts of what stands in front of it', () => {
  const form = (other: string): Readout =>
    read(
      '2031年度项目支出绩效目标申报表',
      '单位：万元',
      grid(`
 | 项目名称 | 湿地管护 | < | < | < | < |
 | 资金需求（万元） | 2031年预算数 | 其中：财政拨款 | 上年结转 | 自有资金 | 其他 |
 | ^ | 320 | 260 | 20 | 30 | ${other} |`),
    );
  expect(form('10').amounts.map(({ item, measure, parent }) => `${parent} ${item} ${measure}`)).toEqual([
    'null 预算数 budget',
    '预算数 财政拨款 budget',
    '预算数 上年结转 budget',
    '预算数 自有资金 budget',
    '预算数 其他 budget',
  ]);
  expect(errors(form('10'))).toEqual([]);
  expect(errors(form('14'))).not.toEqual([]);
});

describe('weights that are shares of one', () => {
  const targets = (last: string): Readout =>
    read(
      '2031年项目支出绩效目标表',
      grid(`
 | 项目名称 | 平台运行 | < | < | < |
 | 一级指标 | 二级指标 | 三级指标 | 指标值 | 权重 |
 | 产出指标 | 数量指标 | 开放机时 | ≥1200小时 | 0.35 |
 | ^ | 质量指标 | 合格率 | 98%-100% | 0.25 |
 | 效益指标 | 社会效益指标 | 服务单位 | ≥60家 | ${last} |`),
    );
  test('add up to one', () => {
    expect(errors(targets('0.40'))).toEqual([]);
    expect(errors(targets('0.45'))).toEqual([expect.stringMatching(/指标权重之和.* = 1\.05 ≠ 1(?:，|$)/)]);
  });

  const scored = (converted: string): Readout =>
    read(
      '2031年项目支出绩效评价评分表',
      grid(`
 | 项目名称 | 档案数字化 | < | < | < | < |
 | 一级指标 | 二级指标 | 三级指标 | 权重 | 评分 | 加权得分 |
 | 决策 | 项目立项 | 立项依据充分性 | 0.20 | 90 | 18.0 |
 | 过程 | 资金管理 | 资金使用合规性 | 0.20 | 95 | 19.0 |
 | 产出 | 数量指标 | 数字化页数 | 0.30 | 100 | 30.0 |
 | 效益 | 社会效益 | 查档便利度 | 0.30 | 85 | ${converted} |
 | 合计 | < | < | 1.00 | | 92.5 |`),
    );
  test('leave the scores beside them to a hundred', () => {
    expect(errors(scored('25.5'))).toEqual([]);
  });
  test('are held against scores and converted scores', () => {
    const told = reconcile(scored('29.5')).findings.filter(({ severity }) => severity === 'error');
    expect(told.map(({ rule }) => rule)).toEqual(['SCR-02']);
    expect(told[0]?.evidence.map(({ value }) => value)).toContain(29.5);
  });
});

test('how many goals are reached is no money spent, beside how many there are', () => {
  const { amounts } = read(
    '2031年度专项资金绩效自评汇总表',
    '金额单位：万元',
    grid(`
 | 专项名称 | 预算安排 | 实际使用 | 绩效目标完成情况 | < |
 | ^ | ^ | ^ | 指标总数 | 完成数 |
 | 科技创新专项 | 80 | 76 | 20 | 19 |
 | 文化发展专项 | 40 | 36 | 16 | 14 |
 | 合计 | 120 | 112 | 36 | 33 |`),
  );
  expect(amounts.filter(({ measure }) => measure === 'executed').map(({ value }) => value)).toEqual([
    76, 36, 112,
  ]);
});

test('a row says its own unit of money, whatever the head of its column does', () => {
  const readout = read(
    '2031年度项目资金情况表',
    grid(`
 | 项目名称 | 流域治理 | < |
 | 资金来源 | 全年预算数（亿元） | 全年执行数（亿元） |
 | 资金总额 | 1.35 | 1.283 |
 | 中央财政（万元） | 9500 | 9030 |
 | 地方财政（千元） | 40000 | 38000 |`),
  );
  expect(readout.amounts.map(({ unit }) => unit)).toEqual(['亿元', '亿元', '万元', '万元', '千元', '千元']);
  expect(errors(readout)).toEqual([]);
});

describe('a total score in a field of its own', () => {
  const form = (sum: string): Readout =>
    read(
      '2031年度项目支出绩效自评表',
      grid(`
 | 项目名称 | 企业奖励 | < | < | 自评得分 | 92.4 |
 | 一级指标 | 三级指标 | 预期值 | 完成值 | 分值 | 得分 |
 | 产出指标 | 奖励企业数 | 186家 | 180家 | 60 | 58 |
 | 效益指标 | 产值增长率 | 8% | 7.6% | 40 | 34.4 |
 | 合计 | < | < | < | 100 | ${sum} |`),
    );
  test('leaves the sum of the scores to be held against them', () => {
    expect(errors(form('92.4'))).toEqual([]);
    expect(errors(form('96.4'))).toEqual([expect.stringContaining('得分合计应等于各项得分之和')]);
  });
});

test('the rate below what was spent is of it', () => {
  const form = (rate: string): Readout =>
    read(
      '2031年度专项资金绩效自评表',
      grid(`
 | 项目名称 | 企业奖励 | < | < |
 | 下达金额（万元） | 1860.00 | 实际支出（万元） | 1785.60 |
 | 资金支出率 | ${rate} | 结余金额（万元） | 74.40 |
 | 三级指标 | 预期值 | 完成值 | 备注 |
 | 奖励企业数 | 186家 | 186家 | |`),
    );
  expect(errors(form('96.00%'))).toEqual([]);
  expect(errors(form('92.00%'))).toEqual([expect.stringContaining('执行率')]);
});

test('what was given out below 分配进度 is no adjustment, and what was spent may be of it', () => {
  const readout = read(
    '2031年省级专项资金分配及执行情况表',
    '单位：万元',
    grid(`
 | 地区 | 分配金额 | 分配进度 | < | 支出进度 | < |
 | ^ | ^ | 已分配 | 进度(%) | 已支出 | 进度(%) |
 | 安平市 | 120.00 | 120.00 | 100.00 | 114.00 | 95.00 |
 | 泰和市 | 80.00 | 76.00 | 95.00 | 68.40 | 90.00 |
 | 合计 | 200.00 | 196.00 | 98.00 | 182.40 | 93.06 |`),
  );
  expect(readout.amounts.slice(0, 5).map(({ measure }) => measure)).toEqual([
    'budget',
    'arrived',
    'rate',
    'executed',
    'rate',
  ]);
  expect(errors(readout)).toEqual([]);
});
