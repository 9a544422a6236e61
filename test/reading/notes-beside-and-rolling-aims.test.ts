import { describe, expect, test } from 'vitest';
import { errorsIn, grid, read } from './drawing.ts';

describe('words left of the indicators', () => {
  const form = (head: string, first: string, second: string) =>
    read(
      '2032年部门绩效指标分解表',
      grid(`
        | ${head} | 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 |
        | ${first} | 产出指标 | 数量指标 | 新增床位 | ≥800张 | 812张 | 50 | 50 |
        | ^ | ^ | 质量指标 | 验收合格率 | 100% | 100% | 20 | 20 |
        | ${second} | 效益指标 | 社会效益指标 | 覆盖率 | 100% | 100% | 30 | 30 |
        | 合计 | < | < | < | < | < | 100 | 100 |
      `),
    ).indicators.map(({ level3, remark }) => `${level3} ${remark}`);

  test('the office that answers for a row is said of it', () => {
    expect(form('责任处室', '养老处', '救助处')).toEqual([
      '新增床位 责任处室：养老处',
      '验收合格率 责任处室：养老处',
      '覆盖率 责任处室：救助处',
    ]);
  });

  test('numbers, and what says the section, are said of none', () => {
    const bare = ['新增床位 null', '验收合格率 null', '覆盖率 null'];
    expect(form('序号', '1', '2')).toEqual(bare);
    expect(form('指标类型', '年度绩效指标', '年度绩效指标')).toEqual(bare);
  });
});

test('三年滚动目标 beside 年度目标 below 总体目标 heads the goal of three years', () => {
  const { texts } = read(
    '专项资金绩效目标申报表',
    grid(`
      | 专项资金名称 | 高标准农田建设 | < | 2032年预算（万元） | 100 |
      | 总体目标 | 三年滚动目标（2032—2034年） | < | 年度目标（2032年） | < |
      | ^ | 新建农田3.6万亩。 | < | 新建农田1.1万亩。 | < |
      | 一级指标 | 二级指标 | 三级指标 | 指标值 | 备注 |
      | 产出指标 | 数量指标 | 新建面积 | 1.1万亩 | |
    `),
  );
  expect(texts.filter(({ role }) => role === 'goal').map(({ text }) => text)).toEqual([
    '新建农田3.6万亩。',
    '新建农田1.1万亩。',
  ]);
});

test('政府采购金额 below the last of the marked lines is part of none', () => {
  const readout = read(
    '部门整体支出绩效评价基础数据表',
    grid(`
      | 经费控制情况（万元） | 2031年决算数 | 2032年预算数 | 2032年决算数 |
      | 三、项目支出 | 615.00 | 640.00 | 632.50 |
      | 1.业务工作专项 | 415.00 | 430.00 | 424.50 |
      | 2.运行维护专项 | 200.00 | 210.00 | 208.00 |
      | 政府采购金额 | —— | 86.00 | 84.30 |
      | 部门基本支出预算调整 | —— | 1180.00 | 1205.60 |
    `),
  );
  const parents = new Map(readout.amounts.map(({ item, parent }) => [item, parent]));
  expect(parents.get('运行维护专项')).toBe('项目支出');
  expect(parents.get('政府采购金额')).toBeNull();
  expect(parents.get('部门基本支出预算调整')).toBeNull();
  expect(errorsIn(readout)).toEqual([]);
});

describe('figures left of the indicators of several projects', () => {
  const form = (plan: string, spent: string) =>
    read(
      '2032年度财政项目绩效监控表（1-6月）',
      '单位：万元',
      grid(`
        | 项目名称 | 全年预算数 | ${plan} | ${spent} | 一级指标 | 二级指标 | 三级指标 | 全年目标值 | 半年实际完成值 |
        | 垃圾分类 | 900.00 | 450.00 | 423.00 | 产出 | 数量 | 覆盖小区 | 320个 | 158个 |
        | ^ | ^ | ^ | ^ | 效益 | 生态效益 | 回收利用率 | ≥38% | 39% |
        | 路灯维护 | 460.00 | 230.00 | 225.00 | 产出 | 数量 | 维护路灯 | 8600盏 | 4350盏 |
      `),
    );

  test('a head that says a stage of the money heads money', () => {
    const { amounts } = form('半年计划支出', '半年实际支出');
    expect(amounts.map(({ measure, project, value }) => `${project} ${measure} ${value}`)).toEqual([
      '垃圾分类 annual_budget 900',
      '垃圾分类 executed 423',
      '路灯维护 annual_budget 460',
      '路灯维护 executed 225',
    ]);
  });

  test('a head that nobody knows is said of the rows with its figures', () => {
    const { indicators } = form('半年计划支出', '半年实际支出');
    expect(indicators.map(({ remark }) => remark)).toEqual([
      '半年计划支出：450.00',
      '半年计划支出：450.00',
      '半年计划支出：230.00',
    ]);
  });
});
