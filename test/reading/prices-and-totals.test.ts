import { describe, expect, test } from 'vitest';
import { reconcile } from '../../src/reconcile/index.ts';
import { grid, read } from './drawing.ts';

/** Heads of sums, signs, prices, rates and totals of money tables. Every name and figure is invented. */
const told = (readout: ReturnType<typeof read>): string[] =>
  reconcile(readout)
    .findings.filter(({ severity }) => severity !== 'info')
    .map(({ rule, severity }) => `${severity} ${rule}`);

const figures = ({ amounts }: ReturnType<typeof read>) =>
  amounts.map(({ code, item, measure, value }) => [code, item, measure, value]);

describe('heads of sums', () => {
  test('of what things are worth, and of what came and went', () => {
    const table = (closing: string) =>
      read(
        '国有资产增减变动情况表',
        '单位：万元',
        grid(`
 | 资产类别 | 年初账面原值 | 本年增加 | 本年减少 | 年末账面原值 |
 | 房屋及构筑物 | 451.85 | 63.69 | 21.00 | 494.54 |
 | 设备 | 394.86 | 48.63 | 9.32 | ${closing} |
 | 合计 | 846.71 | 112.32 | 30.32 | 928.71 |`),
      );
    expect(table('434.17').amounts).toHaveLength(12);
    expect(told(table('434.17'))).toEqual([]);
    expect(told(table('437.17'))).not.toEqual([]);
  });

  test('of what each standard asks for', () => {
    const readout = read(
      '2031年“三保”支出预算安排情况表',
      '单位：万元',
      grid(`
 | 项目 | “三保”支出需求 | < | < | 预算安排数 |
 | ^ | 小计 | 国家标准 | 地方标准 | ^ |
 | 合计 | 300 | 260 | 40 | 300 |
 | 保工资 | 200 | 180 | 20 | 200 |
 | 保运转 | 100 | 80 | 20 | 100 |`),
    );
    expect(readout.amounts.filter(({ column_label: head }) => head?.includes('标准'))).toHaveLength(6);
  });

  test('of what a factor gives, and of what is not paid yet', () => {
    const factors = read(
      '2031年文物保护资金分配测算表',
      '单位：万元',
      grid(`
 | 地区 | 人口因素分配额 | 面积因素分配额 | 补助金额合计 |
 | 云溪区 | 20 | 30 | 50 |
 | 石亭区 | 10 | 25 | 35 |`),
    );
    expect(factors.amounts.map(({ project, value }) => [project, value])).toEqual(
      [20, 30, 50, 10, 25, 35].map((value) => [null, value]),
    );
    const unpaid = read(
      '管网改造项目资金支付情况表',
      '单位：万元',
      grid(`
 | 项目名称 | 合同金额 | 已付款金额 | 未付款金额 |
 | 一标段 | 863 | 517 | 346 |
 | 二标段 | 209 | 125 | 84 |`),
    );
    expect(figures(unpaid).map(([, , measure]) => measure)).toEqual([
      'budget',
      'executed',
      'balance',
      'budget',
      'executed',
      'balance',
    ]);
  });
});

describe('△', () => {
  const table = (mark: string, more = '') =>
    read(
      '2031年预算调整方案表',
      '单位：万元',
      grid(`
 | 项目 | 年初预算数 | 预算调整数 | 调整后预算数 |
 | 教育支出 | 900.00 | ${mark}35.20 | 864.80 |
 | 卫生健康支出 | 300.50 | ${more}12.00 | 312.50 |
 | 合计 | 1,200.50 | ${mark}23.20 | 1,177.30 |`),
    );

  test('takes off', () => {
    const readout = table('△');
    const [, change] = readout.amounts;
    expect([change?.value, change?.raw]).toEqual([-35.2, '△35.20']);
    expect(told(readout)).toEqual([]);
  });

  test('beside other arrows is read as neither, and held against nothing', () => {
    for (const readout of [table('△', '▲'), table('▲')]) {
      expect(readout.amounts[1]?.value).toBeNull();
      expect(told(readout)).toEqual([]);
    }
  });
});

describe('prices and means', () => {
  const grades = (sum: string) =>
    read(
      '2031年困难补贴资金测算表',
      grid(`
 | 地区 | 一档补助 | < | < | 二档补助 | < | < | 补助金额合计（万元） |
 | ^ | 人数（人） | 标准（元/人） | 金额（万元） | 人数（人） | 标准（元/人） | 金额（万元） | ^ |
 | 云溪区 | 100 | 300 | 3.00 | 200 | 500 | ${sum} | 13.00 |
 | 石亭区 | 120 | 300 | 3.60 | 220 | 500 | 11.00 | 14.60 |`),
    );

  test('each price makes up the sum behind it', () => {
    const products = grades('10.00').amounts.flatMap(({ factors, value }) =>
      factors === undefined ? [] : [[value, ...factors.map((factor) => factor.value)]],
    );
    expect(products).toEqual([
      [3, 100, 300],
      [10, 200, 500],
      [3.6, 120, 300],
      [11, 220, 500],
    ]);
    expect(told(grades('10.00'))).toEqual([]);
    expect(told(grades('10.30'))).not.toEqual([]);
  });

  test('means add up to nothing', () => {
    const readout = read(
      '部门人员及工资福利支出情况表',
      '单位：万元',
      grid(`
 | 单位 | 实有人数 | 工资福利支出 | 人均支出 |
 | 局机关 | 20 | 220.00 | 11.00 |
 | 执法大队 | 30 | 360.00 | 12.00 |
 | 合计 | 50 | 580.00 | 11.60 |`),
    );
    expect(told(readout)).toEqual([]);
  });
});

describe('rates', () => {
  test('of a budget, beside what changed since the year before', () => {
    const table = (rate: string) =>
      read(
        '2031年8月财政收入完成情况表',
        '单位：万元',
        grid(`
 | 项目 | 年初预算数 | 本月完成数 | 累计完成数 | 累计完成占预算% | 上年同期累计数 | 比上年同期 | < |
 | ^ | ^ | ^ | ^ | ^ | ^ | 增减额 | 增减% |
 | 税收收入合计 | 19,752 | 828 | 15,901 | 80.5 | 16,288 | -387 | -2.4 |
 | 增值税 | 9,194 | 465 | 8,287 | ${rate} | 8,638 | -351 | -4.1 |
 | 企业所得税 | 10,558 | 363 | 7,614 | 72.1 | 7,650 | -36 | -0.5 |`),
      );
    expect(told(table('90.1'))).toEqual([]);
    expect(told(table('93.1'))).toEqual(['error PCT-05']);
  });

  test('of the year before, of which the other rows tell what they are', () => {
    const table = (rate: string) =>
      read(
        '2031年国有资本经营预算收入表',
        '单位：万元',
        grid(`
 | 项目 | 2030年预算数 | 2030年执行数 | 执行数为预算数的% | 2031年预算数 | 预算数为上年执行数的% |
 | 一、利润收入 | 868 | 342 | ${rate} | 237 | 69.3 |
 | 二、股利、股息收入 | 474 | 348 | 73.4 | 470 | 135.1 |
 | 三、产权转让收入 | 121 | 542 | 447.9 | 233 | 43.0 |
 | 收入合计 | 1,463 | 1,232 | 84.2 | 940 | 76.3 |`),
      );
    expect(told(table('39.4'))).toEqual([]);
    expect(told(table('32.4'))).toEqual(['error RAT-14']);
  });
});

describe('totals', () => {
  const table = (head: string, total: string) =>
    read(
      '2031年县级政府性基金预算支出表',
      '单位：万元',
      grid(`
 | 科目编码 | 科目名称 | 合计 | 本年预算安排 | ${head} | 上级补助安排 |
 | 21208 | 土地出让收入安排的支出 | 1,004 | 787 | 72 | 145 |
 | 21214 | 污水处理费安排的支出 | 1,058 | 887 | 53 | 118 |
 | 22904 | 其他政府性基金支出 | ${total} | 109 | 0 | 32 |`),
    );

  test('add up what came over from last year', () => {
    expect(told(table('上年结转安排', '141'))).toEqual([]);
    expect(told(table('上年结转安排', '171'))).toEqual(['error SUM-05']);
  });

  test('add up another stage of the money where most rows say so', () => {
    expect(told(table('累计结余资金', '141'))).toEqual([]);
    expect(told(table('累计结余资金', '171'))).toEqual(['error SUM-05']);
  });
});

describe('rows of a balance in a single column', () => {
  const table = (net: string, closing: string) =>
    read(
      '2031年度单位收支结余情况表',
      '单位：万元',
      grid(`
 | 项目 | 金额 |
 | 一、本年收入 | 600.00 |
 | 二、本年支出 | 90.00 |
 | 三、本年收支结余 | ${net} |
 | 四、年初结转和结余 | 9.00 |
 | 五、年末结转和结余 | ${closing} |`),
    );

  test('bear each other out', () => {
    expect(told(table('510.00', '519.00'))).toEqual([]);
    expect(told(table('540.00', '519.00'))).toEqual(['warning SUM-09']);
    // What else takes part nobody can tell.
    expect(told(table('540.00', '559.00'))).toEqual([]);
  });
});

describe('what is given for some', () => {
  test('may be taken back by what comes now', () => {
    const readout = read(
      '2031年学生资助补助经费分配情况表',
      '单位：万元',
      grid(`
 | 地区 | 累计下达 | 其中： | < |
 | ^ | ^ | 提前下达 | 本次下达（调减为负） |
 | 云溪区 | 400 | 416 | -16 |
 | 石亭区 | 500 | 480 | 20 |`),
    );
    expect(told(readout)).toEqual([]);
  });

  test('has a share in its head and is no rate', () => {
    const readout = read(
      '2031年特岗教师补助资金测算表',
      grid(`
 | 地区 | 补助人数（人） | 补助标准（元/人·月） | 补助月数 | 所需资金（元） | 省级承担60%（元） | 市县承担40%（元） |
 | 云溪区 | 10 | 300 | 12 | 36000 | 21600 | 14400 |
 | 石亭区 | 20 | 300 | 12 | 72000 | 43200 | 28800 |`),
    );
    const money = readout.amounts.filter(({ measure }) => measure !== 'count');
    expect(money.map(({ measure, project, unit, value }) => [measure, project, unit, value])).toEqual(
      [36000, 21600, 14400, 72000, 43200, 28800].map((value) => ['budget', null, '元', value]),
    );
  });

  test('is worked out from a prize and how many get it', () => {
    const readout = read(
      '2031年乡村建设奖补资金分配表',
      grid(`
 | 等次 | 个数 | 奖励标准（万元/个） | 奖励资金（万元） |
 | 一等奖 | 2 | 50 | 100 |
 | 二等奖 | 4 | 30 | 120 |
 | 合计 | 6 | | 220 |`),
    );
    expect(readout.amounts.map(({ item, value }) => [item, value])).toEqual([
      ['一等奖', 100],
      ['二等奖', 120],
      ['合计', 220],
    ]);
  });
});
