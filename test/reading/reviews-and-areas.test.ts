import { describe, expect, test } from 'vitest';
import { errorsIn, grid, read } from './drawing.ts';

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
  expect(readout.amounts.every(({ section, unit }) => section === 'base_data' && unit === '人')).toBe(true);
  expect(readout.filings[0]?.form_type).toBe('base_data');
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

test('four quarters add up to what was spent in the year, unless each is told up to its end', () => {
  const drawn = (...spent: string[]) =>
    read(
      '2031年预算执行季度监控表（单位：万元）',
      grid(`
 | 项目名称 | 年初预算数 | 一季度支出 | 二季度支出 | 三季度支出 | 四季度支出 | 全年执行数 |
 | 绿化养护 | 240.00 | ${spent.join(' | ')} |`),
    );
  expect(errorsIn(drawn('52.00', '60.00', '64.00', '58.00', '234.00'))).toEqual([]);
  expect(errorsIn(drawn('52.00', '112.00', '176.00', '234.00', '234.00'))).toEqual([]);
  expect(errorsIn(drawn('52.00', '60.00', '46.00', '58.00', '234.00'))).toEqual(['SUM-05']);
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
