import { expect, test } from 'vitest';
import {
  isSatisfaction,
  isUnit,
  moneyUnitIn,
  readDate,
  readNumber,
  readPeriod,
  readQuantity,
} from '../../src/values/index.ts';

test('brackets around three digits are a mark, around four a negative number', () => {
  expect(readNumber('(123)')).toBeNull();
  expect(readNumber('(1234)')?.value).toBe(-1234);
});

test('a range may end where it begins, and so may a period', () => {
  expect(readQuantity('95-95公里')).toMatchObject({ kind: 'range', value: 95, upper: 95, unit: '公里' });
  expect(readPeriod('202304-202304')).toEqual({ from: '2023-04', to: '2023-04' });
});

test('a scale before a column of rates is no unit of theirs', () => {
  expect(readQuantity('5万', { unit: '比例' }).unit).toBe('万');
  expect(readQuantity('5万', { unit: '元' }).unit).toBe('万元');
});

test('no month has a day 0', () => {
  expect(readDate('2023年11月0日')).toBeNull();
  expect(readDate('2023年11月1日')).toBe('2023-11-01');
});

test('a caption may name the unit of money and that of rates in one breath', () => {
  expect(moneyUnitIn('单位：万元%')).toBe('万元');
});

test('what lies beyond is more than it', () => {
  expect(readQuantity('10公里以外')).toMatchObject({ op: '>', value: 10, unit: '公里' });
});

test('a rate is told by three units at most', () => {
  expect(isUnit('元/人/月')).toBe(true);
  expect(isUnit('元/人/月/天/次')).toBe(false);
});

test('satisfaction may be in points', () => {
  expect(isSatisfaction('满意度分值')).toBe(true);
  expect(isSatisfaction('满意度调查')).toBe(false);
});
