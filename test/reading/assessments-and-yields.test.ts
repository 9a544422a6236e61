import { expect, test } from 'vitest';
import { reconcile } from '../../src/reconcile/index.ts';
import { counted, grid, read } from './drawing.ts';

/** Assessments, adjusted targets, costs and yields of bonds; every name and figure is invented. */
const wrong = (readout: ReturnType<typeof read>): string[] =>
  reconcile(readout)
    .findings.filter(({ severity }) => severity !== 'info')
    .map(({ rule }) => rule);

test('评估内容 groups the points beside it that name what is scored', () => {
  const readout = read(
    '事前绩效评估打分表',
    grid(`
 | 评估项目 | 智慧化改造 | < | < | < |
 | 评估内容 | 评估要点 | 标准分 | 评估得分 | 扣分说明 |
 | 立项必要性（40分） | 与政策相关 | 20 | 20 | |
 | ^ | 与职能相关 | 20 | 19 | 职能交叉 |
 | 投入经济性（60分） | 成本测算 | 60 | 51 | 单价偏高 |
 | 合计 | < | 100 | 90 | |`),
  );
  expect(readout.indicators.map(({ level1, level3, score }) => [level1, level3, score])).toEqual([
    ['立项必要性', '与政策相关', 20],
    ['立项必要性', '与职能相关', 19],
    ['投入经济性', '成本测算', 51],
  ]);
  expect(readout.filings[0]).toMatchObject({ project: '智慧化改造', total_score: 90 });
});

test('heads that only their own words call money are read, and 本息合计 adds up what it names', () => {
  const readout = read(
    '2025年专项债券项目收益与融资平衡表',
    '单位：万元',
    grid(`
 | 年度 | 项目收入 | 运营成本 | 还本 | 付息 | 本息合计 | 覆盖倍数 |
 | 2026年 | 1,200.00 | 300.00 | 0.00 | 320.00 | 320.00 | 2.81 |
 | 2027年 | 1,400.00 | 320.00 | 400.00 | 320.00 | 720.00 | 1.50 |`),
  );
  expect(counted(readout)).toContain('budget 付息 budget 2027 320 万元');
  expect(readout.amounts).toHaveLength(10);
  expect(wrong(readout)).toEqual([]);
});

test('a standard is no sum of money, and a total is none of a column in which it is blank', () => {
  const readout = read(
    '2024年度成本绩效分析表',
    '单位：元',
    grid(`
 | 服务事项 | 总成本 | 单位成本 | 行业标准 | 结余 |
 | 垃圾清运 | 5,040,000.00 | 120.00 | 125.00 | 10.00 |
 | 道路清扫 | 9,000,000.00 | 5.00 | 4.80 | 20.00 |
 | 合计 | 14,040,000.00 | | | |`),
  );
  expect(readout.amounts.some(({ value }) => value === 125)).toBe(false);
  expect(wrong(readout)).toEqual([]);
});

test('原预算 and 调整金额 are stages beside 调整后预算', () => {
  const readout = read(
    '2025年度项目绩效目标调整表',
    '单位：万元',
    grid(`
 | 项目名称 | 卫生院改造 | < | < | < | < | < |
 | 资金 | 原预算 | 320 | 调整后预算 | 280 | 调整金额 | -40 |
 | 一级指标 | 二级指标 | 三级指标 | 原指标值 | 调整后指标值 | 调整理由 | < |
 | 产出指标 | 数量指标 | 改造卫生院数 | 8个 | 7个 | 1个另列 | < |`),
  );
  expect(readout.amounts.map(({ measure, value }) => [measure, value])).toEqual([
    ['initial_budget', 320],
    ['annual_budget', 280],
    ['adjustment', -40],
  ]);
});

test('half of a target after half of the year is no deviation', () => {
  const drawn = grid(`
 | 项目名称 | 公路养护 | < | < |
 | 一级指标 | 三级指标 | 年度指标值 | 完成值 |
 | 产出指标 | 养护里程 | ≥320公里 | 190公里 |
 | 效益指标 | 通行天数 | ≥300天 | 310天 |`);
  const far = (title: string): boolean =>
    reconcile(read(title, drawn)).findings.some(({ rule }) => rule === 'IND-02');
  expect(far('2025年部门预算项目绩效运行监控表（1-7月）')).toBe(false);
  expect(far('2025年项目支出绩效自评表')).toBe(true);
});
