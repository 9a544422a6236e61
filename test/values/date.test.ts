import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readDate, readYear, relativeYear } from '../../src/values/date.ts';
import { readPeriod } from '../../src/values/period.ts';

describe('a date', () => {
  test.each([
    ['2023年11月20日', '2023-11-20'],
    ['填报日期：2023 年 1 月 5 日', '2023-01-05'],
    ['2023-11-20', '2023-11-20'],
    ['2023/1/2', '2023-01-02'],
    ['2023.11.20', '2023-11-20'],
    ['20231120', '2023-11-20'],
    ['２０２３年１１月', '2023-11'],
    ['二〇二三年十一月二十日', '2023-11-20'],
    ['二○二四年三月', '2024-03'],
    ['2024-02-29', '2024-02-29'],
  ])('%s is %s', (text, iso) => {
    expect(readDate(text)).toBe(iso);
  });

  test.each([
    '',
    '2023年',
    '2023-02-29',
    '2023-13-01',
    '20231341',
    '2023年4月31日',
    '120231120',
    '3023-01-01',
    '2023.56',
  ])('%s is none', (text) => {
    expect(readDate(text)).toBeNull();
  });

  test('every day is read back in every printing', () => {
    const days = fc.date({ min: new Date('1990-01-01'), max: new Date('2090-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(days, fc.constantFrom('-', '/', '.', 'zh', ''), (day, style) => {
        const iso = day.toISOString().slice(0, 10);
        const [y, m, d] = iso.split('-').map(Number);
        const text = style === 'zh' ? `${y}年${m}月${d}日` : iso.replaceAll('-', style);
        expect(readDate(text)).toBe(iso);
        if (style !== '') expect(readYear(text)).toBe(y);
      }),
    );
  });
});

test.each<[string, number | null]>([
  ['2023年度部门预算', 2023],
  ['2023', 2023],
  ['预算年度：2023', 2023],
  ['2023部门整体支出', 2023],
  ['（2023）', 2023],
  ['二〇二三年', 2023],
  ['2000人', null],
  ['2023.56万元', null],
  ['2023.56', null],
  ['12023', null],
  ['', null],
])('the year of %s is %s', (text, year) => {
  expect(readYear(text)).toBe(year);
});

test.each<[string, number | null]>([
  ['前年', -2],
  ['以前年度到位', -1],
  ['上年完成值', -1],
  ['本年指标值', 0],
  ['当年预算', 0],
  ['次年', 1],
  ['指标值', null],
])('%s lies %s years from the filing', (label, offset) => {
  expect(relativeYear(label)).toBe(offset);
});

test.each<[string, [string, string] | null]>([
  ['202001-202012', ['2020-01', '2020-12']],
  ['2021年1月-12月', ['2021-01', '2021-12']],
  ['2021年1-12月', ['2021-01', '2021-12']],
  ['2023年1月至2024年3月', ['2023-01', '2024-03']],
  ['2023.1-2023.12', ['2023-01', '2023-12']],
  ['2023-01-01至2023-12-31', ['2023-01', '2023-12']],
  ['2020年全年', ['2020-01', '2020-12']],
  ['2021-2023年', ['2021-01', '2023-12']],
  ['2023年12月-1月', null],
  ['长期', null],
])('the period %s', (text, months) => {
  expect(readPeriod(text)).toEqual(months && { from: months[0], to: months[1] });
});
