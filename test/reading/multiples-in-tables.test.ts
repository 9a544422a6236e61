import { describe, expect, test } from 'vitest';
import { reconcile } from '../../src/reconcile/index.ts';
import { grid, read } from './drawing.ts';

/** What projects earn and owe beside how many times the one pays the other; every name and figure is invented. */
const told = (readout: ReturnType<typeof read>) =>
  reconcile(readout)
    .findings.filter(({ severity }) => severity !== 'info')
    .map(({ actual, expected, rule }) => [rule, expected, actual]);

const projects = (multiple: string, total = '1.43') =>
  read(
    '2032年新增专项债券项目收益平衡情况表',
    '单位：万元',
    grid(`
 | 序号 | 项目名称 | 总投资 | 债券发行额 | 项目收益 | 债券本息合计 | 本息覆盖倍数 |
 | 1 | 东河停车场 | 20000 | 12000 | 25200 | 18000 | ${multiple} |
 | 2 | 西河管网 | 8000 | 5000 | 9000 | 7500 | 1.20 |
 | | 合计 | 28000 | 17000 | 34200 | 25500 | ${total} |`),
  );

describe('a column 本息覆盖倍数', () => {
  test('is read, adds up to nothing, and is held against its row', () => {
    const readout = projects('1.40', '1.34');
    const multiples = readout.amounts.filter(({ unit }) => unit === '倍');
    expect(multiples.map(({ item, measure, value }) => [item, measure, value])).toEqual([
      ['东河停车场', 'count', 1.4],
      ['西河管网', 'count', 1.2],
      ['合计', 'count', 1.34],
    ]);
    expect(readout.warnings).toEqual([]);
    expect(told(readout)).toEqual([]);
    expect(told(projects('1.60', '1.34'))).toEqual([['RAT-17', 1.4, 1.6]]);
    expect(told(projects('1.40', '1.43'))).toEqual([['RAT-17', 1.34, 1.43]]);
  });

  test('of one year is held against what is earned and owed in that year', () => {
    const years = (multiple: string) =>
      read(
        '项目收益与融资平衡测算表',
        '单位：万元',
        grid(`
 | 年度 | 项目收入 | 运营成本 | 项目净收益 | 还本 | 付息 | 本息合计 | 覆盖倍数 |
 | 2032 | 1200 | 200 | 1000 | 0 | 400 | 400 | 2.50 |
 | 2033 | 1300 | 200 | 1100 | 0 | 400 | 400 | ${multiple} |`),
      );
    expect(told(years('2.75'))).toEqual([]);
    expect(told(years('2.57'))).toEqual([['RAT-17', 2.75, 2.57]]);
  });
});

test('a row of multiples is held against the rows of its column', () => {
  const rows = (multiple: string) =>
    read(
      '2032年新增专项债券项目收益平衡情况表',
      '单位：万元',
      grid(`
 | 项目 | 合计 | 东河停车场 | 西河管网 |
 | 债券发行额 | 17000 | 12000 | 5000 |
 | 项目收益 | 34200 | 25200 | 9000 |
 | 债券本息 | 25500 | 18000 | 7500 |
 | 本息覆盖倍数 | 1.34 | ${multiple} | 1.20 |`),
    );
  expect(told(rows('1.40'))).toEqual([]);
  expect(told(rows('1.04'))).toEqual([['RAT-17', 1.4, 1.04]]);
});

test('a multiple in a field is held against the fields of its form, where these name one of each', () => {
  const fields = (multiple: string, more = '') =>
    told(
      read(
        '2032年专项债券项目情况表',
        grid(`
 | 项目名称 | 东河市停车场建设 | 债券期限 | 15年 |
 | 项目总投资（万元） | 20000 | 发行金额（万元） | 12000 |
 | 预期总收益（万元） | 25200 | 债券本息（万元） | 18000 |${more}
 | 本息覆盖倍数 | ${multiple} | 还款来源 | 停车费收入 |`),
      ),
    ).filter(([rule]) => rule === 'RAT-17');
  expect(fields('1.40')).toEqual([]);
  expect(fields('1.4倍')).toEqual([]);
  expect(fields('1.50')).toEqual([['RAT-17', 1.4, 1.5]]);
  const net = '\n | 项目净收益（万元） | 21600 | 融资本息（万元） | 20000 |';
  expect(fields('1.20', net)).toEqual([]);
  expect(fields('1.50', net)).toEqual([]);
});
