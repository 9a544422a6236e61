import { describe, expect, test } from 'vitest';
import { moneyUnitIn, readMoney } from '../../src/values/money.ts';

describe('a sum of money', () => {
  test.each([
    ['2.00 万元', null, 2, '万元', 20000],
    ['1,234.56', '元', 1234.56, '元', 1234.56],
    ['10000万元', '元', 10000, '万元', 100000000],
    ['854万', null, 854, '万元', 8540000],
    ['￥12.5', null, 12.5, '元', 12.5],
    ['（12.30）', '万元', -12.3, '万元', -123000],
    ['0.00', null, 0, null, null],
    ['6951.77', '万元', 6951.77, '万元', 69517700],
  ] as const)('%s', (text, context, value, unit, base) => {
    expect(readMoney(text, context)).toMatchObject({ value, unit, baseValue: base });
  });

  test.each(['', '无', '12人', '1,23', '12 34', '约5万元', '万元'])('%s is none', (text) => {
    expect(readMoney(text, '元')).toBeNull();
  });
});

test.each([
  ['单位：万元', '万元'],
  ['金额单位:元', '元'],
  ['（单位：人民币万元）', '万元'],
  ['单位：人、万元', '万元'],
  ['单位：万元、%', '万元'],
  ['项目资金（万元）', '万元'],
  ['预算数 (亿元)', '亿元'],
  ['人民币万元', '万元'],
  ['万元', '万元'],
  ['元', '元'],
  ['单位名称：虚构中心  单位：万元', '万元'],
  ['单位：元宝镇财政所', null],
  ['补助标准（元/人）', null],
  ['单位：个', null],
  ['', null],
])('%s states %s', (text, unit) => {
  expect(moneyUnitIn(text)).toBe(unit);
});
