import { describe, expect, test } from 'vitest';
import { reconcile } from '../../src/reconcile/index.ts';
import { grid, read } from './drawing.ts';

/** Tables of governments: settlements, debts, codes of offices. Every name and figure is invented. */
const told = (readout: ReturnType<typeof read>): string[] =>
  reconcile(readout)
    .findings.filter(({ severity }) => severity !== 'info')
    .map(({ rule, severity }) => `${severity} ${rule}`);

describe('settlements', () => {
  const table = (now: string) =>
    read(
      '2031年城乡养老补助资金清算表',
      '单位：万元',
      grid(`
 | 县（区） | 应补助资金 | 已预拨资金 | 清算资金（负数为收回） |
 | 合计 | 1,273 | 1,268 | 5 |
 | 云溪区 | 411 | 362 | 49 |
 | 石亭区 | 545 | 541 | ${now} |
 | 竹山县 | 317 | 365 | -48 |`),
    );

  test('what was paid too much is below zero', () => expect(told(table('4'))).toEqual([]));

  test('what is due is what was given and what is given now', () =>
    expect(told(table('7'))).toContain('error SUM-05'));

  test('less what is taken back, in groups of heads too', () => {
    const groups = (back: string) =>
      read(
        '2031年危房改造补助资金结算情况表',
        '单位：万元',
        grid(`
 | 地区 | 核定补助数 | 已下达数 | < | < | 应补拨数 | 应收回数 |
 | ^ | ^ | 小计 | 中央 | 省级 | ^ | ^ |
 | 云溪区 | 400 | 380 | 200 | 180 | 20 | 0 |
 | 石亭区 | 500 | 540 | 300 | 240 | 0 | ${back} |
 | 竹山县 | 300 | 250 | 150 | 100 | 50 | 0 |`),
      );
    expect(told(groups('40'))).toEqual([]);
    const settled = read(
      '2031年公益林补偿资金清算表',
      '单位：万元',
      grid(`
 | 地区 | 上年清算 | < | < |
 | ^ | 应补数 | 已补数 | 清算数 |
 | 云溪区 | 400 | 380 | 20 |
 | 石亭区 | 500 | 540 | -43 |
 | 竹山县 | 300 | 250 | 50 |`),
    );
    expect(told(settled)).toContain('error SUM-05');
  });
});

describe('debts', () => {
  const table = (repaid: string, special: string) =>
    read(
      '2031年全县地方政府债务余额情况表',
      '单位：亿元',
      grid(`
 | 项目 | 执行数 |
 | 一、2030年末地方政府债务余额实际数 | 98.52 |
 | 其中：一般债务 | 40.11 |
 | 专项债务 | ${special} |
 | 二、2031年地方政府债务发行额 | 18.30 |
 | 新增一般债券 | 3.20 |
 | 新增专项债券 | 9.60 |
 | 再融资一般债券 | 2.10 |
 | 再融资专项债券 | 3.40 |
 | 三、2031年地方政府债务还本额 | ${repaid} |
 | 其中：一般债务 | 2.30 |
 | 专项债务 | 3.75 |
 | 四、2031年地方政府债务付息额 | 3.11 |
 | 五、2031年末地方政府债务余额执行数 | 110.77 |
 | 其中：一般债务 | 43.11 |
 | 专项债务 | 67.66 |`),
    );

  test('balance from one year to the next', () => {
    expect(told(table('6.05', '58.41'))).toEqual([]);
    expect(told(table('9.05', '58.41'))).not.toEqual([]);
  });

  test('are of two kinds and no third', () => expect(told(table('6.05', '51.41'))).not.toEqual([]));
});

describe('codes', () => {
  test('of offices, as long as those of classes, are none of a subject', () => {
    const readout = read(
      '2031年部门预算支出汇总表',
      '单位：万元',
      grid(`
 | 单位编码 | 单位名称 | 科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出 |
 | | | | 合计 | 60 | 45 | 15 |
 | 101 | 县委办公室 | | 小计 | 30 | 25 | 5 |
 | 101 | 县委办公室 | 201 | 一般公共服务支出 | 20 | 15 | 5 |
 | 101 | 县委办公室 | 208 | 社会保障和就业支出 | 10 | 10 | 0 |
 | 102 | 县档案馆 | | 小计 | 30 | 20 | 10 |
 | 102 | 县档案馆 | 201 | 一般公共服务支出 | 18 | 10 | 8 |
 | 102 | 县档案馆 | 208 | 社会保障和就业支出 | 12 | 10 | 2 |`),
    );
    expect(new Set(readout.amounts.map(({ code }) => code))).toEqual(new Set([null, '201', '208']));
    expect(told(readout)).toEqual([]);
  });

  test('below a class have two digits, whatever a sheet keeps', () => {
    const readout = read(
      '2031年县本级支出预算表',
      '单位：万元',
      grid(`
 | 科目编码 | < | < | 科目名称 | 合计 | 基本支出 | 项目支出 |
 | 类 | 款 | 项 | ^ | ^ | ^ | ^ |
 | | | | 合计 | 30 | 25 | 5 |
 | 201 | | | 一般公共服务支出 | 30 | 25 | 5 |
 | 201 | 1 | | 人大事务 | 30 | 25 | 5 |
 | 201 | 1 | 1 | 行政运行 | 25 | 25 | 0 |
 | 201 | 1 | 4 | 人大会议 | 5 | 0 | 5 |`),
    );
    expect(new Set(readout.amounts.map(({ code }) => code))).toEqual(
      new Set([null, '201', '20101', '2010101', '2010104']),
    );
  });

  test('in front of the heads of columns are no figures', () => {
    const readout = read(
      '2031年教育专项资金分科目下达表',
      '单位：万元',
      grid(`
 | 地区 | 合计 | 2050202⏎小学教育 | 2050203⏎初中教育 |
 | 合计 | 300 | 180 | 120 |
 | 云溪区 | 200 | 130 | 70 |
 | 石亭区 | 100 | 50 | 50 |`),
    );
    expect(readout.amounts.map(({ value }) => value)).toEqual([300, 180, 120, 200, 130, 70, 100, 50, 50]);
  });
});

describe('income of a government', () => {
  const table = (indent: string, debt: string) =>
    read(
      '2031年一般公共预算收入表',
      '单位：万元',
      grid(`
 | 项目 | 2031年预算数 |
 | 一、税收收入 | 500 |
 | ${indent}增值税 | 300 |
 | ${indent}契税 | 200 |
 | 二、非税收入 | 100 |
 | ${indent}专项收入 | 100 |
 | 本年收入合计 | 600 |
 | 上级补助收入 | 950 |
 | ${indent}返还性收入 | 50 |
 | ${indent}一般性转移支付收入 | 700 |
 | ${indent}专项转移支付收入 | 200 |
 | 债务转贷收入 | ${debt} |
 | 上年结余收入 | 30 |
 | 调入资金 | 20 |
 | 收入总计 | 1,750 |`),
    );

  test.each(['␣␣␣␣', ''])('lines beside what comes from above are none of its kinds', (indent) => {
    const { amounts } = table(indent, '150');
    expect(amounts.find(({ item }) => item === '债务转贷收入')?.parent).toBe('收入总计');
    expect(told(table(indent, '150'))).toEqual([]);
    expect(told(table(indent, '180'))).not.toEqual([]);
  });
});

describe('plans', () => {
  test('of the year are those of its quarters', () => {
    const table = (third: string) =>
      read(
        '2031年部门分季度用款计划表',
        '单位：万元',
        grid(`
 | 单位名称 | 全年用款计划 | 一季度 | 二季度 | 三季度 | 四季度 |
 | 县委办公室 | 160 | 33 | 75 | ${third} | 23 |
 | 县档案馆 | 131 | 63 | 39 | 19 | 10 |
 | 县教育局 | 100 | 20 | 30 | 25 | 25 |`),
      );
    expect(table('29').amounts.map(({ project }) => project)).toEqual(Array(15).fill(null));
    expect(told(table('29'))).toEqual([]);
    expect(told(table('59'))).toEqual(['error SUM-05']);
  });

  test('增（减）额 is a change', () => {
    const table = (change: string) =>
      read(
        '2031年县本级支出预算草案表',
        '单位：万元',
        grid(`
 | 支出项目 | 2030年执行数 | 2031年预算数 | 增（减）额 | 增（减）% |
 | 一、一般公共服务支出 | 435 | 306 | ${change} | -29.7 |
 | 二、教育支出 | 290 | 367 | 77 | 26.6 |`),
      );
    expect(table('-129').amounts.map(({ measure }) => measure)).toContain('adjustment');
    expect(told(table('-129'))).toEqual([]);
    expect(told(table('-159'))).not.toEqual([]);
  });
});
