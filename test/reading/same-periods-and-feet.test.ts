import { describe, expect, test } from 'vitest';
import { reconcile } from '../../src/reconcile/index.ts';
import { grid, read } from './drawing.ts';

/** Tables as governments, schools and hospitals publish them. Every name and figure is invented. */
const told = (readout: ReturnType<typeof read>): string[] =>
  reconcile(readout)
    .findings.filter(({ severity }) => severity !== 'info')
    .map(({ rule, severity }) => `${severity} ${rule}`);
const figures = ({ amounts }: ReturnType<typeof read>, item: string): string[] =>
  amounts
    .filter((amount) => amount.item === item)
    .map(({ measure, value, year }) => `${measure} ${year} ${value}`);

describe('本期 | 同期', () => {
  const table = (change: string) =>
    read(
      '2031年9月财政收入完成情况表',
      '单位：万元',
      grid(`
 | 预算科目 | 年度预算 | 累计 | < | < | < | 当月 | < |
 | ^ | ^ | 本期 | 同期 | 增减额 | 增减率% | 本期 | 同期 |
 | 一、税收收入 | 4,000 | 3,021 | 3,100 | -79 | -2.5 | 410 | 250 |
 | 1、增值税 | 3,000 | 2,021 | 2,300 | ${change} | -12.1 | 310 | 190 |
 | 2、资源税 | 1,000 | 1,000 | 800 | 200 | 25.0 | 100 | 60 |`),
    );

  test('are of this year and of the one before', () =>
    expect(figures(table('-279'), '资源税').slice(0, 3)).toEqual([
      'budget 2031 1000',
      'executed 2031 1000',
      'prior 2030 800',
    ]));

  test('and tell what the change is', () => {
    expect(told(table('-279'))).toEqual([]);
    expect(told(table('-249'))).toEqual(['error SUM-14']);
  });

  test('a 增加额 beside them is a change too, and may be below zero', () => {
    const hospital = (more: string) =>
      read(
        '2031年医院收支情况表',
        '单位：元',
        grid(`
 | 项目 | 行号 | 本期 | 上年同期 | 增加额 | 增长率 |
 | 1、总收入 | 1 | 5,700 | 6,190 | -490 | -7.92% |
 | 其中：医疗收入 | 2 | 4,300 | 4,400 | ${more} | -2.27% |
 | 其他收入 | 3 | 1,400 | 1,790 | -390 | -21.79% |`),
      );
    expect(told(hospital('-100'))).toEqual([]);
    expect(told(hospital('-130'))).toEqual(['error SUM-14']);
  });
});

describe('a sum that no word calls one', () => {
  const table = (foot: string) =>
    read(
      '2031年税收返还和转移支付决算表',
      '单位：亿元',
      grid(`
 | 项目 | 预算数 | 决算数 |
 | 一、对下转移支付 | 438.04 | 429.73 |
 | 一般性转移支付 | 245.38 | 243.63 |
 | 专项转移支付 | 192.66 | 186.10 |
 | 二、对下税收返还 | 50.53 | 50.46 |
 | 增值税返还 | 41.00 | 40.90 |
 | 所得税基数返还 | 9.53 | 9.56 |
 | 税收返还和转移支付 | 488.57 | ${foot} |`),
    );

  test('stands at the foot of the lines that make it up', () => {
    expect(told(table('480.19'))).toEqual([]);
    expect(told(table('480.49'))).toEqual(['error SUM-01']);
  });
});

describe('a balance sheet in one column', () => {
  const table = (owed: string) =>
    read(
      '资产负债表',
      '编制单位：石桥小学 2031年12月31日 单位：元',
      grid(`
 | 项目 | 附注 | 年末数 | 年初数 |
 | 货币资金 | 附表1 | 236 | 893 |
 | 存货 | | 1,127 | 2,654 |
 | 流动资产合计 | | 1,363 | 3,547 |
 | 固定资产净值 | 附表6 | 46,910 | 48,232 |
 | 非流动资产合计 | | 46,910 | 48,232 |
 | 资产总计 | | 48,273 | 51,779 |
 | 应付账款 | | 600 | 450 |
 | 其他应付款 | | 123 | 88 |
 | 流动负债合计 | | 723 | 538 |
 | 负债合计 | | ${owed} | 538 |
 | 累计盈余 | | 47,550 | 51,241 |
 | 净资产合计 | | 47,550 | 51,241 |
 | 负债及净资产总计 | | 48,273 | 51,779 |`),
    );

  test('what is owned is no part of what is owed', () => {
    expect(told(table('723'))).toEqual([]);
    expect(told(table('753'))).toContain('error SUM-01');
  });
});

describe('columns of a list', () => {
  test('the first of a group stands for it', () => {
    const roads = (sum: string) =>
      read(
        '2031年农村公路补助资金分配表',
        '单位：万元',
        grid(`
 | 区 | 合计 | 自然村 | < | < | < | 产业路 | 桥梁 |
 | ^ | ^ | 实际安排 | 计划安排 | 奖励数 | 扣减数 | ^ | ^ |
 | 合计 | 4,719 | 3,460 | 3,460 | 60 | 60 | 300 | 959 |
 | 新河区 | 1,438 | 1,220 | 1,260 | | 40 | 100 | 118 |
 | 黄山区 | 1,376 | 960 | 900 | 60 | | | 416 |
 | 江岭区 | ${sum} | 1,280 | 1,300 | | 20 | 200 | 425 |`),
      );
    expect(told(roads('1,905'))).toEqual([]);
    expect(told(roads('1,935'))).toContain('error SUM-05');
  });

  test('合计 of which no row adds up what stands beside it is of something else', () => {
    const list = read(
      '2031年补助资金分配表',
      '单位：万元',
      grid(`
 | 区 | 合计 | 测算一 | 测算二 |
 | 新河区 | 1,438 | 1,220 | 1,260 |
 | 黄山区 | 1,376 | 960 | 900 |
 | 江岭区 | 1,905 | 1,280 | 1,300 |
 | 东河区 | 1,105 | 1,180 | 1,320 |`),
    );
    expect(told(list)).not.toContain('error SUM-05');
  });

  test('what was advanced may be more than what is due', () => {
    const list = (now: string) =>
      read(
        '2031年免费开放补助资金分配表',
        '单位：万元',
        grid(`
 | 序号 | 地区 | 2031年补助金额 | 2030年提前下达 | 2031年实际下达 |
 | 1 | 天河市 | 727 | 573 | ${now} |
 | 2 | 云溪市 | 538 | 724 | -186 |
 | 3 | 辽阳县 | 4,921 | 3,059 | 1,862 |`),
      );
    expect(told(list('154'))).toEqual([]);
    expect(told(list('184'))).toEqual(['error SUM-05']);
  });

  test('how many people of each kind are no money', () => {
    const pupils = read(
      '2031年学生资助汇总表',
      grid(`
 | 乡镇 | 总人数 | 小学 | < | 人员分类 | < | 补助资金(元) |
 | ^ | ^ | 走读生(每生每学期250元) | 寄宿生(每生每学期500元) | 女性 | 残疾学生 | ^ |
 | 序号 | 1 | 2 | 3 | 4 | 5 | 6 |
 | 梅河 | 548 | 542 | 6 | 270 | 3 | 138500 |
 | 天岭 | 226 | 141 | 85 | 110 | 2 | 77750 |`),
    );
    expect(pupils.amounts.filter(({ measure }) => measure !== 'count').map(({ value }) => value)).toEqual([
      138500, 77750,
    ]);
    expect(pupils.amounts).toHaveLength(12);
  });
});

describe('bonds', () => {
  const table = read(
    '2030-2031年末新增地方政府一般债券情况表',
    '单位：万元',
    grid(`
 | 债券基本信息 | < | < | 债券项目总投资 | < |
 | 债券名称 | 债券规模 | 债券利率(%) | | 其中:债券资金安排 |
 | 2030年河东省政府一般债券(一期) | 3,600 | 2.97 | 41,000 | 3,600 |
 | 2031年河东省政府一般债券(三期) | 11,500 | 2.78 | 61,500 | 11,500 |`),
  );

  test('are told as of the end of the last year', () =>
    expect(table.filings.map(({ year }) => year)).toEqual([2031]));

  test('what they are for and what they bear is no source of funds', () =>
    expect([...new Set(table.amounts.map(({ fund }) => fund))]).toEqual([null, '债券资金安排']));
});

test('shares of an investment are of its total', () => {
  const table = (share: string) =>
    read(
      '河湾建设项目投资估算表',
      '单位：万元',
      grid(`
 | 工程费用名称 | 建筑工程 | 设备购置 | 合计 | 占固定资产投资比例(%) |
 | 工程费用 | 60 | 20 | 80 | 80.00 |
 | 预备费 | | 20 | 20 | ${share} |
 | 总计 | 60 | 40 | 100 | 100.00 |`),
    );
  expect(told(table('20.00'))).toEqual([]);
  expect(told(table('23.00')).length).toBeGreaterThan(0);
});

test('a column of numbers with units of their own is not told to be lost', () => {
  const table = read(
    '民政事业统计月报表',
    grid(`
 | 指标名称 | 单位 | 数量 |
 | 1.孤儿数 | 人 | 374 |
 | 2.救助支出 | 万元 | 1,571.7 |`),
  );
  expect(table.amounts.map(({ value }) => value)).toEqual([374, 1571.7]);
  expect(table.warnings).toEqual([]);
});

describe('what is of which', () => {
  const table = (paid: string, mean: string) =>
    read(
      '2031年2月最低生活保障统计表',
      '单位：元',
      grid(`
 | 地区 | 累计支出 | < | < | 当月支出 | < | < | 总收入 | 其中： | < |
 | ^ | | 其中:低保金 | 其中:物价补贴 | | 其中:低保金 | 其中:物价补贴 | ^ | 医疗收入 | 其他收入 |
 | 龙河镇 | 630 | 600 | 30 | 330 | 300 | 30 | 500 | 400 | 100 |
 | 浔河镇 | 540 | 500 | 40 | 240 | ${paid} | 40 | 700 | 600 | 100 |
 | 上岭镇 | 460 | 410 | 50 | 160 | 110 | 50 | ${mean} | 800 | 90 |`),
    );

  test('is held to its sum in every group of a row', () => {
    expect(told(table('200', '890'))).toEqual([]);
    expect(told(table('230', '890'))).toEqual(['error SUM-05']);
    expect(told(table('200', '860'))).toEqual(['error SUM-05']);
  });

  test('makes a head of two cells one', () => {
    const { amounts } = read(
      '2031年医院院均收入情况表',
      '单位：千元',
      grid(`
 | | 总收入 | 其中： | < |
 | ^ | ^ | 医疗收入 | 其他收入 |
 | 部属 | 500 | 400 | 100 |
 | 省属 | 700 | 600 | 100 |`),
    );
    expect(amounts[1]?.column_label).toBe('其中： / 医疗收入');
  });
});

test('a county below its towns is all of them, where nearly all columns say so', () => {
  const table = (last: string) =>
    read(
      '2031年救助资金发放统计表',
      '单位：元',
      grid(`
 | 地区 | 低保金 | 物价补贴 | 临时救助 | 高龄补贴 |
 | 龙河镇 | 610 | 33 | 210 | 18 |
 | 浔河镇 | 520 | 44 | 170 | 16 |
 | 德河县 | 1,130 | 77 | 380 | ${last} |`),
    );
  expect(told(table('34'))).toEqual([]);
  expect(table('34').amounts.at(0)?.parent).toBe('德河县');
  expect(told(table('64'))).toEqual(['error SUM-01']);
});

test('财政拨款 beside years and figures by turns is what it gives in each year', () => {
  const { amounts } = read(
    '项目支出绩效自评表',
    '单位：万元',
    grid(`
 | 项目名称 | 校舍维修 | < | 实施单位 | 石桥中学 | < | < |
 | 其中：财政拨款 | 2029年 | 100 | 2030年 | 110 | 2031年 | 120 |
 | 自筹资金 | 2029年 | 20 | 2030年 | 20 | 2031年 | 30 |`),
  );
  expect(amounts.map(({ item, value, year }) => `${item} ${year} ${value}`)).toEqual([
    '财政拨款 2029 100',
    '财政拨款 2030 110',
    '财政拨款 2031 120',
    '自筹资金 2029 20',
    '自筹资金 2030 20',
    '自筹资金 2031 30',
  ]);
});

test('a lone line of debts is noted, and no more', () => {
  const debts = (closing: string) =>
    reconcile(
      read(
        '2030年和2031年专项债务余额情况表',
        '单位：亿元',
        grid(`
 | 项目 | 预算数 | 执行数 |
 | 一、2030年末专项债务余额实际数 | | 524.71 |
 | 二、2031年专项债务发行额 | | 196.59 |
 | 三、2031年专项债务还本额 | | 82.06 |
 | 四、2031年末专项债务余额实际数 | | ${closing} |`),
      ),
    ).findings.map(({ rule, severity }) => `${severity} ${rule}`);
  expect(debts('639.24')).toEqual([]);
  expect(debts('669.24')).toEqual(['info SUM-09']);
});

test('an index of the year before is no money', () => {
  const { amounts } = read(
    '主要年份地方财政收支及增长速度',
    '单位：万元',
    grid(`
 | 年份 | 地方一般公共预算收入 | 地方一般公共预算支出 | 指数(上年=100) | < |
 | ^ | ^ | ^ | 地方一般公共预算收入 | 地方一般公共预算支出 |
 | 2029 | 2,858 | 7,951 | 130.3 | 117.2 |
 | 2030 | 3,610 | 10,593 | 126.3 | 133.2 |
 | 2031 | 3,887 | 13,469 | 107.7 | 127.1 |`),
  );
  expect(amounts.filter(({ measure }) => measure === 'rate').map(({ value }) => value)).toHaveLength(6);
  expect(amounts.filter(({ measure }) => measure !== 'rate')).toHaveLength(6);
});
