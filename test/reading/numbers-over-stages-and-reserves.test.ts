import { expect, test } from 'vitest';
import { errorsIn, grid, read } from './drawing.ts';

/** What is counted below a head of its own, and what a purchase keeps for small firms. Every name and figure is invented. */
test.each([
  ['支持企业户数', '户'],
  ['受益人数', '人'],
  ['培训人次', '人次'],
  ['改造项目个数', '个'],
])('%s over 计划 | 实际 counts, and is no money', (head, unit) => {
  const { amounts } = read(
    '2032年专项资金基础数据表',
    '单位：万元',
    grid(`
      | 县（市、区） | 预算安排 | 实际支出 | ${head} | < |
      | ^ | ^ | ^ | 计划 | 实际 |
      | 青禾区 | 1200.00 | 1140.00 | 24 | 25 |
      | 柳溪县 | 650.00 | 585.00 | 13 | 12 |
    `),
  );
  const told = amounts.map(({ item, measure, unit, value }) => `${item} ${measure} ${value} ${unit}`);
  expect(told.slice(0, 4)).toEqual([
    '青禾区 budget 1200 万元',
    '青禾区 executed 1140 万元',
    `青禾区 count 24 ${unit}`,
    `青禾区 count 25 ${unit}`,
  ]);
});

test('资金 below a head that counts stays money', () => {
  const { amounts } = read(
    '2032年专项资金基础数据表',
    '单位：万元',
    grid(`
      | 县（市、区） | 预算安排 | 培训人次 | < |
      | ^ | ^ | 完成 | 实际支出 |
      | 青禾区 | 1200.00 | 2400 | 114.00 |
      | 柳溪县 | 650.00 | 1300 | 58.50 |
    `),
  );
  expect(amounts.filter(({ value }) => value === 114 || value === 58.5).map(({ unit }) => unit)).toEqual([
    '万元',
    '万元',
  ]);
});

const purchases = (price: string, fund = '302,600.00') =>
  read(
    '2032年政府采购预算明细表',
    '单位：元',
    grid(`
      | 单位名称 | 采购项目 | 计量单位 | 数量 | 单价 | 面向中小企业预留资金 | 合计 | 资金来源 | < |
      | ^ | ^ | ^ | ^ | ^ | ^ | ^ | 一般公共预算 | 单位自筹 |
      | 合计 | | | | | 235,000.00 | 372,600.00 | ${fund} | 70,000.00 |
      | 青禾县融媒体中心 | 台式计算机 | 台 | 30 | 5,500.00 | 165,000.00 | 165,000.00 | 165,000.00 | |
      | 青禾县融媒体中心 | 一体机 | 台 | 8 | 3,200.00 | | 25,600.00 | 25,600.00 | |
      | 青禾县融媒体中心 | 监控设备 | 套 | 4 | ${price} | | 112,000.00 | 112,000.00 | |
      | 青禾县融媒体中心 | 物业管理 | 年 | 1 | 70,000.00 | 70,000.00 | 70,000.00 | | 70,000.00 |
    `),
  );

test('what a purchase keeps for small firms is no source of it, and no product of its price', () => {
  const readout = purchases('28,000.00');
  expect(errorsIn(readout)).toEqual([]);
  expect(readout.warnings).toEqual([]);
  expect(readout.amounts.filter(({ factors }) => factors !== undefined)).toHaveLength(4);
});

test('a slip in a price or a source is told', () => {
  expect(errorsIn(purchases('29,000.00')).join()).toContain('UCQ-05');
  expect(errorsIn(purchases('28,000.00', '320,600.00'))).not.toEqual([]);
});
