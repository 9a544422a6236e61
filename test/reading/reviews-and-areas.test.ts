import { describe, expect, test } from 'vitest';
import { counted, errorsIn, grid, read } from './drawing.ts';

/** How good goals are, values of places beside that of them all, steps with their times, and whom a score is of. Every name and figure is invented. */
describe('优 | 良 | 中 | 差 with the points of a row below its grade', () => {
  const form = (points: string) =>
    read(
      '项目绩效目标审核表',
      grid(`
 | 审核内容 | 审核要点 | 审核意见 | < | < | < |
 | ^ | ^ | 优 | 良 | 中 | 差 |
 | 一、完整性审核（40分） | < | < | < | < | < |
 | 规范性 | 填报格式是否规范（20分） | 20 |  |  |  |
 | 明确性 | 目标是否明确（20分） |  | 16 |  |  |
 | 二、可行性审核（60分） | < | < | < | < | < |
 | 条件 | 实施条件是否具备（60分） |  |  | ${points} |  |
 | 综合评定等级 | 良 | 总分 | 78 | < | < |
 | 总体意见 | 细化指标后予以支持。 | < | < | < | < |`),
    );

  test('are scores below levels that stand across the table', () => {
    const readout = form('42');
    expect(readout.filings[0]).toMatchObject({ form_type: 'scoring_framework', total_score: 78 });
    expect(
      readout.indicators.map(({ level1, level1_weight, level2, level3, weight, score, target }) => [
        level1,
        level1_weight,
        level2,
        level3,
        weight,
        score,
        target,
      ]),
    ).toEqual([
      ['完整性审核', 40, '规范性', '填报格式是否规范', 20, 20, null],
      ['完整性审核', 40, '明确性', '目标是否明确', 20, 16, null],
      ['可行性审核', 60, '条件', '实施条件是否具备', 60, 42, null],
    ]);
    expect(errorsIn(readout)).toEqual([]);
    expect(errorsIn(form('52'))).not.toEqual([]);
  });
});

test('places beside the value of them all have values of their own', () => {
  const readout = read(
    '2031年度专项资金绩效目标申报表',
    grid(`
 | 专项名称 | 农田灌溉补助 | < | < | < |
 | 二级指标 | 三级指标 | 全市指标值 | 东河区 | 西岭县 |
 | 数量指标 | 灌溉面积 | ≥90万亩 | ≥50万亩 | ≥40万亩 |
 | 质量指标 | 验收合格率 | ≥95% | ≥96% | ≥95% |`),
  );
  expect(readout.indicators.map(({ level3, scope, target }) => [level3, scope, target?.value])).toEqual([
    ['灌溉面积', undefined, 90],
    ['灌溉面积', '东河区', 50],
    ['灌溉面积', '西岭县', 40],
    ['验收合格率', undefined, 95],
    ['验收合格率', '东河区', 96],
    ['验收合格率', '西岭县', 95],
  ]);
});

test('the steps of a project keep their times', () => {
  const readout = read(
    '项目支出绩效目标申报表',
    grid(`
 | 项目名称 | 泵站改造 | < | < |
 | 项目实施进度计划 | 项目实施内容 | 开始时间 | 完成时间 |
 | ^ | 1.招标 | 2031年2月 | 2031年4月 |
 | ^ | 2.安装调试 | 2031年5月 |  |
 | 项目概况 | 改造3座泵站。 | < | < |`),
  );
  expect(readout.texts.filter(({ role }) => role === 'task').map(({ text }) => text)).toEqual([
    '1.招标；开始时间：2031年2月；完成时间：2031年4月',
    '2.安装调试；开始时间：2031年5月',
  ]);
});

test('评价对象 is a project or an office, by its answer', () => {
  const of = (object: string) =>
    read(
      `项目支出绩效评价评分表`,
      grid(`
 | 被评价单位 | 青禾镇农技站 | 评价对象 | ${object} |
 | 一级指标 | 三级指标 | 分值 | 得分 |
 | 产出 | 培训场次 | 60 | 60 |
 | 效益 | 技术推广率 | 40 | 36 |`),
    ).filings[0];
  expect(of('农技推广项目')).toMatchObject({ organisation: '青禾镇农技站', project: '农技推广项目' });
  expect(of('青禾镇农技站')).toMatchObject({ organisation: '青禾镇农技站', project: null });
});

test('how many were content is no money', () => {
  const readout = read(
    '服务对象满意度调查统计表',
    grid(`
 | 序号 | 调查内容 | 非常满意 | 满意 | 不满意 | 合计 |
 | 1 | 服务态度 | 62 | 38 | 16 | 116 |
 | 2 | 办理时限 | 58 | 40 | 18 | 116 |`),
  );
  expect(readout.amounts).toEqual([]);
  expect(readout.filings[0]?.form_type).toBe('unknown');
});

test('a change in a row of people counts people', () => {
  const drawn = (change: string) =>
    read(
      '部门整体支出绩效评价基础数据表（2032年度，单位：万元）',
      grid(`
 | 项目 | < | 2031年 | 2032年 | 增减额 | 增减率 |
 | 一、人员情况 | 在职人数 | 148 | 146 | ${change} | -1.35% |
 | ^ | 退休人数 | 63 | 66 | 3 | 4.76% |
 | 二、资产情况 | 固定资产总额 | 1860.30 | 1902.15 | 41.85 | 2.25% |
 | ^ | 其中：在用固定资产 | 1842.30 | 1890.15 | 47.85 | 2.60% |`),
    );
  expect(errorsIn(drawn('-2'))).toEqual([]);
  expect(errorsIn(drawn('-3'))).toEqual(['SUM-14']);
});

test('a rate behind the quarters and the year is of the year', () => {
  const drawn = (rate: string) =>
    read(
      '2031年预算项目绩效监控表（单位：万元）',
      grid(`
 | 项目名称 | 绿化养护 | < | < | < | < |
 | 预算执行 | 年初预算数 | 一季度支出 | 二季度支出 | 全年执行数 | 执行率 |
 | ^ | 240.00 | 52.00 | 182.00 | 234.00 | ${rate} |
 | 三级指标 | 年度指标值 | 一季度 | 二季度 | < | < |
 | 养护面积 | ≥12万亩 | 12万亩 | 12万亩 | < | < |`),
    );
  expect(errorsIn(drawn('97.50%'))).toEqual([]);
  expect(errorsIn(drawn('95.70%'))).toEqual(['PCT-05']);
});

test('优 | 良 over the points that each earns are rules and no targets', () => {
  const readout = read(
    '项目事前绩效评估评分表',
    grid(`
 | 一级指标 | 二级指标 | 分值 | 优 | 良 | 差 | 平均分 |
 | 立项必要性 | 依据充分性 | 40 | 36-40分 | 30-35分 | 0-29分 | 38.5 |
 | 投入经济性 | 成本合理性 | 60 | 54-60分 | 45-53分 | 0-44分 | 52 |`),
  );
  expect(readout.indicators.map(({ score, scoring_rule, target }) => [target, scoring_rule, score])).toEqual([
    [null, '优：36-40分；良：30-35分；差：0-29分', 38.5],
    [null, '优：54-60分；良：45-53分；差：0-44分', 52],
  ]);
});

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
