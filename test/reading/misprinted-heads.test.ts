import { describe, expect, test } from 'vitest';
import { grid, read } from './drawing.ts';

/** Heads that a copy prints with a character of another word. Every name and figure is invented. */
describe('a head that differs from a known one in a character that looks alike', () => {
  const drawn = (head: string, beside = '年度指标值') =>
    read(
      '2031年度项目支出绩效自评表',
      grid(`
 | 一级指标 | 二级指标 | 三级指标 | ${beside} | ${head} | 分值 | 得分 |
 | 产出指标 | 数量指标 | 维修仓房 | 12栋 | 10栋 | 50 | 42 |`),
    ).indicators[0];

  test('is that, and what stands below it is in doubt', () => {
    const row = drawn('实际完成直');
    expect(row?.actual?.value).toBe(10);
    expect(row?.doubts?.actual?.reason).toBe('its head was taken for another word: 实际完成直');
    expect(row?.confidences).toEqual({ actual: 0.9 });
    expect(row?.doubts?.target).toBeUndefined();
  });

  test('stays what it is where another column has its role, or no character looks alike', () => {
    expect(drawn('实际完成直', '实际完成值')?.doubts).toBeUndefined();
    expect(drawn('实际完成甲')?.actual).toBeNull();
    expect(drawn('实际完成值')?.confidence).toBe(1);
  });
});
