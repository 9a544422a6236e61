import { describe, expect, test } from 'vitest';
import { reconcile } from '../../src/reconcile/index.ts';
import { grid, read } from './drawing.ts';

/** Final accounts and budgets of uncommon make-up. Every name and figure is invented. */
type Readout = ReturnType<typeof read>;
const told = (readout: Readout): string[] =>
  reconcile(readout)
    .findings.filter(({ severity }) => severity !== 'info')
    .map(({ rule, severity }) => `${severity} ${rule}`);
const figures = ({ amounts }: Readout, item: string): (number | null)[] =>
  amounts.filter((amount) => amount.item === item).map(({ value }) => value);
const parentOf = ({ amounts }: Readout, item: string): string | null | undefined =>
  amounts.find((amount) => amount.item === item)?.parent;

describe('rows that number the columns', () => {
  test('are no figures where a column between is of neither names nor sums', () => {
    const readout = read(
      '2032年项目资金分年度安排表',
      '单位：万元',
      grid(`
 | 序号 | 项目名称 | 实施年限 | 总投资 | 2031年已安排 | 2032年预算 |
 |  | 1 | 2 | 3=4+5 | 4 | 5 |
 | 1 | 库房改造 | 2年 | 30.50 | 12.20 | 18.30 |
 | 2 | 目录录入 | 2年 | 21.40 | 11.10 | 10.30 |
 | 合计 | < | < | 51.90 | 23.30 | 28.60 |`),
    );
    expect(told(readout)).toEqual([]);
    expect(readout.amounts).toHaveLength(9);
  });

  test('leave a blank column to its head', () => {
    const readout = read(
      '2031年度收入支出决算表',
      '单位：万元',
      grid(`
 | 科目编码 | 科目名称 | 本年支出 | 年末结转和结余 | < | < |
 | ^ | ^ | ^ | 合计 | 基本支出结转 | 项目支出结转和结余 |
 | 栏次 | < | 1 | 2=3+4 | 3=1-4 | 4 |
 | 合计 | < | 90.20 | 15.30 |  | 15.30 |
 | 2130201 | 行政运行 | 60.10 | 11.20 |  | 11.20 |
 | 2130205 | 森林资源培育 | 30.10 | 4.10 |  | 4.10 |`),
    );
    expect(figures(readout, '行政运行')).toEqual([60.1, 11.2, 11.2]);
  });
});

describe('lists of accounts', () => {
  const sheet = (net: string) =>
    read(
      '资产表',
      '单位：元',
      grid(`
 | 项目 | 期末余额 |
 | 流动资产： | |
 | 　货币资金 | 116.70 |
 | 　存货 | 10.90 |
 | 流动资产合计 | 127.60 |
 | 非流动资产： | |
 | 　固定资产原值 | 900.00 |
 | 　减：固定资产累计折旧 | 300.00 |
 | 　固定资产净值 | ${net} |
 | 　在建工程 | 66.80 |
 | 非流动资产合计 | 666.80 |
 | 资产总计 | 794.40 |`),
    );

  test('a total takes the lines below the heading of its name', () => {
    expect(told(sheet('600.00'))).toEqual([]);
    expect(parentOf(sheet('600.00'), '流动资产合计')).toBe('资产总计');
    expect(parentOf(sheet('600.00'), '在建工程')).toBe('非流动资产合计');
    // A net value is what is left of a gross one.
    expect(told(sheet('630.00'))).toContain('error SUM-01');
  });

  test('a line that heads nothing stands beside the one above that does', () => {
    const readout = read(
      '2032年政府性基金收支表',
      '单位：万元',
      grid(`
 | 项目 | 预算数 |
 | 一、农林水支出 | 120 |
 | 二、其他支出 | 80 |
 | 支出合计 | 200 |
 | 转移性支出 | 90 |
 | 　调出资金 | 50 |
 | 　年终结余 | 40 |
 | 债务还本支出 | 30 |
 | 支出总计 | 320 |`),
    );
    expect(told(readout)).toEqual([]);
    expect(parentOf(readout, '债务还本支出')).toBe('支出总计');
  });

  test('what is not given out yet is no part of what the places have', () => {
    const table = (rest: string) =>
      read(
        '2032年转移支付分地区预算表',
        '单位：万元',
        grid(`
 | 地区 | 合计 | 税收返还 | 专项转移支付 |
 | 总计 | 5420 | 1920 | 3500 |
 | 各县小计 | 5320 | 1920 | 3400 |
${[...'白长大东凤高古海红黄金九兰莲柳梅'].map((name, k) => ` | ${name}溪县 | ${[275, 290, 300, 310, 315, 320, 325, 330, 335, 340, 345, 350, 355, 360, 365, 405][k]} | ${60 + 8 * k} | ${[215, 222, 224, 226, 223, 220, 217, 214, 211, 208, 205, 202, 199, 196, 193, 225][k]} |`).join('\n')}
 | 未分配数 | ${rest} |  | ${rest} |`),
      );
    expect(told(table('100'))).toEqual([]);
    expect(parentOf(table('100'), '未分配数')).toBe('总计');
    expect(told(table('130'))).toContain('error SUM-01');
  });

  const offices = (subtotal: string) =>
    read(
      '2032年部门支出预算明细表',
      '单位：万元',
      grid(`
 | 单位名称 | 科目编码 | 科目名称 | 合计 | 基本支出 | < |
 | ^ | ^ | ^ | ^ | 人员经费 | 公用经费 |
 | 合计 | < | < | 100 | 70 | 30 |
 | 第一分局 | | 小计 | 40 | 30 | 10 |
 | 第一分局 | 2013801 | 行政运行 | 25 | 20 | 5 |
 | 第一分局 | 2210201 | 住房公积金 | 15 | 10 | 5 |
 | 单位名称 | 科目编码 | 科目名称 | 合计 | 基本支出 | < |
 | ^ | ^ | ^ | ^ | 人员经费 | 公用经费 |
 | 第二分局 | | 小计 | ${subtotal} | 40 | 20 |
 | 第二分局 | 2013801 | 行政运行 | 41 | 28 | 13 |
 | 第二分局 | 2210201 | 住房公积金 | 19 | 12 | 7 |
 | 合计 | < | < | 100 | 70 | 30 |`),
    );

  test('subtotals head the subjects of their office, over heads that repeat', () => {
    expect(told(offices('60'))).toEqual([]);
    expect(offices('60').amounts.filter(({ item }) => item === '小计')).toHaveLength(6);
    expect(told(offices('63'))).toContain('error SUM-01');
  });
});

describe('changes of a budget', () => {
  const table = (after: string) =>
    read(
      '2031年支出预算调整表',
      '单位：万元',
      grid(`
 | 项目 | 年初预算数 | 本次调整 | < | 调整后预算数 |
 | ^ | ^ | 调增 | 调减 | ^ |
 | 教育支出 | 900 | 20 | 50 | ${after} |
 | 农林水支出 | 700 | | 40 | 660 |`),
    );

  test('what is cut is printed without a sign', () => {
    expect(told(table('870'))).toEqual([]);
    expect(told(table('890'))).toContain('warning SUM-08');
  });
});

describe('what sums are worked out from', () => {
  test('the same people beside every cost add up to nothing', () => {
    const readout = read(
      '2032年公用经费定额测算表',
      '单位：某局',
      grid(`
 | 序号 | 支出项目 | 定额标准（元/人·年） | 人数（人） | 金额（万元） |
 | 1 | 办公费 | 1,200 | 46 | 5.52 |
 | 2 | 差旅费 | 2,400 | 46 | 11.04 |
 | 合计 | < | 3,600 | 46 | 16.56 |`),
    );
    expect(told(readout)).toEqual([]);
  });

  test('how much is used is no money', () => {
    const readout = read(
      '2032年水电费测算表',
      '单位：某局',
      grid(`
 | 序号 | 费用名称 | 计量单位 | 单价（元） | 月（季）用量 | 月（季）数 | 全年金额（万元） |
 | 1 | 电费 | 度 | 0.68 | 12,500 | 12 | 10.20 |
 | 2 | 水费 | 吨 | 4.20 | 680 | 12 | 3.43 |
 |  | 合计 |  |  |  |  | 13.63 |`),
    );
    expect(readout.amounts.map(({ value }) => value)).toEqual([10.2, 3.43, 13.63]);
    expect(told(readout)).toEqual([]);
  });
});

describe('what a form leaves blank', () => {
  const sources = (whole: string, rest: string) =>
    read(
      '项目支出绩效目标申报表',
      '',
      grid(`
 | 项目名称 | 堤防维修 | < | < |
 | 项目资金（万元） | 年度资金总额 | ${whole} | < |
 | ^ | 其中：财政拨款 | 1000.00 | < |
 | ^ | 其他资金 | ${rest} | < |`),
    );

  test('stands for nothing, and its list is whole', () => {
    const sums = (readout: Readout): string[] => told(readout).filter((rule) => rule.includes('SUM'));
    expect(sums(sources('1000.00', ''))).toEqual([]);
    expect(sums(sources('1260.50', ''))).toEqual(['warning SUM-01']);
    expect(sums(sources('1260.50', '260.50'))).toEqual([]);
    expect(sources('1260.50', '').amounts[0]?.blank_parts).toEqual(['其他资金']);
  });

  test('is one of the first twenty that are kept', () => {
    const rows = Array.from(
      { length: 30 },
      (_, k) => `| 第${k + 1}标段养护 | 2.00 | ${k === 3 ? '2.00' : ''} |`,
    );
    const readout = read(
      '2024年项目支出预算表',
      '单位：万元',
      grid(`
 | 项目名称 | 一般公共预算 | 政府性基金 |
 | 合计 | 60.00 | 2.00 |
 ${rows.join('\n ')}`),
    );
    const [, total] = readout.amounts.filter(({ item }) => item === '合计');
    expect(total?.blank_parts).toHaveLength(20);
    expect(total?.blank_parts?.at(-1)).toBe('第21标段养护');
  });
});

describe('what the row of numbers says of the columns', () => {
  const table = (paid: string) =>
    read(
      '2031年度项目资金结转情况表',
      '单位：万元',
      grid(`
 | 项目名称 | 上年结转 | 本年下达 | 本年支出 | 财政收回 | 结转下年 |
 | 栏次 | 1 | 2 | 3 | 4 | 5=1+2-3-4 |
 | 展览经费 | 12.50 | 80.00 | 70.00 | 2.50 | 20.00 |
 | 修缮经费 | 3.20 | 90.00 | ${paid} | | 8.20 |
 | 目录录入 | 6.10 | 40.00 | 41.10 | | 5.00 |`),
    );

  test('holds in every row', () => {
    expect(told(table('85.00'))).toEqual([]);
    expect(told(table('88.00')).some((rule) => /SUM/.test(rule))).toBe(true);
  });
});

describe('accounts by months', () => {
  const table = (sum: string) =>
    read(
      '2032年1—3月支出执行进度表',
      '单位：万元',
      grid(`
 | 支出项目 | 年度预算 | 1月 | 2月 | 3月 | 累计支出 |
 | 人员经费 | 90.00 | 5.10 | 6.20 | 7.30 | ${sum} |
 | 公用经费 | 40.00 | 1.10 | 2.20 | 1.30 | 4.60 |
 | 修缮项目 | 60.00 | 2.10 | 1.20 | 3.30 | 6.60 |`),
    );

  test('months are of what was spent, and add up to it', () => {
    expect(told(table('18.60'))).toEqual([]);
    expect(table('18.60').amounts.filter(({ measure }) => measure === 'executed')).toHaveLength(12);
    expect(told(table('19.60'))).toContain('error SUM-05');
  });
});

test('what is left of the income of a year is its surplus', () => {
  const table = (surplus: string) =>
    read(
      '收入费用表',
      '单位：元',
      grid(`
 | 项目 | 本年数 | 上年数 |
 | 一、本期收入 | 1,120.50 | 1,080.20 |
 | 二、本期费用 | 1,100.30 | 1,085.70 |
 | 三、本期盈余 | ${surplus} | -5.50 |`),
    );
  expect(told(table('20.20'))).toEqual([]);
  expect(told(table('26.20'))).toHaveLength(1);
});
