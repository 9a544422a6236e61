import { expect, test } from 'vitest';
import { grid, read } from './drawing.ts';

/** What was planned and done in the quarters of a year. Every name and figure is invented. */
test('what the quarters came to is no value of the year, and each says of which quarter it is', () => {
  const [row] = read(
    '2031年度重点工作绩效目标季度监控表',
    grid(`
 | 二级指标 | 三级指标 | 年度目标值 | 第一季度 | < | 第二季度 | < |
 | ^ | ^ | ^ | 计划 | 完成 | 计划 | 完成 |
 | 数量指标 | 执法检查 | ≥100次 | 50次 | 52次 | 50次 | 48次 |`),
  ).indicators;
  expect(row?.target?.value).toBe(100);
  expect(row?.actual).toBeNull();
  expect(row?.remark?.split('；').sort()).toEqual([
    '第一季度完成：52次',
    '第一季度计划：50次',
    '第二季度完成：48次',
    '第二季度计划：50次',
  ]);
});
