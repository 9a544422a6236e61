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
  expect(readout.amounts.filter(({ unit }) => unit === '万元')).toHaveLength(10);
  expect(readout.amounts.filter(({ unit }) => unit === '倍').map(({ value }) => value)).toEqual([2.81, 1.5]);
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

test('评估维度 groups 评估要点; the sums and the opinion around them are none', () => {
  const readout = read(
    '项目支出事前绩效评估表',
    grid(`
 | 项目名称 | 智慧停车 | < | < |
 | 申报单位 | 某城管局 | 申请金额 | 560万元 |
 | 评估得分 | 86 | 建议安排金额 | 480万元 |
 | 评估维度 | 评估要点 | 分值 | 得分 |
 | 立项必要性（50分） | 政策依据 | 25 | 22 |
 | ^ | 现实需求 | 25 | 22 |
 | 投入经济性（50分） | 成本测算 | 50 | 42 |
 | 评估意见 | 建议予以支持，核减部分设备费用 | < | < |`),
  );
  expect(readout.indicators.map(({ level1, level3, score }) => [level1, level3, score])).toEqual([
    ['立项必要性', '政策依据', 22],
    ['立项必要性', '现实需求', 22],
    ['投入经济性', '成本测算', 42],
  ]);
  expect(readout.filings[0]?.total_score).toBe(86);
  expect(readout.amounts.map(({ item, value }) => [item, value])).toContainEqual(['建议安排金额', 480]);
  expect(readout.texts.map(({ role }) => role)).toContain('explanation');
});

test('of values by year the own one is the actual, and a column of directions says which way is better', () => {
  const readout = read(
    '2024年度医院绩效考核指标完成情况表',
    grid(`
 | 序号 | 指标 | 指标导向 | 2023年 | 2024年 | 2024年目标值 | 分值 | 得分 |
 | 1 | 中医治疗率 | 逐步提高 | 38.5% | 41% | 40% | 50 | 50 |
 | 2 | 平均住院日 | 逐步降低 | 8.8天 | 8.5天 | 8.6天 | 50 | 50 |`),
  );
  expect(
    readout.indicators.map(({ actual, prior, target }) => [prior?.[0]?.value, target?.value, actual?.value]),
  ).toEqual([
    [38.5, 40, 41],
    [8.8, 8.6, 8.5],
  ]);
  const rules = reconcile(readout).findings.map(({ rule }) => rule);
  expect(rules).not.toContain('IND-01');
  expect(rules).not.toContain('SCR-06');
});

test('本年值 behind 目标值 and 上年值 is the actual', () => {
  const [first] = read(
    '2024年绩效评价指标得分表',
    grid(`
 | 序号 | 指标 | 权重 | 目标值 | 上年值 | 本年值 | 下年目标 | 得分 |
 | 1 | 项目完成率 | 50 | 100% | 96% | 98% | 100% | 48 |
 | 2 | 群众满意度 | 50 | ≥90% | 89% | 92% | ≥92% | 50 |`),
  ).indicators;
  expect(first).toMatchObject({ target: { value: 100 }, actual: { value: 98 }, prior: [{ value: 96 }] });
  expect(first?.remark).toBe('下年目标：100%');
});

test('targets of other years are no targets of this one', () => {
  const drawn = grid(`
 | 一级指标 | 三级指标 | 2024年目标值 | 2025年目标值 | 2026年目标值 |
 | 产出指标 | 维修里程 | 32公里 | 36公里 | 40公里 |
 | 效益指标 | 投诉下降率 | 6% | 8% | 10% |`);
  const [first] = read('2025年项目支出绩效目标表', drawn).indicators;
  expect(first).toMatchObject({
    target: { value: 36 },
    prior: [{ value: 32, year: 2024 }],
    remark: '2026年目标值：40公里',
  });
});
