import { describe, expect, test } from 'vitest';
import { reconcile } from '../../src/reconcile/index.ts';
import { counted, grid, read } from './drawing.ts';

/** Forms of bonds and forecasts, whose years stand between the rows; every name and figure is invented. */
type Readout = ReturnType<typeof read>;
const loud = (readout: Readout): string[] =>
  reconcile(readout)
    .findings.filter(({ severity }) => severity !== 'info')
    .map(({ rule, message }) => `${rule} ${message.zh}`);

describe('the form of a bond', () => {
  const bond = (last = '36.0000'): Readout =>
    read(
      '2031年松湾市专项债券（二期）信息披露表',
      grid(`
 | 债券名称 | 2031年松湾市产业园区专项债券（二期） | < | < | 债券类型 | 产业园区 | < | < |
 | 债券期限 | 20年 | < | < | 还本方式 | 到期一次还本 | < | < |
 | 债券存续期内项目总投资（亿元） | 60.0000 | < | < | < | < | < | < |
 | 其中：不含专项债券的项目资本金（亿元） | 22.0000 | < | < | < | < | < | < |
 | 专项债券融资（亿元） | 26.0000 | < | < | < | < | < | < |
 | 其他债务融资（亿元） | 12.0000 | < | < | < | < | < | < |
 | 项目分年融资计划（亿元） | < | < | < | < | < | < | < |
 | | 2029年及以前年度 | 2030年 | 2031年 | 2032年 | 2033年 | 2034年 | 2035年及以后年度 |
 | 专项债券融资 | 0.0000 | 4.0000 | 12.0000 | 7.0000 | 3.0000 | 0.0000 | 0.0000 |
 | 其他债务融资 | 2.0000 | 4.0000 | 3.0000 | 2.0000 | 1.0000 | 0.0000 | 0.0000 |
 | 债券存续期内项目总收益（亿元） | 68.0000 | < | < | < | < | < | < |
 | 债券存续期内项目分年收益（亿元） | < | < | < | < | < | < | < |
 | 2032年 | 5.0000 | 2033年 | 12.0000 | 2034年 | 15.0000 | 2035年 | ${last} |`),
    );

  test('its name and kind are fields; years between the rows head those that follow, and no more', () => {
    const told = counted(bond());
    expect(told.filter((line) => line.startsWith('budget 专项债券融资'))).toEqual([
      'budget 专项债券融资 budget 2029 0 亿元',
      'budget 专项债券融资 budget 2030 4 亿元',
      'budget 专项债券融资 budget 2031 12 亿元',
      'budget 专项债券融资 budget 2032 7 亿元',
      'budget 专项债券融资 budget 2033 3 亿元',
      'budget 专项债券融资 budget 2034 0 亿元',
      'budget 专项债券融资 budget 2035 0 亿元',
    ]);
    expect(bond().amounts.filter(({ fund }) => fund?.includes('松湾'))).toEqual([]);
    expect(bond().amounts.filter(({ item, year }) => item.endsWith('总收益') && year !== null)).toEqual([]);
  });

  test('what each year yields is part of what all yield, and the sources are those of the cost', () => {
    expect(loud(bond())).toEqual([]);
    expect(loud(bond('37.0000'))).toEqual([expect.stringContaining('项目总收益应等于')]);
    expect(
      bond()
        .amounts.filter(({ parent }) => parent?.endsWith('总投资'))
        .map(({ item }) => item),
    ).toEqual(['不含专项债券的项目资本金', '专项债券融资', '其他债务融资']);
  });
});

describe('forecasts', () => {
  const forecast = (rate = '0.85'): Readout =>
    read(
      '松湾新区水厂PPP项目财政支出责任测算表',
      '单位：万元',
      grid(`
 | 年度 | 股权投资支出 | 运营补贴支出 | 财政支出责任合计 | 一般公共预算支出预计数 | 占比（%） |
 | 2031 | 1,100.00 | 500.00 | 1,600.00 | 320,000.00 | 0.50 |
 | 2032 | 900.00 | 1,500.00 | 2,400.00 | 340,000.00 | 0.71 |
 | 2033 | 60.00 | 3,000.00 | 3,060.00 | 360,000.00 | ${rate} |
 | 2034 | 100.00 | 3,000.00 | 3,100.00 | 381,000.00 | 0.81 |
 | 2035 | 40.00 | 3,150.00 | 3,190.00 | 404,000.00 | 0.79 |
 | 合计 | 2,200.00 | 11,150.00 | 13,350.00 | — | — |`),
    );

  test('2031 below 年度 is the year of its row', () => {
    expect(
      forecast()
        .amounts.filter(({ role }) => role !== 'total')
        .map(({ year }) => year),
    ).not.toContain(null);
    expect(loud(forecast())).toEqual([]);
  });

  test('占比 behind two sums is a rate of both where the rows say so, and told where one differs', () => {
    expect(forecast().amounts.filter(({ share }) => share !== null)).toEqual([]);
    expect(
      forecast()
        .amounts.filter(({ measure }) => measure === 'rate')
        .map(({ value }) => value),
    ).toEqual([0.5, 0.71, 0.85, 0.81, 0.79]);
    expect(loud(forecast('0.95'))).toHaveLength(1);
  });

  test('截至2031年6月30日 behind the name of an office is no part of it', () => {
    const { filings } = read(
      '2031年中央直达资金分配使用情况台账',
      '填报单位：松湾县财政局 截至2031年6月30日 单位：万元',
      grid(`
 | 序号 | 资金名称 | 下达金额 | 已支出金额 |
 | 1 | 困难群众救助补助资金 | 260.00 | 198.50 |
 | 2 | 义务教育补助经费 | 410.00 | 320.20 |`),
    );
    expect(filings[0]).toMatchObject({ organisation: '松湾县财政局', money_unit: '万元' });
  });

  test('a slip in 县区小计 is told, though a column that the counties have no share of adds up without them', () => {
    const list = (sum: string): Readout =>
      read(
        '2031年林业草原补助资金分配表',
        '单位：万元',
        grid(`
 | 地区（单位） | 合计 | 天然林管护 | < | < | 国家公园补助 | 退耕还林 | < |
 | ^ | ^ | 小计 | 管护面积（万亩） | 补助金额 | ^ | 面积（万亩） | 补助金额 |
 | 合计 | 8,600.00 | 4,800.00 | 480.00 | 4,800.00 | 1,200.00 | 26.00 | 2,600.00 |
 | 一、市本级 | 1,600.00 | 400.00 | 40.00 | 400.00 | 1,200.00 | | |
 | 国家公园分局 | 1,200.00 | | | | 1,200.00 | | |
 | 市国有林场 | 400.00 | 400.00 | 40.00 | 400.00 | | | |
 | 二、县区小计 | 7,000.00 | ${sum} | 440.00 | 4,400.00 | | 26.00 | 2,600.00 |
 | 柳河县 | 3,600.00 | 2,400.00 | 240.00 | 2,400.00 | | 12.00 | 1,200.00 |
 | 石桥县 | 3,400.00 | 2,000.00 | 200.00 | 2,000.00 | | 14.00 | 1,400.00 |`),
      );
    expect(loud(list('4,400.00'))).toEqual([]);
    expect(loud(list('5,400.00'))).toEqual([expect.stringContaining('县区小计')]);
  });
});
