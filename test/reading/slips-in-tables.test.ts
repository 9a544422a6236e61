import { describe, expect, test } from 'vitest';
import { errorsIn, grid, read } from './drawing.ts';

/** One figure of a table is off: whether the rules see it. Every name and figure is invented. */
const errors = (title: string, drawing: string): string[] =>
  errorsIn(read(title, '单位：万元', grid(drawing)));

describe('changes against the budget of the same year', () => {
  const table = (rate: string): string[] =>
    errors(
      '2031年度部门决算批复表',
      `
 | 项目 | 年初预算数 | 决算数 | 增减额 | 增减率 |
 | 一、本年收入 | 3260.40 | 3488.90 | 228.50 | ${rate} |
 | （一）财政拨款收入 | 3210.40 | 3438.90 | 228.50 | 7.12% |
 | （二）事业收入 | 50.00 | 50.00 | 0.00 | 0.00% |
 | 二、本年支出 | 3260.40 | 3402.30 | 141.90 | 4.35% |`,
    );

  test('are worked out where most lines say so', () => {
    expect(table('7.01%')).toEqual([]);
    expect(table('8.01%')).toEqual(['PCT-09']);
  });

  test('are not meant where no line closes so: 比上年增减% beside no figure of that year', () => {
    expect(
      errors(
        '2031年度部门决算批复表',
        `
 | 项目 | 年初预算数 | 决算数 | 比上年增减% |
 | 一、本年收入 | 3260.40 | 3488.90 | 12.40% |
 | 二、本年支出 | 3260.40 | 3402.30 | 9.80% |`,
      ),
    ).toEqual([]);
  });
});

describe('the only source of a sum', () => {
  const table = (spent: string): string[] =>
    errors(
      '2031年项目支出绩效监控表',
      `
 | 项目名称 | 宣传活动 | < | < | < |
 | 项目资金（万元） | | 年初预算数 | 1-6月执行数 | 全年预计执行数 |
 | ^ | 年度资金总额 | 220 | 87.57 | 220 |
 | ^ | 其中：一般公共预算拨款 | 220 | ${spent} | 220 |`,
    );

  test('may be some of it, and is never ten times as much', () => {
    expect(table('87.57')).toEqual([]);
    expect(table('875.7')).toEqual(['SUM-01']);
  });
});

describe('年初数 | 本年增加 | 本年减少 | 年末数', () => {
  const table = (last: string): string[] =>
    errors(
      '2031年度部门资产情况表',
      `
 | 资产情况 | 年初数 | 本年增加 | 本年减少 | 年末数 |
 | 资产总额 | 2156.80 | 320.50 | 86.20 | ${last} |
 | 其中：固定资产 | 1860.20 | 298.30 | 80.10 | 2078.40 |`,
    );

  test('balance row by row', () => {
    expect(table('2391.10')).toEqual([]);
    expect(table('2381.10')).toEqual(['SUM-09']);
  });
});

describe('a subject with one below it', () => {
  const table = (only: string, other: string): string[] =>
    errors(
      '一般公共预算财政拨款支出决算表（2031年度）',
      `
 | 科目编码 | 科目名称 | 合计 |
 | 20802 | 民政管理事务 | 8215.01 |
 | 2080201 | 行政运行 | 6215.01 |
 | 2080208 | 基层政权建设 | ${other} |
 | 20810 | 社会福利 | 9765.40 |
 | 2081002 | 老年福利 | ${only} |`,
    );

  test('is all of it where the table lists subjects whole', () => {
    expect(table('9765.40', '2000.00')).toEqual([]);
    expect(table('9755.40', '2000.00')).toEqual(['SUM-01']);
  });

  test('may be a detail where no other adds up', () => {
    // 民政管理事务 alone.
    expect(table('9755.40', '1500.00')).toEqual(['SUM-01']);
  });
});

describe('公务用车 over 其中：购置, and 公务接待 behind its parts', () => {
  const told = (...stages: string[]): string[] =>
    errors(
      '“三公”经费支出表',
      `
 | 项目 | ${stages.join(' | ')} |
 | 合计 | 45.2 | 40.15 |
 | 因公出国（境）费 | 0 | 0 |
 | 公务用车购置及运行费 | 36.5 | 0 |
 | 其中：公务用车购置费 | 18 | 17.8 |
 | 公务用车运行费 | 18.5 | 14.85 |
 | 公务接待费 | 8.7 | 7.5 |`,
    );

  test('is no part of them, whatever slip keeps the sums open', () => {
    expect(told('预算数', '决算数')).toEqual(['SUM-11']);
  });
});

test('其中 ends where one column adds up twice, though another does not at all', () => {
  const form = (part: string): string[] =>
    errors(
      '培训经费支出表',
      `
 | 项目 | 预算数 | 决算数 |
 | 合计 | 45.2 | 40.15 |
 | 差旅费 | 0 | 0 |
 | 培训费 | 36.5 | 0 |
 | 其中：场租 | 18 | 17.8 |
 | 师资 | 18.5 | ${part} |
 | 资料费 | 8.7 | 7.5 |`,
    );
  expect(form('14.85')).toEqual(['SUM-01']);
});

test('累计占预算% is a rate of execution', () => {
  const table = (rate: string): string[] =>
    errors(
      '预算收支执行情况表（2031年度）',
      `
 | 科目 | 调整预算 | 本年累计数 | 累计占预算% |
 | 工资福利支出 | 2960 | 2958 | ${rate} |
 | 资本性支出 | 820 | 812 | 99.02 |`,
    );
  expect(table('99.93')).toEqual([]);
  expect(table('89.93')).toEqual(['PCT-05']);
});
