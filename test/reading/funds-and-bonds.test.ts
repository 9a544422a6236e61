import { describe, expect, test } from 'vitest';
import { reconcile } from '../../src/reconcile/index.ts';
import { counted, grid, read } from './drawing.ts';

/** Balances of funds, bonds of several years and lists of places with their sum; every name and figure is invented. */
const loud = (...given: Parameters<typeof read>) =>
  reconcile(read(...given)).findings.flatMap(({ rule, severity }) => (severity === 'info' ? [] : [rule]));

describe('a fund in pairs of labels and figures', () => {
  const fund = (closing: string, paid = '3200.00') =>
    [
      '2031年青禾县社会保险基金预算绩效目标表',
      '单位：万元',
      grid(`
 | 险种 | 城乡居民基本医疗保险 | < | < |
 | 上年结余 | 1250.00 | 本年收入 | 8600.00 |
 | 其中：个人缴费 | ${paid} | 财政补助 | 5400.00 |
 | 本年支出 | 8350.00 | 年末滚存结余 | ${closing} |
 | 一级指标 | 二级指标 | 三级指标 | 指标值 |
 | 产出指标 | 数量指标 | 参保人数 | ≥8.5万人 |`),
    ] as const;

  test('all four sides are read, and who pays in is part of what comes in', () => {
    expect(counted(read(...fund('1500.00')))).toEqual([
      'funding 上年结余 prior 2030 1250 万元',
      'funding 本年收入 current 2031 8600 万元',
      'funding 个人缴费 current 2031 3200 万元 of=本年收入',
      'funding 财政补助 current 2031 5400 万元 of=本年收入',
      'funding 本年支出 current 2031 8350 万元',
      'funding 年末滚存结余 balance 2031 1500 万元',
    ]);
  });
  test('balances; interest that is not printed is no fault of the rest', () => {
    expect(loud(...fund('1500.00'))).toEqual([]);
    expect(loud(...fund('1500.00', '3190.00'))).toEqual([]);
    expect(loud(...fund('1600.00'))).toEqual(['SUM-09']);
  });
});

describe('发行情况 of several years over their 合计', () => {
  const bonds = (total: string) =>
    loud(
      '专项债券项目资金使用及绩效情况表',
      '项目单位：云岭市城投公司　　2031年度　　单位：万元',
      grid(`
 | 项目名称 | 污水处理厂扩建 | < | < |
 | 债券发行情况 | 发行年份 | 发行额 | 利率 |
 | ^ | 2029年 | 8000.00 | 3.21% |
 | ^ | 2030年 | 6000.00 | 3.05% |
 | ^ | 合计 | ${total} | |
 | 一级指标 | 二级指标 | 三级指标 | 年度指标值 |
 | 产出指标 | 数量指标 | 处理能力 | 3万吨/日 |`),
    );
  test('one column alone is told where it does not add up', () => {
    expect(bonds('14000.00')).toEqual([]);
    expect(bonds('15000.00')).toEqual(['SUM-05']);
  });
});

describe('360户 in the row of 合计', () => {
  const places = (households: string, money = '1120.00') =>
    errorsOf(
      '转移支付区域绩效自评汇总表',
      '2031年度　　单位：万元',
      grid(`
 | 地区 | 下达资金 | 执行资金 | 产出指标 | < | 效益指标 |
 | ^ | ^ | ^ | 改造户数 | 验收合格率 | 群众满意度 |
 | 青禾县 | 320.00 | 312.00 | 160户 | 100% | 95% |
 | 白河县 | 240.00 | 235.00 | 120户 | 100% | 93% |
 | 云台县 | 560.00 | 540.00 | 80户 | 98% | 96% |
 | 合计 | ${money} | 1087.00 | ${households} | 99.5% | 94.7% |`),
    );
  const errorsOf = (...given: Parameters<typeof read>) => {
    const readout = read(...given);
    const whole = readout.indicators.filter(({ scope }) => scope === undefined);
    expect(whole.map(({ level3, target }) => [level3, target?.unit])).toEqual([['改造户数', '户']]);
    return loud(...given).filter((rule) => rule.startsWith('SUM'));
  };
  test('is what all places reach, and their sum where the money beside it is', () => {
    expect(places('360户')).toEqual([]);
    expect(places('350户')).toEqual(['SUM-15']);
  });
});
