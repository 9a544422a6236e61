import { describe, expect, test } from 'vitest';
import { counted, errorsIn, grid, read } from './drawing.ts';

/** Rates that a form prints beside its figures, and totals of scores beside money. Every name and figure is invented. */
test('得分率 and 完成率 are fields of their own', () => {
  const readout = read(
    '2031年度项目支出绩效自评表',
    grid(`
 | 一级指标 | 二级指标 | 三级指标 | 指标值 | 实际完成值 | 完成率 | 分值 | 得分 | 得分率 |
 | 产出指标 | 数量指标 | 养护里程 | ≥480公里 | 456公里 | 95.00% | 60 | 57 | 95% |
 | 效益指标 | 社会效益 | 通行时间缩短 | 8% | 8% | - | 40 | 40 | 1 |`),
  );
  expect(
    readout.indicators.map(({ completion_rate, completion_rate_raw, score_rate, source }) => [
      completion_rate,
      completion_rate_raw,
      score_rate,
      source.completion_rate?.column,
      source.score_rate?.column,
    ]),
  ).toEqual([
    [95, '95.00%', 95, 5, 8],
    [undefined, undefined, undefined, undefined, undefined],
  ]);
});

test('合计 behind scores is none of money', () => {
  const readout = read(
    '2031年度项目绩效自评汇总表',
    '单位：万元',
    grid(`
 | 序号 | 项目名称 | 预算数 | 执行数 | 产出得分（50） | 效益得分（50） | 合计 |
 | 1 | 薄弱学校改造 | 1260 | 1197 | 48.5 | 47 | 95.5 |
 | 2 | 教师轮训 | 188 | 180 | 49 | 46 | 95 |`),
  );
  expect(readout.amounts.map(({ value }) => value)).toEqual([1260, 1197, 188, 180]);
});

describe('two lists of an insurance fund side by side', () => {
  const form = (last: string) =>
    read(
      '2031年社会保险基金绩效目标表',
      grid(`
 | 统筹地区 | 松坪市 | 险种 | 居民医疗保险 |
 | 基金收入（万元） | 4286 | 基金支出（万元） | 4193 |
 | 其中：个人缴费 | 1528 | 其中：住院支出 | 3142 |
 | 财政补助 | 2674 | 门诊支出 | 826 |
 | 利息收入 | 84 | 大病保险支出 | ${last} |
 | 累计结余（万元） | 1864 | 备付月数 | 5 |
 | 一级指标 | 二级指标 | 三级指标 | 指标值 |
 | 产出指标 | 质量指标 | 参保率 | ≥96% |`),
    );

  test('go on below 其中, each in its own column', () => {
    expect(counted(form('225'))).toEqual([
      'funding 基金收入 current 2031 4286 万元',
      'funding 基金支出 current 2031 4193 万元',
      'funding 个人缴费 current 2031 1528 万元 of=基金收入',
      'funding 住院支出 current 2031 3142 万元 of=基金支出',
      'funding 财政补助 current 2031 2674 万元 of=基金收入',
      'funding 门诊支出 current 2031 826 万元 of=基金支出',
      'funding 利息收入 current 2031 84 万元 of=基金收入',
      'funding 大病保险支出 current 2031 225 万元 of=基金支出',
      'funding 累计结余 balance 2031 1864 万元',
    ]);
    expect(errorsIn(form('225'))).toEqual([]);
    expect(errorsIn(form('235'))).toEqual(['SUM-01']);
  });
});

describe('basic data of two years', () => {
  const form = (growth: string) =>
    read(
      '预算绩效评价基础数据表',
      '金额单位：万元',
      grid(`
 | 项目 | 2030年 | 2031年 | 增减额 | 增减率（%） |
 | 一、收入合计 | 3860.00 | 4125.50 | 265.50 | 6.88 |
 | 二、支出合计 | 3812.00 | 4080.20 | 268.20 | 7.04 |
 | 三、教职工人数（人） | 186 | 190 | 4 | ${growth} |`),
    );

  test('compare persons too, and balance nothing', () => {
    expect(errorsIn(form('2.15'))).toEqual([]);
    expect(errorsIn(form('2.51'))).toEqual(['PCT-09']);
  });
});
