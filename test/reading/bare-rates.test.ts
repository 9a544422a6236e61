import { expect, test } from 'vitest';
import { counted, errorsIn, grid, read } from './drawing.ts';

/** Rates without their sign, and fields by their barest names. Every name and figure is invented. */
const rated = (first: readonly [string, string], second: readonly [string, string]) =>
  read(
    '2031年度项目支出绩效自评表',
    grid(`
 | 项目名称 | 管网改造 | < | < | < | < | < | < |
 | 一级指标 | 二级指标 | 三级指标 | 指标值 | 完成值 | 完成率 | 得分率 | 分值 | 得分 |
 | 产出指标 | 数量指标 | 改造管网 | 50公里 | 45公里 | ${first[0]} | ${first[1]} | 40 | 36 |
 | 效益指标 | 社会效益 | 受益人口 | 2万人 | 2万人 | ${second[0]} | ${second[1]} | 40 | 40 |
 | 效益指标 | 经济效益 | 节约水费 | 8万元 | 8万元 | ${second[0]} | ${second[1]} | 20 | 20 |
 | 合计 | < | < | < | < | < | < | 100 | 96 |`),
  );
const ratesOf = (form: ReturnType<typeof rated>) =>
  form.indicators.map(({ completion_rate, score_rate }) => [completion_rate, score_rate]);

test('rates without a sign are per cents or parts of one by the figures of their column', () => {
  expect(ratesOf(rated(['90', '90'], ['100', '100']))).toEqual([
    [90, 90],
    [100, 100],
    [100, 100],
  ]);
  expect(ratesOf(rated(['0.9', '0.90'], ['1', '1.00']))).toEqual([
    [90, 90],
    [100, 100],
    [100, 100],
  ]);
  // Which of the two a column of both kinds holds is left open.
  expect(ratesOf(rated(['0.9', '90'], ['100', '100']))).toEqual([
    [undefined, 90],
    [undefined, 100],
    [undefined, 100],
  ]);
});

test('bare per cents are held against their figures, parts of one are too rough', () => {
  expect(errorsIn(rated(['80', '90'], ['100', '100']))).toEqual(['RAT-13']);
  expect(errorsIn(rated(['90', '80'], ['100', '100']))).toEqual(['SCR-13']);
  expect(errorsIn(rated(['0.8', '0.9'], ['1', '1']))).toEqual([]);
});

test('项目 alone on a row asks for the name of the project, over figures it heads items', () => {
  const form = (row: string) =>
    read(
      '2031年度项目支出绩效目标表',
      grid(`
 | 单位名称 | 白石县水务局 | < | < |
 ${row}
 | 一级指标 | 二级指标 | 三级指标 | 指标值 |
 | 产出指标 | 数量指标 | 改造管网 | 50公里 |
 | 效益指标 | 社会效益 | 受益人口 | 2万人 |`),
    ).filings[0]?.project;
  expect(form('| 项目 | 农村饮水巩固提升 | < | < |')).toBe('农村饮水巩固提升');
  expect(form('| 项目 | 金额 | < | < |')).toBe(null);
});

test('titles of what is filed or judged do without 表', () => {
  const titleOf = (title: string) =>
    read(
      title,
      grid(`
 | 项目名称 | 管网改造 | < | < |
 | 一级指标 | 二级指标 | 三级指标 | 指标值 |
 | 产出指标 | 数量指标 | 改造管网 | 50公里 |
 | 效益指标 | 社会效益 | 受益人口 | 2万人 |`),
    ).filings[0]?.title;
  for (const title of ['2031年度项目支出绩效目标申报', '2031年部门整体支出绩效自评', '管网项目绩效评价评分'])
    expect(titleOf(title)).toBe(title);
  expect(titleOf('三、项目支出绩效目标申报')).toBe(null);
});

test('levels and what they ask for by turns are indicators', () => {
  const { indicators } = read(
    '2031年度财政支出项目绩效目标审核表',
    grid(`
 | 项目名称 | 河道保洁 | < | < |
 | 申报资金（万元） | 248.00 | 审定资金（万元） | 229.40 |
 | 数量指标 | 保洁河道86公里 | 质量指标 | 保洁合格率≥95% |
 | 时效指标 | 按月完成 | 满意度指标 | 群众满意度≥90% |`),
  );
  expect(
    indicators.map(({ level1, level2, level3, target }) => [level1, level2, level3, target?.value]),
  ).toEqual([
    [null, '数量指标', '保洁河道', 86],
    [null, '质量指标', '保洁合格率', 95],
    [null, '时效指标', '按月完成', undefined],
    ['满意度指标', null, '群众满意度', 90],
  ]);
});

test('months behind 起止时间 head no table of money', () => {
  const readout = read(
    '2031年度项目绩效目标申报表',
    grid(`
 | 项目名称 | 应急物资储备 | < | < | < |
 | 项目起止时间 | 2031年1月 | < | 至 | 2031年12月 |
 | 资金总额（万元） | 85.00 | < | 财政拨款（万元） | 85.00 |
 | 测算依据 | 救生衣500件×0.03万元=15万元 | < | < | < |
 | 实施内容 | 编制方案 | < | 2031年2月 | 2031年3月 |`),
  );
  expect(counted(readout)).toEqual([
    'funding 资金总额 current 2031 85 万元',
    'funding 财政拨款 current 2031 85 万元 of=资金总额',
  ]);
});

test('the row of the rate prints its score behind 得分（10分）', () => {
  const { filings } = read(
    '2031年度项目支出绩效自评表',
    grid(`
 | 预算执行情况 | 年度预算数 | 40.00 | 实际执行数 | 36.00 |
 | ^ | 预算执行率 | 90% | 得分（10分） | 9 |
 | 一级指标 | 二级指标 | 三级指标 | 指标值 | 分值 |
 | 产出指标 | 数量指标 | 改造管网 | 50公里 | 60 |
 | 效益指标 | 社会效益 | 受益人口 | 2万人 | 30 |`),
  );
  expect(filings[0]).toMatchObject({ execution_rate: 90, execution_weight: 10, execution_score: 9 });
});

test('合计 behind an ordinal adds up points, and 指标内容 behind second levels holds the names', () => {
  const { filings, indicators } = read(
    '2031年度项目绩效评价评分表',
    grid(`
 | 序号 | 指标类型 | 指标名称 | 指标内容 | 目标值 | 分值 | 得分 |
 | 1 | 产出指标 | 数量指标 | 改造管网 | 50公里 | 60 | 58 |
 | 2 | ^ | 质量指标 | 验收合格率 | 100% | 40 | 40 |
 | 3 | 合计 | < | < | < | 100 | 98 |`),
  );
  expect(filings[0]).toMatchObject({ total_weight: 100, total_score: 98 });
  expect(indicators.map(({ level1, level2, level3 }) => [level1, level2, level3])).toEqual([
    ['产出指标', '数量指标', '改造管网'],
    ['产出指标', '质量指标', '验收合格率'],
  ]);
});

test('fields with their answers over the heads of money head nothing themselves', () => {
  const readout = read(
    '2031年度项目绩效运行监控情况表',
    grid(`
 | 项目名称：政务云租赁 | < | < | 单位：白石县数字办 | < |
 | 资金执行（万元） | 年初预算 | 调整后预算 | 1-9月支出 | 执行率 |
 | ^ | 260.00 | 250.00 | 187.50 | 75% |
 | 一级指标 | 二级指标 | 三级指标 | 年度目标值 | 1-9月完成值 |
 | 产出指标 | 数量指标 | 租赁云主机 | 320台 | 320台 |
 | 效益指标 | 社会效益 | 一网通办率 | ≥95% | 93% |`),
  );
  expect(readout.filings[0]).toMatchObject({ project: '政务云租赁', organisation: '白石县数字办' });
  expect(counted(readout)).toEqual([
    'funding 资金执行 initial_budget 2031 260 万元',
    'funding 资金执行 annual_budget 2031 250 万元',
    'funding 资金执行 executed 2031 187.5 万元',
    'funding 资金执行 rate 2031 75 %',
  ]);
});

test('sources below two totals belong to their own column, whatever their rows add up to', () => {
  const readout = read(
    '2031年专项资金整体绩效目标表',
    grid(`
 | 专项资金名称 | 大气污染防治 | < | < | < |
 | 资金规模（万元） | 实施期总额 | 2400.00 | 年度总额 | 800.00 |
 | ^ | 其中：中央 | 1800.00 | 其中：中央 | 600.00 |
 | ^ | 省级 | 600.00 | 省级 | 200.00 |`),
  );
  expect(readout.filings[0]?.form_type).toBe('project_targets');
  expect(counted(readout).map((line) => line.replace('funding ', ''))).toEqual([
    '实施期总额 total_budget ∅ 2400 万元',
    '年度总额 current 2031 800 万元',
    '中央 total_budget ∅ 1800 万元 of=实施期总额',
    '中央 current 2031 600 万元 of=年度总额',
    '省级 total_budget ∅ 600 万元 of=实施期总额',
    '省级 current 2031 200 万元 of=年度总额',
  ]);
});

test('指标类别 left of 二级指标 is the first level where its names are, 预算执行率 among them or not', () => {
  const { filings, indicators } = read(
    '2031年度项目支出绩效自评表',
    grid(`
 | 项目名称 | 森林防火 | < | < | < | < | < | < |
 | 指标类别 | 分值 | 二级指标 | 三级指标 | 目标值 | 实际值 | 分值 | 得分 |
 | 产出指标 | 50 | 数量指标 | 巡护面积 | 12万亩 | 12万亩 | 30 | 30 |
 | ^ | ^ | 质量指标 | 设备合格率 | 100% | 100% | 20 | 20 |
 | 效益指标 | 40 | 生态效益 | 火灾受害率 | ≤0.5‰ | 0.1‰ | 40 | 40 |
 | 预算执行率 | 10 | 预算执行率 | 预算执行率 | 100% | 100% | 10 | 10 |
 | 合计 | 100 | | | | | 100 | 100 |`),
  );
  expect(indicators.map(({ level1, level1_weight, level3 }) => [level1, level1_weight, level3])).toEqual([
    ['产出指标', 50, '巡护面积'],
    ['产出指标', 50, '设备合格率'],
    ['效益指标', 40, '火灾受害率'],
  ]);
  expect(filings[0]).toMatchObject({ execution_weight: 10, execution_score: 10, total_score: 100 });
});
