import { describe, expect, test } from 'vitest';
import { reconcile } from '../../src/reconcile/index.ts';
import { grid, read } from './drawing.ts';

/** What is taken off a sum, and what is left of it; every name and figure is invented. */
const told = (readout: ReturnType<typeof read>) =>
  reconcile(readout)
    .findings.filter(({ severity }) => severity !== 'info')
    .map(({ actual, evidence, expected, rule }) => [rule, expected, actual, evidence[0]?.source?.row]);

const subsidy = (users: string, sum = '2468.00') =>
  read(
    '2031年PPP项目可行性缺口补助测算表',
    '单位：万元',
    grid(`
 | 项目 | 2031年 | 2032年 |
 | 可用性服务费 | 1860.00 | 1860.00 |
 | 运维绩效服务费 | 608.00 | 620.00 |
 | 小计 | ${sum} | 2480.00 |
 | 减：使用者付费 | ${users} | 430.00 |
 | 可行性缺口补助 | 2048.00 | 2050.00 |`),
  );

describe('小计, 减：使用者付费 and 可行性缺口补助', () => {
  test('the last is the first less the second, and 小计 keeps its parts', () => {
    const readout = subsidy('420.00');
    const parents = readout.amounts
      .filter(({ year }) => year === 2031)
      .map(({ item, parent }) => [item, parent]);
    expect(parents).toEqual([
      ['可用性服务费', '小计'],
      ['运维绩效服务费', '小计'],
      ['小计', '可行性缺口补助'],
      ['减：使用者付费', '可行性缺口补助'],
      ['可行性缺口补助', null],
    ]);
    expect(told(readout)).toEqual([]);
  });

  test('what does not fit is told', () => {
    expect(told(subsidy('440.00')).map(([rule, expected, actual]) => [rule, expected, actual])).toEqual([
      ['SUM-01', 2028, 2048],
    ]);
    expect(told(subsidy('420.00', '2568.00')).map(([rule]) => rule)).toEqual(['SUM-01']);
  });

  test('without a sum above, nothing is taken off the last part alone', () => {
    const readout = read(
      '2031年PPP项目付费表',
      '单位：万元',
      grid(`
 | 项目 | 2031年 |
 | 可用性服务费 | 1860.00 |
 | 运维绩效服务费 | 608.00 |
 | 减：使用者付费 | 420.00 |
 | 政府付费 | 2048.00 |`),
    );
    expect(told(readout)).toEqual([]);
  });
});
