import { expect, test } from 'vitest';
import { moneyUnitIn } from '../../src/values/money.ts';

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
  ['执行情况（万元（20分）', '万元'],
  ['补助标准（元/人）', null],
  ['单位：个', null],
  ['', null],
])('%s states %s', (text, unit) => {
  expect(moneyUnitIn(text)).toBe(unit);
});
