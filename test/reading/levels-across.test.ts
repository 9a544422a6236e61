import { describe, expect, test } from 'vitest';
import { reconcile } from '../../src/reconcile/index.ts';
import { grid, read } from './drawing.ts';

/** Levels that stand across the table above their indicators; every name and figure is invented. */
const form = grid(`
 | 绩效指标 | 目标值 | 完成值 | 分值 | 得分 | 备注 |
 | 一、产出指标（40分） | < | < | < | < | < |
 | （一）数量指标 | < | < | < | < | < |
 | 1.培训人数 | ≥1800人 | 1846人 | 20 | 20 | |
 | 2.开班期数 | ≥45期 | 46期 | 10 | 10 | |
 | （二）成本指标 | < | < | < | < | < |
 | 3.人均成本 | ≤2000元 | 1901元 | 10 | 10 | |
 | 二、效益指标（50分） | < | < | < | < | < |
 | （一）社会效益指标 | < | < | < | < | < |
 | 4.就业率 | ≥60% | 63% | 50 | 50 | |
 | 三、预算执行率（10分） | ≥95% | 97.5% | 10 | 9.75 | |
 | 合计 | < | < | 100 | 99.75 | |`);

describe('levels across the table', () => {
  const readout = read('2031年度项目绩效自评表', form);

  test('each indicator has both levels, and a level of the same name as a first one keeps to its mark', () => {
    expect(
      readout.indicators.map(({ level1, level2, level3, level1_weight }) => [
        level1,
        level1_weight,
        level2,
        level3,
      ]),
    ).toEqual([
      ['产出指标', 40, '数量指标', '培训人数'],
      ['产出指标', 40, '数量指标', '开班期数'],
      ['产出指标', 40, '成本指标', '人均成本'],
      ['效益指标', 50, '社会效益指标', '就业率'],
    ]);
  });

  test('预算执行率 numbered as the first levels are is the execution of the form', () => {
    expect(readout.filings[0]).toMatchObject({
      execution_weight: 10,
      execution_score: 9.75,
      execution_rate: 97.5,
      total_score: 99.75,
    });
    const errors = reconcile(readout).findings.filter(({ severity }) => severity === 'error');
    expect(errors).toEqual([]);
  });
});

test('levels beside one cell of names and values are no heads of columns', () => {
  const readout = read(
    '整体支出绩效目标申报表',
    grid(`
 | 部门名称 | 沙洲县退役军人事务局 | < |
 | 产出指标 | 数量指标 | 安置退役士兵85人；发放补助2300人次 |
 | ^ | 时效指标 | 每月15日前发放到位≥95% |
 | 效益指标 | 社会效益指标 | 就业率≥85% |
 | 满意度指标 | 服务对象满意度指标 | 优抚对象满意度≥95% |`),
  );
  const rows = readout.indicators.map(({ level1, level2, level3, target }) =>
    [level1, level2, level3, `${target?.value}${target?.unit}`].join('/'),
  );
  expect(rows).toEqual([
    '产出指标/数量指标/安置退役士兵/85人',
    '产出指标/数量指标/发放补助/2300人次',
    '产出指标/时效指标/每月15日前发放到位/95%',
    '效益指标/社会效益指标/就业率/85%',
    '满意度指标/服务对象满意度指标/优抚对象满意度/95%',
  ]);
});

test('the unit that a head prints behind the name is that of the values below', () => {
  const readout = read(
    '2031年度城市更新专项资金绩效目标分解表',
    '单位：万元',
    grid(`
 | 区县 | 中央资金 | 产出指标 | < | 满意度指标 |
 | ^ | ^ | 改造小区（个） | 改造户数（户） | 居民满意度（%） |
 | 东城区 | 3,200 | 6 | 4,820 | ≥90 |
 | 西城区 | 2,400 | 4 | 3,610 | ≥90 |
 | 合计 | 5,600 | 10 | 8,430 | — |`),
  );
  expect(readout.indicators.slice(0, 3).map(({ level3, target }) => [level3, target?.unit])).toEqual([
    ['改造小区', '个'],
    ['改造户数', '户'],
    ['居民满意度', '%'],
  ]);
});

test('the one row of a table of funds that has points is the execution, by whatever name', () => {
  const table = (name: string) =>
    read(
      '部门整体支出绩效目标自评表',
      grid(`
 | 单位名称 | 通江县水利局 | < | < | < | < | < |
 | 项目 | 年初预算 | 调整预算 | 实际支出 | 执行率 | 权重 | 得分 |
 | ${name} | 3,860 | 4,120 | 3,996.4 | 97% | 10 | 9.7 |
 | 其中：基本支出 | 1,460 | 1,520 | 1,513.4 | 99.57% | | |
 | 项目支出 | 2,400 | 2,600 | 2,483 | 95.5% | | |
 | 一级指标 | 二级指标 | 三级指标 | 指标值 | 完成值 | 权重 | 得分 |
 | 产出指标 | 数量指标 | 除险加固水库 | 3座 | 3座 | 90 | 90 |
 | 合计 | < | < | < | < | 100 | 99.7 |`),
    );
  for (const name of ['部门整体支出', '本部门全部支出']) {
    const readout = table(name);
    expect(readout.filings[0]).toMatchObject({ execution_weight: 10, execution_score: 9.7 });
    const errors = reconcile(readout).findings.filter(({ severity }) => severity === 'error');
    expect(errors).toEqual([]);
  }
});

test('points that the end of a page parted from their level are the rest of it', () => {
  const readout = read(
    '项目支出绩效自评表',
    grid(`
 | 一级指标 | 二级指标 | 三级指标 | 指标值 | 完成值 | 分值 | 得分 |
 | 效益指标 | 社会效益 | 接待人次 | ≥45万人次 | 46.2万人次 | 20 | 20 |
 | （30分） | 可持续影响 | 持证率提升 | ≥2个百分点 | 2.3个百分点 | 10 | 10 |`),
  );
  expect(
    readout.indicators.map(({ level1, level2, level1_weight }) => [level1, level2, level1_weight]),
  ).toEqual([
    ['效益指标', '社会效益', null],
    ['效益指标', '可持续影响', null],
  ]);
  expect(reconcile(readout).findings.filter(({ rule }) => rule === 'WGT-02')).toEqual([]);
});

test('the head 评价内容 over two columns of names holds both levels, and an ordinal below 二级指标 is none', () => {
  const levels = (head: string, one: string, two: string) =>
    read(
      '2031年度部门整体绩效自评得分表',
      grid(`
 | ${head} | < | 评价指标 | 分值 | 年初目标 | 完成情况 | 得分 |
 | ${one} | 目标设定（10分） | 目标合理性 | 10 | 合理 | 合理 | 10 |
 | ^ | 预算配置（10分） | 在职人员控制率 | 10 | ≤100% | 96% | 10 |
 | ${two} | 预算执行（80分） | 预算完成率 | 80 | 100% | 95% | 76 |
 | 合计 | < | < | 100 | | | 96 |`),
    ).indicators.map(({ level1, level1_weight, level2, level2_weight }) => [
      level1,
      level1_weight,
      level2,
      level2_weight,
    ]);
  expect(levels('评价内容', '投入（20分）', '过程（80分）')).toEqual([
    ['投入', 20, '目标设定', 10],
    ['投入', 20, '预算配置', 10],
    ['过程', 80, '预算执行', 80],
  ]);
  expect(levels('二级指标', '1', '2').map(([first]) => first)).not.toContain('1');
});
