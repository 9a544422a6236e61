import { describe, expect, test } from 'vitest';
import { reconcile } from '../../src/reconcile/index.ts';
import { grid, read } from './drawing.ts';

/** Tables of governments: settlements, debts, codes of offices, means per head. Every name and figure is invented. */
const told = (readout: ReturnType<typeof read>): string[] =>
  reconcile(readout)
    .findings.filter(({ severity }) => severity !== 'info')
    .map(({ rule, severity }) => `${severity} ${rule}`);

const figures = ({ amounts }: ReturnType<typeof read>) =>
  amounts.map(({ code, item, measure, value }) => [code, item, measure, value]);

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
