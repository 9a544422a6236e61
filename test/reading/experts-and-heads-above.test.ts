import { expect, test } from 'vitest';
import { counted, errorsIn, grid, read } from './drawing.ts';

/** Heads over two rows, lines between marks, scores of experts, and names that a unit or a seal stands in the place of. Every name and figure is invented. */
test('heads that run down from above left of the levels are of the projects', () => {
  const readout = read(
    '2031年项目绩效运行监控表（单位：万元）',
    grid(`
 | 项目名称 | 资金总额 | < | 绩效目标执行情况 | < | < |
 | ^ | 年初预算 | 1-7月执行数 | 二级指标 | 三级指标 | 年度指标值 |
 | 小区改造 | 1560.00 | 936.00 | 数量指标 | 改造小区个数 | ≥18个 |
 | ^ | ^ | ^ | 质量指标 | 验收合格率 | 100% |
 | 危房改造 | 230.00 | 92.00 | 数量指标 | 改造户数 | ≥46户 |`),
  );
  expect(readout.filings.map(({ project }) => project)).toEqual(['小区改造', '危房改造']);
  expect(counted(readout)).toEqual([
    'funding 年初预算 initial_budget 2031 1560 万元',
    'funding 1-7月执行数 executed 2031 936 万元',
    'funding 年初预算 initial_budget 2031 230 万元',
    'funding 1-7月执行数 executed 2031 92 万元',
  ]);
});

test('lines between marks that count on are parts of the mark above', () => {
  const readout = read(
    '部门整体支出绩效评价基础数据表（2032年度，单位：万元）',
    grid(`
 | 经费控制情况 | 2031年决算数 | 2032年预算数 | 2032年决算数 |
 | 三公经费 | 18.00 | 19.00 | 17.00 |
 | 项目支出 | 1265.00 | 1380.00 | 1352.00 |
 | 1.业务专项 | 265.00 | 280.00 | 272.00 |
 | 低保核查 | 65.00 | 70.00 | 69.00 |
 | 机构补贴 | 200.00 | 210.00 | 203.00 |
 | 2.运行专项 | 1000.00 | 1100.00 | 1080.00 |
 | 公墓维护 | 1000.00 | 1100.00 | 1080.00 |
 | 公用经费 | 112.00 | 115.00 | 108.00 |`),
  );
  const parents = new Map(readout.amounts.map(({ item, parent }) => [item, parent]));
  expect([...parents]).toEqual([
    ['三公经费', null],
    ['项目支出', null],
    ['业务专项', '项目支出'],
    ['低保核查', '业务专项'],
    ['机构补贴', '业务专项'],
    ['运行专项', '项目支出'],
    ['公墓维护', '运行专项'],
    ['公用经费', null],
  ]);
  expect(errorsIn(readout)).toEqual([]);
});

test('what was spent of 上年结转资金 has a rate of its own', () => {
  const drawn = (rate: string) =>
    read(
      '2031年度项目支出绩效自评表（单位：万元）',
      grid(`
 | 项目名称 | 设备更新 | < | < | < |
 | 项目资金 |  | 全年预算数 | 全年执行数 | 执行率 |
 | ^ | 年度资金总额 | 305.50 | 298.70 | 97.77% |
 | ^ | 其中：财政拨款 | 285.50 | 280.10 | 98.11% |
 | ^ | 上年结转资金 | 20.00 | 18.60 | ${rate} |
 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 |
 | 设备台数 | 12台 | 12台 | 90 | 90 |`),
    );
  expect(errorsIn(drawn('93.00%'))).toEqual([]);
  expect(errorsIn(drawn('73.00%'))).toEqual(['PCT-05']);
});

test('scores of experts and totals of levels stand beside the scores and the total', () => {
  const drawn = (of: { expert?: string; level?: string; second?: string }) =>
    read(
      '项目绩效评价专家评分表',
      grid(`
 | 一级指标 | 权重 | 二级指标 | 权重 | 三级指标 | 分值 | 专家一 | 专家二 | 平均分 |
 | 决策 | 40 | 立项 | 40 | 立项依据 | 40 | 36 | 38 | 37 |
 | 产出 | 60 | 数量 | 36 | 完成数量 | 36 | 36 | 35 | 35.5 |
 | ^ | ^ | 质量 | 24 | 完成质量 | 24 | ${of.expert ?? '20'} | 21 | 20.5 |
 | 合计 | ${of.level ?? '100'} |  | ${of.second ?? '100'} |  | 100 | 92 | 94 | 93 |`),
    );
  const clean = drawn({});
  expect(clean.indicators[0]?.other_scores).toEqual([
    { label: '专家一', value: 36 },
    { label: '专家二', value: 38 },
  ]);
  expect(clean.filings[0]).toMatchObject({
    total_score: 93,
    total_weight: 100,
    other_totals: [
      { of: 'level1_weight', label: '权重', value: 100 },
      { of: 'level2_weight', label: '权重', value: 100 },
      { of: 'other_score', label: '专家一', value: 92 },
      { of: 'other_score', label: '专家二', value: 94 },
    ],
  });
  expect(errorsIn(clean)).toEqual([]);
  expect(errorsIn(drawn({ expert: '26' }))).toEqual(['SCR-14']);
  expect(errorsIn(drawn({ level: '110' }))).toEqual(['WGT-02']);
  expect(errorsIn(drawn({ second: '80' }))).toEqual(['WGT-02']);
});

test('名称 | 分值 below the levels are their names and points', () => {
  const drawn = (score: string) =>
    read(
      '财政支出绩效评价指标评分表',
      grid(`
 | 一级指标 | < | 三级指标 | < | < | < |
 | 名称 | 分值 | 名称 | 分值 | 评分标准 | 得分 |
 | 项目决策 | 40 | 立项规范性 | 15 | 规范得15分 | 15 |
 | ^ | ^ | 方案完整性 | 25 | 缺1项扣1分 | ${score} |
 | 项目绩效 | 60 | 实际完成率 | 60 | 完成率×60分 | 58 |
 | 总分 | 100 | < | 100 | < | 97 |`),
    );
  expect(
    drawn('24').indicators.map(({ level1, level1_weight, level3, weight }) => [
      level1,
      level1_weight,
      level3,
      weight,
    ]),
  ).toEqual([
    ['项目决策', 40, '立项规范性', 15],
    ['项目决策', 40, '方案完整性', 25],
    ['项目绩效', 60, '实际完成率', 60],
  ]);
  expect(errorsIn(drawn('24'))).toEqual([]);
  expect(errorsIn(drawn('14'))).toEqual(['SCR-02']);
});

test('（人） below 财政供养人员情况 leaves the names to the heads', () => {
  const readout = read(
    '部门整体支出绩效评价基础数据表（2032年度，单位：元）',
    grid(`
 | 财政供养人员情况 | 编制数 | 2032年实际在职人数 | 控制率 |
 | （人） | 36 | 35 | 97.22% |
 | 经费控制情况 | 2031年决算数 | 2032年预算数 | 2032年决算数 |
 | 三公经费 | 186520.00 | 190000.00 | 172360.00 |`),
  );
  expect(readout.amounts.slice(0, 3).map(({ item, measure, value }) => [item, measure, value])).toEqual([
    ['编制数', 'count', 36],
    ['实际在职人数', 'count', 35],
    ['控制率', 'rate', 97.22],
  ]);
});

test('rates of control by rows, and changes from the opening to the end of the year', () => {
  const drawn = (rate: string, change: string) =>
    read(
      '部门整体支出绩效评价基础数据表（2032年度，单位：万元）',
      grid(`
 | 一、人员情况 | 编制数 | 年末实有数 | 在职人员控制率 |
 | 行政 | 42 | 40 | 95.24% |
 | 事业 | 18 | 17 | ${rate} |
 | 合计 | 60 | 57 | 95.00% |
 | 二、资产情况 | 年初数 | 年末数 | 增减额 |
 | 固定资产原值 | 860.50 | 902.30 | ${change} |
 | 其中：房屋 | 420.00 | 420.00 | 0.00 |
 | 车辆 | 126.00 | 126.00 | 0.00 |`),
    );
  expect(errorsIn(drawn('94.44%', '41.80'))).toEqual([]);
  expect(errorsIn(drawn('74.44%', '41.80'))).toEqual(['RAT-01']);
  expect(errorsIn(drawn('94.44%', '51.80'))).toEqual(['SUM-14']);
});

test('what came in above 支出合计 is none of what was spent', () => {
  const drawn = (projects: string) =>
    read(
      '单位整体支出绩效评价基础数据采集表',
      '采集单位：青禾镇灌区管理处　　2032年度',
      grid(`
 | 指标 | 计量单位 | 2031年 | 2032年 |
 | 在职人数 | 人 | 92 | 90 |
 | 财政拨款收入 | 万元 | 1286.30 | 1320.50 |
 | 支出合计 | 万元 | 1302.40 | 1318.20 |
 | 其中：基本支出 | 万元 | 982.40 | 990.10 |
 | 项目支出 | 万元 | 320.00 | ${projects} |`),
    );
  expect(errorsIn(drawn('328.10'))).toEqual([]);
  expect(drawn('328.10').filings[0]).toMatchObject({ organisation: '青禾镇灌区管理处' });
  expect(errorsIn(drawn('382.10'))).not.toEqual([]);
});

test('原批复预算 beside 调整后预算 is the first budget', () => {
  const readout = read(
    '项目支出绩效目标调整申请表（2032年度，单位：万元）',
    grid(`
 | 项目名称 | 健身设施 | < | < | < |
 | 调整事项 | 原批复预算 | 560.00 | 调整后预算 | 480.00 |
 | 三级指标 | 原指标值 | < | 调整后指标值 | < |
 | 健身点位 | ≥14个 | < | ≥12个 | < |`),
  );
  expect(readout.amounts.map(({ measure, value }) => [measure, value])).toEqual([
    ['initial_budget', 560],
    ['annual_budget', 480],
  ]);
});

test('a seal alone is nobody, and whoever carries it out files', () => {
  const readout = read(
    '项目支出绩效目标申报表',
    '填报单位：（盖章）',
    grid(`
 | 项目名称 | 泵站改造 | 实施单位 | 青禾镇水管站 |
 | 二级指标 | 三级指标 | 指标值 | < |
 | 数量指标 | 改造泵站 | 3座 | < |`),
  );
  expect(readout.filings[0]).toMatchObject({ organisation: '青禾镇水管站' });
});

test('资金总额 of a department beside 年度预算申请 is of the year', () => {
  const readout = read(
    '部门整体支出绩效目标申报表（2032年度，单位：万元）',
    grid(`
 | 单位名称 | 青禾镇农技站 | < | < | < |
 | 年度预算申请 | 资金总额 | 按收入性质分 | < | < |
 | ^ | ^ | 其中： | < | < |
 | ^ | 500.00 | 一般公共预算 | 450.00 | < |
 | ^ | ^ | 其他资金 | 50.00 | < |
 | 三级指标 | 指标值 | < | < | < |
 | 培训场次 | ≥8场 | < | < | < |`),
  );
  expect(readout.amounts[0]).toMatchObject({ item: '资金总额', measure: 'current', year: 2032, value: 500 });
});
