import { expect, test } from 'vitest';
import { reconcile } from '../../src/reconcile/index.ts';
import { errorsIn, grid, read } from './drawing.ts';

/** What a policy or a bond has in each year; every name and figure is invented. */
const policy = (sources: string, city = '2000') =>
  read(
    '2031年政策（专项资金）绩效目标申报表',
    grid(`
 | 政策名称 | 外贸稳定增长扶持政策 | < | < | < | < |
 | 政策资金（万元） | 实施期总额 | 9600 | 分年度 | 2030年 | 3000 |
 | ^ | ^ | ^ | ^ | 2031年 | 3200 |
 | ^ | ^ | ^ | ^ | 2032年 | 3400 |
 | ^ | ${sources} | < | 市级财政资金 | ${city} | < |
 | ^ | ^ | < | 区级财政资金 | 1200 | < |
 | 一级指标 | 二级指标 | 三级指标 | < | 实施期指标值 | 年度指标值 |
 | 产出指标 | 数量指标 | 扶持外贸企业数 | < | ≥900家次 | ≥300家次 |`),
  );

test('sources of one year are parts of that year, and of no sum of several', () => {
  const named = policy('2031年资金来源');
  expect(
    named.amounts
      .filter(({ item }) => item.endsWith('财政资金'))
      .map(({ measure, parent, value, year }) => [measure, parent, value, year]),
  ).toEqual([
    ['current', '2031年', 2000, 2031],
    ['current', '2031年', 1200, 2031],
  ]);
  expect(errorsIn(named)).toEqual([]);
  expect(errorsIn(policy('本年资金来源'))).toEqual([]);
  expect(errorsIn(policy('2031年资金来源', '2100'))).not.toEqual([]);
});

const bond = (first: string, multiple: string) =>
  read(
    '2031年专项债券项目信息披露表',
    grid(`
 | 债券存续期内项目总收益（亿元） | 59.0000 | < | < | < | < | < | < |
 | 债券存续期内项目分年收益（亿元） | < | < | < | < | < | < | < |
 | 2031年 | ${first} | 2032年 | 5.3534 | 2033年 | 2.1036 | 2034年 | 11.4721 |
 | 2035年 | 12.6165 | 2036年 | 12.8882 | 2037年及以后 | 14.5873 | | |
 | 债券存续期内项目还本付息总额（亿元） | 42.1429 | < | < | 项目收益对本息覆盖倍数 | ${multiple} | < | < |`),
  );
const told = (readout: ReturnType<typeof read>) =>
  reconcile(readout)
    .findings.filter(({ rule, severity }) => severity !== 'info' && rule !== 'STR-01')
    .map(({ rule }) => rule);

test('a row of nothing but years and figures goes on with the list above it, and a year may earn less than nothing', () => {
  const readout = bond('-0.0211', '1.40');
  expect(readout.warnings.filter(({ code }) => code === 'figures_left_out')).toEqual([]);
  expect(readout.amounts.slice(1, 8).map(({ item, parent, value }) => [item, parent, value])).toEqual(
    [
      ['2031年', -0.0211],
      ['2032年', 5.3534],
      ['2033年', 2.1036],
      ['2034年', 11.4721],
      ['2035年', 12.6165],
      ['2036年', 12.8882],
      ['2037年及以后', 14.5873],
    ].map(([item, value]) => [item, '债券存续期内项目总收益', value]),
  );
  expect(readout.amounts.at(-1)).toMatchObject({ section: 'funding', unit: '倍', value: 1.4 });
  expect(told(readout)).toEqual([]);
  expect(told(bond('1.0211', '1.40'))).toEqual(['SUM-01']);
  expect(told(bond('-0.0211', '1.45'))).toEqual(['RAT-17']);
});
